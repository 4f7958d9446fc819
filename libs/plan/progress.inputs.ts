import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsId, Text } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import { Ids } from './plan.inputs';

/** What every step of a measure names. */
@InputType({ isAbstract: true })
abstract class Step {
  @IsId()
  @Field(() => ID, { description: 'The plan; it was decided.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The measure.' })
  measure: Id;

  @Field(() => LocalDateScalar, {
    description: 'The day: today or earlier (DATE_FUTURE), not before the decision and not before it started (RANGE_INVERTED).',
  })
  onDay: LocalDate;
}

@InputType({ description: 'A measure begins.' })
export class StartMeasureInput extends Step {}

@InputType({ description: 'A measure is done.' })
export class FinishMeasureInput extends Step {
  @IsOptional()
  @Ids()
  @Field(() => [ID], {
    nullable: true,
    description: 'The waits that end by it, as whoever holds the household sees it; left out = those that the measure lifts.',
  })
  lifts?: Id[] | null;
}

@InputType({ description: 'A measure is not carried out any more.' })
export class DropMeasureInput extends Step {
  @Text(2000)
  @Field({ description: 'Why.' })
  reason: string;
}
