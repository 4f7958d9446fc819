import type { CDPSession, Page } from 'playwright-core';

/** The page has what it was opened for. */
export interface Opened {
  name: string;
  path: string;
  shows: string;
  /** A question that only adds to what already shows, and whose key stands in the answer before. */
  adds?: string;
}
export interface Loaded {
  /** Bytes of script as they came over the line, compressed. */
  script: number;
  /** The longest row of requests that each wait for the one before, after what the document itself names. */
  chain: string[];
}

interface Request {
  what: string;
  isScript: boolean;
  began: number;
  ended: number;
  bytes: number;
}
/** Put on every request, so that what begins after another has come also waits for it, and nothing else does. Milliseconds. */
const LATENCY = 400;
const NAMED = /^\s*(?:query|mutation|subscription)\s+(\w+)/;

/** Opens a page as somebody whose device keeps nothing of it yet, over a line that is far away. */
export async function load(page: Page, { path, shows, adds }: Opened): Promise<Loaded> {
  const line = await page.context().newCDPSession(page);
  const requests = new Map<string, Request>();
  line.on('Network.requestWillBeSent', ({ requestId, request, type, timestamp }) => {
    if (type !== 'Script' && type !== 'Fetch') return;
    const { query } = JSON.parse(request.postData ?? '{}') as { query?: string };
    const what = NAMED.exec(query ?? '')?.[1] ?? new URL(request.url).pathname.replace(/-[^-]*\.js$/, '.js');
    requests.set(requestId, { what, isScript: type === 'Script', began: timestamp, ended: Infinity, bytes: 0 });
  });
  line.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes += encodedDataLength;
  });
  line.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    const request = requests.get(requestId);
    if (request) request.ended = timestamp;
  });
  await line.send('Network.enable');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  await farAway(line, LATENCY);
  await page.goto(path);
  const named = await page.locator('head script[src], head link[rel=modulepreload]').count();
  await page.locator(shows).first().waitFor();
  const all = [...requests.values()]
    .filter(({ ended, what }) => ended < Infinity && what !== adds)
    .sort((a, b) => a.began - b.began);
  await farAway(line, 0);
  await line.send('Network.setCacheDisabled', { cacheDisabled: false });
  await line.detach();
  return {
    script: all.filter(({ isScript }) => isScript).reduce((sum, { bytes }) => sum + bytes, 0),
    chain: longest(all.slice(named)).map(({ what }) => what),
  };
}

const farAway = (line: CDPSession, latency: number) =>
  line.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 });

/** Of requests in the order in which they began: the longest row in which each began after the one before had come. */
function longest(all: readonly Request[]): Request[] {
  const rows: Request[][] = [];
  for (const request of all) {
    const before = rows.filter((row) => (row.at(-1)?.ended ?? 0) <= request.began);
    rows.push([...before.reduce<Request[]>((most, row) => (row.length > most.length ? row : most), []), request]);
  }
  return rows.reduce((most, row) => (row.length > most.length ? row : most), []);
}

/** A processor that is so many times slower than this one. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('Emulation.setCPUThrottlingRate', { rate });
}

type Noted = { asked: number; drawn: number };

/** Milliseconds from the answer of the question of the map until all of it is on the screen. */
export async function drawing(page: Page, path: string): Promise<number> {
  await page.addInitScript(() => {
    const noted: Noted = { asked: 0, drawn: 0 };
    const ask = window.fetch.bind(window);
    window.fetch = (...given) => {
      const { body } = given[1] ?? {};
      if (typeof body === 'string' && body.includes('query HouseholdMap')) noted.asked ||= performance.now();
      return ask(...given);
    };
    // Drawn is the frame after its last problem or agency came.
    let before = 0;
    new MutationObserver(() => {
      const count = document.querySelectorAll('[data-walk]').length;
      if (count === before) return;
      before = count;
      requestAnimationFrame(() => setTimeout(() => (noted.drawn = performance.now())));
    }).observe(document, { childList: true, subtree: true });
    Object.assign(window, { noted });
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.locator('[data-walk=agency]').first().waitFor();
  return page.evaluate(() => {
    const { asked, drawn } = (window as unknown as { noted: Noted }).noted;
    const answers = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const answer = answers.find(({ name, startTime }) => name.endsWith('/graphql') && startTime >= asked);
    return Math.round(drawn - (answer?.responseEnd ?? Infinity));
  });
}

/** Milliseconds from each key until the screen shows what it did, and the requests that went meanwhile. */
export async function typing(page: Page, text: string): Promise<{ times: number[]; requests: string[] }> {
  const requests: string[] = [];
  const hear = (request: { url: () => string }) => requests.push(request.url());
  page.on('request', hear);
  await page.evaluate(() => {
    const times: number[] = [];
    let pressed = 0;
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
    addEventListener(
      'input',
      () => {
        const since = pressed;
        requestAnimationFrame(() => setTimeout(() => times.push(Math.round(performance.now() - since))));
      },
      { capture: true },
    );
    Object.assign(window, { times });
  });
  await page.keyboard.type(text, { delay: 120 });
  await page.waitForFunction((count) => (window as unknown as { times: number[] }).times.length >= count, text.length);
  page.off('request', hear);
  return { times: await page.evaluate(() => (window as unknown as { times: number[] }).times), requests };
}
