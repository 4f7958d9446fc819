import { Field, ObjectType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { HouseholdRow, LocalDateScalar, type Tx } from '@doorbraak/platform';
import { Data, type FieldDomain } from './data.decorators';
import type { DataClass } from './policy';

/** A row that somebody entered and that can turn out to be a mistake: then it is withdrawn with a reason, and stays visible as that. */
export function Entry(dataClass: DataClass, domain?: FieldDomain) {
  @ObjectType({ isAbstract: true })
  abstract class EnteredRow extends HouseholdRow {
    @Data(dataClass, domain)
    @Field(() => LocalDateScalar, {
      nullable: true,
      description: 'The day on which it was withdrawn as a mistake; null = it stands.',
    })
    @Column('date', { name: 'withdrawn_on', nullable: true })
    withdrawnOn: LocalDate | null;

    @Column('uuid', { name: 'withdrawn_by', nullable: true })
    withdrawnBy: Id | null;

    @Data(dataClass, domain)
    @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
    @Column('text', { name: 'withdrawn_reason', nullable: true })
    withdrawnReason: string | null;
  }
  return EnteredRow;
}

export type EntryRow = HouseholdRow & { withdrawnOn: LocalDate | null; withdrawnBy: Id | null; withdrawnReason: string | null };

/** Whether it may be is judged before. `table` is never what somebody typed. */
export async function withdrawEntry(tx: Tx, table: string, tenant: Id, id: Id, reason: string): Promise<void> {
  await tx.query(
    `update "${table}" set withdrawn_on = $3, withdrawn_by = $4, withdrawn_reason = $5 where municipality_id = $1 and id = $2`,
    [tenant, id, tx.today, tx.person, reason],
  );
}

const stands = (row: object) => ((row as Partial<EntryRow>).withdrawnOn ?? null) === null;

/** Lists of rows parted in those that stand and those that were withdrawn. Whoever judges, adds up or shows gets the first. */
export function partWithdrawn<Lists extends Record<string, readonly object[]>>(
  lists: Lists,
): { standing: Lists; withdrawn: Lists } {
  const keep = (which: (row: object) => boolean) =>
    Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, rows.filter(which)])) as unknown as Lists;
  return { standing: keep(stands), withdrawn: keep((row) => !stands(row)) };
}
