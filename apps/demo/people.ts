import { hash } from 'node:crypto';
import type { Role } from '@doorbraak/access';
import type { Id, Words } from '@doorbraak/kernel';
import { CASE_NAMES, caseFile, type CaseName } from './case.file';

/** The case that is there as soon as the demo is ready; the others follow while it runs. */
export const FIRST_CASE: CaseName = 'peter';

export type DemoMunicipality = CaseName | 'elsewhere';

/** Every case plays in a municipality of its own, so that its clock can stand on its own day. */
export const MUNICIPALITIES: Record<DemoMunicipality, { code: string; name: string; fixteam: string }> = {
  peter: { code: 'GM9901', name: 'Demostad (verzonnen)', fixteam: 'wijkteam Demo-Noord (verzonnen)' },
  elsewhere: { code: 'GM9902', name: 'Voorbeeldstad (verzonnen)', fixteam: 'wijkteam Voorbeeld-Zuid (verzonnen)' },
  wajong: { code: 'GM9903', name: 'Proefdorp (verzonnen)', fixteam: 'wijkteam Proefdorp (verzonnen)' },
  maria: { code: 'GM9904', name: 'Oefenhaven (verzonnen)', fixteam: 'wijkteam Oefenhaven (verzonnen)' },
  yearly: { code: 'GM9905', name: 'Modelveen (verzonnen)', fixteam: 'wijkteam Modelveen (verzonnen)' },
  'twenty-five': { code: 'GM9906', name: 'Testrecht (verzonnen)', fixteam: 'wijkteam Testrecht (verzonnen)' },
};

export interface DemoPerson {
  key: string;
  subject: string;
  role: Role;
  label: Words;
  municipality: DemoMunicipality;
  /** Works in the fixteam of the municipality. */
  inTeam: boolean;
  /** Of a liaison. */
  agency?: Id;
  /** Of somebody whose own household it is: not known before that household is in the system, then invited by the administrator. */
  member?: string;
}

const TEAM_ROLES: readonly Role[] = ['LEAD_PROFESSIONAL', 'WIJKTEAM_MEMBER', 'TEAM_COORDINATOR'];

type Given = Pick<DemoPerson, 'key' | 'role' | 'label' | 'agency' | 'member'> & { municipality?: DemoMunicipality };

function person({ municipality = FIRST_CASE, ...given }: Given): DemoPerson {
  return { ...given, municipality, subject: `demo-${given.key}`, inTeam: TEAM_ROLES.includes(given.role) };
}

const BEGIN = Date.UTC(2025, 0, 1);

/** The id of a thing of the demo, always the same one: a UUID of version 7 whose time is the begin of 2025, `nth` milliseconds later. */
export function demoId(thing: string, nth = 0): Id {
  const time = (BEGIN + nth).toString(16).padStart(12, '0');
  const digits = hash('sha256', thing);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
}

/** The agency that a case knows under this key; a department of its municipality. */
export const agencyId = (name: CaseName, key: string): Id => demoId(`agency ${name} ${key}`);

/** The key of somebody of a case: those of the first case go by their bare names. */
const keyOf = (name: CaseName, key: string) => (name === FIRST_CASE ? key : `${name}.${key}`);

const peopleOf = (name: CaseName): DemoPerson[] =>
  caseFile(name).people.map(({ key, role, label, agency, member }) =>
    person({
      key: keyOf(name, key),
      role: role as Role,
      label: { nl: `${label.nl} (verzonnen)`, en: `${label.en} (fictional)` },
      municipality: name,
      agency: agency && agencyId(name, agency),
      member,
    }),
  );

const administratorOf = (municipality: DemoMunicipality, key: string): DemoPerson =>
  person({
    key,
    role: 'FUNCTIONAL_ADMINISTRATOR',
    municipality,
    label: { nl: 'functioneel beheerder (verzonnen)', en: 'functional administrator (fictional)' },
  });

/** Who answers what the households of a municipality taught; the files know nobody for it. */
const policyAdviserOf = (name: CaseName): DemoPerson =>
  person({
    key: keyOf(name, 'policy'),
    role: 'ANALYST',
    municipality: name,
    label: { nl: 'beleidsadviseur (verzonnen)', en: 'policy adviser (fictional)' },
  });

const EVERYBODY: readonly DemoPerson[] = [
  ...CASE_NAMES.flatMap(peopleOf),
  ...CASE_NAMES.map(policyAdviserOf),
  ...CASE_NAMES.map((name) => administratorOf(name, keyOf(name, 'admin'))),
  administratorOf('elsewhere', 'admin-elsewhere'),
  person({
    key: 'colleague',
    role: 'LEAD_PROFESSIONAL',
    label: {
      nl: 'regisseur van hetzelfde wijkteam, zonder dit huishouden (verzonnen)',
      en: 'lead professional of the same team, not assigned (fictional)',
    },
  }),
  person({
    key: 'analyst',
    role: 'ANALYST',
    label: { nl: 'analist van de gemeente (verzonnen)', en: 'analyst of the municipality (fictional)' },
  }),
  person({
    key: 'privacy-officer',
    role: 'PRIVACY_OFFICER',
    label: { nl: 'functionaris gegevensbescherming (verzonnen)', en: 'privacy officer (fictional)' },
  }),
  person({
    key: 'elsewhere',
    role: 'LEAD_PROFESSIONAL',
    municipality: 'elsewhere',
    label: { nl: 'regisseur van een andere gemeente (verzonnen)', en: 'lead professional of another municipality (fictional)' },
  }),
];

/** Everybody who can sign in to the demo, as roles and not as names: nobody here is anybody. Members can once their household is played. */
export const PEOPLE = EVERYBODY;

function personOf(key: string): DemoPerson {
  const found = EVERYBODY.find((one) => one.key === key);
  if (!found) throw new Error(`nobody of the demo is called ${key}`);
  return found;
}

/** Somebody of a case by the key that its file uses. */
export const inCase = (name: CaseName, key: string): DemoPerson => personOf(keyOf(name, key));
