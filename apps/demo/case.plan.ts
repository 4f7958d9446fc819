import type { LocalDate } from '@doorbraak/kernel';
import type { Acts } from './case.acts';
import { howOf, type Acting, type Event } from './case.acting';
import type { CaseFile, CasePosition, ScenarioName } from './case.file';

const VALUES = { legitimacy: 'LEGITIMACY', engagement: 'ENGAGEMENT', publicReturn: 'PUBLIC_RETURN' } as const;

/** The plan, as far as it is asked for: what has a date on its own day, what has none on the day of the plan. */
export async function playPlan(at: Acting, parts: Acts): Promise<void> {
  const { plan, demoClock } = at.file;
  await at.on(demoClock.planDate);
  await at.by(at.lead, 'Plan', 'startPlan', at.plan, { household: at.household, planOn: demoClock.planDate });
  for (const { kind, by } of plan.perspectives)
    await at.write('askAdviser', 'adviser', kind, { person: await at.whoIs(by), perspective: kind });
  for (const person of new Set(plan.mandates.map((mandate) => mandate.person)))
    await at.write('askDecider', 'decider', person, { person: await at.whoIs(person) });
  await capacity(at);
  if (parts.has('goals')) await goals(at, parts);
  if (parts.has('measures')) await measures(at, parts);
  for (const kind of ['AS_NOW', 'BREAKTHROUGH'] as const) if (parts.has(`scenario:${kind}`)) await scenario(at, kind, parts);
  if (parts.has('reverseTest'))
    for (const [step, { nl }] of Object.entries(plan.reverseTest))
      await at.write('answerReverseTest', 'step', step, { step, answer: nl });
  await judgements(at, parts);
  await at.inOrderOfDays(dated(at, parts));
  await at.on(demoClock.planDate);
  if (!parts.has('lead')) await at.tell('endDeputy', 'no deputy', '', { seen: 2 });
}

/** The file says it of whom the household is about: its first member. */
async function capacity(at: Acting): Promise<void> {
  const [first] = at.file.household.members;
  for (const factor of at.file.plan.capacityToAct?.factors ?? [])
    await at.write('addCapacityFactor', 'factor', factor, { person: at.personId(first!.key), factor });
}

async function goals(at: Acting, parts: Acts): Promise<void> {
  for (const { key, nl, firstStep } of at.file.plan.goals) {
    await at.write('addGoal', 'goal', key, { words: nl });
    if (firstStep && parts.has('firstStep'))
      await at.write('setFirstStep', 'first step', key, { goal: at.id('goal', key), seen: 1, firstStep: firstStep.nl });
  }
}

async function measures(at: Acting, parts: Acts): Promise<void> {
  const { plan } = at.file;
  for (const measure of plan.measures) {
    await at.write('addMeasure', 'measure', measure.key, {
      involvement: at.id('involvement', measure.agency),
      owner: at.file.people.find(({ key }) => key === measure.owner)?.label.nl,
      dueOn: measure.due,
      service: measure.service,
      result: measure.result.nl,
      problems: measure.addresses.map((key) => at.id('problem', key)),
      lifts: measure.lifts.map((key) => at.id('wait', key)),
      deviationKind: measure.deviationKind,
      lawsAdded: measure.lawsAdded,
    });
    for (const { law, reason } of measure.lawsStruckOut)
      await at.write('strikeOutLaw', 'struck out', `${measure.key} ${law}`, {
        measure: at.id('measure', measure.key),
        law,
        line: reason.nl,
      });
  }
  if (parts.has('grounds')) await grounds(at, parts);
  for (const one of parts.groundsMore) await ground(at, one);
  if (parts.has('funding'))
    for (const { measure, noExtraMoney = false, advancedBy, shares = [] } of plan.funding)
      await at.write('fundMeasure', 'funding', measure, {
        measure: at.id('measure', measure),
        seen: 1,
        noExtraMoney,
        advancedBy,
        shares: shares.map(({ payer, percent, cents }) => ({
          payer,
          percent: `${percent}`,
          cents: cents === null ? null : `${cents}`,
        })),
      });
}

async function grounds(at: Acting, parts: Acts): Promise<void> {
  const { grounds: list, contradictions } = at.file.plan;
  const ids = (keys: string[]) => keys.map((key) => at.id('ground', key));
  for (const one of list) await ground(at, one);
  for (const { key, answers = [] } of list)
    if (answers.length > 0 && parts.has('answers'))
      await at.write('answerLimits', 'answers', key, { ground: at.id('ground', key), seen: 1, answers: ids(answers) });
  if (!parts.has('contradictions')) return;
  for (const { key, measure, a, b, pattern, type, resolvedVia, reasoning } of contradictions) {
    await at.write('addContradiction', 'contradiction', key, {
      measure: at.id('measure', measure),
      a: at.id('ground', a),
      b: at.id('ground', b),
      type: type.replace(/[A-Z]/g, '_$&').toUpperCase(),
      pattern,
    });
    if (parts.has('contradictionsResolved'))
      await at.write('resolveContradiction', 'resolution', key, {
        contradiction: at.id('contradiction', key),
        seen: 1,
        resolvedVia: ids(resolvedVia),
        reasoning: reasoning.nl,
      });
  }
}

const ground = (
  at: Acting,
  { key, measure, provision, role, argument }: Omit<CaseFile['plan']['grounds'][number], 'answers'>,
): Promise<void> =>
  at.write('addGround', 'ground', key, { measure: at.id('measure', measure), provision, role, argument: argument.nl });

async function scenario(at: Acting, kind: ScenarioName, parts: Acts): Promise<void> {
  const { horizonMonths, costLines, unpriced } = at.file.plan.scenarios[kind];
  const id = at.id('scenario', kind);
  const measureOf = (key?: string) => (parts.has('measures') ? at.idOf('measure', key) : undefined);
  await at.write('addScenario', 'scenario', kind, {
    kind,
    name: kind === 'AS_NOW' ? 'Doorgaan zoals nu' : 'Doorbraak',
    horizonMonths,
  });
  for (const { key, unitCost, quantity, probability, payer, oneOff, measure, intervention, note } of costLines)
    await at.write('addCostLine', 'cost line', key, {
      scenario: id,
      measure: measureOf(measure),
      intervention: at.idOf('intervention', intervention),
      unitCost,
      quantity: `${quantity}`,
      probability: probability === undefined ? null : `${probability}`,
      payer,
      oneOff,
      note: note.nl,
    });
  for (const { item, measure, note } of unpriced)
    await at.write('addUnpriced', 'unpriced', `${kind} ${item}`, {
      scenario: id,
      measure: measureOf(measure),
      item,
      note: note.nl,
    });
}

async function judgements(at: Acting, parts: Acts): Promise<void> {
  const { values, perspectives } = at.file.plan;
  if (parts.has('values'))
    for (const key of Object.keys(VALUES) as (keyof typeof VALUES)[])
      await at.write('judgeValue', 'value', key, {
        value: VALUES[key],
        verdict: parts.verdict(`value:${key}`) ?? values[key].verdict,
        argument: values[key].argument.nl,
      });
  for (const { kind, by, verdict, advice, argument } of perspectives)
    if (parts.perspective(kind))
      await at.write(
        'assessPerspective',
        'perspective',
        kind,
        {
          perspective: kind,
          verdict: parts.verdict(`perspective:${kind}`) ?? verdict,
          advice: advice?.nl,
          argument: argument.nl,
        },
        at.person(by),
      );
}

/** Questions to agencies with their answers, and what the household says: each on its own day. */
function dated(at: Acting, parts: Acts): Event[] {
  const { positions, agreement } = at.file.plan;
  const events = parts.has('positions') && parts.has('measures') ? positions.flatMap((one) => position(at, one, parts)) : [];
  if (parts.has('agreement')) events.push({ day: agreement.on, do: () => agree(at) });
  return events;
}

function position(at: Acting, of: CasePosition, parts: Acts): Event[] {
  const { key, askedOn, clockWorkingDays, answeredOn, by, condition, reason, article, answer, escalations = [] } = of;
  // the version that each act has seen: one for what was done before
  let version = 0;
  const change = (day: LocalDate, name: string, input: object, more?: { who?: { subject: string }; key?: string }): Event => {
    const seen = ++version;
    return {
      day,
      do: () =>
        at.write(name, name, more?.key ?? key, { position: at.id('position', key), seen, ...input }, more?.who ?? at.lead),
    };
  };
  const asked = {
    day: askedOn,
    do: () =>
      at.write('askPosition', 'position', key, {
        involvement: at.id('involvement', of.agency),
        clockDays: clockWorkingDays,
      }),
  };
  const events: Event[] = [asked];
  if (answeredOn && by) {
    const said = { answer: of.position, condition: condition?.nl, reason: reason?.nl, provision: article };
    events.push(change(answeredOn, 'answerPosition', said, { who: at.person(by) }));
    if (of.conditionAccepted) events.push(change(answeredOn, 'acceptCondition', {}));
  }
  if (answer && parts.has('objectionAnswers')) events.push(change(answer.on, 'answerObjection', { text: answer.text.nl }));
  if (parts.has('escalation')) {
    for (const [n, { on, clockWorkingDays: clockDays }] of escalations.entries())
      events.push(change(on, 'escalatePosition', { rung: n + 1, body: RUNGS[n], clockDays }, { key: `${key} ${n + 1}` }));
    const proceed = of.proceedReason;
    if (proceed) events.push(change(proceed.on, 'proceedWithoutAnswer', { reason: proceed.nl }, { who: at.person(proceed.by) }));
  }
  return events;
}

/** Whom the first steps of the ladder are put to. */
const RUNGS = ['wijkteam en instantie samen', 'maatwerktafel van de gemeente', 'wethouder'];

/** On screen a member says it alone; everything else the lead writes down. */
function agree(at: Acting): Promise<void> {
  const { by, on, how, words } = at.file.plan.agreement;
  const said = { person: at.personId(by), state: 'AGREED', how: howOf(how), words: words.nl, agreedOn: on };
  return at.write('recordAgreement', 'agreement', by, said, said.how === 'ON_SCREEN' ? at.asMember(by) : at.lead);
}
