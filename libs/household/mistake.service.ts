import { Inject, Injectable } from '@nestjs/common';
import { Acts, type Operation, type Refused, refuseIf } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { loadAggregate, PlatformReference, startsAtTheEnd, type Tx } from '@doorbraak/platform';
import { newId } from '@doorbraak/kernel';
import { AssignmentKind, Contact, Household, LeadAssignment } from './household.entity';
import { type Changed, edited, HouseholdActs, inHousehold } from './household.act';
import { fixteamOf } from './lead.load';
import type { HouseholdMap } from './household.map';
import { RELIANCE, type Reliance } from './household.ports';
import { HouseholdLine } from './household.types';
import { VISIBLE } from './household.visibility';
import type * as inputs from './mistake.inputs';
import * as rules from './mistake.rules';
import { HandedOver, HouseholdChanges, HouseholdWithdrawn } from './mistake.types';
import { PaperBooks } from './paper.load';

/** The tables in which a mistake can be; ids are unique over all of them. */
const TABLES = [
  'membership',
  'problem',
  'involvement',
  'handling_note',
  'intervention',
  'wait',
  'contact',
  'letter',
  'spending_room',
  'evidence',
  'evidence_request',
  'indication',
  'indication_look',
  'debt_claim',
  'claim_action',
  'contact_year',
] as const satisfies (keyof typeof VISIBLE)[];

/** Rows that are kept under the law they belong to, and so may be kept from the end of the help on. */
const KEPT_BY_LAW = ['involvement', 'intervention', 'share', 'indication', 'indication_look'] as const;

/** What people do wrong on a day, and put right: a mistaken entry, a file closed too early, a colleague who falls ill. */
@Injectable()
export class MistakeService {
  constructor(
    @Inject(Acts) private readonly access: Acts,
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
    @Inject(PaperBooks) private readonly papers: PaperBooks,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
    @Inject(RELIANCE) private readonly reliance: Reliance,
  ) {}

  withdraw(operation: Operation, key: Id, input: inputs.WithdrawFromHouseholdInput): Promise<Changed> {
    return this.acts.change(operation, 'withdrawFromHousehold', key, input, inHousehold(input), async (tx, map) => {
      const { entry, reason } = input;
      const found = await find(tx, map.id, entry);
      const papers = await this.papers.load(tx, map.id);
      const shares = map.shares.filter(({ toOn, withdrawnOn }) => withdrawnOn === null && toOn >= tx.today);
      const resting = [
        ...rules.restingOn(entry, { ...standing(map), ...papers, shares }),
        ...(await this.reliance.usesOf(tx, map.id, entry)),
      ];
      refuseIf(rules.whyNotWithdraw(entry, found?.withdrawn === false, found?.withdrawn === true, resting));
      await tx.query(
        `update "${found!.table}" set withdrawn_on = $3, withdrawn_by = $4, withdrawn_reason = $5 where municipality_id = $1 and id = $2`,
        [map.municipalityId, entry, tx.today, tx.person, reason],
      );
      return { subject: entry };
    });
  }

  /** Help has ended: terms that begin with the end of help begin today. */
  close(operation: Operation, key: Id, input: inputs.CloseHouseholdInput): Promise<Changed> {
    return this.acts.change(operation, 'closeHousehold', key, input, inHousehold(input), async (tx, map) => {
      refuseIf(rules.whyNotClose(await this.reliance.openActions(tx, map.id)));
      for (const { key: rule, day } of startsAtTheEnd(this.platform.retentionRules.values(), tx.today))
        await retain(tx, map, rule, day);
      return edited(tx, Household, map, map.id, input.seen, { closedOn: tx.today, closedReason: input.reason });
    });
  }

  reopen(operation: Operation, key: Id, input: inputs.ReopenHouseholdInput): Promise<Changed> {
    return this.acts.always(operation, 'reopenHousehold', key, input, inHousehold(input), async (tx, map) => {
      refuseIf(rules.whyNotReopen(map, tx.today));
      for (const { key: rule } of startsAtTheEnd(this.platform.retentionRules.values(), tx.today))
        await retain(tx, map, rule, null);
      return edited(tx, Household, map, map.id, input.seen, { closedOn: null, closedReason: null });
    });
  }

  /** All households that somebody leads, at once or not at all: by that person, or by the coordinator of the team for somebody who is away. */
  handOverAll(operation: Operation, key: Id, input: inputs.HandOverAllInput): Promise<HandedOver | Refused> {
    const { municipality, person, roles } = operation.actor;
    const { from, to, reason } = input;
    return this.access.do(
      operation,
      { act: 'handOverAll', key, at: { tenant: municipality, household: null }, input },
      async (tx) => {
        const led = (await ledBy(tx, from)).filter(
          ({ relations }) => from === person || (relations.includes('OWN_TEAM') && roles.includes('TEAM_COORDINATOR')),
        );
        refuseIf(rules.whyNotHandOver(input, led, await fixteamOf(tx, { municipalityId: municipality }, to)));
        const ids = led.map(({ id }) => id);
        await tx.query('update household set version = version + 1 where municipality_id = $1 and id = any ($2)', [
          municipality,
          ids,
        ]);
        await tx.query(
          `update lead_assignment set until_on = greatest(from_on, $3), reason = coalesce(reason, $4)
           where municipality_id = $1 and household_id = any ($2) and kind = 'LEAD' and until_on is null`,
          [municipality, ids, tx.today, reason],
        );
        await tx.insert(
          LeadAssignment,
          ids.map((id) => ({
            ...this.acts.stamp(tx, { municipalityId: municipality, id }, newId()),
            ...{ personId: to, kind: AssignmentKind.LEAD, fromOn: tx.today, reason },
          })),
        );
        return { subject: to, households: ids };
      },
      async (tx, { households }) => ({ households: await linesOf(operation, tx, households ?? (await changedHands(tx, key))) }),
    );
  }

  markSeen(operation: Operation, key: Id, input: inputs.MarkSeenInput): Promise<Changed> {
    return this.acts.always(operation, 'markSeen', key, input, inHousehold(input), async (tx, map) => {
      await tx.query(
        `insert into last_look (municipality_id, person_id, household_id, at) values ($1, $2, $3, clock_timestamp())
         on conflict (municipality_id, person_id, household_id) do update set at = excluded.at`,
        [map.municipalityId, tx.person, map.id],
      );
      return { subject: map.id };
    });
  }

  async withdrawnOf(operation: Operation, map: HouseholdMap): Promise<HouseholdWithdrawn> {
    const where = `${VISIBLE.contact} and household_id = $1 and withdrawn_on is not null`;
    const [papers, { contacts }] = await Promise.all([
      this.papers.of(operation, map),
      loadAggregate(
        await operation.read(),
        { contacts: { entity: Contact, where, order: 't.withdrawn_on desc, t.id desc', limit: 100 } },
        [map.id],
      ),
    ]);
    const { actions: claimActions, ...gone } = papers.withdrawn;
    return Object.assign(new HouseholdWithdrawn(), map.withdrawn, gone, { contacts, claimActions });
  }

  /** What the log says was done in this household, by anybody, since this person last said to have seen it. Looking is no change. */
  async changesOf(operation: Operation, household: Id): Promise<HouseholdChanges> {
    const tx = await operation.read();
    const [look] = await tx.query<{ at: Date }>(
      `select at from last_look where municipality_id = any ((select gate.tenants())::uuid[]) and person_id = (select gate.person()) and household_id = $1`,
      [household],
    );
    const acts = await tx.query<HouseholdChanges['acts'][number]>(
      `select l.act, l.at, coalesce(p.label, a.name) as "byLabel", l.subject_id as subject, l.part_id as part
       from audit_log l
       left join professional p on p.municipality_id = l.municipality_id and p.id = l.person_id
       left join agency a on a.id = l.agency_id
       where l.municipality_id = any ((select gate.tenants())::uuid[]) and l.household_ids @> array[$1::uuid] and l.outcome = 'DONE'
         and $1 = any ((select gate.allowed('K1'))::uuid[])
         and l.act <> 'markSeen' and ($2::timestamptz is null or l.at > $2)
       order by l.id desc limit 100`,
      [household, look?.at ?? null],
    );
    return { since: look?.at ?? null, acts };
  }
}

const standing = ({ members, problems, involvements, handlingNotes, interventions, waits }: HouseholdMap) => ({
  ...{ members, problems, involvements, handlingNotes, interventions, waits },
});

async function find(tx: Tx, household: Id, entry: Id): Promise<{ table: string; withdrawn: boolean } | undefined> {
  const anywhere = TABLES.map(
    (table) =>
      `select '${table}' as "table", withdrawn_on is not null as withdrawn from "${table}" where ${VISIBLE[table]} and household_id = $1 and id = $2`,
  );
  return (await tx.query<{ table: string; withdrawn: boolean }>(anywhere.join(' union all '), [household, entry]))[0];
}

/** Fills the day until which rows under a rule are kept, or empties it again. */
async function retain(tx: Tx, { municipalityId, id }: HouseholdMap, rule: string, day: string | null): Promise<void> {
  for (const table of KEPT_BY_LAW)
    await tx.query(
      `update "${table}" set retain_until = $4 where municipality_id = $1 and household_id = $2 and retention_rule = $3`,
      [municipalityId, id, rule, day],
    );
}

type Led = rules.HandOver & { relations: string[] };

const ledBy = (tx: Tx, person: Id): Promise<Led[]> =>
  tx.query<Led>(
    `select household_id as id, gate.relations(household_id) as relations,
       (select d.person_id from lead_assignment d where d.municipality_id = lead_assignment.municipality_id
        and d.household_id = lead_assignment.household_id and d.kind = 'DEPUTY' and d.until_on is null) as deputy
     from lead_assignment where ${VISIBLE.lead_assignment} and person_id = $1 and kind = 'LEAD' and until_on is null for update`,
    [person],
  );

/** Sent again, the act answers with the same households: the log says which ones changed hands under this key. */
async function changedHands(tx: Tx, key: Id): Promise<Id[]> {
  const [row] = await tx.query<{ ids: Id[] }>(
    `select l.household_ids as ids from audit_log l join idempotency_key k on k.municipality_id = l.municipality_id and k.person_id = l.person_id
     where k.key = $1 and l.person_id = (select gate.person()) and l.act = 'handOverAll' and l.outcome = 'DONE' and l.subject_id = k.result_id
     order by l.id desc limit 1`,
    [key],
  );
  return row?.ids ?? [];
}

async function linesOf(operation: Operation, tx: Tx, ids: Id[]): Promise<HouseholdLine[]> {
  const lines = await tx.query<HouseholdLine>(
    `select id, municipality_id as tenant, code, fixteam_id as "fixteamId", gate.relations(id) as relations,
       (select p.label from lead_assignment a join professional p on p.municipality_id = a.municipality_id and p.id = a.person_id
        where a.municipality_id = household.municipality_id and a.household_id = household.id and a.kind = 'LEAD' and a.until_on is null) as "leadLabel"
     from household where ${VISIBLE.household} and id = any ($1) order by code`,
    [ids],
  );
  for (const line of lines) operation.place(line, { household: line.id, tenant: line.tenant, relations: line.relations });
  return lines;
}
