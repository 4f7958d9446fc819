import { Inject, Injectable } from '@nestjs/common';
import { Acts, type Done, edited, mayDo, type Operation, type Refused, refuseIf } from '@doorbraak/access';
import { type Id, newId } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { type Changed, type Home, HouseholdActs, inHousehold } from './household.act';
import { AssignmentKind, Household, LeadAssignment } from './household.entity';
import type * as inputs from './household.inputs';
import type { HouseholdMap } from './household.map';
import { holdFiles } from './household.files';
import { linesOf } from './household.lines';
import * as rules from './household.rules';
import type { HouseholdLine } from './household.types';
import { VISIBLE } from './household.visibility';
import type { HandOverAllInput } from './lead.inputs';
import { HandedOver } from './lead.types';

type Led = { id: Id; relations: HouseholdLine['relations']; deputy: Id | null };

/** Who leads a household, and who deputises. */
@Injectable()
export class LeadService {
  constructor(
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
    @Inject(Acts) private readonly plain: Acts,
  ) {}

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
      const done = await edited(tx, Household, map, input.seen, {});
      await endActive(tx, map.municipalityId, [map.id], AssignmentKind.DEPUTY, input.reason ?? null);
      return done;
    });
  }

  /** All or none, and one line of log that names them all. */
  handOverAll(operation: Operation, key: Id, input: HandOverAllInput): Promise<HandedOver | Refused> {
    const { municipality: tenant } = operation.actor;
    const { from, to, reason: why } = input;
    return this.plain.do(
      operation,
      { act: 'handOverAll', key, at: { tenant, household: null }, input, reason: why },
      async (tx) => {
        await holdFiles(
          tx,
          (await this.ledBy(operation, tx, from)).map(({ id }) => id),
        );
        const led = await this.ledBy(operation, tx, from);
        refuseIf(rules.whyNotHandOver(input, await fixteamOf(tx, { municipalityId: tenant }, to), led));
        const ids = led.map(({ id }) => id);
        await tx.query('update household set version = version + 1 where municipality_id = $1 and id = any ($2)', [tenant, ids]);
        await endActive(tx, tenant, ids, AssignmentKind.LEAD, null);
        for (const id of ids) await this.assign(tx, { municipalityId: tenant, id }, AssignmentKind.LEAD, to, why);
        return { subject: key, households: ids };
      },
      async (tx, { subject, households }) => {
        const ids = households ?? (await handedOver(tx, tenant, subject));
        const lines = await linesOf(operation, tx, 'id = any ($1) order by code, id', [ids]);
        return Object.assign(new HandedOver(), { households: lines });
      },
    );
  }

  /** What somebody leads and this actor can hand over: the own households, and those of the own team for who coordinates it. */
  private async ledBy(operation: Operation, tx: Tx, person: Id): Promise<Led[]> {
    const rows = await tx.query<Led>(
      `select household_id as id, gate.relations(household_id) as relations,
         (select d.person_id from lead_assignment d where d.municipality_id = lead_assignment.municipality_id
            and d.household_id = lead_assignment.household_id and d.kind = 'DEPUTY' and d.until_on is null) as deputy
       from lead_assignment where ${VISIBLE.lead_assignment} and person_id = $1 and kind = 'LEAD' and until_on is null order by household_id`,
      [person],
    );
    const { person: me, roles } = operation.actor;
    return rows.filter(
      ({ relations }) => (person === me || relations.includes('OWN_TEAM')) && mayDo(roles, 'assignLead', relations),
    );
  }

  /**
   * The context is not renewed: whoever hands a household over still gets the answer of this act, and is judged anew at the next request.
   */
  private async handOver(tx: Tx, map: HouseholdMap, kind: AssignmentKind, input: inputs.AssignInput): Promise<Done> {
    const done = await edited(tx, Household, map, input.seen, {});
    await endActive(tx, map.municipalityId, [map.id], kind, null);
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
async function endActive(tx: Tx, tenant: Id, households: Id[], kind: AssignmentKind, why: string | null): Promise<void> {
  await tx.query(
    `update lead_assignment set until_on = greatest(from_on, $4), reason = coalesce($5, reason)
     where municipality_id = $1 and household_id = any ($2) and kind = $3 and until_on is null`,
    [tenant, households, kind, tx.today, why],
  );
}

async function fixteamOf(tx: Tx, { municipalityId }: Pick<Home, 'municipalityId'>, person: Id): Promise<Id | null | undefined> {
  const [row] = await tx.query<{ fixteam: Id | null }>(
    'select fixteam_id as fixteam from professional where municipality_id = $1 and id = $2',
    [municipalityId, person],
  );
  return row?.fixteam;
}

/** What the same hand-over gave when it was sent before: it is in the log of who did it. */
async function handedOver(tx: Tx, tenant: Id, handover: Id): Promise<Id[]> {
  const [line] = await tx.query<{ households: Id[] }>(
    `select household_ids as households from audit_log
     where municipality_id = $1 and person_id = $2 and act = 'handOverAll' and outcome = 'DONE' and subject_id = $3`,
    [tenant, tx.person, handover],
  );
  return line?.households ?? [];
}
