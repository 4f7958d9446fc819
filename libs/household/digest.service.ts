import { Inject, Injectable } from '@nestjs/common';
import type { Operation } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { isOpen } from './household.band.rules';
import { type HouseholdMap, HouseholdMaps } from './household.map';
import { countCircles } from './unlock.rules';

/** Whether this actor reads all that a digest is made of; whoever reads a part of a household would write a part down as the whole. */
const READS_ALL = `select $1 = any ((select gate.allowed('K4'))::uuid[]) and $1 = any ((select gate.allowed('K5'))::uuid[]) as all`;

const WRITE = `insert into household_digest (municipality_id, household_id, open_problems, circles, on_day) values ($1, $2, $3, $4, $5)
  on conflict (municipality_id, household_id) do update set open_problems = excluded.open_problems, circles = excluded.circles, on_day = excluded.on_day`;

/** Writes what the work list says of a household. Problems and waits are entered by whoever holds it, so no other act could make it untrue. */
@Injectable()
export class HouseholdDigests {
  constructor(@Inject(HouseholdMaps) private readonly maps: HouseholdMaps) {}

  /** The household as it was read for it, for what else is to be written down; null when this actor does not read it whole. */
  async renew(operation: Operation, tx: Tx, household: Id): Promise<HouseholdMap | null> {
    const [reads] = await tx.query<{ all: boolean }>(READS_ALL, [household]);
    const map = reads?.all ? await this.maps.renew(operation, tx, household) : null;
    if (!map) return null;
    const { municipalityId, problems, liveWaits } = map;
    await tx.query(WRITE, [municipalityId, household, problems.filter(isOpen).length, countCircles(liveWaits), tx.today]);
    return map;
  }
}
