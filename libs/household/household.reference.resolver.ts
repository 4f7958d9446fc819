import { Inject } from '@nestjs/common';
import { Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Act, Data, DataClass, describeEnum, RowClass, WordsShape } from '@doorbraak/access';
import type { LocalDate, Words } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import { HouseholdReference, type LifeDomain, type ServiceType } from './household.reference';

export const ContentClassEnum = describeEnum<LifeDomain['usualDataClass']>(
  'ContentClass',
  'How sensitive the content of a case is.',
  {
    K4: 'Ordinary: income, debts, housing, work, education.',
    K5: 'Special: health, addiction, youth care, safety, crime.',
  },
);

export const ServiceGroupEnum = describeEnum<ServiceType['group']>('ServiceGroup', 'What a service is about.', {
  MONEY: 'Income and debts.',
  HOUSING: 'A home.',
  CARE_YOUTH: 'Care, support and youth help.',
  WORK: 'Work, education and how the day is spent.',
  JUSTICE: 'Justice and safety.',
  SYSTEM: 'What agencies do among themselves.',
});

@RowClass(DataClass.K0)
@ObjectType('LifeDomain', { description: 'A part of life (leefgebied). Own list of the product.' })
export class LifeDomainType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'In which a map shows it.' })
  order: number;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field(() => ContentClassEnum, { description: 'How sensitive its problems usually are.' })
  usualDataClass: LifeDomain['usualDataClass'];

  @Data(DataClass.K0)
  @Field({ description: 'Whether people are asked how it goes; not for government as a cause.' })
  scored: boolean;
}

@RowClass(DataClass.K0)
@ObjectType('LifeScaleStep', {
  description: 'A step of the scale on which a life domain is scored, 1 (worst) to 5. Own scale, taken from no instrument.',
})
export class LifeScaleType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key. The score.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;
}

@RowClass(DataClass.K0)
@ObjectType('ProblemType', { description: 'A type of problem. Own list of the product.' })
export class ProblemTypeType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Its life domain.' })
  domain: string;

  @Data(DataClass.K0)
  @Field(() => ContentClassEnum, { description: 'How sensitive it is.' })
  dataClass: LifeDomain['usualDataClass'];

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day on which it may be chosen; null = until further notice.',
  })
  validTo: LocalDate | null;
}

@RowClass(DataClass.K0)
@ObjectType('ServiceType', { description: 'A typical intervention.' })
export class ServiceTypeType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => ServiceGroupEnum, { description: 'What it is about.' })
  group: ServiceType['group'];

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field({ description: 'Done once; otherwise it runs.' })
  oneOff: boolean;

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'Its usual price, a key of the list unit costs; null = no price is known.' })
  unitCost: string | null;

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'The law it is usually given under.' })
  law: string | null;
}

@RowClass(DataClass.K0)
@ObjectType('LegalBasis', {
  description: 'A basis for sharing data (GDPR); not a ground of a plan. Check the text of the day before production.',
})
export class LegalBasisType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'The law that gives it.' })
  law: string | null;

  @Data(DataClass.K0)
  @Field({ description: 'The article.' })
  article: string;

  @Data(DataClass.K0)
  @Field(() => [String], { description: 'Purposes for which data may be shared.' })
  purposes: string[];

  @Data(DataClass.K0)
  @Field(() => [ID], { description: 'Life domains it covers.' })
  domains: string[];

  @Data(DataClass.K0)
  @Field(() => [ID], { nullable: true, description: 'Types of agency that may receive; null = any, still named per share.' })
  recipients: string[] | null;

  @Data(DataClass.K0)
  @Field({ description: 'Whether the person must have said yes.' })
  needsConsent: boolean;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; null = cannot be chosen, such as a bill.' })
  validFrom: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null = until further notice.' })
  validTo: LocalDate | null;

  @Data(DataClass.K0)
  @Field({ description: 'How these days are known.' })
  dateEvidence: string;

  @Data(DataClass.K0)
  @Field({ description: 'Where it was found.' })
  source: string;
}

@Resolver()
export class HouseholdReferenceResolver {
  constructor(@Inject(HouseholdReference) private readonly reference: HouseholdReference) {}

  @Act('readReference')
  @Query(() => [LifeDomainType], { description: 'The life domains, in the order of the map.' })
  lifeDomains() {
    return this.reference.lifeDomains;
  }

  @Act('readReference')
  @Query(() => [LifeScaleType], { description: 'The steps of the scale.' })
  lifeScale() {
    return this.reference.lifeScale;
  }

  @Act('readReference')
  @Query(() => [ProblemTypeType], { description: 'The types of problem.' })
  problemTypes() {
    return [...this.reference.problemTypes.values()];
  }

  @Act('readReference')
  @Query(() => [ServiceTypeType], { description: 'The typical interventions.' })
  serviceTypes() {
    return [...this.reference.serviceTypes.values()];
  }

  @Act('readReference')
  @Query(() => [LegalBasisType], { description: 'The bases for sharing data.' })
  legalBases() {
    return [...this.reference.legalBases.values()];
  }
}
