import 'reflect-metadata';
import './quiet';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { Router } from 'express';
import { Client } from 'pg';
import { sendPage } from '@doorbraak/access';
import { CannotStart, orOneSentence } from '@doorbraak/kernel';
import { loadReference, readConfiguration, readReference, type Configuration } from '@doorbraak/platform';
import { migrate, ownerConnection, roleUrl } from '../../migrations/migrate';
import { createApi } from '../api/app';
import { REFERENCE_LISTS } from '../api/reference.lists';
import { askAt } from './ask';
import { startWorker } from '../worker/app';
import { CLIENT_ID, demoIdentity } from './identity';
import { demoToken, issuerAt } from './issuer';
import type { Stage } from './case.acting';
import type { CaseName } from './case.file';
import { casesOf, loadDemo, playOthers } from './load';
import { homePage } from './pages';
import { PEOPLE } from './people';
import { erasePostgres, startPostgres } from './postgres';
import { DATA, liveAt, noteRunning, noteStopped } from './running';
import { demoSecrets, eraseSecrets, type DemoSecrets } from './secrets';

/** Before the day of every case, so that a demo whose clock is set back still knows its laws. */
const REFERENCE_KNOWN_FROM = '2020-01-01';
const HOST = '127.0.0.1'; // whoever reaches a demo can be anybody in it
const POSTGRES = path.join(DATA, 'postgres');

/** What has been started, in that order; it stops in the reverse one. */
const running: (() => Promise<unknown>)[] = [];
async function stop(): Promise<void> {
  for (let last = running.pop(); last; last = running.pop()) await last();
}

async function start(wanted: string, isFresh: boolean): Promise<void> {
  const begun = performance.now();
  const port = Number(wanted);
  if (!(Number.isInteger(port) && port > 0 && port < 65536))
    throw new CannotStart('PORT must be a number from 1 to 65535, for instance PORT=3000 npm start.');
  const names = casesOf(process.env['DEMO_CASES']);
  const publicUrl = process.env['PUBLIC_URL'] ?? `http://localhost:${port}`;
  await refuseSecondStart();
  const reservation = await reserve(port);
  running.push(() => close(reservation));
  await refusePortOfBrowsers(port);
  makeData();
  if (isFresh) await startOver();

  const secrets = await demoSecrets(DATA);
  const ownerUrl = await database();
  await migrate(ownerUrl, secrets);
  await reference(ownerUrl);

  const api = await createApi(configurationOf(ownerUrl, publicUrl, port, secrets), (app) => {
    app.use(demoIdentity(publicUrl, secrets));
    app.use(Router().get('/demo', (_request, response) => sendPage(response, 200, homePage(publicUrl, PEOPLE))));
  });
  running.push(() => api.close());
  const worker = await startWorker({ WORKER_DATABASE_URL: roleUrl(ownerUrl, 'doorbraak_worker', secrets.masterKey) });
  running.push(() => worker.stop());
  await close(reservation);
  await api.listen(port, HOST);
  const tokenOf = (person: { subject: string }) => demoToken(publicUrl, secrets, person);
  const stage = { ask: askAt(await api.getUrl(), tokenOf), issuer: issuerAt(publicUrl) };
  await loadDemo(ownerUrl, stage.issuer, stage.ask, names);

  noteRunning(DATA, publicUrl, names.length > 0);
  running.push(() => Promise.resolve(noteStopped(DATA)));
  process.stdout.write(welcome(publicUrl, performance.now() - begun));
  if (names.length > 0) inTheBackground(stage, names, () => noteRunning(DATA, publicUrl, false));
}

/** The first case was played before anybody could look; the others follow while somebody does. */
function inTheBackground(stage: Stage, names: readonly CaseName[], done: () => void): void {
  const stopping = new AbortController();
  const playing = playOthers(stage, names, stopping.signal, (name, { message }) =>
    process.stderr.write(
      `The case ${name} could not be played to its end (${message.split('\n')[0]}); the next start tries again.\n`,
    ),
  ).then(() => stopping.signal.aborted || done());
  running.push(() => {
    stopping.abort();
    return playing;
  });
}

/** The data belongs to one process; a note of an earlier one that was killed does not count. */
async function refuseSecondStart(): Promise<void> {
  const address = await liveAt(DATA);
  if (address) throw new CannotStart(`Doorbraak runs already at ${address}; nothing was changed.`);
}

/** Holds the port from the first moment, so that of two starts at once one gives way before it touches anything. */
function reserve(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((_request, response) =>
      response.writeHead(503, { 'retry-after': '2' }).end('Doorbraak is starting.'),
    );
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotStart(whyNoPort(port, error))));
    server.listen(port, HOST, () => resolve(server));
  });
}

/** Browsers and fetch open no page at ports of some other protocols, such as 4190; which those are is theirs to know. */
async function refusePortOfBrowsers(port: number): Promise<void> {
  const refused = await fetch(`http://${HOST}:${port}`).then(
    () => false,
    ({ cause }: Error) => cause instanceof Error && cause.message === 'bad port',
  );
  if (refused)
    throw new CannotStart(`Browsers open no page at port ${port}; choose another one, for instance PORT=3000 npm start.`);
}

const whyNoPort = (port: number, { code }: NodeJS.ErrnoException) =>
  code === 'EADDRINUSE'
    ? `Port ${port} is taken by another program; choose another one, for instance PORT=${port < 65_535 ? port + 1 : 3000} npm start.`
    : `Port ${port} cannot be used (${code}); choose another one, for instance PORT=3000 npm start.`;

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function makeData(): void {
  try {
    mkdirSync(DATA, { recursive: true });
    accessSync(DATA, constants.W_OK);
  } catch {
    throw new CannotStart(`The folder ${DATA} cannot be written; give this user the right to, or start from another folder.`);
  }
}

async function startOver(): Promise<void> {
  if (process.env['DATABASE_URL'])
    throw new CannotStart('--fresh erases the built-in database only; empty the database of DATABASE_URL yourself, or unset it.');
  await erasePostgres(POSTGRES);
  eraseSecrets(DATA);
}

/** The address of the database, as somebody who may make tables and roles in it. */
async function database(): Promise<string> {
  const given = process.env['DATABASE_URL'];
  if (!given) {
    const postgres = await startPostgres({ folder: POSTGRES });
    running.push(() => postgres.stop());
    return postgres.url;
  }
  try {
    const client = new Client({ connectionString: given, connectionTimeoutMillis: 5000 });
    await client.connect();
    await client.end();
    return given;
  } catch (error) {
    // The message of an invalid address would quote it, password and all.
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'it is not an address of PostgreSQL';
    throw new CannotStart(
      `The database of DATABASE_URL cannot be reached (${why}); start it, or unset DATABASE_URL to use the built-in one.`,
    );
  }
}

const reference = (ownerUrl: string) =>
  ownerConnection(ownerUrl, async (owner) =>
    loadReference(owner, await readReference(path.join(__dirname, '../..'), REFERENCE_LISTS), REFERENCE_KNOWN_FROM),
  );

const configurationOf = (ownerUrl: string, publicUrl: string, port: number, secrets: DemoSecrets): Configuration =>
  readConfiguration({
    ...process.env,
    DATABASE_URL: roleUrl(ownerUrl, 'doorbraak_app', secrets.masterKey),
    DOORBRAAK_MASTER_KEY: secrets.masterKey,
    DOORBRAAK_CONTEXT_KEY: secrets.contextKey,
    OIDC_ISSUER: issuerAt(publicUrl),
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: secrets.clientSecret,
    PUBLIC_URL: publicUrl,
    PORT: String(port),
  });

const welcome = (publicUrl: string, took: number) => `
Doorbraak runs at ${publicUrl}     ready in ${(took / 1000).toFixed(1)} s
  ${publicUrl}/           the product: sign in as one of the demo people
  ${publicUrl}/demo       what is here, and the demo people
  ${publicUrl}/graphql    the api
  ${publicUrl}/sign-in    sign in with a browser
A bearer token: npm run token -- lead     (without a name: the list of people)
Five cases, played and proven: npm run cases     (in another window; one of them: npm run cases -- peter)
Stop with Ctrl-C. The data stays in .data; npm start -- --fresh starts over.
`;

const started = start(process.env['PORT'] ?? '3000', process.argv.includes('--fresh')).catch(async (error: unknown) => {
  await stop();
  throw error;
});
orOneSentence(started);

// Each stop waits for the start, so that nothing is started behind its back.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    void started.catch(() => undefined).then(stop);
  });
