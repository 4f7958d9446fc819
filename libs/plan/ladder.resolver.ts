import { Args, ArgsType, Mutation, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation, WithInput } from '@doorbraak/access';
import * as inputs from './ladder.inputs';
import { LadderService } from './ladder.service';
import { PlanOutcome } from './plan.types';

@ArgsType()
class EscalatePositionArgs extends WithInput(inputs.EscalatePositionInput) {}
@ArgsType()
class RecordEscalationOutcomeArgs extends WithInput(inputs.RecordEscalationOutcomeInput) {}

/** Why a step up the ladder is refused, whatever it is for. */
export const CLIMB =
  'CLOCK_STILL_RUNS, ESCALATED_ALREADY (this rung or a higher one), RUNG_SKIPPED (2 comes after 1, 3 after 2), LOCAL_RUNGS_NOT_DOCUMENTED (rungs 4 and 5), DESK_COMES_FIRST (rung 5), REQUIRED (a clock on rungs 1 to 3), NATIONAL_HAS_NO_CLOCK, CLOCK_BEYOND_CALENDAR, CHANGED_MEANWHILE';

@Resolver()
export class LadderResolver {
  constructor(private readonly ladder: LadderService) {}

  @Act('escalatePosition')
  @Mutation(() => PlanOutcome, {
    description: `Take silence or a no one step up the ladder. Whoever leads goes on leading. Refused: POSITION_UNKNOWN, POSITION_ANSWERED_ALREADY, ${CLIMB}.`,
  })
  escalatePosition(@CurrentOperation() operation: Operation, @Args() { key, input }: EscalatePositionArgs) {
    return this.ladder.escalatePosition(operation, key, input);
  }

  @Act('recordEscalationOutcome')
  @Mutation(() => PlanOutcome, {
    description:
      'Write down what came of a step up the ladder. Refused: ESCALATION_UNKNOWN, STEP_OVER_ALREADY, CLOCK_STILL_RUNS (NO_ANSWER while there is time to answer), CHANGED_MEANWHILE.',
  })
  recordEscalationOutcome(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordEscalationOutcomeArgs) {
    return this.ladder.recordEscalationOutcome(operation, key, input);
  }
}
