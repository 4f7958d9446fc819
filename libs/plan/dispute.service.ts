import { Inject, Injectable } from '@nestjs/common';
import { edited, only, type Operation, refuseIf, roomFor } from '@doorbraak/access';
import { DirectoryReference } from '@doorbraak/directory';
import { addWorkingDays, type Id } from '@doorbraak/kernel';
import { PlatformReference } from '@doorbraak/platform';
import { Dispute } from './dispute.entity';
import type * as inputs from './dispute.inputs';
import * as rules from './dispute.rules';
import { LadderService } from './ladder.service';
import { PlanActs, type PlanAnswer } from './plan.act';

const once = <T>(keys: readonly T[]): T[] => [...new Set(keys)];

/** Agencies that differ about which law pays; it goes on through the decision. */
@Injectable()
export class DisputeService {
  constructor(
    @Inject(PlanActs) private readonly acts: PlanActs,
    @Inject(LadderService) private readonly ladder: LadderService,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
    @Inject(DirectoryReference) private readonly directory: DirectoryReference,
  ) {}

  openDispute(operation: Operation, key: Id, input: inputs.OpenDisputeInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'openDispute', key, { plan: input.plan, input }, async (tx, book) => {
      const { about, interimPayer, clockDays } = input;
      const laws = once(input.laws);
      const [involvementIds, measureIds] = [once(input.involvements), once(input.measures)];
      const dueOn = addWorkingDays(tx.today, clockDays, this.platform.holidays);
      const known = {
        law: (law: string) => book.laws.law(law) !== undefined,
        payer: (payer: string) => this.directory.payer(payer) !== undefined,
        involvements: book.household.involvements,
        measures: book.measures,
        dueOn,
      };
      refuseIf([...rules.whyNotDispute({ laws, involvementIds, measureIds, interimPayer }, known), ...roomFor(book.disputes)]);
      await tx.insert(Dispute, {
        ...this.acts.stamp(tx, book.plan, key),
        ...{ planId: book.plan.id, about, laws, involvementIds, measureIds, interimPayer, clockDays, version: 1 },
        ...{ openedOn: tx.today, dueOn: dueOn! },
      });
      return { subject: key, version: 1 };
    });
  }

  escalateDispute(operation: Operation, key: Id, input: inputs.EscalateDisputeInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'escalateDispute', key, { plan: input.plan, input }, async (tx, book) => {
      const dispute = only(book.disputes, input.dispute, 'DISPUTE_UNKNOWN');
      const { id: disputeId, escalations: steps } = dispute;
      const ground = rules.whyNotTakeUpDispute(dispute, tx.today);
      await this.ladder.climb(tx, book, key, input, { about: disputeId, disputeId, timesAsked: 1 }, { steps, ground });
      return edited(tx, Dispute, dispute, input.seen, {});
    });
  }

  settleDispute(operation: Operation, key: Id, input: inputs.SettleDisputeInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'settleDispute', key, { plan: input.plan, input }, async (tx, book) => {
      const dispute = only(book.disputes, input.dispute, 'DISPUTE_UNKNOWN');
      const { law, payer, reasoning } = input;
      refuseIf(rules.whyNotSettle(dispute, { law, payer }, { payer: (key) => this.directory.payer(key) !== undefined }));
      return edited(tx, Dispute, dispute, input.seen, {
        ...{ settledOn: tx.today, settledLaw: law, settledPayer: payer, reasoning },
      });
    });
  }
}
