import { Inject, Injectable } from '@nestjs/common';
import { edited, only, type Operation, refuseIf, roomFor } from '@doorbraak/access';
import { addWorkingDays, holds, type Id } from '@doorbraak/kernel';
import { PlatformReference } from '@doorbraak/platform';
import { PlanActs, type PlanAnswer } from './plan.act';
import { AgencyRefusal } from './refusal.entity';
import type * as inputs from './refusal.inputs';
import { CALL_WITHIN, isOnlyWritten, whyNotCall, whyNotRefuse } from './refusal.rules';

/** An agency's no, before the decision or after it, and the call that follows one that was only written. */
@Injectable()
export class RefusalService {
  constructor(
    @Inject(PlanActs) private readonly acts: PlanActs,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
  ) {}

  recordRefusal(operation: Operation, key: Id, input: inputs.RecordRefusalInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'recordRefusal', key, { plan: input.plan, input }, async (tx, book) => {
      const { what, reason, channel, onDay } = input;
      const no = {
        involvementId: input.involvement,
        measureId: input.measure ?? null,
        alternative: input.alternative ?? null,
        provision: input.provision ?? null,
        channel,
        onDay,
      };
      const callBy = isOnlyWritten(channel) ? addWorkingDays(onDay, CALL_WITHIN, this.platform.holidays) : null;
      const { household, measures, laws } = book;
      const involvements = household.involvements.filter(({ fromOn, toOn }) => holds({ from: fromOn, to: toOn }, onDay));
      refuseIf([...roomFor(book.refusals), ...whyNotRefuse(no, callBy, { involvements, measures, laws, today: tx.today })]);
      const row = { planId: book.plan.id, ...no, alternative: no.alternative!, what, reason, callBy, version: 1 };
      await tx.insert(AgencyRefusal, { ...this.acts.stamp(tx, book.plan, key), ...row });
      return { subject: key, version: 1 };
    });
  }

  recordCall(operation: Operation, key: Id, input: inputs.RecordCallInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'recordCall', key, { plan: input.plan, input }, async (tx, book) => {
      const { calledOn } = input;
      const no = only(book.refusals, input.refusal, 'REFUSAL_UNKNOWN');
      refuseIf(whyNotCall(no, calledOn, tx.today));
      return edited(tx, AgencyRefusal, no, input.seen, { calledOn, calledBy: tx.person });
    });
  }
}
