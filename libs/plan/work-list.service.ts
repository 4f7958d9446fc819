import { Inject, Injectable } from '@nestjs/common';
import { idAfter, type Operation, pageOf } from '@doorbraak/access';
import { workingDaysSince } from '@doorbraak/kernel';
import { PlatformReference, type Tx, wordsOf } from '@doorbraak/platform';
import { type WorkListArgs, WorkListSort } from './work-list.inputs';
import { workListQuery } from './work-list.query';
import { WaitsFor, WorkListConnection, WorkListCounts, WorkListRow } from './work-list.types';

export const SILENT_DAYS = Symbol('after how many days without a contact a household is silent');

type Answer = { counts: WorkListCounts; rows: WorkListRow[] };

@Injectable()
export class WorkListService {
  constructor(
    @Inject(PlatformReference) private readonly platform: PlatformReference,
    @Inject(SILENT_DAYS) private readonly silentDays: number,
  ) {}

  async workList(operation: Operation, { first, after, search, filter, sort }: WorkListArgs): Promise<WorkListConnection> {
    const tx = await operation.read();
    const { quick, relations, stages, closed = false } = filter ?? {};
    const some = <T>(list: T[] | null | undefined) => (list?.length ? list : null);
    const { counts, rows } = await this.ask(tx, sort, [
      ...[first + 1, idAfter(after), wordsOf(search), quick ?? 'ALL'],
      ...[some(relations), some(stages), closed],
    ]);
    const page = pageOf(rows, first);
    return Object.assign(new WorkListConnection(), {
      ...page,
      nodes: page.nodes.map((row) => this.place(operation, tx, row)),
      counts: Object.assign(new WorkListCounts(), counts),
      silentDays: this.silentDays,
    });
  }

  /** The same households by words, open and closed: a search shows nothing that the list hides. */
  async find(operation: Operation, tx: Tx, words: string[], first: number): Promise<WorkListRow[]> {
    const { rows } = await this.ask(tx, WorkListSort.CODE, [first, null, words, 'ALL', null, null, null]);
    return rows.map((row) => this.place(operation, tx, row));
  }

  private async ask(tx: Tx, sort: WorkListSort, parameters: unknown[]): Promise<Answer> {
    const [answer] = await tx.query<Answer>(workListQuery(sort), [...parameters, this.silentDays]);
    return answer!;
  }

  private place(operation: Operation, tx: Tx, found: WorkListRow): WorkListRow {
    const row = Object.assign(new WorkListRow(), found);
    if (row.waitsFor)
      row.waitsFor = Object.assign(new WaitsFor(), row.waitsFor, {
        workingDays: workingDaysSince(row.waitsFor.askedOn, tx.today, this.platform.holidays),
      });
    return operation.place(row, { household: row.id, tenant: row.tenant, relations: row.relations });
  }
}
