/** What somebody looks at in the list of households: it is the address, so that it can be sent, saved and come back to. */
export interface View {
  search: string;
  quick: Quick;
  sort: Sort;
  relation: Relation | null;
  stage: Stage | null;
  closed: boolean;
}
export const QUICKS = ['ALL', 'WAITING', 'CIRCLE', 'LATE', 'SILENT'] as const;
export const SORTS = ['CODE', 'LAST_CONTACT', 'PROBLEMS', 'STAGE'] as const;
export const RELATIONS = ['LEAD', 'DEPUTY', 'COORDINATOR', 'DECIDER', 'ADVISER'] as const;
export const STAGES = [
  'SELECTED',
  'MAPPED',
  'PERSPECTIVE_SET',
  'OPTIONS_COMPARED',
  'JUSTIFIED',
  'DECIDED',
  'EXECUTING',
  'VERIFIED',
  'LEARNED',
  'STOPPED',
] as const;
export type Quick = (typeof QUICKS)[number];
export type Sort = (typeof SORTS)[number];
export type Relation = (typeof RELATIONS)[number];
export type Stage = (typeof STAGES)[number];

/** Addresses are Dutch: people read them. */
const WORDS: Record<string, string> = {
  WAITING: 'wacht',
  CIRCLE: 'kring',
  LATE: 'laat',
  SILENT: 'stil',
  LAST_CONTACT: 'contact',
  PROBLEMS: 'problemen',
  STAGE: 'stap',
  LEAD: 'regisseur',
  DEPUTY: 'vervanger',
  COORDINATOR: 'team',
  DECIDER: 'besluit',
  ADVISER: 'advies',
  SELECTED: 'begin',
  MAPPED: 'kaart',
  PERSPECTIVE_SET: 'wens',
  OPTIONS_COMPARED: 'gevolgen',
  JUSTIFIED: 'wet',
  DECIDED: 'besloten',
  EXECUTING: 'uitvoeren',
  VERIFIED: 'nagekeken',
  LEARNED: 'geleerd',
  STOPPED: 'gestopt',
};
const one = <Key extends string>(keys: readonly Key[], word: string | null): Key | null =>
  keys.find((key) => word !== null && WORDS[key] === word) ?? null;

/** The view of an address; what it does not know it leaves out, so that an old address still opens. */
export function viewOf(params: URLSearchParams): View {
  return {
    search: params.get('zoek') ?? '',
    quick: one(QUICKS, params.get('filter')) ?? 'ALL',
    sort: one(SORTS, params.get('volgorde')) ?? 'CODE',
    relation: one(RELATIONS, params.get('ik')),
    stage: one(STAGES, params.get('stap')),
    closed: params.get('dicht') === 'ja',
  };
}

/** The address of a view; what is as usual is not in it. The same view gives the same address. */
export function addressOf({ search, quick, sort, relation, stage, closed }: View): string {
  const params = new URLSearchParams();
  if (search.trim()) params.set('zoek', search.trim());
  if (quick !== 'ALL') params.set('filter', WORDS[quick] ?? '');
  if (sort !== 'CODE') params.set('volgorde', WORDS[sort] ?? '');
  if (relation) params.set('ik', WORDS[relation] ?? '');
  if (stage) params.set('stap', WORDS[stage] ?? '');
  if (closed) params.set('dicht', 'ja');
  const query = params.toString();
  return query ? `/?${query}` : '/';
}
export const isUsual = (view: View): boolean => addressOf(view) === '/';
