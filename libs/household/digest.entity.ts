import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, LocalDate } from '@doorbraak/kernel';

/** What the work list says of a household, as of the last act on it. */
@Entity('household_digest')
export class HouseholdDigest {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;
  @PrimaryColumn('uuid', { name: 'household_id' }) householdId: Id;
  @Column('int', { name: 'open_problems' }) openProblems: number;
  @Column('int') circles: number;
  @Column('date', { name: 'on_day' }) onDay: LocalDate;
  @Column('text', { name: 'retention_rule', default: 'NOT_ESTABLISHED' }) retentionRule: string;
  @Column('date', { name: 'retain_until', nullable: true }) retainUntil: LocalDate | null;
}
