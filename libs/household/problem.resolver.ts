import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation, WithInput } from '@doorbraak/access';
import { ProblemService } from './problem.service';
import { Household } from './household.entity';
import * as inputs from './household.inputs';
import { HouseholdOutcome } from './household.types';

@ArgsType()
class AddProblemArgs extends WithInput(inputs.AddProblemInput) {}
@ArgsType()
class SetProblemStatusArgs extends WithInput(inputs.SetProblemStatusInput) {}

@Resolver(() => Household)
export class ProblemResolver {
  constructor(private readonly problems: ProblemService) {}

  @Act('addProblem')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add a problem. Refused: PROBLEM_TYPE_UNKNOWN, MEMBER_UNKNOWN, PROBLEM_UNKNOWN, CAUSED_BY_ITSELF, DATE_FUTURE, DATE_IMPLAUSIBLE.',
  })
  addProblem(@CurrentOperation() operation: Operation, @Args() { key, input }: AddProblemArgs) {
    return this.problems.addProblem(operation, key, input);
  }

  @Act('setProblemStatus')
  @Mutation(() => HouseholdOutcome, { description: 'Say how a problem stands. Refused: WITHDRAWN_ALREADY, CHANGED_MEANWHILE.' })
  setProblemStatus(@CurrentOperation() operation: Operation, @Args() { key, input }: SetProblemStatusArgs) {
    return this.problems.setProblemStatus(operation, key, input);
  }
}
