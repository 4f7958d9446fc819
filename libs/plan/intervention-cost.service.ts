import { Inject, Injectable } from '@nestjs/common';
import { Acts, only, type Operation, type Refused, refuseIf, roomFor, withdrawEntry } from '@doorbraak/access';
import { CostService } from '@doorbraak/cost';
import { type HouseholdMap, HouseholdMaps, placeOfHousehold } from '@doorbraak/household';
import { type Id, reason } from '@doorbraak/kernel';
import { PlanActs } from './plan.act';
import type { AddInterventionCostInput, WithdrawInterventionCostInput } from './plan.inputs';
import { PlanBooks } from './plan.load';
import type { InterventionCost } from './plan.types';

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

  /** Of help that was withdrawn only what was entered about it: nothing of it counts any more. */
  async of(operation: Operation, household: HouseholdMap): Promise<InterventionCost[]> {
    const { interventions, withdrawn } = household;
    const costs = await this.books.costsOf(await operation.read(), household);
    const gone = (id: Id) => costs.withdrawn.lines.filter(({ ownerId }) => ownerId === id);
    return [
      ...interventions.map(({ id }) => ({ interventionId: id, costLines: costs.linesOf(id), withdrawn: gone(id) })),
      ...withdrawn.interventions
        .map(({ id }) => ({ interventionId: id, costLines: [], withdrawn: [...costs.linesOf(id), ...gone(id)] }))
        .filter((one) => one.withdrawn.length > 0),
    ];
  }

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
      (tx) => this.maps.afterAct(operation, tx, id),
    );
  }

  withdraw(operation: Operation, key: Id, input: WithdrawInterventionCostInput): Promise<HouseholdMap | Refused> {
    const { household: id, line, reason: why } = input;
    return this.acts.do(
      operation,
      { act: 'withdrawInterventionCost', key, at: placeOfHousehold(id), input },
      async (tx) => {
        const household = await this.maps.mustLoad(operation, tx, id);
        const lines = (await this.of(operation, household)).flatMap((one) => one.costLines);
        const { withdrawn } = await this.books.costsOf(tx, household);
        refuseIf(withdrawn.lines.some((one) => one.id === line) ? [reason('WITHDRAWN_ALREADY', line)] : []);
        only(lines, line, 'ENTRY_UNKNOWN');
        await withdrawEntry(tx, 'cost_line', household.municipalityId, line, why);
        return { subject: line };
      },
      (tx) => this.maps.afterAct(operation, tx, id),
    );
  }
}
