import { Inject } from '@nestjs/common';
import { Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Act, Data, DataClass, describeEnum, RowClass, WordsShape } from '@doorbraak/access';
import type { LocalDate, Words } from '@doorbraak/kernel';
import { LocalDateScalar, PlatformReference, type RetentionRule } from '@doorbraak/platform';
import { type AgencyType, DirectoryReference, type Payer } from './directory.reference';

export const AgencyLevelEnum = describeEnum<AgencyType['level']>('AgencyLevel', 'How far an agency reaches.', {
  NATIONAL: 'The whole country.',
  REGIONAL: 'A region of several municipalities.',
  LOCAL: 'One municipality or less.',
});

export const KnownEnum = describeEnum<AgencyType['mayReceiveBsn']>('Known', 'A yes or no that may not be settled yet.', {
  YES: 'Yes.',
  NO: 'No.',
  UNKNOWN: 'Not settled; counts as no.',
});

export const PayerGroupEnum = describeEnum<Payer['group']>(
  'PayerGroup',
  'Payers that reports below municipality level take together.',
  {
    CARE: 'Health insurance and long-term care.',
    MUNICIPAL: 'The budgets of the municipality.',
    INCOME: 'National benefits, allowances and student finance.',
    EDUCATION_JUSTICE: 'Education, justice and safety.',
    OTHER: 'Landlords, funds, creditors and the household itself.',
  },
);

export const ConfidenceEnum = describeEnum<RetentionRule['confidence']>('Confidence', 'How well a figure or term is known.', {
  A: 'Published tariff or text.',
  B: 'Serious source, second hand.',
  C: 'A single or disputed source.',
  D: 'An estimate; may not be used.',
  M: 'From memory, unverified; may not be used.',
});

@RowClass(DataClass.K0)
@ObjectType('SecrecyRegime', { description: 'A duty of secrecy that binds the people of an agency.' })
export class SecrecyRegimeType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;
}

@RowClass(DataClass.K0)
@ObjectType('AgencyType', { description: 'A type of agency. Mostly general knowledge of the field, unverified; see `evidence`.' })
export class AgencyTypeType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field(() => AgencyLevelEnum, { description: 'How far it reaches.' })
  level: AgencyType['level'];

  @Data(DataClass.K0)
  @Field(() => KnownEnum, { description: 'Whether it has a desk for custom solutions (maatwerkplaats).' })
  hasCustomSolutionDesk: AgencyType['hasCustomSolutionDesk'];

  @Data(DataClass.K0)
  @Field(() => KnownEnum, { description: 'Whether it may receive a citizen service number.' })
  mayReceiveBsn: AgencyType['mayReceiveBsn'];

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'The duty of secrecy of its people: a key of the list secrecy regimes.' })
  secrecyRegime: string;

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'The law it usually works under; null = no law of the catalogue.' })
  defaultLaw: string | null;

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'Who usually pays; null = follows the law of the involvement.' })
  defaultPayer: string | null;

  @Data(DataClass.K0)
  @Field({ description: 'How this is known.' })
  evidence: string;
}

@RowClass(DataClass.K0)
@ObjectType('Payer', { description: 'Who bears a cost.' })
export class PayerType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field(() => PayerGroupEnum, { description: 'Its group in reports.' })
  group: Payer['group'];

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'The law whose money it is; null = none.' })
  law: string | null;

  @Data(DataClass.K0)
  @Field({ description: 'False: shown, but never counted in a public saving.' })
  publicMoney: boolean;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'What it bears.' })
  bears: Words;
}

@RowClass(DataClass.K0)
@ObjectType('Holiday', {
  description: 'A day on which a clock of working days stands still (Algemene termijnenwet, from memory, unverified).',
})
export class HolidayType {
  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { description: 'The day.' })
  key: LocalDate;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field({ description: 'Put on a par with a holiday.' })
  equated: boolean;
}

@RowClass(DataClass.K0)
@ObjectType('RetentionRule', { description: 'How long a kind of document is kept under a law.' })
export class RetentionRuleType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'The law.' })
  law: string;

  @Data(DataClass.K0)
  @Field({ description: 'Kind of document.' })
  documentType: string;

  @Data(DataClass.K0)
  @Field({ description: 'From which event the term runs.' })
  trigger: string;

  @Data(DataClass.K0)
  @Field(() => Int, { nullable: true, description: 'Number of years; null = no fixed number, see `rule`.' })
  years: number | null;

  @Data(DataClass.K0)
  @Field(() => Int, { nullable: true, description: 'Months within which to act.' })
  months: number | null;

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'What else holds.' })
  rule: string | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; null = not established.' })
  validFrom: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null = until further notice.' })
  validTo: LocalDate | null;

  @Data(DataClass.K0)
  @Field({ description: 'Where it was found.' })
  source: string;

  @Data(DataClass.K0)
  @Field(() => ConfidenceEnum, { description: 'How well it is known.' })
  confidence: RetentionRule['confidence'];

  @Data(DataClass.K0)
  @Field({ description: 'Whether it may be used.' })
  enabled: boolean;
}

/** Also the lists of platform, which knows no API. */
@Resolver()
export class DirectoryReferenceResolver {
  constructor(
    @Inject(DirectoryReference) private readonly directory: DirectoryReference,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
  ) {}

  @Act('readReference')
  @Query(() => [AgencyTypeType], { description: 'The types of agency.' })
  agencyTypes() {
    return [...this.directory.agencyTypes.values()];
  }

  @Act('readReference')
  @Query(() => [SecrecyRegimeType], { description: 'The duties of secrecy.' })
  secrecyRegimes() {
    return [...this.directory.secrecyRegimes.values()];
  }

  @Act('readReference')
  @Query(() => [PayerType], { description: 'The payers.' })
  payers() {
    return [...this.directory.payers.values()];
  }

  @Act('readReference')
  @Query(() => [HolidayType], { description: 'The days on which clocks stand still, for the years that are listed.' })
  holidays() {
    return this.platform.holidayRows;
  }

  @Act('readReference')
  @Query(() => [RetentionRuleType], { description: 'How long what is kept.' })
  retentionRules() {
    return [...this.platform.retentionRules.values()];
  }
}
