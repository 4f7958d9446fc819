import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Check, IsId, Text } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { CLOCK, isRung, RUNG } from './ladder.inputs';
import { isClock } from './position.inputs';

@InputType({ description: 'Agencies that differ about which law pays.' })
export class OpenDisputeInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @Text(500)
  @Field({ description: 'What it is about.' })
  about: string;

  @ArrayMaxSize(10, { message: 'TOO_LONG' })
  @Text(60, { each: true })
  @Field(() => [ID], { description: 'The laws that could pay, two or more (TWO_LAWS_DIFFER).' })
  laws: string[];

  @ArrayMaxSize(25, { message: 'TOO_LONG' })
  @IsId({ each: true })
  @Field(() => [ID], { description: 'The involvements of the agencies that differ.' })
  involvements: Id[];

  @ArrayMaxSize(100, { message: 'TOO_LONG' })
  @IsId({ each: true })
  @Field(() => [ID], { defaultValue: [], description: 'The measures that wait for it.' })
  measures: Id[];

  @Text(60)
  @Field({ description: 'Who pays until it is settled, a key of the list of payers.' })
  interimPayer: string;

  @Check('BAD_INPUT', isClock)
  @Field(() => Int, { description: 'Working days to settle it in, 1 to 60.' })
  clockDays: number;
}

@InputType({ isAbstract: true })
abstract class DisputeEdit {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The dispute.' })
  dispute: Id;

  @Field(() => Int, { description: 'The version of it that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;
}

@InputType({ description: 'One step up the ladder for a dispute that was not settled in time.' })
export class EscalateDisputeInput extends DisputeEdit {
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

@InputType({ description: 'It is settled which law pays.' })
export class SettleDisputeInput extends DisputeEdit {
  @Text(60)
  @Field(() => ID, { description: 'The law; one of those that it was about (LAW_NOT_IN_DISPUTE).' })
  law: string;

  @Text(60)
  @Field({ description: 'Who pays, a key of the list of payers.' })
  payer: string;

  @Text(2000)
  @Field({ description: 'Why.' })
  reasoning: string;
}
