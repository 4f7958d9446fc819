import { Inject, Injectable } from '@nestjs/common';
import { edited, only, type Operation, refuseIf, roomFor } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { proposedContradictions, whyNotContradiction, whyNotDismiss, whyNotResolve } from './contradiction.rules';
import type * as inputs from './ground.inputs';
import { whyNotAddGround, whyNotAnswerLimits } from './ground.rules';
import { PlanActs, type PlanAnswer } from './plan.act';
import { Contradiction, DismissedPattern, LegalGround } from './plan.entity';

/** What a plan stands on: grounds under its measures, and the contradictions between them. */
@Injectable()
export class GroundService {
  constructor(@Inject(PlanActs) private readonly acts: PlanActs) {}

  addGround(operation: Operation, key: Id, input: inputs.AddGroundInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'addGround', key, { plan: input.plan, input }, async (tx, book) => {
      const { measure: measureId, provision, role, argument, answers } = input;
      const ground = { measureId, provision, role, argument, answers, overrideReason: input.overrideReason ?? null };
      refuseIf([...roomFor(book.grounds), ...whyNotAddGround(ground, book.facts(), book.laws)]);
      const { planOn: validOn } = book.plan;
      await tx.insert(LegalGround, { ...this.acts.stamp(tx, book.plan, key), ...ground, validOn, knownOn: tx.today, version: 1 });
      return { subject: key };
    });
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
