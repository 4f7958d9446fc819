import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, PageInfo, RowClass, WordsShape } from '@doorbraak/access';
import type { LocalDate, Words } from '@doorbraak/kernel';
import { LocalDateScalar } from '@doorbraak/platform';
import type { ConflictPattern, Law, Provision, ProvisionRole, ProvisionVersion, RoomKind } from './catalogue.rules';
import type { InForce } from './law.rules';

export const ProvisionRoleEnum = describeEnum<ProvisionRole>(
  'ProvisionRole',
  'What a provision does in a plan. A property of the provision on a day, not of its kind of room.',
  {
    ROOM: 'Lets a professional act or decide otherwise.',
    LIMIT: 'Stands in the way: a duty, an exclusion or a hard effect.',
    PROTECTION: 'A floor or a right that nobody may take.',
    PROCEDURE: 'How a decision is made.',
    PURPOSE: 'What the law is for; helps to read other provisions.',
  },
);

export const InForceEnum = describeEnum<InForce>('InForce', 'Whether a provision was in force on a day, and how sure that is.', {
  IN_FORCE: 'Its period, known from a text or a version list, holds the day.',
  NOT_IN_FORCE: 'The day lies before its begin or after its end. It cannot carry a plan.',
  IN_FORCE_BY_TEXT: 'Its text was read both before and after the day.',
  TEXT_OLDER:
    'Its text was read, but not after the day: a later change was not checked. May be cited with that warning; proves nothing.',
  NOT_ESTABLISHED: 'Not known, or a date from memory. May be cited with that warning; proves nothing.',
});

export const LawKindEnum = describeEnum<Law['kind']>('LawKind', 'Kind of regulation, from the highest to the most local.', {
  TREATY: 'Treaty (verdrag).',
  EU_REGULATION: 'Regulation of the European Union (verordening).',
  CONSTITUTION: 'Constitution (Grondwet).',
  ACT: 'Act of parliament (wet).',
  DECREE: 'Decree (algemene maatregel van bestuur).',
  BYLAW: 'By-law of a municipality (verordening).',
  POLICY_RULE: 'Policy rule of an agency or municipality (beleidsregel). Can be a limit, never room by itself (Awb 4:84).',
});

export const EvidenceEnum = describeEnum<Law['dateEvidence']>('Evidence', 'How something in the catalogue is known.', {
  TEXT_SEEN: 'The text was read; for a date, the step was seen between texts that follow each other.',
  NUMBER_SEEN: 'The number or date was seen in a public source; the text itself was not compared.',
  MEMORY: 'From memory, unverified.',
  NOT_ESTABLISHED: 'Unknown.',
});

export const DatePrecisionEnum = describeEnum<Law['datePrecision']>('DatePrecision', 'How exact a begin is known.', {
  DAY: 'The day is meant.',
  YEAR: 'Only the year is known; the day is a placeholder.',
});

export const ConflictTypeEnum = describeEnum<ConflictPattern['type']>(
  'ConflictType',
  'In what way two laws contradict each other.',
  {
    PRIKKELBOTSING: 'One law rewards what the other punishes.',
    AFBAKENING: 'Each law says that the other one is for this.',
    INVORDERINGSSTAPELING: 'Several creditors collect at once, each within its own law.',
    ADRESBOTSING: 'Rules about an address against a right that does not depend on one.',
    TIJDGRENS: 'A term, an age or a lapsed rule cuts off what another law gives.',
    TOEGANG: 'One law closes the door that another one opens.',
    DEFINITIEBOTSING: 'Two laws use one word for different things.',
    GEGEVENSGRENS: 'Working together is asked, sharing data is not allowed.',
    HOGER_RECHT: 'A national rule against higher law.',
    EVENREDIGHEID: 'A rule whose effect is too heavy for what it is for.',
  },
);

@RowClass(DataClass.K0)
@ObjectType('RoomKind', {
  description: 'A kind of room that laws give, such as a hardship clause. Source: the catalogue of the product.',
})
export class RoomKindType implements RoomKind {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Name.' })
  name: Words;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'What this kind does, in own words.' })
  definition: Words;

  @Data(DataClass.K0)
  @Field(() => ProvisionRoleEnum, { description: 'The usual role of its provisions; the provision itself decides.' })
  usualRole: ProvisionRole;
}

@RowClass(DataClass.K0)
@ObjectType('Law', {
  description:
    'An act, decree, treaty, EU regulation, policy rule or by-law. Source: the catalogue of the product; `source` and the evidence fields say how each thing is known.',
})
export class LawType implements Law {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'In which screens show laws.' })
  order: number;

  @Data(DataClass.K0)
  @Field(() => LawKindEnum, { description: 'Kind of regulation.' })
  kind: Law['kind'];

  @Data(DataClass.K0)
  @Field({ description: 'Citation title.' })
  title: string;

  @Data(DataClass.K0)
  @Field({ description: 'Short title, as professionals say it.' })
  shortTitle: string;

  @Data(DataClass.K0)
  @Field(() => String, {
    nullable: true,
    description: 'Id in the national database of regulations (BWB); null for EU law, policy rules and by-laws.',
  })
  bwbId: string | null;

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'CELEX number of EU law.' })
  celex: string | null;

  @Data(DataClass.K0)
  @Field(() => EvidenceEnum, { nullable: true, description: 'How the BWB id is known.' })
  bwbIdEvidence: Law['bwbIdEvidence'];

  @Data(DataClass.K0)
  @Field({ description: 'Holds for every decision, such as the Awb or a treaty; a plan should not stand on general law alone.' })
  general: boolean;

  @Data(DataClass.K0)
  @Field(() => [ID], { description: 'Payers whose money this law spends: keys of the list payers.' })
  payers: string[];

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'Type of agency whose own rule it is.' })
  ownerAgency: string | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; null = not established.' })
  validFrom: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null = until further notice.' })
  validTo: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => EvidenceEnum, { description: 'How these days are known.' })
  dateEvidence: Law['dateEvidence'];

  @Data(DataClass.K0)
  @Field(() => DatePrecisionEnum, { description: 'How exact the first day is.' })
  datePrecision: Law['datePrecision'];

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'Where the days were found.' })
  source: string | null;

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'What a reader should know.' })
  note: string | null;

  @Data(DataClass.K0)
  @Field({ description: 'Invented, for demo and tests; never shown to a real municipality.' })
  example: boolean;
}

@RowClass(DataClass.K0)
@ObjectType('ProvisionVersion', { description: 'What a provision said in one period.' })
export class ProvisionVersionType implements ProvisionVersion {
  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; null = not established.' })
  validFrom: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null = until further notice.' })
  validTo: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => ProvisionRoleEnum, { description: 'Its role in that period.' })
  role: ProvisionRole;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Its tenor in that period, in own words.' })
  summary: Words;

  @Data(DataClass.K0)
  @Field(() => EvidenceEnum, { description: 'How this text is known.' })
  evidence: ProvisionVersion['evidence'];
}

@RowClass(DataClass.K0)
@ObjectType('TextOnDay', { description: 'What a provision says on one day.' })
export class TextOnDay {
  @Data(DataClass.K0)
  @Field(() => ProvisionRoleEnum, { description: 'Its role on that day.' })
  role: ProvisionRole;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Its tenor on that day, in own words.' })
  summary: Words;
}

@RowClass(DataClass.K0)
@ObjectType('Provision', {
  description:
    'One paragraph (lid), item or sentence of a law: what a ground of a plan cites. Source: the catalogue of the product; never the text of the law itself, see `reference`.',
})
export class ProvisionType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key. Opaque: do not take it apart.' })
  key: string;

  @Data(DataClass.K0)
  @Field({ description: 'Number of the article.' })
  article: string;

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'Paragraph; null = the article has none, or the whole article is meant.' })
  lid: string | null;

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'Item (onderdeel) or sentence (volzin-n).' })
  item: string | null;

  @Data(DataClass.K0)
  @Field(() => ProvisionRoleEnum, { description: 'Its role in the latest text; see `on` for a day.' })
  role: ProvisionRole;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Tenor of the latest text, in own words.' })
  summary: Words;

  @Data(DataClass.K0)
  @Field({ description: 'Obliges a body, or holds a right of the person.' })
  duty: boolean;

  @Data(DataClass.K0)
  @Field({ description: 'A may-norm: using it is a choice that needs reasons. On a LIMIT: refusing is a choice too.' })
  discretionary: boolean;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; null = not established.' })
  validFrom: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null = until further notice.' })
  validTo: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => EvidenceEnum, { description: 'How these days are known. A day from memory proves nothing.' })
  dateEvidence: Provision['dateEvidence'];

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'Where these days were found.' })
  dateSource: string | null;

  @Data(DataClass.K0)
  @Field(() => [LocalDateScalar], { description: 'Days of the texts that were read.' })
  textSeenOn: LocalDate[];

  @Data(DataClass.K0)
  @Field(() => EvidenceEnum, { description: 'How its content is known.' })
  evidence: Provision['evidence'];

  @Data(DataClass.K0)
  @Field({ description: 'The article was read, the number of the paragraph is from memory.' })
  lidFromMemory: boolean;

  @Data(DataClass.K0)
  @Field({ description: 'Where its content was found.' })
  source: string;

  @Data(DataClass.K0)
  @Field(() => String, {
    nullable: true,
    description: 'Juriconnect reference (jci 1.3), without a day; null where there is no BWB id.',
  })
  reference: string | null;

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'What a reader should know.' })
  note: string | null;

  @Data(DataClass.K0)
  @Field(() => [ProvisionVersionType], { description: 'Its texts over time, where a step is known; empty = one text is known.' })
  versions: ProvisionVersion[];
}

@RowClass(DataClass.K0)
@ObjectType('KnownProvision', {
  description: 'A provision as the product knew it in one period. A plan keeps citing the row of its own day.',
})
export class KnownProvision {
  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { description: 'First day on which the product knew it so.' })
  knownFrom: LocalDate;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null = still.' })
  knownTo: LocalDate | null;

  @Data(DataClass.K0)
  @Field(() => ProvisionType, { description: 'What it knew.' })
  row: Provision;
}

@RowClass(DataClass.K0)
@ObjectType('ProvisionConnection', { description: 'A page of provisions, in order of key.' })
export class ProvisionConnection {
  @Data(DataClass.K0)
  @Field(() => [ProvisionType], { description: 'The provisions.' })
  nodes: Provision[];

  @Data(DataClass.K0)
  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;
}

@RowClass(DataClass.K0)
@ObjectType('ConflictPattern', {
  description:
    'A known way in which laws contradict each other. Proposed when one side is cited and the law of the other side is touched; it never blocks.',
})
export class ConflictPatternType {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Stable key.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => ConflictTypeEnum, { description: 'In what way.' })
  type: ConflictPattern['type'];

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Title.' })
  title: Words;

  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'What pulls in which direction, in own words.' })
  tension: Words;
}
