import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation, Data, DataClass, type Operation } from '@doorbraak/access';
import { Bottleneck } from '@doorbraak/outcome';
import { PolicySignal } from './signal.entity';
import { SignalBooks } from './signal.load';

@Resolver(() => Bottleneck)
export class BottleneckResolver {
  constructor(private readonly books: SignalBooks) {}

  @Data(DataClass.K7)
  @ResolveField(() => PolicySignal, {
    nullable: true,
    description: 'The signal it was reported under, with its answer; null = none.',
  })
  async signal(@CurrentOperation() operation: Operation, @Parent() { id, householdId }: Bottleneck) {
    return (await this.books.of(operation, householdId)).signalOf(id);
  }
}
