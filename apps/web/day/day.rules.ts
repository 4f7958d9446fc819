import type { IconName } from '../kit/icon';

export type DayKind =
  | 'ANSWER_RECEIVED'
  | 'ASSESSMENT_ASKED'
  | 'CLOCK_OVER'
  | 'DECISION_WAITING'
  | 'LETTER_DUE'
  | 'PAUSE_ENDS'
  | 'PROMISE_DUE'
  | 'PROMISE_LATE'
  | 'READY_TO_DECIDE'
  | 'REVIEW_DUE'
  | 'SILENCE';

/** Where one press on a thing of today leads: to the place where it is done, and on it to the thing itself. */
export function placeOf({
  kind,
  householdId,
  subjectId,
}: {
  kind: DayKind;
  householdId: string;
  subjectId: string | null;
}): string {
  const household = `/huishouden/${householdId}`;
  const thing = subjectId ? `#${subjectId}` : '';
  switch (kind) {
    case 'ANSWER_RECEIVED':
    case 'CLOCK_OVER':
    case 'DECISION_WAITING':
    case 'READY_TO_DECIDE':
      return `${household}/plan/besluit`;
    case 'PROMISE_DUE':
    case 'PROMISE_LATE':
      return `${household}/beloften${thing}`;
    case 'ASSESSMENT_ASKED':
      return `/advies/${householdId}`;
    case 'REVIEW_DUE':
      return `${household}/plan/uitvoeren`;
    case 'LETTER_DUE':
      return `${household}/tijdlijn${thing}`;
    case 'PAUSE_ENDS':
      return `${household}/geld${thing}`;
    case 'SILENCE':
      return `${household}/keukentafel`;
  }
}

export const SIGNS: Record<DayKind, { icon: IconName; tone: 'open' | 'warn' | 'accent' | 'quiet' }> = {
  ANSWER_RECEIVED: { icon: 'bolt', tone: 'open' },
  ASSESSMENT_ASKED: { icon: 'eye', tone: 'accent' },
  CLOCK_OVER: { icon: 'clock', tone: 'warn' },
  DECISION_WAITING: { icon: 'tick', tone: 'accent' },
  LETTER_DUE: { icon: 'letter', tone: 'warn' },
  PAUSE_ENDS: { icon: 'DEBT', tone: 'quiet' },
  PROMISE_DUE: { icon: 'clock', tone: 'quiet' },
  PROMISE_LATE: { icon: 'clock', tone: 'warn' },
  READY_TO_DECIDE: { icon: 'tick', tone: 'accent' },
  REVIEW_DUE: { icon: 'eye', tone: 'quiet' },
  SILENCE: { icon: 'phone', tone: 'quiet' },
};

/** How somebody calls a household: by its people when they may be known, else by its code. */
export function nameOf(names: readonly string[] | null | undefined, code: string): { name: string; more: number } {
  const [first, ...others] = names ?? [];
  return { name: first ?? code, more: others.length };
}
