import { Args, ArgsType, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, WithInput } from '@doorbraak/access';
import { BreakthroughPlan } from '@doorbraak/plan';
import { PrecedentService } from './precedent.service';
import { PrecedentProposal } from './signal.entity';
import * as inputs from './signal.inputs';
import { SignalBooks } from './signal.load';
import { PrecedentAnswer, PrecedentOutcome } from './signal.types';

@ArgsType()
class ProposePrecedentArgs extends WithInput(inputs.ProposePrecedentInput) {}
@ArgsType()
class PublishPrecedentArgs extends WithInput(inputs.PublishPrecedentInput) {}
@ArgsType()
class RetractPrecedentArgs extends WithInput(inputs.RetractPrecedentInput) {}

@Resolver(() => BreakthroughPlan)
export class PrecedentResolver {
  constructor(
    private readonly service: PrecedentService,
    private readonly books: SignalBooks,
  ) {}

  @Act('readPrecedents')
  @Query(() => PrecedentAnswer, {
    description: 'What was decided before about this provision or kind of problem, in every municipality; nothing says in which.',
  })
  precedents(@CurrentOperation() operation: Operation, @Args() args: inputs.PrecedentsArgs) {
    return this.service.precedents(operation, args);
  }

  @Act('proposePrecedent')
  @Mutation(() => PrecedentOutcome, {
    description:
      'Write down what a plan taught that was decided, or that was stopped after somebody said no: an agency to the household, in its position, or on the ladder. Refused: PLAN_TEACHES_NOTHING_YET, REQUIRED, PROVISION_UNKNOWN, PROBLEM_TYPE_UNKNOWN, NAMES_SOMEBODY, LIST_FULL.',
  })
  proposePrecedent(@CurrentOperation() operation: Operation, @Args() { key, input }: ProposePrecedentArgs) {
    return this.service.proposePrecedent(operation, key, input);
  }

  @Act('publishPrecedent')
  @Mutation(() => PrecedentOutcome, {
    description:
      'Publish a proposal: somebody who was asked to decide, and did not write it (FOUR_EYES). Refused also: NOT_ASKED, PRECEDENT_UNKNOWN, PUBLISHED_ALREADY, RETRACTED_ALREADY, CHANGED_MEANWHILE.',
  })
  publishPrecedent(@CurrentOperation() operation: Operation, @Args() { key, input }: PublishPrecedentArgs) {
    return this.service.publishPrecedent(operation, key, input);
  }

  @Act('retractPrecedent')
  @Mutation(() => PrecedentOutcome, {
    description:
      'Take a proposal back, with a reason; what was published of it is found no more. Refused: PRECEDENT_UNKNOWN, RETRACTED_ALREADY, CHANGED_MEANWHILE.',
  })
  retractPrecedent(@CurrentOperation() operation: Operation, @Args() { key, input }: RetractPrecedentArgs) {
    return this.service.retractPrecedent(operation, key, input);
  }

  @Data(DataClass.K7)
  @ResolveField(() => [PrecedentProposal], { description: 'What this plan taught, as far as it was written down.' })
  async precedentProposals(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan.householdId)).proposalsOf(plan.id);
  }
}
