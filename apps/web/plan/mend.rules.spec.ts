import { readFileSync } from 'node:fs';
import path from 'node:path';
import { alike, forReader, onePerPlace, openPerStep, placeOf, PLACES, stepAddress } from './mend.rules';

const PLAN = path.join(__dirname, '../../../libs/plan');
const read = (file: string) => readFileSync(path.join(PLAN, `${file}.ts`), 'utf8');

/** The text of one exported judge, up to the next export. */
function judge(file: string, name: string): string {
  const [, after = ''] = read(file).split(new RegExp(`export (?:const|function) ${name}\\b`));
  return after.split('\nexport ')[0] ?? '';
}
const codesIn = (text: string) => [...text.matchAll(/reason\(\s*'([A-Z_]+)'/g)].map(([, code]) => code ?? '');

/** Every code that the judges of a decision can answer: those of decide.rules.ts itself and of every judge that it imports. */
function codesOfTheApi(): string[] {
  const decide = read('decide.rules');
  const imported = [...decide.matchAll(/import \{([^}]*)\} from '\.\/([a-z-]+\.rules)'/g)].flatMap(([, names = '', file = '']) =>
    names.split(',').map((name) => ({ name: name.trim(), file })),
  );
  const codes = [...codesIn(decide), ...imported.flatMap(({ name, file }) => codesIn(judge(file, name)))];
  return [...new Set(codes)].sort();
}

test('every reason why not to decide has a place that mends it, and no place is without a reason', () => {
  const codes = codesOfTheApi();
  expect(codes).toHaveLength(24);
  expect(Object.keys(PLACES).sort()).toEqual(codes);
});

test('a place is a field of a step, about the thing that the reason names', () => {
  expect(placeOf('FUNDING_NOT_COMPLETE', 'm1')).toEqual({ step: 'gevolgen', field: 'fund-m1' });
  expect(placeOf('GOAL_MISSING', null)).toEqual({ step: 'wens', field: 'add-goal' });
  expect(placeOf('CHANGED_MEANWHILE', null)).toBeNull();
  expect(stepAddress('h', 'wens', 'add-goal')).toBe('/huishouden/h/plan/wens#add-goal');
  expect(stepAddress('h', 'versies')).toBe('/huishouden/h/plan/versies');
});

test('a step is done when no reason is left there; versions are never open', () => {
  const open = openPerStep([{ code: 'GOAL_MISSING' }, { code: 'MEASURE_MISSING' }, { code: 'LIMIT_UNANSWERED' }]);
  expect([...open]).toEqual([
    ['wens', 2],
    ['waarden', 0],
    ['gevolgen', 0],
    ['wet', 1],
    ['besluit', 0],
  ]);
});

test('an agency with two measures is one reason, at the place of the first; reasons that are alike stand together', () => {
  const reasons = [
    { code: 'POSITION_UNANSWERED', about: 'm1' },
    { code: 'LIMIT_UNANSWERED', about: 'g1' },
    { code: 'POSITION_UNANSWERED', about: 'm2' },
    { code: 'LIMIT_UNANSWERED', about: 'g1' },
    { code: 'POSITION_UNANSWERED', about: 'm3' },
    { code: 'GOAL_MISSING' },
  ];
  const measures = [
    { id: 'm1', involvementId: 'wmo' },
    { id: 'm2', involvementId: 'wlz' },
    { id: 'm3', involvementId: 'wmo' },
  ];
  const left = onePerPlace(reasons, measures);
  expect(left.map(({ code, about }) => about ?? code)).toEqual(['m1', 'g1', 'm2', 'GOAL_MISSING']);
  expect(alike(left).map((group) => group.map(({ about }) => about))).toEqual([['m1', 'm2'], ['g1'], [undefined]]);
});

test('a mandate is asked of whoever decides; of others no more once somebody was asked to decide', () => {
  const reasons = ['MEASURE_MISSING', 'MANDATE_EXCEEDED', 'NOT_OWN_PLAN'].map((code) => ({ code }));
  const of = (decides: boolean, isAsked: boolean) => forReader(reasons, { decides, isAsked }).map(({ code }) => code);
  expect(of(true, true)).toEqual(['MEASURE_MISSING', 'MANDATE_EXCEEDED', 'NOT_OWN_PLAN']);
  expect(of(false, false)).toEqual(['MEASURE_MISSING', 'MANDATE_EXCEEDED', 'NOT_OWN_PLAN']);
  expect(of(false, true)).toEqual(['MEASURE_MISSING']);
});
