import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, WithInput, type Operation } from '@doorbraak/access';
import * as inputs from './agreement.inputs';
import { AgreementService } from './agreement.service';
import { PlanOutcome } from './plan.types';

@ArgsType()
class RecordAgreementArgs extends WithInput(inputs.RecordAgreementInput) {}
@ArgsType()
class ProceedWithoutAgreementArgs extends WithInput(inputs.ProceedWithoutAgreementInput) {}

@Resolver()
export class AgreementResolver {
  constructor(private readonly agreements: AgreementService) {}

  @Act('recordAgreement')
  @Mutation(() => PlanOutcome, {
    description:
      'Say yes or no to the plan, or write down what a member of the household said, on screen, on paper or aloud. Refused: AGREEMENT_IS_OWN, ON_SCREEN_IS_OWN, MEMBER_UNKNOWN, DATE_FUTURE, DATE_IMPLAUSIBLE, REQUIRED, CHANGED_MEANWHILE.',
  })
  recordAgreement(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordAgreementArgs) {
    return this.agreements.recordAgreement(operation, key, input);
  }

  @Act('proceedWithoutAgreement')
  @Mutation(() => PlanOutcome, {
    description:
      'Go on although somebody said no, as the asked holder of a mandate and with a reason that stays visible. Refused: NOT_ASKED, AGREEMENT_UNKNOWN, NO_DISAGREEMENT, MANDATE_EXCEEDED, NOT_OWN_PLAN, CHANGED_MEANWHILE.',
  })
  proceedWithoutAgreement(@CurrentOperation() operation: Operation, @Args() { key, input }: ProceedWithoutAgreementArgs) {
    return this.agreements.proceedWithoutAgreement(operation, key, input);
  }
}
