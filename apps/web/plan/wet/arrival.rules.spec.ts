import { pointedAt } from './arrival.rules';
import { layoutRows } from './matrix.layout.rules';

const ground = { groundId: 'g', provision: 'pw:1', limitUnanswered: false };
const cell = (law: string, grounds: (typeof ground)[]) => ({
  id: `m/${law}`,
  law,
  grounds,
  groundMissing: !grounds.length,
  struckOut: null,
});
const contradiction = {
  contradictionId: 'c',
  fromCell: 'm/pw',
  toCell: 'm/pw',
  a: 'g',
  b: 'g',
  resolvedVia: [],
  isResolved: false,
};
const rows = layoutRows(
  [{ measureId: 'm', cells: [cell('pw', [ground]), cell('awb', [])], contradictions: [contradiction] }],
  [],
);

test('an address points at a cell, a ground, a contradiction or a measure that is there', () => {
  expect(pointedAt(rows, '#cell-m/awb')).toEqual({ kind: 'cell', measure: 'm', law: 'awb' });
  expect(pointedAt(rows, '#ground-g')).toEqual({ kind: 'ground', measure: 'm', law: 'pw', ground: 'g' });
  expect(pointedAt(rows, '#contradiction-c')).toEqual({ kind: 'contradiction', measure: 'm', contradiction: 'c' });
  expect(pointedAt(rows, '#measure-m')).toEqual({ kind: 'measure', measure: 'm' });
});

test('and at nothing when it is gone, not of the law, or not there at all', () => {
  for (const hash of ['', '#main', '#ground-other', '#cell-other/pw', '#value-LEGITIMACY'])
    expect(pointedAt(rows, hash)).toBeNull();
});
