import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Decision, DecisionLog } from '@doorbraak/access';
import { newId, type Id } from '@doorbraak/kernel';
import { Notices, type Tx } from '@doorbraak/platform';

/**
 * Keeps who did and saw what: ids and data classes, never contents, in the transaction that served it. In the same transaction the other
 * processes are told that something was done, by the line that says so.
 */
@Injectable()
export class AuditLog implements DecisionLog {
  constructor(@Inject(Notices) private readonly notices: Notices) {}

  async record(tx: Tx, actor: Actor, decision: Decision): Promise<void> {
    const line = newId();
    const written = tx.query(
      `insert into audit_log (municipality_id, id, day, person_id, roles, agency_id, request_id, act, outcome, codes, relations, classes, household_ids, subject_id, version, part_id, part_version, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        decision.tenant,
        line,
        actor.today,
        actor.person,
        actor.roles,
        actor.agency,
        decision.request,
        decision.act,
        decision.outcome,
        decision.codes ?? [],
        decision.relations ?? [],
        decision.classes ?? [],
        decision.households ?? [],
        decision.subject ?? null,
        decision.version ?? null,
        decision.part?.subject ?? null,
        decision.part?.version ?? null,
        decision.reason ?? null,
      ],
    );
    const told =
      decision.outcome === 'DONE' &&
      this.notices.tell(tx, {
        tenant: decision.tenant,
        households: decision.households ?? [],
        act: decision.act,
        line,
        by: actor.person,
        subject: decision.subject ?? null,
        part: decision.part?.subject ?? null,
        version: decision.version ?? null,
      });
    await Promise.all([written, told]);
  }

  since(tx: Tx, subject: Id, version: number): Promise<{ version: number; act: string; at: Date; by: Id }[]> {
    return tx.query(
      `select case subject_id when $2 then version else part_version end as version, act, at, person_id as by from audit_log
       where municipality_id = any ($1) and outcome = 'DONE'
         and (subject_id = $2 and version > $3 or part_id = $2 and part_version > $3) order by 1`,
      [tx.tenants, subject, version],
    );
  }
}
