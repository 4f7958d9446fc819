import { Client } from 'pg';
import { found } from '@doorbraak/directory';
import { demoId, MANDATES, MUNICIPALITIES, PEOPLE, type DemoMunicipality, type DemoPerson } from './people';

/** Asks the running api something as one of the demo people. */
export type Ask = <T>(person: DemoPerson, query: string, variables?: Record<string, unknown>) => Promise<T>;

const DONE = '__typename ... on DirectoryDone { subject } ... on DirectoryRefused { reasons { code about } }';
type Outcome = { __typename: string; reasons?: { code: string; about: string | null }[] };

/**
 * The demo municipalities and their people, as far as they are not there yet. What has to exist before anybody can sign in is made by the
 * owner of the tables; everybody else is invited through the api by an administrator, as in real life. The keys of those acts follow from
 * what they make, so a load that was cut off is completed by the next.
 */
export async function loadDemo(ownerUrl: string, issuer: string, ask: Ask): Promise<void> {
  const keys = Object.keys(MUNICIPALITIES) as DemoMunicipality[];
  await foundMissing(ownerUrl, issuer, keys);
  for (const municipality of keys) await inviteMissing(municipality, issuer, ask);
}

async function foundMissing(ownerUrl: string, issuer: string, municipalities: DemoMunicipality[]): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
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
      // The address of the demo provider is that of this start; with another port its people come along.
      await owner.query(
        'update account set issuer = $1 where issuer <> $1 and municipality_id = (select id from municipality where code = $2)',
        [issuer, code],
      );
    }
  } finally {
    await owner.end();
  }
}

async function inviteMissing(municipality: DemoMunicipality, issuer: string, ask: Ask): Promise<void> {
  const administrator = administratorOf(municipality);
  const act = async (mutation: string, variables: Record<string, unknown>) => {
    const { outcome } = await ask<{ outcome: Outcome }>(administrator, mutation, variables);
    if (outcome.__typename !== 'DirectoryDone') throw new Error(`the demo was refused: ${JSON.stringify(outcome.reasons)}`);
  };
  const directory = () =>
    ask<{ fixteams: { id: string }[]; accounts: { subject: string; personId: string }[]; mandates: { id: string }[] }>(
      administrator,
      '{ fixteams { id } accounts { subject personId } mandates { id } }',
    );

  const { fixteams, accounts, mandates } = await directory();
  const isMissing = ({ subject, member }: DemoPerson) => !member && !accounts.some((account) => account.subject === subject);
  for (const { key, subject, role, label, inTeam, agency } of peopleIn(municipality).filter(isMissing)) {
    if (agency)
      await act(`mutation ($key: ID!, $input: AgencyInput!) { outcome: addAgency(key: $key, input: $input) { ${DONE} } }`, {
        key: demoId(`agency ${agency.key}`),
        input: { type: agency.type, name: agency.name },
      });
    await act(`mutation ($key: ID!, $input: InviteInput!) { outcome: invite(key: $key, input: $input) { ${DONE} } }`, {
      key: demoId(`account ${key}`),
      input: {
        issuer,
        subject,
        roles: [role],
        label: label.nl,
        fixteam: inTeam ? fixteams[0]?.id : null,
        agency: agency ? demoId(`agency ${agency.key}`) : null,
      },
    });
  }
  if (mandates.length > 0 || municipality !== 'demo') return;
  const invited = (await directory()).accounts;
  for (const { person, kinds, maxCents, from, to } of MANDATES) {
    const holder = invited.find(({ subject }) => subject === PEOPLE.find((one) => one.key === person)?.subject);
    await act(`mutation ($key: ID!, $input: MandateInput!) { outcome: grantMandate(key: $key, input: $input) { ${DONE} } }`, {
      key: demoId(`mandate ${person}`),
      input: { person: holder?.personId, kinds, maxCents: String(maxCents), fromOn: from, toOn: to },
    });
  }
}

const peopleIn = (municipality: DemoMunicipality) => PEOPLE.filter((one) => one.municipality === municipality);

function administratorOf(municipality: DemoMunicipality): DemoPerson {
  const administrator = peopleIn(municipality).find(({ role }) => role === 'FUNCTIONAL_ADMINISTRATOR');
  if (!administrator) throw new Error(`no administrator among the demo people of ${municipality}`);
  return administrator;
}
