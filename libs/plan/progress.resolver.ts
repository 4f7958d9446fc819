import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, WithInput } from '@doorbraak/access';
import { Measure } from './plan.entity';
import { PlanBooks } from './plan.load';
import { PlanOutcome } from './plan.types';
import * as inputs from './progress.inputs';
import { progressState, stepsOf } from './progress.rules';
import { ProgressService } from './progress.service';
import { MeasureProgress } from './progress.types';

@ArgsType()
class StartMeasureArgs extends WithInput(inputs.StartMeasureInput) {}
@ArgsType()
class FinishMeasureArgs extends WithInput(inputs.FinishMeasureInput) {}
@ArgsType()
class DropMeasureArgs extends WithInput(inputs.DropMeasureInput) {}

@Resolver(() => Measure)
export class ProgressResolver {
  constructor(
    private readonly progresses: ProgressService,
    private readonly books: PlanBooks,
  ) {}

  @Act('startMeasure')
  @Mutation(() => PlanOutcome, {
    description:
      'A measure of a decided plan begins: it becomes an intervention of its agency for its problems. Refused: PLAN_REPLACED, MEASURE_UNKNOWN, MEASURE_STARTED_ALREADY, MEASURE_CLOSED, DATE_FUTURE, DATE_IMPLAUSIBLE, RANGE_INVERTED, INVOLVEMENT_UNKNOWN, SERVICE_UNKNOWN.',
  })
  startMeasure(@CurrentOperation() operation: Operation, @Args() { key, input }: StartMeasureArgs) {
    return this.progresses.startMeasure(operation, key, input);
  }

  @Act('finishMeasure')
  @Mutation(() => PlanOutcome, {
    description:
      'A measure of a decided plan is done, also one that never began because it was done in one talk. Help that began for it goes on until it is ended. When lead or deputy says so, the waits that it lifts, or those named here, are lifted that day; when the agency says so of its own measure they stay for lead or deputy to look at (`waitsLeft`). Refused: MEASURE_UNKNOWN, MEASURE_CLOSED, WAIT_UNKNOWN, WAIT_NOT_LIFTABLE, DATE_FUTURE, DATE_IMPLAUSIBLE, RANGE_INVERTED.',
  })
  finishMeasure(@CurrentOperation() operation: Operation, @Args() { key, input }: FinishMeasureArgs) {
    return this.progresses.finishMeasure(operation, key, input);
  }

  @Act('dropMeasure')
  @Mutation(() => PlanOutcome, {
    description:
      'A measure of a decided plan is not carried out any more; help that began for it ends that day. Refused: MEASURE_UNKNOWN, MEASURE_CLOSED, DATE_FUTURE, DATE_IMPLAUSIBLE, RANGE_INVERTED.',
  })
  dropMeasure(@CurrentOperation() operation: Operation, @Args() { key, input }: DropMeasureArgs) {
    return this.progresses.dropMeasure(operation, key, input);
  }

  @Data(DataClass.K7)
  @ResolveField(() => MeasureProgress, { description: 'How far it is carried out.' })
  async progress(@CurrentOperation() operation: Operation, @Parent() measure: Measure): Promise<MeasureProgress> {
    const { steps: all, household } = await this.books.of(operation, measure);
    const steps = stepsOf(measure, all);
    const state = progressState(steps);
    const standing = household.liveWaits.filter(({ id }) => measure.lifts.includes(id));
    return {
      state,
      steps,
      waitsLeft: state === 'DONE' ? standing.map(({ id }) => id) : [],
    };
  }
}
