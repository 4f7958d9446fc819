import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUnlock, type WaitFact } from './unlock.rules';
import { sayChosen, saySmallest } from './unlock.words';

/** `wait('w1', 'a>b')`: a waits for b. Marks: `!` nobody can lift it, `+` the law leaves room. */
function wait(id: string, path: string, marks = ''): WaitFact {
  const [waiting, wanted] = path.split('>');
  return { id, waiting: waiting!, for: wanted!, liftable: !marks.includes('!'), hasRoom: marks.includes('+') };
}

// ---------- the same question answered without any cleverness

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function reachable(waits: WaitFact[], begin: string): Set<string> {
  const seen = new Set<string>();
  const todo = [begin];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    for (const next of waits) {
      if (next.waiting !== at || seen.has(next.for)) continue;
      seen.add(next.for);
      todo.push(next.for);
    }
  }
  return seen;
}
const onCircle = (waits: WaitFact[]) => waits.filter((one) => one.waiting === one.for || reachable(waits, one.for).has(one.waiting));
const isOpen = (waits: WaitFact[]) => onCircle(waits).every((one) => !one.liftable);

function bruteForce(waits: WaitFact[]) {
  const liftable = waits.filter((one) => one.liftable).sort((a, b) => text(a.id, b.id));
  const subsets = Array.from({ length: 2 ** liftable.length }, (_, mask) => liftable.filter((_one, i) => (mask >> i) & 1));
  const opening = subsets.filter((set) => isOpen(waits.filter((one) => !set.includes(one))));
  const size = Math.min(...opening.map((set) => set.length));
  const withoutRoom = (set: WaitFact[]) => set.filter((one) => !one.hasRoom).length;
  const ids = (set: WaitFact[]) => set.map((one) => one.id);
  const sets = opening
    .filter((set) => set.length === size)
    .sort((a, b) => withoutRoom(a) - withoutRoom(b) || text(JSON.stringify(ids(a)), JSON.stringify(ids(b))))
    .map(ids);
  const circular = onCircle(waits);
  const knots = new Map<string, Set<string>>();
  for (const { waiting } of circular) {
    const reached = reachable(waits, waiting);
    const members = [...reached].filter((other) => reachable(waits, other).has(waiting)).sort(text);
    knots.set(members.join(), new Set(members));
  }
  return { size, sets, circles: [...knots.keys()].sort(text) };
}

const waitsOf = (maxWaits: number, members: number) =>
  fc
    .array(
      fc.record({
        waiting: fc.integer({ min: 0, max: members - 1 }).map((i) => `m${i}`),
        for: fc.integer({ min: 0, max: members - 1 }).map((i) => `m${i}`),
        liftable: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, { arbitrary: fc.constant(false), weight: 1 }),
        hasRoom: fc.boolean(),
      }),
      { maxLength: maxWaits },
    )
    .map((list) => list.map((one, i): WaitFact => ({ id: `w${i}`, ...one })));

const sortedText = (list: string[]) => [...list].sort(text);

describe('against brute force', () => {
  const agree = (waits: WaitFact[]) => {
    const { smallest, circles } = findUnlock(waits, { listed: 5_000 });
    const brute = bruteForce(waits);
    expect(sortedText(circles.map(({ members }) => sortedText(members).join()))).toEqual(brute.circles);
    expect(smallest).toEqual({
      size: brute.size,
      lowerBound: brute.size,
      exact: true,
      sets: brute.sets,
      count: BigInt(brute.sets.length),
      countExact: true,
      preferred: brute.sets[0],
    });
  };

  test.each([
    { members: 2, maxWaits: 8 },
    { members: 3, maxWaits: 9 },
    { members: 4, maxWaits: 11 },
    { members: 5, maxWaits: 11 },
    { members: 7, maxWaits: 11 },
  ])('circles, size, all sets, count and preference agree ($members members)', ({ members, maxWaits }) => {
    fc.assert(fc.property(waitsOf(maxWaits, members), agree), { numRuns: 400 });
  });
});
