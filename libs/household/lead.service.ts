import { Inject, Injectable } from '@nestjs/common';
import { type Done, type Operation, refuseIf } from '@doorbraak/access';
import { type Id, newId } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { type Changed, edited, type Home, HouseholdActs, inHousehold } from './household.act';
import { AssignmentKind, Household, LeadAssignment } from './household.entity';
import type * as inputs from './household.inputs';
import type { HouseholdMap } from './household.map';
import * as rules from './household.rules';

/** Who leads a household, and who deputises. */
@Injectable()
export class LeadService {
  constructor(@Inject(HouseholdActs) private readonly acts: HouseholdActs) {}

  assignLead(operation: Operation, key: Id, input: inputs.AssignInput): Promise<Changed> {
    return this.acts.change(operation, 'assignLead', key, input, inHousehold(input), async (tx, map) => {
      refuseIf(rules.whyNotLead(input.person, await fixteamOf(tx, map, input.person), map.deputy?.personId));
      return this.handOver(tx, map, AssignmentKind.LEAD, input);
    });
  }

  assignDeputy(operation: Operation, key: Id, input: inputs.AssignInput): Promise<Changed> {
    return this.acts.change(operation, 'assignDeputy', key, input, inHousehold(input), async (tx, map) => {
      refuseIf(rules.whyNotDeputise(input.person, await fixteamOf(tx, map, input.person), map.lead?.personId));
      return this.handOver(tx, map, AssignmentKind.DEPUTY, input);
    });
  }

  endDeputy(operation: Operation, key: Id, input: inputs.EndDeputyInput): Promise<Changed> {
    return this.acts.change(operation, 'endDeputy', key, input, inHousehold(input), async (tx, map) => {
      refuseIf(rules.whyNotEndDeputy(map.deputy?.personId));
      const done = await edited(tx, Household, map, map.id, input.seen, {});
      await endActive(tx, map, AssignmentKind.DEPUTY, input.reason ?? null);
      return done;
    });
  }

  /**
   * The context is not renewed: whoever hands a household over still gets the answer of this act, and is judged anew at the next request.
   */
  private async handOver(tx: Tx, map: HouseholdMap, kind: AssignmentKind, input: inputs.AssignInput): Promise<Done> {
    const done = await edited(tx, Household, map, map.id, input.seen, {});
    await endActive(tx, map, kind, null);
    await this.assign(tx, map, kind, input.person, input.reason ?? null);
    return done;
  }

  assign(tx: Tx, household: Home, kind: AssignmentKind, personId: Id, why: string | null): Promise<void> {
    return tx.insert(LeadAssignment, {
      ...this.acts.stamp(tx, household, newId()),
      personId,
      kind,
      fromOn: tx.today,
      reason: why,
    });
  }
}

/** Ends today; on a clock that was set back, not before it began. */
async function endActive(tx: Tx, { municipalityId, id }: Home, kind: AssignmentKind, why: string | null): Promise<void> {
  await tx.query(
    `update lead_assignment set until_on = greatest(from_on, $4), reason = coalesce($5, reason)
     where municipality_id = $1 and household_id = $2 and kind = $3 and until_on is null`,
    [municipalityId, id, kind, tx.today, why],
  );
}

async function fixteamOf(tx: Tx, { municipalityId }: Home, person: Id): Promise<Id | null | undefined> {
  const [row] = await tx.query<{ fixteam: Id | null }>(
    'select fixteam_id as fixteam from professional where municipality_id = $1 and id = $2',
    [municipalityId, person],
  );
  return row?.fixteam;
}
