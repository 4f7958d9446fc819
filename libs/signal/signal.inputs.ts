import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Check, IsId, PageArgs, Text } from '@doorbraak/access';
import { FORBIDDEN_CHARACTERS, type Id } from '@doorbraak/kernel';

const NAMELESS =
  'The code or neighbourhood of the household, the name of a member, a postcode, telephone number or mail address is refused with NAMES_SOMEBODY.';

@InputType({ isAbstract: true })
abstract class OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The plan.' })
  plan: Id;
}

@InputType({ description: 'A signal to who makes a rule, from a bottleneck that is to be solved.' })
export class RaiseSignalInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The bottleneck, of kind SOLVE; else BOTTLENECK_UNKNOWN or NOT_TO_SOLVE.' })
  bottleneck: Id;

  @Text(2000)
  @Field({ description: `What the rule does. ${NAMELESS}` })
  about: string;

  @Text(2000)
  @Field({ description: `What is asked of who makes it. ${NAMELESS}` })
  asked: string;

  @Text(200)
  @Field({ description: 'Who can change it.' })
  owner: string;

  @IsOptional()
  @Check('BAD_INPUT', (value) => Number.isInteger(value) && Number(value) >= 1)
  @Field(() => Int, {
    nullable: true,
    description: 'How often a year this is estimated to happen here, at least 1; left out = not known.',
  })
  occurrencesPerYear?: number | null;

  @IsOptional()
  @Text(1000)
  @Field(() => String, {
    nullable: true,
    description: `Why there is no estimate: needed without one (REQUIRED), refused with one (BAD_INPUT). ${NAMELESS}`,
  })
  occurrencesNote?: string | null;
}

@InputType({ description: 'One more bottleneck under a signal that is there already.' })
export class JoinSignalInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The bottleneck, of kind SOLVE; else BOTTLENECK_UNKNOWN or NOT_TO_SOLVE.' })
  bottleneck: Id;

  @IsId()
  @Field(() => ID, { description: 'The signal, about the same provision; else SIGNAL_UNKNOWN or SIGNAL_OTHER_PROVISION.' })
  signal: Id;
}

@InputType({ description: 'A step of a signal.' })
export class SignalStepInput {
  @IsId()
  @Field(() => ID, { description: 'The signal.' })
  signal: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;
}

@InputType({ description: 'The signal is with who speaks for the makers of the rule.' })
export class AcknowledgeSignalInput extends SignalStepInput {}

@InputType({ description: 'The answer to a signal.' })
export class AnswerSignalInput extends SignalStepInput {
  @Text(4000)
  @Field({ description: `The answer, for everybody who reported it. ${NAMELESS}` })
  answer: string;
}

@InputType({ description: 'A signal is done with.' })
export class CloseSignalInput extends SignalStepInput {}

@InputType({ description: 'What a plan taught that was decided or stopped.' })
export class ProposePrecedentInput extends OnPlan {
  @Text(2000)
  @Field({
    description: `What stood in the way. ${NAMELESS} So is a day with its year, and the name of the municipality or of a team.`,
  })
  obstacle: string;

  @Text(2000)
  @Field({
    description: `What was decided, and why. ${NAMELESS} So is a day with its year, and the name of the municipality or of a team.`,
  })
  outcome: string;

  @IsOptional()
  @Text(200, { each: true })
  @Field(() => [String], {
    nullable: true,
    description:
      'Keys of provisions of the national catalogue (PROVISION_UNKNOWN); left out = the ROOM grounds of the measures that deviate. None at all is refused with REQUIRED.',
  })
  provisions?: string[] | null;

  @IsOptional()
  @Text(60, { each: true })
  @Field(() => [String], {
    nullable: true,
    description:
      'Kinds of problem (PROBLEM_TYPE_UNKNOWN); left out = those that the measures that deviate are for. None at all is refused with REQUIRED.',
  })
  problemTypes?: string[] | null;
}

@InputType({ description: 'Making a proposal public.' })
export class PublishPrecedentInput extends OnPlan {
  @IsId()
  @Field(() => ID, { description: 'The proposal; PRECEDENT_UNKNOWN when it is not of this plan.' })
  precedent: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;
}

@InputType({ description: 'Taking a proposal, or what was published of it, back.' })
export class RetractPrecedentInput extends PublishPrecedentInput {
  @Text(2000)
  @Field({ description: 'Why. It stays with the plan and is not published.' })
  reason: string;
}

@ArgsType()
export class SignalsArgs extends PageArgs {
  @Check('BAD_INPUT', (value) => typeof value === 'boolean')
  @Field({ defaultValue: false, description: 'Only those that I reported.' })
  mine: boolean;
}

@ArgsType()
export class PrecedentsArgs extends PageArgs {
  @IsOptional()
  @Text(200)
  @Field(() => String, { nullable: true, description: 'Key of a provision that they stand on.' })
  provision?: string | null;

  @Check('REQUIRED', (value, { provision }) => Boolean(value ?? provision))
  @Check('CHAR_NOT_ALLOWED', (value) => typeof value !== 'string' || !FORBIDDEN_CHARACTERS.test(value))
  @Field(() => String, {
    nullable: true,
    description: 'Kind of problem they were for. One of the two is needed (REQUIRED); with both, they fit both.',
  })
  problemType?: string | null;
}
