import { CannotStart } from '@doorbraak/kernel';
import { setTimeout } from 'node:timers/promises';
import { found } from '@doorbraak/directory';
import { ownerConnection } from '../../migrations/migrate';
import { act, type Ask } from './ask';
import type { Stage } from './case.acting';
import { CASE_NAMES, caseFile, type CaseName } from './case.file';
import { playToTheEnd } from './case.player';
import { agencyId, demoId, FIRST_CASE, inCase, MUNICIPALITIES, PEOPLE, type DemoMunicipality, type DemoPerson } from './people';

/** The cases that this demo plays: all of them, none, or those that are named. */
export function casesOf(wanted: string | undefined): CaseName[] {
  if (!wanted || wanted === 'none') return wanted ? [] : CASE_NAMES;
  const names = wanted.split(',');
  const unknown = names.filter((name) => !CASE_NAMES.some((known) => known === name));
  if (unknown.length)
    throw new CannotStart(`DEMO_CASES knows ${CASE_NAMES.join(', ')}, or none; ${unknown.join(', ')} is no case.`);
  return CASE_NAMES.filter((name) => names.includes(name));
}

/**
 * The demo municipalities with their people, and the first case, as far as they are not there yet. What has to exist before anybody can
 * sign in is made by the owner of the tables; everything else comes through the api, done by the people who do it in real life. The keys of
 * those acts follow from what they make, so a load that was cut off is completed by the next.
 */
export async function loadDemo(
  ownerUrl: string,
  issuer: string,
  ask: Ask,
  names: readonly CaseName[] = CASE_NAMES,
): Promise<void> {
  await loadPeople(ownerUrl, issuer, ask);
  if (names.includes(FIRST_CASE)) await playToTheEnd({ ask, issuer }, FIRST_CASE);
}

/** Long enough for a question of somebody to come in between two acts; a test in which nobody asks anything meanwhile sets it to 0. */
const BREATH = Number(process.env['DEMO_BREATH'] ?? 15);

/**
 * The other cases, one after the other while the demo is in use. One that was cut off is completed at the next start; one that fails leaves
 * the others alone.
 */
export async function playOthers(
  { ask, issuer }: Stage,
  names: readonly CaseName[],
  stopping: AbortSignal,
  failed: (name: CaseName, why: Error) => void,
) {
  const slowly: Ask = async (person, query, variables) => {
    if (BREATH > 0) await setTimeout(BREATH, undefined, { signal: stopping });
    stopping.throwIfAborted();
    return ask(person, query, variables);
  };
  for (const name of names) {
    if (name === FIRST_CASE || stopping.aborted) continue;
    await playToTheEnd({ ask: slowly, issuer }, name).catch((error: Error) => stopping.aborted || failed(name, error));
  }
}

export async function loadPeople(ownerUrl: string, issuer: string, ask: Ask): Promise<void> {
  const keys = Object.keys(MUNICIPALITIES) as DemoMunicipality[];
  await foundMissing(ownerUrl, issuer, keys);
  await Promise.all(keys.map((municipality) => inviteMissing(municipality, issuer, ask)));
}

const foundMissing = (ownerUrl: string, issuer: string, municipalities: DemoMunicipality[]): Promise<void> =>
  ownerConnection(ownerUrl, async (owner) => {
    for (const key of municipalities) {
      const { code, name, fixteam } = MUNICIPALITIES[key];
      const known = await owner.query('select from municipality where code = $1', [code]);
      const { subject, label } = administratorOf(key);
      if (!known.rowCount)
        await found(owner, {
          municipality: { code, name, kind: 'DEMO' },
          fixteam,
          administrator: { issuer, subject, label: label.nl },
        });
    }
    // The address of the demo provider is that of this start; with another port its people come along, those of a population too.
    await owner.query(
      `update account set issuer = $1 where issuer <> $1 and municipality_id in (select id from municipality where kind = 'DEMO')`,
      [issuer],
    );
  });

async function inviteMissing(municipality: DemoMunicipality, issuer: string, ask: Ask): Promise<void> {
  const administrator = administratorOf(municipality);
  const directory = () =>
    ask<{
      fixteams: { id: string }[];
      agencies: { id: string }[];
      accounts: { subject: string; personId: string }[];
      mandates: { id: string }[];
    }>(administrator, '{ fixteams { id } agencies { id } accounts { subject personId } mandates { id } }');

  const { fixteams, agencies, accounts, mandates } = await directory();
  const name = municipality === 'elsewhere' ? undefined : municipality;
  const needed = name ? caseFile(name).involvements.map((one) => ({ ...one, id: agencyId(name, one.key) })) : [];
  for (const { id, agency: type, label } of needed) {
    if (!agencies.some((known) => known.id === id))
      await act(ask, administrator, 'Directory', 'addAgency', id, { type, name: `${label.nl} (verzonnen)` });
  }
  const isMissing = ({ subject, member }: DemoPerson) => !member && !accounts.some((account) => account.subject === subject);
  for (const { key, subject, role, label, inTeam, agency } of peopleIn(municipality).filter(isMissing))
    await act(ask, administrator, 'Directory', 'invite', demoId(`account ${key}`), {
      issuer,
      subject,
      roles: [role],
      label: label.nl,
      fixteam: inTeam ? fixteams[0]?.id : null,
      agency: agency ?? null,
    });
  if (!name || mandates.length > 0) return;
  const invited = (await directory()).accounts;
  for (const { person, kinds, maxCents, from, to } of caseFile(name).plan.mandates) {
    const { subject } = inCase(name, person);
    await act(ask, administrator, 'Directory', 'grantMandate', demoId(`mandate ${subject}`), {
      person: invited.find((account) => account.subject === subject)?.personId,
      kinds,
      maxCents: maxCents === null ? null : String(maxCents),
      fromOn: from,
      toOn: to,
    });
  }
}

const peopleIn = (municipality: DemoMunicipality) => PEOPLE.filter((one) => one.municipality === municipality);

function administratorOf(municipality: DemoMunicipality): DemoPerson {
  const administrator = peopleIn(municipality).find(({ role }) => role === 'FUNCTIONAL_ADMINISTRATOR');
  if (!administrator) throw new Error(`no administrator among the demo people of ${municipality}`);
  return administrator;
}
