import { whyNotPayFor, whyNotScenario } from './scenario.rules';

const now = { kind: 'AS_NOW', horizonMonths: 12 } as const;
const then = { kind: 'BREAKTHROUGH', horizonMonths: 12 } as const;

test.each([
  ['the first of a plan', now, [], []],
  ['a breakthrough beside as now', then, [now], []],
  ['a second breakthrough', then, [now, then], []],
  ['a second as now', now, [now], ['AS_NOW_EXISTS']],
  ['another horizon', { ...then, horizonMonths: 24 }, [now, then], ['HORIZON_DIFFERS']],
])('a scenario: %s', (_, added, scenarios, codes) => {
  expect(whyNotScenario(added, scenarios).map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['no measure', null, now, []],
  ['a measure in a breakthrough', 'm', then, []],
  ['a measure in as now', 'm', now, ['MEASURE_UNKNOWN']],
  ['a measure of another plan', 'x', then, ['MEASURE_UNKNOWN']],
])('money for %s', (_, measure, scenario, codes) => {
  expect(whyNotPayFor(measure, scenario, [{ id: 'm' }]).map(({ code }) => code)).toEqual(codes);
});
