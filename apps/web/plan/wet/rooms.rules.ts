type Role = 'ROOM' | 'LIMIT' | 'PROTECTION' | 'PROCEDURE' | 'PURPOSE';
interface Rooms {
  roomVia: readonly { key: string }[];
}
interface Sides extends Rooms {
  sideA: readonly { key: string }[];
  sideB: readonly { key: string }[];
}
interface Known<P extends Sides = Sides> {
  provisions: ReadonlyMap<string, { key: string; law: string; role: Role }>;
  patterns: ReadonlyMap<string, P>;
}

/** What gives an answer: only these two carry a measure. */
export const opens = (role: Role): boolean => role === 'ROOM' || role === 'PROTECTION';

/** Known conflicts of a provision, those whose other side the measure meets first. */
export function patternsOf<P extends Sides>(provision: string, laws: readonly string[], catalogue: Known<P>): P[] {
  const holds = (side: readonly { key: string }[]) => side.some(({ key }) => key === provision);
  const meets = (side: readonly { key: string }[]) =>
    side.some(({ key }) => laws.includes(catalogue.provisions.get(key)?.law ?? ''));
  const own = [...catalogue.patterns.values()].filter(({ sideA, sideB }) => holds(sideA) || holds(sideB));
  const met = own.filter(({ sideA, sideB }) => meets(holds(sideA) ? sideB : sideA));
  return met.length ? met : own;
}

const FIRST = 4;
/** Articles that may give the answer: what usually does, laws that are met first, and what stands there already; the rest is `more`. */
export function roomsOf(
  patterns: readonly Rooms[],
  here: readonly { provision: string }[],
  catalogue: Known,
  laws: readonly string[],
) {
  const own = here.map(({ provision }) => provision);
  const usual = [...new Set(patterns.flatMap(({ roomVia }) => roomVia.map(({ key }) => key)))]
    .flatMap((key) => catalogue.provisions.get(key) ?? [])
    .filter(({ key, role }) => opens(role) && !own.includes(key));
  const met = (law: string) => Number(laws.includes(law));
  const sorted = usual.sort((one, other) => met(other.law) - met(one.law)).map(({ key }) => key);
  return { first: [...new Set([...sorted.slice(0, FIRST), ...own])], more: sorted.slice(FIRST) };
}
