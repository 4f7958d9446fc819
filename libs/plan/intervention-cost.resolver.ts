import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, WithInput } from '@doorbraak/access';
import { Household, type HouseholdMap, HouseholdOutcome } from '@doorbraak/household';
import { InterventionCostService } from './intervention-cost.service';
import { AddInterventionCostInput, WithdrawInterventionCostInput } from './plan.inputs';
import { InterventionCost } from './plan.types';

@ArgsType()
class AddInterventionCostArgs extends WithInput(AddInterventionCostInput) {}
@ArgsType()
class WithdrawInterventionCostArgs extends WithInput(WithdrawInterventionCostInput) {}

@Resolver(() => Household)
export class InterventionCostResolver {
  constructor(private readonly costs: InterventionCostService) {}

  @Data(DataClass.K4)
  @ResolveField(() => [InterventionCost], {
    nullable: true,
    description: 'What its interventions cost, as far as it was entered.',
  })
  interventionCosts(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return this.costs.of(operation, household);
  }

  @Act('addInterventionCost')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add what an intervention costs. Refused: UNIT_COST_UNKNOWN, UNIT_COST_DISABLED, UNIT_COST_NOT_VALID, PAYER_UNKNOWN, PAYER_DIFFERS_FROM_PRICE, DECIMAL_INVALID, QUANTITY_ZERO, AMOUNT_RANGE, LIST_FULL.',
  })
  addInterventionCost(@CurrentOperation() operation: Operation, @Args() { key, input }: AddInterventionCostArgs) {
    return this.costs.add(operation, key, input);
  }

  @Act('withdrawInterventionCost')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Withdraw a mistaken line of what an intervention costs, with the reason; it stays visible and is in no sum. Refused: ENTRY_UNKNOWN, WITHDRAWN_ALREADY.',
  })
  withdrawInterventionCost(@CurrentOperation() operation: Operation, @Args() { key, input }: WithdrawInterventionCostArgs) {
    return this.costs.withdraw(operation, key, input);
  }
}
