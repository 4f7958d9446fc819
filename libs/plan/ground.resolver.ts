import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, WithInput, type Operation } from '@doorbraak/access';
import * as inputs from './ground.inputs';
import { GroundService } from './ground.service';
import { PlanOutcome } from './plan.types';

@ArgsType()
class AddGroundArgs extends WithInput(inputs.AddGroundInput) {}
@ArgsType()
class AnswerLimitsArgs extends WithInput(inputs.AnswerLimitsInput) {}
@ArgsType()
class AddContradictionArgs extends WithInput(inputs.AddContradictionInput) {}
@ArgsType()
class ResolveContradictionArgs extends WithInput(inputs.ResolveContradictionInput) {}
@ArgsType()
class DismissPatternArgs extends WithInput(inputs.DismissPatternInput) {}

@Resolver()
export class GroundResolver {
  constructor(private readonly grounds: GroundService) {}

  @Act('addGround')
  @Mutation(() => PlanOutcome, {
    description:
      'Cite a provision under a measure, as it was on the day of the plan and is known today. Refused: MEASURE_UNKNOWN, PROVISION_UNKNOWN, GROUND_EXISTS, ROLE_DIFFERS, OWN_RULE_GIVES_NO_ROOM, ANSWER_WITHOUT_ROOM, ANSWERED_IS_NO_LIMIT, LIST_FULL.',
  })
  addGround(@CurrentOperation() operation: Operation, @Args() { key, input }: AddGroundArgs) {
    return this.grounds.addGround(operation, key, input);
  }

  @Act('answerLimits')
  @Mutation(() => PlanOutcome, {
    description:
      'Say which limits a ground answers. Refused: GROUND_UNKNOWN, ANSWER_WITHOUT_ROOM, ANSWERED_IS_NO_LIMIT, CHANGED_MEANWHILE.',
  })
  answerLimits(@CurrentOperation() operation: Operation, @Args() { key, input }: AnswerLimitsArgs) {
    return this.grounds.answerLimits(operation, key, input);
  }

  @Act('addContradiction')
  @Mutation(() => PlanOutcome, {
    description:
      'Write down that two grounds contradict each other. Refused: GROUND_UNKNOWN, CONTRADICTION_WITH_ITSELF, PATTERN_UNKNOWN, PATTERN_SIDES_DIFFER, PATTERN_TYPE_DIFFERS, REQUIRED, LIST_FULL.',
  })
  addContradiction(@CurrentOperation() operation: Operation, @Args() { key, input }: AddContradictionArgs) {
    return this.grounds.addContradiction(operation, key, input);
  }

  @Act('resolveContradiction')
  @Mutation(() => PlanOutcome, {
    description:
      'Say what resolves a contradiction: at least one ground that gives room or protects (CONTRADICTION_UNRESOLVED). Refused also: CONTRADICTION_UNKNOWN, GROUND_UNKNOWN, CHANGED_MEANWHILE.',
  })
  resolveContradiction(@CurrentOperation() operation: Operation, @Args() { key, input }: ResolveContradictionArgs) {
    return this.grounds.resolveContradiction(operation, key, input);
  }

  @Act('dismissPattern')
  @Mutation(() => PlanOutcome, {
    description: 'Set a proposed contradiction aside with one line. Refused: MEASURE_UNKNOWN, PATTERN_NOT_PROPOSED.',
  })
  dismissPattern(@CurrentOperation() operation: Operation, @Args() { key, input }: DismissPatternArgs) {
    return this.grounds.dismissPattern(operation, key, input);
  }
}
