import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Check, IsId, Text, within } from '@doorbraak/access';
import { type Id, isDecimal, type LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import { BottleneckKindEnum, ExperienceHowEnum, PeriodKindEnum } from './outcome.entity';
import { type BottleneckKind, type ExperienceHow, type PeriodKind, REVIEW_MONTHS, type ReviewMonths } from './outcome.rules';

const isScore = within(1, 5);

@InputType({ isAbstract: true })
abstract class OnDecidedPlan {
  @IsId()
  @Field(() => ID, { description: 'The plan; one that is not decided is refused with PLAN_STILL_OPEN.' })
  plan: Id;
}

@InputType({ description: 'How a life domain stands.' })
export class DomainScoreInput {
  @Text(60)
  @Field(() => ID, { description: 'Life domain, a key of the list.' })
  domain: string;

  @Check('SCORE_RANGE', isScore)
  @Field(() => Int, { description: '1 crisis, 2 not managing, 3 managing with help, 4 mostly managing, 5 managing.' })
  score: number;
}

/** What a review tells. */
@InputType({ isAbstract: true })
export abstract class ReviewInput extends OnDecidedPlan {
  @ArrayMaxSize(30, { message: 'TOO_LONG' })
  @ValidateNested({ each: true })
  @Type(() => DomainScoreInput)
  @Field(() => [DomainScoreInput], { description: 'How life domains stand; at least one (REQUIRED), each once (DOMAIN_TWICE).' })
  scores: DomainScoreInput[];

  @IsOptional()
  @Check('DECIMAL_INVALID', isDecimal)
  @Field(() => String, {
    nullable: true,
    description: 'Contacts with agencies a month, a decimal as text; left out = not known.',
  })
  contactsPerMonth?: string | null;

  @IsOptional()
  @Check('DECIMAL_INVALID', isDecimal)
  @Field(() => String, {
    nullable: true,
    description: 'Hours of professionals since the last review, a decimal as text; left out = not known.',
  })
  hours?: string | null;

  @IsOptional()
  @Text(2000)
  @Field(() => String, { nullable: true, description: 'What was said, in a few words.' })
  words?: string | null;
}

@InputType({ description: 'A review with the household.' })
export class RecordReviewInput extends ReviewInput {
  @Check('REVIEW_MONTHS', (value) => REVIEW_MONTHS.includes(value as ReviewMonths))
  @Field(() => Int, { description: 'Months after the decision: 0, 3, 6 or 12 (else REVIEW_MONTHS).' })
  months: ReviewMonths;

  @Field(() => LocalDateScalar, {
    description:
      'When; from a month before its day on (REVIEW_TOO_EARLY), the first one before the day of the second (REVIEW_TOO_LATE), not in the future.',
  })
  heldOn: LocalDate;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'It is the last one; only at twelve months (CLOSES_ONLY_AT_TWELVE).',
  })
  closes: boolean;
}

@InputType({ description: 'What a review should have told, whole. Its term and its day stay.' })
export class CorrectReviewInput extends ReviewInput {
  @IsId()
  @Field(() => ID, { description: 'The review that was written down wrongly.' })
  review: Id;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'It is the last one after all, as when its year was not over yet; one that was the last one stays it.',
  })
  closes: boolean;

  @Text(500)
  @Field({ description: 'What was wrong.' })
  reason: string;
}

@InputType({ description: 'What twelve months cost, or that it is not known. The days follow from the decision.' })
export class RecordRealisedInput extends OnDecidedPlan {
  @Field(() => PeriodKindEnum, {
    description: 'Before or after the decision; the second not before it is over (PERIOD_NOT_OVER).',
  })
  kind: PeriodKind;

  @Field(() => Boolean, { description: 'Is it known? If not, cost lines are refused with PERIOD_NOT_KNOWN.' })
  known: boolean;
}

@InputType({ description: 'A cost that was really made.' })
export class AddRealisedCostInput extends OnDecidedPlan {
  @IsId()
  @Field(() => ID, { description: 'The period.' })
  period: Id;

  @Text(60)
  @Field({ description: 'Key of the unit cost catalogue; the price of the last day of the period counts.' })
  unitCost: string;

  @Text(40)
  @Field({ description: 'Quantity, a decimal as text.' })
  quantity: string;

  @Text(60)
  @Field({ description: 'Who paid, a key of the list of payers.' })
  payer: string;

  @Field(() => Boolean, { description: 'One-off; else recurring.' })
  oneOff: boolean;

  @Text(500)
  @Field({ description: 'What it was for, in a line.' })
  note: string;
}

@InputType({ description: 'Something that was there and has no price.' })
export class AddRealisedUnpricedInput extends OnDecidedPlan {
  @IsId()
  @Field(() => ID, { description: 'The period.' })
  period: Id;

  @Text(60)
  @Field({ description: 'Key of the list of unpriced items.' })
  item: string;

  @Text(500)
  @Field({ description: 'What it is, in a line.' })
  note: string;
}

@InputType({ description: 'How a member of the household was heard, respected and treated.' })
export class GiveExperienceInput extends OnDecidedPlan {
  @IsId()
  @Field(() => ID, { description: 'The person; a member speaks for oneself only (EXPERIENCE_IS_OWN).' })
  person: Id;

  @Field(() => LocalDateScalar, { description: 'When; not in the future (DATE_FUTURE).' })
  onDay: LocalDate;

  @Check('SCORE_RANGE', isScore)
  @Field(() => Int, { description: 'Could you tell your story? 1 to 5.' })
  voice: number;

  @Check('SCORE_RANGE', isScore)
  @Field(() => Int, { description: 'Were you treated with respect? 1 to 5.' })
  respect: number;

  @Check('SCORE_RANGE', isScore)
  @Field(() => Int, { description: 'Was the decision made fairly, in your eyes? 1 to 5.' })
  treatment: number;

  @IsOptional()
  @Text(2000)
  @Field(() => String, { nullable: true, description: 'In own words.' })
  words?: string | null;

  @Field(() => ExperienceHowEnum, { description: 'On the own screen, or aloud to a professional (ON_SCREEN_IS_OWN).' })
  how: ExperienceHow;
}

@InputType({ description: 'The provision that stood in the way.' })
export class AddBottleneckInput extends OnDecidedPlan {
  @Text(120)
  @Field({ description: 'The provision.' })
  provision: string;

  @IsId()
  @Field(() => ID, { description: 'The problem of this household.' })
  problem: Id;

  @Text(500)
  @Field({ description: 'What stood in the way, in a line.' })
  obstacle: string;

  @Field(() => BottleneckKindEnum, { description: 'Fix or solve.' })
  kind: BottleneckKind;
}

@InputType({ description: 'An entry was a mistake.' })
export class WithdrawFromOutcomeInput extends OnDecidedPlan {
  @IsId()
  @Field(() => ID, {
    description:
      'A review, a period or a line of it, a bottleneck, or an experience: the own one, or one written down for a member.',
  })
  entry: Id;

  @Text(500)
  @Field({ description: 'Why.' })
  reason: string;
}

@InputType({ description: 'A correction of what was handed to the reports.' })
export class AdjustFactInput extends OnDecidedPlan {
  @Text(500)
  @Field({ description: 'What was wrong.' })
  reason: string;
}

@InputType({ description: 'What the household says about its figures in statistics.' })
export class StatisticsInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @Text(500)
  @Field({ description: 'Why, in own words.' })
  reason: string;
}

@InputType({ description: 'The household objects to use in statistics.' })
export class ObjectToStatisticsInput extends StatisticsInput {}

@InputType({ description: 'The household asks to be erased from what reports are made of.' })
export class EraseFromStatisticsInput extends StatisticsInput {}
