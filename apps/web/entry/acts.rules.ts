import type { Taken } from '../data/outbox';
import type { ActName, InputOf } from '../data/outbox.acts';
import { addDays } from './day.rules';
import { letterKindOf, type Channel, type LetterKind, type Line } from './line.rules';
import { leading, matches, type Named } from './match.rules';

export type Certainty = 'CERTAIN' | 'EXPECTED' | 'I_WILL_TRY';

/** What is known at the table: of the household what the api answered and what still waits, and the lists. */
export interface Table {
  household: string;
  version: number;
  /** With what waits; `seenWords` is what the api holds, as far as is known here. */
  ownWords: string | null;
  seenWords: string | null;
  today: string;
  /** The professional who types. */
  me: string;
  members: readonly { id: string; name: string; isAdult: boolean }[];
  neighbourhood: { code: string; year: number } | null;
  types: readonly Named[];
  problems: readonly Named[];
  involvements: readonly (Named & { agency: string; problems: readonly string[] })[];
  /** Agencies of the directory; their kind says under which law they usually act and who usually pays. */
  agencies: readonly (Named & { type: string; law: string | null; payer: string | null })[];
  /** Kinds of agency; one of which no agency is in the directory can be taken as its kind. */
  agencyTypes: readonly (Named & { law: string | null; payer: string | null })[];
  plan: string | null;
  /** A plan begins when somebody can take over. */
  hasDeputy: boolean;
  /** The problem or agency that was taken last: what a wait without its first half is about. */
  last: string | null;
  /** The problem that was taken last. */
  lastProblem: string | null;
}

/** What was chosen beside the line; empty = as the line says it. */
export interface Chosen {
  /** What an agency is that nobody knows yet. */
  agencyType?: string;
  /** Somebody who lives here. */
  role?: 'ADULT' | 'CHILD';
  /** A plan is begun, so that the promise has one. */
  plan?: 'START';
  /** From the suggestions: a type, an agency, an end of a wait. */
  id?: string;
  who?: string;
  /** Of a problem: of whom else. */
  alsoOf?: readonly string[];
  day?: string;
  kind?: LetterKind;
  channel?: Channel;
  holder?: string;
  promiser?: string;
  certainty?: Certainty;
  /** Of an agency: with which problem; NONE = with none. */
  problem?: string;
}

/** What a line still needs; `entry.words.ts` says it. */
export type Missing = 'text' | 'member' | 'agency' | 'kind' | 'plan' | 'end' | 'holder' | 'amount' | 'extra' | 'itself' | 'known';

/** Words that are written down for the household when nothing was said. */
export interface Said {
  first: (what: string) => string;
  demand: Record<LetterKind, string>;
  notAsked: string;
  plan: string;
}

export type Understood = { acts: Taken[]; missing: Missing[] };
const missing = (...what: Missing[]): Understood => ({ acts: [], missing: what });

/** Agencies by name, those of this household first; an agency that is involved is not offered a second time. */
export function agenciesOf({ involvements, agencies }: Table): Named[] {
  const involved = new Set(involvements.map(({ agency }) => agency));
  return [...involvements, ...agencies.filter(({ id }) => !involved.has(id))];
}
/** Kinds of agency of which none is in the directory: what is met in a kitchen and nobody added yet. */
export const newKinds = ({ agencyTypes, agencies }: Table): Named[] =>
  agencyTypes.filter(({ id }) => !agencies.some(({ type }) => type === id));
/** The agencies that fit these words, and where none does the kinds of agency that do. */
export const agenciesFor = (text: string, table: Table, most?: number): Named[] => {
  const known = matches(text, agenciesOf(table), most);
  return known.length ? known : matches(text, newKinds(table), most);
};
/** The same for a line that begins with the name of one; what comes after the name is the rest. */
export const leadingAgency = (text: string, table: Table): { found: Named[]; rest: string } => {
  const known = leading(text, agenciesOf(table));
  return known.found.length ? known : leading(text, newKinds(table));
};
/** What can wait or be waited for. */
export const endsOf = ({ problems, involvements }: Table): Named[] => [...problems, ...involvements];

/** The acts that a line stands for, in their order; or what is still needed. `key` makes ids. */
export function actsOf(line: Line, chosen: Chosen, table: Table, said: Said, key: () => string): Understood {
  const { household, today } = table;
  const act = <Name extends ActName>(name: Name, label: string, input: InputOf<Name>, id = key()) =>
    ({ act: name, key: id, label, household, input }) as Taken<Name> & { key: string };

  const taken = (acts: Taken[]): Understood => ({ acts, missing: [] });
  const notesOf = ({ law, payer }: { law: string | null; payer: string | null }) => ({
    ...(law ? { law } : { lawNote: said.notAsked }),
    ...(payer ? { payer } : { payerNote: said.notAsked }),
  });

  /** The involvement of an agency: one that is here is linked to the problems, another is added, and one that nobody knows joins the directory. */
  const involvement = (found: Named, problemIds: string[] = []): { id: string; acts: Taken[] } => {
    const here = table.involvements.find(({ id }) => id === found.id);
    if (here) {
      const links = problemIds.filter((id) => !here.problems.includes(id));
      return {
        id: here.id,
        acts: links.map((problem) => act('linkProblem', here.label, { involvement: here.id, problem, linked: true })),
      };
    }
    const known = table.agencies.find(({ id }) => id === found.id);
    const kind = table.agencyTypes.find(({ id }) => id === (chosen.agencyType ?? found.id));
    const joins = known ? null : act('addAgency', found.label, { type: kind?.id ?? '', name: found.label });
    const input = {
      household,
      agency: known?.id ?? joins?.key ?? '',
      fromOn: today,
      problemIds,
      ...notesOf(known ?? kind ?? { law: null, payer: null }),
    };
    const added = act('addInvolvement', found.label, input);
    return { id: added.key, acts: joins ? [joins, added] : [added] };
  };
  const namedBy = (id?: string) => [...agenciesOf(table), ...newKinds(table)].find((one) => one.id === id);
  /** Who is named after `@`, and the words after that name. */
  const withRest = (text: string | null): { agency: Named | undefined; rest: string } => {
    const { found, rest } = leadingAgency(text ?? '', table);
    return { agency: found[0], rest: found[0] ? rest : '' };
  };
  /** What takes the place of the own words: what was said before, and this. */
  const ownWords = (text: string): Taken => {
    const words = [table.ownWords, text].filter(Boolean).join('\n');
    return {
      ...act('recordOwnWords', `“${text}”`, { household, words, seen: table.version }),
      was: table.seenWords ?? '',
    };
  };

  switch (line.sign) {
    case 'words': {
      if (!line.text) return missing('text');
      return taken([ownWords(line.text)]);
    }
    case 'person': {
      if (!line.text) return missing('text');
      const role = chosen.role ?? (line.isChild ? 'CHILD' : 'ADULT');
      return taken([act('addMember', line.text, { household, name: line.text, role, fromOn: today })]);
    }
    case 'problem': {
      const type = table.types.find(({ id }) => id === chosen.id) ?? matches(line.text, table.types, 1)[0];
      const adults = table.members.filter(({ isAdult }) => isAdult);
      const who = chosen.who
        ? [...new Set([chosen.who, ...(chosen.alsoOf ?? [])])]
        : (adults.length ? adults : table.members).map(({ id }) => id);
      const { agency, rest } = withRest(line.agency);
      const words = [line.words, rest].filter(Boolean).join(' ');
      const lacks: Missing[] = [];
      if (!line.text) lacks.push('text');
      if (type && who.length === 0) lacks.push('member');
      if (line.agency && !agency) lacks.push('agency');
      if (lacks.length) return missing(...lacks);
      // what is in no list is not forced into one: it stays what was said
      if (!type)
        return taken([...(agency ? involvement(agency).acts : []), ownWords([line.text, words].filter(Boolean).join(': '))]);
      const since = chosen.day ?? line.day;
      const problem = act('addProblem', type.label, {
        household,
        type: type.id,
        personIds: who,
        ...(words ? { words } : {}),
        ...(since ? { sinceOn: since } : {}),
      });
      return taken([problem, ...(agency ? involvement(agency, [problem.key]).acts : [])]);
    }
    case 'agency': {
      if (!line.text) return missing('text');
      const about = chosen.problem ?? table.lastProblem;
      const problemIds = about && about !== 'NONE' ? [about] : [];
      const own = chosen.agencyType ? { id: '', label: line.text } : undefined;
      const agency = own ?? namedBy(chosen.id) ?? agenciesFor(line.text, table, 1)[0];
      if (!agency) return missing('kind');
      const { acts } = involvement(agency, problemIds);
      return acts.length ? taken(acts) : missing('known');
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
      return taken([...held.acts, act('addWait', `${first.label} > ${second.label}`, input)]);
    }
    case 'contact': {
      const chosenAgency = namedBy(chosen.id);
      const { found, rest } = leadingAgency(line.text, table);
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
      return taken([...with_.acts, act('recordContact', agency.label, input)]);
    }
    case 'letter': {
      const chosenAgency = namedBy(chosen.id);
      const { found, rest } = leadingAgency(line.text, table);
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
      return taken([...from.acts, act('recordLetter', `${agency.label}: ${rest || said.demand[kind]}`, input)]);
    }
    case 'promise': {
      if (!line.text) return missing('text');
      const { agency, rest } = withRest(line.agency);
      if (line.agency && !agency) return missing('agency');
      const what = [line.text, rest].filter(Boolean).join(' ');
      const chosenInvolvement = table.involvements.find(({ id }) => id === chosen.promiser);
      const member = table.members.find(({ id }) => id === chosen.promiser);
      const by = chosenInvolvement ?? agency;
      const begun = table.plan || chosen.plan !== 'START' ? null : act('startPlan', said.plan, { household });
      const plan = table.plan ?? begun?.key;
      if (!plan) return missing('plan');
      const from = by ? involvement(by) : null;
      const input = {
        plan,
        what,
        dueOn: chosen.day ?? line.day ?? addDays(today, 7),
        certainty: chosen.certainty ?? 'CERTAIN',
        ...(from ? { involvement: from.id } : member ? { person: member.id } : { professional: table.me }),
      };
      return taken([...(begun ? [begun] : []), ...(from?.acts ?? []), act('addCommitment', what, input)]);
    }
  }
}

/** Who can lift a wait: the agency that is named, else the one that is waited for, else one that works on it. */
function holderOf(line: Line, table: Table, ends: readonly string[]): Named | undefined {
  if (line.agency) return leadingAgency(line.agency, table).found[0];
  for (const end of ends) {
    const own = table.involvements.find(({ id }) => id === end);
    const works = own ?? table.involvements.find(({ problems }) => problems.includes(end));
    if (works) return works;
  }
  return undefined;
}
