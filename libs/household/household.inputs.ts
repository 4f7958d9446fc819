import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsOptional, ValidateNested } from 'class-validator';
import { Check, IsId, Text, within } from '@doorbraak/access';
import type { Id, LocalDate, PartialDate } from '@doorbraak/kernel';
import { LocalDateScalar, PartialDateScalar } from '@doorbraak/platform';
import { Capacity, ConsentHow, ContactChannel, ContactDirection, MembershipRole, ProblemStatus } from './household.entity';

/** Lists are children of one household, never a way to send a file. */
const MOST = 100;

/** Some ids; `least` says whether there must be one. */
const Ids =
  (least: 0 | 1 = 0): PropertyDecorator =>
  (target, property) => {
    if (least) ArrayNotEmpty({ message: 'REQUIRED' })(target, property);
    ArrayMaxSize(MOST, { message: 'TOO_LONG' })(target, property);
    IsId({ each: true })(target, property);
  };

const NEIGHBOURHOOD = /^BU\d{4}[0-9A-Z]{4}$/;

@InputType({ description: 'A new household. The caller becomes its lead.' })
export class CreateHouseholdInput {
  @Text(40)
  @Field({ description: 'Code under which the team knows it; taken is refused with HOUSEHOLD_CODE_TAKEN.' })
  code: string;

  @IsOptional()
  @Check('BAD_INPUT', (value) => typeof value === 'string' && NEIGHBOURHOOD.test(value))
  @Field(() => String, {
    nullable: true,
    description: 'Neighbourhood (buurt), code of Statistics Netherlands; comes with its year.',
  })
  neighbourhoodCode?: string | null;

  @Check('REQUIRED', (value, input) => typeof value === 'number' || !input['neighbourhoodCode'])
  @Check(
    'BAD_INPUT',
    (value, input) => value === null || value === undefined || (within(2000, 2100)(value) && Boolean(input['neighbourhoodCode'])),
  )
  @Field(() => Int, { nullable: true, description: 'The year of that code.' })
  neighbourhoodYear?: number | null;

  @IsOptional()
  @Text(2000)
  @Field(() => String, { nullable: true, description: 'What would get it out, in the words of the household.' })
  ownWords?: string | null;

  @Check('BAD_INPUT', (value) => typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value))
  @Field({ defaultValue: 'nl', description: 'Language the household speaks best (BCP 47).' })
  language: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Does a conversation need an interpreter?' })
  needsInterpreter: boolean;
}

@InputType({ description: 'The neighbourhood of a household; it takes the place of the earlier one.' })
export class SetNeighbourhoodInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Check('BAD_INPUT', (value) => typeof value === 'string' && NEIGHBOURHOOD.test(value))
  @Field({ description: 'Neighbourhood (buurt), code of Statistics Netherlands.' })
  neighbourhoodCode: string;

  @Check('BAD_INPUT', within(2000, 2100))
  @Field(() => Int, { description: 'The year of that code.' })
  neighbourhoodYear: number;
}

@InputType({ description: 'The words of the household; they take the place of the earlier ones.' })
export class RecordOwnWordsInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @IsOptional()
  @Text(2000)
  @Field(() => String, { nullable: true, description: 'What would get it out; null = what was written is not what they said.' })
  words?: string | null;
}

@InputType({ description: 'Who will lead or deputise from today.' })
export class AssignInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @IsId()
  @Field(() => ID, { description: 'The professional.' })
  person: Id;

  @IsOptional()
  @Text(500)
  @Field(() => String, { nullable: true, description: 'Why it changes hands.' })
  reason?: string | null;
}

@InputType({ description: 'The deputy stops today.' })
export class EndDeputyInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @IsOptional()
  @Text(500)
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}

@InputType({
  description: 'A person who belongs to the household: somebody new, or somebody who is known to you from another household.',
})
export class AddMemberInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'A person who is known already; then only role and dates count.' })
  personId?: Id | null;

  @IsOptional()
  @Text(200)
  @Field(() => String, { nullable: true, description: 'Name as the household uses it; needed for somebody new.' })
  name?: string | null;

  @Field(() => MembershipRole, { description: 'Adult or child.' })
  role: MembershipRole;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Birth date; month and day may be unknown (00).' })
  birthDate?: PartialDate | null;

  @IsOptional()
  @Text(20)
  @Field(() => String, { nullable: true, description: 'Citizen service number; kept sealed, checked with the eleven-test.' })
  bsn?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Is the address protected?' })
  protectedAddress: boolean;

  @Field(() => Capacity, { defaultValue: Capacity.NOT_ASSESSED, description: 'Capacity to act, as you judge it.' })
  capacity: Capacity;

  @IsOptional()
  @Text(200)
  @Field(() => String, { nullable: true, description: 'Who represents this person by law or by mandate.' })
  representedBy?: string | null;

  @Field(() => LocalDateScalar, { description: 'First day in this household.' })
  fromOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; left out = still.' })
  toOn?: LocalDate | null;
}

@InputType({ description: 'The last day of a membership.' })
export class EndMembershipInput {
  @IsId()
  @Field(() => ID, { description: 'The membership.' })
  membership: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  toOn: LocalDate;
}

@InputType({ description: 'Why a whole BSN has to be seen.' })
export class RevealBsnInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsId()
  @Field(() => ID, { description: 'The person.' })
  person: Id;

  @Text(500)
  @Check('TOO_SHORT', (value) => typeof value === 'string' && value.trim().length >= 10)
  @Field({ description: 'Reason, at least 10 characters. It stands in the log, which the household can read.' })
  reason: string;
}

@InputType({ description: 'A problem of one or more members.' })
export class AddProblemInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @Text(100)
  @Field({ description: 'Code of the list of problem types.' })
  type: string;

  @Ids(1)
  @Field(() => [ID], { description: 'Members whose problem it is.' })
  personIds: Id[];

  @IsOptional()
  @Text(1000)
  @Field(() => String, { nullable: true, description: 'What is the matter, in a few words.' })
  words?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Since when; left out = not known.' })
  sinceOn?: LocalDate | null;

  @IsOptional()
  @Check('BAD_INPUT', within(1, 3))
  @Field(() => Int, { nullable: true, description: 'How heavy it weighs for the household, 1 light to 3 heavy.' })
  severity?: number | null;

  @Field(() => ProblemStatus, { defaultValue: ProblemStatus.OPEN, description: 'How it stands.' })
  status: ProblemStatus;

  @Ids()
  @Field(() => [ID], { defaultValue: [], description: 'Problems of this household that cause it.' })
  causedBy: Id[];
}

@InputType({ description: 'How a problem stands now.' })
export class SetProblemStatusInput {
  @IsId()
  @Field(() => ID, { description: 'The problem.' })
  problem: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Field(() => ProblemStatus, { description: 'How it stands.' })
  status: ProblemStatus;
}

@InputType({ description: 'An agency that is involved with the household.' })
export class AddInvolvementInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsId()
  @Field(() => ID, { description: 'The agency.' })
  agency: Id;

  @IsOptional()
  @Text(60)
  @Field(() => String, { nullable: true, description: 'Law under which it acts, a key of the catalogue.' })
  law?: string | null;

  @IsOptional()
  @Text(300)
  @Field(() => String, { nullable: true, description: 'Why no law is named; needed without a law.' })
  lawNote?: string | null;

  @IsOptional()
  @Text(60)
  @Field(() => String, { nullable: true, description: 'Who pays, a key of the list of payers.' })
  payer?: string | null;

  @IsOptional()
  @Text(300)
  @Field(() => String, { nullable: true, description: 'Why no payer is named; needed without a payer.' })
  payerNote?: string | null;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  fromOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; left out = still.' })
  toOn?: LocalDate | null;

  @Ids()
  @Field(() => [ID], { defaultValue: [], description: 'Problems it is involved with. This opens nothing to the agency.' })
  problemIds: Id[];

  @IsOptional()
  @Text(200)
  @Field(() => String, { nullable: true, description: 'Whom to call there.' })
  contactPerson?: string | null;
}

@InputType({ description: 'That an agency that is involved works on a problem, or that it does not.' })
export class LinkProblemInput {
  @IsId()
  @Field(() => ID, { description: 'The involvement; one that was withdrawn is refused with WITHDRAWN_ALREADY.' })
  involvement: Id;

  @IsId()
  @Field(() => ID, { description: 'The problem, of the same household; else PROBLEM_UNKNOWN.' })
  problem: Id;

  @Field(() => Boolean, { defaultValue: true, description: 'True = works on it, false = does not.' })
  linked: boolean;
}

@InputType({ description: 'The last day of an involvement.' })
export class EndInvolvementInput {
  @IsId()
  @Field(() => ID, { description: 'The involvement.' })
  involvement: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Field(() => LocalDateScalar, { description: 'Last day; the day after it the agency reads nothing any more.' })
  toOn: LocalDate;
}

@InputType({ description: 'Help that runs now or ran.' })
export class AddInterventionInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @Text(60)
  @Field({ description: 'What it is, a key of the list of services.' })
  service: string;

  @IsId()
  @Field(() => ID, { description: 'The involvement that gives it.' })
  involvement: Id;

  @Ids()
  @Field(() => [ID], { defaultValue: [], description: 'Problems it addresses.' })
  problemIds: Id[];

  @Field(() => LocalDateScalar, { description: 'First day.' })
  fromOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; left out = it runs.' })
  toOn?: LocalDate | null;
}

@InputType({ description: 'The last day of an intervention.' })
export class EndInterventionInput {
  @IsId()
  @Field(() => ID, { description: 'The intervention.' })
  intervention: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  toOn: LocalDate;
}

@InputType({ description: 'Something that cannot move before something else has. Both ends are a problem or an involvement.' })
export class AddWaitInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsId()
  @Field(() => ID, { description: 'What cannot move.' })
  waiting: Id;

  @IsId()
  @Field(() => ID, { description: 'What has to move first.' })
  for: Id;

  @IsId()
  @Field(() => ID, { description: 'The involvement that could lift it.' })
  holder: Id;

  @Text(500)
  @Field({ description: 'Who waits for what, in words.' })
  what: string;

  @IsOptional()
  @Text(60)
  @Field(() => String, {
    nullable: true,
    description: 'The provision that says so, a key of the catalogue; left out = habit or policy.',
  })
  provision?: string | null;

  @Field(() => Boolean, { description: 'Can anybody lift it at all?' })
  liftable: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Since when; left out = not known.' })
  sinceOn?: LocalDate | null;
}

@InputType({ description: 'A wait is over.' })
export class LiftWaitInput {
  @IsId()
  @Field(() => ID, { description: 'The wait.' })
  wait: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Field(() => LocalDateScalar, { description: 'From this day on it is no part of a circle.' })
  liftedOn: LocalDate;
}

@InputType({ description: 'One contact with an agency.' })
export class RecordContactInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsId()
  @Field(() => ID, { description: 'The involvement.' })
  involvement: Id;

  @Field(() => LocalDateScalar, { description: 'The day.' })
  dayOn: LocalDate;

  @Field(() => ContactChannel, { description: 'How.' })
  channel: ContactChannel;

  @Field(() => ContactDirection, { nullable: true, description: 'Who took the initiative.' })
  direction?: ContactDirection | null;

  @IsOptional()
  @Check('BAD_INPUT', within(0, 1440))
  @Field(() => Int, { nullable: true, description: 'Minutes it took the household.' })
  minutes?: number | null;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The problem it was about.' })
  problem?: Id | null;
}

@InputType({ description: 'The number of contacts of a whole month, as somebody told it.' })
export class CountContactsInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The involvement; left out = for the household as a whole.' })
  involvement?: Id | null;

  @Field(() => LocalDateScalar, { description: 'First day of the month.' })
  month: LocalDate;

  @Check('BAD_INPUT', within(0, 1000))
  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@InputType({ description: 'How to treat somebody well.' })
export class AddHandlingNoteInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsId()
  @Field(() => ID, { description: 'The person it is about.' })
  person: Id;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The involvement it comes from; left out = from the wijkteam.' })
  fromInvolvement?: Id | null;

  @Text(1000)
  @Field({ description: 'The note.' })
  text: string;
}

@InputType({ description: 'Who agreed, when and how. Aloud counts as much as on paper.' })
export class ConsentInput {
  @IsId()
  @Field(() => ID, { description: 'The member who agreed.' })
  by: Id;

  @Field(() => LocalDateScalar, { description: 'When.' })
  on: LocalDate;

  @Field(() => ConsentHow, { description: 'How.' })
  how: ConsentHow;
}

@InputType({ description: 'What one agency may read, on which basis, for what, and until when.' })
export class ShareInput {
  @IsId()
  @Field(() => ID, { description: 'The household.' })
  household: Id;

  @IsId()
  @Field(() => ID, { description: 'The involvement of the agency that may read.' })
  involvement: Id;

  @Text(60)
  @Field({ description: 'Basis, a key of the list of legal bases.' })
  basis: string;

  @Text(60)
  @Field({ description: 'Purpose, one of those of the basis.' })
  purpose: string;

  @Text(500)
  @Field({ description: 'Why the agency needs this, in a line.' })
  need: string;

  @Ids(1)
  @Field(() => [ID], { description: 'Members whose data may be read.' })
  personIds: Id[];

  @ArrayMaxSize(MOST, { message: 'TOO_LONG' })
  @Text(60, { each: true })
  @Field(() => [String], {
    defaultValue: [],
    description: 'Life domains inside the basis. Beside notes they are the frame: then only the notes are open.',
  })
  domains: string[];

  @Ids()
  @Field(() => [ID], { defaultValue: [], description: 'Handling notes that may be read, and nothing else.' })
  noteIds: Id[];

  @Field(() => LocalDateScalar, { description: 'First day.' })
  fromOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  toOn: LocalDate;

  @IsOptional()
  @ValidateNested()
  @Type(() => ConsentInput)
  @Field(() => ConsentInput, { nullable: true, description: 'Needed where the basis asks for consent.' })
  consent?: ConsentInput | null;
}

@InputType({ description: 'A share ends today.' })
export class WithdrawShareInput {
  @IsId()
  @Field(() => ID, { description: 'The share.' })
  share: Id;

  @Field(() => Int, { description: 'The version that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Text(500)
  @Field({ description: 'Why.' })
  reason: string;
}
