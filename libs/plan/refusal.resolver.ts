import { Args, ArgsType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, describeEnum, type Operation, WithInput } from '@doorbraak/access';
import { BreakthroughPlan } from './plan.entity';
import { PlanBooks } from './plan.load';
import { PlanOutcome } from './plan.types';
import { AgencyRefusal } from './refusal.entity';
import * as inputs from './refusal.inputs';
import { type CallTask, callTask } from './refusal.rules';
import { RefusalService } from './refusal.service';

@ArgsType()
class RecordRefusalArgs extends WithInput(inputs.RecordRefusalInput) {}
@ArgsType()
class RecordCallArgs extends WithInput(inputs.RecordCallInput) {}

export const CallTaskEnum = describeEnum<CallTask>(
  'CallTask',
  'Does somebody still have to call about a no? Derived from its days.',
  {
    NONE: 'No: the household heard it in person.',
    DUE: 'Yes, until its last day.',
    OVERDUE: 'Yes, and its last day has passed.',
    DONE: 'Somebody called.',
  },
);

@Resolver(() => AgencyRefusal)
export class RefusalResolver {
  constructor(private readonly refusals: RefusalService) {}

  @Act('recordRefusal')
  @Mutation(() => PlanOutcome, {
    description:
      'Write down that an agency says no, why, and what is possible instead, on an open or a decided plan. One that was only written asks for a call within two working days. Refused: INVOLVEMENT_UNKNOWN, MEASURE_UNKNOWN, ALTERNATIVE_REQUIRED, PROVISION_UNKNOWN, DATE_FUTURE, DATE_IMPLAUSIBLE, CLOCK_BEYOND_CALENDAR, LIST_FULL.',
  })
  recordRefusal(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordRefusalArgs) {
    return this.refusals.recordRefusal(operation, key, input);
  }

  @Act('recordCall')
  @Mutation(() => PlanOutcome, {
    description:
      'Say that you called the household about a no that was only written. Refused: REFUSAL_UNKNOWN, NO_CALL_OPEN, DATE_FUTURE, DATE_IMPLAUSIBLE, RANGE_INVERTED, CHANGED_MEANWHILE.',
  })
  recordCall(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordCallArgs) {
    return this.refusals.recordCall(operation, key, input);
  }

  @Data(DataClass.K7)
  @ResolveField(() => CallTaskEnum, { description: 'Does somebody still have to call?' })
  task(@CurrentOperation() operation: Operation, @Parent() no: AgencyRefusal) {
    return callTask(no, operation.actor.today);
  }
}

@Resolver(() => BreakthroughPlan)
export class PlanRefusalsResolver {
  constructor(private readonly books: PlanBooks) {}

  @Data(DataClass.K7)
  @ResolveField(() => [AgencyRefusal], { description: 'To what agencies said no, the oldest first. An agency sees its own.' })
  async refusals(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).refusals;
  }
}
