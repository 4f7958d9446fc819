import type { Role } from '@doorbraak/access';
import { type DirectoryReference } from '@doorbraak/directory';
import type { Id, LocalDate } from '@doorbraak/kernel';
import type { Cast } from '../demo/case.acting';
import { demoId } from '../demo/people';
import { householdsOf, type Place, type Team } from './size.rules';

/** Of how many households one professional holds the lead. */
const CASELOAD = 25;

/** Somebody who works in a municipality of the population, as a role and a number: nobody here is anybody. */
export type Worker = { subject: string; role: Role; label: string; team?: Team; agencyType?: string };
export type MandateOf = { id: Id; subject: string; kinds: string[]; maxCents: bigint | null; fromOn: LocalDate; toOn: LocalDate };

const KEYS: Record<string, { role: Role; label: string }> = {
  admin: { role: 'FUNCTIONAL_ADMINISTRATOR', label: 'functioneel beheerder' },
  mandate: { role: 'MANDATE_HOLDER', label: 'directeur sociaal domein' },
  'adv-legal': { role: 'PERSPECTIVE_ADVISER', label: 'jurist' },
  'adv-economic': { role: 'PERSPECTIVE_ADVISER', label: 'controller' },
  'adv-societal': { role: 'PERSPECTIVE_ADVISER', label: 'opbouwwerker' },
  policy: { role: 'ANALYST', label: 'beleidsadviseur' },
};

export const municipalityId = (code: string): Id => demoId(`municipality ${code}`);
export const fixteamId = (code: string, team: number): Id => demoId(`fixteam ${code} ${team}`);
export const agencyIdOf = (code: string, type: string): Id => demoId(`agency ${code} ${type}`);
export const fixteamName = ({ number }: Team): string => `wijkteam ${number} (verzonnen)`;
export const codeOf = ({ code }: Place, { number }: Team, household: number): string =>
  `P${code.slice(2)}-${String(number).padStart(2, '0')}-${String(household + 1).padStart(4, '0')}`;

/** Its own neighbourhood, of a number that no municipality has; of the year in which codes were told. */
export const neighbourhoodOf = ({ code }: Place, { number }: Team) => ({
  code: `BU${code.slice(2)}${String(number).padStart(4, '0')}`,
  year: 2025,
});

const subjectOf = ({ code }: Place, key: string): string => `${code.toLowerCase()}-${key}`;
const leadKey = ({ number }: Team, household: number) => `lead-${number}-${1 + Math.floor(household / CASELOAD)}`;
const deputyKey = ({ number }: Team) => `deputy-${number}`;
const liaisonKey = (agencyType: string) => `liaison-${agencyType.toLowerCase().replaceAll('_', '-')}`;

export const administratorOf = (place: Place): Worker => ({
  ...KEYS['admin']!,
  subject: subjectOf(place, 'admin'),
  label: 'functioneel beheerder (verzonnen)',
});

/** Everybody but the administrator, who was there first. */
export function workersOf(place: Place, directory: DirectoryReference): Worker[] {
  const worker = (key: string, role: Role, label: string, more: Partial<Worker> = {}): Worker => ({
    ...{ subject: subjectOf(place, key), role, label: `${label} (verzonnen)` },
    ...more,
  });
  return [
    ...Object.entries(KEYS).flatMap(([key, { role, label }]) => (key === 'admin' ? [] : [worker(key, role, label)])),
    ...place.teams.flatMap((team) => [
      ...Array.from({ length: Math.ceil(householdsOf(team) / CASELOAD) }, (_, n) =>
        worker(leadKey(team, n * CASELOAD), 'LEAD_PROFESSIONAL', `regisseur ${team.number}.${n + 1}`, { team }),
      ),
      worker(deputyKey(team), 'WIJKTEAM_MEMBER', `plaatsvervanger ${team.number}`, { team }),
      worker(`coordinator-${team.number}`, 'TEAM_COORDINATOR', `teamcoördinator ${team.number}`, { team }),
    ]),
    ...[...directory.agencyTypes.values()].map(({ key, name }) =>
      worker(liaisonKey(key), 'AGENCY_LIAISON', `contactpersoon ${name.nl}`, { agencyType: key }),
    ),
  ];
}

/** One mandate for everything, from before the first plan. */
export const mandateOf = (place: Place, kinds: string[]): MandateOf => ({
  ...{ id: demoId(`mandate ${subjectOf(place, 'mandate')}`), subject: subjectOf(place, 'mandate'), kinds, maxCents: null },
  ...{ fromOn: '2023-01-01', toOn: '2027-12-31' },
});

/** Who the keys of a file of this household are. Members go by its code, agencies by their type. */
export const castOf = (place: Place, team: Team, household: number): Cast => ({
  person: (key) => ({ subject: subjectOfKey(place, team, household, key) }),
  agency: (type) => agencyIdOf(place.code, type),
});

function subjectOfKey(place: Place, team: Team, household: number, key: string): string {
  if (key === 'lead') return subjectOf(place, leadKey(team, household));
  if (key === 'deputy') return subjectOf(place, deputyKey(team));
  if (key in KEYS) return subjectOf(place, key);
  const [, agencyType] = /^liaison (.+)$/.exec(key) ?? [];
  return agencyType ? subjectOf(place, liaisonKey(agencyType)) : `${codeOf(place, team, household).toLowerCase()}-${key}`;
}
