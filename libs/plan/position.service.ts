import { Inject, Injectable } from '@nestjs/common';
import { edited, only, type Operation, refuseIf } from '@doorbraak/access';
import { addWorkingDays, type Id } from '@doorbraak/kernel';
import { PlatformReference, type Tx } from '@doorbraak/platform';
import { notAsked } from './asking.rules';
import { PlanActs, type PlanAnswer } from './plan.act';
import { AgencyPosition } from './plan.entity';
import type * as inputs from './position.inputs';
import * as rules from './position.rules';

/** Nothing was said to a no; nobody went on in silence. */
export const NO_OBJECTION_ANSWER = { objectionAnswer: null, objectionAnsweredOn: null };
export const NOT_PROCEEDED = { proceedReason: null, proceedBy: null, proceedOn: null };

/** As if nothing was said yet: for a position that is asked anew, with a measure more. */
const UNANSWERED = {
  answer: null,
  reason: null,
  provision: null,
  condition: null,
  conditionAcceptedOn: null,
  answeredOn: null,
  answeredBy: null,
  ...NO_OBJECTION_ANSWER,
  ...NOT_PROCEEDED,
};

@Injectable()
export class PositionService {
  constructor(
    @Inject(PlanActs) private readonly acts: PlanActs,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
  ) {}

  askPosition(operation: Operation, key: Id, input: inputs.AskPositionInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'askPosition', key, { plan: input.plan, input }, async (tx, book) => {
      const { involvement: involvementId, clockDays } = input;
      const dueOn = this.endOfClock(tx, clockDays);
      refuseIf(rules.whyNotAsk(involvementId, book, dueOn));
      const measureIds = book.measures.filter((measure) => measure.involvementId === involvementId).map(({ id }) => id);
      const question = { involvementId, measureIds, askedOn: tx.today, clockDays, dueOn: dueOn! };
      const earlier = book.positions.find((position) => position.involvementId === involvementId);
      const anew = { ...UNANSWERED, ...question, planId: book.plan.id, timesAsked: (earlier?.timesAsked ?? 0) + 1 };
      return this.acts.write(tx, AgencyPosition, book.plan, key, earlier, input.seen, anew);
    });
  }

  /** Within or after the clock. What the plan said to an earlier answer does not hold for this one. */
  answerPosition(operation: Operation, key: Id, input: inputs.AnswerPositionInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'answerPosition', key, { plan: input.plan, input }, async (tx, book) => {
      const position = only(book.positions, input.position, 'POSITION_UNKNOWN');
      const { answer } = input;
      const entry = {
        answer,
        reason: input.reason ?? null,
        provision: input.provision ?? null,
        condition: input.condition ?? null,
      };
      refuseIf(rules.whyNotAnswer(entry, book.laws));
      return edited(tx, AgencyPosition, position, input.seen, {
        ...entry,
        answeredOn: tx.today,
        answeredBy: tx.person,
        conditionAcceptedOn: null,
        ...NO_OBJECTION_ANSWER,
      });
    });
  }

  acceptCondition(operation: Operation, key: Id, input: inputs.AcceptConditionInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'acceptCondition', key, { plan: input.plan, input }, async (tx, book) => {
      const position = only(book.positions, input.position, 'POSITION_UNKNOWN');
      refuseIf(rules.whyNotAcceptCondition(position));
      return edited(tx, AgencyPosition, position, input.seen, { conditionAcceptedOn: tx.today });
    });
  }

  answerObjection(operation: Operation, key: Id, input: inputs.AnswerObjectionInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'answerObjection', key, { plan: input.plan, input }, async (tx, book) => {
      const position = only(book.positions, input.position, 'POSITION_UNKNOWN');
      refuseIf(rules.whyNotAnswerObjection(position, tx.today));
      return edited(tx, AgencyPosition, position, input.seen, { objectionAnswer: input.text, objectionAnsweredOn: tx.today });
    });
  }

  proceedWithoutAnswer(operation: Operation, key: Id, input: inputs.ProceedWithoutAnswerInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'proceedWithoutAnswer', key, { plan: input.plan, input }, async (tx, book) => {
      const position = only(book.positions, input.position, 'POSITION_UNKNOWN');
      const asker = book.asker(tx.person);
      refuseIf([
        ...notAsked(book.asked, tx.person, null, tx.today),
        ...rules.whyNotProceedInSilence(position, book.facts(), asker, input.reason, tx.today),
      ]);
      return edited(tx, AgencyPosition, position, input.seen, {
        proceedReason: input.reason,
        proceedBy: tx.person,
        proceedOn: tx.today,
      });
    });
  }

  private endOfClock = (tx: Tx, days: number) => addWorkingDays(tx.today, days, this.platform.holidays);
}
