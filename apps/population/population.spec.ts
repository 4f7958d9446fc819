import { CostReference } from '@doorbraak/cost';
import { DirectoryReference } from '@doorbraak/directory';
import { HouseholdReference } from '@doorbraak/household';
import { realReference } from '../../test/reference';
import { makeHousehold } from './household.maker';
import { library } from './library';
import type { Lists } from './map.maker';
import { Money } from './money';
import { placesOf } from './size.rules';

const store = realReference();
const lists: Lists = {
  household: new HouseholdReference(store),
  directory: new DirectoryReference(store),
  money: new Money(new CostReference(store)),
  library: library(),
};
const town = { size: 'town', seed: 1, completed: 25 } as const;

test('proportions', () => {
  const [place] = placesOf(town);
  const made = [0, 1, 2].flatMap((t) =>
    Array.from({ length: 100 }, (_, n) => makeHousehold(lists, town, place!, place!.teams[t]!, n)),
  );
  const nums = (f: (m: (typeof made)[number]) => number) => {
    const s = made.map(f).sort((a, b) => a - b);
    return [
      s[0],
      s[Math.floor(s.length * 0.1)],
      s[Math.floor(s.length / 2)],
      s[Math.floor(s.length * 0.9)],
      s.at(-1),
      s.reduce((a, b) => a + b, 0) / s.length,
    ];
  };
  const out = {
    problems: nums((m) => m.file.problems.length),
    agencies: nums((m) => m.file.involvements.length),
    contacts: nums((m) => m.file.contacts.before.perMonth!),
    before: nums((m) => Number(lists.money.sum(m.file.realised.before12.costLines, '2026-01-01')) / 100),
    after: nums((m) => Number(lists.money.sum(m.file.realised.after12.costLines, '2026-01-01')) / 100),
    payers: nums((m) => new Set(m.file.realised.before12.costLines.map((l) => l.payer)).size),
    waits: nums((m) => m.file.waits.length),
    measures: nums((m) => m.file.plan.measures.length),
    stages: made.reduce((a: Record<string, number>, m) => ({ ...a, [m.course.stage]: (a[m.course.stage] ?? 0) + 1 }), {}),
  };
  process.stderr.write(JSON.stringify(out, null, 1) + '\n');
});
