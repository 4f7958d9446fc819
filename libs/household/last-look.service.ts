import { Inject, Injectable } from '@nestjs/common';
import { mayDo, type Operation } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { type Changed, HouseholdActs, inHousehold } from './household.act';
import { VISIBLE } from './household.visibility';
import { TOLD } from './log.told';
import type { MarkSeenInput } from './last-look.inputs';
import { ChangeSeen, HouseholdChanges } from './last-look.types';

/** One statement, also when nobody looked yet and nothing was done since. What a screen shows of an instant is its milliseconds. */
const CHANGES = `
  select seen.at as since, done.* from (select) one
  left join (select at from last_look where ${VISIBLE.last_look} and household_id = $1) seen on true
  left join lateral (
    select l.act, l.at, coalesce(a.name, p.label) as "byLabel", l.subject_id as subject, l.part_id as part
    from audit_log l
    left join professional p on p.municipality_id = l.municipality_id and p.id = l.person_id
    left join agency a on a.id = l.agency_id
    where l.municipality_id = any ((select gate.tenants())::uuid[]) and l.household_ids @> array[$1::uuid] and l.outcome = 'DONE'
      and l.person_id <> $2 and l.act <> 'markSeen' and ${TOLD} and $1 = any ((select gate.allowed('K1'))::uuid[]) and (seen.at is null or date_trunc('milliseconds', l.at) > seen.at)
    order by l.at desc, l.id desc limit 100) done on true`;

/** What others did in a household since somebody last looked: read from the log, nothing is written twice. */
@Injectable()
export class LastLookService {
  constructor(@Inject(HouseholdActs) private readonly acts: HouseholdActs) {}

  /** Null for who cannot mark it: an agency sees its own rows, and a member of the household has the log of who looked. */
  async changes(operation: Operation, household: object & { id: Id }): Promise<HouseholdChanges | null> {
    const relations = operation.scopeOf(household)?.relations ?? [];
    if (!mayDo(operation.actor.roles, 'markSeen', relations)) return null;
    const tx = await operation.read();
    const rows = await tx.query<ChangeSeen & { since: Date | null }>(CHANGES, [household.id, tx.person]);
    const acts = rows.filter(({ act }) => act !== null).map(({ since: _, ...row }) => Object.assign(new ChangeSeen(), row));
    return Object.assign(new HouseholdChanges(), { since: rows[0]?.since ?? null, acts });
  }

  /** In real time, as the log has it. Acts on a household come one after another, so none is still under way that began before. */
  markSeen(operation: Operation, key: Id, input: MarkSeenInput): Promise<Changed> {
    return this.acts.change(operation, 'markSeen', key, input, inHousehold(input), async (tx, { id, municipalityId }) => {
      await tx.query(
        `insert into last_look (municipality_id, person_id, household_id, at) values ($1, $2, $3, least($4, clock_timestamp()))
         on conflict (municipality_id, person_id, household_id) do update set at = excluded.at`,
        [municipalityId, tx.person, id, input.until ?? null],
      );
      return { subject: id };
    });
  }
}
