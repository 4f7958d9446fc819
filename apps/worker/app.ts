import { Pool } from 'pg';
import PgBoss from 'pg-boss';
import { CannotStart } from '@doorbraak/kernel';
import { describe, log, Metrics, type WorkerConfiguration } from '@doorbraak/platform';
import { JOBS } from './jobs';

export type RunningWorker = { stop(): Promise<void> };

/** Takes jobs from PostgreSQL; run as many as there is work for, each job runs in one of them. */
export async function startWorker({ WORKER_DATABASE_URL, METRICS_PORT }: WorkerConfiguration): Promise<RunningWorker> {
  const database = new Pool({ connectionString: WORKER_DATABASE_URL, max: 1, connectionTimeoutMillis: 5000 });
  database.on('error', (error) => log.error(describe(error), 'the database left'));
  await database.query('select 1').catch((error: { code?: string }) => {
    throw new CannotStart(`The database of WORKER_DATABASE_URL does not let us in (${error.code ?? 'no answer'}).`);
  });
  // Its schema is the migrations' to make and to change.
  const boss = new PgBoss({ connectionString: WORKER_DATABASE_URL, max: 2, migrate: false });
  boss.on('error', (error) => log.error(describe(error), 'the queue of jobs'));
  await boss.start();
  const metrics = new Metrics();
  if (METRICS_PORT) await metrics.listen(METRICS_PORT);
  for (const { name, cron, run } of JOBS) {
    await boss.schedule(name, cron, undefined, { tz: 'Europe/Amsterdam' });
    await boss.work(name, () => metrics.job(name, () => run(database)));
  }
  return {
    /** Running jobs are finished first. */
    async stop() {
      await boss.stop({ timeout: 30_000 });
      await database.end();
      await metrics.onModuleDestroy();
    },
  };
}
