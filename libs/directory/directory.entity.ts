import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Data, DataClass, ROLES, RowClass, type Role } from '@doorbraak/access';
import type { Cents, Id, LocalDate } from '@doorbraak/kernel';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as Record<Role, Role>;
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'Role of an account. What a role may see and do stands in the policy file.',
  valuesMap: {
    LEAD_PROFESSIONAL: { description: 'Regisseur: holds a household and makes its plan.' },
    WIJKTEAM_MEMBER: { description: 'Member of a neighbourhood team, who can be deputy or lead of a household.' },
    TEAM_COORDINATOR: { description: 'Sees of the own team who holds which household and how its plan stands.' },
    PERSPECTIVE_ADVISER: { description: 'Gives an opinion on a plan from one perspective, when asked on that plan.' },
    MANDATE_HOLDER: { description: 'Decides plans within a mandate, when asked on that plan.' },
    AGENCY_LIAISON: { description: 'Contact person of an agency: sees what its involvement and the shares entitle it to.' },
    ANALYST: { description: 'Reads published reports, never a household.' },
    HOUSEHOLD_MEMBER: { description: 'Somebody whose own household it is.' },
    FUNCTIONAL_ADMINISTRATOR: { description: 'Invites people and keeps agencies, teams and mandates; never sees a household.' },
    PRIVACY_OFFICER: { description: 'Reads the access log and the accounts of the municipality.' },
  },
});

@Entity('municipality')
export class Municipality {
  @PrimaryColumn('uuid') id: Id;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') kind: 'REAL' | 'DEMO';
  @Column('date', { name: 'demo_today', nullable: true }) demoToday: LocalDate | null;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'An agency (instantie) that can be involved with households.' })
@Entity('agency')
export class Agency {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Id of the agency.' })
  @PrimaryColumn('uuid')
  id: Id;

  @Data(DataClass.K0)
  @Field({ description: 'Type, a key of the list "agency types".' })
  @Column('text')
  type: string;

  @Data(DataClass.K0)
  @Field({ description: 'Name.' })
  @Column('text')
  name: string;

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'Set for a department of one municipality; null = works everywhere.' })
  @Column('uuid', { name: 'municipality_id', nullable: true })
  municipalityId: Id | null;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'A fixteam: a team for one or more districts.' })
@Entity('fixteam')
export class Fixteam {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Id of the team.' })
  @PrimaryColumn('uuid')
  id: Id;

  @Data(DataClass.K0)
  @Field({ description: 'Name.' })
  @Column('text')
  name: string;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'Somebody who works with households or for an agency, under the name that colleagues know.' })
@Entity('professional')
export class Professional {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Id of the professional.' })
  @PrimaryColumn('uuid')
  id: Id;

  @Data(DataClass.K0)
  @Field({ description: 'The name that colleagues know.' })
  @Column('text')
  label: string;

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'The fixteam; null = none.' })
  @Column('uuid', { name: 'fixteam_id', nullable: true })
  fixteamId: Id | null;

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'The agency; null = works for the municipality.' })
  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId: Id | null;
  @Column('text', { name: 'retention_rule', default: 'NOT_ESTABLISHED' }) retentionRule: string;
  @Column('date', { name: 'retain_until', nullable: true }) retainUntil: LocalDate | null;
}

@RowClass(DataClass.K11)
@ObjectType({ description: 'An account: an identity at an OpenID issuer, the person it stands for, and the roles.' })
@Entity('account')
export class AccountRow {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;

  @Data(DataClass.K11)
  @Field(() => ID, { description: 'Id of the account.' })
  @PrimaryColumn('uuid')
  id: Id;

  @Data(DataClass.K11)
  @Field({ description: 'Address of the OpenID issuer.' })
  @Column('text')
  issuer: string;

  @Data(DataClass.K11)
  @Field({ description: 'Subject at that issuer.' })
  @Column('text')
  subject: string;

  @Data(DataClass.K11)
  @Field(() => ID, { description: 'The person it stands for.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K11)
  @Field(() => [RoleEnum], { description: 'Roles.' })
  @Column('text', { array: true })
  roles: Role[];

  @Data(DataClass.K11)
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Disabled on; null = works. From the next request on it opens nothing.',
  })
  @Column('date', { name: 'disabled_on', nullable: true })
  disabledOn: LocalDate | null;

  @Column('uuid', { name: 'invited_by', nullable: true }) invitedBy: Id | null;

  @Data(DataClass.K11)
  @Field(() => Int, { description: 'Version that an edit must name.' })
  @Column('int')
  version: number;
  @Column('text', { name: 'retention_rule', default: 'NOT_ESTABLISHED' }) retentionRule: string;
  @Column('date', { name: 'retain_until', nullable: true }) retainUntil: LocalDate | null;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'A mandate: who may decide which kinds of deviation up to which amount, and when.' })
@Entity('mandate')
export class Mandate {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId: Id;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Id of the mandate.' })
  @PrimaryColumn('uuid')
  id: Id;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'The professional who holds it.' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Data(DataClass.K0)
  @Field(() => [String], { description: 'Kinds of deviation it covers.' })
  @Column('text', { array: true })
  kinds: string[];

  @Data(DataClass.K0)
  @Field(() => CentsScalar, { nullable: true, description: 'Largest sum of all funding shares of a plan; null = no limit.' })
  @Column('bigint', { name: 'max_cents', nullable: true })
  maxCents: Cents | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { description: 'First day.' })
  @Column('date', { name: 'from_on' })
  fromOn: LocalDate;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, { description: 'Last day.' })
  @Column('date', { name: 'to_on' })
  toOn: LocalDate;
  @Column('text', { name: 'retention_rule', default: 'NOT_ESTABLISHED' }) retentionRule: string;
  @Column('date', { name: 'retain_until', nullable: true }) retainUntil: LocalDate | null;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'Who is signed in, and what day it is for them.' })
export class Me {
  @Data(DataClass.K0)
  @Field(() => ID, { description: 'The person this account stands for.' })
  person: Id;

  @Data(DataClass.K0)
  @Field(() => [RoleEnum], { description: 'Roles of the account.' })
  roles: Role[];

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'The fixteam; null = none.' })
  fixteam: Id | null;

  @Data(DataClass.K0)
  @Field(() => ID, { nullable: true, description: 'The agency of a liaison; null = none.' })
  agency: Id | null;

  @Data(DataClass.K0)
  @Field(() => LocalDateScalar, {
    description: 'Today on the clock of the tenant: the Dutch calendar, or the clock of a demo tenant.',
  })
  today: LocalDate;

  @Data(DataClass.K0)
  @Field(() => Boolean, { description: 'Is this a demo tenant, whose clock can be set?' })
  isDemo: boolean;

  @Data(DataClass.K0)
  @Field(() => String, {
    nullable: true,
    description: 'The own name, as colleagues know it; null for a member of a household, whose name belongs to the household.',
  })
  label: string | null;

  @Data(DataClass.K0)
  @Field({ description: 'The municipality in which the account was made.' })
  municipalityName: string;
}
