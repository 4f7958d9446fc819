/** Something that goes from one point to another; points are whole numbers from 0. */
export type Edge = { from: number; to: number };

/** The strongly connected component of each point (Tarjan): two points share a number when each can be reached from the other. */
export function componentOf(points: number, edges: Edge[]): Int32Array {
  const out: number[][] = Array.from({ length: points }, () => []);
  for (const { from, to } of edges) out[from]!.push(to);
  const component = new Int32Array(points).fill(-1);
  const order = new Int32Array(points).fill(-1);
  const low = new Int32Array(points);
  const open: number[] = [];
  let next = 0;
  const visit = (point: number): void => {
    order[point] = low[point] = next++;
    open.push(point);
    for (const to of out[point]!) {
      if (order[to] === -1) visit(to);
      if (component[to] === -1) low[point] = Math.min(low[point], low[to]!);
    }
    if (low[point] !== order[point]) return;
    for (let member = -1; member !== point; ) {
      member = open.pop()!;
      component[member] = point;
    }
  };
  for (let point = 0; point < points; point++) if (order[point] === -1) visit(point);
  return component;
}

/** The edges that lie on a circle, grouped by strongly connected component; a group of one edge is an edge to itself. */
export function circular<E extends Edge>(points: number, edges: E[]): E[][] {
  const component = componentOf(points, edges);
  const groups = new Map<number, E[]>();
  for (const edge of edges) {
    const of = component[edge.from]!;
    if (of !== component[edge.to]) continue;
    const group = groups.get(of);
    if (group) group.push(edge);
    else groups.set(of, [edge]);
  }
  return [...groups.values()];
}

/** The edges of a shortest way from one point to another; empty when it is the same point, or when there is no way. */
export function shortestWay<E extends Edge>(points: number, edges: E[], from: number, goal: number): E[] {
  const out: E[][] = Array.from({ length: points }, () => []);
  for (const edge of edges) out[edge.from]!.push(edge);
  const cameBy = new Map<number, E | null>([[from, null]]);
  for (const point of cameBy.keys()) {
    for (const edge of out[point]!) if (!cameBy.has(edge.to)) cameBy.set(edge.to, edge);
  }
  const way: E[] = [];
  for (let edge = cameBy.get(goal); edge; edge = cameBy.get(edge.from)) way.unshift(edge);
  return way;
}

/**
 * The points in the order of the longest simple circle that starts with this edge (depth first, a fixed number of steps, so that
 * the same edges always read the same), then the points that lie off that circle.
 */
export function asRing(points: number, edges: Edge[], start: Edge, steps = 20_000): number[] {
  const out: number[][] = Array.from({ length: points }, () => []);
  for (const { from, to } of edges) out[from]!.push(to);
  const members = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  let longest: number[] = [start.from];
  const path = [start.from];
  const onPath = new Set(path);
  const walk = (point: number): void => {
    if (point === start.from) {
      if (path.length > longest.length) longest = [...path];
      return;
    }
    if (onPath.has(point) || steps-- <= 0) return;
    path.push(point);
    onPath.add(point);
    for (const to of out[point]!) if (longest.length < members.length) walk(to);
    path.pop();
    onPath.delete(point);
  };
  walk(start.to);
  return [...longest, ...members.filter((member) => !longest.includes(member))];
}
