import { Inject, Injectable } from '@nestjs/common';
import { type Operation, refuseIf, roomFor } from '@doorbraak/access';
import { type Id, reason } from '@doorbraak/kernel';
import { CapacityFactor } from './capacity.entity';
import type * as inputs from './capacity.inputs';
import { whyNotCapacity } from './capacity.rules';
import { PlanActs, type PlanAnswer } from './plan.act';

@Injectable()
export class CapacityService {
  constructor(@Inject(PlanActs) private readonly acts: PlanActs) {}

  addCapacityFactor(operation: Operation, key: Id, input: inputs.AddCapacityFactorInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'addCapacityFactor', key, { plan: input.plan, input }, async (tx, book) => {
      const { person: personId, factor } = input;
      const entered = book.capacityFactors.some((one) => one.personId === personId && one.factor === factor);
      refuseIf([
        ...whyNotCapacity(personId, book.household.members),
        ...(entered ? [reason('ENTERED_ALREADY', factor)] : []),
        ...roomFor(book.capacityFactors),
      ]);
      await tx.insert(CapacityFactor, { ...this.acts.stamp(tx, book.plan, key), planId: book.plan.id, personId, factor });
      return { subject: key };
    });
  }
}
