import type { Client } from 'pg';
import type { Stage } from '../demo/case.acting';
import { act } from '../demo/ask';
import { CasePlayer } from '../demo/case.player';
import type { Copier } from './copy';
import { accountId, foundingRows } from './directory.rows';
import { administratorOf, agencyIdOf, fixteamId, mandateOf, municipalityId, workersOf } from './place';
import { type Loaded, refuseOthers, type Workshop } from './population';
import { householdsOf, type Place, placesOf, type Wish } from './size.rules';

type Through = { owner: Client; copier: Copier; workshop: Workshop; stage: Stage };

/**
 * The same population through the api, by the people who do it in real life; only what has to be there before anybody can sign in is made by
 * the owner. The keys of all acts follow from what they make, so one that was cut off is completed by the next.
 */
export async function playPopulation(
  { owner, copier, workshop, stage }: Through,
  wish: Wish,
  only: (code: string) => boolean = () => true,
): Promise<Loaded> {
  const places = placesOf(wish);
  let households = 0;
  await refuseOthers(owner, places);
  for (const place of places) {
    const known = await owner.query('select from municipality where code = $1', [place.code]);
    if (!known.rowCount) await copier.write(foundingRows(place, stage.issuer));
    await inviteEverybody(place, workshop, stage);
    for (const team of place.teams)
      for (let number = 0; number < householdsOf(team); number++) {
        const { code, file, cast, parts } = workshop.made(wish, place, team, number);
        if (!only(code)) continue;
        await new CasePlayer(stage, { file, cast }, code).toTheEnd(parts);
        households++;
      }
  }
  return { municipalities: places.length, households, rows: await rowsOf(owner, places) };
}

/** How many rows there are of these municipalities, by table. */
async function rowsOf(owner: Client, places: readonly Place[]): Promise<Map<string, number>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'municipality_id'`,
  );
  const counted = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${name} where municipality_id = any ($1)`,
      [places.map(({ code }) => municipalityId(code))],
    );
    if (rows[0]!.count > 0) counted.set(name, rows[0]!.count);
  }
  return counted;
}

async function inviteEverybody(place: Place, { known, kinds }: Workshop, { ask, issuer }: Stage): Promise<void> {
  const administrator = administratorOf(place);
  const there = await ask<{
    agencies: { id: string }[];
    accounts: { subject: string; personId: string }[];
    mandates: { id: string }[];
  }>(administrator, '{ agencies { id } accounts { subject personId } mandates { id } }');
  for (const { key, name } of known.directory.agencyTypes.values()) {
    const id = agencyIdOf(place.code, key);
    if (!there.agencies.some((one) => one.id === id))
      await act(ask, administrator, 'Directory', 'addAgency', id, { type: key, name: `${name.nl} (verzonnen)` });
  }
  for (const { subject, role, label, team, agencyType } of workersOf(place, known.directory))
    if (!there.accounts.some((one) => one.subject === subject))
      await act(ask, administrator, 'Directory', 'invite', accountId(subject), {
        ...{ issuer, subject, roles: [role], label },
        fixteam: team ? fixteamId(place.code, team.number) : null,
        agency: agencyType ? agencyIdOf(place.code, agencyType) : null,
      });
  if (there.mandates.length > 0) return;
  const { id, subject, fromOn, toOn } = mandateOf(place, kinds);
  const { accounts } = await ask<{ accounts: { subject: string; personId: string }[] }>(
    administrator,
    '{ accounts { subject personId } }',
  );
  const person = accounts.find((one) => one.subject === subject)!.personId;
  await act(ask, administrator, 'Directory', 'grantMandate', id, { person, kinds, maxCents: null, fromOn, toOn });
}
