import { Inject, Injectable } from '@nestjs/common';
import { type Done, edited, type Operation, refuseIf } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { PlatformReference, retentionFromEnd, type Tx } from '@doorbraak/platform';
import type { CloseHouseholdInput, ReopenHouseholdInput } from './closing.inputs';
import { type Changed, HouseholdActs, inHousehold } from './household.act';
import { Household } from './household.entity';
import type { HouseholdMap } from './household.map';
import { RELIANCE, type Reliance } from './household.ports';
import { whyNotClose, whyNotReopen } from './household.rules';

/** Closing a file and opening it again. That a closed file takes no other act is judged before every act, see household.files.ts. */
@Injectable()
export class ClosingService {
  constructor(
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
    @Inject(RELIANCE) private readonly reliance: Reliance,
  ) {}

  close(operation: Operation, key: Id, input: CloseHouseholdInput): Promise<Changed> {
    const { household, seen, reason } = input;
    return this.acts.change(
      operation,
      'closeHousehold',
      key,
      input,
      inHousehold(input),
      async (tx, map) => {
        refuseIf(whyNotClose(await this.reliance.openActions(tx, household)));
        return this.set(tx, map, seen, { closedOn: tx.today, closedReason: reason });
      },
      reason,
    );
  }

  reopen(operation: Operation, key: Id, input: ReopenHouseholdInput): Promise<Changed> {
    const { seen, reason } = input;
    return this.acts.change(
      operation,
      'reopenHousehold',
      key,
      input,
      inHousehold(input),
      async (tx, map) => {
        refuseIf(whyNotReopen(map, tx.today));
        return this.set(tx, map, seen, { closedOn: null, closedReason: null });
      },
      reason,
    );
  }

  private async set(tx: Tx, map: HouseholdMap, seen: number, closed: Partial<Household>): Promise<Done> {
    const done = await edited(tx, Household, map, seen, closed);
    const terms = retentionFromEnd(this.platform.retentionRules.values(), tx.today);
    await tx.query('select gate.keep_from_end($1, $2)', [map.id, JSON.stringify(terms)]);
    return done;
  }
}
