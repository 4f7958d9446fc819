import { Args, ArgsType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, PageArgs, WithInput, type Operation } from '@doorbraak/access';
import * as inputs from './position.inputs';
import { PositionService } from './position.service';
import { AgencyQuestionConnection } from './position.types';
import { QuestionService } from './question.service';
import { PlanOutcome } from './plan.types';

@ArgsType()
class AskPositionArgs extends WithInput(inputs.AskPositionInput) {}
@ArgsType()
class AnswerPositionArgs extends WithInput(inputs.AnswerPositionInput) {}
@ArgsType()
class AcceptConditionArgs extends WithInput(inputs.AcceptConditionInput) {}
@ArgsType()
class AnswerObjectionArgs extends WithInput(inputs.AnswerObjectionInput) {}
@ArgsType()
class ProceedWithoutAnswerArgs extends WithInput(inputs.ProceedWithoutAnswerInput) {}

@Resolver()
export class PositionResolver {
  constructor(
    private readonly positions: PositionService,
    private readonly questions: QuestionService,
  ) {}

  @Act('readMyQuestions')
  @Query(() => AgencyQuestionConnection, {
    description: 'What my agency was asked, open questions first; hand in `endCursor` as `after` to go on. For liaisons.',
  })
  myQuestions(@CurrentOperation() operation: Operation, @Args() { first, after }: PageArgs) {
    return this.questions.myQuestions(operation, first, after);
  }

  @Act('askPosition')
  @Mutation(() => PlanOutcome, {
    description:
      'Ask an agency what it says of its measures, with a clock in working days. Refused: NOTHING_TO_ASK, POSITION_ASKED_ALREADY, CLOCK_BEYOND_CALENDAR, CHANGED_MEANWHILE.',
  })
  askPosition(@CurrentOperation() operation: Operation, @Args() { key, input }: AskPositionArgs) {
    return this.positions.askPosition(operation, key, input);
  }

  @Act('answerPosition')
  @Mutation(() => PlanOutcome, {
    description:
      'Answer for your agency, in time or late; until the decision it may be changed. Refused: POSITION_UNKNOWN, REQUIRED (a reason for an objection, a condition for AGREES_IF), CONDITION_IN_A_YES, PROVISION_UNKNOWN, CHANGED_MEANWHILE.',
  })
  answerPosition(@CurrentOperation() operation: Operation, @Args() { key, input }: AnswerPositionArgs) {
    return this.positions.answerPosition(operation, key, input);
  }

  @Act('acceptCondition')
  @Mutation(() => PlanOutcome, {
    description:
      'Accept the condition on which an agency agrees. Refused: POSITION_UNKNOWN, NO_OPEN_CONDITION, CHANGED_MEANWHILE.',
  })
  acceptCondition(@CurrentOperation() operation: Operation, @Args() { key, input }: AcceptConditionArgs) {
    return this.positions.acceptCondition(operation, key, input);
  }

  @Act('answerObjection')
  @Mutation(() => PlanOutcome, {
    description:
      'Answer an objection, or a no that was heard on the ladder; it blocks until it is answered, not until it is withdrawn. Refused: POSITION_UNKNOWN, NO_OBJECTION, CHANGED_MEANWHILE.',
  })
  answerObjection(@CurrentOperation() operation: Operation, @Args() { key, input }: AnswerObjectionArgs) {
    return this.positions.answerObjection(operation, key, input);
  }

  @Act('proceedWithoutAnswer')
  @Mutation(() => PlanOutcome, {
    description:
      'Go on although an agency did not answer, also not after escalation, as the asked holder of a mandate and with a reason that stays visible. Refused: NOT_ASKED, POSITION_UNKNOWN, SILENCE_NOT_ESTABLISHED, MANDATE_EXCEEDED, NOT_OWN_PLAN, CHANGED_MEANWHILE.',
  })
  proceedWithoutAnswer(@CurrentOperation() operation: Operation, @Args() { key, input }: ProceedWithoutAnswerArgs) {
    return this.positions.proceedWithoutAnswer(operation, key, input);
  }
}
