import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation, Data, DataClass, type Operation } from '@doorbraak/access';
import { BreakthroughPlan } from './plan.entity';
import { PlanBooks } from './plan.load';
import { readabilityOf } from './readability.rules';
import { ReadabilityType } from './readability.types';

@Resolver(() => BreakthroughPlan)
export class ReadabilityResolver {
  constructor(private readonly books: PlanBooks) {}

  @Data(DataClass.K7)
  @ResolveField(() => ReadabilityType, {
    nullable: true,
    description: 'How easily what the household will read of it reads; null = not for this reader.',
  })
  async readability(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan): Promise<ReadabilityType> {
    const { goals, measures, commitments } = await this.books.of(operation, plan);
    return readabilityOf([
      ...goals.flatMap(({ id, words, firstStep }) =>
        [words, ...(firstStep ? [firstStep] : [])].map((text) => ({ about: id, text })),
      ),
      ...measures.map(({ id, result }) => ({ about: id, text: result })),
      ...commitments.map(({ id, what }) => ({ about: id, text: what })),
    ]);
  }
}
