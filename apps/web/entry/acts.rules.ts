import type { Taken } from '../data/outbox';
import { addDays } from './day.rules';
import { letterKindOf, type Channel, type LetterKind, type Line } from './line.rules';
import { leading, matches, type Named } from './match.rules';

export type Certainty = 'CERTAIN' | 'EXPECTED' | 'I_WILL_TRY';

/** What is known at the table: of the household what the api answered and what still waits, and the lists. */
export interface Table {
  household: string;
  version: number;
  ownWords: string | null;
  today: string;
  /** The professional who types. */
  me: string;
  members: readonly { id: string; name: string; isAdult: boolean }[];
  types: readonly Named[];
  problems: readonly Named[];
  involvements: readonly (Named & { agency: string; problems: readonly string[] })[];
  /** Agencies of the directory; their kind says under which law they usually act and who usually pays. */
  agencies: readonly (Named & { law: string | null; payer: string | null })[];
  plan: string | null;
  /** The problem or agency that was taken last: what a wait without its first half is about. */
  last: string | null;
  /** The problem that was taken last. */
  lastProblem: string | null;
}

/** What was chosen beside the line; empty = as the line says it. */
export interface Chosen {
  /** From the suggestions: a type, an agency, an end of a wait. */
  id?: string;
  who?: string;
  day?: string;
  kind?: LetterKind;
  channel?: Channel;
  holder?: string;
  promiser?: string;
  certainty?: Certainty;
  problem?: string;
}

/** What a line still needs; `entry.words.ts` says it. */
export type Missing = 'text' | 'type' | 'member' | 'agency' | 'plan' | 'end' | 'holder' | 'amount' | 'extra' | 'itself' | 'known';

/** Words that are written down for the household when nothing was said. */
export interface Said {
  first: (what: string) => string;
  demand: Record<LetterKind, string>;
  notAsked: string;
}

export type Understood = { acts: Taken[]; missing: Missing[] };
const missing = (...what: Missing[]): Understood => ({ acts: [], missing: what });

/** Agencies by name, those of this household first; an agency that is involved is not offered a second time. */
export function agenciesOf({ involvements, agencies }: Table): Named[] {
  const involved = new Set(involvements.map(({ agency }) => agency));
  return [...involvements, ...agencies.filter(({ id }) => !involved.has(id))];
}
/** What can wait or be waited for. */
export const endsOf = ({ problems, involvements }: Table): Named[] => [...problems, ...involvements];

/** The acts that a line stands for, in their order; or what is still needed. `key` makes ids. */
export function actsOf(line: Line, chosen: Chosen, table: Table, said: Said, key: () => string): Understood {
  const { household, today } = table;
  const act = (name: string, label: string, input: Record<string, unknown>, id = key()): Taken => ({
    act: name,
    key: id,
    label,
    household,
    variables: { input },
  });

  /** The involvement of an agency; somebody new is added first. */
  const involvement = (found: Named, problemIds: string[] = []): { id: string; acts: Taken[] } => {
    if (table.involvements.some(({ id }) => id === found.id)) return { id: found.id, acts: [] };
    const agency = table.agencies.find(({ id }) => id === found.id);
    const { law = null, payer = null } = agency ?? {};
    const id = key();
    const notes = { ...(law ? { law } : { lawNote: said.notAsked }), ...(payer ? { payer } : { payerNote: said.notAsked }) };
    return {
      id,
      acts: [act('addInvolvement', found.label, { household, agency: found.id, fromOn: today, problemIds, ...notes }, id)],
    };
  };
  /** Who is named after `@`, and the words after that name. */
  const withRest = (text: string | null): { agency: Named | undefined; rest: string } => {
    const { found, rest } = leading(text ?? '', agenciesOf(table));
    return { agency: found[0], rest: found[0] ? rest : '' };
  };

  switch (line.sign) {
    case 'words': {
      if (!line.text) return missing('text');
      const words = [table.ownWords, line.text].filter(Boolean).join('\n');
      return { acts: [act('recordOwnWords', `“${line.text}”`, { household, words, seen: table.version })], missing: [] };
    }
    case 'problem': {
      const type = table.types.find(({ id }) => id === chosen.id) ?? matches(line.text, table.types, 1)[0];
      const adults = table.members.filter(({ isAdult }) => isAdult);
      const who = chosen.who ? [chosen.who] : (adults.length ? adults : table.members).map(({ id }) => id);
      const { agency, rest } = withRest(line.agency);
      const words = [line.words, rest].filter(Boolean).join(' ');
      const lacks: Missing[] = [];
      if (!line.text) lacks.push('text');
      else if (!type) lacks.push('type');
      if (who.length === 0) lacks.push('member');
      if (line.agency && !agency) lacks.push('agency');
      if (!type || lacks.length) return missing(...lacks);
      const since = chosen.day ?? line.day;
      const problem = act('addProblem', type.label, {
        household,
        type: type.id,
        personIds: who,
        ...(words ? { words } : {}),
        ...(since ? { sinceOn: since } : {}),
      });
      return { acts: [problem, ...(agency ? involvement(agency, [problem.key ?? '']).acts : [])], missing: [] };
    }
    case 'agency': {
      const agency = agenciesOf(table).find(({ id }) => id === chosen.id) ?? matches(line.text, agenciesOf(table), 1)[0];
      if (!line.text) return missing('text');
      if (!agency) return missing('agency');
      if (table.involvements.some(({ id }) => id === agency.id)) return missing('known');
      const about = chosen.problem ?? table.lastProblem;
      return { acts: involvement(agency, about ? [about] : []).acts, missing: [] };
    }
    case 'wait': {
      const ends = endsOf(table);
      const first = line.waiting === null ? ends.find(({ id }) => id === table.last) : matches(line.waiting, ends, 1)[0];
      const second = ends.find(({ id }) => id === chosen.id) ?? (line.text ? matches(line.text, ends, 1)[0] : undefined);
      if (!line.text) return missing('text');
      if (!first || !second) return missing('end');
      if (first.id === second.id) return missing('itself');
      const holder = table.involvements.find(({ id }) => id === chosen.holder) ?? holderOf(line, table, [second.id, first.id]);
      if (!holder) return missing('holder');
      const held = involvement(holder);
      const input = {
        household,
        waiting: first.id,
        for: second.id,
        holder: held.id,
        liftable: true,
        what: said.first(second.label),
      };
      return { acts: [...held.acts, act('addWait', `${first.label} > ${second.label}`, input)], missing: [] };
    }
    case 'contact': {
      const chosenAgency = agenciesOf(table).find(({ id }) => id === chosen.id);
      const { found, rest } = leading(line.text, agenciesOf(table));
      const agency = chosenAgency ?? found[0];
      if (!line.text) return missing('text');
      if (!agency) return missing('agency');
      const problem = rest ? matches(rest, table.problems, 1)[0] : undefined;
      if (rest && !problem) return missing('extra');
      const with_ = involvement(agency);
      const input = {
        household,
        involvement: with_.id,
        channel: chosen.channel ?? line.channel ?? 'PHONE',
        dayOn: chosen.day ?? line.day ?? today,
        ...(line.minutes ? { minutes: line.minutes } : {}),
        ...(problem ? { problem: problem.id } : {}),
      };
      return { acts: [...with_.acts, act('recordContact', agency.label, input)], missing: [] };
    }
    case 'letter': {
      const chosenAgency = agenciesOf(table).find(({ id }) => id === chosen.id);
      const { found, rest } = leading(line.text, agenciesOf(table));
      const agency = chosenAgency ?? found[0];
      const kind = line.amountCents !== null ? 'PAY' : (chosen.kind ?? letterKindOf(line));
      if (!line.text) return missing('text');
      if (!agency) return missing('agency');
      if (kind === 'PAY' && line.amountCents === null) return missing('amount');
      const from = involvement(agency);
      const due = chosen.day ?? line.day;
      const input = {
        household,
        involvement: from.id,
        kind,
        demand: rest || said.demand[kind],
        receivedOn: today,
        ...(line.amountCents === null ? {} : { amountCents: line.amountCents }),
        ...(due ? { dueOn: due } : {}),
      };
      return { acts: [...from.acts, act('recordLetter', `${agency.label}: ${rest || said.demand[kind]}`, input)], missing: [] };
    }
    case 'promise': {
      if (!line.text) return missing('text');
      if (!table.plan) return missing('plan');
      const { agency, rest } = withRest(line.agency);
      if (line.agency && !agency) return missing('agency');
      const what = [line.text, rest].filter(Boolean).join(' ');
      const chosenInvolvement = table.involvements.find(({ id }) => id === chosen.promiser);
      const member = table.members.find(({ id }) => id === chosen.promiser);
      const by = chosenInvolvement ?? agency;
      const from = by ? involvement(by) : null;
      const input = {
        plan: table.plan,
        what,
        dueOn: chosen.day ?? line.day ?? addDays(today, 7),
        certainty: chosen.certainty ?? 'CERTAIN',
        ...(from ? { involvement: from.id } : member ? { person: member.id } : { professional: table.me }),
      };
      return { acts: [...(from?.acts ?? []), act('addCommitment', what, input)], missing: [] };
    }
  }
}

/** Who can lift a wait: the agency that is named, else the one that is waited for, else one that works on it. */
function holderOf(line: Line, table: Table, ends: readonly string[]): Named | undefined {
  if (line.agency) return leading(line.agency, agenciesOf(table)).found[0];
  for (const end of ends) {
    const own = table.involvements.find(({ id }) => id === end);
    const works = own ?? table.involvements.find(({ problems }) => problems.includes(end));
    if (works) return works;
  }
  return undefined;
}
