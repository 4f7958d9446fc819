import { newId, type Id } from '@doorbraak/kernel';
import { signContext, type Asker, type OpenTx, type Tx, type UnitOfWork } from '@doorbraak/platform';
import type { Actor } from './actor';
import type { DecisionLog } from './decision-log';
import type { DataMark, RowMark } from './data.decorators';
import type { Relation } from './policy';
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

  private reading: Promise<OpenTx> | undefined;
  private readonly scopes = new WeakMap<object, Scope>();
  private readonly verdicts = new Map<string, boolean>();
  private readonly seen = new Map<string, { household: Id | null; tenant: Id; relations: Set<string>; classes: Set<string> }>();
  private missed = false;

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
    };
  }

  /** The one transaction in which this operation reads. */
  async read(): Promise<Tx> {
    this.reading ??= this.work.open(this.asker());
    return (await this.reading).tx;
  }

  /** Says that an object belongs to a household; the objects below it inherit this. */
  place<T extends object>(object: T, scope: Scope): T {
    this.scopes.set(object, scope);
    return object;
  }

  scopeOf(object: object): Scope | undefined {
    return this.scopes.get(object);
  }

  /** May this field of this object be served? Judged once per kind of field and relation, not once per row. */
  mayServe(scope: Scope | undefined, row: RowMark | undefined, data: DataMark): boolean {
    const relations: readonly Relation[] = [...(scope?.relations ?? ['TENANT']), ...(row?.narrow ?? [])];
    const key = `${data.class}|${relations.join()}`;
    let verdict = this.verdicts.get(key);
    if (verdict === undefined) this.verdicts.set(key, (verdict = mayRead(this.actor.roles, data.class, relations)));
    return verdict;
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

  /** Somebody asked for what is not there, or not for them; the log keeps that it was tried. */
  miss(): void {
    this.missed = true;
  }

  /** Writes what was served, in the transaction that served it, and ends that transaction. The answer may leave after this. */
  async finish(): Promise<void> {
    if (!this.reading) return;
    const open = await this.reading;
    this.reading = undefined;
    try {
      for (const tenant of new Set([...this.seen.values()].map((seen) => seen.tenant))) {
        const here = [...this.seen.values()].filter((seen) => seen.tenant === tenant);
        await this.log.record(open.tx, this.actor, {
          request: this.request,
          act: this.acts.join(' '),
          outcome: 'READ',
          tenant,
          households: here.flatMap((seen) => seen.household ?? []),
          relations: [...new Set(here.flatMap((seen) => [...seen.relations]))],
          classes: [...new Set(here.flatMap((seen) => [...seen.classes]))].sort(),
        });
      }
      if (this.missed && this.seen.size === 0) {
        await this.log.record(open.tx, this.actor, {
          request: this.request,
          act: this.acts.join(' '),
          outcome: 'NOT_FOUND',
          tenant: this.actor.municipality,
        });
      }
    } catch (error) {
      await open.rollback();
      throw error;
    }
    await open.commit();
  }

  async abandon(): Promise<void> {
    const open = await this.reading?.catch(() => undefined);
    this.reading = undefined;
    await open?.rollback();
  }
}
