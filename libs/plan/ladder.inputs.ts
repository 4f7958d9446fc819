import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Check, IsId, Text, within } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { EscalationOutcomeEnum } from './ladder.entity';
import { type EscalationOutcome, HIGHEST_RUNG } from './ladder.rules';
import { isClock, PositionEdit } from './position.inputs';

export const isRung = within(1, HIGHEST_RUNG);
export const RUNG =
  'Which rung: 1 fixteam (10 working days is usual), 2 custom solution desk or municipal table (15), 3 alderman or director (10), 4 national desk, 5 national escalation team.';
export const CLOCK = 'Working days to answer in, 1 to 60; needed on rungs 1 to 3, left out on 4 and 5 (NATIONAL_HAS_NO_CLOCK).';

@InputType({ description: 'One step up the ladder for an agency that did not answer or says no.' })
export class EscalatePositionInput extends PositionEdit {
  @Check('BAD_INPUT', isRung)
  @Field(() => Int, { description: RUNG })
  rung: number;

  @Text(200)
  @Field({ description: 'Who is asked there.' })
  body: string;

  @IsOptional()
  @Check('BAD_INPUT', isClock)
  @Field(() => Int, { nullable: true, description: CLOCK })
  clockDays?: number | null;
}

@InputType({ description: 'What came of a step up the ladder.' })
export class RecordEscalationOutcomeInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The step.' })
  escalation: Id;

  @Field(() => Int, { description: 'The version of it that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Field(() => EscalationOutcomeEnum, { description: 'What came of it.' })
  outcome: EscalationOutcome;

  @Text(2000)
  @Field({ description: 'What was tried and said; the national desk asks for it.' })
  words: string;
}
