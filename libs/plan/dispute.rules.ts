import { type LocalDate, type Reason, reason } from '@doorbraak/kernel';

export type DisputeState = 'OPEN' | 'OVERDUE' | 'SETTLED';
export type DisputeFacts = {
  id: string;
  interimPayer: string;
  measureIds: readonly string[];
  dueOn: LocalDate;
  settledOn: LocalDate | null;
  settledPayer: string | null;
};

export const disputeState = ({ settledOn, dueOn }: Pick<DisputeFacts, 'settledOn' | 'dueOn'>, day: LocalDate): DisputeState => {
  if (settledOn !== null && settledOn <= day) return 'SETTLED';
  return day <= dueOn ? 'OPEN' : 'OVERDUE';
};

/** Who pays in turn for what the first of them was named for: a settlement also moves what its interim payer paid until then. */
const payersInTurn = (payer: string, measureId: string, disputes: readonly DisputeFacts[]): string[] =>
  disputes
    .filter(({ settledOn, measureIds }) => settledOn !== null && measureIds.includes(measureId))
    .sort((a, b) => a.settledOn!.localeCompare(b.settledOn!))
    .reduce((turns, one) => (turns.includes(one.interimPayer) ? [...turns, one.settledPayer!] : turns), [payer]);

/** The plan keeps the payer that was decided; this is who pays after what was settled since. */
export const payerAfterAll = (payer: string, measureId: string, disputes: readonly DisputeFacts[]): string =>
  payersInTurn(payer, measureId, disputes).at(-1)!;

export const asSettled = <Row extends { payer: string; measureId: string | null }>(
  rows: readonly Row[],
  disputes: readonly DisputeFacts[],
): Row[] =>
  rows.map((row) => (row.measureId === null ? row : { ...row, payer: payerAfterAll(row.payer, row.measureId, disputes) }));

/** What the interim payer pays for a measure that a dispute is about may still come back from somebody else. */
export function isProvisional(payer: string, measureId: string, disputes: readonly DisputeFacts[]): boolean {
  const turns = payersInTurn(payer, measureId, disputes);
  return disputes.some((one) => one.settledOn === null && turns.includes(one.interimPayer) && one.measureIds.includes(measureId));
}

/** The payers whose part of the picture may still move to somebody else. */
export const provisionalPayers = (disputes: readonly DisputeFacts[]): ReadonlySet<string> =>
  new Set(disputes.filter(({ settledOn }) => settledOn === null).map(({ interimPayer }) => interimPayer));

type NewDispute = {
  laws: readonly string[];
  involvementIds: readonly string[];
  measureIds: readonly string[];
  interimPayer: string;
};
type Known = {
  law: (key: string) => boolean;
  payer: (key: string) => boolean;
  involvements: readonly { id: string }[];
  measures: readonly { id: string }[];
  dueOn: LocalDate | null;
};
const unknown = (ids: readonly string[], rows: readonly { id: string }[]) =>
  ids.filter((id) => !rows.some((row) => row.id === id));

export const whyNotDispute = (wish: NewDispute, known: Known): Reason[] => [
  ...(new Set(wish.laws).size < 2 ? [reason('TWO_LAWS_DIFFER', 'laws')] : []),
  ...wish.laws.filter((law) => !known.law(law)).map((law) => reason('LAW_UNKNOWN', law)),
  ...(wish.involvementIds.length ? [] : [reason('REQUIRED', 'involvements')]),
  ...unknown(wish.involvementIds, known.involvements).map((id) => reason('INVOLVEMENT_UNKNOWN', id)),
  ...unknown(wish.measureIds, known.measures).map((id) => reason('MEASURE_UNKNOWN', id)),
  ...(known.payer(wish.interimPayer) ? [] : [reason('PAYER_UNKNOWN', wish.interimPayer)]),
  ...(known.dueOn === null ? [reason('CLOCK_BEYOND_CALENDAR', 'clockDays')] : []),
];

/** It is settled by one of the laws that it was about, once. */
export const whyNotSettle = (
  dispute: { id: string; laws: readonly string[]; settledOn: LocalDate | null },
  { law, payer }: { law: string; payer: string },
  known: Pick<Known, 'payer'>,
): Reason[] => [
  ...(dispute.settledOn === null ? [] : [reason('DISPUTE_SETTLED', dispute.id)]),
  ...(dispute.laws.includes(law) ? [] : [reason('LAW_NOT_IN_DISPUTE', law)]),
  ...(known.payer(payer) ? [] : [reason('PAYER_UNKNOWN', payer)]),
];

/** A dispute goes up when its own clock has run out without a settlement. */
export const whyNotTakeUpDispute = (dispute: DisputeFacts, day: LocalDate): Reason[] => {
  const state = disputeState(dispute, day);
  if (state === 'SETTLED') return [reason('DISPUTE_SETTLED', dispute.id)];
  return state === 'OPEN' ? [reason('CLOCK_STILL_RUNS', dispute.id)] : [];
};
