import { shortName } from './household.rules';

type Maybe<Thing> = readonly Thing[] | null | undefined;
interface Named {
  members?: Maybe<{ id: string; name: string }>;
  problems?: Maybe<{ id: string; type: string; words: string | null }>;
  involvements: readonly { id: string; agencyName: string | null }[];
  waits?: Maybe<{ id: string; what: string | null }>;
  letters?: Maybe<{ id: string; demand: string | null; involvementId: string | null }>;
  interventions?: Maybe<{ id: string; service: string }>;
  claims?: Maybe<{ id: string; involvementId: string }>;
  plan: {
    goals: readonly { id: string; words: string }[];
    measures: readonly { id: string; result: string }[];
    commitments: readonly { id: string; what: string }[];
    positions: readonly { id: string; involvementId: string }[];
    grounds: readonly { id: string; lawTitle: string | null; article: string | null }[];
    scenarios: readonly { id: string; name: string }[];
    asked: readonly { id: string; personLabel: string | null }[];
  } | null;
}

/** How the things are called that an act can be about, by their ids; what this reader may not see has no name. */
export function thingsOf(
  { members, problems, involvements, waits, letters, interventions, claims, plan }: Named,
  problemType: (key: string) => string,
  serviceType: (key: string) => string,
): ReadonlyMap<string, string> {
  const agencies = new Map(involvements.map(({ id, agencyName }) => [id, shortName(agencyName ?? '')]));
  const agency = (id: string | null) => agencies.get(id ?? '') ?? '';
  const named: (readonly [string, string | null])[] = [
    ...agencies,
    ...(members ?? []).map(({ id, name }) => [id, name] as const),
    ...(problems ?? []).map(({ id, type, words }) => [id, words ?? problemType(type)] as const),
    ...(waits ?? []).map(({ id, what }) => [id, what] as const),
    ...(letters ?? []).map(
      ({ id, demand, involvementId }) => [id, [agency(involvementId), demand].filter(Boolean).join(', ')] as const,
    ),
    ...(interventions ?? []).map(({ id, service }) => [id, serviceType(service)] as const),
    ...(claims ?? []).map(({ id, involvementId }) => [id, agency(involvementId)] as const),
    ...(plan?.goals ?? []).map(({ id, words }) => [id, words] as const),
    ...(plan?.measures ?? []).map(({ id, result }) => [id, result] as const),
    ...(plan?.commitments ?? []).map(({ id, what }) => [id, what] as const),
    ...(plan?.positions ?? []).map(({ id, involvementId }) => [id, agency(involvementId)] as const),
    ...(plan?.grounds ?? []).map(({ id, lawTitle, article }) => [id, [lawTitle, article].filter(Boolean).join(' ')] as const),
    ...(plan?.scenarios ?? []).map(({ id, name }) => [id, name] as const),
    ...(plan?.asked ?? []).map(({ id, personLabel }) => [id, personLabel] as const),
  ];
  return new Map(named.flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
}
