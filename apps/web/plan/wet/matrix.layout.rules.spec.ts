import {
  chosenAt,
  headDate,
  layoutRows,
  nextOpen,
  openPlaces,
  placeOf,
  step,
  type Place,
  type Row,
  type RowLayout,
} from './matrix.layout.rules';

/** A small generator with a seed, so that a failure can be seen again. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function anyMatrix(seed: number): RowLayout[] {
  const roll = dice(seed);
  const laws = Array.from({ length: 1 + roll(8) }, (_, at) => `law${at}`);
  const rows = Array.from({ length: 1 + roll(6) }, (_, at): Row => {
    const measureId = `m${at}`;
    const cells = laws.map((law, column) => ({
      id: `${measureId} ${law}`,
      law,
      groundMissing: roll(5) === 0,
      struckOut: null,
      grounds: Array.from({ length: roll(4) }, (_none, index) => ({
        groundId: `${measureId} ${column} ${index}`,
        provision: `p${index}`,
        limitUnanswered: roll(3) === 0,
      })),
    }));
    const anyCell = () => cells[roll(cells.length)]?.id ?? '';
    const contradictions = Array.from({ length: roll(4) }, (_none, index) => ({
      contradictionId: `${measureId} c${index}`,
      fromCell: anyCell(),
      toCell: anyCell(),
      isResolved: roll(2) === 0,
    }));
    return { measureId, cells, contradictions };
  });
  const proposals = rows
    .filter(() => roll(3) === 0)
    .map(({ measureId }) => ({ measureId, pattern: 'x', groundIds: [], otherLaws: ['law0'] }));
  return layoutRows(rows, proposals);
}
const SEEDS = Array.from({ length: 300 }, (_, seed) => seed + 1);
const START: Place = { row: 0, line: -1, column: 0, index: 0 };
const name = (rows: RowLayout[], place: Place) => JSON.stringify(chosenAt(rows, place));

describe('where brackets stand', () => {
  test.each(SEEDS)('seed %i: each once, left to right, inside the table, what is open first', (seed) => {
    for (const { row, lines } of anyMatrix(seed)) {
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      expect(lines.length).toBeGreaterThanOrEqual(row.contradictions.length);
      for (const { from, to } of lines) expect([from >= 0, from <= to, to < row.cells.length]).toEqual([true, true, true]);
      const states = lines.map(({ state }) => ['unanswered', 'proposed', 'answered'].indexOf(state));
      expect(states).toEqual([...states].sort());
      for (const [at, line] of lines.entries()) {
        const before = lines[at - 1];
        if (before?.state === line.state) expect(before.from).toBeLessThanOrEqual(line.from);
      }
    }
  });

  test('a bracket goes from the left cell to the right one, whichever was named first', () => {
    const cells = ['a', 'b', 'c'].map((law) => ({ id: `m ${law}`, law, groundMissing: false, struckOut: null, grounds: [] }));
    const contradictions = [
      { contradictionId: 'done', fromCell: 'm a', toCell: 'm b', isResolved: true },
      { contradictionId: 'open', fromCell: 'm c', toCell: 'm a', isResolved: false },
    ];
    expect(layoutRows([{ measureId: 'm', cells, contradictions }], [])[0]?.lines).toEqual([
      { id: 'open', state: 'unanswered', from: 0, to: 2 },
      { id: 'done', state: 'answered', from: 0, to: 1 },
    ]);
  });
});

describe('walking by keyboard', () => {
  test.each(SEEDS)('seed %i: down and right reach every place, and up leads back the way it came', (seed) => {
    const rows = anyMatrix(seed);
    const reached = new Set<string>();
    for (let column = 0; column <= (rows[0]?.row.cells.length ?? 0); column += 1) {
      let at = START;
      for (let right = 0; right < column; right += 1) at = step(rows, at, 'ArrowRight');
      for (;;) {
        reached.add(name(rows, at));
        const next = step(rows, at, 'ArrowDown');
        if (name(rows, next) === name(rows, at)) break;
        expect(name(rows, step(rows, next, 'ArrowUp'))).toBe(name(rows, at));
        at = next;
      }
    }
    const all = rows.flatMap(({ row, lines }) => [
      1,
      ...row.cells.map(({ grounds }) => Math.max(1, grounds.length)),
      lines.length,
    ]);
    expect(reached.size).toBe(all.reduce((sum, one) => sum + one, 0));
  });

  test.each(SEEDS)('seed %i: next open goes round through all that is open, and each place is found again', (seed) => {
    const rows = anyMatrix(seed);
    const open = openPlaces(rows);
    let at: Place = START;
    const seen = open.map(() => name(rows, (at = nextOpen(rows, at) ?? at)));
    expect(new Set(seen)).toEqual(new Set(open.map((place) => name(rows, place))));
    for (const place of open) {
      const chosen = chosenAt(rows, place);
      expect(chosen && placeOf(rows, chosen)).toEqual(place);
    }
    const [first, last] = [open[0], open.at(-1)];
    if (first && last) expect(nextOpen(rows, last)).toEqual(first);
    if (open.length === 0) expect(nextOpen(rows, START)).toBeNull();
  });

  test('Home is the measure, End the last law, and a bracket stays a bracket', () => {
    const rows = anyMatrix(7);
    const last = rows[0]?.row.cells.length ?? 0;
    expect(step(rows, { ...START, column: 1 }, 'Home').column).toBe(0);
    expect(step(rows, START, 'End').column).toBe(last);
    const onLine = { row: 0, line: 0, column: 1, index: 0 };
    expect(step(rows, onLine, 'ArrowRight')).toEqual(onLine);
  });
});

test('the head shows the oldest text cited; older than four years is old, one that was not seen makes it unknown', () => {
  expect(headDate(['2026-01-01', '2022-11-22'], '2026-11-23')).toEqual({ on: '2022-11-22', old: true });
  expect(headDate(['2026-01-01', '2022-11-23'], '2026-11-23')).toEqual({ on: '2022-11-23', old: false });
  expect(headDate(['2026-01-01', undefined], '2026-11-23')).toEqual({ on: null, old: false });
  expect(headDate([], '2026-11-23')).toEqual({ on: null, old: false });
});
