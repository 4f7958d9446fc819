import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Check, IsId, Text, within } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { PositionAnswerEnum } from './plan.entity';
import type { PositionAnswer } from './plan.facts';

/** Whoever goes on against silence or a no explains it in a sentence, not in a word. */
export const isExplained = (value: unknown) => typeof value !== 'string' || [...value.trim()].length >= 20;

export const isClock = within(1, 60);

/** What every edit of a position names. */
@InputType({ isAbstract: true })
export abstract class PositionEdit {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The position.' })
  position: Id;

  @Field(() => Int, { description: 'The version of the position that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;
}

@InputType({ description: 'A question to an agency: what it says of all its measures in the plan.' })
export class AskPositionInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, {
    description: 'The involvement of the agency; without a measure in the plan it is refused with NOTHING_TO_ASK.',
  })
  involvement: Id;

  @Check('BAD_INPUT', isClock)
  @Field(() => Int, { description: 'Working days to answer in, 1 to 60.' })
  clockDays: number;

  @IsOptional()
  @Field(() => Int, {
    nullable: true,
    description:
      'Only when the agency is asked again because it got another measure: the version of the position that was seen. It then starts anew, with all its measures.',
  })
  seen?: number | null;
}

@InputType({ description: 'What an agency says of its measures.' })
export class AnswerPositionInput extends PositionEdit {
  @Field(() => PositionAnswerEnum, { description: 'The answer.' })
  answer: PositionAnswer;

  @IsOptional()
  @Text(2000)
  @Field(() => String, { nullable: true, description: 'Why; an objection needs it.' })
  reason?: string | null;

  @IsOptional()
  @Text(120)
  @Field(() => String, {
    nullable: true,
    description: 'The provision that an objection rests on, where the catalogue holds it; otherwise the reason names it.',
  })
  provision?: string | null;

  @IsOptional()
  @Text(2000)
  @Field(() => String, {
    nullable: true,
    description: 'The condition; AGREES_IF needs it, beside AGREES it is refused with CONDITION_IN_A_YES.',
  })
  condition?: string | null;
}

@InputType({ description: 'The condition of an agency is accepted.' })
export class AcceptConditionInput extends PositionEdit {}

@InputType({ description: 'What the plan says to an objection.' })
export class AnswerObjectionInput extends PositionEdit {
  @Text(4000)
  @Field({ description: 'The answer.' })
  text: string;
}

@InputType({ description: 'Going on although an agency did not answer.' })
export class ProceedWithoutAnswerInput extends PositionEdit {
  @Text(2000)
  @Check('REASON_TOO_SHORT', isExplained)
  @Field({ description: 'Why, at least 20 characters (REASON_TOO_SHORT); it stays visible in the plan.' })
  reason: string;
}
