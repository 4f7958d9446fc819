import type { Waiting } from '../data/outbox.rules';
import type { Table } from './acts.rules';
import type { Named } from './match.rules';

/** What this device knows more than the api answered: acts that wait, or that were just sent. */
export type Pending = Pick<Waiting, 'key' | 'act' | 'variables' | 'label'> & { state: Waiting['state'] | 'sent' };
export const inputOf = <Input extends object>({ variables }: Pick<Waiting, 'variables'>): Input => variables['input'] as Input;

/** The things at the table that are known from acts only; what the api answered already is left out. */
export function withPending(table: Table, pending: readonly Pending[]): Table {
  const known = new Set([...table.problems, ...table.involvements].map(({ id }) => id));
  const members = new Set(table.members.map(({ id }) => id));
  const made = { problems: [...table.problems], involvements: [...table.involvements], members: [...table.members] };
  let ownWords = table.ownWords;
  for (const act of pending) {
    const { key: id, label } = act;
    if (act.act === 'addProblem' && !known.has(id)) made.problems.push({ id, label, also: '' } satisfies Named);
    if (act.act === 'addInvolvement' && !known.has(id)) {
      const { agency, problemIds } = inputOf<{ agency: string; problemIds: string[] }>(act);
      made.involvements.push({ id, label, agency, problems: problemIds });
    }
    if (act.act === 'addMember' && !members.has(id)) {
      const { name, role } = inputOf<{ name: string; role: string }>(act);
      // of somebody new the key is also the id of the person
      made.members.push({ id, name, isAdult: role === 'ADULT' });
    }
    if (act.act === 'recordOwnWords' && act.state !== 'sent') ownWords = inputOf<{ words: string }>(act).words;
  }
  return { ...table, ...made, ownWords };
}

/** A code to begin with: the year and four letters that are not misread; it says nothing about who lives there. */
export function proposedCode(year: string, random: (below: number) => number): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ';
  return `${year}-${Array.from({ length: 4 }, () => letters[random(letters.length)]).join('')}`;
}
