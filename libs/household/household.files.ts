import { Injectable } from '@nestjs/common';
import { type ActName, type Files, ON_CLOSED_FILE } from '@doorbraak/access';
import { type Id, type Reason, reason } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { VISIBLE } from './household.visibility';

/** One after another per household: for everybody, also for an agency whose row policies would not let it lock the row of the household. */
export async function holdFiles(tx: Tx, households: readonly Id[]): Promise<void> {
  for (const household of [...households].sort())
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [household]);
}

@Injectable()
export class HouseholdFiles implements Files {
  async whyNot(tx: Tx, act: ActName, household: Id): Promise<Reason[]> {
    await holdFiles(tx, [household]);
    // A statement of its own: what somebody else did while this one waited is seen.
    const [file] = await tx.query<{ closed: boolean }>(
      `select closed_on is not null as closed from household where ${VISIBLE.household} and id = $1`,
      [household],
    );
    return file?.closed && !ON_CLOSED_FILE.includes(act) ? [reason('CASE_CLOSED', household)] : [];
  }
}
