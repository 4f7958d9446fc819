/** One ground as the matrix of the api gives it. */
export interface GroundCell {
  groundId: string;
  provision: string;
  limitUnanswered: boolean;
}
export interface Cell {
  id: string;
  law: string;
  groundMissing: boolean;
  struckOut: string | null;
  grounds: readonly GroundCell[];
}
export interface Clash {
  contradictionId: string;
  fromCell: string;
  toCell: string;
  isResolved: boolean;
}
export interface Row {
  measureId: string;
  cells: readonly Cell[];
  contradictions: readonly Clash[];
}
/** A known conflict that nobody wrote down or set aside yet. */
export interface Proposal {
  measureId: string;
  pattern: string;
  groundIds: readonly string[];
  otherLaws: readonly string[];
}

export type LineState = 'unanswered' | 'proposed' | 'answered';
/** A bracket under a measure: from column to column, alone on its line. */
export interface Line {
  id: string;
  state: LineState;
  from: number;
  to: number;
}
export interface RowLayout<R extends Row = Row> {
  row: R;
  lines: Line[];
}

const URGENCY: Record<LineState, number> = { unanswered: 0, proposed: 1, answered: 2 };

/** The id under which a proposal is chosen; it has none of its own. */
export const proposalId = ({ measureId, pattern }: Pick<Proposal, 'measureId' | 'pattern'>): string => `${measureId} ${pattern}`;

/** What is open stands first, then by the column in which it begins; each on a line of its own, so that none can cross. */
export function layoutRows<R extends Row>(rows: readonly R[], proposals: readonly Proposal[]): RowLayout<R>[] {
  return rows.map((row) => {
    const clashes = row.contradictions.map((clash): Line => {
      const columns = [clash.fromCell, clash.toCell].map((id) => row.cells.findIndex((cell) => cell.id === id));
      return line(clash.contradictionId, clash.isResolved ? 'answered' : 'unanswered', columns);
    });
    const proposed = proposals
      .filter(({ measureId }) => measureId === row.measureId)
      .map((proposal): Line => {
        const columns = row.cells.flatMap(({ law, grounds }, column) =>
          proposal.otherLaws.includes(law) || grounds.some(({ groundId }) => proposal.groundIds.includes(groundId))
            ? [column]
            : [],
        );
        return line(proposalId(proposal), 'proposed', columns);
      });
    const lines = [...clashes, ...proposed].sort(
      (one, other) => URGENCY[one.state] - URGENCY[other.state] || one.from - other.from || one.to - other.to,
    );
    return { row, lines };
  });
}

function line(id: string, state: LineState, columns: readonly number[]): Line {
  const known = columns.filter((column) => column >= 0);
  return known.length ? { id, state, from: Math.min(...known), to: Math.max(...known) } : { id, state, from: 0, to: 0 };
}

/** A place where the keyboard can stand; column 0 is the measure itself, the laws count from 1. */
export interface Place {
  row: number;
  /** -1 = in the cells; else the bracket under them. */
  line: number;
  column: number;
  /** Which ground of the cell. */
  index: number;
}

const stopsIn = (layout: RowLayout, column: number): number =>
  column === 0 ? 1 : Math.max(1, layout.row.cells[column - 1]?.grounds.length ?? 1);

/** One step by an arrow, Home or End; it stays where it is at the edge. Down goes through the grounds of a cell, then the brackets. */
export function step(rows: readonly RowLayout[], at: Place, key: string): Place {
  const here = rows[at.row];
  if (!here) return at;
  const last = here.row.cells.length;
  const inCells = at.line < 0;
  const to = (column: number): Place => ({ ...at, column, index: Math.min(at.index, stopsIn(here, column) - 1) });
  if (key === 'ArrowRight') return inCells && at.column < last ? to(at.column + 1) : at;
  if (key === 'ArrowLeft') return inCells && at.column > 0 ? to(at.column - 1) : at;
  if (key === 'Home') return inCells ? to(0) : at;
  if (key === 'End') return inCells ? to(last) : at;
  if (key === 'ArrowDown') {
    if (inCells && at.index + 1 < stopsIn(here, at.column)) return { ...at, index: at.index + 1 };
    if (at.line + 1 < here.lines.length) return { ...at, line: at.line + 1, index: 0 };
    return at.row + 1 < rows.length ? { ...at, row: at.row + 1, line: -1, index: 0 } : at;
  }
  if (key === 'ArrowUp') {
    if (at.line > 0) return { ...at, line: at.line - 1 };
    if (at.line === 0) return { ...at, line: -1, index: stopsIn(here, at.column) - 1 };
    if (at.index > 0) return { ...at, index: at.index - 1 };
    const above = rows[at.row - 1];
    if (!above) return at;
    const lines = above.lines.length;
    return lines
      ? { ...at, row: at.row - 1, line: lines - 1, index: 0 }
      : { ...at, row: at.row - 1, line: -1, index: stopsIn(above, at.column) - 1 };
  }
  return at;
}

/** Every place where something waits for a person, in reading order. */
export function openPlaces(rows: readonly RowLayout[]): Place[] {
  return rows.flatMap(({ row, lines }, at) => [
    ...row.cells.flatMap(({ groundMissing, grounds }, column): Place[] => [
      ...(groundMissing ? [{ row: at, line: -1, column: column + 1, index: 0 }] : []),
      ...grounds.flatMap(({ limitUnanswered }, index) =>
        limitUnanswered ? [{ row: at, line: -1, column: column + 1, index }] : [],
      ),
    ]),
    ...lines.flatMap(({ state }, index): Place[] =>
      state === 'answered' ? [] : [{ row: at, line: index, column: 1, index: 0 }],
    ),
  ]);
}

const order = (a: Place, b: Place): number =>
  a.row - b.row ||
  Number(a.line >= 0) - Number(b.line >= 0) ||
  (a.line < 0 ? a.column - b.column || a.index - b.index : a.line - b.line);

/** The next open place after this one; after the last one the first again. */
export function nextOpen(rows: readonly RowLayout[], at: Place): Place | null {
  const open = openPlaces(rows);
  return open.find((place) => order(place, at) > 0) ?? open[0] ?? null;
}

/** What stands at a place, as the panel beside the matrix shows it. */
export type Chosen =
  | { kind: 'measure'; measure: string }
  | { kind: 'cell'; measure: string; law: string }
  | { kind: 'ground'; measure: string; law: string; ground: string }
  | { kind: 'contradiction'; measure: string; contradiction: string }
  | { kind: 'proposed'; measure: string; id: string };

export function chosenAt(rows: readonly RowLayout[], at: Place): Chosen | null {
  const here = rows[at.row];
  if (!here) return null;
  const measure = here.row.measureId;
  if (at.line >= 0) {
    const line = here.lines[at.line];
    if (!line) return null;
    return line.state === 'proposed'
      ? { kind: 'proposed', measure, id: line.id }
      : { kind: 'contradiction', measure, contradiction: line.id };
  }
  if (at.column === 0) return { kind: 'measure', measure };
  const cell = here.row.cells[at.column - 1];
  if (!cell) return null;
  const ground = cell.grounds[at.index];
  return ground ? { kind: 'ground', measure, law: cell.law, ground: ground.groundId } : { kind: 'cell', measure, law: cell.law };
}

/** Where something stands now, after the matrix was asked again; null = it is gone. */
export function placeOf(rows: readonly RowLayout[], chosen: Chosen): Place | null {
  const row = rows.findIndex((one) => one.row.measureId === chosen.measure);
  const here = rows[row];
  if (!here) return null;
  if (chosen.kind === 'measure') return { row, line: -1, column: 0, index: 0 };
  if (chosen.kind === 'contradiction' || chosen.kind === 'proposed') {
    const id = chosen.kind === 'proposed' ? chosen.id : chosen.contradiction;
    const line = here.lines.findIndex((one) => one.id === id);
    return line < 0 ? null : { row, line, column: 1, index: 0 };
  }
  const column = here.row.cells.findIndex(({ law }) => law === chosen.law);
  if (column < 0) return null;
  if (chosen.kind === 'cell') return { row, line: -1, column: column + 1, index: 0 };
  const index = here.row.cells[column]?.grounds.findIndex(({ groundId }) => groundId === chosen.ground) ?? -1;
  return index < 0 ? null : { row, line: -1, column: column + 1, index };
}

/** The oldest of the texts that are cited under a law, and whether that is longer ago than four years on the day of the plan. */
export function headDate(seen: readonly (string | undefined)[], planOn: string): { on: string | null; old: boolean } {
  if (seen.length === 0 || seen.some((on) => on === undefined)) return { on: null, old: false };
  const on = [...(seen as string[])].sort()[0] ?? null;
  const limit = `${Number(planOn.slice(0, 4)) - 4}${planOn.slice(4)}`;
  return { on, old: on !== null && on < limit };
}
