import { Field, ID, InputType } from '@nestjs/graphql';
import { IsId, Text } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';

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
export class FinishMeasureInput extends Step {}

@InputType({ description: 'A measure is not carried out any more.' })
export class DropMeasureInput extends Step {
  @Text(2000)
  @Field({ description: 'Why.' })
  reason: string;
}
