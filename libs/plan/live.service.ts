import { Inject, Injectable } from '@nestjs/common';
import { DataClass, type GraphqlContext, isAgency, Live, MOVES_PEOPLE, type Operation, type Scope } from '@doorbraak/access';
import { TOLD, VISIBLE as OF_HOUSEHOLD } from '@doorbraak/household';
import type { Id } from '@doorbraak/kernel';
import type { Heard, Notice, Tx } from '@doorbraak/platform';
import { Change, type ChangeKind } from './live.types';
import { VISIBLE as OF_PLAN } from './plan.visibility';

/** Keys, marks and summaries that nobody asks for by themselves, and what stands open to everybody of a municipality. */
const APART = ['person_key', 'last_look', 'mandate', 'household_digest', 'plan_digest'];
const isOwnRow = Object.entries({ ...OF_HOUSEHOLD, ...OF_PLAN })
  .filter(([table]) => !APART.includes(table))
  .map(([table, visible]) => `exists (select from "${table}" where ${visible} and id = $1)`)
  .join('\n or ');

/** Whoever may read the line of the log is told what it says. */
const LINE_TOLD = `select exists (select from audit_log l where l.municipality_id = any ((select gate.tenants())::uuid[]) and l.id = $1
  and l.household_ids && (select gate.allowed('K1'))::uuid[] and ${TOLD}) as told`;
/** An agency reads no log: it is told when a row that it can see was changed, and learns nothing of other agencies from when others act. */
const ROW_TOLD = `select (${isOwnRow}) as told`;

const FRAME = {
  household: `select municipality_id as tenant, id as household, version, gate.relations(id) as relations
    from household where ${OF_HOUSEHOLD.household} and id = $1`,
  plan: `select municipality_id as tenant, household_id as household, version, gate.relations(household_id) as relations
    from plan where ${OF_PLAN.plan} and id = $1`,
};
type Frame = Scope & { version: number };

const MINE = `select c.assigned || c.asked || c.own_person || c.own_team || c.involved as mine from gate.actor() c`;

const isNotice = (heard: Heard | 'BEGUN'): heard is Notice => typeof heard === 'object';

/** What is followed over a socket. Each time something is heard, the rights of who follows are asked anew. */
@Injectable()
export class LiveService {
  constructor(@Inject(Live) private readonly live: Live) {}

  householdChanged(context: GraphqlContext, household: Id): Promise<AsyncIterableIterator<Change>> {
    return this.frameChanged(context, 'household', household, ({ households }) => households.includes(household));
  }

  planChanged(context: GraphqlContext, plan: Id): Promise<AsyncIterableIterator<Change>> {
    return this.frameChanged(context, 'plan', plan, ({ subject }) => subject === plan);
  }

  /** Everything of the households that are somebody's own, also as some come and others go. */
  myDayChanged(context: GraphqlContext): Promise<AsyncIterableIterator<Change>> {
    let mine = new Set<Id>();
    const { agency, municipality } = context.operation().actor;
    return this.live.follow<Change>(context, {
      concerns: ({ households, act, tenant }) =>
        households.some((one) => mine.has(one)) ||
        ((MOVES_PEOPLE as readonly string[]).includes(act) && (agency !== null || tenant === municipality)),
      tell: (operation, heard) =>
        reading(operation, async (tx) => {
          const before = mine;
          mine = new Set((await tx.query<{ mine: Id[] }>(MINE))[0]?.mine);
          if (!isNotice(heard)) {
            // Nothing of a household is told by beginning, so the line of the log names none.
            if (heard === 'BEGUN') operation.served(undefined, { class: DataClass.K1, domain: 'NONE' });
            return change(heard);
          }
          const own = heard.households.filter((one) => mine.has(one));
          const left = heard.households.some((one) => before.has(one) && !mine.has(one));
          if (left || own.length > 1) return change('CHANGED', { mine: heard.by === tx.person });
          const [frame] = own.length ? await tx.query<Frame>(FRAME.household, own) : [];
          return frame && (await isTold(tx, operation, heard)) ? told(operation, heard, frame) : 'NOTHING';
        }),
    });
  }

  private frameChanged(
    context: GraphqlContext,
    what: keyof typeof FRAME,
    id: Id,
    concerns: (notice: Notice) => boolean,
  ): Promise<AsyncIterableIterator<Change>> {
    return this.live.follow<Change>(context, {
      concerns,
      tell: (operation, heard) =>
        reading(operation, async (tx) => {
          const [frame] = await tx.query<Frame>(FRAME[what], [id]);
          if (!frame) {
            if (heard === 'BEGUN') operation.miss();
            return 'GONE';
          }
          if (isNotice(heard)) return (await isTold(tx, operation, heard)) ? told(operation, heard, frame) : 'NOTHING';
          if (heard === 'BEGUN') operation.served(frame, { class: DataClass.K1, domain: 'NONE' });
          return operation.place(change(heard, { household: frame.household, subject: id, version: frame.version }), frame);
        }),
    });
  }
}

/** One look at what is stored, as who follows; ended before anything of it is told. */
async function reading<T>(operation: Operation, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await work(await operation.read());
  } finally {
    await operation.finish();
  }
}

async function isTold(tx: Tx, { actor }: Operation, { line, part, subject }: Notice): Promise<boolean> {
  const [row] = isAgency(actor)
    ? await tx.query<{ told: boolean }>(ROW_TOLD, [part ?? subject])
    : await tx.query<{ told: boolean }>(LINE_TOLD, [line]);
  return row?.told ?? false;
}

const told = (operation: Operation, { act, subject, part, version, by }: Notice, frame: Frame): Change =>
  operation.place(
    change('CHANGED', { household: frame.household, act, subject, part, version, mine: by === operation.actor.person }),
    frame,
  );

const change = (kind: ChangeKind, what: Partial<Change> = {}): Change =>
  Object.assign(new Change(), { kind, mine: false, household: null, act: null, subject: null, part: null, version: null }, what);
