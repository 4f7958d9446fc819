import { Inject, Injectable } from '@nestjs/common';
import { type Operation, refuseIf } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { loadAggregate, type Tx } from '@doorbraak/platform';
import { type Changed, HouseholdActs, inHousehold } from './household.act';
import { Contact } from './household.entity';
import type { HouseholdMap } from './household.map';
import { RELIANCE, type Reliance } from './household.ports';
import { whyNotWithdraw } from './household.rules';
import { VISIBLE } from './household.visibility';
import { PaperBooks } from './paper.load';
import { ENTRIES, GOES_WITH } from './withdraw.entries';
import type { WithdrawFromHouseholdInput } from './withdraw.inputs';

type Table = keyof typeof VISIBLE;
type Entry = { table: Table; withdrawnOn: LocalDate | null };

const TABLES = Object.keys(ENTRIES) as Table[];
const rowsOf = (conditions: object | undefined) => Object.entries(conditions ?? {}) as [Table, string][];

/** A mistaken entry of a household: it stays visible as withdrawn, and nothing is judged by it any more. */
@Injectable()
export class WithdrawService {
  constructor(
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
    @Inject(PaperBooks) private readonly papers: PaperBooks,
    @Inject(RELIANCE) private readonly reliance: Reliance,
  ) {}

  withdraw(operation: Operation, key: Id, input: WithdrawFromHouseholdInput): Promise<Changed> {
    const { entry, reason } = input;
    return this.acts.change(operation, 'withdrawFromHousehold', key, input, inHousehold(input), async (tx, map) => {
      const found = await entryOf(tx, map, entry);
      refuseIf(whyNotWithdraw(entry, found, found ? await this.usesOf(tx, map, found.table, entry) : []));
      const { table } = found!;
      const withdrawn = 'set withdrawn_on = $2, withdrawn_by = $3, withdrawn_reason = $4';
      const these: [Table, string][] = [[table, 'id = $1'], ...rowsOf(GOES_WITH[table])];
      for (const [one, which] of these)
        await tx.query(
          `update "${one}" ${withdrawn} where ${VISIBLE[one]} and household_id = $5 and withdrawn_on is null and ${which}`,
          [entry, tx.today, tx.person, reason, map.id],
        );
      return { subject: entry };
    });
  }

  /** What was withdrawn, by list; of contacts the newest hundred. */
  async listsOf(operation: Operation, map: HouseholdMap) {
    const where = `${VISIBLE.contact} and household_id = $1 and withdrawn_on is not null`;
    const parts = { contacts: { entity: Contact, where, order: 't.withdrawn_on desc, t.id desc', limit: 100 } };
    const { contacts } = await loadAggregate(await operation.read(), parts, [map.id]);
    const { actions: claimActions, ...papers } = (await this.papers.of(operation, map)).withdrawn;
    return { ...map.withdrawn, ...papers, claimActions, contacts };
  }

  private async usesOf(tx: Tx, map: HouseholdMap, table: Table, entry: Id): Promise<Id[]> {
    const member = map.members.find(({ id }) => id === entry);
    const stays = map.members.some(({ id, personId }) => id !== entry && personId === member?.personId);
    if (stays) return []; // the person is a member by another row
    const named = member?.personId ?? entry;
    return [...(await restingOn(tx, map, table, named)), ...(await this.reliance.usesOf(tx, map.id, named))];
  }
}

async function entryOf(tx: Tx, { id }: HouseholdMap, entry: Id): Promise<Entry | undefined> {
  const selects = TABLES.map(
    (table) =>
      `select '${table}' as table, withdrawn_on as "withdrawnOn" from "${table}" where ${VISIBLE[table]} and household_id = $1 and id = $2`,
  );
  return (await tx.query<Entry>(selects.join(' union all '), [id, entry]))[0];
}

async function restingOn(tx: Tx, { id }: HouseholdMap, table: Table, named: Id): Promise<Id[]> {
  const selects = rowsOf(ENTRIES[table]).map(
    ([one, which]) =>
      `select id from "${one}" where ${VISIBLE[one]} and household_id = $3 and withdrawn_on is null and (${which})`,
  );
  if (selects.length === 0) return [];
  // Says the types of the parameters, of which a condition may leave one out.
  const rows = await tx.query<{ id: Id }>(`with asked as (select $1::uuid, $2::date) ${selects.join(' union all ')}`, [
    named,
    tx.today,
    id,
  ]);
  return rows.map((row) => row.id);
}
