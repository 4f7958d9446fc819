import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, WithInput } from '@doorbraak/access';
import { CapacityFactor } from './capacity.entity';
import { AddCapacityFactorInput } from './capacity.inputs';
import { moreLikeThis } from './capacity.rules';
import { CapacityService } from './capacity.service';
import { MoreLikeThisType } from './capacity.types';
import { BreakthroughPlan } from './plan.entity';
import { PlanBooks } from './plan.load';
import { PlanOutcome } from './plan.types';

@ArgsType()
class AddCapacityFactorArgs extends WithInput(AddCapacityFactorInput) {}

@Resolver(() => BreakthroughPlan)
export class CapacityResolver {
  constructor(
    private readonly capacity: CapacityService,
    private readonly books: PlanBooks,
  ) {}

  @Data(DataClass.K5)
  @ResolveField(() => [CapacityFactor], {
    nullable: true,
    description: 'Why somebody could not act as the rules expect; null = not for this reader.',
  })
  async capacityFactors(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).capacityFactors;
  }

  @Data(DataClass.K5)
  @ResolveField(() => MoreLikeThisType, {
    nullable: true,
    description:
      'The question whether there are more like this, when capacity to act is a reason in the plan; null = it is none.',
  })
  async moreLikeThis(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    const { capacityFactors, grounds } = await this.books.of(operation, plan);
    return moreLikeThis(capacityFactors, grounds);
  }

  @Act('addCapacityFactor')
  @Mutation(() => PlanOutcome, {
    description:
      'Write down as a reason why somebody could not act as the rules expect. Refused: MEMBER_UNKNOWN, ENTERED_ALREADY, LIST_FULL.',
  })
  addCapacityFactor(@CurrentOperation() operation: Operation, @Args() { key, input }: AddCapacityFactorArgs) {
    return this.capacity.addCapacityFactor(operation, key, input);
  }
}
