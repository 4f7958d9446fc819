import { Inject, Injectable } from '@nestjs/common';
import { reason, type Id, type Reason, type RefusalCode, REFUSALS } from '@doorbraak/kernel';
import { ChangedMeanwhile, Secrets, UnitOfWork, type Tx } from '@doorbraak/platform';
import { DECISION_LOG, type Decision, type DecisionLog } from './decision-log';
import { type Digests, DIGESTS } from './digests';
import { type Files, FILES } from './files';
import type { Operation } from './operation';
import type { ActName, Relation } from './policy';
import { mayDo } from './policy.rules';
import { Refused } from './refused';

export type ActPlace = { tenant: Id; household: Id | null };

export type ActRequest = {
  act: ActName;
  /** made by the client; the same key never acts twice, and it becomes the id of what an addition adds */
  key: Id;
  /** the tenant and the household it is about (null = none yet), or how to find them; nothing found = NOT_FOUND */
  at: ActPlace | ((tx: Tx) => Promise<ActPlace | undefined>);
  /** everything that makes this act this act; only its keyed hash is kept */
  input: unknown;
  /** why, for an act that must say so; kept in the log */
  reason?: string;
};

/**
 * What an act did: the thing it changed, its new version when it has one, the household when the act made it, the households when it was
 * about several, and which part of the thing it was when that part has versions of its own.
 */
export type Done = {
  subject: Id;
  version?: number;
  household?: Id;
  households?: Id[];
  part?: { subject: Id; version?: number };
};

/**
 * A database constraint that guards what two people could do at the same moment says in its name what the slower one hears:
 * `one_open_plan__plan_open_already`. The key of an addition becomes the id of its row, so a key that is the id of some row already was
 * used for something else.
 */
function codeOf(constraint = ''): RefusalCode | undefined {
  if (constraint.endsWith('_pkey')) return 'IDEMPOTENCY_MISMATCH';
  const code = constraint.split('__')[1]?.toUpperCase() ?? '';
  return code in REFUSALS ? (code as RefusalCode) : undefined;
}

/** Thrown inside an act to say no; everything the act did so far is rolled back. */
export class Refusal extends Error {
  constructor(readonly reasons: Reason[]) {
    super(reasons.map(({ code }) => code).join(' '));
  }
}

/** Says no when there is a reason. Judge before writing. */
export function refuseIf(reasons: Reason[]): void {
  if (reasons.length) throw new Refusal(reasons);
}

/** A row that an act names; what is not among these is not there. */
export function only<Row extends { id: Id }>(rows: readonly Row[], id: Id, code: RefusalCode = 'NOT_FOUND'): Row {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Refusal([reason(code, id)]);
  return row;
}

type Versioned = { municipalityId: Id; id: Id; version: number };

/** Changes one row under the version that was seen. Without one the row was not known to be there: somebody else was first. */
export async function edited<E extends Versioned>(
  tx: Tx,
  entity: new () => E,
  { municipalityId, id }: Omit<Versioned, 'version'>,
  seen: number | null | undefined,
  set: Parameters<typeof tx.updateSeen<E>>[3],
): Promise<Done> {
  const version = seen ?? 0;
  await tx.updateSeen(entity, { municipalityId, id } as Parameters<typeof tx.updateSeen<E>>[1], version, set);
  return { subject: id, version: version + 1 };
}

/**
 * One act: allowed by the policy, done at most once, judged, written, answered and logged in one transaction, acknowledged after its
 * commit. A refusal undoes everything and leaves its own record.
 */
@Injectable()
export class Acts {
  constructor(
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(DECISION_LOG) private readonly log: DecisionLog,
    @Inject(FILES) private readonly files: Files,
    @Inject(DIGESTS) private readonly digests: Digests,
  ) {}

  async do<T>(
    operation: Operation,
    request: ActRequest,
    act: (tx: Tx, at: ActPlace) => Promise<Done>,
    answer: (tx: Tx, done: Done) => Promise<T>,
  ): Promise<T | Refused> {
    let at: ActPlace | undefined;
    try {
      return await operation.act(async (tx) => {
        at = typeof request.at === 'function' ? await request.at(tx) : request.at;
        if (!at || !operation.actor.tenants.includes(at.tenant)) throw new Refusal([reason('NOT_FOUND')]);
        const earlier = await this.claim(tx, request, at);
        if (earlier) return { answer: await answer(tx, earlier) };
        const relations = await this.judge(tx, operation, request.act, at);
        if (at.household) refuseIf(await this.files.whyNot(tx, request.act, at.household));
        const done = await act(tx, at);
        await tx.query('update idempotency_key set result_id = $4 where municipality_id = $1 and person_id = $2 and key = $3', [
          at.tenant,
          tx.person,
          request.key,
          done.subject,
        ]);
        const household = done.household ?? at.household;
        const households = done.households ?? (household ? [household] : []);
        for (const one of households) await this.digests.renew(operation, tx, one);
        const decision: Decision = {
          request: operation.request,
          act: request.act,
          outcome: 'DONE',
          tenant: at.tenant,
          relations,
          households,
          subject: done.subject,
          ...(done.version === undefined ? {} : { version: done.version }),
          ...(done.part === undefined ? {} : { part: done.part }),
          ...(request.reason === undefined ? {} : { reason: request.reason }),
        };
        return { answer: await answer(tx, done), done: decision };
      });
    } catch (error) {
      return await this.refused(operation, request.act, at, error);
    }
  }

  /** Takes the key, or answers what it did before. A second try waits here until the first one has ended. */
  private async claim(tx: Tx, { act, key, input }: ActRequest, { tenant, household }: ActPlace): Promise<Done | undefined> {
    const mac = this.secrets.hashOfPayload(
      tenant,
      JSON.stringify([act, household, input], (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
    );
    const taken = await tx.query(
      `insert into idempotency_key (municipality_id, person_id, key, act, payload_mac) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning key`,
      [tenant, tx.person, key, act, mac],
    );
    if (taken.length) return undefined;
    const [earlier] = await tx.query<{ act: string; mac: string; subject: Id }>(
      'select act, payload_mac as mac, result_id as subject from idempotency_key where municipality_id = $1 and person_id = $2 and key = $3',
      [tenant, tx.person, key],
    );
    if (earlier?.act !== act || earlier.mac !== mac) throw new Refusal([reason('IDEMPOTENCY_MISMATCH', key)]);
    return { subject: earlier.subject, ...(household ? { household } : {}) };
  }

  private async judge(tx: Tx, operation: Operation, act: ActName, { household }: ActPlace): Promise<Relation[]> {
    if (!household) {
      if (!mayDo(operation.actor.roles, act, ['TENANT'])) throw new Refusal([reason('NOT_ALLOWED')]);
      return ['TENANT'];
    }
    const [row] = await tx.query<{ relations: Relation[] | null }>('select gate.relations($1) as relations', [household]);
    const relations = row?.relations ?? [];
    if (relations.length === 0) throw new Refusal([reason('NOT_FOUND')]);
    if (!mayDo(operation.actor.roles, act, relations)) throw new Refusal([reason('NOT_ALLOWED')]);
    return relations;
  }

  private async refused(operation: Operation, act: ActName, at: ActPlace | undefined, error: unknown): Promise<Refused> {
    const constraint = codeOf((error as { constraint?: string }).constraint);
    const meanwhile = error instanceof ChangedMeanwhile;
    if (!(error instanceof Refusal) && !constraint && !meanwhile) throw error;
    const reasons =
      error instanceof Refusal
        ? error.reasons
        : [reason(constraint ?? 'CHANGED_MEANWHILE', meanwhile ? error.subject : undefined)];
    const { actor, request } = operation;
    const here = at && actor.tenants.includes(at.tenant);
    return await this.work.run(operation.asker(), async (tx) => {
      await this.log.record(tx, actor, {
        request,
        act,
        outcome: 'REFUSED',
        tenant: here ? at.tenant : actor.municipality,
        codes: reasons.map(({ code }) => code),
        households: here && at.household ? [at.household] : [],
      });
      return new Refused(reasons, meanwhile ? await this.log.since(tx, error.subject, error.seen) : []);
    });
  }
}
