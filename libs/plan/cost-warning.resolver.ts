import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation, Data, DataClass, type Operation } from '@doorbraak/access';
import { COST_WARNINGS, CostReference, costWarnings } from '@doorbraak/cost';
import { proposedScenario } from './funding.rules';
import { BreakthroughPlan } from './plan.entity';
import { PlanBooks } from './plan.load';
import { PlanWarning } from './plan.types';

@Resolver(() => BreakthroughPlan)
export class CostWarningResolver {
  constructor(
    private readonly books: PlanBooks,
    private readonly prices: CostReference,
  ) {}

  @Data(DataClass.K7)
  @ResolveField(() => [PlanWarning], {
    description: 'What is worth a second look in the sums of as now and of the breakthrough that is proposed. It never blocks.',
  })
  async costWarnings(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan): Promise<PlanWarning[]> {
    const book = await this.books.of(operation, plan);
    const { scenarios, costs } = book;
    const side = (id: string | undefined) => {
      const scenario = scenarios.find((one) => one.id === id);
      return scenario ? { ...scenario, lines: costs.linesOf(scenario.id), unpriced: costs.unpricedOf(scenario.id) } : null;
    };
    return costWarnings(
      side(scenarios.find(({ kind }) => kind === 'AS_NOW')?.id),
      side(proposedScenario(book.facts().scenarios)?.id),
      {
        faceValues: new Set(this.prices.unitCosts.filter(({ payer }) => payer === null).map(({ key }) => key)),
        householdYear: this.prices.benchmarks.find(({ key }) => key === 'BENCH_HOUSEHOLD_YEAR_SEED')?.cents ?? null,
        planOn: plan.planOn,
      },
    ).map(({ code, about }) => ({ code, ...COST_WARNINGS[code], about }));
  }
}
