import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import Provider from 'oidc-provider';
import { Browser, type Page } from '../../test/browser';
import type { Account } from './actor';
import { signIn } from './sign-in';
import { sealedCookie } from './sign-in.cookies';
import type { SignInSettings } from './sign-in.identities';
import { pathAfter } from './sign-in.to.rules';

const MASTER_KEY = 'a1'.repeat(32);
const CLIENT = { client_id: 'doorbraak', client_secret: 'only-for-this-test' };
const AUDIENCE = 'doorbraak-api';
const KNOWN = 'regisseur-demo';
const COLLEAGUE = 'wijkteamlid-demo';
/** Who has an account; a test may take one away for a while. */
const known = new Set([KNOWN, COLLEAGUE]);
const account: Account = {
  account: '0',
  municipality: '1',
  person: '2',
  roles: ['LEAD_PROFESSIONAL'],
  fixteam: null,
  agency: null,
  label: null,
  municipalityName: 'Demodorp',
  kind: 'DEMO',
  demoToday: null,
  tenants: ['1'],
};

const servers: Server[] = [];
async function serve(handler: RequestListener, port = 0): Promise<number> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** The product, answering who it thinks you are. */
async function product(issuer: string, publicUrl?: string, changes: Partial<SignInSettings> = {}): Promise<string> {
  const app = express();
  const port = await serve((request, response) => app(request, response));
  const address = `http://localhost:${port}`;
  const settings: SignInSettings = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT.client_id,
    OIDC_CLIENT_SECRET: CLIENT.client_secret,
    OIDC_AUDIENCE: AUDIENCE,
    PUBLIC_URL: publicUrl ?? address,
    DOORBRAAK_MASTER_KEY: MASTER_KEY,
    SESSION_SECONDS: 8 * 60 * 60,
    ...changes,
  };
  app.use(signIn(settings, { find: ({ subject }) => Promise.resolve(known.has(subject) ? account : null) }));
  app.all(['/', '/graphql'], (request, response) => void response.json(request.signedIn ?? null));
  return address;
}

let issuer: string; // on 127.0.0.1, while the product is on localhost: two sites
let key: CryptoKey;
let here: string;
/** The same product in which a sign-in lasts one second. */
let brief: string;

beforeAll(async () => {
  // the provider warns at length that what is made here is for tests
  (['info', 'warn'] as const).forEach((level) => jest.spyOn(console, level).mockReturnValue());
  const pair = await generateKeyPair('ES256', { extractable: true });
  key = pair.privateKey;
  let handle: RequestListener = () => undefined;
  const port = await serve((request, response) => handle(request, response));
  issuer = `http://127.0.0.1:${port}`;
  here = await product(issuer);
  brief = await product(issuer, undefined, { SESSION_SECONDS: 1 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.client_id,
        client_secret: CLIENT.client_secret,
        redirect_uris: [here, brief].map((address) => `${address}/sign-in/callback`),
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(key)), alg: 'ES256', use: 'sig', kid: 'test' }] },
    cookies: { keys: ['only-for-this-test'] },
  });
  handle = provider.callback();
});
afterAll(() => servers.forEach((server) => server.close()));

const subjectOn = (page: Page) => (JSON.parse(page.text) as { subject: string } | null)?.subject ?? null;

/** Up to the answer of the issuer: the address of our callback, with the code. */
async function untilCallback(browser: Browser, who: string, at = here, search = ''): Promise<Page> {
  return answer(browser, await browser.go(`${at}/sign-in${search}`, { from: at }), who);
}
async function answer(browser: Browser, asked: Page, who: string): Promise<Page> {
  expect(new URL(asked.url).origin).toBe(issuer);
  const consent = await browser.submit(asked, { prompt: 'login', login: who, password: 'any' });
  return browser.submit(consent, { prompt: 'consent' });
}

describe('the code flow, with the issuer on another site', () => {
  test('somebody known signs in, stays signed in, and signs out', async () => {
    const browser = new Browser();
    const back = await untilCallback(browser, KNOWN);
    expect([back.status, new URL(back.url).pathname]).toEqual([200, '/sign-in/callback']);
    expect(subjectOn(await browser.refresh(back))).toBe(KNOWN);

    const out = await browser.go(`${here}/sign-out`, { from: here, form: {} });
    expect([out.url, subjectOn(out)]).toEqual([`${here}/`, null]);
    expect(browser.cookie('doorbraak-session')).toBeUndefined();
  });

  test('the cookies: session Strict for eight hours, state and verifier Lax for ten minutes and gone after the callback', async () => {
    const browser = new Browser();
    await browser.go(`${here}/sign-in`);
    expect(browser.cookie('doorbraak-sign-in')?.header).toMatch(
      /^doorbraak-sign-in=[\w.-]+; Max-Age=600; Path=\/sign-in; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    await untilCallback(browser, KNOWN);
    expect(browser.cookie('doorbraak-sign-in')).toBeUndefined();
    expect(browser.cookie('doorbraak-session')?.header).toMatch(
      /^doorbraak-session=[\w.-]+; Max-Age=28800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
  });

  test('on https they are Secure and cannot be planted from elsewhere', async () => {
    const secure = await product(issuer, 'https://doorbraak.example');
    const response = await fetch(`${secure}/sign-in`, { redirect: 'manual' });
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-doorbraak-sign-in=.*; HttpOnly; Secure; SameSite=Lax$/);
    const headers = { 'sec-fetch-site': 'same-origin' };
    const out = await fetch(`${secure}/sign-out`, { method: 'POST', redirect: 'manual', headers });
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-doorbraak-session=; Path=\/; .*; HttpOnly; Secure; SameSite=Strict$/);
  });

  test('the issuer is asked with PKCE, state, nonce, and to let people sign in anew', async () => {
    const response = await fetch(`${here}/sign-in`, { redirect: 'manual' });
    const asked = new URL(response.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('prompt')).toBe('login');
    for (const secret of ['code_challenge', 'state', 'nonce']) expect(asked.get(secret)).toMatch(/^[\w-]{43}$/);
    expect(response.headers.getSetCookie()[0]).not.toContain(asked.get('state'));
  });

  test('somebody unknown is refused in words and gets no session', async () => {
    const browser = new Browser();
    const back = await untilCallback(browser, 'somebody-else');
    expect(back.status).toBe(403);
    expect(back.text).toContain('UNKNOWN_ACCOUNT');
    expect(back.text).toContain('Vraag de functioneel beheerder om een uitnodiging.');
    expect(browser.cookie('doorbraak-session')).toBeUndefined();
  });

  const refused = (page: Page) => expect([page.status, page.text]).toEqual([400, expect.stringContaining('SIGN_IN_FAILED')]);

  test('a wrong state is refused', async () => {
    const browser = new Browser();
    browser.stopsBefore = '/sign-in/callback';
    const callback = new URL((await untilCallback(browser, KNOWN)).url);
    browser.stopsBefore = undefined;
    callback.searchParams.set('state', 'x'.repeat(43));
    refused(await browser.go(callback.href, { from: issuer }));
    expect(browser.cookie('doorbraak-sign-in')).toBeUndefined();
  });

  test('a callback that nobody began here is refused', async () => {
    refused(await new Browser().go(`${here}/sign-in/callback?code=any&state=any`, { from: issuer }));
  });

  test('a callback is used once, also with the short cookie put back', async () => {
    const browser = new Browser();
    const asked = await browser.go(`${here}/sign-in`);
    const begun = browser.cookie('doorbraak-sign-in');
    const back = await answer(browser, asked, KNOWN);
    expect(back.status).toBe(200);
    refused(await browser.go(back.url));
    if (begun) browser.restore(begun);
    refused(await browser.go(back.url));
  });

  test('a page of a cross-site link is not signed in, though the session is there', async () => {
    const browser = new Browser();
    const back = await untilCallback(browser, KNOWN);
    expect(subjectOn(await browser.go(here, { from: issuer }))).toBeNull();
    expect(subjectOn(await browser.go(here, { from: back.url }))).toBe(KNOWN);
  });
});

describe('after signing in the browser goes on', () => {
  test.each([
    ['/huishouden/1?blad=kaart#knoop', '/huishouden/1?blad=kaart#knoop'],
    ['/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['\t//evil.example', '/'],
    ['/a\nb', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['huishouden', '/'],
    ['', '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
    ['/sign-in', '/'],
    ['/sign-out', '/'],
    [`/${'a'.repeat(500)}`, '/'],
  ])('asked for %j: to %s', (to, path) => {
    expect(pathAfter(to)).toBe(path);
    expect(new URL(path, here).origin).toBe(here);
  });

  test('to the path that was asked for, over the issuer and back; the issuer is not told', async () => {
    const browser = new Browser();
    const to = '/graphql?a=1&b="2"';
    const back = await untilCallback(browser, KNOWN, here, `?to=${encodeURIComponent(to)}`);
    expect(back.text).toContain('content="0; url=/graphql?a=1&amp;b=&quot;2&quot;"');
    expect(back.text).toContain('href="/graphql?a=1&amp;b=&quot;2&quot;"');
    const asked = await fetch(`${here}/sign-in?to=/geheim`, { redirect: 'manual' });
    expect(asked.headers.get('location')).not.toContain('geheim');
    expect(asked.headers.getSetCookie()[0]).not.toContain('geheim');
  });

  test('to our first page when the path is not ours', async () => {
    const back = await untilCallback(new Browser(), KNOWN, here, `?to=${encodeURIComponent('//evil.example')}`);
    expect(back.text).toContain('content="0; url=/"');
  });
});

describe('what the client is told of its session', () => {
  type Told = { person: string; until: string; draftKey: string };
  const fromOwnPage = (browser: Browser, at: string) => browser.go(`${at}/sign-in/session`, { from: at });
  const told = async (browser: Browser, at = here): Promise<Told> => {
    const page = await fromOwnPage(browser, at);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    return JSON.parse(page.text) as Told;
  };
  const code = ({ status, text }: Page) => [
    status,
    (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
  ];
  const signedIn = async (who = KNOWN, at = here, browser = new Browser()) => {
    browser.forget(new URL(issuer).hostname); // an issuer that lets people sign in anew, as it is asked to
    expect((await untilCallback(browser, who, at)).status).toBe(200);
    return browser;
  };
  const signOut = (browser: Browser, at = here) => browser.go(`${at}/sign-out`, { from: at, form: {} });
  const expired = () => new Promise((resolve) => setTimeout(resolve, 1100));

  test('who, until when, and a key of 32 bytes; nothing by which the issuer knows somebody', async () => {
    const begun = Date.now();
    const answer = await told(await signedIn());
    expect(Object.keys(answer)).toEqual(['person', 'until', 'draftKey']);
    expect(answer.person).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from(answer.draftKey, 'base64url')).toHaveLength(32);
    const hours = (Date.parse(answer.until) - begun) / 3_600_000;
    expect(hours).toBeGreaterThan(7.99);
    expect(hours).toBeLessThan(8.01);
  });

  test('the same person is the same everywhere, with a key of its own in each browser; somebody else is somebody else', async () => {
    const [tablet, desk, other] = await Promise.all([signedIn(), signedIn(), signedIn(COLLEAGUE)]);
    const [one, two, three] = [await told(tablet), await told(desk), await told(other)];
    expect(two.person).toBe(one.person);
    expect(three.person).not.toBe(one.person);
    expect(new Set([one.draftKey, two.draftKey, three.draftKey]).size).toBe(3);
  });

  test('nobody who is not signed in, asks from elsewhere, or comes with a token only', async () => {
    const browser = await signedIn();
    expect(code(await fromOwnPage(new Browser(), here))).toEqual([401, 'NOT_SIGNED_IN']);
    expect(code(await browser.go(`${here}/sign-in/session`, { from: issuer }))).toEqual([401, 'NOT_SIGNED_IN']);
    expect(code(await browser.go(`${here}/sign-in/session`, { from: brief }))).toEqual([401, 'NOT_SIGNED_IN']);
    const claims = { iss: issuer, sub: KNOWN, aud: AUDIENCE, exp: Math.floor(Date.now() / 1000) + 300 };
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'test' }).sign(key);
    const headers = { authorization: `Bearer ${token}`, 'sec-fetch-site': 'same-origin' };
    const response = await fetch(`${here}/sign-in/session`, { headers });
    expect([response.status, response.headers.get('cache-control')]).toEqual([401, 'no-store']);
  });

  test('an account that was taken away opens no drafts', async () => {
    const browser = await signedIn(COLLEAGUE);
    known.delete(COLLEAGUE);
    try {
      expect(code(await fromOwnPage(browser, here))).toEqual([403, 'UNKNOWN_ACCOUNT']);
    } finally {
      known.add(COLLEAGUE);
    }
  });

  test('the seed is in a cookie that no script reads, for the sign-in pages only, for seven days', async () => {
    const browser = await signedIn();
    const header = browser.cookie('doorbraak-drafts')?.header ?? '';
    expect(header).toMatch(/^doorbraak-drafts=[\w.-]+; Max-Age=604800; Path=\/sign-in; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(header).not.toContain((await told(browser)).draftKey);
  });

  test('a sign-in that expired: NOT_SIGNED_IN, and after signing in again the same drafts open', async () => {
    const browser = await signedIn(KNOWN, brief);
    const before = await told(browser, brief);
    await expired();
    expect(code(await fromOwnPage(browser, brief))).toEqual([401, 'NOT_SIGNED_IN']);
    await signedIn(KNOWN, brief, browser);
    const after = await told(browser, brief);
    expect([after.person, after.draftKey]).toEqual([before.person, before.draftKey]);
    expect(Date.parse(after.until)).toBeGreaterThan(Date.parse(before.until));
  });

  test('on a shared tablet the next person opens nothing of the one before, nor does that one ever again', async () => {
    const browser = await signedIn(KNOWN, brief);
    const first = await told(browser, brief);
    await expired();
    await signedIn(COLLEAGUE, brief, browser);
    const next = await told(browser, brief);
    expect(next.draftKey).not.toBe(first.draftKey);
    await expired();
    await signedIn(KNOWN, brief, browser);
    expect((await told(browser, brief)).draftKey).not.toBe(first.draftKey);
  });

  test('signing out takes the session, the seed and what the browser stored, for ever', async () => {
    const browser = await signedIn();
    const { draftKey } = await told(browser);
    const out = await fetch(`${here}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/']);
    expect(out.headers.get('clear-site-data')).toBe('"storage"');
    await signOut(browser);
    for (const name of ['session', 'drafts']) expect(browser.cookie(`doorbraak-${name}`)).toBeUndefined();
    await signedIn(KNOWN, here, browser);
    expect((await told(browser)).draftKey).not.toBe(draftKey);
  });

  test('another site or port cannot sign somebody out and so throw away what was typed', async () => {
    const browser = await signedIn();
    for (const from of [issuer, brief]) {
      const out = await browser.go(`${here}/sign-out`, { from, form: {} });
      expect([out.status, out.text, out.headers.get('clear-site-data')]).toEqual([
        403,
        expect.stringContaining('NOT_SAME_ORIGIN'),
        null,
      ]);
    }
    await told(browser);
  });

  test('a session whose seed was erased signs in anew', async () => {
    const browser = await signedIn();
    browser.forget('localhost', 'doorbraak-drafts');
    expect(code(await fromOwnPage(browser, here))).toEqual([401, 'NOT_SIGNED_IN']);
  });

  test('after the master key was changed a browser has to sign in anew', async () => {
    const browser = await signedIn();
    const moved = await product(issuer, undefined, { DOORBRAAK_MASTER_KEY: 'b2'.repeat(32) });
    expect(browser.cookie('doorbraak-drafts')).toBeDefined(); // it comes along: a cookie is of a host, not of a port
    expect(code(await browser.go(`${moved}/sign-in/session`, { from: moved }))).toEqual([401, 'NOT_SIGNED_IN']);
  });
});

describe('the session cookie', () => {
  const settings = { path: '/', seconds: 60, sameSite: 'strict', masterKey: MASTER_KEY, publicUrl: 'http://localhost' } as const;
  async function made(changes: Partial<Parameters<typeof sealedCookie>[0]> = {}): Promise<string> {
    const app = express();
    const cookie = sealedCookie<{ issuer: string; subject: string }>({ ...settings, name: 'session', ...changes });
    app.get('/', async (_request, response) => {
      await cookie.set(response, { issuer, subject: KNOWN });
      response.end();
    });
    const response = await fetch(`http://127.0.0.1:${await serve((request, answer) => app(request, answer))}`);
    return response.headers.getSetCookie()[0]?.split(';')[0]?.split('=')[1] ?? '';
  }
  const ask = (cookie: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }, method = 'POST') =>
    fetch(`${here}/graphql`, { method, headers: { cookie: `other=1; doorbraak-session=${cookie}`, ...headers } });
  const subjectOf = async (response: Response) => ((await response.json()) as { subject: string } | null)?.subject ?? null;

  test('holds an identity that nobody else can read or make', async () => {
    const cookie = await made();
    expect(await subjectOf(await ask(cookie))).toBe(KNOWN);
    expect(Buffer.from(cookie, 'base64url').toString()).not.toContain(KNOWN);
    const [header, wrapped, iv, text = '', tag] = cookie.split('.');
    const changed = [header, wrapped, iv, (text[0] === 'A' ? 'B' : 'A') + text.slice(1), tag].join('.');
    expect(await subjectOf(await ask(changed))).toBeNull();
  });

  test('is nothing when it is expired, of another installation, or another kind of cookie', async () => {
    expect(await subjectOf(await ask(await made({ seconds: -1 })))).toBeNull();
    expect(await subjectOf(await ask(await made({ masterKey: 'b2'.repeat(32) })))).toBeNull();
    expect(await subjectOf(await ask(await made({ name: 'sign-in' })))).toBeNull();
    expect(await subjectOf(await ask('nonsense'))).toBeNull();
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['another origin, by an older browser', { origin: 'http://localhost:1' }],
    ['nowhere', {}],
  ])('a change from %s is refused', async (_where, headers) => {
    const response = await ask(await made(), headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_SAME_ORIGIN' } }] });
  });

  test('an older browser that says our own origin is let in, and a question from elsewhere is just not signed in', async () => {
    expect(await subjectOf(await ask(await made(), { origin: here }))).toBe(KNOWN);
    expect(await subjectOf(await ask(await made(), { 'sec-fetch-site': 'cross-site' }, 'GET'))).toBeNull();
  });
});

describe('a bearer token', () => {
  const soon = () => Math.floor(Date.now() / 1000);
  const claims = (): JWTPayload => ({ iss: issuer, sub: KNOWN, aud: AUDIENCE, exp: soon() + 300 });
  const sign = (payload: JWTPayload, by: CryptoKey | Uint8Array = key, alg = 'ES256') =>
    new SignJWT(payload).setProtectedHeader({ alg, kid: 'test' }).sign(by);
  const ask = (authorization: string, at = here) => fetch(`${at}/graphql`, { method: 'POST', headers: { authorization } });

  test('of the issuer, for this api, says who asks', async () => {
    const response = await ask(`Bearer ${await sign(claims())}`);
    expect(await response.json()).toEqual({ issuer, subject: KNOWN });
  });

  test('a minute of difference between two clocks is forgiven', async () => {
    expect((await ask(`Bearer ${await sign({ ...claims(), exp: soon() - 30 })}`)).status).toBe(200);
  });

  test.each<[string, () => Promise<string> | string]>([
    ['expired', () => sign({ ...claims(), exp: soon() - 90 })],
    ['without an end', () => sign({ ...claims(), exp: undefined })],
    ['not valid yet', () => sign({ ...claims(), nbf: soon() + 300 })],
    ['for another api', () => sign({ ...claims(), aud: CLIENT.client_id })],
    ['for nobody in particular', () => sign({ ...claims(), aud: undefined })],
    ['of another issuer', () => sign({ ...claims(), iss: 'https://elsewhere.example' })],
    ['without a subject', () => sign({ ...claims(), sub: undefined })],
    ['signed by nobody', () => new UnsecuredJWT(claims()).encode()],
    ['signed by a foreign key', async () => sign(claims(), (await generateKeyPair('ES256')).privateKey)],
    ['signed with a shared secret', () => sign(claims(), new TextEncoder().encode('s'.repeat(32)), 'HS256')],
    [
      'changed',
      async () =>
        (await sign(claims())).replace(
          /\.[^.]*\./,
          `.${Buffer.from(JSON.stringify({ ...claims(), sub: 'x' })).toString('base64url')}.`,
        ),
    ],
    ['no token at all', () => 'x'],
  ])('%s is refused', async (_what, token) => {
    const response = await ask(`Bearer ${await token()}`);
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'TOKEN_INVALID' } }] });
  });

  test('another way to sign in is refused too, and no header is nobody', async () => {
    expect((await ask('Basic dTpw')).status).toBe(401);
    expect(await (await fetch(`${here}/graphql`)).json()).toBeNull();
  });
});

test('an issuer that is not there yet is said so, lets nobody in, and is found when it comes', async () => {
  const port = await serve(() => undefined);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  const late = await product(`http://127.0.0.1:${port}`);
  const page = await new Browser().go(`${late}/sign-in`);
  expect([page.status, page.text]).toEqual([503, expect.stringContaining('SIGN_IN_UNAVAILABLE')]);
  const asked = await fetch(`${late}/graphql`, { headers: { authorization: 'Bearer a.b.c' } });
  expect(asked.status).toBe(503);
  expect((await fetch(`${late}/graphql`)).status).toBe(200);

  const provider = new Provider(`http://127.0.0.1:${port}`, { clients: [], cookies: { keys: ['only-for-this-test'] } });
  await serve(provider.callback(), port);
  const response = await fetch(`${late}/sign-in`, { redirect: 'manual' });
  expect([response.status, new URL(response.headers.get('location') ?? '').port]).toEqual([303, String(port)]);
});

test('an issuer whose keys do not come is not blamed on the caller', async () => {
  const port = await serve((request, response) => {
    const address = `http://127.0.0.1:${port}`;
    response.setHeader('content-type', 'application/json');
    response.statusCode = request.url === '/keys' ? 500 : 200;
    response.end(JSON.stringify({ issuer: address, jwks_uri: `${address}/keys` }));
  });
  const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).sign(key);
  const response = await fetch(`${await product(`http://127.0.0.1:${port}`)}/graphql`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('SIGN_IN_UNAVAILABLE')]);
});

test('an issuer elsewhere is never spoken to over plain http', async () => {
  let questions = 0;
  const port = await serve((_request, response) => void response.end(String(++questions)));
  const there = await product(`http://0.0.0.0:${port}`); // reaches this machine, but not by a name of the loopback
  expect((await fetch(`${there}/sign-in`, { redirect: 'manual' })).status).toBe(503);
  expect(questions).toBe(0);
});
