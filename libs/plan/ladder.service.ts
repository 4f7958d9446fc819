import { Inject, Injectable } from '@nestjs/common';
import { only, type Operation, refuseIf } from '@doorbraak/access';
import { DirectoryReference } from '@doorbraak/directory';
import { addWorkingDays, type Id, reason } from '@doorbraak/kernel';
import { PlatformReference, type Tx } from '@doorbraak/platform';
import { whyNotCapacity } from './capacity.rules';
import { CapacityFactor, Dispute, Escalation } from './ladder.entity';
import type * as inputs from './ladder.inputs';
import * as rules from './ladder.rules';
import { edited, PlanActs, type PlanAnswer, roomFor } from './plan.act';
import { AgencyPosition } from './plan.entity';
import type { PlanBook } from './plan.load';
import { whyNotTakeUp } from './position.rules';

type Step = { rung: number; body: string; clockDays?: number | null };
type Taken = { about: Id; askedOn: string; positionId?: Id; disputeId?: Id };

/** What is taken up the ladder: silence and a no of an agency, and a dispute about which law pays. */
@Injectable()
export class LadderService {
  constructor(
    @Inject(PlanActs) private readonly acts: PlanActs,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
    @Inject(DirectoryReference) private readonly directory: DirectoryReference,
  ) {}

  /** The question stays that of the lead; the step stands beside it, dated. */
  escalatePosition(operation: Operation, key: Id, input: inputs.EscalatePositionInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'escalatePosition', key, { plan: input.plan, input }, async (tx, book) => {
      const position = only(book.positions, input.position, 'POSITION_UNKNOWN');
      const { id: positionId, askedOn, escalations } = position;
      const ground = whyNotTakeUp(position, tx.today);
      await this.climb(tx, book, key, input, { about: positionId, positionId, askedOn }, { steps: escalations, ground });
      return edited(tx, AgencyPosition, position, input.seen, {});
    });
  }

  recordEscalationOutcome(operation: Operation, key: Id, input: inputs.RecordEscalationOutcomeInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'recordEscalationOutcome', key, { plan: input.plan, input }, async (tx, book) => {
      const steps = [...book.positions, ...book.disputes].flatMap(({ escalations }) => escalations);
      const step = only(steps, input.escalation, 'ESCALATION_UNKNOWN');
      refuseIf(rules.whyNotOutcome(step));
      const { outcome, words: outcomeWords } = input;
      return edited(tx, Escalation, step, input.seen, { outcome, outcomeWords, outcomeOn: tx.today });
    });
  }

  openDispute(operation: Operation, key: Id, input: inputs.OpenDisputeInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'openDispute', key, { plan: input.plan, input }, async (tx, book) => {
      const { about, laws, involvements: involvementIds, measures: measureIds, interimPayer, clockDays } = input;
      const dueOn = this.endOfClock(tx, clockDays);
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
      const { id: disputeId, openedOn: askedOn, escalations: steps } = dispute;
      const ground = rules.whyNotTakeUpDispute(dispute, tx.today);
      await this.climb(tx, book, key, input, { about: disputeId, disputeId, askedOn }, { steps, ground });
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

  addCapacityFactor(operation: Operation, key: Id, input: inputs.AddCapacityFactorInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'addCapacityFactor', key, { plan: input.plan, input }, async (tx, book) => {
      const { person: personId, factor } = input;
      const entered = book.capacityFactors.some((one) => one.personId === personId && one.factor === factor);
      refuseIf([
        ...whyNotCapacity(personId, book.household.members),
        ...(entered ? [reason('ENTERED_ALREADY', factor)] : []),
        ...roomFor(book.capacityFactors),
      ]);
      await tx.insert(CapacityFactor, { ...this.acts.stamp(tx, book.plan, key), planId: book.plan.id, personId, factor });
      return { subject: key };
    });
  }

  private async climb(
    tx: Tx,
    { plan, household }: PlanBook,
    key: Id,
    { rung, body, clockDays = null }: Step,
    { about, ...taken }: Taken,
    climb: Omit<rules.Climb, 'about'>,
  ): Promise<void> {
    const dueOn = clockDays === null ? null : this.endOfClock(tx, clockDays);
    const leading = { leadId: household.lead?.personId ?? null, deputyId: household.deputy?.personId ?? null };
    refuseIf(rules.whyNotClimb({ about, ...climb }, { rung, clockDays, dueOn, by: tx.person }, leading, tx.today));
    const row = { ...taken, planId: plan.id, rung, body, clockDays, dueOn, onDay: tx.today, version: 1 };
    await tx.insert(Escalation, { ...this.acts.stamp(tx, plan, key), ...row });
  }

  private endOfClock = (tx: Tx, days: number) => addWorkingDays(tx.today, days, this.platform.holidays);
}
