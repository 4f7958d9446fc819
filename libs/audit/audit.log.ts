import { Injectable } from '@nestjs/common';
import type { Actor, Decision, DecisionLog } from '@doorbraak/access';
import { newId, type Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';

/** Keeps who did and saw what: ids and data classes, never contents, in the transaction that served it. */
@Injectable()
export class AuditLog implements DecisionLog {
  async record(tx: Tx, actor: Actor, decision: Decision): Promise<void> {
    await tx.query(
      `insert into audit_log (municipality_id, id, day, person_id, roles, agency_id, request_id, act, outcome, codes, relations, classes, household_ids, subject_id, version, part_id, part_version, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        decision.tenant,
        newId(),
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
