import { Inject, Injectable } from '@nestjs/common';
import { edited, only, type Operation, refuseIf, roomFor } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { proposedContradictions, whyNotContradiction, whyNotDismiss, whyNotResolve } from './contradiction.rules';
import type * as inputs from './ground.inputs';
import { type Citation, whyNotAddGrounds, whyNotAnswerLimits } from './ground.rules';
import { PlanActs, type PlanAnswer } from './plan.act';
import { type BreakthroughPlan, Contradiction, DismissedPattern, LegalGround } from './plan.entity';

export const citationOf = (
  measureId: Id,
  { provision, role, argument, answers, overrideReason }: Omit<inputs.AddGroundInput, 'plan' | 'measure'>,
): Omit<Citation, 'id'> => ({ measureId, provision, role, argument, answers, overrideReason: overrideReason ?? null });

/** What a plan stands on: grounds under its measures, and the contradictions between them. */
@Injectable()
export class GroundService {
  constructor(@Inject(PlanActs) private readonly acts: PlanActs) {}

  addGround(operation: Operation, key: Id, input: inputs.AddGroundInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'addGround', key, { plan: input.plan, input }, async (tx, book) => {
      const ground = { ...citationOf(input.measure, input), id: key };
      refuseIf([...roomFor(book.grounds), ...whyNotAddGrounds([ground], book.facts(), book.laws)]);
      await tx.insert(LegalGround, this.rowOf(tx, book.plan, ground));
      return { subject: key };
    });
  }

  /** The same for grounds that come with their measure. */
  rowOf(tx: Tx, plan: BreakthroughPlan, ground: Citation) {
    return {
      ...this.acts.stamp(tx, plan, ground.id),
      ...ground,
      answers: [...ground.answers],
      validOn: plan.planOn,
      knownOn: tx.today,
      version: 1,
    };
  }

  answerLimits(operation: Operation, key: Id, input: inputs.AnswerLimitsInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'answerLimits', key, { plan: input.plan, input }, async (tx, book) => {
      const ground = only(book.grounds, input.ground, 'GROUND_UNKNOWN');
      const { answers } = input;
      refuseIf(whyNotAnswerLimits({ ...ground, answers }, book.grounds));
      return edited(tx, LegalGround, ground, input.seen, { answers });
    });
  }

  addContradiction(operation: Operation, key: Id, input: inputs.AddContradictionInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'addContradiction', key, { plan: input.plan, input }, async (tx, book) => {
      const { measure: measureId, a, b, type, resolvedVia } = input;
      const entry = { measureId, a, b, type, resolvedVia, pattern: input.pattern ?? null, reasoning: input.reasoning ?? null };
      refuseIf([...roomFor(book.contradictions), ...whyNotContradiction(entry, book.grounds, book.laws)]);
      await tx.insert(Contradiction, { ...this.acts.stamp(tx, book.plan, key), ...entry, version: 1 });
      return { subject: key };
    });
  }

  resolveContradiction(operation: Operation, key: Id, input: inputs.ResolveContradictionInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'resolveContradiction', key, { plan: input.plan, input }, async (tx, book) => {
      const contradiction = only(book.contradictions, input.contradiction, 'CONTRADICTION_UNKNOWN');
      const { resolvedVia, reasoning } = input;
      refuseIf(whyNotResolve({ ...contradiction, resolvedVia, reasoning }, book.grounds, book.laws));
      return edited(tx, Contradiction, contradiction, input.seen, { resolvedVia, reasoning });
    });
  }

  dismissPattern(operation: Operation, key: Id, input: inputs.DismissPatternInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'dismissPattern', key, { plan: input.plan, input }, async (tx, book) => {
      const { measure: measureId, pattern, line } = input;
      only(book.measures, measureId, 'MEASURE_UNKNOWN');
      refuseIf(whyNotDismiss(measureId, pattern, proposedContradictions(book.facts(), book.laws, book.dismissed)));
      await tx.insert(DismissedPattern, { ...this.acts.stamp(tx, book.plan, key), measureId, pattern, line });
      return { subject: key };
    });
  }
}
