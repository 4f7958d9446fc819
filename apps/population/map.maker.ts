import type { DirectoryReference } from '@doorbraak/directory';
import type { HouseholdReference, LegalBasis, ProblemType } from '@doorbraak/household';
import { addDays, type LocalDate } from '@doorbraak/kernel';
import type { CaseFile, CaseSharing } from '../demo/case.file';
import { type Course, TODAY } from './course.rules';
import type { Dice } from './dice';
import { COME_IN_FOR, fictional, NAMES } from './fillers';
import { interventionsOf, papersOf } from './help.maker';
import { type Library, MEMBERS } from './library';
import type { Money } from './money';

/** What is thrown for stands in the order of its keys: a database and a file hold it in others. */
export type Lists = {
  household: HouseholdReference;
  directory: DirectoryReference;
  problemTypes: readonly ProblemType[];
  legalBases: readonly LegalBasis[];
  money: Money;
  library: Library;
};
export type Found = Pick<
  CaseFile,
  'problems' | 'involvements' | 'waits' | 'interventions' | 'letters' | 'debtClaims' | 'evidence' | 'indications'
> & {
  members: CaseFile['household']['members'];
  /** of the library, whose problems and agencies are all here; none as long as there is no plan */
  measures: Library['measures'];
  /** how much more or less than the household of the library this one costs */
  scale: number;
};

/** A household as it is found: who lives there, what is the matter, who is involved, who waits for whom. */
export function findHousehold(lists: Lists, course: Course, dice: Dice): Found {
  const members = membersOf(course, dice);
  const here = new Set(members.map(({ key }) => key));
  const library = ofMembers(lists.library, here);
  const measures = measuresOf(library, course, dice);
  const chosen = problemsOf(library, measures, course, dice);
  const target = targetOf(course, dice);
  const shifted = (day: LocalDate) => addDays(day, daysBetween(library.mappedOn, course.mappedOn));
  const problems: Found['problems'] = library.problems
    .filter(({ key }) => chosen.has(key))
    .map(({ title, since, causedBy = [], ...one }) => ({
      ...one,
      title: fictional(title.nl),
      since: since && shifted(since),
      causedBy: causedBy.filter((cause) => chosen.has(cause)),
    }));
  const involvements: Found['involvements'] = library.involvements
    .map((one) => ({ ...one, problems: one.problems.filter((key) => chosen.has(key)) }))
    .filter(({ key, problems }) => problems.length > 0 || measures.some(({ agency }) => agency === key))
    .map(({ from, sharing, ...one }) => ({
      ...one,
      from: shifted(from),
      to: null,
      sharing: sharing && lasting(sharing, course.mappedOn, here),
    }));
  fill({ problems, involvements }, lists, { members, course, target }, dice);
  const scale = Math.min(4, Math.max(0.15, (course.heavy ? 0.93 : 0.5) * dice.tail(0.5)));
  const waits = [...waitsOf(library, problems, involvements, shifted), ...moreWaits(problems, involvements, course, dice)];
  const kept = measures.map((measure) => ({
    ...measure,
    lifts: measure.lifts.filter((lift) => waits.some(({ key }) => key === lift)),
  }));
  const interventions = interventionsOf(lists, { problems, involvements, course, scale, shifted }, dice);
  return {
    members,
    problems,
    involvements,
    waits,
    interventions,
    measures: course.stage === 'MAPPED' ? [] : kept,
    scale,
    ...papersOf(library, involvements, problems, course, dice),
  };
}

const daysBetween = (from: LocalDate, to: LocalDate) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function membersOf({ heavy }: Course, dice: Dice): Found['members'] {
  const [, father, son, daughter] = MEMBERS;
  const others = [father, son, daughter].filter(() => dice.chance(heavy ? 0.75 : 0.4));
  const names = dice.some(NAMES, others.length + 1);
  return [MEMBERS[0], ...others].map(({ key, role }, n) => ({ key, role, label: fictional(names[n]!) }));
}

/** What can be of a household of these people: nobody has the problem of somebody else. */
function ofMembers(library: Library, here: ReadonlySet<string>): Library {
  const problems = library.problems
    .map((one) => ({ ...one, persons: one.persons.filter((person) => here.has(person)) }))
    .filter(({ persons }) => persons.length > 0);
  const known = new Set(problems.map(({ key }) => key));
  const measures = library.measures.filter(({ addresses }) => addresses.every((key) => known.has(key)));
  return { ...library, problems, measures };
}

/** What a plan of this household would do; one of it at least departs from the usual. Who is only mapped gets there some day. */
function measuresOf({ measures }: Library, { heavy }: Course, dice: Dice): Library['measures'] {
  const wanted = heavy ? dice.whole(5, 11) : dice.whole(1, 2);
  const first = dice.pick(measures.filter(({ deviationKind }) => deviationKind !== undefined));
  const others = dice.some(
    measures.filter((one) => one !== first),
    wanted - 1,
  );
  return measures.filter((one) => one === first || others.includes(one));
}

/** What the measures are for, both ends of the waits that they lift, the knot around the home where it stands, and some of the rest. */
function problemsOf(library: Library, measures: Library['measures'], { heavy, stage }: Course, dice: Dice): Set<string> {
  const known = new Set(library.problems.map(({ key }) => key));
  const ends = (lifts: string[]) =>
    library.waits.filter(({ key }) => lifts.includes(key)).flatMap((wait) => [wait.waiting, wait.for]);
  const needed = measures.flatMap(({ addresses, lifts }) => [...addresses, ...ends(lifts)]);
  const knot = heavy && (stage === 'MAPPED' || dice.chance(0.6)) ? library.waits.flatMap((wait) => [wait.waiting, wait.for]) : [];
  const addressed = new Set(library.measures.flatMap(({ addresses }) => addresses));
  const loose = library.problems
    .filter(({ key }) => !addressed.has(key) && dice.chance(heavy ? 0.7 : 0.12))
    .map(({ key }) => key);
  return new Set([...needed, ...knot, ...loose].filter((key) => known.has(key)));
}

/** How many problems and agencies: 25 and some more, now and then eight or forty-five; the others a few. */
function targetOf({ heavy }: Course, dice: Dice): number {
  if (!heavy) return dice.whole(3, 12);
  const share = dice.throw();
  return share < 0.08 ? dice.whole(8, 24) : share < 0.88 ? dice.whole(25, 31) : dice.whole(32, 45);
}

/** For twice a year from when the household was mapped; consent was given on that day. */
const lasting = (sharing: CaseSharing, from: LocalDate, here: ReadonlySet<string>): CaseSharing => {
  const { consent } = sharing;
  const to = addDays(TODAY, 365);
  return {
    ...sharing,
    from,
    to,
    ...(consent ? { consent: { ...consent, on: from, by: here.has(consent.by) ? consent.by : 'mother' } } : {}),
  };
};

type Filling = { members: Found['members']; course: Course; target: number };

/** Problems of other kinds and agencies of other types, until there are as many of both as there should be. */
function fill(
  { problems, involvements }: Pick<Found, 'problems' | 'involvements'>,
  lists: Lists,
  { members, course, target }: Filling,
  dice: Dice,
): void {
  const hasChild = members.some(({ role }) => role === 'CHILD');
  const usedTypes = new Set(problems.map(({ type }) => type));
  const types = dice.some(
    lists.problemTypes.filter(
      ({ key, domain, validTo }) => validTo === null && !usedTypes.has(key) && (hasChild || domain !== 'PARENTING_CHILD'),
    ),
    Math.max(0, target - problems.length),
  );
  const fillers = types.map((type) => ({ problem: fillerOf(type, members, course, dice), domain: type.domain }));
  problems.push(...fillers.map(({ problem }) => problem));
  const free = new Map<string, string[]>();
  for (const { problem, domain } of fillers)
    for (const type of COME_IN_FOR[domain] ?? [])
      if (!involvements.some(({ key }) => key === type)) free.set(type, [...(free.get(type) ?? []), problem.key]);
  for (const type of dice.some([...free.keys()], Math.max(0, target - involvements.length)))
    involvements.push(
      agencyFor(
        type,
        free.get(type)!,
        fillers.map(({ domain }) => domain),
        lists,
        course,
        dice,
      ),
    );
}

function fillerOf(type: ProblemType, members: Found['members'], { mappedOn }: Course, dice: Dice): Found['problems'][number] {
  const children = members.filter(({ role }) => role === 'CHILD');
  const persons = dice.some(type.domain === 'PARENTING_CHILD' ? children : members, dice.whole(1, 2)).map(({ key }) => key);
  return {
    key: `f-${type.key}`,
    type: type.key,
    title: fictional(type.name.nl),
    persons,
    since: dice.chance(0.8) ? addDays(mappedOn, -dice.whole(20, 1800)) : null,
    status: 'OPEN',
  };
}

function agencyFor(
  type: string,
  problems: string[],
  domains: string[],
  { directory, legalBases }: Lists,
  { mappedOn }: Course,
  dice: Dice,
): Found['involvements'][number] {
  const { name, defaultLaw, defaultPayer } = directory.agencyType(type)!;
  const basis = legalBases.find(
    (one) =>
      one.recipients?.includes(type) &&
      !one.needsConsent &&
      one.validFrom !== null &&
      one.domains.some((domain) => domains.includes(domain)),
  );
  return {
    ...{
      key: type,
      agency: type,
      label: fictional(name.nl),
      law: defaultLaw,
      payer: defaultPayer,
      problems: problems.slice(0, 3),
    },
    ...(defaultLaw ? {} : { lawNote: 'geen wet uit de lijst' }),
    ...(defaultPayer ? {} : { payerNote: 'algemene middelen' }),
    from: addDays(mappedOn, -dice.whole(30, 1500)),
    to: null,
    sharing: basis && dice.chance(0.7) ? shareUnder(basis, domains, mappedOn) : null,
  };
}

const shareUnder = (basis: LegalBasis, domains: string[], from: LocalDate): CaseSharing => ({
  ...{ basis: basis.key, purpose: basis.purposes[0]!, from, to: addDays(TODAY, 365) },
  domains: basis.domains.filter((domain) => domains.includes(domain)),
});

function waitsOf(
  library: Library,
  problems: Found['problems'],
  involvements: Found['involvements'],
  shifted: (day: LocalDate) => LocalDate,
): Found['waits'] {
  const known = new Set([...problems, ...involvements].map(({ key }) => key));
  return library.waits
    .filter((wait) => [wait.waiting, wait.for, wait.holder].every((key) => known.has(key)))
    .map((wait) => ({ ...wait, since: wait.since && shifted(wait.since) }));
}

/** Agencies of the fill wait for each other too; now and then that is a circle of its own. */
function moreWaits(
  problems: Found['problems'],
  involvements: Found['involvements'],
  { heavy, mappedOn }: Course,
  dice: Dice,
): Found['waits'] {
  const fillers = problems.filter(({ key }) => key.startsWith('f-'));
  const holderOf = (problem: string) => involvements.find((one) => one.problems.includes(problem));
  const held = fillers.filter(({ key }) => holderOf(key));
  const count = heavy ? dice.whole(0, 3) : dice.whole(0, 1);
  return dice.some(held, count).flatMap(({ key, title }, n) => {
    const first = dice.pick(problems.filter((one) => one.key !== key));
    const wait = (waiting: string, on: string, back: string): Found['waits'][number] => ({
      ...{
        key: `f${n}${back}`,
        waiting,
        for: on,
        holder: (holderOf(waiting) ?? holderOf(key))!.key,
        provision: null,
        liftable: true,
      },
      what: { nl: `pas als dit geregeld is: ${title.nl}`, en: `only when this is settled: ${title.en}` },
      since: addDays(mappedOn, -dice.whole(10, 200)),
    });
    return [wait(key, first.key, ''), ...(dice.chance(0.5) ? [wait(first.key, key, '-back')] : [])];
  });
}
