import { Query, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation } from '@doorbraak/access';
import { DayService } from './day.service';
import { DayItem } from './day.types';

@Resolver()
export class DayResolver {
  constructor(private readonly day: DayService) {}

  @Act('readMyDay')
  @Query(() => [DayItem], {
    description:
      'What needs you today, the oldest day on top, at most fifty: in the open households that you lead or deputise for, and in the plans that you were asked to judge or decide.',
  })
  myDay(@CurrentOperation() operation: Operation) {
    return this.day.myDay(operation);
  }
}
