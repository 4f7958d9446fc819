import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, PageInfo, RowClass } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { Commitment } from './commitment.entity';
import { AgencyPosition, Measure } from './plan.entity';
import { AgencyRefusal } from './refusal.entity';

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({ description: 'What my agency was asked: its position with the measures it is about.' })
export class AgencyQuestion {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Id of the position.' })
  id: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The household.' })
  householdId: Id;

  @Data(DataClass.K7)
  @Field({ description: 'The code under which the wijkteam knows the household.' })
  householdCode: string;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Whom to call: the lead professional; null = nobody leads now.' })
  leadLabel: string | null;

  @Data(DataClass.K7)
  @Field(() => Boolean, { description: 'Does it still wait for an answer? A plan that was decided or stopped waits for none.' })
  isOpen: boolean;

  @Data(DataClass.K7)
  @Field(() => AgencyPosition, { description: 'The position.' })
  position: AgencyPosition;

  @Data(DataClass.K7)
  @Field(() => [Measure], { description: 'The measures of my agency.' })
  measures: Measure[];
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'A page of questions: those that are open first, the nearest last day on top.' })
export class AgencyQuestionConnection {
  @Data(DataClass.K0)
  @Field(() => [AgencyQuestion], { description: 'The questions.' })
  nodes: AgencyQuestion[];

  @Data(DataClass.K0)
  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo: PageInfo;
}

/** What a liaison has to know of a household to act on a row of it. */
@ObjectType({ isAbstract: true })
abstract class AgencyTask {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The household.' })
  householdId: Id;

  @Data(DataClass.K7)
  @Field({ description: 'The code under which the wijkteam knows the household.' })
  householdCode: string;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Whom to call: the lead professional; null = nobody leads now.' })
  leadLabel: string | null;
}

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({ description: 'What my agency promised and has neither kept nor broken.' })
export class AgencyPromise extends AgencyTask {
  @Data(DataClass.K7)
  @Field(() => Commitment, { description: 'The promise.' })
  commitment: Commitment;
}

@RowClass(DataClass.K7, ['OWN_MEASURE'])
@ObjectType({ description: 'A no of my agency that was only written, and about which nobody called the household yet.' })
export class AgencyCall extends AgencyTask {
  @Data(DataClass.K7)
  @Field(() => AgencyRefusal, { description: 'The no.' })
  refusal: AgencyRefusal;
}
