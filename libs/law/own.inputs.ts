import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Check, describeEnum, IsId, Text } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import type { ProvisionRole } from './catalogue.rules';
import { ProvisionRoleEnum } from './law.types';
import type { OwnKind } from './own.rules';

export const OwnLawKindEnum = describeEnum<OwnKind>('OwnLawKind', 'What a municipality or an agency can make itself.', {
  BYLAW: 'By-law (verordening).',
  POLICY_RULE: 'Policy rule (beleidsregel).',
});

/** Short, and safe in an address: it becomes part of a key that is never taken apart again. */
const Key = (pattern: RegExp): PropertyDecorator =>
  Check('KEY_INVALID', (value) => typeof value === 'string' && pattern.test(value));

const FIRST = {
  nullable: true,
  description: 'First day on which it holds; left out = not established (of a provision: as its rule).',
};
const LAST = {
  nullable: true,
  description:
    'Last day on which it holds; left out = until further notice. Before the first day is refused with RANGE_INVERTED.',
};

@InputType({ description: 'A by-law of the municipality, or a policy rule of the municipality or of an agency.' })
export class AddOwnLawInput {
  @Key(/^[a-z0-9][a-z0-9-]{0,39}$/)
  @Field({
    description: 'Short key: lower case letters, digits and hyphens, at most 40; else KEY_INVALID. "apv" becomes "own:apv".',
  })
  lawKey: string;

  @Field(() => OwnLawKindEnum, { description: 'Which of the two.' })
  kind: OwnKind;

  @Text(300)
  @Field({ description: 'Citation title.' })
  title: string;

  @Text(60)
  @Field({ description: 'Short title, as professionals say it.' })
  shortTitle: string;

  @IsOptional()
  @IsId()
  @Field(() => ID, {
    nullable: true,
    description: 'The agency whose rule it is, one that works here; else AGENCY_UNKNOWN. Left out = the municipality.',
  })
  agency?: Id | null;

  @IsOptional()
  @Field(() => LocalDateScalar, FIRST)
  validFrom?: LocalDate | null;

  @IsOptional()
  @Field(() => LocalDateScalar, LAST)
  validTo?: LocalDate | null;

  @Text(500)
  @Field({ description: 'Where it is published: a reader must be able to find it.' })
  source: string;
}

@InputType({ description: 'When an own rule ends.' })
export class EndOwnLawInput {
  @Text(200)
  @Field(() => ID, { description: 'Key of the rule; LAW_UNKNOWN when it is not one of this municipality.' })
  law: string;

  @Field(() => Int, { description: 'The version of the rule that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;

  @Field(() => LocalDateScalar, { description: 'Its last day. Before its first day is refused with RANGE_INVERTED.' })
  validTo: LocalDate;
}

@InputType({ isAbstract: true })
abstract class OwnProvisionInput {
  @Text(40)
  @Field({ description: 'Number of the article.' })
  article: string;

  @IsOptional()
  @Text(20)
  @Field(() => String, { nullable: true, description: 'Paragraph; left out = none.' })
  lid?: string | null;

  @Field(() => ProvisionRoleEnum, {
    description: 'LIMIT, PROCEDURE or PURPOSE; ROOM and PROTECTION are refused with OWN_RULE_GIVES_NO_ROOM.',
  })
  role: ProvisionRole;

  @Text(2000)
  @Field({ description: 'Its tenor in own words, in Dutch.' })
  summaryNl: string;

  @IsOptional()
  @Text(2000)
  @Field(() => String, { nullable: true, description: 'The same in English.' })
  summaryEn?: string | null;

  @Field({ description: 'A may-norm: using it is a choice that needs reasons, and refusing is a choice too.' })
  discretionary: boolean;

  @IsOptional()
  @Field(() => LocalDateScalar, FIRST)
  validFrom?: LocalDate | null;

  @IsOptional()
  @Field(() => LocalDateScalar, LAST)
  validTo?: LocalDate | null;

  @Text(500)
  @Field({ description: 'Where this text was found.' })
  source: string;
}

@InputType({ description: 'A provision of an own rule.' })
export class AddOwnProvisionInput extends OwnProvisionInput {
  @Text(200)
  @Field(() => ID, { description: 'Key of the rule; LAW_UNKNOWN when it is not one of this municipality.' })
  law: string;

  @Key(/^[a-z0-9][a-z0-9:.-]{0,39}$/)
  @Field({
    description:
      'What follows the key of the rule: lower case letters, digits, points, colons and hyphens, at most 40; else KEY_INVALID. "2:3" becomes "own:apv:2:3".',
  })
  provisionKey: string;
}

@InputType({ description: 'The whole text of a provision of an own rule, as it should have been.' })
export class CorrectOwnProvisionInput extends OwnProvisionInput {
  @Text(200)
  @Field(() => ID, { description: 'Key of the provision; PROVISION_UNKNOWN when it is not one of this municipality.' })
  provision: string;

  @Field(() => Int, { description: 'The version of the provision that was seen; another one is refused with CHANGED_MEANWHILE.' })
  seen: number;
}
