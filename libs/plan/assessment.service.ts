import { Inject, Injectable } from '@nestjs/common';
import { refuseIf, type Operation } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { notAsked } from './asking.rules';
import type { AssessPerspectiveInput } from './assessment.inputs';
import { whyNotAssess } from './perspective.rules';
import { PlanActs, type PlanAnswer } from './plan.act';
import { PerspectiveAssessment } from './plan.entity';

@Injectable()
export class AssessmentService {
  constructor(@Inject(PlanActs) private readonly acts: PlanActs) {}

  /** A perspective is held by one assessment: a later one takes its place, whoever gave it, and names the version that was seen. */
  assessPerspective(operation: Operation, key: Id, input: AssessPerspectiveInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'assessPerspective', key, { plan: input.plan, input }, async (tx, book) => {
      const { perspective: kind, verdict, argument } = input;
      refuseIf([...notAsked(book.asked, tx.person, kind, tx.today), ...whyNotAssess(kind, tx.person, book.facts())]);
      const measureIds = book.measures.map(({ id }) => id);
      const judged = { kind, byPerson: tx.person, verdict, argument, advice: input.advice ?? null, measureIds };
      const assessment = { ...judged, planId: book.plan.id };
      const earlier = book.perspectives.find((given) => given.kind === kind);
      return this.acts.write(tx, PerspectiveAssessment, book.plan, key, earlier, input.seen, assessment);
    });
  }
}
