import { addDays, type LocalDate, type Reason, reason } from '@doorbraak/kernel';

export const SIGNAL_STATES = ['SENT', 'ACKNOWLEDGED', 'ANSWERED', 'CLOSED'] as const;
export type SignalStatus = (typeof SIGNAL_STATES)[number];

export type BottleneckFacts = { id: string; kind: 'FIX' | 'SOLVE'; provision: string };
export type SignalFacts = {
  status: SignalStatus;
  sentOn: LocalDate;
  answeredOn: LocalDate | null;
  closedOn: LocalDate | null;
  provision: string | null;
  reportCount: number;
};

/** So long may whoever makes the rule think about it. */
const ANSWER_DAYS = 60;

export const overdueOn = ({ sentOn }: Pick<SignalFacts, 'sentOn'>): LocalDate => addDays(sentOn, ANSWER_DAYS);

/** From the day itself on; an answer that came late is an answer, and what was closed waits for none. */
export const isOverdue = (signal: Pick<SignalFacts, 'sentOn' | 'answeredOn' | 'closedOn'>, today: LocalDate): boolean =>
  signal.answeredOn === null && signal.closedOn === null && today >= overdueOn(signal);

/** What a rule does to one household is reported once, and only when the rule itself has to change. */
export function whyNotReport(bottleneck: BottleneckFacts | undefined, asked: string, signalled: boolean): Reason[] {
  if (!bottleneck) return [reason('BOTTLENECK_UNKNOWN', asked)];
  return [
    ...(bottleneck.kind === 'SOLVE' ? [] : [reason('NOT_TO_SOLVE', bottleneck.id)]),
    ...(signalled ? [reason('SIGNALLED_ALREADY', bottleneck.id)] : []),
  ];
}

/** Something was learned, and every rule that has to change was reported; what is only fixed here needs no signal. */
export const isLearned = (
  bottlenecks: readonly Pick<BottleneckFacts, 'id' | 'kind'>[],
  reports: readonly { bottleneckId: string }[],
  proposals: readonly { retractedOn: LocalDate | null }[],
): boolean =>
  (bottlenecks.length > 0 || proposals.some(({ retractedOn }) => retractedOn === null)) &&
  bottlenecks.every(({ id, kind }) => kind === 'FIX' || reports.some(({ bottleneckId }) => bottleneckId === id));

type Occurrences = { occurrencesPerYear: number | null; occurrencesNote: string | null };

/** An estimate, or in words why there is none. Never both: a number with a doubt is quoted without it. */
export const whyNotCounted = ({ occurrencesPerYear, occurrencesNote }: Occurrences): Reason[] => {
  if (occurrencesPerYear === null && occurrencesNote === null) return [reason('REQUIRED', 'occurrencesNote')];
  return occurrencesPerYear !== null && occurrencesNote !== null ? [reason('BAD_INPUT', 'occurrencesNote')] : [];
};

export const whyNotJoin = (signal: SignalFacts, bottleneck: BottleneckFacts | undefined, id: string): Reason[] => [
  ...(signal.status === 'CLOSED' ? [reason('SIGNAL_CLOSED', id)] : []),
  ...(bottleneck && bottleneck.provision !== signal.provision ? [reason('SIGNAL_OTHER_PROVISION', id)] : []),
];

/** Forward only: sent, acknowledged, answered, closed. An answer needs no acknowledgement before it. */
export const whyNotAcknowledge = ({ status }: SignalFacts, id: string): Reason[] =>
  status === 'SENT' ? [] : [reason('SIGNAL_DONE_ALREADY', id)];
export const whyNotAnswer = ({ status }: SignalFacts, id: string): Reason[] =>
  status === 'SENT' || status === 'ACKNOWLEDGED' ? [] : [reason('SIGNAL_DONE_ALREADY', id)];
/** Without an answer only when all that was reported under it turned out to be a mistake. */
export const whyNotClose = ({ status, reportCount }: SignalFacts, id: string): Reason[] => {
  if (status === 'CLOSED') return [reason('SIGNAL_DONE_ALREADY', id)];
  return status === 'ANSWERED' || reportCount === 0 ? [] : [reason('SIGNAL_UNANSWERED', id)];
};
