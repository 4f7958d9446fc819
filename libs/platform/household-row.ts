import { Column, PrimaryColumn } from 'typeorm';
import type { Id, LocalDate } from '@doorbraak/kernel';

/** The columns that every row of a household has: tenant, own key, household, when and by whom recorded, how long kept. */
export abstract class HouseholdRow {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;
  @PrimaryColumn('uuid') id: Id;
  @Column('uuid', { name: 'household_id' }) householdId: Id;
  @Column('date', { name: 'recorded_on' }) recordedOn: LocalDate;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: Id;
  @Column('text', { name: 'retention_rule' }) retentionRule: string;
  @Column('date', { name: 'retain_until', nullable: true }) retainUntil: LocalDate | null;
}
