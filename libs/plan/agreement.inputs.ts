import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Check, IsId, Text } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import type { AgreementHow } from './agreement.rules';
import { AgreementHowEnum, AgreementStateEnum, type AgreementState } from './plan.entity';
import { isExplained } from './position.inputs';

@InputType({ description: 'What a member of the household says of the plan.' })
export class RecordAgreementInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, {
    description:
      'The person who says it; a member says it for oneself only, and a no on screen is not turned by somebody else (AGREEMENT_IS_OWN).',
  })
  person: Id;

  @Field(() => AgreementStateEnum, { description: 'Yes or no.' })
  state: AgreementState;

  @Field(() => AgreementHowEnum, {
    description: 'How it was said. ON_SCREEN is for the member, everything else is written down by lead or deputy.',
  })
  how: AgreementHow;

  @IsOptional()
  @Text(2000)
  @Field(() => String, { nullable: true, description: 'In which words; needed when somebody else writes it down.' })
  words?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it was said; left out = today. In the future is refused with DATE_FUTURE.',
  })
  agreedOn?: LocalDate | null;

  @IsOptional()
  @Field(() => Int, {
    nullable: true,
    description: 'Only when this person said something of this plan before: the version of that which was seen.',
  })
  seen?: number | null;
}

@InputType({ description: 'Going on although a member of the household said no.' })
export class ProceedWithoutAgreementInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'What was said.' })
  agreement: Id;

  @Field(() => Int, { description: 'The version of it that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Text(2000)
  @Check('REASON_TOO_SHORT', isExplained)
  @Field({ description: 'Why, at least 20 characters (REASON_TOO_SHORT); it stays visible in the plan.' })
  reason: string;
}
