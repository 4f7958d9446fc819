import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, PageArgs, type Operation } from '@doorbraak/access';
import { Household } from './household.entity';
import { WhoLookedService } from './who-looked.service';
import { Look } from './who-looked.types';

@Resolver(() => Household)
export class WhoLookedResolver {
  constructor(private readonly looks: WhoLookedService) {}

  @Data(DataClass.K9)
  @ResolveField(() => [Look], {
    nullable: true,
    description:
      'Who looked at this household or changed something, newest first; hand in the id of the last line as `after` to go on.',
  })
  whoLooked(@CurrentOperation() operation: Operation, @Parent() household: Household, @Args() { first, after }: PageArgs) {
    return this.looks.ofHousehold(operation, household.id, first, after ?? null);
  }

  @Act('readAccessLog')
  @Query(() => [Look], { description: 'The access log of the tenant with its refusals, newest first, for the privacy officer.' })
  accessLog(@CurrentOperation() operation: Operation, @Args() { first, after }: PageArgs) {
    return this.looks.ofTenant(operation, first, after ?? null);
  }
}
