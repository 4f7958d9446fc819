import {
  addDays,
  type Cents,
  dayInWords,
  eurosInWords,
  type LocalDate,
  type Reason,
  reason,
  sum,
  whyNotHappened,
  type Words,
} from '@doorbraak/kernel';

export type LetterKind = 'PAY' | 'COME' | 'SEND' | 'OTHER';
export type LetterFacts = {
  id: string;
  agencyId: string;
  kind: LetterKind;
  amountCents: Cents | null;
  dueOn: LocalDate | null;
  doneOn: LocalDate | null;
};
/** What a household has to spend in a week, from a day until the next such row. */
export type SpendingRoomFacts = { fromOn: LocalDate; weekCents: Cents };

export type LetterConflict = {
  kind: 'MONEY' | 'SAME_DAY';
  /** Monday to Sunday */ from: LocalDate;
  to: LocalDate;
  letters: string[];
  demandedCents: Cents | null;
  availableCents: Cents | null;
  shortCents: Cents | null;
  words: Words;
};

/**
 * Demands of several agencies in one week that cannot all be met: together more money than there is to spend, or two places to be on one
 * day. Where nobody told what there is to spend, nothing is said about money: a shortage is not made up.
 */
export function letterConflicts(letters: readonly LetterFacts[], room: readonly SpendingRoomFacts[]): LetterConflict[] {
  const open = letters.filter(({ doneOn, dueOn }) => doneOn === null && dueOn !== null);
  const weeks = [...new Set(open.map(({ dueOn }) => mondayOf(dueOn!)))].sort();
  return weeks.flatMap((from) => {
    const to = addDays(from, 6);
    const due = open.filter(({ dueOn }) => dueOn! >= from && dueOn! <= to);
    return [...tooMuch(due, from, to, room), ...twoPlaces(due, from, to)];
  });
}

function tooMuch(
  due: readonly LetterFacts[],
  from: LocalDate,
  to: LocalDate,
  rooms: readonly SpendingRoomFacts[],
): LetterConflict[] {
  const pay = due.filter(({ amountCents }) => amountCents !== null);
  const available = roomIn(rooms, to)?.weekCents;
  const demanded = sum(pay.map(({ amountCents }) => amountCents!));
  if (agencies(pay) < 2 || available === undefined || demanded <= available) return [];
  const [week, asked, there] = [dayInWords(from), eurosInWords(demanded), eurosInWords(available)];
  return [
    {
      ...{ kind: 'MONEY', from, to, letters: ids(pay) },
      ...{ demandedCents: demanded, availableCents: available, shortCents: demanded - available },
      words: {
        nl: `In de week van ${week.nl} vragen ${pay.length} brieven samen ${asked.nl}. Er is ${there.nl}. Dat kan niet allemaal.`,
        en: `In the week of ${week.en} ${pay.length} letters together ask ${asked.en}. There is ${there.en}. Not all of it can be paid.`,
      },
    },
  ];
}

function twoPlaces(due: readonly LetterFacts[], from: LocalDate, to: LocalDate): LetterConflict[] {
  const come = due.filter(({ kind }) => kind === 'COME');
  return [...new Set(come.map(({ dueOn }) => dueOn!))].sort().flatMap((day): LetterConflict[] => {
    const there = come.filter(({ dueOn }) => dueOn === day);
    if (agencies(there) < 2) return [];
    const on = dayInWords(day);
    return [
      {
        ...{ kind: 'SAME_DAY', from, to, letters: ids(there) },
        ...{ demandedCents: null, availableCents: null, shortCents: null },
        words: {
          nl: `Op ${on.nl} willen ${agencies(there)} instanties dat iemand komt. Kijk of dat samen kan.`,
          en: `On ${on.en} ${agencies(there)} agencies want somebody to come. See whether that can be combined.`,
        },
      },
    ];
  });
}

const ids = (letters: readonly LetterFacts[]) => letters.map(({ id }) => id);
const agencies = (letters: readonly LetterFacts[]) => new Set(letters.map(({ agencyId }) => agencyId)).size;

/** The last row that began by the end of the week. */
export const roomIn = (rooms: readonly SpendingRoomFacts[], lastDay: LocalDate): SpendingRoomFacts | undefined =>
  rooms
    .filter(({ fromOn }) => fromOn <= lastDay)
    .reduce<SpendingRoomFacts | undefined>((a, b) => (a && a.fromOn > b.fromOn ? a : b), undefined);

export function mondayOf(day: LocalDate): LocalDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** A letter is dealt with after it came. */
export const whyNotSettle = (letter: { receivedOn: LocalDate }, doneOn: LocalDate, today: LocalDate): Reason[] => [
  ...whyNotHappened(doneOn, 'doneOn', today),
  ...(doneOn < letter.receivedOn ? [reason('RANGE_INVERTED', 'doneOn')] : []),
];
