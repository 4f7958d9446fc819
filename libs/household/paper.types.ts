import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, RowClass, WordsShape } from '@doorbraak/access';
import type { Cents, Id, LocalDate, Words } from '@doorbraak/kernel';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';
import type { ClaimReminder, ClaimState } from './claim.rules';
import type { Renewal } from './indication.rules';
import type { LetterConflict } from './letter.rules';

export const LetterConflictKindEnum = describeEnum<LetterConflict['kind']>(
  'LetterConflictKind',
  'Why demands cannot all be met.',
  {
    MONEY: 'Together they ask more than there is to spend in that week.',
    SAME_DAY: 'Several agencies want somebody to come on one day.',
  },
);
export const RenewalProposalEnum = describeEnum<Renewal['proposal']>(
  'RenewalProposal',
  'What a renewal should ask of the household.',
  {
    NOT_DUE: 'Nothing yet: the end is more than 90 days ahead, or there is none.',
    LONGER_TERM: 'A longer term: it does not change and all evidence is on file.',
    SAME_TERM: 'A talk; all evidence is still on file.',
    NEW_EVIDENCE_NEEDED: 'Evidence that it rests on is not valid any more and nothing came in its place, or it rests on none.',
  },
);
export const ClaimStateEnum = describeEnum<ClaimState>('ClaimState', 'How a claim stands on a day.', {
  ACTIVE: 'It can be collected.',
  PAUSED: 'It is paused.',
  IN_PLAN: 'It is paid by instalments.',
  WAIVED: 'It is waived.',
});

@RowClass(DataClass.K4)
@ObjectType('LetterConflict', { description: 'Demands of several agencies in one week that cannot all be met.' })
export class LetterConflictType implements LetterConflict {
  @Data(DataClass.K4)
  @Field(() => LetterConflictKindEnum, { description: 'Why.' })
  kind: LetterConflict['kind'];

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { description: 'Monday of the week.' })
  from: LocalDate;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { description: 'Sunday of the week.' })
  to: LocalDate;

  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'The letters.' })
  letters: Id[];

  @Data(DataClass.K4)
  @Field(() => CentsScalar, { nullable: true, description: 'MONEY: what they ask together.' })
  demandedCents: Cents | null;

  @Data(DataClass.K4)
  @Field(() => CentsScalar, { nullable: true, description: 'MONEY: what there is to spend.' })
  availableCents: Cents | null;

  @Data(DataClass.K4)
  @Field(() => CentsScalar, { nullable: true, description: 'MONEY: what is short.' })
  shortCents: Cents | null;

  @Data(DataClass.K4)
  @Field(() => WordsShape, { description: 'In a sentence.' })
  words: Words;
}

@RowClass(DataClass.K5, ['SHARED', 'ABOUT_ME'])
@ObjectType('Renewal', {
  description: 'What a renewal of an indication should ask of the household: as little as what is on file allows.',
})
export class RenewalType implements Renewal {
  @Data(DataClass.K5)
  @Field(() => RenewalProposalEnum, { description: 'The proposal.' })
  proposal: Renewal['proposal'];

  @Data(DataClass.K5)
  @Field(() => [ID], { description: 'Evidence on file that it can rest on.' })
  evidenceIds: Id[];

  @Data(DataClass.K5)
  @Field(() => WordsShape, { description: 'In a sentence.' })
  words: Words;
}

@RowClass(DataClass.K4, ['SHARED'])
@ObjectType('ClaimReminder', { description: 'That a paused claim becomes active again.' })
export class ClaimReminderType implements ClaimReminder {
  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { description: 'The day of the reminder, 30 days before.' })
  on: LocalDate;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { description: 'The day on which the claim is active again.' })
  untilOn: LocalDate;

  @Data(DataClass.K4)
  @Field(() => Boolean, { description: 'Is it time to remind, today?' })
  isDue: boolean;
}

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({ description: 'Contacts with agencies in twelve months, as told. Of what nobody told there is no row.' })
export class YearOfContacts {
  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { description: 'First day.' })
  fromOn: LocalDate;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { description: 'Last day.' })
  toOn: LocalDate;

  @Data(DataClass.K1)
  @Field(() => Int, { description: 'How many: told for the household, or else the sum of what was told per agency.' })
  count: number;
}
