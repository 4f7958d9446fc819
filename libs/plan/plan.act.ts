import { Inject, Injectable } from '@nestjs/common';
import {
  type ActName,
  type ActPlace,
  Acts,
  type Done,
  edited,
  type Operation,
  Refusal,
  type Refused,
  refuseIf,
} from '@doorbraak/access';
import { type Id, reason } from '@doorbraak/kernel';
import { type HouseholdRow, PlatformReference, type Tx } from '@doorbraak/platform';
import { BreakthroughPlan } from './plan.entity';
import { type PlanBook, PlanBooks } from './plan.load';
import { VISIBLE } from './plan.visibility';

export type PlanAnswer = BreakthroughPlan | Refused;

/** Which tenant and household a plan is of; nothing when it is not for this actor. */
export const placeOfPlan =
  (plan: Id) =>
  async (tx: Tx): Promise<ActPlace | undefined> =>
    (
      await tx.query<ActPlace>(
        `select municipality_id as tenant, household_id as household from plan where ${VISIBLE.plan} and id = $1`,
        [plan],
      )
    )[0];

type ActOn = { plan: Id; input: object };
type Run = (tx: Tx, book: PlanBook) => Promise<Done>;
type Versioned = HouseholdRow & { version: number };

/** Acts on a plan. Each is one transaction. */
@Injectable()
export class PlanActs {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(PlanBooks) private readonly books: PlanBooks,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
  ) {}

  /** An act on an open plan: it raises the version of the plan, so that a decider decides on what he saw. */
  do(operation: Operation, act: ActName, key: Id, on: ActOn, run: Run): Promise<PlanAnswer> {
    return this.act(operation, act, key, on, ({ status }) => status === 'SELECTED', run);
  }

  /** An act on what follows a decided plan. The plan stays as it was decided, its version too; what is changed has a version of its own. */
  follow(operation: Operation, act: ActName, key: Id, on: ActOn, run: Run): Promise<PlanAnswer> {
    return this.act(operation, act, key, on, ({ status }) => status === 'DECIDED', run);
  }

  /** An act on what goes on through the decision: on an open plan like `do`, on a decided one like `follow`. */
  with(operation: Operation, act: ActName, key: Id, on: ActOn, run: Run): Promise<PlanAnswer> {
    return this.act(operation, act, key, on, ({ status }) => status !== 'STOPPED', run);
  }

  /** An act on what came of a decided plan, also when it was stopped since: what it cost and what it taught can still be said. */
  after(operation: Operation, act: ActName, key: Id, on: ActOn, run: Run): Promise<PlanAnswer> {
    return this.act(operation, act, key, on, ({ decidedOn }) => decidedOn !== null, run);
  }

  /** `run` judges and writes; what it did is kept as a part of the plan, unless it changed the plan itself. */
  private act(
    operation: Operation,
    act: ActName,
    key: Id,
    { plan, input }: ActOn,
    fits: (plan: BreakthroughPlan) => boolean,
    run: Run,
  ): Promise<PlanAnswer> {
    return this.acts.do(
      operation,
      { act, key, at: placeOfPlan(plan), input: { plan, input } },
      async (tx) => {
        // Held until the end of the transaction: nothing is added to a plan while it is being decided.
        await tx.query(`select from plan where ${VISIBLE.plan} and id = $1 for update`, [plan]);
        const book = await this.mustLoad(operation, tx, plan);
        const { status, version, municipalityId } = book.plan;
        refuseIf(fits(book.plan) ? [] : [reason(status === 'SELECTED' ? 'PLAN_STILL_OPEN' : 'PLAN_CLOSED', plan)]);
        const done = await run(tx, book);
        if (done.subject === plan) return done;
        const part = { subject: done.subject, ...(done.version === undefined ? {} : { version: done.version }) };
        if (status !== 'SELECTED') return { subject: plan, part };
        await tx.updateSeen(BreakthroughPlan, { municipalityId, id: plan }, version, {});
        return { subject: plan, version: version + 1, part };
      },
      (tx, { subject }) => this.answer(operation, tx, subject),
    );
  }

  /** Columns of a new row of this household, kept as long as its file is. */
  stamp(tx: Tx, { municipalityId, householdId }: Pick<BreakthroughPlan, 'municipalityId' | 'householdId'>, id: Id) {
    return { municipalityId, id, householdId, ...this.platform.recorded(tx) };
  }

  /** What is written once per subject and changed after that: a first writing names no version, a change names the one it saw. */
  async write<E extends Versioned>(
    tx: Tx,
    entity: new () => E,
    plan: BreakthroughPlan,
    key: Id,
    row: E | undefined,
    seen: number | null | undefined,
    words: Partial<E>,
  ): Promise<Done> {
    const rows: new () => Versioned = entity;
    if (!row) {
      await tx.insert(rows, { ...words, ...this.stamp(tx, plan, key), version: 1 });
      return { subject: key, version: 1 };
    }
    return edited(tx, rows, row, seen, words);
  }

  /** The plan as the act left it. */
  async answer(operation: Operation, tx: Tx, plan: Id): Promise<BreakthroughPlan> {
    const book = await this.books.afterAct(operation, tx, plan);
    if (!book) throw new Refusal([reason('NOT_FOUND', plan)]);
    return book.plan;
  }

  async mustLoad(operation: Operation, tx: Tx, plan: Id): Promise<PlanBook> {
    const book = await this.books.load(operation, tx, plan);
    if (!book) throw new Refusal([reason('NOT_FOUND', plan)]);
    return book;
  }
}
