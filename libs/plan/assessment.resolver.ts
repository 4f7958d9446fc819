import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, WithInput, type Operation } from '@doorbraak/access';
import * as inputs from './assessment.inputs';
import { AssessmentService } from './assessment.service';
import { PlanOutcome } from './plan.types';

@ArgsType()
class AssessPerspectiveArgs extends WithInput(inputs.AssessPerspectiveInput) {}

@Resolver()
export class AssessmentResolver {
  constructor(private readonly assessments: AssessmentService) {}

  @Act('assessPerspective')
  @Mutation(() => PlanOutcome, {
    description:
      'Assess the perspective that you were asked for. Refused: NOT_ASKED, AUTHOR_DOES_NOT_ASSESS, ONE_PERSPECTIVE_EACH, CHANGED_MEANWHILE, PLAN_CLOSED.',
  })
  assessPerspective(@CurrentOperation() operation: Operation, @Args() { key, input }: AssessPerspectiveArgs) {
    return this.assessments.assessPerspective(operation, key, input);
  }
}
