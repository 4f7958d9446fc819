import { Injectable } from '@nestjs/common';
import { DataClass, idAfter, isMember, type Operation } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { TOLD } from './log.told';
import { Look } from './who-looked.types';

/**
 * Lines of the log, newest first. Ids are UUIDs of version 7, so the id is the order and the cursor. A refusal is kept for the privacy
 * officer; it served nothing, so the household is not told that somebody saw something.
 */
const LINES = `
  select l.id, l.at, l.day, l.person_id as who, p.label, a.name as agency, l.roles, l.relations, l.act, l.outcome, l.classes
  from audit_log l
  left join professional p on p.municipality_id = l.municipality_id and p.id = l.person_id
  left join agency a on a.id = l.agency_id
  where l.municipality_id = any ((select gate.tenants())::uuid[]) and ($1::uuid is null or l.id < $1)`;

@Injectable()
export class WhoLookedService {
  /** Who read or changed something of this household; to the household itself without exception. */
  async ofHousehold(operation: Operation, household: Id, first: number, after: string | null): Promise<Look[]> {
    const tx = await operation.read();
    const where = `and l.household_ids @> array[$2::uuid] and l.outcome in ('READ', 'DONE')
      and $2 = any ((select gate.allowed('${DataClass.K9}'))::uuid[])`;
    const told = isMember(operation.actor) ? '' : `and ${TOLD}`;
    const lines = `${LINES} ${where} ${told} order by l.id desc limit $3`;
    return (await tx.query<Look>(lines, [idAfter(after), household, first])).map(asLook);
  }

  /** The whole log of the tenant, for the privacy officer. */
  async ofTenant(operation: Operation, first: number, after: string | null): Promise<Look[]> {
    const tx = await operation.read();
    const where = `and l.municipality_id = any ((select gate.tenants_allowed('${DataClass.K9}'))::uuid[])`;
    return (await tx.query<Look>(`${LINES} ${where} order by l.id desc limit $2`, [idAfter(after), first])).map(asLook);
  }
}

const asLook = (row: Look): Look => Object.assign(new Look(), row);
