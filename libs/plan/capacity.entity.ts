import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, describeEnum, Entry, RowClass } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import type { CapacityReason } from './capacity.rules';

export const CapacityReasonEnum = describeEnum<CapacityReason>(
  'CapacityReason',
  'Why somebody could not act as the rules expect (doenvermogen). A closed list, written down as a reason; never a score. Source: WRR 2017, "Weten is nog geen doen"; policy rule of the SVB.',
  {
    LOW_LITERACY: 'Reads or writes with difficulty.',
    LIVES_ABROAD: 'Lives abroad, far from who could explain.',
    WRONGLY_INFORMED: 'Was told something wrong by whoever should know.',
    LANGUAGE_BARRIER: 'Does not speak the language of the letters.',
    ILLNESS: 'Is or was ill.',
    DISABILITY: 'Has a disability.',
    GRIEF_OR_CRISIS: 'Was in grief or in a crisis.',
    DIGITAL_EXCLUSION: 'Cannot do it on a screen.',
    NO_NETWORK: 'Has nobody to help.',
  },
);

@RowClass(DataClass.K5, ['ABOUT_ME'])
@ObjectType({ description: 'Why somebody of the household could not act as the rules expect; a reason in the plan.' })
@Entity('capacity_factor')
export class CapacityFactor extends Entry(DataClass.K5) {
  @Data(DataClass.K5)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Column('uuid', { name: 'plan_id' })
  planId: Id;

  @Data(DataClass.K5)
  @Field(() => ID, { description: 'The person.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K5)
  @Field(() => CapacityReasonEnum, { description: 'The reason.' })
  @Column('text')
  factor: CapacityReason;
}
