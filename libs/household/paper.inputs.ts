import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Check, IsId, Text, within } from '@doorbraak/access';
import type { Cents, Id, LocalDate } from '@doorbraak/kernel';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';
import type { EvidenceKind } from './evidence.rules';
import type { LookHow } from './indication.rules';
import type { LetterKind } from './letter.rules';
import { EvidenceKindEnum, LetterKindEnum, LookHowEnum } from './paper.entity';

const SEEN = 'The version that was seen; another one is refused with CHANGED_MEANWHILE.';
const isPositive = (value: unknown) => typeof value === 'bigint' && value > 0n;
const Positive = () => Check('AMOUNT_RANGE', isPositive);

@InputType({ isAbstract: true })
abstract class InHousehold {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;
}

@InputType({ description: 'A letter that came in.' })
export class RecordLetterInput extends InHousehold {
  @IsId()
  @Field(() => ID, { description: 'The involvement of the agency that sent it.' })
  involvement: Id;

  @Field(() => LocalDateScalar, { description: 'Received on; not in the future.' })
  receivedOn: LocalDate;

  @Field(() => LetterKindEnum, { description: 'What it asks.' })
  kind: LetterKind;

  @Text(1000)
  @Field({ description: 'What it says, in a few words.' })
  demand: string;

  @IsOptional()
  @Positive()
  @Field(() => CentsScalar, { nullable: true, description: 'The amount; needed for PAY, and for nothing else.' })
  amountCents?: Cents | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when; left out = no day is named.' })
  dueOn?: LocalDate | null;
}

@InputType({ description: 'A letter was dealt with.' })
export class SettleLetterInput extends InHousehold {
  @IsId()
  @Field(() => ID, { description: 'The letter.' })
  letter: Id;

  @Field(() => Int, { description: SEEN })
  seen: number;

  @Field(() => LocalDateScalar, { description: 'When; not in the future, and not before the letter came.' })
  doneOn: LocalDate;
}

@InputType({ description: 'What the household has to spend freely in a week, as it told.' })
export class RecordSpendingRoomInput extends InHousehold {
  @Field(() => LocalDateScalar, { description: 'From this day until the next such entry.' })
  fromOn: LocalDate;

  @Check('AMOUNT_NEGATIVE', (value) => typeof value === 'bigint' && value >= 0n)
  @Field(() => CentsScalar, { description: 'In a week; zero is a true answer.' })
  weekCents: Cents;
}

@InputType({ description: 'Evidence that was handed in.' })
export class AddEvidenceInput extends InHousehold {
  @IsId()
  @Field(() => ID, { description: 'The person it is about.' })
  person: Id;

  @Field(() => EvidenceKindEnum, { description: 'Which proof.' })
  kind: EvidenceKind;

  @Text(200)
  @Field({ description: 'Who issued it.' })
  issuedBy: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Issued on; left out = not known.' })
  issuedOn?: LocalDate | null;

  @Field(() => LocalDateScalar, { description: 'Received on; not in the future.' })
  receivedOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day on which it may be used; left out = no end.' })
  validUntil?: LocalDate | null;

  @Field(() => Boolean, { description: 'Does what it proves not change?' })
  stable: boolean;

  @ArrayMaxSize(20, { message: 'TOO_LONG' })
  @Text(60, { each: true })
  @Field(() => [String], {
    description: 'For which purposes it may be used; keys as in the list of legal bases (PURPOSE_UNKNOWN).',
  })
  purposes: string[];

  @Field(() => Boolean, { defaultValue: true, description: 'Is it special content (K5), such as health? Left out = yes.' })
  special: boolean;
}

@InputType({ description: 'An agency asks for a proof.' })
export class RequestEvidenceInput extends InHousehold {
  @IsId()
  @Field(() => ID, { description: 'The involvement of the agency that asks.' })
  involvement: Id;

  @IsId()
  @Field(() => ID, { description: 'The person it is about.' })
  person: Id;

  @Field(() => EvidenceKindEnum, { description: 'Which proof.' })
  kind: EvidenceKind;

  @Text(60)
  @Field({ description: 'For what, a key as in the list of legal bases.' })
  purpose: string;
}

@InputType({ description: 'A right to help that was granted.' })
export class AddIndicationInput extends InHousehold {
  @IsId()
  @Field(() => ID, { description: 'The involvement of the agency that granted it.' })
  involvement: Id;

  @IsId()
  @Field(() => ID, { description: 'The person.' })
  person: Id;

  @Text(60)
  @Field(() => ID, { description: 'The law, a key of the catalogue.' })
  law: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  fromOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; left out = no end.' })
  toOn?: LocalDate | null;

  @Field(() => Boolean, { description: 'Does what it rests on not change?' })
  stable: boolean;

  @ArrayMaxSize(20, { message: 'TOO_LONG' })
  @IsId({ each: true })
  @Field(() => [ID], { defaultValue: [], description: 'Evidence of this person that it rests on.' })
  evidence: Id[];
}

@InputType({ description: 'An indication is looked at again before its end.' })
export class PlanIndicationLookInput extends InHousehold {
  @IsId()
  @Field(() => ID, { description: 'The indication.' })
  indication: Id;

  @Field(() => LocalDateScalar, { description: 'On which day; within the indication (DATE_OUTSIDE_INDICATION).' })
  onDay: LocalDate;

  @Field(() => LookHowEnum, { description: 'How.' })
  how: LookHow;
}

@InputType({ description: 'What a creditor claims.' })
export class AddClaimInput extends InHousehold {
  @IsId()
  @Field(() => ID, { description: 'The involvement of the creditor.' })
  involvement: Id;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The problem it is part of.' })
  problem?: Id | null;

  @IsOptional()
  @Text(60)
  @Field(() => ID, { nullable: true, description: 'The law under which it is claimed.' })
  law?: string | null;

  @Positive()
  @Field(() => CentsScalar, { description: 'How much.' })
  amountCents: Cents;

  @Field(() => Boolean, { defaultValue: false, description: 'Is it at least this much?' })
  lowerBound: boolean;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'The year of what it is about.' })
  factYear?: number | null;
}

@InputType({ isAbstract: true })
abstract class ClaimActionInput extends InHousehold {
  @IsId()
  @Field(() => ID, { description: 'The claim.' })
  claim: Id;

  @Field(() => LocalDateScalar, { description: 'From which day.' })
  onDay: LocalDate;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The measure of a plan that does it.' })
  measure?: Id | null;
}

@InputType({ description: 'A claim is waived, all of it or a part.' })
export class WaiveClaimInput extends ClaimActionInput {
  @Positive()
  @Field(() => CentsScalar, { description: 'How much; not more than is left (WAIVER_ABOVE_CLAIM).' })
  cents: Cents;
}

@InputType({ description: 'A claim is paused.' })
export class PauseClaimInput extends ClaimActionInput {
  @Field(() => LocalDateScalar, { description: 'The day on which it is active again.' })
  untilOn: LocalDate;

  @IsOptional()
  @Text(500)
  @Field(() => String, { nullable: true, description: 'Under which condition.' })
  condition?: string | null;
}

@InputType({ description: 'A claim that is paused is active again earlier.' })
export class EndPauseInput extends ClaimActionInput {
  @Text(500)
  @Field({ description: 'Why: what the pause was for is not done, or its condition was not kept.' })
  reason: string;
}

@InputType({ description: 'A claim is paid by instalments.' })
export class PlanClaimInput extends ClaimActionInput {
  @Positive()
  @Field(() => CentsScalar, { description: 'A month.' })
  monthCents: Cents;

  @Check('BAD_INPUT', within(1, 600))
  @Field(() => Int, { description: 'How many months, 1 to 600.' })
  months: number;
}

@InputType({ description: 'How many contacts there were in twelve months, as somebody told it.' })
export class CountContactsOfYearInput extends InHousehold {
  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The involvement; left out = of the household as a whole.' })
  involvement?: Id | null;

  @Field(() => LocalDateScalar, { description: 'First day of the twelve months, which are over (PERIOD_NOT_OVER).' })
  fromOn: LocalDate;

  @Check('BAD_INPUT', within(0, 10_000))
  @Field(() => Int, { description: 'How many.' })
  count: number;
}
