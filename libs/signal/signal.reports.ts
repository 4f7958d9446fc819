import { Injectable } from '@nestjs/common';
import type { Id } from '@doorbraak/kernel';
import type { BottleneckFollower } from '@doorbraak/outcome';
import type { Tx } from '@doorbraak/platform';
import { VISIBLE } from './signal.visibility';

/** A bottleneck that was a mistake counts no more in the signal it was reported under. Who reported it still hears the answer. */
@Injectable()
export class SignalReports implements BottleneckFollower {
  async withdrawn(tx: Tx, bottleneck: Id): Promise<void> {
    await tx.query(
      `update policy_signal set report_count = report_count - 1, version = version + 1 where ${VISIBLE.policy_signal}
         and id in (select signal_id from signal_report where ${VISIBLE.signal_report} and bottleneck_id = $1)`,
      [bottleneck],
    );
  }
}
