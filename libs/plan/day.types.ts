import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, RowClass } from '@doorbraak/access';
import type { Cents, Id, LocalDate } from '@doorbraak/kernel';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';
import type { DayKind, DayThing } from './day.rules';
import { PerspectiveEnum, PositionAnswerEnum } from './plan.entity';
import type { Perspective, PositionAnswer } from './plan.facts';

export const DayKindEnum = describeEnum<DayKind>('DayKind', 'What needs somebody today.', {
  ANSWER_RECEIVED: 'An agency answered since you last marked the household as seen.',
  PROMISE_LATE: 'A promise is overdue.',
  PROMISE_DUE: 'The day of a promise is today or within three days.',
  DECISION_WAITING: 'You were asked to decide a plan, which is still open.',
  READY_TO_DECIDE: 'Nothing is missing any more in a plan of yours: it can be put before who decides.',
  CLOCK_OVER: 'The time of an agency to answer ran out, at first or after a step up.',
  SILENCE: 'For some time no contact was recorded.',
  REVIEW_DUE: 'A look back is due within two weeks, or was.',
  ASSESSMENT_ASKED: 'You were asked to judge a plan from one perspective and have not.',
  LETTER_DUE: 'What a letter asks is to be done within three days, or was.',
  PAUSE_ENDS: 'A claim that is paused is active again within a month.',
});

@RowClass(DataClass.K1)
@ObjectType({
  description:
    'One thing that needs you today. Which fields are filled follows from its kind; from them the client makes its sentence.',
})
export class DayItem implements DayThing {
  @Data(DataClass.K1)
  @Field(() => ID, { description: 'The same for the same thing, as long as it is on the list. Opaque.' })
  id: string;

  @Data(DataClass.K1)
  @Field(() => DayKindEnum, { description: 'What it is.' })
  kind: DayKind;

  @Data(DataClass.K1)
  @Field(() => ID, { description: 'The household.' })
  householdId: Id;

  @Data(DataClass.K1)
  @Field({ description: 'Code under which the team knows it.' })
  householdCode: string;

  @Data(DataClass.K2)
  @Field(() => [String], {
    nullable: true,
    description: 'Names of who belong to it today, adults first; null = not for this reader.',
  })
  memberNames: string[] | null;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, {
    description:
      'The day it is about: of an answer, an asking or a silence the day since when; of a promise, clock, review, letter or pause its last day.',
  })
  on: LocalDate;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The plan it is in; null = not about a plan.' })
  planId: Id | null;

  @Data(DataClass.K7)
  @Field(() => ID, {
    nullable: true,
    description:
      'What it is about: the position, the promise, the asking, the plan, the letter or the claim; null = the household as a whole.',
  })
  subjectId: Id | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The agency that answered, promised, was asked or claims.' })
  agencyName: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'The professional who promised, under the name that colleagues know.' })
  professionalLabel: string | null;

  @Data(DataClass.K2)
  @Field(() => String, { nullable: true, description: 'The member of the household who promised.' })
  personName: string | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'What was promised.' })
  what: string | null;

  @Data(DataClass.K7)
  @Field(() => PositionAnswerEnum, { nullable: true, description: 'What the agency answered.' })
  answer: PositionAnswer | null;

  @Data(DataClass.K7)
  @Field(() => PerspectiveEnum, { nullable: true, description: 'From which perspective a plan is to be judged.' })
  perspective: Perspective | null;

  @Data(DataClass.K7)
  @Field(() => Int, { nullable: true, description: 'Of a review: how many months after the decision.' })
  months: number | null;

  @Data(DataClass.K4)
  @Field(() => CentsScalar, { nullable: true, description: 'Of a letter or a claim: what is asked, in whole cents.' })
  amountCents: Cents | null;

  @Data(DataClass.K7)
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of a plan that waits for a decision: is nothing missing but the decision? Whether the mandate reaches is not in it.',
  })
  isReady: boolean | null;
}
