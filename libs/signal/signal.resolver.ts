import { Args, ArgsType, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, type Operation, WithInput } from '@doorbraak/access';
import { LocalDateScalar } from '@doorbraak/platform';
import { PolicySignal } from './signal.entity';
import * as inputs from './signal.inputs';
import { isOverdue, overdueOn } from './signal.rules';
import { SignalService } from './signal.service';
import { PolicySignalConnection, SignalOutcome } from './signal.types';

@ArgsType()
class RaiseSignalArgs extends WithInput(inputs.RaiseSignalInput) {}
@ArgsType()
class JoinSignalArgs extends WithInput(inputs.JoinSignalInput) {}
@ArgsType()
class AcknowledgeSignalArgs extends WithInput(inputs.AcknowledgeSignalInput) {}
@ArgsType()
class AnswerSignalArgs extends WithInput(inputs.AnswerSignalInput) {}
@ArgsType()
class CloseSignalArgs extends WithInput(inputs.CloseSignalInput) {}

@Resolver(() => PolicySignal)
export class SignalResolver {
  constructor(private readonly service: SignalService) {}

  @Act('readSignals')
  @Query(() => PolicySignalConnection, { description: 'Signals of my municipality, the newest first; with their answers.' })
  signals(@CurrentOperation() operation: Operation, @Args() { first, after, mine }: inputs.SignalsArgs) {
    return this.service.signals(operation, first, after, mine);
  }

  @Act('raiseSignal')
  @Mutation(() => SignalOutcome, {
    description:
      'Tell who makes a rule that it has to change, from a bottleneck that is to be solved. Refused: BOTTLENECK_UNKNOWN, NOT_TO_SOLVE, SIGNALLED_ALREADY, REQUIRED, NAMES_SOMEBODY, BAD_INPUT.',
  })
  raiseSignal(@CurrentOperation() operation: Operation, @Args() { key, input }: RaiseSignalArgs) {
    return this.service.raiseSignal(operation, key, input);
  }

  @Act('joinSignal')
  @Mutation(() => SignalOutcome, {
    description:
      'Report one more bottleneck under a signal about the same provision; it counts there. Refused: BOTTLENECK_UNKNOWN, NOT_TO_SOLVE, SIGNALLED_ALREADY, SIGNAL_UNKNOWN, SIGNAL_OTHER_PROVISION, SIGNAL_CLOSED.',
  })
  joinSignal(@CurrentOperation() operation: Operation, @Args() { key, input }: JoinSignalArgs) {
    return this.service.joinSignal(operation, key, input);
  }

  @Act('acknowledgeSignal')
  @Mutation(() => SignalOutcome, {
    description: 'Say that a signal was received. Refused: SIGNAL_DONE_ALREADY, CHANGED_MEANWHILE.',
  })
  acknowledgeSignal(@CurrentOperation() operation: Operation, @Args() { key, input }: AcknowledgeSignalArgs) {
    return this.service.acknowledgeSignal(operation, key, input);
  }

  @Act('answerSignal')
  @Mutation(() => SignalOutcome, {
    description:
      'Answer a signal, for everybody who reported it. Refused: SIGNAL_DONE_ALREADY, NAMES_SOMEBODY, CHANGED_MEANWHILE.',
  })
  answerSignal(@CurrentOperation() operation: Operation, @Args() { key, input }: AnswerSignalArgs) {
    return this.service.answerSignal(operation, key, input);
  }

  @Act('closeSignal')
  @Mutation(() => SignalOutcome, {
    description:
      'Close a signal that was answered, or under which nothing is reported any more. Refused: SIGNAL_UNANSWERED, SIGNAL_DONE_ALREADY, CHANGED_MEANWHILE.',
  })
  closeSignal(@CurrentOperation() operation: Operation, @Args() { key, input }: CloseSignalArgs) {
    return this.service.closeSignal(operation, key, input);
  }

  @Data(DataClass.K14)
  @ResolveField(() => LocalDateScalar, {
    description: 'From this day on it is overdue without an answer: 60 days after it was raised.',
  })
  overdueOn(@Parent() signal: PolicySignal) {
    return overdueOn(signal);
  }

  @Data(DataClass.K14)
  @ResolveField(() => Boolean, { description: 'Is it overdue today? Derived from its days.' })
  isOverdue(@CurrentOperation() operation: Operation, @Parent() signal: PolicySignal) {
    return isOverdue(signal, operation.actor.today);
  }
}
