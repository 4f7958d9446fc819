import { createHash } from 'node:crypto';
import type { Role } from '@doorbraak/access';
import type { Id, Words } from '@doorbraak/kernel';
import peter from './cases/peter-beschermd-wonen.json';

export const MUNICIPALITIES = {
  demo: { code: 'GM9901', name: 'Demostad (verzonnen)', fixteam: 'wijkteam Demo-Noord (verzonnen)' },
  elsewhere: { code: 'GM9902', name: 'Voorbeeldstad (verzonnen)', fixteam: 'wijkteam Voorbeeld-Zuid (verzonnen)' },
} as const;
export type DemoMunicipality = keyof typeof MUNICIPALITIES;

export interface DemoPerson {
  key: string;
  subject: string;
  role: Role;
  label: Words;
  municipality: DemoMunicipality;
  /** Works in the fixteam of the municipality. */
  inTeam: boolean;
  /** Of a liaison: type and name of the agency. */
  agency?: { key: string; type: string; name: string };
  /** Of somebody whose own household it is: not known before that household is in the system, then invited by the administrator. */
  member?: string;
}

const TEAM_ROLES: readonly Role[] = ['LEAD_PROFESSIONAL', 'WIJKTEAM_MEMBER', 'TEAM_COORDINATOR'];

type Given = Pick<DemoPerson, 'key' | 'role' | 'label' | 'agency' | 'member'> & { municipality?: DemoMunicipality };

function person({ municipality = 'demo', ...given }: Given): DemoPerson {
  return { ...given, municipality, subject: `demo-${given.key}`, inTeam: TEAM_ROLES.includes(given.role) };
}

type CasePerson = { key: string; role: string; label: Words; agency?: string; member?: string };

/** The people of a case file; `agency` there is the key of an involvement. */
const peopleOf = (file: typeof peter): DemoPerson[] =>
  file.people.map(({ key, role, label, agency, member }: CasePerson) => {
    const involvement = file.involvements.find((one) => one.key === agency);
    return person({
      key,
      role: role as Role,
      label: { nl: `${label.nl} (verzonnen)`, en: `${label.en} (fictional)` },
      agency: involvement && { key: involvement.key, type: involvement.agency, name: `${involvement.label.nl} (verzonnen)` },
      member,
    });
  });

/** Everybody who can sign in to the demo, as roles and not as names: nobody here is anybody. */
export const PEOPLE: readonly DemoPerson[] = [
  ...peopleOf(peter),
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
    key: 'admin',
    role: 'FUNCTIONAL_ADMINISTRATOR',
    label: { nl: 'functioneel beheerder (verzonnen)', en: 'functional administrator (fictional)' },
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
  person({
    key: 'admin-elsewhere',
    role: 'FUNCTIONAL_ADMINISTRATOR',
    municipality: 'elsewhere',
    label: {
      nl: 'functioneel beheerder van een andere gemeente (verzonnen)',
      en: 'functional administrator of another municipality (fictional)',
    },
  }),
];

/** The mandates of the case files: whose, for which kinds of deviation, up to how many cents. */
export const MANDATES = peter.plan.mandates;

/** The id of a thing of the demo, always the same one: a UUID of version 7 whose time is the begin of 2025. */
export function demoId(thing: string): Id {
  const digits = createHash('sha256').update(thing).digest('hex');
  return `01941f29-7c00-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
}
