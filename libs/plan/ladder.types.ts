import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, RowClass, WordsShape } from '@doorbraak/access';
import type { Words } from '@doorbraak/kernel';
import type { MoreLikeThis } from './capacity.rules';
import type { DisputeState } from './ladder.rules';
import type { PerspectiveVerdict } from './perspective.rules';
import { PerspectiveEnum, VerdictEnum } from './plan.entity';
import type { Perspective, Verdict } from './plan.facts';

export const DisputeStateEnum = describeEnum<DisputeState>('DisputeState', 'How a dispute about which law pays stands today.', {
  OPEN: 'Its clock runs.',
  OVERDUE: 'Its clock ran out without a settlement; it can go up the ladder.',
  SETTLED: 'It is settled.',
});

@RowClass(DataClass.K5)
@ObjectType('MoreLikeThis', { description: 'The question whether a rule, and not this person, is what has to change.' })
export class MoreLikeThisType implements MoreLikeThis {
  @Data(DataClass.K5)
  @Field(() => WordsShape, { description: 'The question.' })
  question: Words;

  @Data(DataClass.K5)
  @Field(() => [ID], { description: 'The provisions in the way; a signal to policy names one.' })
  provisions: string[];
}

@RowClass(DataClass.K7)
@ObjectType('PerspectiveVerdict', { description: 'What three perspectives come to. No average and no majority.' })
export class PerspectiveVerdictType implements PerspectiveVerdict {
  @Data(DataClass.K7)
  @Field(() => VerdictEnum, {
    description:
      'SUFFICIENT when all three are, by three persons of whom none wrote the plan; INSUFFICIENT when one is; else NOT_YET.',
  })
  verdict: Verdict;

  @Data(DataClass.K7)
  @Field(() => [PerspectiveEnum], { description: 'Perspectives that were not taken, or not by somebody else.' })
  missing: Perspective[];

  @Data(DataClass.K7)
  @Field(() => Boolean, { description: 'Do all three give the same verdict, on whatever arguments?' })
  agree: boolean;
}
