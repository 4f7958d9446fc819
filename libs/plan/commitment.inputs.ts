import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsId, Text } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import { CertaintyEnum } from './commitment.entity';
import type { Certainty } from './commitment.rules';

/** What every edit of a promise names. */
@InputType({ isAbstract: true })
abstract class CommitmentEdit {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, {
    description: 'The promise; one of another plan, or one that is not for you, is refused with COMMITMENT_UNKNOWN.',
  })
  commitment: Id;

  @Field(() => Int, { description: 'The version of the promise that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;
}

@InputType({
  description:
    'A promise. Exactly one of involvement, person and professional makes it; otherwise it is refused with PROMISER_NOT_ONE.',
})
export class AddCommitmentInput {
  @IsId()
  @Field(() => ID, { description: 'The plan, open or decided.' })
  plan: Id;

  @IsOptional()
  @IsId()
  @Field(() => ID, {
    nullable: true,
    description: 'The involvement of the agency that promises; a liaison names an own one only.',
  })
  involvement?: Id | null;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The member of the household who promises; a member names oneself only.' })
  person?: Id | null;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The professional of the municipality who promises.' })
  professional?: Id | null;

  @Text(1000)
  @Field({ description: 'What is promised, in words that the household understands.' })
  what: string;

  @Field(() => LocalDateScalar, {
    description: 'Its last day; a promise that is written down afterwards may have a day that passed.',
  })
  dueOn: LocalDate;

  @Field(() => CertaintyEnum, { description: 'How certain it is.' })
  certainty: Certainty;
}

@InputType({ description: 'A promise was kept.' })
export class KeepCommitmentInput extends CommitmentEdit {
  @Field(() => LocalDateScalar, { description: 'The day; in the future is refused with DATE_FUTURE.' })
  keptOn: LocalDate;
}

@InputType({
  description: 'A promise comes later, and the household knows. Said once more it takes the place of what was said before.',
})
export class ReportLateInput extends CommitmentEdit {
  @Field(() => LocalDateScalar, {
    description: 'The day on which the household was told, today or earlier; in the future is refused with DATE_FUTURE.',
  })
  toldOn: LocalDate;

  @Field(() => LocalDateScalar, {
    description:
      'The new last day, as the household was told: after that day (RANGE_INVERTED) and after the day that was promised first (NOT_LATER).',
  })
  newDueOn: LocalDate;

  @Text(1000)
  @Field({ description: 'Why, as the household was told.' })
  reason: string;
}

@InputType({ description: 'A promise will not be kept.' })
export class BreakCommitmentInput extends CommitmentEdit {
  @Field(() => LocalDateScalar, { description: 'The day on which that was clear; in the future is refused with DATE_FUTURE.' })
  brokenOn: LocalDate;

  @Text(1000)
  @Field({ description: 'Why.' })
  reason: string;
}
