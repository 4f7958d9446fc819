import { Injectable } from '@nestjs/common';
import type { Operation } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { loadAggregate, oncePer, type Tx } from '@doorbraak/platform';
import { PolicySignal, PrecedentProposal, SignalReport } from './signal.entity';
import { VISIBLE } from './signal.visibility';

const reporters = `(select coalesce(json_agg(json_build_object('personId', p.id, 'label', p.label) order by p.label, p.id), '[]')
  from professional p where p.municipality_id = t.municipality_id and p.id = any (t.reporters))`;

/** Signals under a condition, each with who reported it. */
export const signalsWhere = (where: string, more: { order?: string; limit?: number } = {}) => ({
  entity: PolicySignal,
  where: `${VISIBLE.policy_signal} and ${where}`,
  extra: { reporters },
  ...more,
});

/** What was learned from one household: its reports, the signals they are under, and its proposals. */
export class SignalBook {
  signals: PolicySignal[];
  reports: SignalReport[];
  proposals: PrecedentProposal[];

  signalOf(bottleneck: Id): PolicySignal | null {
    const report = this.reports.find(({ bottleneckId }) => bottleneckId === bottleneck);
    return this.signals.find(({ id }) => id === report?.signalId) ?? null;
  }

  proposalsOf(plan: Id): PrecedentProposal[] {
    return this.proposals.filter(({ planId }) => planId === plan);
  }
}

/** One statement per household and transaction, however many bottlenecks and plans ask. */
@Injectable()
export class SignalBooks {
  private readonly once = oncePer((tx, household) => this.load(tx, household));

  async of(operation: Operation, household: Id): Promise<SignalBook> {
    return this.once(await operation.read(), household);
  }

  async load(tx: Tx, household: Id): Promise<SignalBook> {
    const mine = (table: 'signal_report' | 'precedent_proposal') => `${VISIBLE[table]} and household_id = $1`;
    const rows = await loadAggregate(
      tx,
      {
        signals: signalsWhere(`id in (select r.signal_id from signal_report r where ${mine('signal_report')})`),
        reports: { entity: SignalReport, where: mine('signal_report') },
        proposals: { entity: PrecedentProposal, where: mine('precedent_proposal') },
      },
      [household],
    );
    return Object.assign(new SignalBook(), rows);
  }
}
