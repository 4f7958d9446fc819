import { addDays, type LocalDate, monthsAfter } from '@doorbraak/kernel';
import type { CaseCostLine, CaseFile, CaseReview } from '../demo/case.file';
import { type Course, TODAY } from './course.rules';
import type { Dice } from './dice';
import { CHANNELS } from './fillers';
import type { Found, Lists } from './map.maker';

type After = Pick<CaseFile, 'commitments' | 'reviews' | 'experience' | 'realised' | 'bottleneck' | 'signal'>;

const LIFE_SCALE = [1, 5] as const;

const NOTHING_KNOWN = { from: '', to: '', known: false, costLines: [], unpriced: [] };
const NO_WORDS = { nl: '', en: '' };
/** Before it is decided nothing has followed. */
const NOTHING_YET: After = {
  ...{ commitments: [], reviews: [], experience: [], realised: { before12: NOTHING_KNOWN, after12: NOTHING_KNOWN } },
  bottleneck: { key: '', provision: '', problem: '', obstacle: NO_WORDS, kind: 'FIX' },
  signal: { about: NO_WORDS, asked: NO_WORDS, occurrencesPerYear: null, status: 'SENT', sentOn: '' },
};

/** What follows the decision of a household, as far as a year goes. */
export function afterOf(
  lists: Lists,
  found: Found,
  course: Course,
  contacts: CaseFile['contacts'],
  plan: CaseFile['plan'],
  dice: Dice,
): After {
  if (course.decidedOn > TODAY) return NOTHING_YET;
  const reviews = reviewsOf(lists, found, course, contacts, dice);
  return {
    ...learnedOf(found, plan, course, dice),
    commitments: commitmentsOf(lists, found, course, dice),
    reviews,
    experience: lists.library.experience
      .filter(({ member }) => found.members.some(({ key }) => key === member) && dice.chance(0.7))
      .map((one) => ({
        ...one,
        on: addDays(course.decidedOn, 7),
        voice: score(dice, 3),
        respect: score(dice, 3),
        treatment: score(dice, 3),
      })),
    realised: realisedOf(lists, found, course, dice),
  };
}

const clamp = (value: number): number => Math.min(LIFE_SCALE[1], Math.max(LIFE_SCALE[0], value));
const score = (dice: Dice, around: number): number => clamp(around + dice.whole(-1, 2));

/** After three, six and twelve months; what is told of contacts is told with them. */
function reviewsOf(
  { household }: Lists,
  { problems, measures }: Found,
  { decidedOn }: Course,
  contacts: CaseFile['contacts'],
  dice: Dice,
): CaseReview[] {
  const scored = new Set(household.lifeDomains.filter((domain) => domain.scored).map(({ key }) => key));
  const domains = [...new Set(problems.map(({ type }) => type.split('.')[0]!))].filter((domain) => scored.has(domain)).sort();
  let scores = Object.fromEntries(domains.map((domain) => [domain, dice.whole(1, 2)]));
  const later = measures.filter(() => dice.chance(0.15)).map(({ key }) => key);
  const held = (months: 0 | 3 | 6 | 12, more: Partial<CaseReview>): CaseReview => {
    if (months > 0)
      scores = Object.fromEntries(
        Object.entries(scores).map(([domain, was]) => [domain, clamp(was + dice.pick([-1, 0, 0, 1, 1, 2]))]),
      );
    const due = monthsAfter(decidedOn, months);
    const on = months === 12 ? addDays(due, Math.max(0, Math.min(dice.whole(0, 5), daysUntil(due)))) : due;
    const after = contacts.after.find(({ month }) => month === on.slice(0, 7));
    return {
      key: `r${months}`,
      months,
      on,
      by: 'lead',
      scores,
      contactsPerMonth: months === 0 ? contacts.before.perMonth! : (after?.perMonth ?? 0),
      ...more,
    };
  };
  const done = (keys: string[], state: 'DONE' | 'OPEN') => Object.fromEntries(keys.map((key) => [key, state]));
  const first = measures.map(({ key }) => key).filter((key) => !later.includes(key));
  return [
    held(0, {}),
    held(3, { measures: { ...done(first, 'DONE'), ...done(later, 'OPEN') } }),
    held(6, { measures: done(later, 'DONE') }),
    held(12, {
      closes: true,
      problemStatus: Object.fromEntries(
        problems
          .filter(() => dice.chance(0.6))
          .map(({ key }) => [key, dice.pick(['RESOLVED', 'RESOLVED', 'RESOLVED', 'IMPROVING', 'RELAPSED'])]),
      ),
    }),
  ];
}

const daysUntil = (day: LocalDate): number => Math.round((Date.parse(TODAY) - Date.parse(day)) / 86_400_000);

function commitmentsOf(
  { library }: Lists,
  { measures, members, involvements }: Found,
  { decidedOn }: Course,
  dice: Dice,
): CaseFile['commitments'] {
  const promises = ({ by }: { by: string }) =>
    members.some(({ key }) => key === by) ||
    measures.some(({ owner, agency }) => owner === by && involvements.some(({ key }) => key === agency));
  return library.commitments.filter(promises).map(({ toldOn: _, newDue: __, reason, ...one }) => {
    const due = addDays(decidedOn, dice.whole(5, 40));
    const isLate = dice.chance(0.25);
    return {
      ...{ ...one, due },
      ...(isLate
        ? {
            status: 'LATE' as const,
            toldOn: addDays(due, -2),
            newDue: addDays(due, 20),
            keptOn: addDays(due, dice.whole(5, 25)),
            reason: reason ?? { nl: 'later dan beloofd', en: 'later than promised' },
          }
        : { status: 'KEPT' as const, keptOn: addDays(due, -dice.whole(0, 4)) }),
    };
  });
}

/** What the twelve months before and after really cost, per payer; of some nobody knows it. */
function realisedOf(
  { library, money }: Lists,
  { interventions, involvements, scale }: Found,
  { decidedOn }: Course,
  dice: Dice,
): CaseFile['realised'] {
  const pays = (payer: string) => payer === 'FUND' || involvements.some((one) => one.payer === payer);
  const documents = interventions.filter(({ key }) => key.startsWith('d-')).flatMap(({ costLines }) => costLines);
  const period = (
    from: LocalDate,
    lines: readonly CaseCostLine[],
    factor: number,
    key: string,
    unpriced: { item: string; note: { nl: string; en: string } }[],
  ) => {
    const to = addDays(monthsAfter(from, 12), -1);
    const own = lines.filter(({ payer }) => pays(payer)).map((line) => money.on(line, to, scale * factor * dice.tail(0.15)));
    const others = documents.map((line) => ({
      ...line,
      key: `${key}-${line.key}`,
      quantity: Math.max(1, Math.round(line.quantity * factor)),
    }));
    return { from, to, known: true, costLines: [...own, ...others], unpriced };
  };
  const { before12, after12 } = library.realised;
  return {
    before12: period(monthsAfter(decidedOn, -12), before12.costLines, 1, 'x', before12.unpriced),
    after12: period(decidedOn, after12.costLines, dice.tail(0.25), 'y', after12.unpriced),
  };
}

/** The first limit that a measure ran into, told to policy; of what stood in no way the first room that was used. */
function learnedOf(
  { problems, measures }: Found,
  { grounds }: CaseFile['plan'],
  { decidedOn }: Course,
  dice: Dice,
): Pick<After, 'bottleneck' | 'signal'> {
  const ground = grounds.find(({ role }) => role === 'LIMIT') ?? grounds[0]!;
  const addressed = measures.find(({ key }) => key === ground.measure)!.addresses;
  const answered = dice.chance(0.4);
  return {
    bottleneck: {
      key: 'stuck',
      provision: ground.provision,
      problem: problems.find(({ key }) => addressed.includes(key))!.key,
      obstacle: ground.argument,
      kind: 'SOLVE',
    },
    signal: {
      ...{
        about: ground.argument,
        asked: { nl: 'maak hier een uitzondering mogelijk (verzonnen)', en: 'make an exception possible here (fictional)' },
      },
      ...{ occurrencesPerYear: null, occurrencesNote: 'niet geteld', sentOn: addDays(decidedOn, 30) },
      ...(answered
        ? {
            status: 'ANSWERED' as const,
            answeredOn: addDays(decidedOn, 80),
            answer: { nl: 'wordt meegenomen (verzonnen)', en: 'is taken along (fictional)' },
          }
        : { status: dice.pick(['SENT', 'ACKNOWLEDGED'] as const) }),
    },
  };
}

/** How often agencies and household met: a month that was counted per agency, months before it that were counted whole, then day by day. */
export function contactsOf(
  { involvements }: Found,
  { mappedOn, decidedOn, heavy }: Course,
  days: number,
  dice: Dice,
): CaseFile['contacts'] {
  const monthOf = (day: LocalDate) => day.slice(0, 7);
  const usual = heavy ? 16 : 4;
  const throwCount = () => Math.max(1, Math.round(usual * dice.tail(0.25)));
  const perMonth = throwCount();
  const byAgency: Record<string, number> = {};
  for (let n = 0; n < perMonth; n++) {
    const { key } = dice.pick(involvements);
    byAgency[key] = (byAgency[key] ?? 0) + 1;
  }
  const before = (months: number) => monthOf(monthsAfter(mappedOn, -months));
  const one = (n: number): NonNullable<CaseFile['contacts']['days']>[number] => ({
    ...{
      key: `${n}`,
      on: addDays(mappedOn, Math.floor((n * 30) / usual)),
      agency: dice.pick(involvements).key,
      channel: dice.pick(CHANNELS),
    },
    ...{ direction: dice.pick(['FROM_AGENCY', 'FROM_HOUSEHOLD']), minutes: dice.whole(5, 90) },
  });
  return {
    before: { month: before(1), perMonth, byAgency },
    months: Array.from({ length: 11 }, (_, n) => ({ month: before(n + 2), count: throwCount() })),
    days: Array.from({ length: Math.round((days * usual) / 30) }, (_, n) => one(n)),
    after: [3, 6, 12].map((months, n) => ({
      month: monthOf(monthsAfter(decidedOn, months)),
      perMonth: Math.max(1, Math.round(perMonth * [0.7, 0.5, 0.35][n]!)),
    })),
  };
}
