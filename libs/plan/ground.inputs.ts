import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayNotEmpty, IsOptional } from 'class-validator';
import { IsId, Text } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { ConflictTypeEnum, ProvisionRoleEnum, type ConflictPattern, type ProvisionRole } from '@doorbraak/law';

/** Grounds of one measure are a list that people read, never a way to send a file. */
export const MOST_GROUNDS = 60;

@InputType({ isAbstract: true })
class Citation {
  @Text(120)
  @Field({ description: 'Key of the provision; not in the catalogue is refused with PROVISION_UNKNOWN.' })
  provision: string;

  @Field(() => ProvisionRoleEnum, {
    description: 'Role of the provision here; another one than in the catalogue needs a reason.',
  })
  role: ProvisionRole;

  @IsOptional()
  @Text(2000)
  @Field(() => String, { nullable: true, description: 'Why the role differs from the catalogue; the decider sees this.' })
  overrideReason?: string | null;

  @Text(4000)
  @Field({ description: 'Why this provision carries, limits or protects here.' })
  argument: string;

  @ArrayMaxSize(MOST_GROUNDS, { message: 'TOO_LONG' })
  @IsId({ each: true })
  @Field(() => [ID], { defaultValue: [], description: 'The LIMIT grounds of the same measure that it answers.' })
  answers: Id[];
}

@InputType({ description: 'A provision under a measure, with the argument of the professional.' })
export class AddGroundInput extends Citation {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The measure; not one of this plan is refused with MEASURE_UNKNOWN.' })
  measure: Id;
}

@InputType({ description: 'A ground of a measure that is added together with it.' })
export class GroundOfMeasureInput extends Citation {
  @IsId()
  @Field(() => ID, {
    description: 'Id of the ground, made by the client as a key is; a ground after it can name it among what it answers.',
  })
  id: Id;
}

@InputType({ description: 'Which limits a ground answers; the list takes the place of the earlier one.' })
export class AnswerLimitsInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The ground that answers.' })
  ground: Id;

  @Field(() => Int, { description: 'The version of the ground that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @ArrayMaxSize(MOST_GROUNDS, { message: 'TOO_LONG' })
  @IsId({ each: true })
  @Field(() => [ID], { description: 'The LIMIT grounds of the same measure.' })
  answers: Id[];
}

@InputType({ description: 'Two grounds of one measure that contradict each other; what resolves it may come later.' })
export class AddContradictionInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The measure.' })
  measure: Id;

  @IsId()
  @Field(() => ID, { description: 'One ground.' })
  a: Id;

  @IsId()
  @Field(() => ID, { description: 'The other.' })
  b: Id;

  @Field(() => ConflictTypeEnum, { description: 'In what way.' })
  type: ConflictPattern['type'];

  @IsOptional()
  @Text(120)
  @Field(() => String, { nullable: true, description: 'The known pattern it follows; null = none.' })
  pattern?: string | null;

  @ArrayMaxSize(MOST_GROUNDS, { message: 'TOO_LONG' })
  @IsId({ each: true })
  @Field(() => [ID], { defaultValue: [], description: 'Grounds of the same measure that resolve it.' })
  resolvedVia: Id[];

  @IsOptional()
  @Text(4000)
  @Field(() => String, { nullable: true, description: 'How they resolve it.' })
  reasoning?: string | null;
}

@InputType({ description: 'What resolves a contradiction.' })
export class ResolveContradictionInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The contradiction.' })
  contradiction: Id;

  @Field(() => Int, {
    description: 'The version of the contradiction that was seen; another one is refused with CHANGED_MEANWHILE.',
  })
  seen: number;

  @ArrayNotEmpty({ message: 'REQUIRED' })
  @ArrayMaxSize(MOST_GROUNDS, { message: 'TOO_LONG' })
  @IsId({ each: true })
  @Field(() => [ID], { description: 'Grounds of the same measure, at least one that gives room or protects.' })
  resolvedVia: Id[];

  @Text(4000)
  @Field({ description: 'How they resolve it.' })
  reasoning: string;
}

@InputType({ description: 'A proposed contradiction that does not play here.' })
export class DismissPatternInput {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;

  @IsId()
  @Field(() => ID, { description: 'The measure.' })
  measure: Id;

  @Text(120)
  @Field({ description: 'Key of the pattern; one that is not proposed is refused with PATTERN_NOT_PROPOSED.' })
  pattern: string;

  @Text(500)
  @Field({ description: 'Why it does not play here.' })
  line: string;
}
