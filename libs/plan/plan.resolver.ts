import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, IsId, type Operation, WithInput } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { MeasureService } from './measure.service';
import { BreakthroughPlan } from './plan.entity';
import * as inputs from './plan.inputs';
import { PlanService } from './plan.service';
import { PlanOutcome } from './plan.types';

@ArgsType()
class PlanArgs {
  @IsId()
  @Field(() => ID, { description: 'Id of the plan.' })
  id: Id;
}
@ArgsType()
class StartPlanArgs extends WithInput(inputs.StartPlanInput) {}
@ArgsType()
class StartNewVersionArgs extends WithInput(inputs.StartNewVersionInput) {}
@ArgsType()
class StopPlanArgs extends WithInput(inputs.StopPlanInput) {}
@ArgsType()
class AskAdviserArgs extends WithInput(inputs.AskAdviserInput) {}
@ArgsType()
class AskDeciderArgs extends WithInput(inputs.AskDeciderInput) {}
@ArgsType()
class EndAskingArgs extends WithInput(inputs.EndAskingInput) {}
@ArgsType()
class AddGoalArgs extends WithInput(inputs.AddGoalInput) {}
@ArgsType()
class SetFirstStepArgs extends WithInput(inputs.SetFirstStepInput) {}
@ArgsType()
class AnswerReverseTestArgs extends WithInput(inputs.AnswerReverseTestInput) {}
@ArgsType()
class JudgeValueArgs extends WithInput(inputs.JudgeValueInput) {}
@ArgsType()
class AddScenarioArgs extends WithInput(inputs.AddScenarioInput) {}
@ArgsType()
class AddCostLineArgs extends WithInput(inputs.AddCostLineInput) {}
@ArgsType()
class AddUnpricedArgs extends WithInput(inputs.AddUnpricedInput) {}
@ArgsType()
class AddMeasureArgs extends WithInput(inputs.AddMeasureInput) {}
@ArgsType()
class SetMeasureDayArgs extends WithInput(inputs.SetMeasureDayInput) {}
@ArgsType()
class StrikeOutLawArgs extends WithInput(inputs.StrikeOutLawInput) {}
@ArgsType()
class FundMeasureArgs extends WithInput(inputs.FundMeasureInput) {}

/** Every act answers with the plan as it is now. */
@Resolver(() => BreakthroughPlan)
export class PlanResolver {
  constructor(
    private readonly plans: PlanService,
    private readonly measures: MeasureService,
  ) {}

  @Act('readPlan')
  @Query(() => BreakthroughPlan, {
    nullable: true,
    description: 'One version of a plan with everything of it that is for you; null when it does not exist or is not for you.',
  })
  plan(@CurrentOperation() operation: Operation, @Args() { id }: PlanArgs) {
    return this.plans.plan(operation, id);
  }

  @Act('startPlan')
  @Mutation(() => PlanOutcome, {
    description: 'Start a plan; the caller becomes its author. Refused: LEAD_OR_DEPUTY_MISSING, PLAN_OPEN_ALREADY.',
  })
  startPlan(@CurrentOperation() operation: Operation, @Args() { key, input }: StartPlanArgs) {
    return this.plans.startPlan(operation, key, input);
  }

  @Act('startNewVersion')
  @Mutation(() => PlanOutcome, {
    description:
      'Start the next version of a decided or stopped plan, without its perspectives, positions, agreement and decision. Refused: PLAN_NOT_DECIDED, PLAN_OPEN_ALREADY, LEAD_OR_DEPUTY_MISSING.',
  })
  startNewVersion(@CurrentOperation() operation: Operation, @Args() { key, input }: StartNewVersionArgs) {
    return this.plans.startNewVersion(operation, key, input);
  }

  @Act('stopPlan')
  @Mutation(() => PlanOutcome, {
    description:
      'Stop a plan today, with a reason, while it is made or after it was decided. What was decided stays to be read; no measure begins any more, nothing is promised, no review is due, and help that runs goes on until it is ended. Refused: CHANGED_MEANWHILE.',
  })
  stopPlan(@CurrentOperation() operation: Operation, @Args() { key, input }: StopPlanArgs) {
    return this.plans.stopPlan(operation, key, input);
  }

  @Act('askAdviser')
  @Mutation(() => PlanOutcome, {
    description:
      'Ask somebody to judge one perspective; that opens the plan to them. Refused: NOT_A_PROFESSIONAL, ROLE_UNSUITED, AUTHOR_DOES_NOT_ASSESS, ASKED_ALREADY, ONE_PERSPECTIVE_EACH.',
  })
  askAdviser(@CurrentOperation() operation: Operation, @Args() { key, input }: AskAdviserArgs) {
    return this.plans.askAdviser(operation, key, input);
  }

  @Act('askDecider')
  @Mutation(() => PlanOutcome, {
    description:
      'Ask somebody who holds a mandate to decide; that opens the plan to them. Refused: NOT_A_PROFESSIONAL, ROLE_UNSUITED, NOT_OWN_PLAN, MANDATE_MISSING, ASKED_ALREADY.',
  })
  askDecider(@CurrentOperation() operation: Operation, @Args() { key, input }: AskDeciderArgs) {
    return this.plans.askDecider(operation, key, input);
  }

  @Act('endAsking')
  @Mutation(() => PlanOutcome, { description: 'From today somebody is asked no more, and reads nothing of the household by it.' })
  endAsking(@CurrentOperation() operation: Operation, @Args() { key, input }: EndAskingArgs) {
    return this.plans.endAsking(operation, key, input);
  }

  @Act('addGoal')
  @Mutation(() => PlanOutcome, { description: 'Add a goal behind the others. Refused: LIST_FULL.' })
  addGoal(@CurrentOperation() operation: Operation, @Args() { key, input }: AddGoalArgs) {
    return this.plans.addGoal(operation, key, input);
  }

  @Act('setFirstStep')
  @Mutation(() => PlanOutcome, { description: 'Say what the first step to a goal is. Refused: CHANGED_MEANWHILE.' })
  setFirstStep(@CurrentOperation() operation: Operation, @Args() { key, input }: SetFirstStepArgs) {
    return this.plans.setFirstStep(operation, key, input);
  }

  @Act('answerReverseTest')
  @Mutation(() => PlanOutcome, { description: 'Answer a question of the reverse test. Refused: CHANGED_MEANWHILE.' })
  answerReverseTest(@CurrentOperation() operation: Operation, @Args() { key, input }: AnswerReverseTestArgs) {
    return this.plans.answerReverseTest(operation, key, input);
  }

  @Act('judgeValue')
  @Mutation(() => PlanOutcome, { description: 'Judge one of the three values. Refused: CHANGED_MEANWHILE.' })
  judgeValue(@CurrentOperation() operation: Operation, @Args() { key, input }: JudgeValueArgs) {
    return this.plans.judgeValue(operation, key, input);
  }

  @Act('addScenario')
  @Mutation(() => PlanOutcome, { description: 'Add a scenario. Refused: AS_NOW_EXISTS, HORIZON_DIFFERS, LIST_FULL.' })
  addScenario(@CurrentOperation() operation: Operation, @Args() { key, input }: AddScenarioArgs) {
    return this.measures.addScenario(operation, key, input);
  }

  @Act('addCostLine')
  @Mutation(() => PlanOutcome, {
    description:
      'Add a cost line to a scenario. Refused: UNIT_COST_UNKNOWN, UNIT_COST_DISABLED, UNIT_COST_NOT_VALID, PAYER_UNKNOWN, PAYER_DIFFERS_FROM_PRICE, DECIMAL_INVALID, QUANTITY_ZERO, PROBABILITY_OUTSIDE_AS_NOW, PROBABILITY_RANGE, AMOUNT_RANGE, INDEX_UNKNOWN, INDEX_NOT_FOR_FACE_VALUE, MEASURE_UNKNOWN, INTERVENTION_UNKNOWN, LIST_FULL.',
  })
  addCostLine(@CurrentOperation() operation: Operation, @Args() { key, input }: AddCostLineArgs) {
    return this.measures.addCostLine(operation, key, input);
  }

  @Act('addUnpriced')
  @Mutation(() => PlanOutcome, {
    description: 'Add what has no price to a scenario. Refused: UNPRICED_ITEM_UNKNOWN, MEASURE_UNKNOWN, LIST_FULL.',
  })
  addUnpriced(@CurrentOperation() operation: Operation, @Args() { key, input }: AddUnpricedArgs) {
    return this.measures.addUnpriced(operation, key, input);
  }

  @Act('addMeasure')
  @Mutation(() => PlanOutcome, {
    description:
      'Add a measure, with the grounds that are known already. Refused: INVOLVEMENT_UNKNOWN, SERVICE_UNKNOWN, PROBLEM_UNKNOWN, WAIT_UNKNOWN, WAIT_NOT_LIFTABLE, LAW_UNKNOWN, LIST_FULL, and what addGround refuses.',
  })
  addMeasure(@CurrentOperation() operation: Operation, @Args() { key, input }: AddMeasureArgs) {
    return this.measures.addMeasure(operation, key, input);
  }

  @Act('setMeasureDay')
  @Mutation(() => PlanOutcome, {
    description:
      'Say by when a measure is there, when that changes; not while its agency is asked or has answered for the day that stands there (ENTRY_IN_USE). Refused: MEASURE_UNKNOWN, ENTRY_IN_USE, CHANGED_MEANWHILE.',
  })
  setMeasureDay(@CurrentOperation() operation: Operation, @Args() { key, input }: SetMeasureDayArgs) {
    return this.measures.setMeasureDay(operation, key, input);
  }

  @Act('strikeOutLaw')
  @Mutation(() => PlanOutcome, {
    description:
      'Strike out a law that a measure would touch. Refused: MEASURE_UNKNOWN, LAW_NOT_TOUCHED, LAW_STRUCK_OUT_ALREADY.',
  })
  strikeOutLaw(@CurrentOperation() operation: Operation, @Args() { key, input }: StrikeOutLawArgs) {
    return this.measures.strikeOutLaw(operation, key, input);
  }

  @Act('fundMeasure')
  @Mutation(() => PlanOutcome, {
    description:
      'Say who pays a measure. Refused: MEASURE_UNKNOWN, PAYER_UNKNOWN, PAYER_TWICE, SHARES_NOT_100, SHARE_DIFFERS_FROM_PERCENT, DECIMAL_INVALID, PERCENT_RANGE, NO_EXTRA_MONEY_AND_SHARES, NO_EXTRA_MONEY_BUT_COST, REQUIRED, CHANGED_MEANWHILE.',
  })
  fundMeasure(@CurrentOperation() operation: Operation, @Args() { key, input }: FundMeasureArgs) {
    return this.measures.fundMeasure(operation, key, input);
  }
}
