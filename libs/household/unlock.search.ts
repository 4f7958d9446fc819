import { circular, type Edge } from './unlock.graph';
import type { Ways, WaysAlgebra } from './unlock.ways';

/**
 * What waits for what, and the ways to lift it: one wait in what comes in, more once arcs are joined. Null: it stays, because
 * nobody can lift it or because this branch keeps it.
 */
export type Arc = Edge & { ways: Ways | null };

/**
 * `ways` opens every circle. It is the smallest when `ways.size` equals `lowerBound`, which is always proven; its sets are all
 * there are when `complete`.
 */
export type SearchResult = { ways: Ways; lowerBound: number; complete: boolean };

/** Proven of a part: it takes at least so much, and, once it was searched with room enough, all its smallest ways. */
type Known = { atLeast: number; ways: Ways | null };

/** Called with the number of arcs that are looked at. */
type Look = (arcs: number) => void;

/** How often one round of `simplify` goes over the arcs. */
const PASSES = 10;

const sizeOf = (arc: Arc): number => arc.ways?.size ?? Infinity;

/**
 * The smallest sets of arcs whose lifting leaves no circle: the minimum feedback arc set, all of them.
 *
 * The bound is raised one by one from what disjoint circles prove, so the first bound that holds a set is the smallest size, and
 * a search that stops early has still proven its last bound. Within a bound it branches on a circle with few liftable arcs: lift
 * the first; or keep the first and lift the second; and so on. These branches share no set, so counts add up. Every state is
 * first made smaller by rules that lose no smallest set, falls apart into parts that multiply, and is remembered.
 *
 * No circle may consist of arcs that stay. One step is one look at one arc, so that the limit means the same on large and small.
 */
export function searchSmallest(points: number, arcs: Arc[], algebra: WaysAlgebra, maxSteps: number): SearchResult {
  const { either, both } = algebra;
  const known = new Map<string, Known>();
  let steps = 0;

  /** What is known of a part; at first what disjoint circles prove. */
  const recall = (part: Arc[]) => {
    const key = part.map(({ from, to, ways }) => `${from}>${to}:${ways?.name() ?? ''}`).join();
    const seen = known.get(key) ?? { atLeast: disjointCircles(points, part, look), ways: null };
    known.set(key, seen);
    return seen;
  };
  const look = (count: number) => void (steps += count);

  /** All smallest ways of at most this size, or null when there are none. */
  function within(limit: number, state: Arc[]): Ways | null {
    if (steps >= maxSteps) return null;
    const simple = simplify(points, state, algebra, look);
    const parts = simple.parts.map((part) => {
      const seen = recall(part);
      return { part, seen, atLeast: seen.atLeast };
    });
    let spare = limit - simple.lifted.size - parts.reduce((sum, { atLeast }) => sum + atLeast, 0);
    let found = simple.lifted;
    for (const { part, seen, atLeast } of parts) {
      const ways = withinPart(atLeast + spare, part, seen);
      if (!ways) return null;
      spare -= ways.size - atLeast;
      found = both(found, ways);
    }
    return spare < 0 ? null : found;
  }

  /** The same for one part, with what is known of it. */
  function withinPart(limit: number, part: Arc[], seen: Known): Ways | null {
    if (seen.ways) return seen.ways.size <= limit ? seen.ways : null;
    if (seen.atLeast > limit || steps >= maxSteps) return null;
    let best: Ways | null = null;
    let rest = part;
    for (const arc of shortestCircle(points, part, look)) {
      const lifted = arc.ways!;
      const after = within(
        (best?.size ?? limit) - lifted.size,
        rest.filter((other) => other.from !== arc.from || other.to !== arc.to),
      );
      if (after) best = best ? either(best, both(lifted, after)) : both(lifted, after);
      rest = rest.map((other) => (other.from === arc.from && other.to === arc.to ? { ...other, ways: null } : other));
    }
    // What was not found by a spent search may still exist.
    if (steps < maxSteps) {
      seen.ways = best;
      seen.atLeast = best?.size ?? limit + 1;
    }
    return best;
  }

  const simple = simplify(points, arcs, algebra, look);
  let lowerBound = simple.lifted.size + simple.parts.reduce((sum, part) => sum + recall(part).atLeast, 0);
  const quick = quickWays(points, arcs, algebra, look);
  for (;;) {
    const ways = within(lowerBound, arcs);
    const spent = steps >= maxSteps;
    if (ways) return { ways, lowerBound, complete: !spent };
    if (spent) return { ways: quick, lowerBound, complete: false };
    lowerBound++;
  }
}

/** A way that opens every circle, found without looking back: an upper bound. In its first set no wait is superfluous. */
function quickWays(points: number, arcs: Arc[], algebra: WaysAlgebra, look: Look): Ways {
  const { nothing, both } = algebra;
  let state = arcs;
  let found = nothing;
  for (;;) {
    const simple = simplify(points, state, algebra, look);
    found = both(found, simple.lifted);
    state = simple.parts.flat();
    if (!state.length) break;
    const into = new Int32Array(points);
    const outOf = new Int32Array(points);
    for (const { from, to } of state) {
      outOf[from]!++;
      into[to]!++;
    }
    const promise = (arc: Arc) => (into[arc.from]! * outOf[arc.to]!) / sizeOf(arc);
    const pick = shortestCircle(points, state, look).reduce((best, arc) => (promise(arc) > promise(best) ? arc : best));
    found = both(found, pick.ways!);
    state = state.filter((arc) => arc !== pick);
  }
  const waitOf = ({ ways }: Arc) => ways!.first()[0]!.waits[0]!;
  const { waits } = found.first()[0]!;
  const needed = waits.reduceRight((lifted, wait) => {
    const fewer = lifted.filter((other) => other !== wait);
    const left = arcs.filter((arc) => !arc.ways || !fewer.includes(waitOf(arc)));
    return circular(points, left).length ? lifted : fewer;
  }, waits);
  if (needed.length === waits.length) return found;
  return arcs.reduce((all, arc) => (arc.ways && needed.includes(waitOf(arc)) ? both(all, arc.ways) : all), nothing);
}

/**
 * The same question, smaller: what must be lifted anyway, and the parts (strongly connected, at most one arc between two points
 * in one direction) that remain. A loop can always be lifted: a branch keeps fewer arcs than the shortest circle has,
 * so it never keeps a whole circle.
 */
function simplify(
  points: number,
  state: Arc[],
  { nothing, either, both }: WaysAlgebra,
  look: Look,
): { lifted: Ways; parts: Arc[][] } {
  let arcs = state;
  let lifted = nothing;
  for (;;) {
    look(PASSES * arcs.length);
    const loops = arcs.filter(({ from, to }) => from === to);
    lifted = loops.reduce((all, { ways }) => both(all, ways!), lifted);
    arcs = loops.length ? arcs.filter(({ from, to }) => from !== to) : arcs;

    const parts = circular(points, mergeParallel(points, arcs, both));
    arcs = parts.flat();
    const next = alongKept(points, arcs) ?? aroundNarrow(points, arcs, either);
    if (!next) return { lifted, parts };
    arcs = next;
  }
}

/** Two arcs between the same points are on the same circles: both are lifted or neither. */
function mergeParallel(points: number, arcs: Arc[], both: WaysAlgebra['both']): Arc[] {
  const merged = new Map<number, Arc>();
  for (const arc of arcs) {
    const key = arc.from * points + arc.to;
    const other = merged.get(key);
    merged.set(key, other ? { ...arc, ways: other.ways && arc.ways && both(other.ways, arc.ways) } : arc);
  }
  return [...merged.keys()].sort((a, b) => a - b).map((key) => merged.get(key)!);
}

/** Where arcs that stay lead from one point to another, a direct arc adds nothing, and an arc back is a circle of its own. */
function alongKept(points: number, arcs: Arc[]): Arc[] | null {
  const kept = arcs.filter(({ ways }) => !ways);
  if (!kept.length) return null;
  const out: number[][] = Array.from({ length: points }, () => []);
  for (const { from, to } of kept) out[from]!.push(to);
  const reached = new Map<number, Set<number>>();
  const reach = (point: number): Set<number> => {
    const seen = reached.get(point) ?? new Set<number>();
    if (reached.has(point)) return seen;
    reached.set(point, seen);
    for (const to of out[point]!) {
      seen.add(to);
      for (const further of reach(to)) seen.add(further);
    }
    return seen;
  };
  const superfluous = ({ from, to, ways }: Arc) =>
    ways ? reach(from).has(to) : out[from]!.some((via) => via !== to && reach(via).has(to));
  let changed = false;
  const next: Arc[] = [];
  for (const arc of arcs) {
    const back = reach(arc.to).has(arc.from);
    if (!back && superfluous(arc)) changed = true;
    else if (back) {
      next.push({ ...arc, to: arc.from });
      changed = true;
    } else next.push(arc);
  }
  return changed ? next : null;
}

/**
 * A point with one arc in (or, the same the other way round, one arc out): every circle through the point takes that arc.
 * If it stays, both its points are one. If one arc leaves as well, the two are one arc that can be lifted at either place.
 * Else what is larger than its only alternative is never lifted in a smallest set.
 */
function aroundNarrow(points: number, arcs: Arc[], either: WaysAlgebra['either']): Arc[] | null {
  const into: Arc[][] = Array.from({ length: points }, () => []);
  const outOf: Arc[][] = Array.from({ length: points }, () => []);
  for (const arc of arcs) {
    outOf[arc.from]!.push(arc);
    into[arc.to]!.push(arc);
  }
  for (let point = 0; point < points; point++) {
    for (const [narrow, wide] of [
      [into[point]!, outOf[point]!],
      [outOf[point]!, into[point]!],
    ] as const) {
      const [only] = narrow;
      if (!only || narrow.length > 1) continue;
      if (!only.ways) {
        const other = only.from === point ? only.to : only.from;
        const move = (end: number) => (end === point ? other : end);
        return arcs.filter((arc) => arc !== only).map((arc) => ({ ...arc, from: move(arc.from), to: move(arc.to) }));
      }
      const [first] = wide;
      if (wide.length === 1 && first?.ways) {
        const [enter, leave] = only.to === point ? [only, first] : [first, only];
        const through = { from: enter.from, to: leave.to, ways: either(enter.ways!, leave.ways!) };
        return [...arcs.filter((arc) => arc !== only && arc !== first), through];
      }
      const costly = (arc: Arc) => arc.ways && arc.ways.size > sizeOf(only);
      if (wide.some(costly)) return arcs.map((arc) => (wide.includes(arc) && costly(arc) ? { ...arc, ways: null } : arc));
      if (only.ways.size > wide.reduce((sum, arc) => sum + sizeOf(arc), 0)) {
        return arcs.map((arc) => (arc === only ? { ...arc, ways: null } : arc));
      }
    }
  }
  return null;
}

/** The liftable arcs of a circle with as few of them as there are. The part is strongly connected, so there is one. */
function shortestCircle(points: number, part: Arc[], look: Look): Arc[] {
  const finder = circleFinder(points, part, part.map(sizeOf), look);
  let shortest: number[] | null = null;
  for (let i = 0; i < part.length && (shortest?.length ?? 3) > 2; i++) {
    if (!part[i]!.ways) continue;
    const circle = finder(i, (shortest?.length ?? Infinity) - 1);
    if (circle) shortest = circle;
  }
  return shortest!.map((i) => part[i]!);
}

/** How much must be lifted at least: circles that share no lift (an arc of size 2 may serve two of them), short ones first. */
function disjointCircles(points: number, part: Arc[], look: Look): number {
  const left = part.map(sizeOf);
  const finder = circleFinder(points, part, left, look);
  let total = 0;
  for (let length: number = 1, longer = Infinity; length < Infinity; length = longer, longer = Infinity) {
    for (let i = 0; i < part.length; i++) {
      while (left[i]! > 0 && left[i]! < Infinity) {
        const circle = finder(i, Infinity);
        if (!circle) break;
        if (circle.length > length) {
          longer = Math.min(longer, circle.length);
          break;
        }
        const share = Math.min(...circle.map((j) => left[j]!));
        for (const j of circle) left[j]! -= share;
        total += share;
      }
    }
  }
  return total;
}

/** Finds the circle through one arc with the fewest liftable arcs (at most `limit`), among the arcs that have something left. */
function circleFinder(points: number, part: Arc[], left: number[], look: Look) {
  const out: number[][] = Array.from({ length: points }, () => []);
  part.forEach(({ from }, i) => out[from]!.push(i));
  const cameBy = new Int32Array(points);
  const distance = new Float64Array(points);
  return (start: number, limit: number): number[] | null => {
    const { from: goal, to: begin } = part[start]!;
    distance.fill(Infinity);
    distance[begin] = 1;
    cameBy[begin] = start;
    // An arc that stays costs nothing, so its end joins the layer that is being read.
    for (let length = 1, layer = [begin]; layer.length && length <= limit; length++) {
      const nextLayer: number[] = [];
      for (let at = 0; at < layer.length; at++) {
        const point = layer[at]!;
        if (point === goal) return liftableBack(start);
        if (distance[point]! < length) continue;
        for (const i of out[point]!) {
          look(1);
          const { to } = part[i]!;
          const stays = left[i] === Infinity;
          if (left[i]! <= 0 || distance[to]! <= (stays ? length : length + 1)) continue;
          distance[to] = stays ? length : length + 1;
          cameBy[to] = i;
          (stays ? layer : nextLayer).push(to);
        }
      }
      layer = nextLayer;
    }
    return null;
  };

  function liftableBack(start: number): number[] {
    const circle: number[] = [];
    for (let i = cameBy[part[start]!.from]!; ; i = cameBy[part[i]!.from]!) {
      if (left[i]! < Infinity) circle.unshift(i);
      if (i === start) return circle;
    }
  }
}
