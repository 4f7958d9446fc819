import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countCircles, findUnlock, type WaitFact } from './unlock.rules';
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
const onCircle = (waits: WaitFact[]) =>
  waits.filter((one) => one.waiting === one.for || reachable(waits, one.for).has(one.waiting));
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

/** Mostly as many waits as allowed, or hardly any would be circular; now and then a wait on itself. */
function waitsOf(maxWaits: number, members: number) {
  const drawn = fc.record({
    from: fc.nat(members - 1),
    further: fc.nat(4 * members),
    liftable: fc.nat(7).map((n) => n > 0),
    hasRoom: fc.boolean(),
  });
  const list = fc.oneof(
    { arbitrary: fc.array(drawn, { minLength: maxWaits - 2, maxLength: maxWaits }), weight: 4 },
    { arbitrary: fc.array(drawn, { maxLength: maxWaits }), weight: 1 },
  );
  return list.map((waits) =>
    waits.map(({ from, further, ...rest }, i): WaitFact => {
      const to = further === 0 ? from : (from + 1 + (further % (members - 1))) % members;
      return { id: `w${i}`, waiting: `m${from}`, for: `m${to}`, ...rest };
    }),
  );
}

const sortedText = (list: string[]) => [...list].sort(text);

const everyShape = [
  { members: 2, maxWaits: 8 },
  { members: 3, maxWaits: 9 },
  { members: 4, maxWaits: 11 },
  { members: 5, maxWaits: 11 },
  { members: 7, maxWaits: 11 },
];

describe('against brute force', () => {
  test.each(everyShape)('circles, size, all sets, count and preference ($members members)', ({ members, maxWaits }) => {
    const agree = (waits: WaitFact[]) => {
      const { smallest, circles } = findUnlock(waits, { listed: 5_000 });
      const brute = bruteForce(waits);
      expect(sortedText(circles.map((circle) => sortedText(circle.members).join()))).toEqual(brute.circles);
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
    fc.assert(fc.property(waitsOf(maxWaits, members), agree), { numRuns: 300 });
  });

  test.each(everyShape)('counting them finds as many ($members members)', ({ members, maxWaits }) => {
    const agree = (waits: WaitFact[]) => expect(countCircles(waits)).toBe(findUnlock(waits).circles.length);
    fc.assert(
      fc.property(waitsOf(maxWaits, members), (waits) => void agree(waits)),
      { numRuns: 150 },
    );
  });

  test.each(everyShape)('what nobody can break is all that remains, and is named ($members members)', ({ members, maxWaits }) => {
    const agree = (waits: WaitFact[]) => {
      const { smallest, circles, remaining, notLiftable } = findUnlock(waits);
      const stays = waits.filter((one) => !smallest.preferred.includes(one.id));
      expect(sortedText(remaining.flatMap((circle) => circle.waits))).toEqual(sortedText(onCircle(stays).map((one) => one.id)));
      expect(remaining).toEqual(circles.flatMap(({ unbreakable }) => unbreakable));
      expect(notLiftable).toEqual(sortedText(waits.filter((one) => !one.liftable).map((one) => one.id)));
      for (const circle of circles) expect(circle.notLiftable).toEqual(notLiftable.filter((id) => circle.waits.includes(id)));
    };
    fc.assert(fc.property(waitsOf(maxWaits, members), agree), { numRuns: 150 });
  });

  test.each(everyShape)('each chosen wait is explained by what is true of it ($members members)', ({ members, maxWaits }) => {
    const agree = (waits: WaitFact[]) => {
      const { smallest, circles, chosen } = findUnlock(waits);
      expect(chosen.map((one) => one.wait)).toEqual(smallest.preferred);
      const factOf = new Map(waits.map((one) => [one.id, one]));
      for (const { wait: id, code, circle, alternatives, stuck } of chosen) {
        const others = smallest.preferred.filter((other) => other !== id);
        const opensWith = (other: string) => isOpen(waits.filter((one) => one.id !== other && !others.includes(one.id)));
        const liftable = sortedText(waits.filter((one) => one.liftable).map((one) => one.id));
        expect(circles[circle]!.waits).toContain(id);
        expect(stuck).toContain(id);
        expect(alternatives).toEqual(liftable.filter((other) => !smallest.preferred.includes(other) && opensWith(other)));
        const withRoom = alternatives.filter((other) => factOf.get(other)!.hasRoom);
        const othersInIt = stuck.filter((other) => other !== id && factOf.get(other)!.liftable);
        if (code === 'ONLY_LIFTABLE') expect(othersInIt).toEqual([]);
        else if (code === 'OPENS_MORE') expect([othersInIt.length > 0, alternatives]).toEqual([true, []]);
        else if (code === 'HAS_ROOM') expect([factOf.get(id)!.hasRoom, withRoom]).toEqual([true, []]);
        else if (code === 'HAS_ROOM_FIRST') expect([factOf.get(id)!.hasRoom, id < withRoom[0]!]).toEqual([true, true]);
        else expect([code, withRoom, id < alternatives[0]!]).toEqual(['EQUAL_FIRST', [], true]);
      }
    };
    fc.assert(fc.property(waitsOf(maxWaits, members), agree), { numRuns: 150 });
  });
});

describe('when the steps are spent', () => {
  const searched = fc.record({ waits: waitsOf(32, 8), steps: fc.integer({ min: 0, max: 30_000 }) });

  test('the size is an upper bound that holds, above a lower bound that is proven', () => {
    const agree = ({ waits, steps }: { waits: WaitFact[]; steps: number }) => {
      const truth = findUnlock(waits, { exactUpTo: 99 }).smallest;
      const { smallest } = findUnlock(waits, { exactUpTo: 0, steps });
      expect(truth.exact && truth.countExact).toBe(true);
      expect(smallest.lowerBound).toBeLessThanOrEqual(truth.size);
      expect(smallest.size).toBeGreaterThanOrEqual(truth.size);
      expect(smallest.exact).toBe(smallest.size === smallest.lowerBound);
      if (smallest.exact) expect(smallest.count).toBeLessThanOrEqual(truth.count);
      if (smallest.countExact) expect(smallest).toEqual(truth);
      expect(new Set(smallest.sets.map((set) => set.join())).size).toBe(smallest.sets.length);
      for (const set of smallest.sets) {
        expect(set.length).toBe(smallest.size);
        expect(isOpen(waits.filter((one) => !set.includes(one.id)))).toBe(true);
      }
    };
    fc.assert(fc.property(searched, agree), { numRuns: 300 });
  });

  test('no wait of an upper bound is superfluous', () => {
    const agree = (waits: WaitFact[]) => {
      const { smallest, chosen } = findUnlock(waits, { exactUpTo: 0, steps: 0 });
      for (const id of smallest.preferred) {
        expect(isOpen(waits.filter((one) => one.id === id || !smallest.preferred.includes(one.id)))).toBe(false);
      }
      for (const { code } of chosen) expect(['ONLY_LIFTABLE', 'OPENS_MORE', 'BEST_SEEN']).toContain(code);
    };
    fc.assert(fc.property(waitsOf(40, 9), agree), { numRuns: 150 });
  });

  test('up to the size that is always exact no step is counted', () => {
    const ring = [wait('a', '1>2'), wait('b', '2>3'), wait('c', '3>1'), wait('d', '2>1'), wait('e', '3>2'), wait('f', '1>3')];
    expect(findUnlock(ring, { steps: 0 }).smallest).toMatchObject({ size: 3, exact: true, count: 6n, countExact: true });
    expect(findUnlock(ring, { exactUpTo: 5, steps: 0 }).smallest).toMatchObject({ size: 3, exact: true, countExact: false });
  });
});

test('the same waits give the same answer in whatever order they come, also when the steps are spent', () => {
  const shuffled = waitsOf(36, 7).chain((waits) =>
    fc.tuple(fc.constant(waits), fc.shuffledSubarray(waits, { minLength: waits.length, maxLength: waits.length })),
  );
  const agree = ([waits, other]: [WaitFact[], WaitFact[]]) => {
    expect(findUnlock(other)).toEqual(findUnlock(waits));
    expect(findUnlock(other, { exactUpTo: 0, steps: 3_000 })).toEqual(findUnlock(waits, { exactUpTo: 0, steps: 3_000 }));
  };
  fc.assert(fc.property(shuffled, agree), { numRuns: 150 });
});

describe('circles', () => {
  test('no waits, or waits in one direction only, need nothing', () => {
    const nothing = { size: 0, lowerBound: 0, exact: true, sets: [[]], count: 1n, countExact: true, preferred: [] };
    expect(findUnlock([])).toEqual({ circles: [], smallest: nothing, chosen: [], remaining: [], notLiftable: [] });
    expect(findUnlock([wait('w1', 'a>b'), wait('w2', 'b>c', '!'), wait('w3', 'a>c')]).smallest).toEqual(nothing);
  });

  test('members read as the longest loop from the wait to lift; what hangs beside it comes after', () => {
    const loops = [
      wait('w1', 'rent>debt'),
      wait('w2', 'debt>rent'),
      wait('w3', 'debt>job'),
      wait('w4', 'job>benefit'),
      wait('w5', 'benefit>rent'),
    ];
    expect(findUnlock([...loops, wait('w6', 'debt>aid'), wait('w7', 'aid>rent')]).circles[0]).toMatchObject({
      members: ['rent', 'debt', 'job', 'benefit', 'aid'],
      waits: ['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7'],
    });
  });

  test('a tangle without a loop through all is read in a fixed number of steps', () => {
    const all = (members: string[]) =>
      members.flatMap((from) => members.filter((to) => to !== from).map((to) => wait(`${from}-${to}`, `${from}>${to}`)));
    const group = (letter: string) => Array.from({ length: 13 }, (_, i) => `${letter}${i}`);
    const waits = [...all(['both', ...group('a')]), ...all(['both', ...group('b')])];
    const { members } = findUnlock(waits, { exactUpTo: 0, steps: 0 }).circles[0]!;
    expect(sortedText(members)).toEqual(sortedText(['both', ...group('a'), ...group('b')]));
  });

  test('the circular wait with the most members comes first', () => {
    const waits = [wait('w1', 'a>b'), wait('w2', 'b>a'), wait('w3', 'c>d'), wait('w4', 'd>e'), wait('w5', 'e>c')];
    expect(findUnlock(waits).circles.map(({ waits: inside }) => inside)).toEqual([
      ['w3', 'w4', 'w5'],
      ['w1', 'w2'],
    ]);
  });

  test('two waits between the same ends are two decisions', () => {
    const { smallest } = findUnlock([wait('w1', 'a>b'), wait('w2', 'a>b'), wait('w3', 'b>a', '!')]);
    expect(smallest.sets).toEqual([['w1', 'w2']]);
  });

  test('a wait on itself is a circle of one', () => {
    expect(findUnlock([wait('w1', 'a>a')])).toMatchObject({ circles: [{ members: ['a'] }], smallest: { preferred: ['w1'] } });
    expect(findUnlock([wait('w1', 'a>a', '!')])).toMatchObject({ smallest: { size: 0 }, remaining: [{ members: ['a'] }] });
  });

  test('a circle that nobody can break is named, and the rest is still opened', () => {
    const law = [wait('w1', 'a>b', '!'), wait('w2', 'b>a', '!')];
    const { circles, smallest, remaining } = findUnlock([...law, wait('w3', 'b>c'), wait('w4', 'c>a')]);
    expect(remaining).toEqual([{ members: ['a', 'b'], waits: ['w1', 'w2'] }]);
    expect(circles[0]).toMatchObject({ notLiftable: ['w1', 'w2'], unbreakable: remaining });
    expect(smallest.sets).toEqual([['w3'], ['w4']]);
  });

  test('forty small circles in one chain are counted without being written out, and the first fifty are in order', () => {
    const chain = Array.from({ length: 40 }, (_, i) => [
      wait(`w${100 + 2 * i}`, `${i}>${i + 1}`),
      wait(`w${101 + 2 * i}`, `${i + 1}>${i}`),
    ]);
    const { smallest } = findUnlock(chain.flat());
    expect(smallest).toMatchObject({ size: 40, exact: true, count: 2n ** 40n, countExact: true });
    expect(smallest.sets.length).toBe(50);
    expect(
      smallest.sets.map((set) =>
        set
          .slice(-6)
          .map((id) => Number(id.slice(1)) % 2)
          .join(''),
      ),
    ).toEqual(Array.from({ length: 50 }, (_, i) => i.toString(2).padStart(6, '0')));
  });
});

describe('words', () => {
  const name = (id: string) => ({ nl: `wachten ${id}`, en: `wait ${id}` });
  const say = (waits: WaitFact[]) => findUnlock(waits).chosen.map((one) => [one.code, sayChosen(one, name).en]);

  test('a wait with room is chosen before its alternatives without', () => {
    expect(say([wait('w1', 'a>b'), wait('w2', 'b>a', '+')])).toEqual([
      ['HAS_ROOM', 'Here the law leaves room. In the other places that would free the same it does not. Also possible: wait w1.'],
    ]);
  });

  test('the only wait that anybody can lift says so', () => {
    expect(say([wait('w1', 'a>b'), wait('w2', 'b>a', '!')])).toEqual([
      ['ONLY_LIFTABLE', 'This is the only place in this circle where anybody can decide something.'],
    ]);
  });

  test('a wait that opens two circles at once says so', () => {
    expect(say([wait('w1', 'a>b'), wait('w2', 'b>a'), wait('w3', 'b>c'), wait('w4', 'c>a')])).toEqual([
      ['OPENS_MORE', 'This one decision frees all that is stuck here. No other decision does so alone.'],
    ]);
  });

  test('the number of decisions says how sure it is', () => {
    const smallest = { size: 2, lowerBound: 2, exact: true, sets: [], count: 10n, countExact: true, preferred: [] };
    expect(saySmallest(smallest).nl).toBe(
      'Met 2 besluiten komt alles los wat los kan; minder is niet genoeg. Er zijn 10 manieren.',
    );
    expect(saySmallest({ ...smallest, size: 3, exact: false, countExact: false })).toEqual({
      nl: 'Met 3 besluiten komt alles los wat los kan. Misschien kan het met minder, maar niet met minder dan 2. Er zijn minstens 10 manieren.',
      en: '3 decisions free all that can be freed. Fewer may do, but not fewer than 2. There are at least 10 ways.',
    });
    expect(saySmallest({ ...smallest, size: 1, lowerBound: 1, count: 1n }).en).toBe(
      '1 decision frees all that can be freed; fewer are not enough. There is 1 way.',
    );
    expect(saySmallest({ ...smallest, size: 0 }).nl).toBe('Geen besluit nodig.');
  });
});

// ---------- the five cases

type Case = {
  waits: { key: string; waiting: string; for: string; liftable: boolean; provision?: string }[];
  expectUnlock: { circles: string[][]; smallestSize: number; smallestSets: string[][]; preferred: string[] };
};
/** The provisions in the cases' waits that leave room by the law catalogue; wlz:3.2.3:4 and wmo2015:2.3.2:1 do not. */
const ROOM = ['wmo2015:2.3.5:6', 'participatiewet:40:2', 'brp:2.22:1', 'wgs:3:3', 'wpo:4'];

test.each(['peter-beschermd-wonen', 'wajong-debt', 'maria-anw', 'yearly-indication', 'twenty-five'])('case %s', (key) => {
  const { waits, expectUnlock }: Case = JSON.parse(readFileSync(join(__dirname, '../../apps/demo/cases', `${key}.json`), 'utf8'));
  const unlock = findUnlock(
    waits.map(({ key: id, provision, ...ends }) => ({ ...ends, id, hasRoom: ROOM.includes(provision ?? '') })),
  );
  const asSets = (circles: string[][]) => circles.map(sortedText).sort();
  expect(asSets(unlock.circles.map(({ members }) => members))).toEqual(asSets(expectUnlock.circles));
  expect(unlock.smallest).toMatchObject({ size: expectUnlock.smallestSize, exact: true, preferred: expectUnlock.preferred });
  expect([...unlock.smallest.sets].sort()).toEqual(expectUnlock.smallestSets);
  expect(unlock.smallest.count).toBe(BigInt(expectUnlock.smallestSets.length));
});
