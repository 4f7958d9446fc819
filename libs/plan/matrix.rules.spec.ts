import { caseFile, catalogueLaws, planOf } from './case.fixture';
import { lawMatrix } from './matrix.rules';
import { aDecidablePlan, ground, laws, measure } from './plan.fixture';

test('columns are the laws touched or cited, in the order of the catalogue; every row has every cell', () => {
  const plan = aDecidablePlan({
    measures: [measure(), measure({ id: 'other', involvementId: 'charity', problemIds: [], lifts: [] })],
  });
  const matrix = lawMatrix({ ...plan, grounds: [...plan.grounds, ground('g', 'general:1', { measureId: 'other' })] }, laws);
  expect(matrix.laws).toEqual(['general', 'support', 'care']);
  expect(matrix.rows.map((row) => row.cells.map((cell) => cell.id))).toEqual([
    ['support-now/general', 'support-now/support', 'support-now/care'],
    ['other/general', 'other/support', 'other/care'],
  ]);
  expect(matrix.rows[1]!.cells[1]).toEqual({
    id: 'other/support',
    law: 'support',
    touchedBy: [],
    struckOut: null,
    groundMissing: false,
    grounds: [],
  });
});

test('a cell says what is cited, what it answers and what is still missing', () => {
  const plan = aDecidablePlan({
    measures: [measure({ lawsAdded: ['income', 'general'] })],
    struckOut: [{ measureId: 'support-now', law: 'general', line: 'not needed' }],
    grounds: [
      ground('refusal', 'support:1'),
      ground('weak', 'old:2', { overrideReason: 'read otherwise' }),
      ground('care', 'care:1'),
    ],
  });
  const [row] = lawMatrix(plan, laws).rows;
  const cell = (law: string) => row!.cells.find((c) => c.law === law)!;
  expect(cell('support').grounds).toEqual([
    {
      groundId: 'refusal',
      provision: 'support:1',
      role: 'LIMIT',
      overrideReason: null,
      force: 'IN_FORCE',
      answers: [],
      limitUnanswered: true,
    },
  ]);
  expect(cell('old').grounds[0]).toMatchObject({ force: 'TEXT_OLDER', overrideReason: 'read otherwise', limitUnanswered: false });
  expect(cell('income')).toMatchObject({ touchedBy: [{ kind: 'ADDED' }], groundMissing: true });
  expect(cell('general')).toMatchObject({ struckOut: 'not needed', groundMissing: false });
  expect(row!.open).toEqual([
    { code: 'LAW_TOUCHED_WITHOUT_GROUND', about: 'support-now/income' },
    { code: 'LIMIT_UNANSWERED', about: 'refusal' },
  ]);
});

test('what is open in one row is not shown in another', () => {
  const plan = aDecidablePlan({ measures: [measure(), measure({ id: 'other' })] });
  const open = lawMatrix(plan, laws).rows.map((row) => row.open.map((reason) => reason.about));
  expect(open).toEqual([[], ['other/care', 'other/support', 'other', 'other']]);
});

test('peter: Wmo, Wlz and sheltered housing side by side, with the contradiction and what resolves it', () => {
  const matrix = lawMatrix(planOf(caseFile('peter-beschermd-wonen'), ['*']), catalogueLaws());
  const [first] = matrix.rows;
  expect(matrix.laws).toEqual(expect.arrayContaining(['wmo2015', 'wlz', 'awb', 'politiewet2012', 'gemeentewet']));
  expect(first!.supportingLaws).toEqual(['wlz', 'wmo2015']);
  expect(first!.contradictions).toEqual([
    {
      contradictionId: 'c1',
      fromCell: 'one-payer-first/wmo2015',
      toCell: 'one-payer-first/wlz',
      a: 'g1',
      b: 'g4',
      resolvedVia: ['g2', 'g5'],
      isResolved: true,
    },
  ]);
  expect(matrix.rows.flatMap((row) => row.open)).toEqual([]);
});

test('a law that has left the catalogue keeps its column, after the others', () => {
  const plan = aDecidablePlan({ measures: [measure({ lawsAdded: ['repealed'] })] });
  expect(lawMatrix(plan, laws).laws).toEqual(['support', 'care', 'repealed']);
});
