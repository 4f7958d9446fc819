import { newId, type Id } from '@doorbraak/kernel';
import { mayTryAgain, signContext, Spent, type Asker, type OpenTx, type Tx, type UnitOfWork } from '@doorbraak/platform';
import type { Actor } from './actor';
import type { Decision, DecisionLog } from './decision-log';
import type { DataMark, RowMark } from './data.decorators';
import type { DataClass, Relation } from './policy';
import { grantsOf, mayRead } from './policy.rules';

/** How this actor stands to one household; travels with every object that belongs to it. */
export type Scope = { household: Id; tenant: Id; relations: readonly Relation[] };

/**
 * One GraphQL operation of one actor. It holds the transaction in which the operation reads, remembers what was served, and writes
 * that down before the answer leaves.
 */
export class Operation {
  readonly request: Id = newId();
  /** the questions and acts at the top of this operation, for the log */
  readonly acts: string[] = [];

  /** what all of it asked of the database */
  readonly spent = new Spent();

  /** the transaction that is open: that of the act whose answer is being read, or the one in which a question reads */
  private current: Promise<OpenTx> | undefined;
  /** what the act in that transaction did */
  private done: Decision | undefined;
  private readonly scopes = new WeakMap<object, Scope>();
  /** asked once per kind of field and relation, not once per row */
  private readonly verdicts = new Map<object, Map<RowMark | undefined, Map<DataClass, boolean>>>();
  private readonly seen = new Map<string, { household: Id | null; tenant: Id; relations: Set<string>; classes: Set<string> }>();
  private missed = false;
  /** the one thing that a question outside the schema is about */
  private about: Id | undefined;

  constructor(
    readonly actor: Actor,
    private readonly contextKey: string,
    private readonly work: UnitOfWork,
    private readonly log: DecisionLog,
  ) {}

  /** The signed form of who is asking; made anew for each transaction, since a signature lives for one. */
  asker(): Asker {
    const { person, municipality: home, tenants, agency, today, roles } = this.actor;
    return {
      signed: signContext({ person, home, tenants, agency, today, grants: grantsOf(roles) }, this.contextKey),
      person,
      tenants,
      today,
      spent: this.spent,
    };
  }

  /** The one transaction in which this operation reads. */
  async read(): Promise<Tx> {
    this.current ??= this.work.open(this.asker());
    return (await this.current).tx;
  }

  /**
   * An act, in a transaction of its own. It stays open while the answer is read, so that the one line of the log holds what was done and
   * what was served; `finish` commits both, before the answer leaves. What throws leaves nothing behind.
   */
  async act<T>(work: (tx: Tx) => Promise<{ answer: T; done?: Decision }>, tries = 3): Promise<T> {
    await this.finish(); // an act that came before in the same operation
    const open = await this.work.open(this.asker());
    try {
      const { answer, done } = await work(open.tx);
      this.current = Promise.resolve(open);
      this.done = done;
      return answer;
    } catch (error) {
      await open.rollback();
      if (tries > 1 && mayTryAgain(error)) return await this.act(work, tries - 1);
      throw error;
    }
  }

  /** Says that an object belongs to a household; the objects below it inherit this. */
  place<T extends object>(object: T, scope: Scope): T {
    this.scopes.set(object, scope);
    return object;
  }

  scopeOf(object: object): Scope | undefined {
    return this.scopes.get(object);
  }

  /** May this field of this object be served? */
  mayServe(scope: Scope | undefined, row: RowMark | undefined, data: DataMark): boolean {
    const ofRows = kept(this.verdicts, scope ?? OF_THE_TENANT, () => new Map<RowMark | undefined, Map<DataClass, boolean>>());
    const ofClasses = kept(ofRows, row, () => new Map<DataClass, boolean>());
    return kept(ofClasses, data.class, () =>
      mayRead(this.actor.roles, data.class, [...(scope?.relations ?? ['TENANT']), ...(row?.narrow ?? [])]),
    );
  }

  /** Counts what was served; without a household it is about the tenant itself. */
  served(scope: Scope | undefined, data: DataMark): void {
    const { household, tenant, relations } = scope ?? { household: null, tenant: this.actor.municipality, relations: ['TENANT'] };
    let seen = this.seen.get(household ?? tenant);
    if (!seen)
      this.seen.set(household ?? tenant, (seen = { household, tenant, relations: new Set(relations), classes: new Set() }));
    seen.classes.add(data.class);
  }

  /** A refusal at the door leaves a record of its own. */
  async refuse(act: string, codes: string[]): Promise<void> {
    const { actor, request } = this;
    await this.work.run(this.asker(), (tx) =>
      this.log.record(tx, actor, { request, act, outcome: 'REFUSED', tenant: actor.municipality, codes }),
    );
  }

  /** A question outside the schema names one thing: its line in the log does so too, found or not. */
  ask(act: string, subject: Id): void {
    this.acts.push(act);
    this.about = subject;
  }

  /** Somebody asked for what is not there, or not for them; the log keeps that it was tried. */
  miss(): void {
    this.missed = true;
  }

  /** Writes what was done and served, in the transaction that did and served it, and ends that transaction. The answer may leave after this. */
  async finish(): Promise<void> {
    if (!this.current) return;
    const open = await this.current;
    const lines = this.lines();
    this.current = this.done = undefined;
    this.seen.clear();
    if (lines.length === 0) return open.rollback(); // nothing was done or served; what is not written down is not kept
    // The end is asked with the lines: where one of them cannot be written, PostgreSQL keeps nothing of the transaction.
    await Promise.all([...lines.map((line) => this.log.record(open.tx, this.actor, line)), open.commit()]);
  }

  /** One line per tenant: the act with what its answer served, or what a question served; nothing found is a line too. */
  private lines(): Decision[] {
    const { request, done } = this;
    const subject = this.about ? { subject: this.about } : {};
    const seen = [...this.seen.values()];
    const act = this.acts.join(' ');
    const tenants = new Set([...(done ? [done.tenant] : []), ...seen.map(({ tenant }) => tenant)]);
    if (tenants.size === 0)
      return this.missed ? [{ request, act, outcome: 'NOT_FOUND', tenant: this.actor.municipality, ...subject }] : [];
    return [...tenants].map((tenant) => {
      const here = seen.filter((one) => one.tenant === tenant);
      const own = done?.tenant === tenant ? done : undefined;
      return {
        ...(own ?? { request, act, outcome: 'READ' as const, tenant, ...subject }),
        households: unique([...(own?.households ?? []), ...here.flatMap(({ household }) => household ?? [])]),
        relations: unique([...(own?.relations ?? []), ...here.flatMap(({ relations }) => [...relations])]),
        classes: unique(here.flatMap(({ classes }) => [...classes])).sort(),
      };
    });
  }
}

/** Stands for what belongs to no household. */
const OF_THE_TENANT = {};

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

const unique = <T>(list: T[]): T[] => [...new Set(list)];
