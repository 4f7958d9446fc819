import { AGENCY_GROUPS, groupOf, layOut, type MapFacts } from './map.layout.rules';
import agencyTypes from '../../../libs/directory/data/agency-types.json';

const problem = (id: string, domain = 'DEBT') => ({ id, domain, name: `problem ${id}` });
const agency = (id: string, problemIds: string[] = [], agencyType = 'GGZ') => ({
  id: `i-${id}`,
  agencyId: id,
  agencyName: `agency ${id}`,
  agencyType,
  problemIds,
});
const wait = (waiting: string, on: string) => ({ id: `${waiting}>${on}`, waiting, for: on, holder: 'i-x', what: `first ${on}` });
const facts = (some: Partial<MapFacts>): MapFacts => ({
  domains: ['INCOME', 'DEBT', 'HOUSING'],
  problems: [],
  involvements: [],
  waits: [],
  circles: [],
  lifted: [],
  help: [],
  ...some,
});

/** Three in a circle with one who hangs beside it, one outside who waits, and a second small circle of agencies. */
const CASE = facts({
  problems: [problem('a', 'INCOME'), problem('b'), problem('c', 'HOUSING'), problem('d'), problem('e'), problem('f', 'HOUSING')],
  involvements: [agency('x', ['b', 'e']), agency('y', ['a'], 'UWV'), agency('z', ['f'], 'SOMETHING_NEW')],
  waits: [
    wait('a', 'b'),
    wait('b', 'c'),
    wait('c', 'a'),
    wait('b', 'd'),
    wait('d', 'a'),
    wait('e', 'b'),
    wait('i-x', 'i-y'),
    wait('i-y', 'i-x'),
  ],
  circles: [{ members: ['a', 'b', 'c', 'd'] }, { members: ['i-x', 'i-y'] }],
  lifted: ['b>c', 'c>a', 'i-y>i-x'],
  help: [{ involvementId: 'i-x', problemIds: ['e'] }],
});

/** Small numbers that are the same every time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1664525 + 1013904223) % 4294967296;
    yield state / 4294967296;
  }
}
function anyCase(seed: number): MapFacts {
  const random = numbers(seed);
  const upTo = (most: number) => Math.floor(random.next().value * most);
  const problems = Array.from({ length: 1 + upTo(30) }, (_, at) => problem(`p${at}`, ['INCOME', 'DEBT', 'HOUSING'][upTo(3)]));
  const one = () => problems[upTo(problems.length)]?.id ?? '';
  const waits = Array.from({ length: upTo(25) }, () => wait(one(), one())).filter((some) => some.waiting !== some.for);
  return facts({
    problems,
    involvements: Array.from({ length: upTo(20) }, (_, at) => agency(`g${at}`, [one(), one()])),
    waits,
    circles: circlesOf(
      problems.map(({ id }) => id),
      waits,
    ).map((members) => ({ members })),
    lifted: waits.filter(() => upTo(4) === 0).map(({ id }) => id),
  });
}
/** Who reaches each other: by trying, as a check on nothing but itself. */
function circlesOf(nodes: string[], waits: { waiting: string; for: string }[]): string[][] {
  const from = (start: string, reached = new Set<string>()): Set<string> => {
    for (const next of waits.filter(({ waiting }) => waiting === start))
      if (!reached.has(next.for)) from(next.for, reached.add(next.for));
    return reached;
  };
  const reach = new Map(nodes.map((node) => [node, from(node)]));
  const groups = nodes.map((node) =>
    nodes.filter((other) => other === node || (reach.get(node)?.has(other) && reach.get(other)?.has(node))),
  );
  return groups.filter((group, at) => group.length > 1 && group[0] === nodes[at]);
}
const shown = (layout: ReturnType<typeof layOut>): string[] => [
  ...layout.knots.flatMap(({ ring, hanging }) => [...ring, ...hanging].map(({ node }) => node)),
  ...layout.fields.flatMap(({ rows }) => rows.map((row) => row.problem)),
];

describe('the places on the map', () => {
  test('a knot begins at its first decision, hangs out what is off the circle, and says who waits from outside', () => {
    const layout = layOut(CASE);
    expect(layout).toMatchSnapshot();
    const [first, second] = layout.knots;
    expect(first?.ring.map(({ label, node, next }) => [label, node, next?.label, next?.decision])).toEqual([
      ['A1', 'b', 'A2', 1],
      ['A2', 'c', 'A3', 2],
      ['A3', 'a', 'A1', null],
    ]);
    expect(first?.hanging.map(({ label, node }) => [label, node])).toEqual([['A4', 'd']]);
    expect(first?.ring[0]?.followers).toEqual([{ node: 'e', name: 'problem e' }]);
    expect(second?.ring.map(({ node, next }) => [node, next?.decision])).toEqual([
      ['i-y', 3],
      ['i-x', null],
    ]);
  });

  test('agencies stand in the fixed order of groups; a kind nobody knows stands with the others', () => {
    expect(
      layOut(CASE).agencies.map(({ group, entries }) => [
        group,
        entries.map(({ name, problems, inKnot }) => [name, problems, inKnot]),
      ]),
    ).toEqual([
      ['NATIONAL', [['agency y', 1, true]]],
      ['CARE', [['agency x', 2, true]]],
      ['OTHER', [['agency z', 1, false]]],
    ]);
    const unplaced = agencyTypes.agencyType.map(({ key }) => key).filter((key) => groupOf(key) === 'OTHER');
    expect(unplaced).toEqual([
      'BEWINDVOERDER',
      'KREDIETBANK',
      'CLIENTONDERSTEUNING_MEE',
      'SOCIAAL_RAADSLIEDEN',
      'VOEDSELBANK',
      'WELZIJN',
      'WERKGEVER',
    ]);
    expect(new Set(AGENCY_GROUPS).size).toBe(6);
  });

  test('of 200 households: every problem stands once, equal facts give equal places, every ring closes', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const some = anyCase(seed);
      const layout = layOut(some);
      expect(shown(layout).sort()).toEqual(some.problems.map(({ id }) => id).sort());
      expect(layOut(structuredClone(some))).toEqual(layout);
      for (const { ring } of layout.knots)
        ring.forEach(({ next }, at) => expect(next?.to).toBe(ring[(at + 1) % ring.length]?.node));
    }
  });

  test('what is hidden leaves no gap, count or letter', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const some = anyCase(seed);
      const hidden = some.problems[0]?.id ?? '';
      const without = (ids: readonly string[]) => ids.filter((id) => id !== hidden);
      const narrower: MapFacts = {
        ...some,
        problems: some.problems.filter(({ id }) => id !== hidden),
        involvements: some.involvements.map((one) => ({ ...one, problemIds: without(one.problemIds) })),
      };
      const layout = layOut(narrower);
      expect(JSON.stringify(layout)).not.toContain(`"${hidden}"`);
      expect(layout.knots.map(({ letter }) => letter)).toEqual(layout.knots.map((_, at) => String.fromCharCode(65 + at)));
      for (const { ring, hanging } of layout.knots)
        expect([...ring, ...hanging].map(({ label }) => Number(label.slice(1)))).toEqual(
          [...ring, ...hanging].map((_, at) => at + 1),
        );
    }
  });

  test('a domain whose problems are all in knots is one line; domains keep their order', () => {
    const fields = layOut(CASE).fields;
    expect(fields.map(({ domain, rows, refs }) => [domain, rows.length, refs.map(({ label }) => label)])).toEqual([
      ['INCOME', 0, ['A3']],
      ['DEBT', 1, ['A1', 'A4']],
      ['HOUSING', 1, ['A2']],
    ]);
  });
});
