import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Data, DataClass, Entry, RowClass } from '@doorbraak/access';
import type { Id, LocalDate, PartialDate } from '@doorbraak/kernel';
import { HouseholdRow, LocalDateScalar, PartialDateScalar } from '@doorbraak/platform';

export enum AssignmentKind {
  LEAD = 'LEAD',
  DEPUTY = 'DEPUTY',
}
registerEnumType(AssignmentKind, {
  name: 'AssignmentKind',
  description: 'Lead professional (regisseur) or the deputy, who has the same rights.',
  valuesMap: {
    LEAD: { description: 'Lead professional.' },
    DEPUTY: { description: 'Deputy of the lead.' },
  },
});

export enum MembershipRole {
  ADULT = 'ADULT',
  CHILD = 'CHILD',
}
registerEnumType(MembershipRole, {
  name: 'MembershipRole',
  description: 'Adult or child in this household.',
  valuesMap: {
    ADULT: { description: 'Adult.' },
    CHILD: { description: 'Child.' },
  },
});

export enum Capacity {
  NOT_ASSESSED = 'NOT_ASSESSED',
  FULL = 'FULL',
  LIMITED = 'LIMITED',
  REPRESENTED = 'REPRESENTED',
}
registerEnumType(Capacity, {
  name: 'Capacity',
  description: 'Capacity to act (doenvermogen), as a professional wrote it down; never computed.',
  valuesMap: {
    NOT_ASSESSED: { description: 'Nobody has said anything about it.' },
    FULL: { description: 'Acts alone.' },
    LIMITED: { description: 'Needs help to act.' },
    REPRESENTED: { description: 'Somebody else acts in law: a guardian, mentor or administrator.' },
  },
});

export enum ProblemStatus {
  OPEN = 'OPEN',
  IMPROVING = 'IMPROVING',
  RESOLVED = 'RESOLVED',
  RELAPSED = 'RELAPSED',
}
registerEnumType(ProblemStatus, {
  name: 'ProblemStatus',
  description: 'How a problem stands. RESOLVED no longer counts for the band; the other three do.',
  valuesMap: {
    OPEN: { description: 'Stands as it did.' },
    IMPROVING: { description: 'Gets better.' },
    RESOLVED: { description: 'Is over.' },
    RELAPSED: { description: 'Was over and came back.' },
  },
});

export enum ConsentHow {
  IN_WRITING = 'IN_WRITING',
  ALOUD = 'ALOUD',
  ALOUD_WITH_MENTOR = 'ALOUD_WITH_MENTOR',
  BY_REPRESENTATIVE = 'BY_REPRESENTATIVE',
}
registerEnumType(ConsentHow, {
  name: 'ConsentHow',
  description: 'How somebody agreed. Aloud counts as much as on paper; it is recorded as such.',
  valuesMap: {
    IN_WRITING: { description: 'On paper or on screen.' },
    ALOUD: { description: 'Said aloud; a professional wrote it down.' },
    ALOUD_WITH_MENTOR: { description: 'Said aloud with a mentor or somebody trusted present.' },
    BY_REPRESENTATIVE: { description: 'By the representative in law.' },
  },
});

export enum ContactChannel {
  PHONE = 'PHONE',
  VISIT = 'VISIT',
  OFFICE = 'OFFICE',
  LETTER = 'LETTER',
  MAIL = 'MAIL',
  ONLINE = 'ONLINE',
}
registerEnumType(ContactChannel, {
  name: 'ContactChannel',
  description: 'How a contact took place.',
  valuesMap: {
    PHONE: { description: 'By telephone.' },
    VISIT: { description: 'At home.' },
    OFFICE: { description: 'At the agency.' },
    LETTER: { description: 'By letter.' },
    MAIL: { description: 'By e-mail.' },
    ONLINE: { description: 'By screen.' },
  },
});

export enum ContactDirection {
  FROM_AGENCY = 'FROM_AGENCY',
  FROM_HOUSEHOLD = 'FROM_HOUSEHOLD',
}
registerEnumType(ContactDirection, {
  name: 'ContactDirection',
  description: 'Who took the initiative.',
  valuesMap: {
    FROM_AGENCY: { description: 'The agency took the initiative.' },
    FROM_HOUSEHOLD: { description: 'The household took the initiative.' },
  },
});

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({ description: 'A household (huishouden): the unit of work. One person is a household too.' })
@Entity('household')
export class Household {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;

  @Data(DataClass.K1)
  @Field(() => ID, { description: 'Id of the household.' })
  @PrimaryColumn('uuid')
  id: Id;

  @Data(DataClass.K1)
  @Field({ description: 'Code under which the team knows it; says nothing about who lives there.' })
  @Column('text')
  code: string;

  @Data(DataClass.K1)
  @Field(() => ID, { description: 'The fixteam that answers for it.' })
  @Column('uuid', { name: 'fixteam_id' })
  fixteamId: Id;

  @Data(DataClass.K2)
  @Field(() => String, {
    nullable: true,
    description: 'Neighbourhood (buurt), code of Statistics Netherlands; null = not recorded.',
  })
  @Column('text', { name: 'neighbourhood_code', nullable: true })
  neighbourhoodCode: string | null;

  @Data(DataClass.K2)
  @Field(() => Int, { nullable: true, description: 'The year of that code: codes change with the years.' })
  @Column('int', { name: 'neighbourhood_year', nullable: true })
  neighbourhoodYear: number | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'What would get it out, in the words of the household. Kept sealed.' })
  @Column('text', { name: 'own_words', nullable: true })
  ownWords: string | null;

  @Data(DataClass.K1)
  @Field({ description: 'Language the household speaks best (BCP 47).' })
  @Column('text')
  language: string;

  @Data(DataClass.K1)
  @Field(() => Boolean, { description: 'Does a conversation need an interpreter?' })
  @Column('boolean', { name: 'needs_interpreter' })
  needsInterpreter: boolean;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the file was closed; null = open. Nothing in a closed file changes until it is reopened.',
  })
  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why it was closed; null = open, or not for this reader.' })
  @Column('text', { name: 'closed_reason', nullable: true })
  closedReason: string | null;

  @Data(DataClass.K1)
  @Field(() => Int, { description: 'Version that an edit must name; raised by every edit of the household itself.' })
  @Column('int')
  version: number;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { description: 'Day on which it was recorded.' })
  @Column('date', { name: 'recorded_on' })
  recordedOn: LocalDate;

  @Column('uuid', { name: 'recorded_by' }) recordedBy: Id;

  @Data(DataClass.K1)
  @Field({ description: 'Retention rule, a key of the list "retention rules".' })
  @Column('text', { name: 'retention_rule' })
  retentionRule: string;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Kept until this day; null = the term has not started.' })
  @Column('date', { name: 'retain_until', nullable: true })
  retainUntil: LocalDate | null;
}

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({ description: 'Who leads the household or deputises, and since when. At most one of each at a time.' })
@Entity('lead_assignment')
export class LeadAssignment extends HouseholdRow {
  @Data(DataClass.K1)
  @Field(() => ID, { description: 'The professional.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K1)
  @Field(() => String, { nullable: true, description: 'The name that colleagues know.' })
  personLabel: string | null;

  @Data(DataClass.K1)
  @Field(() => AssignmentKind, { description: 'Lead or deputy.' })
  @Column('text')
  kind: AssignmentKind;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { description: 'First day.' })
  @Column('date', { name: 'from_on' })
  fromOn: LocalDate;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day no more; null = still.' })
  @Column('date', { name: 'until_on', nullable: true })
  untilOn: LocalDate | null;

  @Data(DataClass.K1)
  @Field(() => String, { nullable: true, description: 'Why it changed hands.' })
  @Column('text', { nullable: true })
  reason: string | null;
}

@Entity('person')
export class Person extends HouseholdRow {
  @Column('text') name: string;
  @Column('text', { name: 'birth_date', nullable: true }) birthDate: PartialDate | null;
  @Column('text', { nullable: true }) bsn: string | null;
  @Column('text', { name: 'bsn_mac', nullable: true }) bsnMac: string | null;
  @Column('boolean', { name: 'protected_address' }) protectedAddress: boolean;
  @Column('text') capacity: Capacity;
  @Column('text', { name: 'represented_by', nullable: true }) representedBy: string | null;
  @Column('int') version: number;
}

@Entity('membership')
export class Membership extends Entry(DataClass.K2) {
  @Column('uuid', { name: 'person_id' }) personId: Id;
  @Column('text') role: MembershipRole;
  @Column('date', { name: 'from_on' }) fromOn: LocalDate;
  @Column('date', { name: 'to_on', nullable: true }) toOn: LocalDate | null;
  @Column('int') version: number;
}

/** What the API shows of a membership and its person, as one thing. */
@RowClass(DataClass.K2, ['SHARED', 'ABOUT_ME'])
@ObjectType({ description: 'A person as a member of this household, with the dates of the membership.' })
export class HouseholdMember {
  @Data(DataClass.K2)
  @Field(() => ID, { description: 'Id of the membership.' })
  id: Id;

  @Data(DataClass.K2)
  @Field(() => ID, { description: 'Id of the person; problems, shares and notes name it.' })
  personId: Id;

  @Data(DataClass.K2)
  @Field({ description: 'Name as the household uses it.' })
  name: string;

  @Data(DataClass.K2)
  @Field(() => MembershipRole, { description: 'Adult or child.' })
  role: MembershipRole;

  @Data(DataClass.K2)
  @Field(() => PartialDateScalar, { nullable: true, description: 'Birth date, month and day may be unknown (00).' })
  birthDate: PartialDate | null;

  @Data(DataClass.K3)
  @Field(() => String, {
    nullable: true,
    description:
      'The last three digits of the BSN, the others masked; null = none recorded. The whole number takes the act revealBsn.',
  })
  bsnMasked: string | null;

  @Data(DataClass.K2)
  @Field(() => Boolean, { description: 'Is the address of this person protected? Then it never leaves this class of data.' })
  protectedAddress: boolean;

  @Data(DataClass.K2)
  @Field(() => Capacity, { description: 'Capacity to act.' })
  capacity: Capacity;

  @Data(DataClass.K2)
  @Field(() => String, { nullable: true, description: 'Who represents this person by law or by mandate; null = nobody.' })
  representedBy: string | null;

  @Data(DataClass.K2)
  @Field(() => LocalDateScalar, { description: 'First day in this household.' })
  fromOn: LocalDate;

  @Data(DataClass.K2)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in this household; null = still.' })
  toOn: LocalDate | null;

  @Data(DataClass.K2)
  @Field(() => Int, { description: 'Version of the membership that an edit must name.' })
  version: number;

  @Data(DataClass.K2)
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the membership was withdrawn as a mistake; null = it stands.',
  })
  withdrawnOn: LocalDate | null;

  @Data(DataClass.K2)
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawnReason: string | null;
}

@RowClass(DataClass.K4, ['SHARED', 'ABOUT_ME'])
@ObjectType({ description: 'A problem (probleem) of one or more persons of the household.' })
@Entity('problem')
export class Problem extends Entry(DataClass.K4, 'ROW') {
  @Data(DataClass.K4, 'ROW')
  @Field(() => ID, { description: 'Id of the problem.' })
  declare id: Id;

  @Data(DataClass.K4, 'ROW')
  @Field({ description: 'Code of the list of problem types, DOMAIN.CODE.' })
  @Column('text')
  type: string;

  @Data(DataClass.K4, 'ROW')
  @Field({ description: 'Life domain (leefgebied) of the type.' })
  @Column('text')
  domain: string;

  @Data(DataClass.K4, 'ROW')
  @Field(() => String, {
    description:
      'K4 = ordinary content, K5 = special content (health, addiction, youth care, safety): who may not read K5 does not get the row.',
  })
  @Column('text', { name: 'data_class' })
  dataClass: 'K4' | 'K5';

  @Data(DataClass.K4, 'ROW')
  @Field(() => [ID], { description: 'Persons whose problem it is.' })
  @Column('uuid', { name: 'person_ids', array: true })
  personIds: Id[];

  @Data(DataClass.K4, 'ROW')
  @Field(() => String, { nullable: true, description: 'What is the matter, in a few words. Kept sealed.' })
  @Column('text', { nullable: true })
  words: string | null;

  @Data(DataClass.K4, 'ROW')
  @Field(() => LocalDateScalar, { nullable: true, description: 'Since when; null = not known.' })
  @Column('date', { name: 'since_on', nullable: true })
  sinceOn: LocalDate | null;

  @Data(DataClass.K4, 'ROW')
  @Field(() => Int, {
    nullable: true,
    description: 'How heavy it weighs for the household, 1 light to 3 heavy; null = not asked.',
  })
  @Column('int', { nullable: true })
  severity: number | null;

  @Data(DataClass.K4, 'ROW')
  @Field(() => ProblemStatus, { description: 'How it stands.' })
  @Column('text')
  status: ProblemStatus;

  @Data(DataClass.K4, 'ROW')
  @Field(() => [ID], { description: 'Problems of this household that cause it.' })
  @Column('uuid', { name: 'caused_by', array: true })
  causedBy: Id[];

  @Data(DataClass.K4, 'ROW')
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({
  description: 'Involvement (betrokkenheid) of an agency with the household. It opens nothing to the agency: only a share does.',
})
@Entity('involvement')
export class AgencyInvolvement extends Entry(DataClass.K1) {
  @Data(DataClass.K1)
  @Field(() => ID, { description: 'Id of the involvement.' })
  declare id: Id;

  @Data(DataClass.K1)
  @Field(() => ID, { description: 'The agency.' })
  @Column('uuid', { name: 'agency_id' })
  agencyId: Id;

  @Data(DataClass.K1)
  @Field({ description: 'Type of the agency, a key of the list "agency types".' })
  @Column('text', { name: 'agency_type' })
  agencyType: string;

  @Data(DataClass.K1)
  @Field({ description: 'Name of the agency.' })
  agencyName: string;

  @Data(DataClass.K1)
  @Field(() => String, {
    nullable: true,
    description: 'Law under which it acts, a key of the law catalogue; null with a note that says why.',
  })
  @Column('text', { nullable: true })
  law: string | null;

  @Data(DataClass.K1)
  @Field(() => String, { nullable: true, description: 'Why no law is named.' })
  @Column('text', { name: 'law_note', nullable: true })
  lawNote: string | null;

  @Data(DataClass.K1)
  @Field(() => String, { nullable: true, description: 'Who pays, a key of the list of payers; null with a note that says why.' })
  @Column('text', { nullable: true })
  payer: string | null;

  @Data(DataClass.K1)
  @Field(() => String, { nullable: true, description: 'Why no payer is named.' })
  @Column('text', { name: 'payer_note', nullable: true })
  payerNote: string | null;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { description: 'First day.' })
  @Column('date', { name: 'from_on' })
  fromOn: LocalDate;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day; null = still involved. The day after it the agency reads nothing any more.',
  })
  @Column('date', { name: 'to_on', nullable: true })
  toOn: LocalDate | null;

  @Data(DataClass.K4)
  @Field(() => [ID], {
    nullable: true,
    description: 'Problems it is involved with. To the agency itself this is not shown: it would name what nobody shared.',
  })
  @Column('uuid', { name: 'problem_ids', array: true })
  problemIds: Id[];

  @Data(DataClass.K1)
  @Field(() => String, { nullable: true, description: 'Whom to call there.' })
  @Column('text', { name: 'contact_person', nullable: true })
  contactPerson: string | null;

  @Data(DataClass.K1)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K5, ['SHARED', 'ABOUT_ME'])
@ObjectType({ description: 'A handling note: how to treat somebody well. Special content (K5), shared one by one.' })
@Entity('handling_note')
export class HandlingNote extends Entry(DataClass.K5) {
  @Data(DataClass.K5)
  @Field(() => ID, { description: 'Id of the note; a share names it.' })
  declare id: Id;

  @Data(DataClass.K5)
  @Field(() => ID, { description: 'The person it is about.' })
  @Column('uuid', { name: 'about_person_id' })
  aboutPersonId: Id;

  @Data(DataClass.K5)
  @Field(() => ID, { nullable: true, description: 'The involvement it comes from; null = from the wijkteam.' })
  @Column('uuid', { name: 'from_involvement_id', nullable: true })
  fromInvolvementId: Id | null;

  @Data(DataClass.K5)
  @Field(() => String, { nullable: true, description: 'The note. Kept sealed; null when its key was destroyed.' })
  @Column('text')
  text: string | null;
}

@RowClass(DataClass.K8, ['OWN_INVOLVEMENT'])
@ObjectType({
  description:
    'What one agency may read: of which persons, either problems of the named life domains or, when notes are named, those notes only.',
})
@Entity('share')
export class Share extends HouseholdRow {
  @Data(DataClass.K8)
  @Field(() => ID, { description: 'Id of the share.' })
  declare id: Id;

  @Data(DataClass.K8)
  @Field(() => ID, { description: 'The involvement of the agency that may read.' })
  @Column('uuid', { name: 'involvement_id' })
  involvementId: Id;

  @Data(DataClass.K8)
  @Field({ description: 'Type of the agency that may read.' })
  @Column('text')
  recipient: string;

  @Data(DataClass.K8)
  @Field({ description: 'Basis for sharing (AVG-grondslag), a key of the list "legal bases". Not a ground of a plan.' })
  @Column('text')
  basis: string;

  @Data(DataClass.K8)
  @Field({ description: 'Purpose, one of those that the basis allows.' })
  @Column('text')
  purpose: string;

  @Data(DataClass.K8)
  @Field({ description: 'Why the agency needs this, in a line.' })
  @Column('text')
  need: string;

  @Data(DataClass.K8)
  @Field(() => [ID], { description: 'Persons whose data may be read.' })
  @Column('uuid', { name: 'person_ids', array: true })
  personIds: Id[];

  @Data(DataClass.K8)
  @Field(() => [String], { description: 'Life domains inside the basis.' })
  @Column('text', { array: true })
  domains: string[];

  @Data(DataClass.K8)
  @Field(() => [ID], { description: 'Notes that may be read; when there are any, nothing else of the domains is open.' })
  @Column('uuid', { name: 'note_ids', array: true })
  noteIds: Id[];

  @Data(DataClass.K8)
  @Field(() => LocalDateScalar, { description: 'First day.' })
  @Column('date', { name: 'from_on' })
  fromOn: LocalDate;

  @Data(DataClass.K8)
  @Field(() => LocalDateScalar, { description: 'Last day. The day after it nothing is readable any more.' })
  @Column('date', { name: 'to_on' })
  toOn: LocalDate;

  @Data(DataClass.K8)
  @Field(() => ID, { nullable: true, description: 'Who consented; null where the basis needs no consent.' })
  @Column('uuid', { name: 'consent_by', nullable: true })
  consentBy: Id | null;

  @Data(DataClass.K8)
  @Field(() => LocalDateScalar, { nullable: true, description: 'When.' })
  @Column('date', { name: 'consent_on', nullable: true })
  consentOn: LocalDate | null;

  @Data(DataClass.K8)
  @Field(() => ConsentHow, { nullable: true, description: 'How.' })
  @Column('text', { name: 'consent_how', nullable: true })
  consentHow: ConsentHow | null;

  @Data(DataClass.K8)
  @Field(() => LocalDateScalar, { nullable: true, description: 'From this day on withdrawn: nothing is readable any more.' })
  @Column('date', { name: 'withdrawn_on', nullable: true })
  withdrawnOn: LocalDate | null;

  @Data(DataClass.K8)
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: string | null;

  @Data(DataClass.K8)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K4, ['SHARED'])
@ObjectType({ description: 'Intervention (interventie): help that runs now or ran. What a plan will do is a measure.' })
@Entity('intervention')
export class Intervention extends Entry(DataClass.K4) {
  @Data(DataClass.K4)
  @Field(() => ID, { description: 'Id of the intervention.' })
  declare id: Id;

  @Data(DataClass.K4)
  @Field({ description: 'What it is, a key of the list of services.' })
  @Column('text')
  service: string;

  @Data(DataClass.K4)
  @Field(() => ID, { description: 'The involvement that gives it.' })
  @Column('uuid', { name: 'involvement_id' })
  involvementId: Id;

  @Data(DataClass.K4)
  @Field(() => [ID], { description: 'Problems it addresses.' })
  @Column('uuid', { name: 'problem_ids', array: true })
  problemIds: Id[];

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { description: 'First day.' })
  @Column('date', { name: 'from_on' })
  fromOn: LocalDate;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null = it runs.' })
  @Column('date', { name: 'to_on', nullable: true })
  toOn: LocalDate | null;

  @Data(DataClass.K7)
  @Field(() => ID, {
    nullable: true,
    description: 'The measure of a plan that became this help; null = it was there before, or not for this reader.',
  })
  @Column('uuid', { name: 'measure_id', nullable: true })
  measureId: Id | null;

  @Data(DataClass.K4)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K4, ['SHARED'])
@ObjectType({
  description: 'A wait: something cannot move before something else has. Both ends are a problem or an involvement.',
})
@Entity('wait')
export class Wait extends Entry(DataClass.K4) {
  @Data(DataClass.K4)
  @Field(() => ID, { description: 'Id of the wait.' })
  declare id: Id;

  @Column('uuid', { name: 'waiting_problem_id', nullable: true }) waitingProblemId: Id | null;
  @Column('uuid', { name: 'waiting_involvement_id', nullable: true }) waitingInvolvementId: Id | null;
  @Column('uuid', { name: 'for_problem_id', nullable: true }) forProblemId: Id | null;
  @Column('uuid', { name: 'for_involvement_id', nullable: true }) forInvolvementId: Id | null;

  @Data(DataClass.K4)
  @Field(() => ID, { name: 'waiting', description: 'What cannot move: id of a problem or an involvement.' })
  get waiting(): Id {
    return (this.waitingProblemId ?? this.waitingInvolvementId)!;
  }

  @Data(DataClass.K4)
  @Field(() => ID, { name: 'for', description: 'What has to move first: id of a problem or an involvement.' })
  get for(): Id {
    return (this.forProblemId ?? this.forInvolvementId)!;
  }

  @Data(DataClass.K4)
  @Field(() => ID, { name: 'holder', description: 'The involvement that could lift it.' })
  @Column('uuid', { name: 'holder_id' })
  holderId: Id;

  @Data(DataClass.K4)
  @Field(() => String, { nullable: true, description: 'Who waits for what, in words. Kept sealed.' })
  @Column('text')
  what: string | null;

  @Data(DataClass.K4)
  @Field(() => String, {
    nullable: true,
    description: 'The provision that says so, a key of the law catalogue; null = habit or policy.',
  })
  @Column('text', { nullable: true })
  provision: string | null;

  @Data(DataClass.K4)
  @Field(() => Boolean, { description: 'Can anybody lift it at all?' })
  @Column('boolean')
  liftable: boolean;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Since when; null = not known.' })
  @Column('date', { name: 'since_on', nullable: true })
  sinceOn: LocalDate | null;

  @Data(DataClass.K4)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Lifted on; from then on it is no part of a circle.' })
  @Column('date', { name: 'lifted_on', nullable: true })
  liftedOn: LocalDate | null;

  @Data(DataClass.K4)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
}

@RowClass(DataClass.K1, ['OWN_INVOLVEMENT'])
@ObjectType({
  description:
    'A contact (contactmoment) with an agency, or the count of a whole month as somebody told it. A count never makes rows up.',
})
@Entity('contact')
export class Contact extends Entry(DataClass.K1) {
  @Data(DataClass.K1)
  @Field(() => ID, { description: 'Id of the contact.' })
  declare id: Id;

  @Data(DataClass.K1)
  @Field(() => ID, { nullable: true, description: 'The involvement; null = counted for the household as a whole.' })
  @Column('uuid', { name: 'involvement_id', nullable: true })
  involvementId: Id | null;

  @Data(DataClass.K1)
  @Field(() => LocalDateScalar, { name: 'on', description: 'The day, or the first day of the month that was counted.' })
  @Column('date', { name: 'day_on' })
  dayOn: LocalDate;

  @Data(DataClass.K1)
  @Field(() => Int, { nullable: true, description: 'Number of contacts in that month, as told; null for a single contact.' })
  @Column('int', { name: 'month_count', nullable: true })
  monthCount: number | null;

  @Data(DataClass.K1)
  @Field(() => ContactChannel, { nullable: true, description: 'How; null for a count.' })
  @Column('text', { nullable: true })
  channel: ContactChannel | null;

  @Data(DataClass.K1)
  @Field(() => ContactDirection, { nullable: true, description: 'Who took the initiative; null = not recorded.' })
  @Column('text', { nullable: true })
  direction: ContactDirection | null;

  @Data(DataClass.K1)
  @Field(() => Int, { nullable: true, description: 'Minutes it took the household; null = not recorded.' })
  @Column('int', { nullable: true })
  minutes: number | null;

  @Data(DataClass.K4)
  @Field(() => ID, { nullable: true, description: 'The problem it was about; null = not recorded.' })
  @Column('uuid', { name: 'problem_id', nullable: true })
  problemId: Id | null;
}
