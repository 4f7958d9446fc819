import { Inject, Injectable } from '@nestjs/common';
import { type ActName, isAgency, only, type Operation, refuseIf } from '@doorbraak/access';
import { Interventions } from '@doorbraak/household';
import { type Id, type LocalDate, newId, reason as refusal } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { whyNotLift } from './measure.rules';
import { PlanActs, type PlanAnswer } from './plan.act';
import type { Measure } from './plan.entity';
import type { PlanBook } from './plan.load';
import { MeasureStep } from './progress.entity';
import type * as inputs from './progress.inputs';
import { carriedOutAs, type StepState, stepsOf, whyNotStep } from './progress.rules';

/** What a step does in the household. */
type Follow = Pick<MeasureStep, 'interventionId' | 'ended'>;
type Step = { plan: Id; measure: Id; onDay: LocalDate; reason?: string };

/** What became of measures after the decision. */
@Injectable()
export class ProgressService {
  constructor(
    @Inject(PlanActs) private readonly acts: PlanActs,
    @Inject(Interventions) private readonly interventions: Interventions,
  ) {}

  startMeasure(operation: Operation, key: Id, input: inputs.StartMeasureInput): Promise<PlanAnswer> {
    return this.step(operation, 'startMeasure', key, input, 'STARTED', async (tx, { household }, measure) => {
      const { service, involvementId } = measure;
      const measureId = carriedOutAs(measure);
      const problemIds = measure.problemIds.filter((one) => household.problems.some(({ id }) => id === one));
      const id = newId();
      await this.interventions.start(tx, household, { id, measureId, service, involvementId, problemIds, fromOn: input.onDay });
      return { interventionId: id, ended: [] };
    });
  }

  /** Help that began for it may go on. An agency says that its part is done; that a wait between others has ended it cannot know. */
  finishMeasure(operation: Operation, key: Id, input: inputs.FinishMeasureInput): Promise<PlanAnswer> {
    return this.step(operation, 'finishMeasure', key, input, 'DONE', async (tx, { household }, measure) => {
      if (isAgency(operation.actor)) return { interventionId: null, ended: [] };
      const lifts = input.lifts ?? measure.lifts;
      refuseIf(input.lifts ? whyNotLift(lifts, household.waits) : []);
      return { interventionId: null, ended: await this.interventions.liftWaits(tx, household, lifts, input.onDay) };
    });
  }

  dropMeasure(operation: Operation, key: Id, input: inputs.DropMeasureInput): Promise<PlanAnswer> {
    return this.step(operation, 'dropMeasure', key, input, 'DROPPED', async (tx, { household }, measure) => {
      return { interventionId: null, ended: await this.interventions.stop(tx, household, carriedOutAs(measure), input.onDay) };
    });
  }

  private step(
    operation: Operation,
    act: ActName,
    key: Id,
    input: Step,
    state: StepState,
    follow: (tx: Tx, book: PlanBook, measure: Measure) => Promise<Follow>,
  ): Promise<PlanAnswer> {
    return this.acts.follow(operation, act, key, { plan: input.plan, input }, async (tx, book) => {
      const measure = only(book.measures, input.measure, 'MEASURE_UNKNOWN');
      const { onDay, reason = null } = input;
      const when = { decidedOn: book.plan.decidedOn!, today: tx.today };
      refuseIf([
        ...(state === 'STARTED' && book.replaced ? [refusal('PLAN_REPLACED', book.plan.id)] : []),
        ...whyNotStep({ measureId: measure.id, state, onDay }, stepsOf(measure, book.steps), when),
      ]);
      const done = await follow(tx, book, measure);
      const row = { measureId: carriedOutAs(measure), state, onDay, ...done, planId: book.plan.id, reason };
      await tx.insert(MeasureStep, { ...this.acts.stamp(tx, book.plan, key), ...row });
      return { subject: key };
    });
  }
}
