import type { Pool } from 'pg';
import { log } from '@doorbraak/platform';

/** What the worker does by itself. A job carries no data: what there is to do, it finds in the database. */
export type Job = { name: string; cron: string; run: (database: Pool) => Promise<void> };

/** Real time, not the clock of a tenant: how long two machines can agree that a message was a repetition is a technical term. */
const KEYS_ARE_KEPT_DAYS = 30;

export const JOBS: readonly Job[] = [
  {
    name: 'purge-idempotency-keys',
    cron: '20 3 * * *',
    run: async (database) => {
      const { rows } = await database.query<{ purged: number }>('select gate.purge_idempotency_keys($1) as purged', [
        KEYS_ARE_KEPT_DAYS,
      ]);
      log.info({ purged: rows[0]?.purged }, 'idempotency keys purged');
    },
  },
];
