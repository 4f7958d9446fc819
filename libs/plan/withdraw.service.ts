import { Inject, Injectable } from '@nestjs/common';
import { type Operation, refuseIf } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { PlanActs, type PlanAnswer } from './plan.act';
import type { PlanBook } from './plan.load';
import type { WithdrawFromPlanInput } from './withdraw.inputs';
import { type ListName, listOf, whyNotWithdraw, type Withdrawable } from './withdraw.rules';

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
  capacityFactors: 'capacity_factor',
  disputes: 'dispute',
  commitments: 'commitment',
  refusals: 'agency_refusal',
  steps: 'measure_progress',
};

/** A mistaken entry of a plan: it stays visible as withdrawn, and nothing is judged by it any more. */
@Injectable()
export class WithdrawService {
  constructor(@Inject(PlanActs) private readonly acts: PlanActs) {}

  withdraw(operation: Operation, key: Id, input: WithdrawFromPlanInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'withdrawFromPlan', key, { plan: input.plan, input }, async (tx, book) => {
      const { entry } = input;
      const lists = listsOf(book);
      const before = Object.values(book.withdrawnLists()).flat();
      refuseIf(whyNotWithdraw(entry, lists, before, book.plan.status === 'DECIDED'));
      await tx.query(
        `update ${TABLES[listOf(entry, lists)!]} set withdrawn_on = $3, withdrawn_by = $4, withdrawn_reason = $5
         where municipality_id = $1 and id = $2`,
        [book.plan.municipalityId, entry, tx.today, tx.person, input.reason],
      );
      return { subject: entry };
    });
  }
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
  capacityFactors: book.capacityFactors,
  disputes: book.disputes,
  commitments: book.commitments,
  refusals: book.refusals,
  steps: book.steps,
});
