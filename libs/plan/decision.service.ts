import { Inject, Injectable } from '@nestjs/common';
import { edited, type Operation, refuseIf } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { whyNotUnsigned } from './decide.rules';
import type { DecidePlanInput } from './decision.inputs';
import { covers } from './mandate.rules';
import { PlanActs, type PlanAnswer } from './plan.act';
import { BreakthroughPlan } from './plan.entity';

@Injectable()
export class DecisionService {
  constructor(@Inject(PlanActs) private readonly acts: PlanActs) {}

  /** From here on the plan is never changed: what is known later becomes a next version. */
  decidePlan(operation: Operation, key: Id, input: DecidePlanInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'decidePlan', key, { plan: input.plan, input }, (tx, book) => {
      const { person: decidedBy, today } = tx;
      const plan = book.facts();
      refuseIf([...book.whyNotDecide(decidedBy, today), ...whyNotUnsigned(plan, input.negativeReturnSigned)]);
      const mandate = book.mandates.find((one) => one.personId === decidedBy && covers(one, plan));
      return edited(tx, BreakthroughPlan, book.plan, input.seen, {
        status: 'DECIDED',
        decidedOn: today,
        decidedBy,
        decisionText: input.text,
        mandateId: mandate!.id,
        negativeReturnSigned: input.negativeReturnSigned,
      });
    });
  }
}
