import { asRing, circular, type Edge, shortestWay } from './unlock.graph';
import { type SearchResult, searchSmallest } from './unlock.search';
import { type Ways, type WaysAlgebra, waysKeeping } from './unlock.ways';

/** `waiting` cannot move before `for` has. Ids are opaque and sort as text; parallel waits between the same ends are separate waits. */
export type WaitFact = { id: string; waiting: string; for: string; liftable: boolean; hasRoom: boolean };

/** What waits for each other, in the order in which the longest loop reads (then what hangs beside it), and the waits among them. */
export type Circle = { members: string[]; waits: string[] };

/**
 * The fewest waits to lift so that no circle with a liftable wait is left.
 * `size` is the smallest when `exact`; else it is an upper bound, and fewer than `lowerBound` is proven impossible.
 * `sets` are the first of the equally small sets, the preferred one in front; `count` is how many there are, or at least how many.
 */
export type Smallest = {
  size: number;
  lowerBound: number;
  exact: boolean;
  sets: string[][];
  count: bigint;
  countExact: boolean;
  preferred: string[];
};

/** A circular wait; `notLiftable` are its waits that nobody can lift, `unbreakable` the circles that consist of such waits only. */
export type CircularWait = Circle & { notLiftable: string[]; unbreakable: Circle[]; smallest: Smallest };

/** Why this wait is in the preferred set. `alternatives` would do the same in its place; `stuck` is what closes again without it. */
export type Chosen = { wait: string; code: ChosenCode; circle: number; alternatives: string[]; stuck: string[] };

export type ChosenCode =
  /** of all waits that would close again without it, nobody can lift another */
  | 'ONLY_LIFTABLE'
  /** others can be lifted, but none of them opens all that this one opens */
  | 'OPENS_MORE'
  /** it has room, its alternatives have none */
  | 'HAS_ROOM'
  /** it has room, as others have, and its key is the lowest of those */
  | 'HAS_ROOM_FIRST'
  /** no alternative is better, and its key is the lowest */
  | 'EQUAL_FIRST'
  /** the search ended before all sets were seen; an alternative may be better */
  | 'BEST_SEEN';

/**
 * `smallest` is over all circular waits together. `remaining` are the circles that nobody can break: they stay, whatever is
 * lifted. `notLiftable` are all waits that nobody can lift, also outside circles.
 */
export type Unlock = {
  circles: CircularWait[];
  smallest: Smallest;
  chosen: Chosen[];
  remaining: Circle[];
  notLiftable: string[];
};

export type UnlockOptions = {
  /** up to this many waits in one circular wait the answer is exact, however long it takes */
  exactUpTo?: number;
  /** beyond that, the steps that each circular wait may take; one step is one look at one wait, so equal waits give equal answers */
  steps?: number;
  /** how many of the equally small sets are listed */
  listed?: number;
};

type Wait = Edge & { place: number; fact: WaitFact };

/** How many circular waits there are: as many as `findUnlock` finds, without looking for what opens them. */
export function countCircles(facts: readonly Pick<WaitFact, 'waiting' | 'for'>[]): number {
  const pointOf = new Map([...new Set(facts.flatMap((fact) => [fact.waiting, fact.for]))].map((name, point) => [name, point]));
  const edges = facts.map((fact) => ({ from: pointOf.get(fact.waiting)!, to: pointOf.get(fact.for)! }));
  return circular(pointOf.size, edges).length;
}

/** Every circular wait, and the fewest waits whose lifting opens them all. */
export function findUnlock(facts: WaitFact[], { exactUpTo = 30, steps = 30_000_000, listed = 50 }: UnlockOptions = {}): Unlock {
  const sorted = [...facts].sort((a, b) => byText(a.id, b.id));
  const names = [...new Set(sorted.flatMap((fact) => [fact.waiting, fact.for]))].sort(byText);
  const pointOf = new Map(names.map((name, point) => [name, point]));
  const waits = sorted.map(
    (fact, place): Wait => ({ from: pointOf.get(fact.waiting)!, to: pointOf.get(fact.for)!, place, fact }),
  );
  const idsOf = (of: Wait[]) => of.map(({ fact }) => fact.id);
  const algebra = waysKeeping(listed);

  const solved = circular(names.length, waits).map((inside) => {
    const unbreakable = circular(
      names.length,
      inside.filter(({ fact }) => !fact.liftable),
    );
    const result = searchSmallest(
      names.length,
      arcsOf(inside, unbreakable, algebra),
      algebra,
      inside.length <= exactUpTo ? Infinity : steps,
    );
    return { inside, unbreakable, result };
  });
  solved.sort((a, b) => membersOf(b.inside).size - membersOf(a.inside).size || a.inside[0]!.place - b.inside[0]!.place);

  const reads = (of: Wait[], first: Wait): Circle => ({
    members: asRing(names.length, of, first).map((point) => names[point]!),
    waits: idsOf(of),
  });
  const smallest = (result: SearchResult) => toSmallest(result, (place) => sorted[place]!.id);

  const circles = solved.map(({ inside, unbreakable, result }): CircularWait => {
    const lifted = new Set(result.ways.first()[0]!.waits);
    return {
      ...reads(inside, inside.find(({ place }) => lifted.has(place)) ?? inside[0]!),
      notLiftable: idsOf(inside.filter(({ fact }) => !fact.liftable)),
      unbreakable: unbreakable.map((circle) => reads(circle, circle[0]!)),
      smallest: smallest(result),
    };
  });
  return {
    circles,
    smallest: smallest(
      together(
        solved.map(({ result }) => result),
        algebra,
      ),
    ),
    chosen: solved
      .flatMap(({ inside, result }, circle) => explain(names.length, inside, result, circle))
      .sort((a, b) => byText(a.wait, b.wait)),
    remaining: circles.flatMap(({ unbreakable }) => unbreakable),
    notLiftable: sorted.filter(({ liftable }) => !liftable).map(({ id }) => id),
  };
}

/** As text means by code unit: the same on every machine, whatever its language. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const membersOf = (waits: Wait[]): Set<number> => new Set(waits.flatMap(({ from, to }) => [from, to]));

/** What nobody can break is taken as one point; a liftable wait inside it then is a circle of its own, and must be lifted. */
function arcsOf(inside: Wait[], unbreakable: Wait[][], algebra: WaysAlgebra) {
  const standsFor = new Map(
    unbreakable.flatMap((circle) => [...membersOf(circle)].map((point) => [point, circle[0]!.from] as const)),
  );
  const point = (of: number) => standsFor.get(of) ?? of;
  return inside
    .map(({ from, to, place, fact }) => ({
      from: point(from),
      to: point(to),
      ways: fact.liftable ? algebra.one(place, fact.hasRoom) : null,
    }))
    .filter(({ from, to, ways }) => ways || from !== to);
}

/** Circular waits share no wait, so their sets multiply. */
function together(results: SearchResult[], { nothing, both }: WaysAlgebra): SearchResult {
  return {
    ways: results.reduce<Ways>((all, { ways }) => both(all, ways), nothing),
    lowerBound: results.reduce((sum, { lowerBound }) => sum + lowerBound, 0),
    complete: results.every(({ complete }) => complete),
  };
}

function toSmallest({ ways, lowerBound, complete }: SearchResult, idOf: (place: number) => string): Smallest {
  const sets = ways.first().map(({ waits }) => waits.map(idOf));
  return {
    size: ways.size,
    lowerBound,
    exact: ways.size === lowerBound,
    sets,
    count: ways.count,
    countExact: complete,
    preferred: sets[0]!,
  };
}

/** For each wait of the preferred set: what closes again when it alone stays, and which other wait lies on all of that. */
function explain(points: number, inside: Wait[], { ways, complete }: SearchResult, circle: number): Chosen[] {
  const lifted = new Set(ways.first()[0]!.waits);
  const closed = (waits: Wait[]) =>
    circular(points, waits)
      .filter((group) => group.some(({ fact }) => fact.liftable))
      .flat();
  return inside
    .filter(({ place }) => lifted.has(place))
    .map((wait): Chosen => {
      const stuck = closed(inside.filter(({ place }) => place === wait.place || !lifted.has(place))).sort(
        (a, b) => a.place - b.place,
      );
      const liftable = stuck.filter((other) => other.fact.liftable && other !== wait);
      // What does the same lies on every circle that closes again, so on the shortest of them too.
      const alternatives = shortestWay(points, stuck, wait.to, wait.from)
        .filter((other) => other.fact.liftable && !closed(stuck.filter((one) => one !== other)).length)
        .sort((a, b) => a.place - b.place);
      return {
        wait: wait.fact.id,
        code: chosenCode(wait, liftable, alternatives, complete),
        circle,
        alternatives: alternatives.map(({ fact }) => fact.id),
        stuck: stuck.map(({ fact }) => fact.id),
      };
    });
}

function chosenCode(wait: Wait, liftable: Wait[], alternatives: Wait[], complete: boolean): ChosenCode {
  if (!liftable.length) return 'ONLY_LIFTABLE';
  if (!alternatives.length) return 'OPENS_MORE';
  if (!complete) return 'BEST_SEEN';
  if (!wait.fact.hasRoom) return 'EQUAL_FIRST';
  return alternatives.some(({ fact }) => fact.hasRoom) ? 'HAS_ROOM_FIRST' : 'HAS_ROOM';
}
