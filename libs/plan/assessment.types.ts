import { Field, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, RowClass } from '@doorbraak/access';
import type { PerspectiveVerdict } from './perspective.rules';
import { PerspectiveEnum, VerdictEnum } from './plan.entity';
import type { Perspective, Verdict } from './plan.facts';

@RowClass(DataClass.K7)
@ObjectType('PerspectiveVerdict', { description: 'What three perspectives come to. No average and no majority.' })
export class PerspectiveVerdictType implements PerspectiveVerdict {
  @Data(DataClass.K7)
  @Field(() => VerdictEnum, {
    description:
      'NOT_YET while one of the three is missing; then SUFFICIENT when all three are, INSUFFICIENT when one is, else NOT_YET.',
  })
  verdict: Verdict;

  @Data(DataClass.K7)
  @Field(() => [PerspectiveEnum], { description: 'Perspectives that were not taken, or not by somebody else.' })
  missing: Perspective[];

  @Data(DataClass.K7)
  @Field(() => Boolean, { description: 'Do all three give the same verdict, on whatever arguments?' })
  agree: boolean;
}
