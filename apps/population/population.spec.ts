import { KEYS } from '../../test/database';
import { ReferenceStore } from '@doorbraak/platform';
import { realEntries, realReference } from '../../test/reference';
import { USAGE, wishOf } from './arguments.rules';
import type { Made } from './household.maker';
import type { Page } from './page';
import { Workshop } from './population';
import { RowPlayer } from './row.player';
import { householdsOf, placesOf, type Team, type Wish } from './size.rules';

const workshop = new Workshop(realReference(), KEYS.masterKey);
const ISSUER = 'http://127.0.0.1:1/oidc';
const TOWN: Wish = { size: 'town', seed: 1, completed: 25 };

const teamOf = (wish: Wish, number: number) => {
  const [place] = placesOf(wish);
  return { place: place!, team: place!.teams[number - 1]! };
};
function madeOf(wish: Wish, number: number): Made[] {
  const { place, team } = teamOf(wish, number);
  return Array.from({ length: householdsOf(team) }, (_, n) => workshop.made(wish, place, team, n));
}
async function pagesOf(wish: Wish, number: number): Promise<Page[]> {
  const { place, team } = teamOf(wish, number);
  const desk = workshop.desk(place, team);
  const pages: Page[] = [];
  for (const made of madeOf(wish, number)) pages.push(await new RowPlayer(desk, made, ISSUER).rows());
  return pages;
}

const middle = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const totals = (numbers: number[]) => ({ least: Math.min(...numbers), most: Math.max(...numbers), middle: middle(numbers) });

/** One fixteam of a town. */
const made = madeOf(TOWN, 2);
let pages: Page[];
beforeAll(async () => {
  pages = await pagesOf(TOWN, 2);
});

describe('one fixteam of a town', () => {
  test('problems, agencies and contacts are those of the lecture, with some households far from it', () => {
    const problems = totals(made.map(({ file }) => file.problems.length));
    const agencies = totals(made.map(({ file }) => file.involvements.length));
    expect([problems.middle, agencies.middle].every((count) => count >= 25 && count < 32)).toBe(true);
    expect(problems.most).toBeGreaterThanOrEqual(40);
    expect(problems.least).toBeLessThan(25);
    const contacts = middle(made.map(({ file }) => file.contacts.before.perMonth!));
    expect(Math.abs(contacts - 16)).toBeLessThanOrEqual(2);
  });

  test('a year costs about EUR 100,000, over nine payers, and a few cost much more', () => {
    const decided = made.filter(({ course }) => ['COMPLETED', 'EXECUTING'].includes(course.stage));
    const lines = decided.map(({ file }) => file.realised.before12.costLines);
    const euros = lines.map((of) => Number(workshop.lists.money.sum(of, '2026-01-01')) / 100);
    expect(Math.abs(middle(euros) - 100_000)).toBeLessThan(20_000);
    expect(Math.max(...euros)).toBeGreaterThan(200_000);
    expect(middle(lines.map((of) => new Set(of.map(({ payer }) => payer)).size))).toBe(9);
  });

  test('fifty of the hundred came to their end, in each half of two years as many', () => {
    const halves = pages.flatMap((page) => page.rows('report_fact').map((fact) => fact['half_year'] as string));
    expect(halves).toHaveLength(50);
    const counted = ['2025H1', '2025H2', '2026H1', '2026H2'].map((half) => halves.filter((one) => one === half).length);
    expect(counted.reduce((sum, one) => sum + one, 0)).toBe(50);
    expect(Math.min(...counted)).toBeGreaterThanOrEqual(10);
  });

  test('households of all stages, circular waits that stand, and contradictions of law', () => {
    const stages = pages.map((page) => page.rows('plan_digest')[0]?.['stage'] ?? 'no plan');
    expect([...new Set(stages)]).toEqual(expect.arrayContaining(['no plan', 'EXECUTING', 'LEARNED', 'JUSTIFIED']));
    const mapped = pages.filter((page) => page.rows('plan').length === 0);
    const knots = mapped.filter((page) => (page.rows('household_digest')[0]!['circles'] as number) > 0);
    expect(knots.length).toBeGreaterThan(mapped.length * 0.8);
    expect(pages.filter((page) => page.rows('contradiction').length > 0).length).toBeGreaterThan(50);
  });

  test('nothing that is read as somebody is anybody', () => {
    const texts = made.flatMap(({ file }) => [
      ...[
        file.household.ownWords,
        ...file.problems.map(({ title }) => title),
        ...file.household.members.map(({ label }) => label),
      ],
      ...file.people.map(({ label }) => label),
    ]);
    expect(texts.filter(({ nl }) => !nl.includes('(verzonnen)'))).toEqual([]);
  });
});

test.each([
  [25, 50],
  [15, 30],
  [8, 16],
])('with %i completed a year a fixteam has %i in two years, and the last one too few to publish', (completed, inTwoYears) => {
  const [{ teams } = { teams: [] as Team[] }] = placesOf({ ...TOWN, completed });
  expect(teams.map((team) => team.completed)).toEqual([...Array.from({ length: 19 }, () => inTwoYears), 6]);
  const stages = madeOf({ ...TOWN, completed }, 20).map(({ course }) => course.stage);
  expect(stages.filter((stage) => stage === 'COMPLETED')).toHaveLength(6);
});

test('of one household of a municipality nobody may know where it is', () => {
  const { place } = teamOf(TOWN, 1);
  const hidden = [1, 20]
    .flatMap((number) => madeOf(TOWN, number))
    .filter(({ file }) => file.household.members.some((one) => one.protectedAddress));
  expect(hidden).toHaveLength(1);
  expect(hidden[0]!.file.household.neighbourhood).toBeUndefined();
  expect(place.name).toContain('verzonnen');
});

test('a nation is 342 municipalities and 100,000 households; a bench is 100 neighbourhoods of 275', () => {
  const nation = placesOf({ size: 'nation', seed: 3, completed: 25 });
  expect(nation).toHaveLength(342);
  expect(new Set(nation.map(({ code }) => code)).size).toBe(342);
  expect(nation.flatMap(({ teams }) => teams.map(householdsOf)).reduce((sum, one) => sum + one, 0)).toBe(100_000);
  const [bench] = placesOf({ size: 'bench', seed: 3, completed: 25 });
  expect(bench!.teams).toHaveLength(100);
  expect(bench!.teams.reduce((sum, team) => sum + householdsOf(team), 0)).toBe(27_500);
});

describe('the same seed', () => {
  const SEALED = /^d1\.[0-9a-f-]{36}\.(.*)/;
  /** All rows as text. What is sealed has a random nonce: of that where it stands and how long it is. */
  const asText = (page: Page): string =>
    JSON.stringify([...page.tables], (_, value: unknown) =>
      typeof value === 'bigint'
        ? `${value}`
        : typeof value === 'string'
          ? value.replace(SEALED, (_all, rest: string) => `sealed ${rest.length}`)
          : value,
    );
  const one = async (wish: Wish, number: number): Promise<string> => {
    const { place, team } = teamOf(wish, 2);
    const page = await new RowPlayer(workshop.desk(place, team), workshop.made(wish, place, team, number), ISSUER).rows();
    return asText(page);
  };

  test('makes the same rows, also of a household alone', async () => {
    const whole = pages.map(asText);
    for (const number of [0, 41, 99]) expect(await one(TOWN, number)).toBe(whole[number]);
  });

  test('whatever order the lists of the product are read in', () => {
    const { place, team } = teamOf(TOWN, 2);
    const entries = realEntries().map((entry) => ({ ...entry, known_from: '2026-01-01', known_to: null }));
    const other = new Workshop(new ReferenceStore(entries.reverse()), KEYS.masterKey);
    for (const number of [0, 41, 99])
      expect(other.made(TOWN, place, team, number).file).toEqual(workshop.made(TOWN, place, team, number).file);
    expect(other.kinds).toEqual(workshop.kinds);
  });

  test('and another seed makes others', async () => {
    expect(await one({ ...TOWN, seed: 2 }, 41)).not.toBe(await one(TOWN, 41));
  });
});

describe('what is asked', () => {
  test('a size with a seed', () => {
    expect(wishOf(['--size', 'town', '--seed', '7', '--completed', '8'])).toEqual({
      wish: { size: 'town', seed: 7, completed: 8 },
    });
    expect(wishOf(['--size', 'demo'])).toEqual({ wish: { size: 'demo', seed: 1, completed: 25 } });
  });

  test('is refused with everything that is wrong with it', () => {
    expect(wishOf(['--size', 'village', '--seed', 'x', '--completed', '9', '--fast'])).toEqual({
      wrong: [
        '--fast is not known.',
        '--size is one of demo, town, bench, nation, not "village".',
        '--seed is a whole number, not "x".',
        '--completed is one of 25, 15, 8, not "9".',
      ],
    });
    expect(wishOf([])).toEqual({ wrong: ['--size is one of demo, town, bench, nation, not nothing.'] });
    expect(USAGE).toContain('npm run population');
  });
});
