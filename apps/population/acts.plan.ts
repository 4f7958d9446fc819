import { addWorkingDays, type Id, type LocalDate } from '@doorbraak/kernel';
import { type BreakthroughPlan, costOfMeasure, divided, type LegalGround, type Measure } from '@doorbraak/plan';
import { costLine, startHelp, type Write } from './acts.household';
import { bookOf } from './book';
import type { Page } from './page';

type Asked = { plan: Id; person: Id; perspective?: string };
type NewMeasure = {
  plan: Id;
  involvement: Id;
  owner: string;
  dueOn: LocalDate;
  service: string;
  result: string;
  problems: Id[];
  lifts: Id[];
  deviationKind?: string;
  lawsAdded: string[];
};
type Funding = {
  measure: Id;
  noExtraMoney: boolean;
  advancedBy?: string;
  shares: { payer: string; percent: string; cents: string | null }[];
};
type Line = {
  scenario: Id;
  measure?: Id;
  intervention?: Id;
  unitCost: string;
  quantity: string;
  probability: string | null;
  payer: string;
  oneOff: boolean;
  note: string;
};
type Ground = { measure: Id; provision: string; role: string; argument: string };
type Contradiction = { measure: Id; a: Id; b: Id; type: string; pattern?: string | null };
type Answer = { position: Id; answer: string; condition?: string; reason?: string; provision?: string | null };
type Agreement = { plan: Id; person: Id; state: string; how: string; words: string; agreedOn: LocalDate };
type Promise = { plan: Id; involvement?: Id; person?: Id; professional?: Id; what: string; dueOn: LocalDate; certainty: string };

const UNANSWERED = {
  ...{
    answer: null,
    reason: null,
    provision: null,
    condition: null,
    conditionAcceptedOn: null,
    answeredOn: null,
    answeredBy: null,
  },
  ...{ objectionAnswer: null, objectionAnsweredOn: null, proceedReason: null, proceedBy: null, proceedOn: null },
};

/** An act on an open plan raises the version of the plan; on a decided one it does not. */
const onOpenPlan =
  (write: (page: Page, key: Id, input: never) => void): Write =>
  (page, key, input: never) => {
    write(page, key, input);
    const { plan } = input as { plan: Id };
    if (page.row<BreakthroughPlan>(plan).status === 'SELECTED') page.edit(plan);
  };

const measuresOf = (page: Page): Measure[] => page.rowsOf('measure');
const measureIds = (page: Page): Id[] => measuresOf(page).map(({ id }) => id);

function ask(page: Page, id: Id, { plan, person, perspective }: Asked, asWhat: string): void {
  const row = { planId: plan, personId: person, asWhat, perspective: perspective ?? null, fromOn: page.today, untilOn: null };
  page.add('asked', { ...page.stamp(id), ...row });
}

const OPEN: Record<string, Write> = {
  askAdviser: (page, key, input: Asked) => ask(page, key, input, 'ADVISER'),
  askDecider: (page, key, input: Asked) => ask(page, key, input, 'DECIDER'),

  addCapacityFactor(page, key, { plan, person, factor }: { plan: Id; person: Id; factor: string }) {
    page.add('capacity_factor', { ...page.stamp(key), planId: plan, personId: person, factor });
  },

  addGoal(page, key, { plan, words }: { plan: Id; words: string }) {
    const row = { planId: plan, position: page.rows('goal').length + 1, words, firstStep: null, version: 1 };
    page.add('goal', { ...page.stamp(key), ...row });
  },

  setFirstStep(page, _key, { goal, firstStep }: { goal: Id; firstStep: string }) {
    page.edit(goal, { firstStep });
  },

  addMeasure(page, key, { plan, involvement, problems, deviationKind, ...words }: NewMeasure) {
    page.add('measure', {
      ...{ ...page.stamp(key), ...words, planId: plan, involvementId: involvement, problemIds: problems, version: 1 },
      ...{
        deviates: Boolean(deviationKind),
        deviationKind: deviationKind ?? null,
        noExtraMoney: false,
        advancedBy: null,
        copiedFromId: null,
      },
    });
  },

  strikeOutLaw(page, key, { measure, law, line }: { measure: Id; law: string; line: string }) {
    page.add('struck_out_law', { ...page.stamp(key), measureId: measure, law, line });
  },

  fundMeasure(page, key, { measure, noExtraMoney, advancedBy, shares }: Funding) {
    page.edit(measure, { noExtraMoney, advancedBy: advancedBy ?? null });
    const told = shares.map(({ payer, percent, cents }) => ({ payer, percent, cents: cents === null ? null : BigInt(cents) }));
    const cost = page.rows('scenario').length ? costOfMeasure(measure, bookOf(page).facts().scenarios) : null;
    for (const share of divided(told, cost))
      page.add('funding_share', {
        ...page.stamp(page.idOf(`share ${key} ${share.payer}`)),
        measureId: measure,
        ...share,
        replacedOn: null,
      });
  },

  addGround(page, key, { measure, provision, role, argument }: Ground) {
    const { planOn } = page.rowsOf<BreakthroughPlan>('plan')[0]!;
    const row = {
      measureId: measure,
      provision,
      role,
      argument,
      answers: [],
      overrideReason: null,
      validOn: planOn,
      knownOn: page.today,
    };
    page.add('legal_ground', { ...page.stamp(key), ...row, version: 1 });
  },

  answerLimits(page, _key, { ground, answers }: { ground: Id; answers: LegalGround['answers'] }) {
    page.edit(ground, { answers });
  },

  addContradiction(page, key, { measure, a, b, type, pattern }: Contradiction) {
    const row = { measureId: measure, a, b, type, pattern: pattern ?? null, resolvedVia: [], reasoning: null, version: 1 };
    page.add('contradiction', { ...page.stamp(key), ...row });
  },

  resolveContradiction(
    page,
    _key,
    { contradiction, resolvedVia, reasoning }: { contradiction: Id; resolvedVia: Id[]; reasoning: string },
  ) {
    page.edit(contradiction, { resolvedVia, reasoning });
  },

  addScenario(page, key, { plan, kind, name, horizonMonths }: { plan: Id; kind: string; name: string; horizonMonths: number }) {
    page.add('scenario', { ...page.stamp(key), planId: plan, kind, name, horizonMonths });
  },

  addCostLine(page, key, { scenario, measure, ...line }: Line) {
    const { planOn } = page.rowsOf<BreakthroughPlan>('plan')[0]!;
    costLine(page, key, { ownerKind: 'SCENARIO', ownerId: scenario, measureId: measure ?? null }, line, planOn);
  },

  addUnpriced(page, key, { scenario, measure, item, note }: { scenario: Id; measure?: Id; item: string; note: string }) {
    const owner = { ownerKind: 'SCENARIO', ownerId: scenario, measureId: measure ?? null };
    page.add('unpriced_item', { ...page.stamp(key), ...owner, item, note });
  },

  answerReverseTest(page, key, { plan, step, answer }: { plan: Id; step: string; answer: string }) {
    page.add('reverse_test', { ...page.stamp(key), planId: plan, step, answer, version: 1 });
  },

  judgeValue(page, key, { plan, value, verdict, argument }: { plan: Id; value: string; verdict: string; argument: string }) {
    page.add('value_judgement', { ...page.stamp(key), planId: plan, value, verdict, argument, version: 1 });
  },

  assessPerspective(
    page,
    key,
    {
      plan,
      perspective,
      verdict,
      advice,
      argument,
    }: { plan: Id; perspective: string; verdict: string; advice?: string; argument: string },
  ) {
    const judged = { planId: plan, kind: perspective, byPerson: page.writer, verdict, argument, advice: advice ?? null };
    page.add('perspective_assessment', { ...page.stamp(key), ...judged, measureIds: measureIds(page), version: 1 });
  },

  askPosition(page, key, { plan, involvement, clockDays }: { plan: Id; involvement: Id; clockDays: number }) {
    const own = measuresOf(page).filter(({ involvementId }) => involvementId === involvement);
    page.add('agency_position', {
      ...{ ...page.stamp(key), ...UNANSWERED, planId: plan, involvementId: involvement, measureIds: own.map(({ id }) => id) },
      ...{
        askedOn: page.today,
        clockDays,
        dueOn: addWorkingDays(page.today, clockDays, page.known.platform.holidays),
        timesAsked: 1,
        version: 1,
      },
    });
  },

  answerPosition(page, _key, { position, answer, condition, reason, provision }: Answer) {
    const said = { answer, condition: condition ?? null, reason: reason ?? null, provision: provision ?? null };
    page.edit(position, { ...said, answeredOn: page.today, answeredBy: page.writer });
  },

  acceptCondition(page, _key, { position }: { position: Id }) {
    page.edit(position, { conditionAcceptedOn: page.today });
  },

  answerObjection(page, _key, { position, text }: { position: Id; text: string }) {
    page.edit(position, { objectionAnswer: text, objectionAnsweredOn: page.today });
  },

  recordAgreement(page, key, { plan, person, state, how, words, agreedOn }: Agreement) {
    const said = { planId: plan, personId: person, state, how, words, agreedOn, proceedReason: null, proceedBy: null };
    page.add('agreement', { ...page.stamp(key), ...said, measureIds: measureIds(page), version: 1 });
  },

  addCommitment(page, key, { plan, involvement, person, professional, what, dueOn, certainty }: Promise) {
    page.add('commitment', {
      ...{ ...page.stamp(key), planId: plan, what, dueOn, certainty, version: 1 },
      ...{ involvementId: involvement ?? null, personId: person ?? null, professionalId: professional ?? null },
      ...{ toldOn: null, newDueOn: null, lateReason: null, keptOn: null, brokenOn: null, brokenReason: null },
    });
  },

  reportLate(
    page,
    _key,
    { commitment, toldOn, newDueOn, reason }: { commitment: Id; toldOn: LocalDate; newDueOn: LocalDate; reason: string },
  ) {
    page.edit(commitment, { toldOn, newDueOn, lateReason: reason });
  },

  keepCommitment(page, _key, { commitment, keptOn }: { commitment: Id; keptOn: LocalDate }) {
    page.edit(commitment, { keptOn });
  },
};

/** What became of a measure. That a wait between others has ended an agency cannot know. */
const step = (
  page: Page,
  key: Id,
  measure: Measure,
  state: string,
  onDay: LocalDate,
  done: { interventionId: Id | null; ended: Id[] },
): void => {
  page.add('measure_progress', {
    ...page.stamp(key),
    ...done,
    planId: measure.planId,
    measureId: measure.id,
    state,
    onDay,
    reason: null,
  });
};

export const PLAN_ACTS: Record<string, Write> = {
  ...Object.fromEntries(Object.entries(OPEN).map(([name, write]) => [name, onOpenPlan(write)])),

  startPlan(page, key, { planOn }: { planOn: LocalDate }) {
    page.add('plan', {
      ...{ ...page.stamp(key), number: 1, previousId: null, authorId: page.writer, status: 'SELECTED', planOn, version: 1 },
      ...{
        decidedOn: null,
        decidedBy: null,
        decisionText: null,
        mandateId: null,
        negativeReturnSigned: false,
        stoppedOn: null,
        stoppedReason: null,
      },
    });
  },

  decidePlan(page, _key, { plan, text, negativeReturnSigned }: { plan: Id; text: string; negativeReturnSigned: boolean }) {
    const decided = {
      status: 'DECIDED',
      decidedOn: page.today,
      decidedBy: page.writer,
      decisionText: text,
      negativeReturnSigned,
    };
    page.edit(plan, { ...decided, mandateId: page.desk.mandate });
  },

  startMeasure(page, key, { measure: id, onDay }: { measure: Id; onDay: LocalDate }) {
    const measure = page.row<Measure>(id);
    const { service, involvementId, problemIds } = measure;
    const interventionId = page.idOf(`help ${id}`);
    startHelp(page, interventionId, { service, involvement: involvementId, problemIds, fromOn: onDay }, id);
    step(page, key, measure, 'STARTED', onDay, { interventionId, ended: [] });
  },

  finishMeasure(page, key, { measure: id, onDay }: { measure: Id; onDay: LocalDate }) {
    if (!page.asAgency) throw new Error('in a population agencies say themselves that they are done');
    step(page, key, page.row<Measure>(id), 'DONE', onDay, { interventionId: null, ended: [] });
  },
};
