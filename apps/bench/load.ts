import { Agent, request as ask } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** One question as it is sent, again and again; the n-th of them. */
export type Shot = { port: number; path: string; headers: Record<string, string>; body: string };

export type Round = {
  requests: number;
  seconds: number;
  /** milliseconds per request */ server: number;
  database: number;
  p50: number;
  p99: number;
};

export function post(agent: Agent, { port, path, headers, body }: Shot): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = ask(
      {
        host: '127.0.0.1',
        port,
        path,
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode} ${text.slice(0, 300)}`));
        });
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Asks for so long over so many connections at once, each as soon as it was answered. */
export async function drive(
  shotOf: (n: number) => Shot,
  connections: number,
  seconds: number,
  server: number,
  postmaster: number,
): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const before = { server: cpuOf(server), database: cpuOfTree(postmaster) };
  const began = performance.now();
  const until = began + seconds * 1000;
  let n = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const started = performance.now();
        await post(agent, shotOf(n++));
        times.push(performance.now() - started);
      }
    }),
  );
  const spent = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const each = (ms: number) => ms / times.length;
  return {
    requests: times.length,
    seconds: spent,
    server: each(cpuOf(server) - before.server),
    database: each(cpuOfTree(postmaster) - before.database),
    p50: times[Math.floor(times.length * 0.5)]!,
    p99: times[Math.floor(times.length * 0.99)]!,
  };
}

const TICK_MS = 10;
/** Fields after the name of the program, which may hold spaces. */
const statOf = (pid: number | string) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);

/** Milliseconds of processor that a process has used. */
export function cpuOf(pid: number): number {
  const stat = statOf(pid);
  return (stat[11]! + stat[12]!) * TICK_MS;
}

/** The same of a postmaster with its children, those that ended too. */
export function cpuOfTree(pid: number): number {
  const own = statOf(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = statOf(name);
        return stat[1] === pid ? [(stat[11]! + stat[12]!) * TICK_MS] : [];
      } catch {
        return [];
      }
    });
  return (own[11]! + own[12]! + own[13]! + own[14]!) * TICK_MS + children.reduce((sum, one) => sum + one, 0);
}

/** Megabytes that a process holds. */
export const memoryOf = (pid: number): number => (statOf(pid)[21]! * 4096) / 1e6;

export const machine = (): string => `${cpus().length} × ${cpus()[0]?.model.trim()}`;
