import 'reflect-metadata';
import './quiet';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Client } from 'pg';
import { actorOf, DECISION_LOG, Operation, type AccountDirectory, type DecisionLog, ACCOUNT_DIRECTORY } from '@doorbraak/access';
import { HouseholdMaps } from '@doorbraak/household';
import { PlanBooks } from '@doorbraak/plan';
import { loadReference, readConfiguration, readReference, UnitOfWork, type Configuration } from '@doorbraak/platform';
import { migrate, roleUrl } from '../../migrations/migrate';
import { createApi } from '../api/app';
import { REFERENCE_LISTS } from '../api/reference.lists';
import { askAt } from './ask';
import { CasePlayer } from './case.player';
import { CLIENT_ID, demoIdentity } from './identity';
import { demoToken, issuerAt } from './issuer';
import { loadDemo } from './load';
import { startPostgres } from './postgres';
import { demoSecrets } from './secrets';

/**
 * What row security and the line in the access log cost the household map, measured on and off in one run, on the household of 25 problems
 * and 25 agencies with its plan. Each arm reads the map, the plan and the money as the lead, the arms taking turns; printed, never asserted.
 */
const ROUNDS = 300;
const CASE = 'twenty-five';

/** A log that keeps nothing: the arm without the access log. */
const noLog: DecisionLog = { record: () => Promise.resolve(), since: () => Promise.resolve([]) };

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-bench-'));
  const postgres = await startPostgres({ folder });
  const apps: NestExpressApplication[] = [];
  try {
    const secrets = await demoSecrets(folder);
    await migrate(postgres.url, secrets);
    const owner = new Client({ connectionString: postgres.url });
    await owner.connect();
    await loadReference(owner, await readReference(process.cwd(), REFERENCE_LISTS), '2020-01-01');
    await owner.query(`create role bench_unbound login bypassrls password 'bench' in role doorbraak_app`);
    await owner.end();

    const port = 20_000 + (process.pid % 20_000);
    const publicUrl = `http://localhost:${port}`;
    const bound = configurationOf(roleUrl(postgres.url, 'doorbraak_app', secrets.masterKey), publicUrl, port, secrets);
    const unbound = new URL(postgres.url);
    Object.assign(unbound, { username: 'bench_unbound', password: 'bench' });
    const api = await createApi(bound, (app) => app.use(demoIdentity(publicUrl, secrets)));
    apps.push(api);
    await api.listen(port, '127.0.0.1');
    apps.push(await createApi({ ...bound, DATABASE_URL: unbound.href }));

    const issuer = issuerAt(publicUrl);
    const ask = askAt(publicUrl, (person) => demoToken(publicUrl, secrets, person));
    await loadDemo(postgres.url, issuer, ask);
    const player = new CasePlayer({ ask, issuer }, CASE, 'BENCH');
    await player.play(['*']);

    const account = await api.get<AccountDirectory>(ACCOUNT_DIRECTORY).find({ issuer, subject: player.lead.subject });
    if (!account) throw new Error('the lead is not known');
    const actor = actorOf(account, new Date());
    const arms = [
      { name: 'row security on, log on', app: apps[0]!, log: api.get<DecisionLog>(DECISION_LOG) },
      { name: 'row security off, log on', app: apps[1]!, log: api.get<DecisionLog>(DECISION_LOG) },
      { name: 'row security on, log off', app: apps[0]!, log: noLog },
      { name: 'row security off, log off', app: apps[1]!, log: noLog },
    ].map((arm) => ({
      ...arm,
      times: [] as number[],
      work: arm.app.get(UnitOfWork),
      maps: arm.app.get(HouseholdMaps),
      books: arm.app.get(PlanBooks),
    }));

    let sizes = '';
    for (let round = -20; round < ROUNDS; round++) {
      for (const { times, work, maps, books, log } of arms) {
        const started = performance.now();
        const operation = new Operation(actor, bound.DOORBRAAK_CONTEXT_KEY, work, log);
        const tx = await operation.read();
        const map = await maps.load(operation, tx, player.household);
        if (!map) throw new Error('the map is not there');
        const book = await books.newestOf(operation, tx, map);
        operation.served(operation.scopeOf(map), { class: map.problems[0]!.dataClass as never, domain: 'ROW' });
        await operation.finish();
        if (round >= 0) times.push(performance.now() - started);
        sizes = `${map.problems.length} problems, ${map.involvements.length} agencies, ${map.waits.length} waits, ${book?.measures.length ?? 0} measures, ${book?.grounds.length ?? 0} grounds`;
      }
    }
    process.stdout.write(`household map with plan and money: ${sizes}; ${ROUNDS} rounds, milliseconds\n`);
    for (const { name, times } of arms) {
      const sorted = times.toSorted((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor(sorted.length * share)]!.toFixed(2);
      process.stdout.write(`${name.padEnd(28)} median ${at(0.5).padStart(6)}   p95 ${at(0.95).padStart(6)}\n`);
    }
  } finally {
    for (const app of apps) await app.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function configurationOf(
  databaseUrl: string,
  publicUrl: string,
  port: number,
  secrets: { masterKey: string; contextKey: string; clientSecret: string },
): Configuration {
  return readConfiguration({
    DATABASE_URL: databaseUrl,
    DOORBRAAK_MASTER_KEY: secrets.masterKey,
    DOORBRAAK_CONTEXT_KEY: secrets.contextKey,
    OIDC_ISSUER: issuerAt(publicUrl),
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: secrets.clientSecret,
    PUBLIC_URL: publicUrl,
    PORT: String(port),
  });
}

void main();
