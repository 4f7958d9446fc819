import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { isPlaying } from '../../apps/demo/running';
import { openBrowser } from './find.browser';

// A whole product starts, plays its cases, and a browser beside it; on a busy machine that takes a while. Nothing here is a measurement.
jest.setTimeout(300_000);

const START = path.join(__dirname, '../../apps/demo/start.mjs');

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

interface Demo {
  process: ChildProcess;
  port: number;
}

/** The demo as somebody starts it, in this folder. */
async function startDemo(folder: string, settings: Record<string, string> = {}): Promise<Demo> {
  const port = await freePort();
  const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), ...settings };
  const demo = spawn('node', [START, 'main'], { cwd: folder, env: environment });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes('ready in')) resolve();
    };
    demo.stdout.on('data', hear);
    demo.stderr.on('data', hear);
    demo.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${said}`)));
  });
  return { process: demo, port };
}

async function stopDemo({ process: demo }: Demo): Promise<void> {
  const ended = new Promise((resolve) => demo.once('exit', resolve));
  demo.kill('SIGTERM');
  await ended;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const allPlayed = async (folder: string) => {
  while (isPlaying(path.join(folder, '.data'))) await pause(200);
};

const ROOT = path.join(__dirname, '../..');
/** What the data of a played demo follows from; where nothing of it changed today, the data of an earlier run is as good. */
const SOURCES = ['apps/demo', 'apps/api', 'libs', 'migrations', 'package-lock.json'];
const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

function playedFolder(): { name: string; older: string[] } {
  const changed = SOURCES.flatMap((source) => {
    const place = path.join(ROOT, source);
    const files = statSync(place).isDirectory() ? readdirSync(place, { recursive: true, encoding: 'utf8' }) : [''];
    return files.map((file) => statSync(path.join(place, file)).mtimeMs);
  });
  const ours = `doorbraak-played-${short(ROOT)}-`;
  const name = ours + short(`${Math.max(...changed)} ${new Date().toDateString()}`);
  return { name, older: readdirSync(tmpdir()).filter((one) => one.startsWith(ours) && !one.startsWith(name)) };
}

/** The data of a demo that played all its cases. Whoever comes first makes it, whoever comes meanwhile waits; each stage begins with a copy. */
async function playedData(): Promise<string> {
  const { name, older } = playedFolder();
  const folder = path.join(tmpdir(), name);
  while (!existsSync(folder)) {
    if (!claim(`${folder}.lock`)) {
      await pause(200);
      continue;
    }
    for (const one of older) rmSync(path.join(tmpdir(), one), { recursive: true, force: true });
    try {
      await play(`${folder}.new`);
      renameSync(`${folder}.new`, folder);
    } finally {
      rmSync(`${folder}.lock`);
    }
  }
  return path.join(folder, '.data');
}

/** True for one process at a time; a claim of one that was killed does not count. */
function claim(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
    if (holder && !isAlive(Number(holder))) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function play(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const demo = await startDemo(folder, { DEMO_BREATH: '0' });
  await allPlayed(folder);
  await stopDemo(demo);
  // each copy finds a port of its own
  rmSync(path.join(folder, '.data/postgres/port'), { force: true });
}

/** The demo as somebody starts it, with a database of its own in which all cases were played, and a real browser before it. */
export class Stage {
  private readonly contexts: BrowserContext[] = [];
  /** What a page complained about in its console, or an error that nobody caught; a test that expects none says so. */
  readonly complaints: string[] = [];

  private constructor(
    readonly address: string,
    readonly browser: Browser,
    private readonly demo: Demo,
    private readonly folder: string,
  ) {}

  /** `DEMO_CASES: 'none'` begins without any household: the people of the cases, and nothing played. */
  static async open(settings: Record<string, string> = {}): Promise<Stage> {
    const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-web-'));
    if (settings['DEMO_CASES'] !== 'none') cpSync(await playedData(), path.join(folder, '.data'), { recursive: true });
    // what was played stays; nothing is looked for that is left to play
    const demo = await startDemo(folder, { DEMO_CASES: 'none', ...settings });
    return new Stage(`http://localhost:${demo.port}`, await openBrowser(), demo, folder);
  }

  async close(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
    await this.browser.close();
    await stopDemo(this.demo);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A device of its own: no cookies, nothing stored. */
  async device(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.address,
      locale: 'nl-NL',
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      ...options,
    });
    this.contexts.push(context);
    const page = await context.newPage();
    page.on('console', (message) => {
      // that an answer said no is what some tests are about
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    return page;
  }

  /** Asks the api as whoever is signed in on this page, for what a test has to prepare or look up. */
  async ask<Data>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const answer = await page.evaluate(async (body) => {
      const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return (await response.json()) as { data: unknown; errors?: unknown };
    }, JSON.stringify({ query, variables }));
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as Data;
  }

  /** Signs in by hand, as a demo person (`npm run token` lists them), and comes out at `to`. */
  async signIn(page: Page, person: string, to = '/'): Promise<void> {
    await page.goto(to);
    await page.getByRole('button', { name: /^(Aanmelden|Sign in)$/ }).click();
    await choose(page, person);
    await page.getByRole('banner').waitFor();
  }

  /** A device on which this demo person is signed in. */
  async as(person: string, to = '/', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.device(options);
    await this.signIn(page, person, to);
    return page;
  }
}

/** The list of people of the demo's OpenID provider; people of other cases are folded away. */
export async function choose(page: Page, person: string): Promise<void> {
  const button = page.locator(`button[name=person][value="${person}"]`);
  await button.evaluate((element: Element) => element.closest('details')?.setAttribute('open', ''));
  await button.click();
}
