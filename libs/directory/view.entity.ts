import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Data, DataClass, RowClass } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';

@RowClass(DataClass.K0)
@ObjectType({ description: 'A view that you saved: an address of the client under a name. Nobody else sees it.' })
@Entity('saved_view')
export class SavedView {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Id of the view.' })
  @PrimaryColumn('uuid')
  id: Id;

  @Column('uuid', { name: 'person_id' }) personId: Id;

  @Data(DataClass.K0)
  @Field(() => String, { description: 'Its name.' })
  @Column('text', { nullable: true })
  name: string | null;

  @Data(DataClass.K0)
  @Field(() => String, { description: 'The address inside the client, with what is filtered and searched.' })
  @Column('text', { nullable: true })
  path: string | null;

  /** Of a deleted one nothing is left but that it was there. */
  @Column('date', { name: 'deleted_on', nullable: true }) deletedOn: LocalDate | null;
  @Column('text', { name: 'retention_rule', default: 'NOT_ESTABLISHED' }) retentionRule: string;
  @Column('date', { name: 'retain_until', nullable: true }) retainUntil: LocalDate | null;
}
