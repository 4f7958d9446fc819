import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation, Data, DataClass, type Operation } from '@doorbraak/access';
import { OutcomeBooks } from '@doorbraak/outcome';
import { BreakthroughPlan, PlanBooks, type PlanStage, PlanStageEnum, stageAfter, stageBefore } from '@doorbraak/plan';
import { whatCame } from './course';
import { SignalBooks } from './signal.load';

/** How far a plan is up to what it taught, which only this room knows. What came of it is read only of a plan that was decided. */
@Resolver(() => BreakthroughPlan)
export class PlanStageResolver {
  constructor(
    private readonly plans: PlanBooks,
    private readonly outcome: OutcomeBooks,
    private readonly books: SignalBooks,
  ) {}

  @Data(DataClass.K5)
  @ResolveField(() => PlanStageEnum, {
    nullable: true,
    description:
      'How far it is. Null for who may not read the problems and waits of the household: without them the answer would be wrong.',
  })
  async stage(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan): Promise<PlanStage> {
    if (plan.status === 'STOPPED') return 'STOPPED';
    const book = await this.plans.of(operation, plan);
    if (plan.status === 'SELECTED') return stageBefore(book.facts(), book.laws);
    const came = await this.outcome.of(operation, plan.householdId);
    const signals = await this.books.of(operation, plan.householdId);
    return stageAfter({ begun: book.steps.length > 0, ...whatCame(plan.id, came, signals) });
  }
}
