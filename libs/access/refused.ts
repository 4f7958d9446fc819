import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { REFUSALS, type Reason } from '@doorbraak/kernel';
import { InstantScalar } from '@doorbraak/platform';
import { Data, RowClass } from './data.decorators';
import { DataClass } from './policy';

@RowClass(DataClass.K0)
@ObjectType({ description: 'One reason why something cannot be done. All reasons come at once.' })
export class RefusalReason {
  @Data(DataClass.K0)
  @Field({ description: 'Stable code, from the one list of the product.' })
  code: string;

  @Data(DataClass.K0)
  @Field({ description: 'What is wrong and what to do, in plain Dutch.' })
  nl: string;

  @Data(DataClass.K0)
  @Field({ description: 'The same in English.' })
  en: string;

  @Data(DataClass.K0)
  @Field(() => String, {
    nullable: true,
    description: 'What it is about: the id or key of the thing to look at, as the caller knows it.',
  })
  about: string | null;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'One act that somebody else did after the version that was seen.' })
export class ChangeSince {
  @Data(DataClass.K0)
  @Field(() => Int, { description: 'The version that this act made.' })
  version: number;

  @Data(DataClass.K0)
  @Field({ description: 'The act, by its name in the API.' })
  act: string;

  @Data(DataClass.K0)
  @Field(() => InstantScalar, { description: 'When.' })
  at: Date;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'The person who did it.' })
  by: string;
}

/** The trade says no. Each room has a GraphQL type of its own with this shape, so that a client knows whose rules spoke. */
@RowClass(DataClass.K0)
@ObjectType({ isAbstract: true })
export class Refused {
  @Data(DataClass.K0)
  @Field(() => [RefusalReason], {
    description:
      'Every reason. What an act can be refused with stands with it; each act also knows NOT_FOUND (not there, or not for you), NOT_ALLOWED, CASE_CLOSED (a closed file) and, on a plan, PLAN_CLOSED (it is decided or stopped) or PLAN_STILL_OPEN (it is not decided).',
  })
  reasons: RefusalReason[];

  @Data(DataClass.K0)
  @Field(() => [ChangeSince], { description: 'With CHANGED_MEANWHILE: what happened since the version that was seen.' })
  changes: ChangeSince[];

  constructor(reasons: Reason[], changes: ChangeSince[] = []) {
    this.reasons = reasons.map(({ code, about }) =>
      Object.assign(new RefusalReason(), { code, ...REFUSALS[code], about: about ?? null }),
    );
    this.changes = changes;
  }

  get codes(): string[] {
    return this.reasons.map(({ code }) => code);
  }
}
