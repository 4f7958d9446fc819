import type { Id, LocalDate } from '@doorbraak/kernel';
import type { Role } from './policy';

/** What the directory knows of somebody who has signed in; read anew at every request, so a change of rights works at once. */
export type Account = {
  account: Id;
  municipality: Id;
  person: Id;
  roles: Role[];
  fixteam: Id | null;
  agency: Id | null;
  label: string | null;
  municipalityName: string;
  kind: 'REAL' | 'DEMO';
  demoToday: LocalDate | null;
  tenants: Id[];
};

/** Who is asking, today on the clock of the tenant. */
export type Actor = {
  account: Id;
  /** where the account was made; a liaison works in every tenant of `tenants` */
  municipality: Id;
  person: Id;
  roles: Role[];
  fixteam: Id | null;
  agency: Id | null;
  tenants: Id[];
  today: LocalDate;
  isDemo: boolean;
  label: string | null;
  municipalityName: string;
};

/** Somebody of a household, or of an agency: roles that go with no other (APART in the policy). */
export const isMember = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.includes('HOUSEHOLD_MEMBER');
export const isAgency = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.includes('AGENCY_LIAISON');
