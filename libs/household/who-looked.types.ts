import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, RowClass } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { InstantScalar, LocalDateScalar } from '@doorbraak/platform';

@RowClass(DataClass.K9)
@ObjectType({
  description: 'One request in which somebody read or changed data of this household. It tells kinds of data, never the data.',
})
export class Look {
  @Data(DataClass.K9)
  @Field(() => ID, { description: 'Id of the log line.' })
  id: Id;

  @Data(DataClass.K9)
  @Field(() => InstantScalar, { description: 'When, in real time.' })
  at: Date;

  @Data(DataClass.K9)
  @Field(() => LocalDateScalar, { description: 'The day it was on the clock of the tenant.' })
  day: LocalDate;

  @Data(DataClass.K9)
  @Field(() => ID, { description: 'The person who looked.' })
  who: Id;

  @Data(DataClass.K9)
  @Field(() => String, { nullable: true, description: 'The name that colleagues know; null for a member of the household.' })
  label: string | null;

  @Data(DataClass.K9)
  @Field(() => String, {
    nullable: true,
    description: 'The agency this person works for; null = the municipality or the household itself.',
  })
  agency: string | null;

  @Data(DataClass.K9)
  @Field(() => [String], { description: 'Roles at that moment.' })
  roles: string[];

  @Data(DataClass.K9)
  @Field(() => [String], { description: 'On which relation to the household it rested.' })
  relations: string[];

  @Data(DataClass.K9)
  @Field({ description: 'What was asked or done, by the names of the policy.' })
  act: string;

  @Data(DataClass.K9)
  @Field({ description: 'READ = looked, DONE = changed something.' })
  outcome: string;

  @Data(DataClass.K9)
  @Field(() => [String], { description: 'Which classes of data were served, K1 to K9.' })
  classes: string[];
}
