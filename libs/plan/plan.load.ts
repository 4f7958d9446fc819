import { Inject, Injectable } from '@nestjs/common';
import { type Operation, partWithdrawn } from '@doorbraak/access';
import { type CostBook, CostBooks, type CostLine, type UnpricedItem } from '@doorbraak/cost';
import { Mandate } from '@doorbraak/directory';
import { type HouseholdMap, HouseholdMaps } from '@doorbraak/household';
import { holds, type Id, type LocalDate, type Reason } from '@doorbraak/kernel';
import { LawCatalogue, MunicipalLaws, ownRowsOf } from '@doorbraak/law';
import { loadAggregate, rowsOf, type Tx } from '@doorbraak/platform';
import { notAsked } from './asking.rules';
import { CapacityFactor } from './capacity.entity';
import { Commitment } from './commitment.entity';
import { whyNotDecide } from './decide.rules';
import { Dispute } from './dispute.entity';
import { asSettled } from './dispute.rules';
import { proposedScenario } from './funding.rules';
import { Escalation } from './ladder.entity';
import * as rows from './plan.entity';
import type { Asker, DecidablePlan, MandateFacts, ScenarioFacts } from './plan.facts';
import { REPLACED, VISIBLE } from './plan.visibility';
import { MeasureStep } from './progress.entity';
import { AgencyRefusal } from './refusal.entity';

/** Who leads the household now, and who deputises. */
export const leadingOf = ({ lead, deputy }: HouseholdMap) => ({
  leadId: lead?.personId ?? null,
  deputyId: deputy?.personId ?? null,
});

/** Everything of one version of a plan that this actor may see, with the household it is for. It lives in memory for one request. */
export class PlanBook {
  plan: rows.BreakthroughPlan;
  writerIds: Id[];
  household: HouseholdMap;
  costs: CostBook;
  asked: rows.Asked[];
  goals: rows.Goal[];
  scenarios: rows.Scenario[];
  reverseTest: rows.ReverseTestAnswer[];
  values: rows.ValueJudgement[];
  perspectives: rows.PerspectiveAssessment[];
  measures: rows.Measure[];
  struckOut: rows.LawStruckOut[];
  shares: rows.FundingShare[];
  grounds: rows.LegalGround[];
  contradictions: rows.Contradiction[];
  dismissed: rows.DismissedPattern[];
  positions: rows.AgencyPosition[];
  agreements: rows.Agreement[];
  disputes: Dispute[];
  capacityFactors: CapacityFactor[];
  commitments: Commitment[];
  refusals: AgencyRefusal[];
  steps: MeasureStep[];
  /** A newer version took its place. */
  replaced: boolean;
  /** What was withdrawn as a mistake, by list; nothing is judged by it. */
  withdrawn: Rows;
  /** Law as this municipality knows it: what everything here is judged and shown by. */
  laws: MunicipalLaws;
  /** Of who reads, and of whoever was asked to decide. */
  mandates: Mandate[];
  /** On which involvements of the household are looked at: the day of the decision once it was taken. */
  day: LocalDate;

  get costLines(): CostLine[] {
    return this.scenarios.flatMap(({ id }) => this.costs.linesOf(id));
  }

  get unpriced(): UnpricedItem[] {
    return this.scenarios.flatMap(({ id }) => this.costs.unpricedOf(id));
  }

  /** What the rules judge. */
  facts(): DecidablePlan {
    const { plan, household, costs, shares, laws: _laws, withdrawn: _, ...children } = this;
    return {
      ...children,
      planOn: plan.planOn,
      ...leadingOf(household),
      household: {
        problems: household.problems,
        involvements: household.involvements.filter(({ fromOn, toOn }) => holds({ from: fromOn, to: toOn }, this.day)),
        waits: household.waits,
      },
      scenarios: this.scenarios.map((scenario) => ({
        ...scenario,
        costLines: costs.linesOf(scenario.id),
        unpriced: costs.unpricedOf(scenario.id),
      })),
      agreements: this.agreements.filter(({ counts }) => counts),
      fundingShares: shares,
    };
  }

  /** The breakthrough that is proposed, its money with whoever pays after what was settled. */
  proposed(): ScenarioFacts | null {
    const proposed = proposedScenario(this.facts().scenarios);
    return proposed && { ...proposed, costLines: asSettled(proposed.costLines, this.disputes) };
  }

  /** Every entry of the plan that was withdrawn. */
  withdrawnLists() {
    const { goals, scenarios, measures, struckOut, grounds, contradictions, dismissed, ...more } = this.withdrawn;
    const { positions, agreements, escalations, capacityFactors, disputes, commitments, refusals, steps } = more;
    const ofScenario = ({ ownerId }: { ownerId: Id }) => [...this.scenarios, ...scenarios].some(({ id }) => id === ownerId);
    const { lines, unpriced } = this.costs.withdrawn;
    return {
      ...{ goals, scenarios, measures, struckOut, grounds, contradictions, dismissed },
      ...{ positions, agreements, escalations, capacityFactors, disputes, commitments, refusals, steps },
      costLines: lines.filter(ofScenario),
      unpriced: unpriced.filter(ofScenario),
    };
  }

  mandatesOf(person: Id): MandateFacts[] {
    return this.mandates.filter(({ personId }) => personId === person);
  }

  asker(person: Id): Asker {
    return { personId: person, mandates: this.mandatesOf(person) };
  }

  /** The one judgement of field and act: the plan itself, and whether this person was asked. Who wrote in it is told more by NOT_OWN_PLAN. */
  whyNotDecide(person: Id, today: LocalDate): Reason[] {
    return [
      ...whyNotDecide(this.facts(), this.asker(person), { today, laws: this.laws }),
      ...(this.writerIds.includes(person) ? [] : notAsked(this.asked, person, null, today)),
    ];
  }
}

/** The name that colleagues know, of the professional in this column of `t`. */
const labelOf = (column: string) =>
  `(select p.label from professional p where p.municipality_id = t.municipality_id and p.id = t.${column})`;
const PLAN_LABELS = { authorLabel: labelOf('author_id'), decidedByLabel: labelOf('decided_by') };

const NEWEST = `select id from plan where ${VISIBLE.plan} and household_id = $1 and (status <> 'STOPPED' or decided_on is not null)
  order by number desc limit 1`;

/**
 * Who wrote what stands in this version: who began it or a version before it, and who entered a goal, measure or ground of any of these. A
 * next version copies the text under the name of whoever begins it.
 */
const writersOf = (plan: string) => `with recursive chain as (
    select id, previous_id, author_id from plan where ${VISIBLE.plan} and id = ${plan}
    union all select p.id, p.previous_id, p.author_id from chain c join (select * from plan where ${VISIBLE.plan}) p on p.id = c.previous_id),
  measures as (select id, recorded_by from measure where ${VISIBLE.measure} and withdrawn_on is null and plan_id in (select id from chain))
  select author_id as id from chain
  union select recorded_by from goal where ${VISIBLE.goal} and withdrawn_on is null and plan_id in (select id from chain)
  union select recorded_by from measures
  union select recorded_by from legal_ground where ${VISIBLE.legal_ground} and withdrawn_on is null and measure_id in (select id from measures)`;

/** What a former member said, or somebody who was entered by mistake, is neither a yes nor a no. */
export const COUNTS = `t.withdrawn_on is null and gate.belongs(t.household_id, t.person_id, coalesce((select p.decided_on from plan p
  where p.municipality_id = t.municipality_id and p.id = t.plan_id), gate.today()))`;

/** Of the plan that is given as the table `the_plan`, of one row; $2 is who asks. */
function partsOfThePlan() {
  const plan = '(select id from the_plan)';
  const of = (table: keyof typeof VISIBLE) => `${VISIBLE[table]} and plan_id = ${plan}`;
  // As an array: what is looked for is then found by the index, also where PostgreSQL would take the whole table for small.
  const ofMeasure = (table: keyof typeof VISIBLE, id = 'm.id') =>
    `${VISIBLE[table]} and measure_id = any (array(select ${id} from measure m where m.plan_id = ${plan}))`;
  return {
    plans: { entity: rows.BreakthroughPlan, where: `${VISIBLE.plan} and id = ${plan}`, extra: PLAN_LABELS },
    writers: rowsOf<{ id: Id }>(writersOf(plan)),
    asked: { entity: rows.Asked, where: of('asked'), extra: { personLabel: labelOf('person_id') } },
    goals: { entity: rows.Goal, where: of('goal'), order: 't.position, t.id' },
    scenarios: { entity: rows.Scenario, where: of('scenario') },
    reverseTest: { entity: rows.ReverseTestAnswer, where: of('reverse_test') },
    values: { entity: rows.ValueJudgement, where: of('value_judgement') },
    perspectives: {
      entity: rows.PerspectiveAssessment,
      where: of('perspective_assessment'),
      extra: { byLabel: labelOf('by_person') },
    },
    measures: { entity: rows.Measure, where: of('measure') },
    struckOut: { entity: rows.LawStruckOut, where: ofMeasure('struck_out_law') },
    shares: { entity: rows.FundingShare, where: `${ofMeasure('funding_share')} and replaced_on is null` },
    grounds: { entity: rows.LegalGround, where: ofMeasure('legal_ground') },
    contradictions: { entity: rows.Contradiction, where: ofMeasure('contradiction') },
    dismissed: { entity: rows.DismissedPattern, where: ofMeasure('dismissed_pattern') },
    positions: { entity: rows.AgencyPosition, where: of('agency_position') },
    agreements: { entity: rows.Agreement, where: of('agreement'), extra: { counts: COUNTS } },
    disputes: { entity: Dispute, where: of('dispute'), order: 't.opened_on, t.id' },
    escalations: { entity: Escalation, where: of('escalation'), order: 't.rung' },
    capacityFactors: { entity: CapacityFactor, where: of('capacity_factor') },
    // What was promised stays promised in the next version; of a version that was stopped nothing is expected any more.
    commitments: {
      entity: Commitment,
      where: `${VISIBLE.commitment} and plan_id in (select earlier.id from plan earlier, plan p where p.id = ${plan}
        and earlier.household_id = p.household_id and (earlier.id = p.id or earlier.number < p.number and earlier.status <> 'STOPPED'))`,
      order: 't.due_on, t.id',
      extra: { professionalLabel: labelOf('professional_id') },
    },
    refusals: { entity: AgencyRefusal, where: of('agency_refusal'), order: 't.on_day, t.id' },
    steps: {
      entity: MeasureStep,
      where: ofMeasure('measure_progress', 'coalesce(m.copied_from, m.id)'),
      order: 't.on_day, t.id',
    },
    replacedBy: rowsOf<{ id: Id }>(`select id from plan where id = ${plan} and ${REPLACED}`),
    mandates: {
      entity: Mandate,
      where: `${VISIBLE.mandate} and person_id in (select $2::uuid union select a.person_id from asked a where a.plan_id = ${plan} and a.as_what = 'DECIDER')`,
    },
    ...ownRowsOf(`(select p.municipality_id from plan p where p.id = ${plan})`),
  };
}

const PARTS = partsOfThePlan();
const thePlan = (sql: string) => `the_plan as materialized (${sql})`;
type Rows = Awaited<ReturnType<typeof loadAggregate<typeof PARTS>>>;

/** What can be asked about from a book that was read: the plan itself, what hangs on it, or what always comes out of a book. */
type Leaf = { id: Id; planId: Id } | rows.LegalGround | rows.FundingShare;

/** Steps up the ladder with what they were taken for; of a question only those since it was asked for the last time. */
export function takeSteps(taken: (rows.AgencyPosition | Dispute)[], steps: Escalation[]): void {
  for (const row of taken)
    row.escalations = steps.filter((step) =>
      row instanceof Dispute ? step.disputeId === row.id : step.positionId === row.id && step.timesAsked === row.timesAsked,
    );
}

/** Reads a plan whole: one statement of this room, one of cost, one of household. What was read is found again from any of its parts. */
@Injectable()
export class PlanBooks {
  private readonly held = new WeakMap<object, Promise<PlanBook>>();
  private readonly renewed = new WeakMap<Tx, PlanBook>();
  private readonly costsHeld = new WeakMap<HouseholdMap, Promise<CostBook>>();

  constructor(
    @Inject(HouseholdMaps) private readonly maps: HouseholdMaps,
    @Inject(CostBooks) private readonly costBooks: CostBooks,
    @Inject(LawCatalogue) private readonly nation: LawCatalogue,
  ) {}

  /** The newest version as the act of this transaction left it, for the digest and then for the answer; nothing is written after that. */
  async renew(operation: Operation, tx: Tx, household: HouseholdMap): Promise<PlanBook | null> {
    const book = await this.newestOf(operation, tx, household);
    if (book) this.renewed.set(tx, book);
    return book;
  }

  /** For the answer of an act: what was read for the digest when it is about that version, else read now. */
  async afterAct(operation: Operation, tx: Tx, planId: Id): Promise<PlanBook | null> {
    const book = this.renewed.get(tx);
    return book?.plan.id === planId ? book : this.load(operation, tx, planId);
  }

  /** Null for what does not exist and for what is not for this actor. */
  async load(operation: Operation, tx: Tx, planId: Id): Promise<PlanBook | null> {
    return this.bind(operation, tx, await loadAggregate(tx, PARTS, [planId, tx.person], thePlan('select $1::uuid as id')));
  }

  /** The newest version, but for one that was stopped before it was decided, of a household that is read already. */
  async newestOf(operation: Operation, tx: Tx, household: HouseholdMap): Promise<PlanBook | null> {
    return this.bind(operation, tx, await loadAggregate(tx, PARTS, [household.id, tx.person], thePlan(NEWEST)), household);
  }

  /** All versions, newest first, with one statement; each is read whole when something of it is asked. */
  async ofHousehold(operation: Operation, tx: Tx, householdId: Id): Promise<rows.BreakthroughPlan[]> {
    const where = `${VISIBLE.plan} and household_id = $1`;
    const { plans } = await loadAggregate(
      tx,
      { plans: { entity: rows.BreakthroughPlan, where, order: 't.number desc', extra: PLAN_LABELS } },
      [householdId],
    );
    return plans;
  }

  /** The book that this plan, or this part of one, belongs to. */
  of(operation: Operation, row: rows.BreakthroughPlan | Leaf): Promise<PlanBook> {
    const held = this.held.get(row);
    if (held) return held;
    if (row instanceof rows.LegalGround || row instanceof rows.FundingShare)
      throw new Error(`${row.id} was read without its plan`);
    const book = this.mustLoad(operation, 'planId' in row ? row.planId : row.id);
    this.held.set(row, book);
    return book;
  }

  /** Somebody's mandates, before that somebody is asked. */
  async mandatesOf(tx: Tx, person: Id): Promise<MandateFacts[]> {
    const where = `${VISIBLE.mandate} and person_id = $1`;
    return (await loadAggregate(tx, { mandates: { entity: Mandate, where } }, [person])).mandates;
  }

  costsOf(tx: Tx, household: HouseholdMap): Promise<CostBook> {
    let costs = this.costsHeld.get(household);
    if (!costs) this.costsHeld.set(household, (costs = this.costBooks.load(tx, household.id)));
    return costs;
  }

  private async mustLoad(operation: Operation, planId: Id): Promise<PlanBook> {
    const book = await this.load(operation, await operation.read(), planId);
    if (!book) throw new Error(`plan ${planId} was seen and cannot be read`);
    return book;
  }

  private async bind(operation: Operation, tx: Tx, found: Rows, known?: HouseholdMap): Promise<PlanBook | null> {
    const { standing, withdrawn } = partWithdrawn(found);
    const { plans, writers, ownLaws, ownProvisions, escalations, replacedBy, ...children } = standing;
    const plan = plans[0];
    takeSteps([...children.positions, ...children.disputes], escalations);
    takeSteps([...withdrawn.positions, ...withdrawn.disputes], withdrawn.escalations);
    const household = plan && (known ?? (await this.maps.load(operation, tx, plan.householdId)));
    if (!household) return null;
    const costs = await this.costsOf(tx, household);
    const book = Object.assign(new PlanBook(), {
      ...children,
      withdrawn,
      replaced: replacedBy.length > 0,
      plan,
      writerIds: writers.map(({ id }) => id),
      household,
      costs,
      laws: new MunicipalLaws(this.nation, { ownLaws, ownProvisions }, tx.today),
      day: plan.decidedOn ?? tx.today,
    });
    const scope = operation.scopeOf(household);
    if (scope) operation.place(plan, scope);
    const { measures, scenarios, grounds } = found;
    for (const row of [plan, ...measures, ...scenarios, ...grounds, ...book.positions, ...book.shares])
      this.held.set(row, Promise.resolve(book));
    return book;
  }
}
