import { newId } from '@doorbraak/kernel';
import { World, type Someone, type Town } from '../../test/world';

let world: World;
let town: Town;
let lead: Someone;
beforeAll(async () => {
  world = await World.open();
  town = await world.town('GM9901', 'DEMO', '2025-09-08');
  lead = await world.invite(town, 'lead', ['LEAD_PROFESSIONAL']);
});
afterAll(() => world.close());

const DONE =
  '__typename ... on DirectoryDone { subject today } ... on DirectoryRefused { reasons { code nl en about } changes { act version } }';
const setClock = (who: Someone, today: string | null, key = newId()) =>
  who.ask<{ setDemoClock: Record<string, unknown> }>(
    `mutation ($key: ID!, $today: LocalDate) { setDemoClock(key: $key, today: $today) { ${DONE} } }`,
    { key, today },
  );

test('who is signed in knows the day of the tenant', async () => {
  expect((await lead.ask('{ me { person roles today isDemo } }')).data).toEqual({
    me: { person: lead.person, roles: ['LEAD_PROFESSIONAL'], today: '2025-09-08', isDemo: true },
  });
});

test('the clock of a demo tenant goes both ways; a real tenant has none', async () => {
  expect((await setClock(lead, '2026-05-01')).data.setDemoClock).toMatchObject({
    __typename: 'DirectoryDone',
    today: '2026-05-01',
  });
  expect((await setClock(lead, '2025-09-08')).data.setDemoClock).toMatchObject({ today: '2025-09-08' });
  const real = await world.town('GM9902', 'REAL');
  expect((await setClock(real.admin, '2026-05-01')).data.setDemoClock).toMatchObject({
    __typename: 'DirectoryRefused',
    reasons: [{ code: 'CLOCK_IS_REAL' }],
  });
});

test('ten tries with one key act once and answer the same; another input under that key is refused', async () => {
  const key = newId();
  const before = await count('audit_log');
  const answers = await Promise.all(Array.from({ length: 10 }, () => setClock(lead, '2025-09-08', key)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await count('audit_log')) - before).toBe(1);
  expect((await setClock(lead, '2025-09-09', key)).data.setDemoClock).toMatchObject({
    reasons: [{ code: 'IDEMPOTENCY_MISMATCH' }],
  });
});

const count = async (table: string) =>
  (await world.db.superuser.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;

const invite = (who: Someone, input: Record<string, unknown>) =>
  who.ask<{ invite: { reasons: { code: string }[] } | null }>(
    `mutation ($key: ID!, $input: InviteInput!) { invite(key: $key, input: $input) { ${DONE} } }`,
    { key: newId(), input },
  );

test('an invitation says everything that is wrong with it at once', async () => {
  const { data } = await invite(town.admin, {
    issuer: world.issuer.url,
    subject: 'lead',
    roles: ['ANALYST', 'LEAD_PROFESSIONAL', 'AGENCY_LIAISON'],
  });
  expect(data.invite!.reasons.map(({ code }) => code)).toEqual([
    'ROLES_CONFLICT',
    'ROLES_CONFLICT',
    'ACCOUNT_EXISTS',
    'REQUIRED',
    'REQUIRED',
  ]);
  const { errors } = await invite(town.admin, { issuer: '', subject: '\u0007', roles: [] });
  expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_INPUT' });
  expect(
    (errors![0]!.extensions['problems'] as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`),
  ).toEqual(['input.issuer REQUIRED', 'input.subject CHAR_NOT_ALLOWED', 'input.roles REQUIRED']);
});

test('an invitation to a team or for an agency that is not here says so, and is no fault of ours', async () => {
  const input = {
    issuer: world.issuer.url,
    subject: 'lost',
    roles: ['WIJKTEAM_MEMBER'],
    label: 'x',
    fixteam: newId(),
    agency: newId(),
  };
  const { data } = await invite(town.admin, input);
  expect(data.invite!.reasons.map(({ code }) => code)).toEqual(['NOT_FOUND', 'AGENCY_UNKNOWN']);
});

test('nobody is invited for an agency of another municipality, which would open that municipality', async () => {
  const elsewhere = await world.town('GM0042');
  const agency = await world.agency(elsewhere, 'GEM_WMO');
  const input = { issuer: world.issuer.url, subject: 'spy', roles: ['AGENCY_LIAISON'], label: 'x', agency };
  const { data } = await invite(town.admin, input);
  expect(data.invite!.reasons?.map(({ code }) => code)).toEqual(['AGENCY_UNKNOWN']);
});

test('only an administrator invites, and nobody changes their own rights', async () => {
  const refused = await invite(lead, { issuer: 'x', subject: 'y', roles: ['ANALYST'], label: 'z' });
  expect(refused.errors![0]!.extensions).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(refused.errors![0]!.extensions['nl']).toEqual(expect.any(String));
  const own = await invite(town.admin, { issuer: 'x', subject: 'second-self', roles: ['ANALYST'], person: town.admin.person });
  expect(own.data.invite!.reasons.map(({ code }) => code)).toEqual(['OWN_RIGHTS']);
});

test('a disabled account opens nothing at the next request, and a stale version says what happened meanwhile', async () => {
  const leaver = await world.invite(town, 'leaver', ['WIJKTEAM_MEMBER']);
  const { data } = await town.admin.ask<{ accounts: { id: string; subject: string; version: number }[] }>(
    '{ accounts { id subject version } }',
  );
  const account = data.accounts.find(({ subject }) => subject === 'leaver')!;
  const disable = () =>
    town.admin.ask<{ disableAccount: Record<string, unknown> }>(
      `mutation ($key: ID!, $account: ID!, $seen: Int!) { disableAccount(key: $key, account: $account, seen: $seen) { ${DONE} } }`,
      {
        key: newId(),
        account: account.id,
        seen: account.version,
      },
    );
  expect((await disable()).data.disableAccount).toMatchObject({ __typename: 'DirectoryDone' });
  expect((await leaver.ask('{ me { person } }')).errors![0]!.extensions).toMatchObject({ code: 'UNKNOWN_ACCOUNT' });
  expect((await disable()).data.disableAccount).toMatchObject({
    reasons: [{ code: 'CHANGED_MEANWHILE' }],
    changes: [{ act: 'disableAccount', version: 2 }],
  });
});

test('who leads or deputises adds an agency that is met in a kitchen; an adviser and a liaison do not', async () => {
  const town = await world.town('GM9951', 'DEMO', '2025-09-08');
  const add = `mutation ($key: ID!, $input: AgencyInput!) { addAgency(key: $key, input: $input) {
    ... on DirectoryDone { subject } ... on DirectoryRefused { reasons { code } } } }`;
  const input = { type: 'WONINGCORPORATIE', name: 'Woonstichting De Brug (verzonnen)' };
  const lead = await world.invite(town, 'lead', ['LEAD_PROFESSIONAL']);
  const key = newId();
  expect((await lead.ask(add, { key, input })).data).toEqual({ addAgency: { subject: key } });
  expect((await lead.ask<{ agencies: unknown[] }>('{ agencies { id type name } }')).data.agencies).toContainEqual({
    id: key,
    ...input,
  });
  const unknown = await lead.ask(add, { key: newId(), input: { ...input, type: 'NO_SUCH_TYPE' } });
  expect(unknown.data).toEqual({ addAgency: { reasons: [{ code: 'AGENCY_UNKNOWN' }] } });
  const deputy = await world.invite(town, 'deputy', ['WIJKTEAM_MEMBER']);
  expect((await deputy.ask(add, { key: newId(), input })).data).toMatchObject({ addAgency: { subject: expect.any(String) } });
  const adviser = await world.invite(town, 'adviser', ['PERSPECTIVE_ADVISER']);
  const told = await adviser.ask(add, { key: newId(), input });
  expect(JSON.stringify(told)).toContain('NOT_ALLOWED');
  const elsewhere = await world.invite(await world.town('GM9952', 'DEMO', '2025-09-08'), 'elsewhere', ['LEAD_PROFESSIONAL']);
  expect(JSON.stringify(await elsewhere.ask('{ agencies { name } }'))).not.toContain(input.name);
});

test('another municipality is not there', async () => {
  const other = await world.town('GM9903');
  const { data } = await other.admin.ask<{ accounts: { subject: string }[]; professionals: unknown[] }>(
    '{ accounts { subject } professionals { id } }',
  );
  expect(data.accounts.map(({ subject }) => subject)).toEqual(['admin-GM9903']);
  expect(data.professionals).toHaveLength(1);
});

test('nobody who is not signed in gets an answer', async () => {
  const response = await fetch(`${world.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ me { person } }' }),
  });
  expect(((await response.json()) as { errors: { extensions: unknown }[] }).errors[0]!.extensions).toMatchObject({
    code: 'NOT_SIGNED_IN',
  });
});

test('when the log cannot be written nothing was done, and no part of the answer says otherwise', async () => {
  await world.db.superuser.query('revoke insert on audit_log from doorbraak_app');
  try {
    const before = await count('fixteam');
    const answer = await town.admin.ask<null>(
      `mutation ($one: ID!, $two: ID!) { one: addFixteam(key: $one, name: "Demo-Oost") { ${DONE} } two: addFixteam(key: $two, name: "Demo-West") { ${DONE} } }`,
      { one: newId(), two: newId() },
    );
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors![0]!.extensions).toMatchObject({ code: 'INTERNAL' });
    expect(await count('fixteam')).toBe(before);
  } finally {
    await world.db.superuser.query('grant insert on audit_log to doorbraak_app');
  }
});
