import type { Id, LocalDate } from '@doorbraak/kernel';
import { CasePlayer } from '../demo/case.player';
import type { Room } from '../demo/ask';
import { demoId } from '../demo/people';
import { AFTER_ACTS } from './acts.after';
import { HOUSEHOLD_ACTS, type Write } from './acts.household';
import { PLAN_ACTS } from './acts.plan';
import { writeDigests } from './digest.rows';
import type { Made } from './household.maker';
import { type Desk, idOfPerson, Page } from './page';

const ACTS: Record<string, Write> = { ...HOUSEHOLD_ACTS, ...PLAN_ACTS, ...AFTER_ACTS };

const nobody = { ask: () => Promise.reject(new Error('rows are written; nobody is asked')) };

/** Plays a household as the demo does, act by act and day by day, and writes down the rows that the product would have written. */
export class RowPlayer extends CasePlayer {
  readonly page: Page;

  constructor(
    desk: Desk,
    private readonly made: Made,
    issuer: string,
  ) {
    super({ ...nobody, issuer }, { file: made.file, cast: made.cast }, made.code);
    this.page = new Page(desk, this.household, (thing) => demoId(`${made.code} row ${thing}`));
  }

  async rows(): Promise<Page> {
    await this.toTheEnd(this.made.parts);
    writeDigests(this.page);
    return this.page;
  }

  override accounts(): Promise<string[]> {
    return Promise.resolve([]);
  }

  override whoIs(key: string): Promise<Id> {
    return Promise.resolve(idOfPerson(this.person(key).subject));
  }

  /** Who is added under a key has that key. */
  override rememberMembers(): Promise<void> {
    return Promise.resolve();
  }

  override personId(key: string): Id {
    return this.id('member', key);
  }

  override on(day: LocalDate): Promise<void> {
    this.page.today = day;
    return Promise.resolve();
  }

  override by({ subject }: { subject: string }, _room: Room, name: string, key: Id, input: object): Promise<void> {
    const write = ACTS[name];
    if (!write) throw new Error(`nobody knows which rows ${name} writes`);
    this.page.writer = this.page.accounts.get(subject) ?? idOfPerson(subject);
    this.page.asAgency = subject.includes('-liaison-');
    // Every row here is of this household.
    const { household: _, ...told } = input as { household?: Id };
    write(this.page, key, told as never);
    return Promise.resolve();
  }

  protected override state(): Promise<{ status: string; version: number }> {
    return Promise.resolve(this.page.rowsOf<{ status: string; version: number }>('plan')[0]!);
  }
}
