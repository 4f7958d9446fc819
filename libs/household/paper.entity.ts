import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Data, DataClass, describeEnum, Entry, RowClass } from '@doorbraak/access';
import type { Cents, Id, LocalDate } from '@doorbraak/kernel';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';
import type { AttachmentKind } from './attachment.rules';
import type { ClaimActionKind } from './claim.rules';
import type { EvidenceKind } from './evidence.rules';
import type { LookHow } from './indication.rules';
import type { LetterKind } from './letter.rules';

export const LetterKindEnum = describeEnum<LetterKind>('LetterKind', 'What a letter asks.', {
  PAY: 'To pay an amount.',
  COME: 'To come or to receive somebody.',
  SEND: 'To send or to fill in something.',
  OTHER: 'Something else, or nothing.',
});
export const AttachmentKindEnum = describeEnum<AttachmentKind>('AttachmentKind', 'What kind of file it is, by its bytes.', {
  JPEG: 'A photo.',
  PNG: 'A picture of a screen or a scan.',
  PDF: 'A document.',
});
export const EvidenceKindEnum = describeEnum<EvidenceKind>(
  'EvidenceKind',
  'Which proof; what families are asked for again and again.',
  {
    DIAGNOSIS: 'A diagnosis.',
    MEDICAL_STATEMENT: 'Another statement about health.',
    INCOME_STATEMENT: 'What somebody earns.',
    BANK_STATEMENT: 'Statements of a bank account.',
    BENEFIT_DECISION: 'A decision on a benefit.',
    DEBT_OVERVIEW: 'An overview of debts.',
    RENTAL_CONTRACT: 'A rental contract.',
    ADDRESS_EXTRACT: 'An extract of the population register.',
    IDENTITY_DOCUMENT: 'That an identity document was seen; never a copy.',
    SCHOOL_STATEMENT: 'A statement of a school.',
    COURT_DECISION: 'A decision of a court.',
    BIRTH_CERTIFICATE: 'A birth certificate.',
  },
);
export const LookHowEnum = describeEnum<LookHow>('LookHow', 'How an indication is looked at again.', {
  TALK: 'By a talk; nothing has to be filled in.',
  FORM: 'By a form.',
  VISIT: 'By a visit.',
});
export const ClaimActionKindEnum = describeEnum<ClaimActionKind>('ClaimActionKind', 'What was done with a claim.', {
  WAIVE: 'Waived, all of it or a part.',
  PAUSE: 'Paused until a day; on that day it is active again.',
  RESUME: 'Active again before the pause was over, with the reason.',
  PLAN: 'Paid by instalments.',
});

@RowClass(DataClass.K4, ['SHARED'])
@ObjectType({
  description:
    'A photo or PDF of a letter, made anew without place, device, scripts or files in it. Its bytes come from GET /attachments/<id>; it is added by POST /attachments?letter=<id>&key=<uuid>.',
})
@Entity('attachment')
export class Attachment extends Entry(DataClass.K4) {
  @Data(DataClass.K4)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Data(DataClass.K4)
  @Field(() => ID, { description: 'The letter it is of.' })
  @Column('uuid', { name: 'letter_id' })
  letterId: Id;

  @Data(DataClass.K4)
  @Field(() => AttachmentKindEnum, { description: 'What kind of file it is.' })
  @Column('text')
  kind: AttachmentKind;

  @Data(DataClass.K4)
  @Field(() => Int, { description: 'How many pages; a photo is one.' })
  @Column('int')
  pages: number;

  @Data(DataClass.K4)
  @Field(() => Int, { description: 'Its size in bytes, as it is served.' })
  @Column('int')
  bytes: number;

  @Column('bytea', { select: false })
  content: Buffer;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { description: 'The day on which it was added.' })
  declare recordedOn: LocalDate;
}

@RowClass(DataClass.K4, ['SHARED'])
@ObjectType({ description: 'A letter: what an agency asks of the household on paper.' })
@Entity('letter')
export class Letter extends Entry(DataClass.K4) {
  @Data(DataClass.K4)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Data(DataClass.K4)
  @Field(() => ID, { description: 'The involvement of the agency that sent it.' })
  @Column('uuid', { name: 'involvement_id' })
  involvementId: Id;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { description: 'Received on.' })
  @Column('date', { name: 'received_on' })
  receivedOn: LocalDate;

  @Data(DataClass.K4)
  @Field(() => LetterKindEnum, { description: 'What it asks.' })
  @Column('text')
  kind: LetterKind;

  @Data(DataClass.K4)
  @Field(() => String, {
    nullable: true,
    description: 'What it says, in a few words. Kept sealed; null when its key was destroyed.',
  })
  @Column('text')
  demand: string | null;

  @Data(DataClass.K4)
  @Field(() => CentsScalar, { nullable: true, description: 'The amount it asks; null = no amount.' })
  @Column('bigint', { name: 'amount_cents', nullable: true })
  amountCents: Cents | null;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { nullable: true, description: 'By when; null = no day is named.' })
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: LocalDate | null;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Dealt with on; null = open.' })
  @Column('date', { name: 'done_on', nullable: true })
  doneOn: LocalDate | null;

  @Data(DataClass.K4)
  @Field(() => [Attachment], { description: 'Photos and PDFs of it, in the order in which they were added; at most ten.' })
  attachments: Attachment[];

  @Data(DataClass.K4)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K4)
@ObjectType({ description: 'What the household has to spend freely in a week, from a day on, as it told; never computed.' })
@Entity('spending_room')
export class SpendingRoom extends Entry(DataClass.K4) {
  @Data(DataClass.K4)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { description: 'From this day until the next such row.' })
  @Column('date', { name: 'from_on' })
  fromOn: LocalDate;

  @Data(DataClass.K4)
  @Field(() => CentsScalar, { description: 'In a week.' })
  @Column('bigint', { name: 'week_cents' })
  weekCents: Cents;
}

@RowClass(DataClass.K4, ['ABOUT_ME'])
@ObjectType('EvidenceOnFile', { description: 'Evidence (bewijs) that is on file once, and for which purposes it may be used.' })
@Entity('evidence')
export class Evidence extends Entry(DataClass.K4, 'ROW') {
  @Data(DataClass.K4, 'ROW')
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Data(DataClass.K4, 'ROW')
  @Field(() => ID, { description: 'The person it is about.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K4, 'ROW')
  @Field(() => EvidenceKindEnum, { description: 'Which proof.' })
  @Column('text')
  kind: EvidenceKind;

  @Data(DataClass.K4, 'ROW')
  @Field(() => String, { description: 'K4 = ordinary content, K5 = special content; who may not read K5 does not get the row.' })
  @Column('text', { name: 'data_class' })
  dataClass: 'K4' | 'K5';

  @Data(DataClass.K4, 'ROW')
  @Field(() => String, { nullable: true, description: 'Who issued it. Kept sealed; null when its key was destroyed.' })
  @Column('text', { name: 'issued_by' })
  issuedBy: string | null;

  @Data(DataClass.K4, 'ROW')
  @Field(() => LocalDateScalar, { nullable: true, description: 'Issued on; null = not known.' })
  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn: LocalDate | null;

  @Data(DataClass.K4, 'ROW')
  @Field(() => LocalDateScalar, { description: 'Received on.' })
  @Column('date', { name: 'received_on' })
  receivedOn: LocalDate;

  @Data(DataClass.K4, 'ROW')
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day on which it may be used; null = no end.' })
  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: LocalDate | null;

  @Data(DataClass.K4, 'ROW')
  @Field(() => Boolean, { description: 'Does what it proves not change?' })
  @Column('boolean')
  stable: boolean;

  @Data(DataClass.K4, 'ROW')
  @Field(() => [String], { description: 'Purposes for which it may be used, keys as in the list of legal bases.' })
  @Column('text', { array: true })
  purposes: string[];
}

@RowClass(DataClass.K4, ['SHARED', 'ABOUT_ME'])
@ObjectType({ description: 'A proof that an agency asks for and that was not on file.' })
@Entity('evidence_request')
export class EvidenceRequest extends Entry(DataClass.K4) {
  @Data(DataClass.K4)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Data(DataClass.K4)
  @Field(() => ID, { description: 'The involvement of the agency that asks.' })
  @Column('uuid', { name: 'involvement_id' })
  involvementId: Id;

  @Data(DataClass.K4)
  @Field(() => ID, { description: 'The person it is about.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K4)
  @Field(() => EvidenceKindEnum, { description: 'Which proof.' })
  @Column('text')
  kind: EvidenceKind;

  @Data(DataClass.K4)
  @Field(() => String, { description: 'For what.' })
  @Column('text')
  purpose: string;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { description: 'Asked on.' })
  @Column('date', { name: 'asked_on' })
  askedOn: LocalDate;
}

@RowClass(DataClass.K5, ['SHARED', 'ABOUT_ME'])
@ObjectType({ description: 'The day on which an indication is looked at again before its end.' })
@Entity('indication_look')
export class IndicationLook extends Entry(DataClass.K5) {
  @Data(DataClass.K5)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Column('uuid', { name: 'indication_id' }) indicationId: Id;

  @Data(DataClass.K5)
  @Field(() => LocalDateScalar, { description: 'On which day.' })
  @Column('date', { name: 'on_day' })
  onDay: LocalDate;

  @Data(DataClass.K5)
  @Field(() => LookHowEnum, { description: 'How.' })
  @Column('text')
  how: LookHow;
}

@RowClass(DataClass.K5, ['SHARED', 'ABOUT_ME'])
@ObjectType({
  description: 'An indication (indicatie): a right to help that an agency granted to a person under a law, for a time.',
})
@Entity('indication')
export class Indication extends Entry(DataClass.K5) {
  @Data(DataClass.K5)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Data(DataClass.K5)
  @Field(() => ID, { description: 'The involvement of the agency that granted it.' })
  @Column('uuid', { name: 'involvement_id' })
  involvementId: Id;

  @Data(DataClass.K5)
  @Field(() => ID, { description: 'The person.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K5)
  @Field(() => ID, { description: 'The law, a key of the catalogue.' })
  @Column('text')
  law: string;

  @Data(DataClass.K5)
  @Field(() => LocalDateScalar, { description: 'First day.' })
  @Column('date', { name: 'from_on' })
  fromOn: LocalDate;

  @Data(DataClass.K5)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null = no end.' })
  @Column('date', { name: 'to_on', nullable: true })
  toOn: LocalDate | null;

  @Data(DataClass.K5)
  @Field(() => Boolean, { description: 'Does what it rests on not change?' })
  @Column('boolean')
  stable: boolean;

  @Data(DataClass.K5)
  @Field(() => [ID], { description: 'The evidence it rests on.' })
  @Column('uuid', { name: 'evidence_ids', array: true })
  evidenceIds: Id[];

  @Data(DataClass.K5)
  @Field(() => [IndicationLook], { description: 'When it is looked at again.' })
  looks: IndicationLook[];
}

@RowClass(DataClass.K4, ['SHARED'])
@ObjectType({ description: 'What was done with a claim.' })
@Entity('claim_action')
export class ClaimAction extends Entry(DataClass.K4) {
  @Data(DataClass.K4)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Column('uuid', { name: 'claim_id' }) claimId: Id;

  @Data(DataClass.K4)
  @Field(() => ClaimActionKindEnum, { description: 'What was done.' })
  @Column('text')
  kind: ClaimActionKind;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { description: 'From which day.' })
  @Column('date', { name: 'on_day' })
  onDay: LocalDate;

  @Data(DataClass.K4)
  @Field(() => CentsScalar, { nullable: true, description: 'WAIVE: how much.' })
  @Column('bigint', { nullable: true })
  cents: Cents | null;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { nullable: true, description: 'PAUSE: the day on which it is active again.' })
  @Column('date', { name: 'until_on', nullable: true })
  untilOn: LocalDate | null;

  @Data(DataClass.K4)
  @Field(() => String, { nullable: true, description: 'Under which condition; null = none.' })
  @Column('text', { nullable: true })
  condition: string | null;

  @Data(DataClass.K4)
  @Field(() => String, { nullable: true, description: 'RESUME: why the pause ended early.' })
  @Column('text', { nullable: true })
  reason: string | null;

  @Data(DataClass.K4)
  @Field(() => CentsScalar, { nullable: true, description: 'PLAN: a month.' })
  @Column('bigint', { name: 'month_cents', nullable: true })
  monthCents: Cents | null;

  @Data(DataClass.K4)
  @Field(() => Int, { nullable: true, description: 'PLAN: how many months.' })
  @Column('int', { nullable: true })
  months: number | null;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The measure of a plan that did it; null = none, or not for this reader.' })
  @Column('uuid', { name: 'measure_id', nullable: true })
  measureId: Id | null;
}

@RowClass(DataClass.K4, ['SHARED'])
@ObjectType({ description: 'A debt claim (vordering) of a creditor.' })
@Entity('debt_claim')
export class DebtClaim extends Entry(DataClass.K4) {
  @Data(DataClass.K4)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Data(DataClass.K4)
  @Field(() => ID, { description: 'The involvement of the creditor.' })
  @Column('uuid', { name: 'involvement_id' })
  involvementId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, {
    nullable: true,
    description:
      'The problem it is part of; null = none named, or not for this reader: an agency would learn of a problem that nobody shared.',
  })
  @Column('uuid', { name: 'problem_id', nullable: true })
  problemId: Id | null;

  @Data(DataClass.K4)
  @Field(() => ID, { nullable: true, description: 'The law under which it is claimed; null = not named.' })
  @Column('text', { nullable: true })
  law: string | null;

  @Data(DataClass.K4)
  @Field(() => CentsScalar, { description: 'What is claimed.' })
  @Column('bigint', { name: 'amount_cents' })
  amountCents: Cents;

  @Data(DataClass.K4)
  @Field(() => Boolean, { description: 'Is it at least this much: the exact amount is not known?' })
  @Column('boolean', { name: 'lower_bound' })
  lowerBound: boolean;

  @Data(DataClass.K4)
  @Field(() => Int, { nullable: true, description: 'The year of what it is about; null = not known.' })
  @Column('int', { name: 'fact_year', nullable: true })
  factYear: number | null;

  @Data(DataClass.K4)
  @Field(() => [ClaimAction], { description: 'What was done with it, by day.' })
  actions: ClaimAction[];

  @Data(DataClass.K4)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({ description: 'Contacts in twelve months, as somebody told the number.' })
@Entity('contact_year')
export class ContactYear extends Entry(DataClass.K1) {
  @Data(DataClass.K1)
  @Field(() => ID, { description: 'Id.' })
  declare id: Id;

  @Data(DataClass.K1)
  @Field(() => ID, { nullable: true, description: 'The involvement; null = counted for the household as a whole.' })
  @Column('uuid', { name: 'involvement_id', nullable: true })
  involvementId: Id | null;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { description: 'First day of the twelve months.' })
  @Column('date', { name: 'from_on' })
  fromOn: LocalDate;

  @Data(DataClass.K1)
  @Field(() => Int, { description: 'How many.' })
  @Column('int')
  count: number;
}
