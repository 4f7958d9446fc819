import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@doorbraak/kernel';
import { Program } from '../program';
import { World, type Town } from '../world';

/** `npm run faults` restarts each of two api processes ten times; `npm test` once. */
const KILLS = Number(process.env['KILLS'] ?? 1);
const CLIENTS = 8;

jest.setTimeout(60_000 + KILLS * 60_000);

let world: World;
let town: Town;
let token: string;
const apis: { program: Program; address: string }[] = [];

beforeAll(async () => {
  world = await World.open();
  town = await world.town('GM9971');
  token = await world.issuer.token(town.admin.subject);
  for (const _ of ['one', 'other']) apis.push(await start());
});
afterAll(async () => {
  for (const { program } of apis) await program.kill();
  await world.close();
});

async function start(): Promise<{ program: Program; address: string }> {
  let port: string | undefined;
  const { DATABASE_URL, DOORBRAAK_MASTER_KEY, DOORBRAAK_CONTEXT_KEY, OIDC_ISSUER } = world.configuration;
  const configuration = { DATABASE_URL, DOORBRAAK_MASTER_KEY, DOORBRAAK_CONTEXT_KEY, OIDC_ISSUER };
  const environment = { ...configuration, OIDC_CLIENT_SECRET: 'test', PUBLIC_URL: 'http://127.0.0.1:1', PORT: '0' };
  const program = await Program.start('api', environment, (line) => {
    port = /"port":(\d+),"msg":"the api listens"/.exec(line)?.[1];
    return port !== undefined;
  });
  return { program, address: `http://127.0.0.1:${port}` };
}

/** The code of a connection that nobody took: what was sent over it reached nobody. */
const isRefused = (error: unknown) => (error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED';

/** As a balancer does it: the next one when this one takes nothing in. Everything else that goes wrong is an error of ours. */
async function ask(): Promise<string> {
  const key = newId();
  const body = JSON.stringify({
    query: 'mutation ($key: ID!, $name: String!) { addFixteam(key: $key, name: $name) { __typename } }',
    variables: { key, name: `team ${key}` },
  });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  for (const { address } of Math.random() < 0.5 ? [...apis] : apis.toReversed())
    try {
      const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
      const text = await response.text();
      if (response.status === 503) continue;
      return response.status === 200 && text.includes('DirectoryDone') ? 'answered' : `${response.status} ${text}`;
    } catch (error) {
      if (!isRefused(error)) return `cut off: ${(error as { cause?: { code?: string } }).cause?.code}`;
    }
  return 'nobody took it';
}

test(`each of two api processes is stopped and started ${KILLS} time(s) while people write: no request fails`, async () => {
  const ends = new Map<string, number>();
  let stopping = false;
  const client = async () => {
    while (!stopping) {
      const end = await ask();
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
  };
  const clients = Array.from({ length: CLIENTS }, client);
  const goesOn = async (more: number) => {
    const before = ends.get('answered') ?? 0;
    while ((ends.get('answered') ?? 0) < before + more) await pause(20);
  };
  for (let round = 0; round < KILLS; round++)
    for (const [i, { program }] of [...apis.entries()]) {
      await goesOn(30);
      expect(await program.kill('SIGTERM')).toEqual([0, null]);
      await goesOn(30);
      apis[i] = await start();
    }
  stopping = true;
  await Promise.all(clients);
  process.stdout.write(`\n${KILLS} rolling restart(s): ${JSON.stringify(Object.fromEntries(ends))}\n`);
  expect([...ends.keys()]).toEqual(['answered']);
});
