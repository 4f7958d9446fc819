import { Global, Module } from '@nestjs/common';
import { Facts } from './fact.service';
import { OutcomeBooks } from './outcome.load';
import { OutcomeResolver, RealisedPeriodResolver, StatisticsResolver } from './outcome.resolver';
import { OutcomeService } from './outcome.service';
import { OutcomeReliance } from './reliance';

/** Needs BOTTLENECK_FOLLOWER from the app. */
@Global()
@Module({
  providers: [Facts, OutcomeBooks, OutcomeReliance, OutcomeResolver, OutcomeService, RealisedPeriodResolver, StatisticsResolver],
  exports: [OutcomeBooks, OutcomeReliance],
})
export class OutcomeModule {}
