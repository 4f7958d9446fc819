import { Args, Query, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation } from '@doorbraak/access';
import { SearchService } from './search.service';
import { SearchArgs, SearchHit } from './search.types';

@Resolver()
export class SearchResolver {
  constructor(private readonly finder: SearchService) {}

  @Act('search')
  @Query(() => [SearchHit], {
    description:
      'Search from anywhere: your households, open and closed, agencies, laws and provisions, in that order. When there is no room for all, each kind gets its share. No household is found that the work list would not show.',
  })
  search(@CurrentOperation() operation: Operation, @Args() { words, first }: SearchArgs) {
    return this.finder.search(operation, words, first);
  }
}
