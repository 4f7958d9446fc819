import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, LocalDate } from '@doorbraak/kernel';
import type { UnitCostRow } from './cost.reference';

/** A price of a municipality, since when it is known and until when it was. It is shown as the national prices are. */
@Entity('own_unit_cost')
export class OwnUnitCost {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;
  @PrimaryColumn('uuid') id: Id;
  @Column('text') key: string;
  @Column('text', { name: 'name_nl' }) nameNl: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('text') unit: string;
  @Column('bigint') cents: bigint;
  @Column('int', { name: 'price_year' }) priceYear: number;
  @Column('date', { name: 'valid_from' }) validFrom: LocalDate;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: LocalDate | null;
  @Column('text') payer: string;
  @Column('text') source: string;
  @Column('text') confidence: UnitCostRow['confidence'];
  @Column('text', { name: 'vat' }) vatIncluded: UnitCostRow['vatIncluded'];
  @Column('boolean') enabled: boolean;
  /** The act that brought it. */
  @Column('uuid', { name: 'import_id' }) importId: Id;
  @Column('date', { name: 'known_from' }) knownFrom: LocalDate;
  @Column('date', { name: 'known_to', nullable: true }) knownTo: LocalDate | null;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: Id;
  @Column('text', { name: 'retention_rule', default: 'NOT_ESTABLISHED' }) retentionRule: string;
  @Column('date', { name: 'retain_until', nullable: true }) retainUntil: LocalDate | null;
}
