import type { Operation } from '@doorbraak/access';
import type { Tx } from '@doorbraak/platform';
import { type HouseholdLine } from './household.types';
import { VISIBLE } from './household.visibility';

/** Households as lines of a list, by code. `more` goes on after the condition of who may see them. */
export async function linesOf(operation: Operation, tx: Tx, more: string, parameters: unknown[]): Promise<HouseholdLine[]> {
  const lines = await tx.query<HouseholdLine>(
    `select id, municipality_id as tenant, code, fixteam_id as "fixteamId", gate.relations(id) as relations,
       (select p.label from lead_assignment a join professional p on p.municipality_id = a.municipality_id and p.id = a.person_id
        where a.municipality_id = household.municipality_id and a.household_id = household.id and a.kind = 'LEAD' and a.until_on is null) as "leadLabel"
     from household where ${VISIBLE.household} and ${more}`,
    parameters,
  );
  for (const line of lines) operation.place(line, { household: line.id, tenant: line.tenant, relations: line.relations });
  return lines;
}
