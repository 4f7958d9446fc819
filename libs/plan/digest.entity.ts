import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, LocalDate } from '@doorbraak/kernel';
import type { PlanStage } from './plan-stage.rules';

/** What the work list says of the newest plan of a household, as of the last act on it. */
@Entity('plan_digest')
export class PlanDigest {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;
  @PrimaryColumn('uuid', { name: 'household_id' }) householdId: Id;
  /** null = it has none any more */
  @Column('uuid', { name: 'plan_id', nullable: true }) planId: Id | null;
  @Column('text', { nullable: true }) stage: PlanStage | null;
  /** Reasons against deciding that neither an answer of an agency nor an agreement takes away, whoever decides. */
  @Column('int', { name: 'open_reasons' }) openReasons: number;
  @Column('uuid', { name: 'writer_ids', array: true }) writerIds: Id[];
  @Column('date', { name: 'on_day' }) onDay: LocalDate;
  @Column('text', { name: 'retention_rule', default: 'NOT_ESTABLISHED' }) retentionRule: string;
  @Column('date', { name: 'retain_until', nullable: true }) retainUntil: LocalDate | null;
}
