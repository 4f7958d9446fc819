import type { ConflictPattern } from '@doorbraak/law';
import { catalogueLaws } from './case.fixture';
import { proposedContradictions } from './contradiction.rules';
import { aDecidablePlan, ground, measure } from './plan.fixture';
import type { DecidablePlan } from './plan.facts';

const laws = catalogueLaws();
const lawOf = (provision: string): string => laws.lawOf(provision)!.key;

type Side = { name: string; cited: string; law: string; pattern: Pick<ConflictPattern, 'key' | 'roomVia'> };

/** Of each side of a pattern a provision to cite, of whose law the other side has nothing, and a law through which that one is met. */
const sides: Side[] = laws.patterns.flatMap((pattern) =>
  (
    [
      [pattern.sideA, pattern.sideB],
      [pattern.sideB, pattern.sideA],
    ] as const
  ).flatMap(([here, there]) => {
    const others = there.map(lawOf);
    const cited = here.find((provision) => !others.includes(lawOf(provision)));
    return cited === undefined ? [] : [{ name: `${pattern.key}, citing ${cited}`, cited, law: others[0]!, pattern }];
  }),
);

/** A household of one problem and two agencies, and a plan of one measure that cites one provision. */
const plan = (cited: string, touched: string | null, over: Partial<DecidablePlan> = {}): DecidablePlan =>
  aDecidablePlan({
    household: {
      problems: [{ id: 'problem' }],
      involvements: [
        { id: 'owner', law: null, problemIds: [] },
        { id: 'other', law: touched, problemIds: ['problem'] },
      ],
      waits: [],
    },
    measures: [measure({ id: 'support-now', involvementId: 'owner', problemIds: ['problem'], lifts: [] })],
    grounds: [ground('g', cited)],
    ...over,
  });

const keys = (facts: DecidablePlan, dismissed: { measureId: string; pattern: string }[] = []) =>
  proposedContradictions(facts, laws, dismissed).map(({ pattern }) => pattern);

test('no pattern of the catalogue is left out', () => {
  expect(laws.patterns).toHaveLength(22);
  expect(new Set(sides.map(({ pattern }) => pattern.key))).toEqual(new Set(laws.patterns.map(({ key }) => key)));
  expect(sides.length).toBeGreaterThan(40);
});

test.each(sides)('$name: proposed where another agency meets the other side, with what usually resolves it', (side) => {
  const found = proposedContradictions(plan(side.cited, side.law), laws, []);
  expect(found).toContainEqual({
    measureId: 'support-now',
    pattern: side.pattern.key,
    groundIds: ['g'],
    otherLaws: expect.arrayContaining([side.law]) as string[],
    roomVia: side.pattern.roomVia,
  });
});

test.each(sides)('$name: not where nobody meets the other side, nor where the measure does not cite it', (side) => {
  expect(keys(plan(side.cited, null))).not.toContain(side.pattern.key);
  const uncited = plan(side.cited, side.law, { grounds: [] });
  expect(keys(uncited)).not.toContain(side.pattern.key);
  const elsewhere = plan(side.cited, side.law, {
    measures: [measure({ id: 'support-now', involvementId: 'owner', problemIds: [], lifts: [] })],
  });
  expect(keys(elsewhere)).not.toContain(side.pattern.key);
});

test.each(sides)('$name: not once it was struck out, dismissed or written down', (side) => {
  const struckOut = [{ measureId: 'support-now', law: side.law, line: 'raakt dit niet' }];
  const again = (known: string[]) => known.filter((key) => key === side.pattern.key);
  // Striking out one law of the other side leaves what is met through another one of it; here there is only one.
  expect(again(keys(plan(side.cited, side.law, { struckOut })))).toEqual([]);
  expect(again(keys(plan(side.cited, side.law), [{ measureId: 'support-now', pattern: side.pattern.key }]))).toEqual([]);
  const contradictions = [
    {
      id: 'c',
      measureId: 'support-now',
      a: 'g',
      b: 'h',
      type: 'AFBAKENING',
      pattern: side.pattern.key,
      resolvedVia: [],
      reasoning: null,
    },
  ];
  expect(again(keys(plan(side.cited, side.law, { contradictions })))).toEqual([]);
});

test('a wait that the measure lifts, a law that was added, and the owner meet the other side as well', () => {
  const cited = 'participatiewet:22a:1';
  const key = 'kostendelersnorm-mantelzorg';
  const bare = plan(cited, null);
  const owner = { ...bare.household, involvements: [{ id: 'owner', law: 'wmo2015', problemIds: [] }] };
  const waits = [{ id: 'w', provision: 'wmo2015:2.3.2:4' }];
  const one = (over: object) => [measure({ id: 'support-now', involvementId: 'owner', problemIds: [], lifts: [], ...over })];
  expect(keys({ ...bare, household: owner })).toContain(key);
  expect(keys({ ...bare, measures: one({ lawsAdded: ['wmo2015'] }) })).toContain(key);
  expect(keys({ ...bare, household: { ...bare.household, waits }, measures: one({ lifts: ['w'] }) })).toContain(key);
  expect(keys({ ...bare, household: { ...bare.household, waits }, measures: one({}) })).not.toContain(key);
});
