import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation, WithInput } from '@doorbraak/access';
import { AgencyService } from './agency.service';
import { Household } from './household.entity';
import * as inputs from './household.inputs';
import { HouseholdOutcome } from './household.types';

@ArgsType()
class AddInvolvementArgs extends WithInput(inputs.AddInvolvementInput) {}
@ArgsType()
class LinkProblemArgs extends WithInput(inputs.LinkProblemInput) {}
@ArgsType()
class EndInvolvementArgs extends WithInput(inputs.EndInvolvementInput) {}
@ArgsType()
class AddInterventionArgs extends WithInput(inputs.AddInterventionInput) {}
@ArgsType()
class EndInterventionArgs extends WithInput(inputs.EndInterventionInput) {}
@ArgsType()
class AddWaitArgs extends WithInput(inputs.AddWaitInput) {}
@ArgsType()
class LiftWaitArgs extends WithInput(inputs.LiftWaitInput) {}

@Resolver(() => Household)
export class AgencyResolver {
  constructor(private readonly agencies: AgencyService) {}

  @Act('addInvolvement')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add an agency; this opens nothing to it. Refused: AGENCY_UNKNOWN, LAW_UNKNOWN, PAYER_UNKNOWN, REQUIRED, PROBLEM_UNKNOWN, RANGE_INVERTED.',
  })
  addInvolvement(@CurrentOperation() operation: Operation, @Args() { key, input }: AddInvolvementArgs) {
    return this.agencies.addInvolvement(operation, key, input);
  }

  @Act('linkProblem')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Say that an agency works on a problem too, or that it does not; this opens nothing to it. What is so already stays so, without a new version. Refused: WITHDRAWN_ALREADY, PROBLEM_UNKNOWN.',
  })
  linkProblem(@CurrentOperation() operation: Operation, @Args() { key, input }: LinkProblemArgs) {
    return this.agencies.linkProblem(operation, key, input);
  }

  @Act('endInvolvement')
  @Mutation(() => HouseholdOutcome, {
    description: 'Set the last day of an involvement. Refused: WITHDRAWN_ALREADY, RANGE_INVERTED, CHANGED_MEANWHILE.',
  })
  endInvolvement(@CurrentOperation() operation: Operation, @Args() { key, input }: EndInvolvementArgs) {
    return this.agencies.endInvolvement(operation, key, input);
  }

  @Act('addIntervention')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add help that runs or ran. Refused: SERVICE_UNKNOWN, INVOLVEMENT_UNKNOWN, PROBLEM_UNKNOWN, DATE_FUTURE, DATE_IMPLAUSIBLE, RANGE_INVERTED.',
  })
  addIntervention(@CurrentOperation() operation: Operation, @Args() { key, input }: AddInterventionArgs) {
    return this.agencies.addIntervention(operation, key, input);
  }

  @Act('endIntervention')
  @Mutation(() => HouseholdOutcome, {
    description: 'Set the last day of an intervention. Refused: WITHDRAWN_ALREADY, RANGE_INVERTED, CHANGED_MEANWHILE.',
  })
  endIntervention(@CurrentOperation() operation: Operation, @Args() { key, input }: EndInterventionArgs) {
    return this.agencies.endIntervention(operation, key, input);
  }

  @Act('addWait')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Add what waits for what. Refused: WAIT_ON_ITSELF, WAIT_END_UNKNOWN, INVOLVEMENT_UNKNOWN, PROVISION_UNKNOWN, DATE_FUTURE, DATE_IMPLAUSIBLE.',
  })
  addWait(@CurrentOperation() operation: Operation, @Args() { key, input }: AddWaitArgs) {
    return this.agencies.addWait(operation, key, input);
  }

  @Act('liftWait')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Say that a wait is over. Refused: WITHDRAWN_ALREADY, RANGE_INVERTED, DATE_FUTURE, DATE_IMPLAUSIBLE, CHANGED_MEANWHILE.',
  })
  liftWait(@CurrentOperation() operation: Operation, @Args() { key, input }: LiftWaitArgs) {
    return this.agencies.liftWait(operation, key, input);
  }
}
