import { ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation, Data, DataClass, type Operation } from '@doorbraak/access';
import { AgencyCall, AgencyPromise, AgencyQuestionConnection } from './position.types';
import { QuestionService } from './question.service';

/** What an agency has to do beside answering; read only when it is asked, and the same on every page of the questions. */
@Resolver(() => AgencyQuestionConnection)
export class AgencyTasksResolver {
  constructor(private readonly questions: QuestionService) {}

  @Data(DataClass.K0)
  @ResolveField(() => [AgencyPromise], {
    description: 'What my agency promised and has neither kept nor broken, the nearest day on top; at most 100.',
  })
  promises(@CurrentOperation() operation: Operation) {
    return this.questions.myPromises(operation);
  }

  @Data(DataClass.K0)
  @ResolveField(() => [AgencyCall], {
    description:
      'To what my agency said no in writing only, while nobody called the household, the nearest day on top; at most 100.',
  })
  calls(@CurrentOperation() operation: Operation) {
    return this.questions.myCalls(operation);
  }
}
