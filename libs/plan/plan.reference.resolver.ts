import { Inject } from '@nestjs/common';
import { Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Act, Data, DataClass, RowClass, WordsShape } from '@doorbraak/access';
import type { Words } from '@doorbraak/kernel';
import { ReverseTestStepEnum } from './plan.entity';
import type { ReverseTestStep } from './plan.facts';
import { PlanReference } from './plan.reference';

@RowClass(DataClass.K0)
@ObjectType('ReverseTestQuestion', { description: 'A question of the reverse test; they are asked in this order, the law last.' })
export class ReverseTestQuestionType {
  @Data(DataClass.K0)
  @Field(() => ReverseTestStepEnum, { description: 'Which question.' })
  key: ReverseTestStep;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'Its place.' })
  order: number;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'The question.' })
  question: Words;
}

@RowClass(DataClass.K0)
@ObjectType('CoreValue', { description: 'What a law is for, in own words.' })
export class CoreValueType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Key of the law.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'What it is for.' })
  value: Words;
}

@RowClass(DataClass.K0)
@ObjectType('DeviationKind', {
  description:
    'A kind of deviation from what is usual that a mandate can cover. A municipality may have others, whose key is their name.',
})
export class DeviationKindType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'As it stands at a measure and in a mandate.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'What people call it.' })
  name: Words;
}

@Resolver()
export class PlanReferenceResolver {
  constructor(@Inject(PlanReference) private readonly reference: PlanReference) {}

  @Act('readReference')
  @Query(() => [ReverseTestQuestionType], { description: 'The four questions of the reverse test, in order.' })
  reverseTest() {
    return this.reference.reverseTest;
  }

  @Act('readReference')
  @Query(() => [CoreValueType], { description: 'What each law is for.' })
  coreValues() {
    return this.reference.coreValues;
  }

  @Act('readReference')
  @Query(() => [DeviationKindType], { description: 'The kinds of deviation that have a name of ours.' })
  deviationKinds() {
    return this.reference.deviationKinds;
  }
}
