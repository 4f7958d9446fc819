export type PromiseState = 'BROKEN' | 'KEPT' | 'LATE' | 'OPEN' | 'OVERDUE';
interface Promised {
  state: PromiseState;
  dueOn: string;
  newDueOn: string | null;
}

export interface PromiseGroup<Line> {
  who: string;
  lines: Line[];
  kept: number;
  late: number;
  broken: number;
  open: number;
}

/** What needs somebody comes first: overdue, late, open, broken, kept; of the same kind the earliest day. */
const RANK: Record<PromiseState, number> = { OVERDUE: 0, LATE: 1, OPEN: 2, BROKEN: 3, KEPT: 4 };
const lastDay = ({ newDueOn, dueOn }: Promised) => newDueOn ?? dueOn;
const byNeed = (one: Promised, other: Promised) =>
  RANK[one.state] - RANK[other.state] || (lastDay(one) < lastDay(other) ? -1 : lastDay(one) > lastDay(other) ? 1 : 0);

/** Promises per who promised them; who has the latest promise stands first. */
export function groupPromises<Line extends Promised>(
  lines: readonly Line[],
  whoOf: (line: Line) => string,
): PromiseGroup<Line>[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines.toSorted(byNeed)) groups.set(whoOf(line), [...(groups.get(whoOf(line)) ?? []), line]);
  return [...groups].map(([who, mine]) => ({ who, lines: mine, ...countPromises(mine) }));
}

/** How many are kept, late (told or not), broken and still to do. */
export function countPromises(lines: readonly { state: PromiseState }[]) {
  const count = (...states: PromiseState[]) => lines.filter(({ state }) => states.includes(state)).length;
  return { kept: count('KEPT'), late: count('LATE', 'OVERDUE'), broken: count('BROKEN'), open: count('OPEN') };
}
