import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, RowClass, WordsShape } from '@doorbraak/access';
import type { Words } from '@doorbraak/kernel';
import type { MoreLikeThis } from './capacity.rules';

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
