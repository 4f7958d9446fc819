import { newId, type Id, type LocalDate } from '@doorbraak/kernel';
import { act, type Ask, type Room } from './ask';
import { caseFile, type CaseFile, type CaseName } from './case.file';
import { agencyId, demoId, inCase } from './people';

/** The files name some ways of agreeing more narrowly than the product does. */
const HOW: Record<string, string> = { PAPER: 'IN_WRITING', ALOUD_WITH_INTERPRETER: 'ALOUD', IN_APP: 'ON_SCREEN' };
export const howOf = (how: string): string => HOW[how] ?? how;

/** What people enter one after the other has ids that rise, and where all else is equal the product goes by ids. */
const IN_ORDER: Record<string, (file: CaseFile) => { key: string }[]> = {
  problem: (file) => file.problems,
  involvement: (file) => file.involvements,
  wait: (file) => file.waits,
  measure: (file) => file.plan.measures,
  ground: (file) => file.plan.grounds,
};

export type Stage = { ask: Ask; issuer: string };

/** Who the people and the agencies are that a file goes by a key. */
export type Cast = { person(key: string): { subject: string }; agency(key: string): Id };

const castOf = (name: CaseName): Cast => ({
  person: (key) => inCase(name, key),
  agency: (key) => agencyId(name, key),
});

/** Something that is done on a day of its own. */
export type Event = { day: LocalDate; do: () => Promise<void> };

/** The id of the household that is played under this code. */
export const householdOf = (code: string): Id => demoId(`${code} household`);

/** Who acts in one household of a case, on which day, and under which keys: all follow from the code of the household. */
export class Acting {
  readonly household: Id;
  readonly plan: Id;
  readonly file: CaseFile;
  private readonly cast: Cast;
  private readonly ids = new Map<string, Id>();
  private readonly persons = new Map<string, Id>();

  /**
   * @param stage where it plays: how to ask the api, and which issuer its people come from
   * @param of the case, or a file of its own with whoever plays in it
   */
  constructor(
    readonly stage: Stage,
    of: CaseName | { file: CaseFile; cast: Cast },
    readonly code: string,
    file?: CaseFile,
  ) {
    this.file = file ?? (typeof of === 'string' ? caseFile(of) : of.file);
    this.cast = typeof of === 'string' ? castOf(of) : of.cast;
    this.household = householdOf(code);
    this.plan = this.id('plan');
  }

  /** Id of what this household has under a key of the file; where a thing is added it is the key of the act as well. */
  id(kind: string, key = ''): Id {
    const thing = `${this.code} ${kind} ${key}`;
    const known = this.ids.get(thing);
    if (known) return known;
    const nth = IN_ORDER[kind]?.(this.file).findIndex((one) => one.key === key) ?? 0;
    const id = demoId(thing, nth);
    this.ids.set(thing, id);
    return id;
  }

  /** The same, where the file may name nothing. */
  idOf(kind: string, key: string | undefined): Id | undefined {
    return key === undefined ? undefined : this.id(kind, key);
  }

  person(key: string): { subject: string } {
    return this.cast.person(key);
  }

  agency(key: string): Id {
    return this.cast.agency(key);
  }

  get lead(): { subject: string } {
    return this.person(this.file.household.lead);
  }

  /** The members who can sign in and read their own file. Every household has its own; the one of the file is on the list of demo people. */
  member(key: string): { subject: string } {
    const { subject } = this.person(key);
    return { subject: this.code === this.file.household.code ? subject : `${subject} ${this.code}` };
  }

  /** A member as somebody who acts: as himself when he can sign in, otherwise through the lead. */
  asMember(member: string): { subject: string } {
    const account = this.file.people.find((one) => one.member === member)?.key;
    return account === undefined ? this.lead : this.member(account);
  }

  async whoIs(key: string): Promise<Id> {
    return (await this.stage.ask<{ me: { person: Id } }>(this.person(key), '{ me { person } }')).me.person;
  }

  /** Who can sign in already. */
  async accounts(): Promise<string[]> {
    const { accounts } = await this.stage.ask<{ accounts: { subject: string }[] }>(
      this.person('admin'),
      '{ accounts { subject } }',
    );
    return accounts.map(({ subject }) => subject);
  }

  /** The product makes the id of a person itself: somebody is more than a row of one household. */
  async rememberMembers(): Promise<void> {
    const { household } = await this.stage.ask<{ household: { members: { id: Id; personId: Id }[] } }>(
      this.lead,
      'query ($id: ID!) { household(id: $id) { members { id personId } } }',
      { id: this.household },
    );
    for (const { key } of this.file.household.members) {
      const member = household.members.find(({ id }) => id === this.id('member', key));
      if (member) this.persons.set(key, member.personId);
    }
  }

  personId(key: string): Id {
    const person = this.persons.get(key);
    if (!person) throw new Error(`${key} is no member of ${this.code}`);
    return person;
  }

  /**
   * What is done on one day: each on its own, in the order of the days, and on one day in the order in which it is given. What comes after
   * the day of the file did not happen yet.
   */
  async inOrderOfDays(events: readonly Event[]): Promise<void> {
    let today = '';
    for (const { day, do: happens } of byDay(events, (event) => event.day)) {
      if (day > this.file.demoClock.today) return;
      if (day !== today) await this.on((today = day));
      await happens();
    }
  }

  /** Sets the clock of the tenant, for everybody in it. */
  async on(day: LocalDate): Promise<void> {
    await this.stage.ask(
      this.lead,
      'mutation ($key: ID!, $today: LocalDate) { setDemoClock(key: $key, today: $today) { __typename } }',
      {
        key: newId(),
        today: day,
      },
    );
  }

  by(person: { subject: string }, room: Room, name: string, key: Id, input: object): Promise<void> {
    return act(this.stage.ask, person, room, name, key, input);
  }

  /** Somebody, usually the lead, tells something of the household. */
  tell(name: string, kind: string, key: string, input: object, person: { subject: string } = this.lead): Promise<void> {
    return this.by(person, 'Household', name, this.id(kind, key), { household: this.household, ...input });
  }

  /** Somebody, usually the lead, writes something into the plan. */
  write(name: string, kind: string, key: string, input: object, person: { subject: string } = this.lead): Promise<void> {
    return this.by(person, 'Plan', name, this.id(kind, key), { plan: this.plan, ...input });
  }

  /** Somebody, usually the lead, tells what came of the plan. */
  lookBack(name: string, kind: string, key: string, input: object, person: { subject: string } = this.lead): Promise<void> {
    return this.by(person, 'Outcome', name, this.id(kind, key), { plan: this.plan, ...input });
  }
}

export const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

export const byDay = <T>(list: readonly T[], dayOf: (one: T) => LocalDate): T[] =>
  list.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
