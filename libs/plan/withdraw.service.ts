import { Inject, Injectable } from '@nestjs/common';
import { edited, listOf, type Operation, refuseIf, withdrawEntry } from '@doorbraak/access';
import { Interventions } from '@doorbraak/household';
import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { PlanActs, type PlanAnswer } from './plan.act';
import { AgencyPosition } from './plan.entity';
import type { PlanBook } from './plan.load';
import { fallsWithStep } from './position.rules';
import { NO_OBJECTION_ANSWER, NOT_PROCEEDED } from './position.service';
import type { WithdrawFromPlanInput } from './withdraw.inputs';
import { goingAlong, type ListName, whyNotWithdraw, type Withdrawable } from './withdraw.rules';

const TABLES: Record<ListName, string> = {
  goals: 'goal',
  scenarios: 'scenario',
  costLines: 'cost_line',
  unpriced: 'unpriced_item',
  measures: 'measure',
  struckOut: 'struck_out_law',
  grounds: 'legal_ground',
  contradictions: 'contradiction',
  dismissed: 'dismissed_pattern',
  positions: 'agency_position',
  agreements: 'agreement',
  escalations: 'escalation',
  capacityFactors: 'capacity_factor',
  disputes: 'dispute',
  commitments: 'commitment',
  refusals: 'agency_refusal',
  steps: 'measure_progress',
};

/** A mistaken entry of a plan: it stays visible as withdrawn, and nothing is judged by it any more. */
@Injectable()
export class WithdrawService {
  constructor(
    @Inject(PlanActs) private readonly acts: PlanActs,
    @Inject(Interventions) private readonly interventions: Interventions,
  ) {}

  withdraw(operation: Operation, key: Id, input: WithdrawFromPlanInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'withdrawFromPlan', key, { plan: input.plan, input }, async (tx, book) => {
      const { entry, reason } = input;
      const lists = listsOf(book);
      const before = Object.values(book.withdrawnLists()).flat();
      refuseIf(whyNotWithdraw(entry, lists, before, book.plan.status === 'DECIDED'));
      for (const { list, id } of [{ list: listOf(entry, lists)!, id: entry }, ...goingAlong(entry, lists)])
        await withdrawEntry(tx, TABLES[list], book.plan.municipalityId, id, reason);
      // A share is never withdrawn: it is replaced, here by nothing.
      await tx.query(
        `update funding_share set replaced_on = $3 where municipality_id = $1 and measure_id = $2 and replaced_on is null`,
        [book.plan.municipalityId, entry, tx.today],
      );
      await this.undo(tx, book, entry, reason);
      await restOfPosition(tx, book, entry);
      return { subject: entry };
    });
  }

  /** What a step of a measure did in the household was the same mistake. */
  private async undo(tx: Tx, { household, steps }: PlanBook, entry: Id, reason: string): Promise<void> {
    const step = steps.find(({ id }) => id === entry);
    if (!step) return;
    const { onDay, interventionId, ended } = step;
    if (interventionId) await this.interventions.withdraw(tx, household, interventionId, reason);
    await this.interventions.giveBack(tx, household, ended, onDay);
  }
}

/** What was built on a step up falls with it. */
async function restOfPosition(tx: Tx, { positions }: PlanBook, step: Id): Promise<void> {
  const position = positions.find(({ escalations }) => escalations.some(({ id }) => id === step));
  if (!position) return;
  const { silence, objection } = fallsWithStep(position, step, tx.today);
  const without = { ...(silence ? NOT_PROCEEDED : {}), ...(objection ? NO_OBJECTION_ANSWER : {}) };
  await edited(tx, AgencyPosition, position, position.version, without);
}

const listsOf = (book: PlanBook): Withdrawable => ({
  goals: book.goals,
  scenarios: book.scenarios,
  costLines: book.costLines,
  unpriced: book.unpriced,
  measures: book.measures,
  struckOut: book.struckOut,
  grounds: book.grounds,
  contradictions: book.contradictions,
  dismissed: book.dismissed,
  positions: book.positions,
  agreements: book.agreements,
  escalations: [...book.positions, ...book.disputes].flatMap(({ escalations }) => escalations),
  capacityFactors: book.capacityFactors,
  disputes: book.disputes,
  commitments: book.commitments,
  refusals: book.refusals,
  steps: book.steps,
});
