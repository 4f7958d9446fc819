import { addDays, type LocalDate } from '@doorbraak/kernel';
import type { CaseCostLine, CaseFile } from '../demo/case.file';
import { type Course, TODAY } from './course.rules';
import type { Dice } from './dice';
import type { Library } from './library';
import type { Found, Lists } from './map.maker';
import type { Money } from './money';

type Plan = CaseFile['plan'];

/** On which day of its fortnight something happens to a plan: asked on a Tuesday, decided two weeks after its Monday. */
const ASKED = 1;
const ANSWERED = [2, 9] as const;
const OBJECTION_ANSWERED = 9;
const AGREED = 10;
/** Agencies that answer after the clock ran out are few; of these nobody has answered yet. */
const CLOCK = 6;

const FACTORS = [
  'LOW_LITERACY',
  'WRONGLY_INFORMED',
  'LANGUAGE_BARRIER',
  'ILLNESS',
  'DISABILITY',
  'DIGITAL_EXCLUSION',
  'NO_NETWORK',
];

/** Without a plan there is nothing to compare. */
const NOT_COMPARED: Plan['scenarios'] = {
  AS_NOW: { horizonMonths: 12, costLines: [], unpriced: [] },
  BREAKTHROUGH: { horizonMonths: 12, costLines: [], unpriced: [] },
};

/** The plan of a household as it will be, or would be; how much of it is there follows from the day. */
export function planOf({ library, money }: Lists, found: Found, course: Course, dice: Dice): Plan {
  const { measures } = found;
  const has = ({ measure }: { measure: string }) => measures.some(({ key }) => key === measure);
  const scenarios = measures.length ? scenariosOf(library, money, found, course) : NOT_COMPARED;
  const breakthrough = scenarios.BREAKTHROUGH.costLines;
  const sum = (lines: readonly CaseCostLine[]) => money.sum(lines, course.planOn);
  return {
    ...{ author: 'lead', goals: library.goals, reverseTest: library.reverseTest, values: library.values, scenarios },
    ...(dice.chance(0.5) ? { capacityToAct: { factors: dice.some(FACTORS, dice.whole(1, 2)), askMoreLikeThis: true } } : {}),
    ...conflictOf(found, course),
    measures: measures.map((measure) => ({ ...measure, due: addDays(course.decidedOn, dice.whole(4, 60)) })),
    grounds: library.grounds.filter(has),
    contradictions: library.contradictions.filter(has),
    perspectives: library.perspectives,
    positions: positionsOf(library, found, course, dice),
    funding: library.funding
      .filter(has)
      .map((one) => ({ ...one, ...(one.shares ? { shares: sharesOf(one.measure, one.shares, breakthrough, sum) } : {}) })),
    agreement: {
      by: 'mother',
      on: addDays(course.planOn, AGREED),
      how: dice.pick(['PAPER', 'ALOUD', 'ALOUD_WITH_MENTOR']),
      words: { nl: 'Zo willen wij het (verzonnen).', en: 'This is how we want it (fictional).' },
    },
    mandates: [{ person: 'mandate', kinds: [], maxCents: null, from: course.planOn, to: course.planOn }],
    decision: {
      ...{
        by: 'mandate',
        on: course.decidedOn,
        text: { nl: 'Alle maatregelen, zoals besproken (verzonnen).', en: 'All measures, as discussed (fictional).' },
      },
      negativeReturnSigned: sum(breakthrough) > sum(scenarios.AS_NOW.costLines),
    },
  };
}

/** What a measure costs is paid by who stands on its lines; what has no price has no amount. */
function sharesOf(
  measure: string,
  shares: NonNullable<Plan['funding'][number]['shares']>,
  lines: readonly CaseCostLine[],
  sum: (lines: readonly CaseCostLine[]) => bigint,
) {
  const own = lines.filter((line) => line.measure === measure);
  return shares.map((share) => ({
    ...share,
    cents: own.length ? Number(sum(own.filter(({ payer }) => payer === share.payer))) : null,
  }));
}

function scenariosOf(
  library: Library,
  money: Money,
  { measures, interventions, problems, involvements, scale }: Found,
  { planOn }: Course,
): Plan['scenarios'] {
  const runs = (key: string) => interventions.some((one) => one.key === key);
  const has = (key: string) => measures.some((one) => one.key === key);
  const pays = (payer: string) => involvements.some((one) => one.payer === payer);
  const isHere = ({ intervention, measure, payer }: CaseCostLine) =>
    (intervention === undefined || runs(intervention)) && (measure === undefined ? pays(payer) : has(measure));
  const lines = (of: readonly CaseCostLine[]) => of.filter(isHere).map((line) => money.on(line, planOn, inTens(line, scale)));
  const fits = ({ measure }: { measure?: string }) => measure === undefined || has(measure);
  const documents = interventions.flatMap(({ key, costLines }) =>
    key.startsWith('d-') ? costLines.map((line) => ({ ...line, key: `a-${line.key}`, intervention: key })) : [],
  );
  const { AS_NOW, BREAKTHROUGH } = library.scenarios;
  const some = problems.length < 25 ? AS_NOW.unpriced.slice(0, 3) : AS_NOW.unpriced;
  return {
    AS_NOW: { ...AS_NOW, costLines: [...lines(AS_NOW.costLines), ...documents], unpriced: some },
    BREAKTHROUGH: {
      ...BREAKTHROUGH,
      costLines: [
        ...lines(BREAKTHROUGH.costLines),
        ...documents.map((line) => ({ ...line, key: `b-${line.key}`, quantity: Math.ceil(line.quantity / 2) })),
      ],
      unpriced: BREAKTHROUGH.unpriced.filter(fits),
    },
  };
}

/** Payers who divide an amount by percents divide whole euros: then their lines are these percents to the cent. */
const inTens = ({ measure, unitCost }: CaseCostLine, scale: number): number =>
  measure !== undefined && unitCost === 'FACE_VALUE_EUR' ? Math.max(1, Math.round(scale * 10)) / 10 : scale;

function positionsOf(library: Library, { measures }: Found, { planOn, stage }: Course, dice: Dice): Plan['positions'] {
  const asked = addDays(planOn, ASKED);
  return library.positions
    .filter(({ agency }) => measures.some((one) => one.agency === agency))
    .map(({ answer, ...one }) => {
      const after = dice.whole(...ANSWERED);
      const silent = stage === 'ASKING' && addDays(planOn, after) > TODAY;
      const answered: LocalDate | null = silent ? null : addDays(planOn, Math.min(after, CLOCK));
      return {
        ...one,
        ...{ askedOn: asked, dueOn: asked, answeredOn: answered },
        ...(answer ? { answer: { ...answer, on: addDays(planOn, OBJECTION_ANSWERED) } } : {}),
        escalations: [],
      };
    });
}

/** Letters of one week that ask more than there is to spend. */
const conflictOf = ({ letters = [] }: Found, { mappedOn }: Course): Pick<Plan, 'letterConflict'> =>
  letters.length < 2
    ? {}
    : {
        letterConflict: {
          ...{ from: addDays(mappedOn, 7), to: addDays(mappedOn, 13), letters: letters.map(({ key }) => key) },
          ...{ demandedCents: letters.reduce((all, { amountCents }) => all + amountCents, 0), disposableCents: 21_000 },
        },
      };

/** How much of a plan that is still being written is there, in the words of the case files. */
export const partsOf = ({ stage }: Course, dice: Dice): string[] => {
  if (stage !== 'PLANNING') return ['*'];
  const parts = [
    'goals',
    'firstStep',
    'measures',
    'grounds',
    'contradictions',
    'scenario:AS_NOW',
    'scenario:BREAKTHROUGH',
    'reverseTest',
    'values',
    'answers',
  ];
  return ['lead', ...parts.slice(0, dice.whole(0, parts.length))];
};
