import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Check, IsId, Text } from '@doorbraak/access';
import { ScenarioKindEnum, type ScenarioKind } from '@doorbraak/cost';
import { type Cents, type Id, isDecimal, type LocalDate } from '@doorbraak/kernel';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';
import { GroundOfMeasureInput, MOST_GROUNDS } from './ground.inputs';
import { PerspectiveEnum, PublicValueEnum, ReverseTestStepEnum, VerdictEnum } from './plan.entity';
import type { Perspective, PublicValue, ReverseTestStep, Verdict } from './plan.facts';

const MOST = 100;
const Keys = (): PropertyDecorator => (target, property) => {
  ArrayMaxSize(MOST, { message: 'TOO_LONG' })(target, property);
  Text(60, { each: true })(target, property);
};
export const Ids = (): PropertyDecorator => (target, property) => {
  ArrayMaxSize(MOST, { message: 'TOO_LONG' })(target, property);
  IsId({ each: true })(target, property);
};

/** What every act on a plan names. */
@InputType({ isAbstract: true })
export class OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The plan; a decided or stopped one is refused with PLAN_CLOSED.' })
  plan: Id;
}

const SEEN = 'The version that was seen; another one is refused with CHANGED_MEANWHILE.';
const SEEN_OR_NEW =
  'The version that was seen; left out when nobody wrote it yet. Another one is refused with CHANGED_MEANWHILE.';

@InputType({ description: 'A new plan. The caller becomes its author.' })
export class StartPlanInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsOptional()
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day whose law and mandates count; left out = today.' })
  planOn?: LocalDate | null;
}

@InputType({
  description: 'The next version of a decided plan, with everything of it but the positions, the agreement and the decision.',
})
export class StartNewVersionInput {
  @IsId()
  @Field(() => ID, { description: 'The decided or stopped plan.' })
  plan: Id;

  @IsOptional()
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day whose law and mandates count; left out = today.' })
  planOn?: LocalDate | null;
}

@InputType({ description: 'Stopping a plan.' })
export class StopPlanInput extends OnPlan {
  @Field(() => Int, { description: SEEN })
  seen: number;

  @Text(2000)
  @Field({ description: 'Why.' })
  reason: string;
}

@InputType({ description: 'Somebody who is asked to judge one perspective.' })
export class AskAdviserInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The professional.' })
  person: Id;

  @Field(() => PerspectiveEnum, { description: 'Which perspective.' })
  perspective: Perspective;
}

@InputType({ description: 'Somebody who is asked to decide.' })
export class AskDeciderInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The professional.' })
  person: Id;
}

@InputType({ description: 'An asking that ends today.' })
export class EndAskingInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The asking.' })
  asking: Id;
}

@InputType({ description: 'A goal.' })
export class AddGoalInput extends OnPlan {
  @Text(500)
  @Field({ description: 'The goal, in the words of the household.' })
  words: string;

  @IsOptional()
  @Text(500)
  @Field(() => String, { nullable: true, description: 'The first step; left out = none yet.' })
  firstStep?: string | null;
}

@InputType({ description: 'The first step to a goal; it takes the place of the earlier one.' })
export class SetFirstStepInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The goal.' })
  goal: Id;

  @Field(() => Int, { description: SEEN })
  seen: number;

  @Text(500)
  @Field({ description: 'The first step.' })
  firstStep: string;
}

@InputType({ description: 'An answer to one of the four questions of the reverse test.' })
export class AnswerReverseTestInput extends OnPlan {
  @Field(() => ReverseTestStepEnum, { description: 'Which question.' })
  step: ReverseTestStep;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: SEEN_OR_NEW })
  seen?: number | null;

  @Text(4000)
  @Field({ description: 'The answer.' })
  answer: string;
}

@InputType({ description: 'A verdict on one of the three values.' })
export class JudgeValueInput extends OnPlan {
  @Field(() => PublicValueEnum, { description: 'Which value.' })
  value: PublicValue;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: SEEN_OR_NEW })
  seen?: number | null;

  @Field(() => VerdictEnum, { description: 'The verdict.' })
  verdict: Verdict;

  @Text(4000)
  @Field({ description: 'The argument.' })
  argument: string;
}

@InputType({ description: 'A scenario.' })
export class AddScenarioInput extends OnPlan {
  @Field(() => ScenarioKindEnum, { description: 'As now or breakthrough.' })
  kind: ScenarioKind;

  @Text(120)
  @Field({ description: 'Its name.' })
  name: string;

  @Check('BAD_INPUT', (value) => value === 12 || value === 24)
  @Field(() => Int, { description: 'Over how many months, 12 or 24.' })
  horizonMonths: number;
}

/** What a cost line says, of whatever it is the cost. */
@InputType({ isAbstract: true })
class PricedLine {
  @Text(60)
  @Field({ description: 'Key of the unit cost catalogue.' })
  unitCost: string;

  @Text(20)
  @Field({ description: 'Quantity, a decimal as text, such as "1.5".' })
  quantity: string;

  @Text(60)
  @Field({ description: 'Who pays, a key of the list of payers.' })
  payer: string;

  @Field(() => Boolean, { description: 'One-off; else recurring within the horizon.' })
  oneOff: boolean;

  @Text(500)
  @Field({ description: 'What it is for, in a line.' })
  note: string;
}

@InputType({ description: 'A cost line of a scenario, at the price of the day of the plan.' })
export class AddCostLineInput extends PricedLine {
  @IsId()
  @Field(() => ID, { description: 'The plan; a decided or stopped one is refused with PLAN_CLOSED.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The scenario.' })
  scenario: Id;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The measure that it pays for; only in a breakthrough.' })
  measure?: Id | null;

  @IsOptional()
  @Text(20)
  @Field(() => String, { nullable: true, description: 'Probability of an event as now, between 0 and 1; left out = certain.' })
  probability?: string | null;

  @IsOptional()
  @Field(() => Int, {
    nullable: true,
    description:
      'Bring the price to the money of this year by the general consumer price index; left out = it stays in that of its own year. A year without a figure is refused with INDEX_UNKNOWN, a face value with INDEX_NOT_FOR_FACE_VALUE.',
  })
  indexTo?: number | null;

  @IsOptional()
  @IsId()
  @Field(() => ID, {
    nullable: true,
    description:
      'The running help of the household whose cost this line carries on; left out = none. One of another household is refused with INTERVENTION_UNKNOWN.',
  })
  intervention?: Id | null;
}

@InputType({ description: 'Something in a scenario that has no price.' })
export class AddUnpricedInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The scenario.' })
  scenario: Id;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The measure that it belongs to; only in a breakthrough.' })
  measure?: Id | null;

  @Text(60)
  @Field({ description: 'Key of the list of unpriced items.' })
  item: string;

  @Text(500)
  @Field({ description: 'What it is, in a line.' })
  note: string;
}

@InputType({ description: 'A cost line of an intervention of the household, at the price of today.' })
export class AddInterventionCostInput extends PricedLine {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsId()
  @Field(() => ID, { description: 'The intervention.' })
  intervention: Id;
}

@InputType({ description: 'A line of what an intervention costs was a mistake.' })
export class WithdrawInterventionCostInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsId()
  @Field(() => ID, { description: 'The cost line.' })
  line: Id;

  @Text(500)
  @Field({ description: 'Why.' })
  reason: string;
}

@InputType({ description: 'A measure.' })
export class AddMeasureInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The involvement of the agency that does it.' })
  involvement: Id;

  @Text(120)
  @Field({ description: 'Who does it there.' })
  owner: string;

  @Field(() => LocalDateScalar, { description: 'By when.' })
  dueOn: LocalDate;

  @Text(60)
  @Field({ description: 'What it is, a key of the list of services.' })
  service: string;

  @Text(500)
  @Field({ description: 'What it brings about, in a line.' })
  result: string;

  @Ids()
  @Field(() => [ID], { defaultValue: [], description: 'Problems it addresses.' })
  problems: Id[];

  @Ids()
  @Field(() => [ID], { defaultValue: [], description: 'Waits it lifts.' })
  lifts: Id[];

  @IsOptional()
  @Text(60)
  @Field(() => String, {
    nullable: true,
    description: 'Kind of deviation from the standard, as mandates name it; left out = it does not deviate.',
  })
  deviationKind?: string | null;

  @Keys()
  @Field(() => [ID], { defaultValue: [], description: 'Laws that the author adds to those it touches.' })
  lawsAdded: string[];

  @ArrayMaxSize(MOST_GROUNDS, { message: 'TOO_LONG' })
  @ValidateNested({ each: true })
  @Type(() => GroundOfMeasureInput)
  @Field(() => [GroundOfMeasureInput], {
    defaultValue: [],
    description:
      'What it stands on, as far as that is known; judged one after the other, as addGround judges them. All are added or none.',
  })
  grounds: GroundOfMeasureInput[];
}

@InputType({ description: 'A law that a measure would touch, struck out.' })
export class StrikeOutLawInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The measure.' })
  measure: Id;

  @Text(60)
  @Field(() => ID, { description: 'The law.' })
  law: string;

  @Text(500)
  @Field({ description: 'Why it is not touched.' })
  line: string;
}

@InputType({ description: 'The part of one payer.' })
export class FundingShareInput {
  @Text(60)
  @Field(() => ID, { description: 'Who pays, a key of the list of payers.' })
  payer: string;

  @Check('DECIMAL_INVALID', (value) => isDecimal(value) && /[1-9]/.test(value))
  @Field({ description: 'Percentage above zero, a decimal as text.' })
  percent: string;

  @Check('AMOUNT_NEGATIVE', (value) => value === null || value === undefined || (typeof value === 'bigint' && value >= 0n))
  @Field(() => CentsScalar, {
    nullable: true,
    description:
      'The amount. Left out at all shares = the cost of the measure is divided to the cent, as far as all of it has a price.',
  })
  cents?: Cents | null;
}

@InputType({ description: 'Another day by which a measure is there.' })
export class SetMeasureDayInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The measure.' })
  measure: Id;

  @Field(() => Int, { description: SEEN })
  seen: number;

  @Field(() => LocalDateScalar, { description: 'By when.' })
  dueOn: LocalDate;
}

@InputType({ description: 'Who pays a measure; it takes the place of what was said before.' })
export class FundMeasureInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The measure.' })
  measure: Id;

  @Field(() => Int, { description: SEEN })
  seen: number;

  @Field(() => Boolean, { defaultValue: false, description: 'It costs no extra money; then there are no shares.' })
  noExtraMoney: boolean;

  @IsOptional()
  @Text(60)
  @Field(() => ID, { nullable: true, description: 'Who pays first, a key of the list of payers.' })
  advancedBy?: string | null;

  @ArrayMaxSize(MOST, { message: 'TOO_LONG' })
  @ValidateNested({ each: true })
  @Type(() => FundingShareInput)
  @Field(() => [FundingShareInput], { defaultValue: [], description: 'The parts, 100 percent together.' })
  shares: FundingShareInput[];
}
