import { setTimeout as pause } from 'node:timers/promises';
import { newId, type Id } from '@doorbraak/kernel';
import type { FaultyTown } from './town';

/** How a write ended for who made it. Unknown: no answer came, so it may have been done or not. */
type End = 'acknowledged' | 'unknown, then acknowledged';
export type Written = {
  act: 'recordContact' | 'addProblem' | 'recordOwnWords';
  key: Id;
  household: Id;
  words: string | null;
  end: End;
};

const MUTATION = {
  recordContact: 'RecordContactInput',
  addProblem: 'AddProblemInput',
  recordOwnWords: 'RecordOwnWordsInput',
};
const WAIT_BEFORE_RETRY = 100;
/** One in so many writes is left before the answer comes, as on a bad connection: often after the act was done. In milliseconds. */
const LEAVES = { oneIn: 5, within: 100 };

/**
 * One professional who writes without a pause: contacts, problems, and the words of the household under the version that was seen last.
 * What gets no answer is sent again under the same key until it does, as the client of the product does.
 */
export class Writer {
  readonly written: Written[] = [];
  /** what was answered with a refusal, and should not have been */
  readonly refused: string[] = [];
  private version = 1;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly town: FaultyTown,
    private readonly mine: { token: string; household: Id; member: Id; involvement: Id },
  ) {}

  async begin(): Promise<void> {
    const { household } = await this.town.ask<{ household: { version: number } }>(
      this.mine.token,
      'query ($id: ID!) { household(id: $id) { version } }',
      { id: this.mine.household },
    );
    this.version = household.version;
    this.running = this.work();
  }

  async end(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async work(): Promise<void> {
    for (let n = 0; !this.stopping; n++) {
      const { household, involvement, member } = this.mine;
      const words = `woorden ${n}`;
      if (n % 3 === 0) await this.write('recordContact', { household, involvement, dayOn: '2026-06-01', channel: 'PHONE' }, null);
      else if (n % 3 === 1)
        await this.write('addProblem', { household, type: 'DEBT.PROBLEMATIC_DEBT', personIds: [member], words }, words);
      else {
        await this.write('recordOwnWords', { household, seen: this.version, words }, words);
        this.version++;
      }
    }
  }

  private async write(act: Written['act'], input: object, words: string | null): Promise<void> {
    const key = newId();
    const document = `mutation ($key: ID!, $input: ${MUTATION[act]}!) { done: ${act}(key: $key, input: $input) {
      __typename ... on HouseholdRefused { reasons { code } } } }`;
    for (let end: End = 'acknowledged'; ; end = 'unknown, then acknowledged') {
      try {
        const patience = end === 'acknowledged' && Math.random() * LEAVES.oneIn < 1 ? Math.random() * LEAVES.within : undefined;
        const { done } = await this.town.ask<{ done: { __typename: string } }>(
          this.mine.token,
          document,
          { key, input },
          patience,
        );
        if (done.__typename !== 'Household') return void this.refused.push(`${act}: ${JSON.stringify(done)}`);
        this.written.push({ act, key, household: this.mine.household, words, end });
        return;
      } catch {
        await pause(WAIT_BEFORE_RETRY);
      }
    }
  }
}

export type Judgement = {
  writes: number;
  /** of those, how many had once got no answer */
  unknown: number;
  lost: Written[];
  twice: Written[];
  /** households whose newest words or number of edits are not those that were acknowledged */
  wrongHouseholds: Id[];
  /** rows, or lines of the log, that nobody was told about */
  unaccounted: number;
};

/** Reads the database past the product and compares it with what people were told. */
export async function judge(town: FaultyTown, written: Written[], versionsBefore: Map<Id, number>): Promise<Judgement> {
  return town.asOwner(async (owner) => {
    const { rows } = await owner.query<{ key: Id; rows: number; logged: number; keys: number }>(
      `select key,
         (select count(*)::int from contact where id = key) + (select count(*)::int from problem where id = key) as rows,
         (select count(*)::int from audit_log a where a.outcome = 'DONE' and key in (a.subject_id, a.part_id)) as logged,
         (select count(*)::int from idempotency_key i where i.key = k.key) as keys
       from unnest($1::uuid[]) k(key)`,
      [written.map(({ key }) => key)],
    );
    const found = new Map(rows.map((row) => [row.key, row]));
    const timesDone = ({ act, key }: Written) => {
      const { rows: there, keys } = found.get(key)!;
      return act === 'recordOwnWords' ? keys : Math.min(there, keys) === 0 ? 0 : Math.max(there, keys);
    };
    const edits = (household: Id) => written.filter((one) => one.household === household && one.act === 'recordOwnWords').length;
    const households = await owner.query<{ id: Id; version: number; logged: number; contacts: number; problems: number }>(
      `select id, version,
         (select count(*)::int from audit_log a where a.outcome = 'DONE' and h.id = any (a.household_ids)
            and a.act = any ('{recordContact,addProblem,recordOwnWords}')) as logged,
         (select count(*)::int from contact c where c.household_id = h.id) as contacts,
         (select count(*)::int from problem p where p.household_id = h.id) as problems
       from household h where id = any ($1)`,
      [[...versionsBefore.keys()]],
    );
    const of = (household: Id, act?: Written['act']) =>
      written.filter((one) => one.household === household && (!act || one.act === act)).length;
    return {
      writes: written.length,
      unknown: written.filter(({ end }) => end !== 'acknowledged').length,
      lost: written.filter((one) => timesDone(one) === 0),
      twice: written.filter((one) => timesDone(one) > 1),
      wrongHouseholds: households.rows
        .filter(({ id, version }) => version !== versionsBefore.get(id)! + edits(id))
        .map(({ id }) => id),
      unaccounted: households.rows.reduce(
        (sum, { id, logged, contacts, problems }) =>
          sum +
          Math.abs(logged - of(id)) +
          Math.abs(contacts - of(id, 'recordContact')) +
          Math.abs(problems - of(id, 'addProblem')),
        0,
      ),
    };
  });
}

export const versionsOf = (town: FaultyTown): Promise<Map<Id, number>> =>
  town.asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: Id; version: number }>('select id, version from household');
    return new Map(rows.map(({ id, version }) => [id, version]));
  });
