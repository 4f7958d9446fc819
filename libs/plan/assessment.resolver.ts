import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, WithInput, type Operation } from '@doorbraak/access';
import * as inputs from './assessment.inputs';
import { AssessmentService } from './assessment.service';
import { PerspectiveVerdictType } from './assessment.types';
import { perspectiveVerdict } from './perspective.rules';
import { BreakthroughPlan } from './plan.entity';
import { PlanBooks } from './plan.load';
import { PlanOutcome } from './plan.types';

@ArgsType()
class AssessPerspectiveArgs extends WithInput(inputs.AssessPerspectiveInput) {}

@Resolver(() => BreakthroughPlan)
export class AssessmentResolver {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly books: PlanBooks,
  ) {}

  @Data(DataClass.K7)
  @ResolveField(() => PerspectiveVerdictType, {
    nullable: true,
    description:
      'What the three perspectives come to together. Computed from the verdicts; the arguments stay apart. Null = not for an agency.',
  })
  async perspectiveVerdict(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return perspectiveVerdict(await this.books.of(operation, plan));
  }

  @Act('assessPerspective')
  @Mutation(() => PlanOutcome, {
    description:
      'Assess the perspective that you were asked for. Refused: NOT_ASKED, AUTHOR_DOES_NOT_ASSESS, ONE_PERSPECTIVE_EACH, CHANGED_MEANWHILE.',
  })
  assessPerspective(@CurrentOperation() operation: Operation, @Args() { key, input }: AssessPerspectiveArgs) {
    return this.assessments.assessPerspective(operation, key, input);
  }
}
