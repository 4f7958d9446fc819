interface Cookie {
  host: string;
  name: string;
  value: string;
  path: string;
  sameSite: string;
  expires: number;
  /** As it was set, for tests of the attributes. */
  header: string;
}

export interface Page {
  url: string;
  status: number;
  headers: Headers;
  text: string;
}

interface Visit {
  /** The page that sends the browser there; none = typed by hand. */
  from?: string;
  form?: Record<string, string>;
}

/**
 * A browser as far as cookies go: it keeps them per host (never per port), follows redirects, and honours Path, expiry and SameSite
 * over the whole chain of redirects, as RFC 6265bis section 5.2 wants. A site is a host name here: localhost and 127.0.0.1 are two.
 */
export class Browser {
  private cookies: Cookie[] = [];
  /** A path at which it stops, as if the network failed there. */
  stopsBefore?: string;

  async go(address: string, { from, form }: Visit = {}): Promise<Page> {
    const chain = from === undefined ? [] : [from];
    let url = new URL(address);
    let body = form && new URLSearchParams(form);
    for (let hops = 0; hops < 20; hops++) {
      if (url.pathname === this.stopsBefore) return { url: url.href, status: 0, headers: new Headers(), text: '' };
      const method = body ? 'POST' : 'GET';
      const relation = worst(chain.map((earlier) => relationOf(new URL(earlier), url)));
      const headers: Record<string, string> = { cookie: this.cookieHeader(url, relation, method), 'sec-fetch-site': relation };
      if (body && chain[0] !== undefined) headers['origin'] = new URL(chain[0]).origin;
      const response = await fetch(url, { method, body, headers, redirect: 'manual' });
      response.headers.getSetCookie().forEach((header) => this.keep(url, header));
      const location = response.headers.get('location');
      if (location === null)
        return { url: url.href, status: response.status, headers: response.headers, text: await response.text() };
      chain.push(url.href);
      url = new URL(location, url);
      if (response.status !== 307 && response.status !== 308) body = undefined;
    }
    throw new Error('too many redirects');
  }

  /** Does what the page tells a browser to do by itself. */
  refresh(page: Page): Promise<Page> {
    const next = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(page.text)?.[1];
    if (next === undefined) throw new Error(`the page sends the browser nowhere: ${page.status} ${page.url}`);
    return this.go(new URL(next, page.url).href, { from: page.url });
  }

  /** Sends the first form of the page. */
  submit(page: Page, form: Record<string, string>): Promise<Page> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1];
    if (action === undefined) throw new Error(`the page has no form: ${page.status} ${page.url}`);
    return this.go(new URL(action, page.url).href, { from: page.url, form });
  }

  cookie(name: string): Cookie | undefined {
    return this.cookies.find((cookie) => cookie.name === name);
  }

  /** Puts a cookie back that a server took away. */
  restore(cookie: Cookie): void {
    this.cookies.push({ ...cookie });
  }

  /** As when somebody erases in the settings what a site keeps, or one cookie of it. */
  forget(site: string, name?: string): void {
    this.cookies = this.cookies.filter((cookie) => cookie.host !== site || (name !== undefined && cookie.name !== name));
  }

  private cookieHeader(url: URL, relation: Relation, method: string): string {
    const isForeign = relation === 'cross-site';
    return this.cookies
      .filter((cookie) => cookie.host === url.hostname && `${url.pathname}/`.startsWith(cookie.path.replace(/\/?$/, '/')))
      .filter((cookie) => cookie.expires > Date.now())
      .filter(({ sameSite }) => !isForeign || sameSite === 'none' || (sameSite === 'lax' && method === 'GET'))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  private keep(url: URL, header: string): void {
    const [pair = '', ...rest] = header.split(/; */);
    const attributes = new Map(rest.map((part) => part.split('=')).map(([key = '', value = '']) => [key.toLowerCase(), value]));
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const path = attributes.get('path') ?? '/';
    const maxAge = attributes.get('max-age');
    const expires = attributes.get('expires');
    this.cookies = this.cookies.filter(
      (cookie) => !(cookie.host === url.hostname && cookie.name === name && cookie.path === path),
    );
    const until =
      maxAge !== undefined ? Date.now() + Number(maxAge) * 1000 : expires !== undefined ? Date.parse(expires) : Infinity;
    if (until <= Date.now()) return;
    const sameSite = (attributes.get('samesite') ?? 'lax').toLowerCase();
    this.cookies.push({ host: url.hostname, name, value, path, sameSite, expires: until, header });
  }
}

const RELATIONS = ['none', 'same-origin', 'same-site', 'cross-site'] as const;
type Relation = (typeof RELATIONS)[number];
const relationOf = (one: URL, other: URL): Relation =>
  one.origin === other.origin ? 'same-origin' : one.hostname === other.hostname ? 'same-site' : 'cross-site';
const worst = (relations: Relation[]): Relation =>
  RELATIONS[Math.max(0, ...relations.map((relation) => RELATIONS.indexOf(relation)))] ?? 'none';
