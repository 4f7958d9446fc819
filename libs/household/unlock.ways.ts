/** One set of waits to lift: places in the sorted list of ids, ascending, so that comparing places is comparing ids as text. */
export type WaitSet = { withoutRoom: number; waits: number[] };

/**
 * All equally small sets that do one thing, without writing them out: how large, how many, and the first of them in order.
 * Two such answers are joined by `either` and `both`. The sets, and the name (equal names: equal ways), are made when asked for:
 * written out they grow as fast as the count.
 */
export type Ways = { size: number; count: bigint; name: () => string; first: () => WaitSet[] };

/** The order of preference: fewest waits without room, then the lowest ids. Sets of one size only, or it would not be an order of sets. */
export function comparePreference(a: WaitSet, b: WaitSet): number {
  if (a.withoutRoom !== b.withoutRoom) return a.withoutRoom - b.withoutRoom;
  const at = a.waits.findIndex((wait, i) => wait !== b.waits[i]);
  return at < 0 ? 0 : a.waits[at]! - b.waits[at]!;
}

const union = (a: WaitSet, b: WaitSet): WaitSet => ({
  withoutRoom: a.withoutRoom + b.withoutRoom,
  waits: [...a.waits, ...b.waits].sort((x, y) => x - y),
});

/** Makes the value at the first call: of the many answers that a search weighs, only the last one is ever written out. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const named = (sign: string, a: Ways, b: Ways) =>
  lazily(() => {
    const [x, y] = [a.name(), b.name()];
    return x < y ? `(${x}${sign}${y})` : `(${y}${sign}${x})`;
  });

/** The algebra of ways, keeping the first `listed` sets of each. */
export function waysKeeping(listed: number) {
  const sorted = (sets: WaitSet[]) => sets.sort(comparePreference).slice(0, listed);

  const nothing: Ways = { size: 0, count: 1n, name: () => '', first: () => [{ withoutRoom: 0, waits: [] }] };

  const one = (wait: number, hasRoom: boolean): Ways => ({
    size: 1,
    count: 1n,
    name: () => `${wait}`,
    first: () => [{ withoutRoom: hasRoom ? 0 : 1, waits: [wait] }],
  });

  /** This or that: the smaller of both; when they are equally small all sets of both. No set may be in both. */
  function either(a: Ways, b: Ways): Ways {
    if (a.size !== b.size) return a.size < b.size ? a : b;
    return {
      size: a.size,
      count: a.count + b.count,
      name: named('|', a, b),
      first: lazily(() => sorted([...a.first(), ...b.first()])),
    };
  }

  /** This and that: every set of the one with every set of the other. No wait may be in both. */
  function both(a: Ways, b: Ways): Ways {
    if (a === nothing) return b;
    if (b === nothing) return a;
    return {
      size: a.size + b.size,
      count: a.count * b.count,
      name: named('&', a, b),
      // A better half makes a better whole, so (i + 1)(j + 1) pairs come no later than pair (i, j): past `listed` it cannot count.
      first: lazily(() =>
        sorted(
          a.first().flatMap((x, i) =>
            b
              .first()
              .slice(0, Math.floor(listed / (i + 1)))
              .map((y) => union(x, y)),
          ),
        ),
      ),
    };
  }

  return { nothing, one, either, both };
}

export type WaysAlgebra = ReturnType<typeof waysKeeping>;
