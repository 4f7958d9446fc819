/** What the map is drawn from: only what this reader may see, names already in the reader's language. */
export interface MapFacts {
  /** Keys of the life domains, in their fixed order. */
  domains: readonly string[];
  problems: readonly MapProblem[];
  involvements: readonly MapInvolvement[];
  waits: readonly MapWait[];
  /** Problems and involvements of each circle, and the waits that are lifted first, as the api found them. */
  circles: readonly { members: readonly string[] }[];
  lifted: readonly string[];
  /** Involvements that give help now, with the problems that help is for. */
  help: readonly { involvementId: string; problemIds: readonly string[] }[];
}
export interface MapProblem {
  id: string;
  domain: string;
  name: string;
}
export interface MapInvolvement {
  id: string;
  agencyId: string;
  agencyName: string;
  agencyType: string;
  problemIds: readonly string[];
}
export interface MapWait {
  id: string;
  waiting: string;
  for: string;
  holder: string;
  what: string;
}

export interface AgencyMark {
  agencyId: string;
  name: string;
  helps: boolean;
}
export interface Link {
  wait: string;
  what: string;
  to: string;
  /** The label of the station it waits for; null = not in a knot. */
  label: string | null;
  /** 1, 2, ...: lifting it is this decision; null = it is none. */
  decision: number | null;
}
export interface Station {
  label: string;
  node: string;
  name: string;
  agencies: AgencyMark[];
  /** What it waits for on the ring. */
  next: Link | null;
  /** What else it waits for inside the knot. */
  also: Link[];
  /** Who outside the knot waits for this station. */
  followers: { node: string; name: string }[];
}
export interface Knot {
  letter: string;
  ring: Station[];
  /** In the knot, off the longest circle through the first decision. */
  hanging: Station[];
}
export interface Row {
  problem: string;
  name: string;
  agencies: AgencyMark[];
  waits: Link[];
}
export interface Field {
  domain: string;
  rows: Row[];
  /** Problems of this domain that stand in a knot. */
  refs: { label: string; problem: string; name: string }[];
}
export interface AgencyEntry {
  agencyId: string;
  name: string;
  /** Number of problems it is at. */
  problems: number;
  inKnot: boolean;
}
export interface MapLayout {
  knots: Knot[];
  fields: Field[];
  agencies: { group: AgencyGroup; entries: AgencyEntry[] }[];
}

/** The longest circle is sought for so many steps; what was found by then is drawn. */
const STEPS = 20_000;

/** Where everything of a household stands: equal facts give equal places, and nothing has a place by its count. */
export function layOut(facts: MapFacts): MapLayout {
  const names = new Map<string, string>([
    ...facts.problems.map(({ id, name }) => [id, name] as const),
    ...facts.involvements.map(({ id, agencyName }) => [id, agencyName] as const),
  ]);
  const order = new Map([...names.keys()].map((id, at) => [id, at]));
  const seen = facts.waits.filter((wait) => names.has(wait.waiting) && names.has(wait.for));
  const circles = facts.circles.filter(({ members }) => members.length > 1 && members.every((id) => names.has(id)));
  const decisions = decisionsInOrder(circles, facts.lifted, seen);
  const rings = circles.map(({ members }) => ringOf(members, seen, decisions, order));
  const labels = labelsOf(rings);
  const marks = marksOf(facts);
  const link = (wait: MapWait): Link => ({
    wait: wait.id,
    what: wait.what,
    to: wait.for,
    label: labels.get(wait.for) ?? null,
    decision: decisions.get(wait.id) ?? null,
  });

  const knots = rings.map(({ ring, hanging }, at): Knot => {
    const members = new Set([...ring, ...hanging]);
    const station = (node: string, next: string | null): Station => {
      const out = seen.filter((wait) => wait.waiting === node && members.has(wait.for));
      const first =
        next === null
          ? undefined
          : bestOf(
              out.filter((wait) => wait.for === next),
              decisions,
            );
      return {
        label: labels.get(node) ?? '',
        node,
        name: names.get(node) ?? '',
        agencies: marks.at(node),
        next: first ? link(first) : null,
        also: out.filter((wait) => wait !== first).map(link),
        followers: unique(
          seen.filter((wait) => wait.for === node && !members.has(wait.waiting)).map(({ waiting }) => waiting),
        ).map((follower) => ({ node: follower, name: names.get(follower) ?? '' })),
      };
    };
    return {
      letter: letterOf(at),
      ring: ring.map((node, place) => station(node, ring[(place + 1) % ring.length] ?? null)),
      hanging: hanging.map((node) => station(node, null)),
    };
  });

  const fields = facts.domains.flatMap((domain): Field[] => {
    const here = facts.problems.filter((problem) => problem.domain === domain);
    if (!here.length) return [];
    return [
      {
        domain,
        rows: here
          .filter(({ id }) => !labels.has(id))
          .map(({ id, name }) => ({
            problem: id,
            name,
            agencies: marks.at(id),
            waits: seen.filter(({ waiting }) => waiting === id).map(link),
          })),
        refs: here.filter(({ id }) => labels.has(id)).map(({ id, name }) => ({ label: labels.get(id) ?? '', problem: id, name })),
      },
    ];
  });
  return { knots, fields, agencies: agenciesOf(facts, labels) };
}

/** A, B, ..., Z, AA, ... */
const letterOf = (at: number): string => (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

/** Decisions are numbered knot by knot, as the eye meets them; waits of no drawn knot have no number. */
function decisionsInOrder(
  circles: readonly { members: readonly string[] }[],
  lifted: readonly string[],
  waits: readonly MapWait[],
): Map<string, number> {
  const inside = (members: readonly string[]) =>
    lifted.filter((id) => {
      const wait = waits.find((one) => one.id === id);
      return wait && members.includes(wait.waiting) && members.includes(wait.for);
    });
  return new Map(circles.flatMap(({ members }) => inside(members)).map((id, at) => [id, at + 1]));
}

const bestOf = (waits: readonly MapWait[], decisions: ReadonlyMap<string, number>): MapWait | undefined =>
  waits.find(({ id }) => decisions.has(id)) ?? waits[0];

/** The longest simple circle that begins with the first decision of the knot, and who hangs beside it. */
function ringOf(
  members: readonly string[],
  waits: readonly MapWait[],
  decisions: ReadonlyMap<string, number>,
  order: ReadonlyMap<string, number>,
): { ring: string[]; hanging: string[] } {
  const inside = new Set(members);
  const own = waits.filter((wait) => inside.has(wait.waiting) && inside.has(wait.for));
  const after = (node: string) =>
    unique(own.filter(({ waiting }) => waiting === node).map((wait) => wait.for)).sort(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
  const cut = own
    .filter(({ id }) => decisions.has(id))
    .sort((a, b) => (decisions.get(a.id) ?? 0) - (decisions.get(b.id) ?? 0))[0];
  const start = cut?.waiting ?? members[0] ?? '';
  let longest: string[] = [];
  let steps = 0;
  const walk = (path: string[]): void => {
    steps += 1;
    if (steps > STEPS || longest.length === members.length) return;
    const here = path[path.length - 1] ?? '';
    for (const next of path.length === 1 && cut ? [cut.for] : after(here)) {
      if (next === start && path.length > longest.length) longest = [...path];
      if (!path.includes(next)) walk([...path, next]);
    }
  };
  walk([start]);
  const ring = longest.length ? longest : [...members];
  return { ring, hanging: members.filter((id) => !ring.includes(id)) };
}

function labelsOf(rings: readonly { ring: readonly string[]; hanging: readonly string[] }[]): Map<string, string> {
  return new Map(
    rings.flatMap(({ ring, hanging }, at) =>
      [...ring, ...hanging].map((node, place) => [node, `${letterOf(at)}${place + 1}`] as const),
    ),
  );
}

/** Agencies beside a problem, each once; beside a station that is an agency, nobody else. */
function marksOf({ involvements, help }: MapFacts) {
  const helps = (agency: string, problem: string) =>
    involvements.some(
      ({ id, agencyId }) =>
        agencyId === agency && help.some((one) => one.involvementId === id && one.problemIds.includes(problem)),
    );
  return {
    at: (problem: string): AgencyMark[] => {
      const here = involvements.filter(({ problemIds }) => problemIds.includes(problem));
      return unique(here.map(({ agencyId }) => agencyId)).map((agencyId) => ({
        agencyId,
        name: here.find((one) => one.agencyId === agencyId)?.agencyName ?? '',
        helps: helps(agencyId, problem),
      }));
    },
  };
}

export type AgencyGroup = 'MUNICIPALITY' | 'NATIONAL' | 'HOUSING' | 'CARE' | 'YOUTH_SAFETY' | 'OTHER';
export const AGENCY_GROUPS: readonly AgencyGroup[] = ['MUNICIPALITY', 'NATIONAL', 'HOUSING', 'CARE', 'YOUTH_SAFETY', 'OTHER'];

/** Where an agency stands in the index; a kind that is not here stands with the others, never nowhere. */
const GROUP_OF: Record<string, AgencyGroup> = {
  ...of(
    'MUNICIPALITY',
    'WIJKTEAM GEM_PARTICIPATIEWET GEM_WMO GEM_JEUGD GEM_SCHULDHULP GEM_BURGERZAKEN GEM_LEERPLICHT GEM_VEILIGHEID',
  ),
  ...of('NATIONAL', 'UWV SVB BELASTINGDIENST DIENST_TOESLAGEN DUO CAK CJIB LBIO IND COA CIZ RVIG LMM'),
  ...of(
    'HOUSING',
    'WONINGCORPORATIE PARTICULIERE_VERHUURDER MAATSCHAPPELIJKE_OPVANG VROUWENOPVANG DEURWAARDER ENERGIELEVERANCIER WATERBEDRIJF',
  ),
  ...of('CARE', 'HUISARTS GGZ VERSLAVINGSZORG WIJKVERPLEGING GEHANDICAPTENZORG ZIEKENHUIS ZORGVERZEKERAAR ZORGKANTOOR GGD'),
  ...of(
    'YOUTH_SAFETY',
    'JEUGDHULPAANBIEDER GECERTIFICEERDE_INSTELLING RAAD_KINDERBESCHERMING VEILIG_THUIS JGZ SCHOOL SAMENWERKINGSVERBAND_PO POLITIE OM RECLASSERING DJI ZORG_EN_VEILIGHEIDSHUIS RECHTBANK',
  ),
};
function of(group: AgencyGroup, types: string): Record<string, AgencyGroup> {
  return Object.fromEntries(types.split(' ').map((type) => [type, group]));
}
export const groupOf = (agencyType: string): AgencyGroup => GROUP_OF[agencyType] ?? 'OTHER';

function agenciesOf({ involvements }: MapFacts, labels: ReadonlyMap<string, string>): MapLayout['agencies'] {
  const entries = unique(involvements.map(({ agencyId }) => agencyId)).map((agencyId) => {
    const own = involvements.filter((one) => one.agencyId === agencyId);
    const problems = unique(own.flatMap(({ problemIds }) => problemIds));
    return {
      group: groupOf(own[0]?.agencyType ?? ''),
      entry: {
        agencyId,
        name: own[0]?.agencyName ?? '',
        problems: problems.length,
        inKnot: problems.some((id) => labels.has(id)) || own.some(({ id }) => labels.has(id)),
      },
    };
  });
  return AGENCY_GROUPS.flatMap((group) => {
    const here = entries.filter((one) => one.group === group).map(({ entry }) => entry);
    return here.length ? [{ group, entries: here }] : [];
  });
}
