import { type Reason, reason } from '@doorbraak/kernel';

type Row = { id: string };

/** In which of these lists an entry stands. */
export const listOf = <Lists extends Record<string, readonly Row[]>>(entry: string, lists: Lists): keyof Lists | undefined =>
  Object.keys(lists).find((name) => lists[name]!.some(({ id }) => id === entry));

/** Of an entry that stands in no list: was it withdrawn before, or is it not there at all? */
export const notThere = (entry: string, withdrawn: readonly Row[]): Reason[] => [
  reason(withdrawn.some(({ id }) => id === entry) ? 'WITHDRAWN_ALREADY' : 'ENTRY_UNKNOWN', entry),
];

/** Lists are read whole, so they end somewhere. */
export const roomFor = (rows: readonly unknown[], most = 100): Reason[] => (rows.length < most ? [] : [reason('LIST_FULL')]);
