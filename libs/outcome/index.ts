import { Bottleneck, Experience, RealisedPeriod, Review, ReviewScore, StatisticsAct } from './outcome.entity';

export const OUTCOME_ENTITIES = [Bottleneck, Experience, RealisedPeriod, Review, ReviewScore, StatisticsAct];
export { Bottleneck } from './outcome.entity';
export { type OutcomeBook, OutcomeBooks } from './outcome.load';
export * from './outcome.module';
export { BOTTLENECK_FOLLOWER, type BottleneckFollower } from './outcome.ports';
export { ReviewsDue } from './due.service';
export { OutcomeReliance } from './reliance';
export { VISIBLE } from './outcome.visibility';
export { completeOn, halfYearOf } from './fact.rules';
export { factFrom, pseudonymOf } from './fact.service';
export { type PeriodKind, periodOf } from './outcome.rules';
