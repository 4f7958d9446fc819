import { Args, Query, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation } from '@doorbraak/access';
import { WorkListArgs } from './work-list.inputs';
import { WorkListService } from './work-list.service';
import { WorkListConnection } from './work-list.types';

@Resolver()
export class WorkListResolver {
  constructor(private readonly list: WorkListService) {}

  @Act('readWorkList')
  @Query(() => WorkListConnection, {
    description:
      'The households that you hold, coordinate or were asked about, with what a day of work needs to know of each. What is not for you is not in it, not in its counts and not found by the search.',
  })
  workList(@CurrentOperation() operation: Operation, @Args() args: WorkListArgs) {
    return this.list.workList(operation, args);
  }
}
