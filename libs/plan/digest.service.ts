import { Inject, Injectable } from '@nestjs/common';
import type { Operation } from '@doorbraak/access';
import type { HouseholdMap } from '@doorbraak/household';
import type { Tx } from '@doorbraak/platform';
import { whyNotPrepared } from './decide.rules';
import { type PlanStage, stageAfter, stageBefore } from './plan-stage.rules';
import { type PlanBook, PlanBooks } from './plan.load';
import { PLAN_COURSE, type PlanCourse } from './plan.ports';
import { VISIBLE } from './plan.visibility';

const HAS_PLAN = `select exists (select from plan where ${VISIBLE.plan} and household_id = $1) as has`;

const WRITE = `insert into plan_digest (municipality_id, household_id, plan_id, stage, open_reasons, writer_ids, on_day) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (municipality_id, household_id) do update set plan_id = excluded.plan_id, stage = excluded.stage,
    open_reasons = excluded.open_reasons, writer_ids = excluded.writer_ids, on_day = excluded.on_day`;

/**
 * Writes what the work list says of the newest plan. An answer of an agency and a yes or no of a member come from people who do not read
 * the plan whole; what they change is therefore no part of the digest, and is judged when it is asked.
 */
@Injectable()
export class PlanDigests {
  constructor(
    @Inject(PlanBooks) private readonly books: PlanBooks,
    @Inject(PLAN_COURSE) private readonly course: PlanCourse,
  ) {}

  /** @param household as somebody reads it who reads it whole */
  async renew(operation: Operation, tx: Tx, household: HouseholdMap): Promise<void> {
    const { id, municipalityId } = household;
    const [plan] = await tx.query<{ has: boolean }>(HAS_PLAN, [id]);
    if (!plan?.has) return;
    const book = await this.books.renew(operation, tx, household);
    const open = book?.plan.status === 'SELECTED' ? whyNotPrepared(book.facts(), book.laws).length : 0;
    const stage = book && (await this.stageOf(tx, book));
    await tx.query(WRITE, [municipalityId, id, book?.plan.id ?? null, stage, open, book?.writerIds ?? [], tx.today]);
  }

  private async stageOf(tx: Tx, book: PlanBook): Promise<PlanStage> {
    const { plan, steps } = book;
    if (plan.status === 'STOPPED') return 'STOPPED';
    if (plan.status === 'SELECTED') return stageBefore(book.facts(), book.laws);
    return stageAfter({ begun: steps.length > 0, ...(await this.course.courseOf(tx, plan)) });
  }
}
