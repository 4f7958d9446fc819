import { Inject, Injectable } from '@nestjs/common';
import {
  type ActName,
  type ActPlace,
  Acts,
  type Done,
  edited,
  idAfter,
  type Operation,
  pageOf,
  Refusal,
  type Refused,
  refuseIf,
} from '@doorbraak/access';
import { type Id, type Reason, reason } from '@doorbraak/kernel';
import { placeOfPlan, PlanBooks } from '@doorbraak/plan';
import { loadAggregate, PlatformReference, type Tx } from '@doorbraak/platform';
import { knownOf } from './nameless.load';
import { type Knowable, whyNotNameless } from './nameless.rules';
import { PolicySignal, SignalReport } from './signal.entity';
import type * as inputs from './signal.inputs';
import { SignalBooks, signalsWhere } from './signal.load';
import * as rules from './signal.rules';
import type { PolicySignalConnection } from './signal.types';
import { VISIBLE, VISIBLE_ELSEWHERE } from './signal.visibility';

type Answer = PolicySignal | Refused;

/** Signals to who makes the rules: raised from a household, and without one from there on. */
type Changed = Partial<Omit<PolicySignal, 'reporters'>>;

@Injectable()
export class SignalService {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(PlanBooks) private readonly plans: PlanBooks,
    @Inject(SignalBooks) private readonly books: SignalBooks,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
  ) {}

  async signals(
    operation: Operation,
    first: number,
    after: string | null | undefined,
    mine: boolean,
  ): Promise<PolicySignalConnection> {
    const tx = await operation.read();
    const where = `(not $2::boolean or $3::uuid = any (reporters)) and ($1::uuid is null or (sent_on, id) < (select c.sent_on, c.id
      from policy_signal c where c.municipality_id = any ((select gate.tenants())::uuid[]) and c.id = $1))`;
    const page = signalsWhere(where, { order: 't.sent_on desc, t.id desc', limit: first + 1 });
    const { signals } = await loadAggregate(tx, { signals: page }, [idAfter(after), mine, tx.person]);
    return pageOf(signals, first);
  }

  raiseSignal(operation: Operation, key: Id, input: inputs.RaiseSignalInput): Promise<Answer> {
    return this.report(operation, 'raiseSignal', key, input, async (tx, at, { bottleneck, known, reasons }) => {
      const { about, asked, owner } = input;
      const occurrences = {
        occurrencesPerYear: input.occurrencesPerYear ?? null,
        occurrencesNote: input.occurrencesNote ?? null,
      };
      refuseIf([
        ...reasons,
        ...rules.whyNotCounted(occurrences),
        ...whyNotNameless({ about, asked, owner, occurrencesNote: occurrences.occurrencesNote }, known),
      ]);
      await tx.insert(PolicySignal, {
        ...{ municipalityId: at.tenant, id: key, about, asked, owner, ...occurrences, provision: bottleneck!.provision },
        ...{ status: 'SENT', sentOn: tx.today, reportCount: 1, reporterIds: [tx.person], version: 1 },
        ...this.platform.recorded(tx),
      });
      await this.keep(tx, at, key, key, bottleneck!.id);
      return { subject: key, version: 1 };
    });
  }

  joinSignal(operation: Operation, key: Id, input: inputs.JoinSignalInput): Promise<Answer> {
    return this.report(operation, 'joinSignal', key, input, async (tx, at, { bottleneck, reasons }) => {
      const signal = await mustRead(tx, input.signal, at.tenant);
      refuseIf([...reasons, ...rules.whyNotJoin(signal, bottleneck, signal.id)]);
      await this.keep(tx, at, key, signal.id, bottleneck!.id);
      const reporterIds = [...new Set([...signal.reporterIds, tx.person])];
      return edited(tx, PolicySignal, signal, signal.version, { reportCount: signal.reportCount + 1, reporterIds });
    });
  }

  acknowledgeSignal(operation: Operation, key: Id, input: inputs.AcknowledgeSignalInput): Promise<Answer> {
    return this.step(operation, 'acknowledgeSignal', key, input, rules.whyNotAcknowledge, (tx) => ({
      status: 'ACKNOWLEDGED',
      acknowledgedOn: tx.today,
    }));
  }

  answerSignal(operation: Operation, key: Id, input: inputs.AnswerSignalInput): Promise<Answer> {
    return this.step(operation, 'answerSignal', key, input, rules.whyNotAnswer, async (tx, signal) => {
      const { answer } = input;
      refuseIf(whyNotNameless({ answer }, await reportedFrom(tx, signal)));
      return { status: 'ANSWERED', answeredOn: tx.today, answer };
    });
  }

  closeSignal(operation: Operation, key: Id, input: inputs.CloseSignalInput): Promise<Answer> {
    return this.step(operation, 'closeSignal', key, input, rules.whyNotClose, (tx) => ({ status: 'CLOSED', closedOn: tx.today }));
  }

  /** An act on one bottleneck of a plan; also of a household whose file was closed: what was learned comes at the end. */
  private report(
    operation: Operation,
    act: ActName,
    key: Id,
    input: { plan: Id; bottleneck: Id },
    run: (
      tx: Tx,
      at: { tenant: Id; household: Id },
      about: { bottleneck: rules.BottleneckFacts | undefined; known: Knowable[]; reasons: Reason[] },
    ) => Promise<Done>,
  ): Promise<Answer> {
    return this.acts.do(
      operation,
      { act, key, at: placeOfPlan(input.plan), input },
      async (tx, { tenant, household }) => {
        const plan = await this.plans.load(operation, tx, input.plan);
        if (!plan || !household) throw new Refusal([reason('NOT_FOUND', input.plan)]);
        const bottleneck = await bottleneckOf(tx, input.plan, input.bottleneck);
        const { reports } = await this.books.load(tx, household);
        const signalled = reports.some(({ bottleneckId }) => bottleneckId === input.bottleneck);
        const reasons = rules.whyNotReport(bottleneck, input.bottleneck, signalled);
        return run(tx, { tenant, household }, { bottleneck, known: [knownOf(plan.household)], reasons });
      },
      (tx, { subject }) => mustRead(tx, subject),
    );
  }

  private step(
    operation: Operation,
    act: ActName,
    key: Id,
    input: inputs.SignalStepInput,
    whyNot: (signal: PolicySignal, id: Id) => Reason[],
    set: (tx: Tx, signal: PolicySignal) => Changed | Promise<Changed>,
  ): Promise<Answer> {
    return this.acts.do(
      operation,
      { act, key, at: placeOfSignal(input.signal), input },
      async (tx) => {
        const signal = await mustRead(tx, input.signal);
        // A step that somebody else took meanwhile is told as that, not as a step that cannot be taken.
        refuseIf(signal.version === input.seen ? whyNot(signal, signal.id) : []);
        return edited(tx, PolicySignal, signal, input.seen, await set(tx, signal));
      },
      (tx, { subject }) => mustRead(tx, subject),
    );
  }

  private async keep(tx: Tx, at: { tenant: Id; household: Id }, id: Id, signalId: Id, bottleneckId: Id): Promise<void> {
    const row = { municipalityId: at.tenant, id, householdId: at.household, signalId, bottleneckId };
    await tx.insert(SignalReport, { ...row, ...this.platform.recorded(tx) });
  }
}

const placeOfSignal =
  (signal: Id) =>
  async (tx: Tx): Promise<ActPlace | undefined> =>
    (
      await tx.query<ActPlace>(
        `select municipality_id as tenant, null as household from policy_signal where ${VISIBLE.policy_signal} and id = $1`,
        [signal],
      )
    )[0];

async function mustRead(tx: Tx, id: Id, tenant: Id | null = null): Promise<PolicySignal> {
  const parts = { signals: signalsWhere('id = $1 and ($2::uuid is null or municipality_id = $2)') };
  const [signal] = (await loadAggregate(tx, parts, [id, tenant])).signals;
  if (!signal) throw new Refusal([reason('SIGNAL_UNKNOWN', id)]);
  return signal;
}

async function bottleneckOf(tx: Tx, plan: Id, id: Id): Promise<rules.BottleneckFacts | undefined> {
  const [row] = await tx.query<rules.BottleneckFacts>(
    `select id, kind, provision from bottleneck where ${VISIBLE_ELSEWHERE.bottleneck} and plan_id = $1 and id = $2 and withdrawn_on is null
     for update`,
    [plan, id],
  );
  return row;
}

/** The households a signal was reported from, as far as who writes may see them: nobody can name what they cannot read. */
async function reportedFrom(tx: Tx, { id }: PolicySignal): Promise<Knowable[]> {
  const rows = await tx.query<{ code: string; neighbourhoodCode: string | null }>(
    `select h.code, h.neighbourhood_code as "neighbourhoodCode" from household h where h.municipality_id = any ((select gate.tenants())::uuid[])
       and h.id in (select household_id from signal_report where ${VISIBLE.signal_report} and signal_id = $1)`,
    [id],
  );
  return rows.map((row) => ({ ...row, names: [] }));
}
