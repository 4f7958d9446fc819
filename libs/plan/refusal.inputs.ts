import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsId, Text } from '@doorbraak/access';
import { ContactChannel } from '@doorbraak/household';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';

@InputType({ description: 'A no of an agency.' })
export class RecordRefusalInput {
  @IsId()
  @Field(() => ID, { description: 'The plan, open or decided.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The involvement of the agency that says no; a liaison names an own one only.' })
  involvement: Id;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The measure of this plan that it stands in the way of; left out = none.' })
  measure?: Id | null;

  @Text(1000)
  @Field({ description: 'To what.' })
  what: string;

  @Text(2000)
  @Field({ description: 'Why.' })
  reason: string;

  @IsOptional()
  @Text(2000)
  @Field(() => String, {
    nullable: true,
    description:
      'What is possible instead: other help, another agency, asking again later, or objecting and who helps with that. Left out is refused with ALTERNATIVE_REQUIRED.',
  })
  alternative?: string | null;

  @IsOptional()
  @Text(120)
  @Field(() => String, {
    nullable: true,
    description: 'The provision it rests on, where the catalogue holds it; left out = none named.',
  })
  provision?: string | null;

  @Field(() => ContactChannel, { description: 'How the household heard it.' })
  channel: ContactChannel;

  @Field(() => LocalDateScalar, { description: 'When the household heard it; in the future is refused with DATE_FUTURE.' })
  onDay: LocalDate;
}

@InputType({ description: 'Somebody called about a no that was only written.' })
export class RecordCallInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The no.' })
  refusal: Id;

  @Field(() => Int, { description: 'The version of the no that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Field(() => LocalDateScalar, { description: 'The day; in the future is refused with DATE_FUTURE.' })
  calledOn: LocalDate;
}
