import type { ClientBase } from 'pg';
import PgBoss from 'pg-boss';
import { JOBS } from '../apps/worker/jobs';

/** Queue of pg-boss itself: what a schedule sends, and it would make it at its start, for which the worker has no right. */
const SCHEDULES = '__pgboss__send-it';

/** The schema of the queue of jobs, one queue per job, made by the owner; the worker may work in it and make nothing. */
export async function prepareJobs(owner: ClientBase): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (sql, values) => owner.query(sql, values) },
    schedule: false,
    supervise: false,
  });
  await boss.start();
  for (const name of [SCHEDULES, ...JOBS.map((job) => job.name)]) await boss.createQueue(name);
  await boss.stop({ graceful: false });
  await owner.query(`grant usage on schema pgboss to doorbraak_worker;
    grant select, insert, update, delete on all tables in schema pgboss to doorbraak_worker`);
}
