import { Inject, Injectable } from '@nestjs/common';
import { type ActPlace, type Operation, partWithdrawn, Refusal, type Relation } from '@doorbraak/access';
import { type Id, type LocalDate, reason } from '@doorbraak/kernel';
import { loadAggregate, rowsOf, Secrets, type Tx, type WrappedKey } from '@doorbraak/platform';
import { type Band, type BandThresholds, bandOf, isOpen } from './household.band.rules';
import {
  AgencyInvolvement,
  AssignmentKind,
  HandlingNote,
  Household,
  HouseholdMember,
  Intervention,
  LeadAssignment,
  Membership,
  Person,
  Problem,
  Share,
  Wait,
} from './household.entity';
import type { MonthOfContacts } from './household.types';
import { VISIBLE } from './household.visibility';

export const BAND_THRESHOLDS = Symbol('band thresholds');

/** What people entered of a household, and may turn out to be a mistake. */
export type HouseholdEntries = {
  members: HouseholdMember[];
  problems: Problem[];
  involvements: AgencyInvolvement[];
  handlingNotes: HandlingNote[];
  interventions: Intervention[];
  waits: Wait[];
};

/** A household with everything of it that this actor may see, texts opened. It lives in memory for one request. */
export class HouseholdMap extends Household implements HouseholdEntries {
  assignments: LeadAssignment[];
  members: HouseholdMember[];
  problems: Problem[];
  involvements: AgencyInvolvement[];
  handlingNotes: HandlingNote[];
  shares: Share[];
  interventions: Intervention[];
  waits: Wait[];
  /** What was withdrawn as a mistake; none of it is in the lists above, and nothing is judged by it. */
  withdrawn: HouseholdEntries;
  contactsPerMonth: MonthOfContacts[];
  band: Band;

  get lead(): LeadAssignment | null {
    return this.active(AssignmentKind.LEAD);
  }

  get deputy(): LeadAssignment | null {
    return this.active(AssignmentKind.DEPUTY);
  }

  /**
   * Waits that hold something up: not lifted, and neither what waits nor what it waits for is over. An agency's part is over when every
   * problem that it works on is. What comes back holds up again.
   */
  get liveWaits(): Wait[] {
    const over = new Set(this.problems.filter((problem) => !isOpen(problem)).map(({ id }) => id));
    for (const { id, problemIds } of this.involvements)
      if (problemIds.length && problemIds.every((problem) => over.has(problem))) over.add(id);
    return this.waits.filter(({ liftedOn, waiting, for: first }) => liftedOn === null && !over.has(waiting) && !over.has(first));
  }

  private active(kind: AssignmentKind): LeadAssignment | null {
    return this.assignments.find((one) => one.kind === kind && one.untilOn === null) ?? null;
  }
}

const of = (table: keyof typeof VISIBLE) => `${VISIBLE[table]} and household_id = $1`;
const labelOf = '(select p.label from professional p where p.municipality_id = t.municipality_id and p.id = t.person_id)';
const agencyName = '(select a.name from agency a where a.id = t.agency_id)';
const memberIds = `select m.person_id from membership m where m.municipality_id = any ((select gate.tenants())::uuid[]) and m.household_id = $1`;

/**
 * Contacts per month, never counted twice: a number told for the whole household is the number of that month; otherwise each agency counts
 * with the number told for it or, when none was told, with its contacts.
 */
const contactsPerMonth = `
  select month, coalesce(max(n) filter (where involvement_id is null), sum(n))::int as count,
    coalesce(bool_or(told) filter (where involvement_id is null), bool_or(told)) as counted
  from (select date_trunc('month', day_on)::date as month, involvement_id, coalesce(max(month_count), count(*)) as n,
          bool_or(month_count is not null) as told
        from contact where ${of('contact')} and withdrawn_on is null and day_on >= $2 group by 1, 2) per_agency
  group by month order by month`;

const keys = `
  select municipality_id as "municipalityId", id, subject_kind as "subjectKind", subject_id as "subjectId", wrapped
  from person_key where ${VISIBLE.person_key}
    and (household_id = $1 or subject_id in (${memberIds}))`;

const PARTS = {
  households: { entity: Household, where: `${VISIBLE.household} and id = $1` },
  relations: rowsOf<{ names: Relation[] }>('select gate.relations(c, $1) as names from gate.mine c'),
  assignments: {
    entity: LeadAssignment,
    where: of('lead_assignment'),
    order: 't.from_on, t.id',
    extra: { personLabel: labelOf },
  },
  persons: { entity: Person, where: `${VISIBLE.person} and id in (${memberIds})` },
  memberships: { entity: Membership, where: of('membership'), order: 't.from_on, t.id' },
  problems: { entity: Problem, where: of('problem') },
  involvements: { entity: AgencyInvolvement, where: of('involvement'), order: 't.from_on, t.id', extra: { agencyName } },
  handlingNotes: { entity: HandlingNote, where: of('handling_note') },
  shares: { entity: Share, where: of('share') },
  interventions: { entity: Intervention, where: of('intervention'), order: 't.from_on, t.id' },
  waits: { entity: Wait, where: of('wait') },
  contactsPerMonth: rowsOf<MonthOfContacts>(contactsPerMonth),
  keys: rowsOf<WrappedKey>(keys),
};

/** Where an act on a household takes place; nothing when it is not for this actor. */
export const placeOfHousehold =
  (id: Id) =>
  async (tx: Tx): Promise<ActPlace | undefined> =>
    (
      await tx.query<ActPlace>(
        `select municipality_id as tenant, id as household from household where ${VISIBLE.household} and id = $1`,
        [id],
      )
    )[0];

/** Reads a household whole, with one statement, and says how this actor stands to it. */
@Injectable()
export class HouseholdMaps {
  constructor(
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(BAND_THRESHOLDS) private readonly thresholds: BandThresholds,
  ) {}

  /** What was read after the act of this transaction was done; see `afterAct`. */
  private readonly renewed = new WeakMap<Tx, HouseholdMap>();

  /** The household as the act left it: `Acts` asks for the digests between the act and its answer, and nothing is written after them. */
  async renew(operation: Operation, tx: Tx, id: Id): Promise<HouseholdMap | null> {
    const map = await this.load(operation, tx, id);
    if (map) this.renewed.set(tx, map);
    return map;
  }

  /** For the answer of an act: what was read for the digests when this actor reads it whole, else read now. */
  async afterAct(operation: Operation, tx: Tx, id: Id): Promise<HouseholdMap> {
    const map = this.renewed.get(tx);
    return map?.id === id ? map : this.mustLoad(operation, tx, id);
  }

  async mustLoad(operation: Operation, tx: Tx, id: Id): Promise<HouseholdMap> {
    const map = await this.load(operation, tx, id);
    if (!map) throw new Refusal([reason('NOT_FOUND')]);
    return map;
  }

  /** Null for what does not exist and for what is not for this actor. */
  async load(operation: Operation, tx: Tx, id: Id): Promise<HouseholdMap | null> {
    const rows = await loadAggregate(tx, PARTS, [id, monthsBefore(tx.today, 23)]);
    const household = rows.households[0];
    if (!household) return null;
    const keys = new Map(rows.keys.map((key) => [key.id, key]));
    const open = (table: string, column: string, row: { municipalityId: Id; id: Id }, sealed: string | null) =>
      sealed === null ? null : this.secrets.open(keys, { tenant: row.municipalityId, table, column, row: row.id }, sealed);
    const seen = new Set(rows.problems.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ id }) => id));
    // Ids of problems that were not shared say that there are more of them; they stay out, and so do those that were withdrawn.
    const onlySeen = (ids: Id[]) => ids.filter((one) => seen.has(one));

    const { assignments, shares, contactsPerMonth } = rows;
    const map = Object.assign(new HouseholdMap(), household, { assignments, shares, contactsPerMonth });
    map.ownWords = open('household', 'own_words', household, household.ownWords);
    const persons = new Map(rows.persons.map((person) => [person.id, person]));
    const entries: HouseholdEntries = {
      members: rows.memberships.flatMap((membership) => {
        const person = persons.get(membership.personId);
        return person ? [memberOf(membership, person, open('person', 'bsn', person, person.bsn))] : [];
      }),
      problems: rows.problems.map((problem) =>
        Object.assign(problem, {
          words: open('problem', 'words', problem, problem.words),
          causedBy: onlySeen(problem.causedBy),
        }),
      ),
      involvements: rows.involvements.map((one) => Object.assign(one, { problemIds: onlySeen(one.problemIds) })),
      handlingNotes: rows.handlingNotes.map((note) =>
        Object.assign(note, { text: open('handling_note', 'text', note, note.text) }),
      ),
      interventions: rows.interventions.map((one) => Object.assign(one, { problemIds: onlySeen(one.problemIds) })),
      waits: rows.waits.map((wait) => Object.assign(wait, { what: open('wait', 'what', wait, wait.what) })),
    };
    const { standing, withdrawn } = partWithdrawn(entries);
    Object.assign(map, standing, { withdrawn });
    map.band = bandOf(map, this.thresholds, tx.today);
    return operation.place(map, { household: id, tenant: household.municipalityId, relations: rows.relations[0]?.names ?? [] });
  }
}

const memberOf = (
  { id, personId, role, fromOn, toOn, version, withdrawnOn, withdrawnReason }: Membership,
  person: Person,
  bsn: string | null,
): HouseholdMember => {
  const { name, birthDate, protectedAddress, capacity, representedBy } = person;
  const bsnMasked = bsn && `••••••${bsn.slice(-3)}`;
  return Object.assign(new HouseholdMember(), {
    id,
    personId,
    role,
    fromOn,
    toOn,
    version,
    name,
    birthDate,
    bsnMasked,
    protectedAddress,
    capacity,
    representedBy,
    withdrawnOn,
    withdrawnReason,
  });
};

/** The first day of the month so many months before this day's. */
function monthsBefore(day: LocalDate, months: number): LocalDate {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
