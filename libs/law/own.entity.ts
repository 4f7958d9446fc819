import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Data, DataClass, RowClass } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import { LawKindEnum, ProvisionRoleEnum } from './law.types';
import type { OwnKind, OwnRole } from './own.rules';

/** What every row of a rule of a municipality has: since when it is known, until when it was, who wrote it. */
@ObjectType({ isAbstract: true })
abstract class OwnRow {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;
  @PrimaryColumn('uuid') id: Id;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Its key, to be named wherever a key of the national catalogue is. Opaque.' })
  @Column('text')
  key: string;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which it holds; null = not established (of a provision: as its rule).',
  })
  @Column('date', { name: 'valid_from', nullable: true })
  validFrom: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day on which it holds; null = until further notice.' })
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: LocalDate | null;

  @Data(DataClass.K0)
  @Field({ description: 'Where it was found, as the administrator wrote it down.' })
  @Column('text')
  source: string;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, {
    description: 'Since which day the product knows it so. A ground keeps the text of the day on which it was written.',
  })
  @Column('date', { name: 'known_from' })
  knownFrom: LocalDate;

  @Column('date', { name: 'known_to', nullable: true }) knownTo: LocalDate | null;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: Id;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;

  @Column('text', { name: 'retention_rule', default: 'NOT_ESTABLISHED' }) retentionRule: string;
  @Column('date', { name: 'retain_until', nullable: true }) retainUntil: LocalDate | null;
}

@RowClass(DataClass.K0)
@ObjectType({
  description:
    'One paragraph of a rule of the municipality or of an agency there. Source: the functional administrator. It gives no room and protects nobody by itself (Awb 4:84).',
})
@Entity('own_provision')
export class OwnProvision extends OwnRow {
  @Column('uuid', { name: 'law_id' }) lawId: Id;

  @Data(DataClass.K0)
  @Field({ description: 'Number of the article.' })
  @Column('text')
  article: string;

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'Paragraph; null = none.' })
  @Column('text', { nullable: true })
  lid: string | null;

  @Data(DataClass.K0)
  @Field(() => ProvisionRoleEnum, { description: 'What it does in a plan.' })
  @Column('text')
  role: OwnRole;

  @Data(DataClass.K0)
  @Field({ description: 'Its tenor, in own words, in Dutch.' })
  @Column('text', { name: 'summary_nl' })
  summaryNl: string;

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'The same in English; null = not translated.' })
  @Column('text', { name: 'summary_en', nullable: true })
  summaryEn: string | null;

  @Data(DataClass.K0)
  @Field({ description: 'A may-norm: using it is a choice that needs reasons, and refusing is a choice too.' })
  @Column('boolean')
  discretionary: boolean;
}

@RowClass(DataClass.K0)
@ObjectType({
  description:
    'A by-law of the municipality, or a policy rule of the municipality or of an agency there; known in this municipality only. Source: the functional administrator.',
})
@Entity('own_law')
export class OwnLaw extends OwnRow {
  @Data(DataClass.K0)
  @Field(() => LawKindEnum, { description: 'BYLAW or POLICY_RULE.' })
  @Column('text')
  kind: OwnKind;

  @Data(DataClass.K0)
  @Field({ description: 'Citation title.' })
  @Column('text')
  title: string;

  @Data(DataClass.K0)
  @Field({ description: 'Short title, as professionals say it.' })
  @Column('text', { name: 'short_title' })
  shortTitle: string;

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'The agency whose rule it is; null = the municipality.' })
  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId: Id | null;

  @Data(DataClass.K0)
  @Field(() => [OwnProvision], { description: 'Its provisions as they are known now, in order of key.' })
  provisions: OwnProvision[];
}
