import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayNotEmpty, IsOptional } from 'class-validator';
import { Check, IsId, KeyArgs, Text, type Role } from '@doorbraak/access';
import type { Cents, Id, LocalDate } from '@doorbraak/kernel';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';
import { RoleEnum } from './directory.entity';

@InputType({
  description:
    'Who is invited. A professional gets a label and, where it applies, a fixteam or an agency; a member of a household is named by the person.',
})
export class InviteInput {
  @Text(300)
  @Field({ description: 'Address of the OpenID issuer.' })
  issuer: string;

  @Text(200)
  @Field({ description: 'Subject at that issuer.' })
  subject: string;

  @ArrayNotEmpty({ message: 'REQUIRED' })
  @Field(() => [RoleEnum], { description: 'Roles; some cannot be held together (ROLES_CONFLICT).' })
  roles: Role[];

  @IsOptional()
  @Text(120)
  @Field(() => String, { nullable: true, description: 'The name that colleagues know; needed unless a person is named.' })
  label: string | null;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The fixteam.' })
  fixteam: Id | null;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The agency of a liaison.' })
  agency: Id | null;

  @IsOptional()
  @IsId()
  @Field(() => ID, { nullable: true, description: 'The person of a household member, or a professional who is known already.' })
  person: Id | null;
}

@InputType({ description: 'A mandate.' })
export class MandateInput {
  @IsId()
  @Field(() => ID, { description: 'The professional who gets it.' })
  person: Id;

  @ArrayNotEmpty({ message: 'REQUIRED' })
  @Text(60, { each: true })
  @Field(() => [String], { description: 'Kinds of deviation it covers.' })
  kinds: string[];

  @Check('AMOUNT_NEGATIVE', (value) => value === null || value === undefined || (typeof value === 'bigint' && value >= 0n))
  @Field(() => CentsScalar, { nullable: true, description: 'Largest sum; null = no limit.' })
  maxCents: Cents | null;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  fromOn: LocalDate;

  @Check('RANGE_INVERTED', (value, input) => typeof value === 'string' && value >= String(input['fromOn']))
  @Field(() => LocalDateScalar, { description: 'Last day; before the first day is refused with RANGE_INVERTED.' })
  toOn: LocalDate;
}

@InputType({ description: 'An agency.' })
export class AgencyInput {
  @Text(60)
  @Field({ description: 'Type, a key of the list "agency types"; else AGENCY_UNKNOWN.' })
  type: string;

  @Text(200)
  @Field({ description: 'Name.' })
  name: string;
}

@ArgsType()
export class FixteamArgs extends KeyArgs {
  @Text(200)
  @Field({ description: 'Its name.' })
  name: string;
}

@ArgsType()
export class AccountArgs extends KeyArgs {
  @IsId()
  @Field(() => ID, { description: 'The account.' })
  account: Id;

  @Field(() => Int, { description: 'The version that was seen.' })
  seen: number;
}
