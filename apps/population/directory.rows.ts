import type { Id } from '@doorbraak/kernel';
import type { DirectoryReference } from '@doorbraak/directory';
import { demoId } from '../demo/people';
import { TODAY } from './course.rules';
import { idOfPerson } from './page';
import { administratorOf, agencyIdOf, fixteamId, fixteamName, mandateOf, municipalityId, type Worker, workersOf } from './place';
import type { Place } from './size.rules';

type Tables = Map<string, Record<string, unknown>[]>;

export const accountId = (subject: string): Id => demoId(`account ${subject}`);

const accountOf = (municipality: Id, issuer: string, { subject, role }: Worker, invitedBy: Id | null) => ({
  ...{ municipalityId: municipality, id: accountId(subject), issuer, subject, personId: idOfPerson(subject), roles: [role] },
  ...{ invitedBy, version: 1 },
});

/** What has to exist before anybody can sign in: municipality, fixteams, administrator. It is of the kind DEMO and of no other. */
export function foundingRows(place: Place, issuer: string): Tables {
  const municipality = municipalityId(place.code);
  const administrator = administratorOf(place);
  const person = { municipalityId: municipality, id: idOfPerson(administrator.subject), label: administrator.label };
  return new Map<string, Record<string, unknown>[]>([
    ['municipality', [{ id: municipality, code: place.code, name: place.name, kind: 'DEMO', demoToday: TODAY }]],
    [
      'fixteam',
      place.teams.map((team) => ({
        municipalityId: municipality,
        id: fixteamId(place.code, team.number),
        name: fixteamName(team),
      })),
    ],
    ['professional', [{ ...person, fixteamId: null, agencyId: null }]],
    ['account', [accountOf(municipality, issuer, administrator, null)]],
  ]);
}

/** Everybody who works there, the agencies, and who may decide. */
export function directoryRows(place: Place, issuer: string, directory: DirectoryReference, kinds: string[]): Tables {
  const municipality = municipalityId(place.code);
  const workers = workersOf(place, directory);
  const invitedBy = idOfPerson(administratorOf(place).subject);
  const { subject, ...mandate } = mandateOf(place, kinds);
  return new Map<string, Record<string, unknown>[]>([
    [
      'agency',
      [...directory.agencyTypes.values()].map(({ key, name }) => ({
        ...{ id: agencyIdOf(place.code, key), type: key, name: `${name.nl} (verzonnen)`, municipalityId: municipality },
      })),
    ],
    [
      'professional',
      workers.map(({ subject, label, team, agencyType }) => ({
        ...{ municipalityId: municipality, id: idOfPerson(subject), label },
        fixteamId: team ? fixteamId(place.code, team.number) : null,
        agencyId: agencyType ? agencyIdOf(place.code, agencyType) : null,
      })),
    ],
    ['account', workers.map((worker) => accountOf(municipality, issuer, worker, invitedBy))],
    ['mandate', [{ ...mandate, municipalityId: municipality, personId: idOfPerson(subject) }]],
  ]);
}
