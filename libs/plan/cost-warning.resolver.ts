import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation, Data, DataClass, type Operation } from '@doorbraak/access';
import { COST_WARNINGS, CostReference, costWarnings, OwnPrices, priceHere } from '@doorbraak/cost';
import { proposedScenario } from './funding.rules';
import { BreakthroughPlan } from './plan.entity';
import { PlanBooks } from './plan.load';
import { PlanWarning } from './plan.types';

@Resolver(() => BreakthroughPlan)
export class CostWarningResolver {
  constructor(
    private readonly books: PlanBooks,
    private readonly prices: CostReference,
    private readonly own: OwnPrices,
  ) {}

  @Data(DataClass.K7)
  @ResolveField(() => [PlanWarning], {
    description: 'What is worth a second look in the sums of as now and of the breakthrough that is proposed. It never blocks.',
  })
  async costWarnings(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan): Promise<PlanWarning[]> {
    const book = await this.books.of(operation, plan);
    const { scenarios, costs, costLines } = book;
    const own = costLines.some(({ priceSource }) => priceSource === 'OWN')
      ? await this.own.all(await operation.read(), plan.municipalityId)
      : [];
    const side = (id: string | undefined) => {
      const scenario = scenarios.find((one) => one.id === id);
      return scenario ? { ...scenario, lines: costs.linesOf(scenario.id), unpriced: costs.unpricedOf(scenario.id) } : null;
    };
    return costWarnings(
      side(scenarios.find(({ kind }) => kind === 'AS_NOW')?.id),
      side(proposedScenario(book.facts().scenarios)?.id),
      {
        priceOf: ({ unitCost }) => priceHere(own, this.prices.unitCosts, unitCost, plan.planOn)?.price ?? null,
        householdYear: this.prices.benchmarks.find(({ key }) => key === 'BENCH_HOUSEHOLD_YEAR_SEED')?.cents ?? null,
        planOn: plan.planOn,
      },
    ).map(({ code, about }) => ({ code, ...COST_WARNINGS[code], about }));
  }
}
