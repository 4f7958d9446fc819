import { Inject, Injectable } from '@nestjs/common';
import { Acts, only, type Operation, type Refused } from '@doorbraak/access';
import { CostService } from '@doorbraak/cost';
import { type HouseholdMap, HouseholdMaps, placeOfHousehold } from '@doorbraak/household';
import type { Id } from '@doorbraak/kernel';
import { PlanActs, roomFor } from './plan.act';
import type { AddInterventionCostInput } from './plan.inputs';
import { PlanBooks } from './plan.load';

/** What help costs that runs now. It stands here because the household knows no euros and cost knows no households. */
@Injectable()
export class InterventionCostService {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(PlanActs) private readonly planActs: PlanActs,
    @Inject(PlanBooks) private readonly books: PlanBooks,
    @Inject(HouseholdMaps) private readonly maps: HouseholdMaps,
    @Inject(CostService) private readonly costs: CostService,
  ) {}

  add(operation: Operation, key: Id, input: AddInterventionCostInput): Promise<HouseholdMap | Refused> {
    const { household: id, intervention, unitCost, quantity, payer, oneOff, note } = input;
    return this.acts.do(
      operation,
      { act: 'addInterventionCost', key, at: placeOfHousehold(id), input },
      async (tx) => {
        const household = await this.maps.mustLoad(operation, tx, id);
        const owner = only(household.interventions, intervention);
        const whyNot = roomFor((await this.books.costsOf(tx, household)).linesOf(owner.id));
        const { municipalityId } = household;
        const row = { ownerKind: 'INTERVENTION', ownerId: owner.id, measureId: null } as const;
        await this.costs.addLine(
          tx,
          { ...this.planActs.stamp(tx, { municipalityId, householdId: id }, key), ...row },
          { unitCost, quantity, probability: null, payer, oneOff, note },
          { kind: 'BREAKTHROUGH', on: tx.today, whyNot },
        );
        return { subject: key };
      },
      (tx) => this.maps.mustLoad(operation, tx, id),
    );
  }
}
