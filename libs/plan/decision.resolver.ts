import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, WithInput, type Operation } from '@doorbraak/access';
import * as inputs from './decision.inputs';
import { DecisionService } from './decision.service';
import { PlanOutcome } from './plan.types';

@ArgsType()
class DecidePlanArgs extends WithInput(inputs.DecidePlanInput) {}

@Resolver()
export class DecisionResolver {
  constructor(private readonly decisions: DecisionService) {}

  @Act('decidePlan')
  @Mutation(() => PlanOutcome, {
    description:
      'Decide the plan. Answers with every reason of `whyNotDecide` when it cannot be decided; refused also: NOT_ASKED, RETURN_NOT_SIGNED, CHANGED_MEANWHILE.',
  })
  decidePlan(@CurrentOperation() operation: Operation, @Args() { key, input }: DecidePlanArgs) {
    return this.decisions.decidePlan(operation, key, input);
  }
}
