import type { Lists } from '../data/lists';
import { nameIn } from '../data/lists';
import type { ActName, InputOf } from '../data/outbox.acts';
import type { Waiting } from '../data/outbox.rules';
import type { Language } from '../words/words';
import type { Table } from './acts.rules';
import type { Directory } from './directory';
import { stands, type Home } from './kitchen.question';

/** What this device knows more than the api answered: acts that wait, or that were just sent. */
export type Pending = Pick<Waiting, 'key' | 'act' | 'variables' | 'label'> & { state: Waiting['state'] | 'sent' };
/** What an act takes that is known by its name. */
export const inputOf = <Name extends ActName>({ variables }: Pick<Waiting, 'variables'>) => variables['input'] as InputOf<Name>;

/** What the api answered, as the line needs it. */
export function tableOf(
  household: string,
  home: Home | null,
  me: { person: string; today: string },
  lists: Lists | undefined,
  directory: Directory | undefined,
  language: Language,
): Table {
  const isHere = (one: { withdrawnOn: string | null; toOn: string | null }) => stands(one) && (one.toOn ?? me.today) >= me.today;
  const { neighbourhoodCode: code = null, neighbourhoodYear: year = null } = home ?? {};
  return {
    household,
    version: home?.version ?? 1,
    ownWords: home?.ownWords ?? null,
    seenWords: home?.ownWords ?? null,
    today: me.today,
    me: me.person,
    members: (home?.members ?? [])
      .filter(isHere)
      .map(({ personId, name, role }) => ({ id: personId, name, isAdult: role === 'ADULT' })),
    neighbourhood: code && year ? { code, year } : null,
    types: (lists?.problemTypes ?? [])
      .filter(({ validTo }) => !validTo || validTo >= me.today)
      .map(({ key, name, domain }) => ({
        id: key,
        label: name[language],
        also: `${nameIn(lists?.lifeDomains, domain, language)} ${name[language === 'nl' ? 'en' : 'nl']}`,
      })),
    problems: (home?.problems ?? [])
      .filter((one) => stands(one) && one.status !== 'RESOLVED')
      .map(({ id, type, words }) => ({ id, label: nameIn(lists?.problemTypes, type, language), also: words ?? '' })),
    involvements: (home?.involvements ?? []).filter(isHere).map(({ id, agencyId, agencyName, problemIds }) => ({
      id,
      label: agencyName,
      agency: agencyId,
      problems: problemIds ?? [],
    })),
    agencies: (directory?.agencies ?? []).map(({ id, name, type }) => {
      const kind = directory?.agencyTypes.find(({ key }) => key === type);
      const also = nameIn(lists?.agencyTypes, type, language);
      return { id, label: name, also, type, law: kind?.defaultLaw ?? null, payer: kind?.defaultPayer ?? null };
    }),
    agencyTypes: (directory?.agencyTypes ?? []).map(({ key, defaultLaw, defaultPayer }) => ({
      id: key,
      label: nameIn(lists?.agencyTypes, key, language),
      law: defaultLaw,
      payer: defaultPayer,
    })),
    hasDeputy: (home?.deputy ?? null) !== null,
    plan: home?.plan && home.plan.status !== 'STOPPED' ? home.plan.id : null,
    last: null,
    lastProblem: null,
  };
}

/** The things at the table that are known from acts only; what the api answered already is left out. */
export function withPending(table: Table, pending: readonly Pending[]): Table {
  const known = new Set([...table.problems, ...table.involvements, ...table.members, ...table.agencies].map(({ id }) => id));
  const made = {
    problems: [...table.problems],
    involvements: [...table.involvements],
    members: [...table.members],
    agencies: [...table.agencies],
  };
  let { ownWords, seenWords, neighbourhood, plan } = table;
  for (const act of pending) {
    const { key: id, label } = act;
    if (act.act === 'addProblem' && !known.has(id)) made.problems.push({ id, label, also: '' });
    if (act.act === 'addAgency' && !known.has(id)) {
      const { type, name } = inputOf<'addAgency'>(act);
      const { law = null, payer = null } = table.agencyTypes.find((one) => one.id === type) ?? {};
      made.agencies.push({ id, label: name, type, law, payer });
    }
    if (act.act === 'addInvolvement' && !known.has(id)) {
      const { agency, problemIds } = inputOf<'addInvolvement'>(act);
      made.involvements.push({ id, label, agency, problems: problemIds ?? [] });
    }
    if (act.act === 'linkProblem') {
      const { involvement, problem, linked } = inputOf<'linkProblem'>(act);
      made.involvements = made.involvements.map((one) => {
        const others = one.problems.filter((other) => other !== problem);
        return one.id === involvement ? { ...one, problems: linked ? [...others, problem] : others } : one;
      });
    }
    if (act.act === 'addMember' && !known.has(id)) {
      const { name, role } = inputOf<'addMember'>(act);
      // of somebody new the key is also the id of the person
      made.members.push({ id, name: name ?? label, isAdult: role === 'ADULT' });
    }
    if (act.act === 'startPlan') plan ??= id;
    if (act.act === 'recordOwnWords') {
      ownWords = inputOf<'recordOwnWords'>(act).words ?? null;
      if (act.state === 'sent') seenWords = ownWords;
    }
    if (act.act === 'setNeighbourhood') {
      const { neighbourhoodCode: code, neighbourhoodYear: year } = inputOf<'setNeighbourhood'>(act);
      neighbourhood = { code, year };
    }
  }
  return { ...table, ...made, ownWords, seenWords, neighbourhood, plan };
}

/** What was taken last of what can wait or work on something. */
export function withLast(table: Table, taken: readonly { act: string; key?: string }[]): Table {
  const isHere = (id: string) => [...table.problems, ...table.involvements].some((one) => one.id === id);
  const lastOf = (...names: string[]) =>
    [...taken].reverse().find(({ act, key }) => names.includes(act) && key && isHere(key))?.key ?? null;
  return { ...table, last: lastOf('addProblem', 'addInvolvement'), lastProblem: lastOf('addProblem') };
}

/** A code to begin with: the year and four letters that are not misread; it says nothing about who lives there. */
export function proposedCode(year: string, random: (below: number) => number): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ';
  return `${year}-${Array.from({ length: 4 }, () => letters[random(letters.length)]).join('')}`;
}
