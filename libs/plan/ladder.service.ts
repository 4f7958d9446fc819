import { Inject, Injectable } from '@nestjs/common';
import { edited, only, type Operation, refuseIf } from '@doorbraak/access';
import { addWorkingDays, type Id } from '@doorbraak/kernel';
import { PlatformReference, type Tx } from '@doorbraak/platform';
import { Escalation } from './ladder.entity';
import type * as inputs from './ladder.inputs';
import * as rules from './ladder.rules';
import { PlanActs, type PlanAnswer } from './plan.act';
import { AgencyPosition } from './plan.entity';
import type { PlanBook } from './plan.load';
import { whyNotTakeUp } from './position.rules';

type Step = { rung: number; body: string; clockDays?: number | null };
type Taken = { about: Id; timesAsked: number; positionId?: Id; disputeId?: Id };

/** The way up the ladder: of silence and a no of an agency here, of a dispute from its own service. */
@Injectable()
export class LadderService {
  constructor(
    @Inject(PlanActs) private readonly acts: PlanActs,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
  ) {}

  /** The question stays that of the lead; the step stands beside it, dated. */
  escalatePosition(operation: Operation, key: Id, input: inputs.EscalatePositionInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'escalatePosition', key, { plan: input.plan, input }, async (tx, book) => {
      const position = only(book.positions, input.position, 'POSITION_UNKNOWN');
      const { id: positionId, timesAsked, escalations } = position;
      const ground = whyNotTakeUp(position, tx.today);
      await this.climb(tx, book, key, input, { about: positionId, positionId, timesAsked }, { steps: escalations, ground });
      return edited(tx, AgencyPosition, position, input.seen, {});
    });
  }

  recordEscalationOutcome(operation: Operation, key: Id, input: inputs.RecordEscalationOutcomeInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'recordEscalationOutcome', key, { plan: input.plan, input }, async (tx, book) => {
      const steps = [...book.positions, ...book.disputes].flatMap(({ escalations }) => escalations);
      const step = only(steps, input.escalation, 'ESCALATION_UNKNOWN');
      const { outcome, words: outcomeWords } = input;
      refuseIf(rules.whyNotOutcome(step, outcome, tx.today));
      return edited(tx, Escalation, step, input.seen, { outcome, outcomeWords, outcomeOn: tx.today });
    });
  }

  /** One step; the question or dispute that it is for stays with whoever leads. */
  async climb(
    tx: Tx,
    { plan }: PlanBook,
    key: Id,
    { rung, body, clockDays = null }: Step,
    { about, ...taken }: Taken,
    climb: Omit<rules.Climb, 'about'>,
  ): Promise<void> {
    const dueOn = clockDays === null ? null : this.endOfClock(tx, clockDays);
    refuseIf(rules.whyNotClimb({ about, ...climb }, { rung, clockDays, dueOn }, tx.today));
    const row = { ...taken, planId: plan.id, rung, body, clockDays, dueOn, onDay: tx.today, version: 1 };
    await tx.insert(Escalation, { ...this.acts.stamp(tx, plan, key), ...row });
  }

  private endOfClock = (tx: Tx, days: number) => addWorkingDays(tx.today, days, this.platform.holidays);
}
