import type { GraphQLObjectType } from 'graphql';
import { DataClass, grantsOf, mayRead, Operation } from '@doorbraak/access';
import { newId } from '@doorbraak/kernel';
import { signContext } from '@doorbraak/platform';
import { Client } from 'pg';
import { createApi } from '../apps/api/app';
import { Fixture, seenIn, selectionOf, spotsOf, TODAY, type Reader, type Spot } from './access.fixture';
import { Someone, OpenWorld } from './world';

jest.setTimeout(120_000);

let world: OpenWorld;
let fixture: Fixture;
let spots: Spot[];
let spotAt: Map<string, Spot>;
/** what each reader got to see, as ways from the household down */
const seen = new Map<string, Set<string>>();

beforeAll(async () => {
  world = await OpenWorld.open();
  fixture = await Fixture.build(world);
  const household = fixture.schema().getType('Household') as GraphQLObjectType;
  spots = spotsOf(household);
  spotAt = new Map(spots.map((spot) => [spot.path, spot]));
  for (const field of Object.values(household.getFields())) {
    const query = `query ($id: ID!) { household(id: $id) { ${selectionOf(field, ['Household'])} } }`;
    // the log of who looked comes last: then everybody has looked
    for (const reader of fixture.readers) if (field.name !== 'whoLooked') await look(reader, query);
  }
  // a file that is closed says so; it is looked at while it is, and then it is open again
  const close = (on: string | null, why: string | null) =>
    world.db.superuser.query('update household set closed_on = $2, closed_reason = $3 where id = $1', [
      fixture.household,
      on,
      why,
    ]);
  await close(TODAY, 'canary');
  for (const reader of fixture.readers) await look(reader, 'query ($id: ID!) { household(id: $id) { closedOn closedReason } }');
  await close(null, null);
  const looked = `query ($id: ID!) { household(id: $id) { ${selectionOf(household.getFields()['whoLooked']!, ['Household'])} } }`;
  for (const reader of fixture.readers) await look(reader, looked);
});
afterAll(() => world.close());

async function look({ name, who }: Reader, query: string): Promise<void> {
  const { data, errors } = await who.ask<{ household: object | null } | null>(query, { id: fixture.household });
  // Roles that have nothing to do with households are refused at the door.
  if (errors && errors[0]!.extensions['code'] !== 'NOT_ALLOWED')
    throw new Error(`${name}: ${query} ${JSON.stringify(errors[0])}`);
  const got = seen.get(name) ?? new Set<string>();
  seenIn(data?.household ?? null).forEach((way) => got.add(way));
  seen.set(name, got);
}

/** What the policy file says of one spot: every field on the way must be readable in these relations, or in the narrow ones of its row. */
function says({ roles, relations }: Reader, way: string): boolean {
  const steps = way.split('.').map((_, i, all) => spotAt.get(all.slice(0, i + 1).join('.'))!);
  return steps.every(({ data, narrow }) => mayRead(roles, data.class, [...relations, ...narrow]));
}

const related = () => fixture.readers.filter(({ relations }) => relations.length > 0);
const strangers = () => fixture.readers.filter(({ relations }) => relations.length === 0);

/** Ways at which there is something to see for anybody; a lead who leads has no last day, so not every way has. */
const filled = () => new Set(related().flatMap(({ name }) => [...seen.get(name)!]));

test('the household of this test has something to show in every field of every type', () => {
  const shown = filled();
  const field = ({ type, path }: Spot) => `${type.name}.${path.split('.').at(-1)}`;
  const fields = new Set(spots.filter(({ path }) => shown.has(path)).map(field));
  expect([...new Set(spots.map(field))].filter((one) => !fields.has(one))).toEqual([]);
});

/** Somebody whose relation covers the whole household, so that no row is left out. */
const wide = () => related().filter(({ relations }) => relations.every((one) => ['ASSIGNED', 'ASKED', 'OWN_TEAM'].includes(one)));

test('what a person sees whose relation covers the household is what the policy file says, spot by spot', () => {
  const shown = filled();
  for (const reader of wide()) {
    const wrong = spots.filter(({ path }) => shown.has(path) && says(reader, path) !== seen.get(reader.name)!.has(path));
    expect([reader.name, wrong.map(({ path }) => path)]).toEqual([reader.name, []]);
  }
});

test('somebody who sees single rows never sees more than the policy file says', () => {
  for (const reader of related()) {
    const more = [...seen.get(reader.name)!].filter((path) => !says(reader, path));
    expect([reader.name, more]).toEqual([reader.name, []]);
  }
});

test('somebody without a relation sees nothing at all, whatever the role', () => {
  for (const { name } of strangers()) expect([name, [...seen.get(name)!]]).toEqual([name, []]);
});

test('the table of rights, to be read with care when it changes', () => {
  const header = fixture.readers.map(({ name }, i) => `${String.fromCharCode(65 + i)} = ${name}`);
  const rows = spots.map(
    ({ path, data }) =>
      `${path.padEnd(62)} ${data.class.padEnd(3)} ${fixture.readers.map(({ name }, i) => (seen.get(name)!.has(path) ? String.fromCharCode(65 + i) : '.')).join('')}`,
  );
  expect([...header, '', ...rows].join('\n')).toMatchSnapshot();
});

describe('rows that an agency or a member reads one by one', () => {
  const rows = async (name: string, selection: string) =>
    (
      await fixture.reader(name).who.ask<{
        household: Record<string, { id: string }[]>;
      }>(`query ($id: ID!) { household(id: $id) { ${selection} } }`, { id: fixture.household })
    ).data.household;
  const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);

  test('the agency that shares one domain reads the problems of that domain and person, and its own rows', async () => {
    const { problems, handlingNotes, involvements, waits, shares } = await rows(
      'liaison, involved',
      'problems { id } handlingNotes { id } involvements { id } waits { id } shares { id }',
    );
    expect(idsOf(problems!)).toEqual([fixture.ids['cause']]);
    expect(handlingNotes).toEqual([]);
    expect(idsOf(involvements!)).toEqual([fixture.ids['involvement']]);
    expect(waits).toEqual([]); // both name an agency that no basis names
    expect(idsOf(shares!)).toContain(fixture.ids['share']);
    expect(idsOf(shares!)).not.toContain(fixture.ids['note share']);
  });

  test('the agency that was shared a note reads that note and no problem, also not of the named domain', async () => {
    const { problems, handlingNotes } = await rows('liaison, note only', 'problems { id } handlingNotes { id }');
    expect(problems).toEqual([]);
    expect(idsOf(handlingNotes!)).toEqual([fixture.ids['note']]);
  });

  test('a member reads what is about the own person, and not the problem of another', async () => {
    const { problems, members } = await rows('member, own person', 'problems { id } members { id }');
    expect(idsOf(problems!).sort()).toEqual([fixture.ids['cause'], fixture.ids['special']].sort());
    expect(idsOf(members!)).toEqual([fixture.ids['membership']]);
  });

  test('the day after its last day a share opens nothing any more; no job has to have run', async () => {
    await world.setClock(fixture.town, '2026-01-02');
    expect((await rows('liaison, note only', 'handlingNotes { id }'))['handlingNotes']).toEqual([]);
    expect((await rows('liaison, involved', 'problems { id }'))['problems']).toEqual([]);
    await world.setClock(fixture.town, TODAY);
    expect((await rows('liaison, note only', 'handlingNotes { id }'))['handlingNotes']).toHaveLength(1);
  });
});

test('a household that is not mine answers to the letter like one that does not exist', async () => {
  const query = 'query ($id: ID!) { household(id: $id) { id code problems { id } } }';
  for (const { name, who } of strangers()) {
    const [theirs, nobodys] = [await who.ask(query, { id: fixture.household }), await who.ask(query, { id: newId() })];
    expect([name, JSON.stringify(theirs)]).toEqual([name, JSON.stringify(nobodys)]);
  }
});

test('a refusal to act on it answers to the letter like one that does not exist, and leaves its own record', async () => {
  const act =
    'mutation ($key: ID!, $input: AddProblemInput!) { addProblem(key: $key, input: $input) { __typename ... on HouseholdRefused { reasons { code about } } } }';
  const colleague = fixture.reader('colleague, same team, unassigned').who;
  const add = (household: string) =>
    colleague.ask(act, { key: newId(), input: { household, type: 'DEBT.RENT_ARREARS', personIds: [fixture.ids['person']] } });
  const [theirs, nobodys] = [await add(fixture.household), await add(newId())];
  expect(theirs).toEqual({
    data: { addProblem: { __typename: 'HouseholdRefused', reasons: [{ code: 'NOT_FOUND', about: null }] } },
  });
  expect(JSON.stringify(theirs)).toBe(JSON.stringify(nobodys));
  const { rows } = await world.db.superuser.query(
    `select outcome, codes from audit_log where person_id = $1 and act = 'addProblem'`,
    [colleague.person],
  );
  expect(rows).toEqual(Array(2).fill({ outcome: 'REFUSED', codes: ['NOT_FOUND'] }));
});

/** Tables of a household and the class that it takes to see their rows through a wide relation. */
const TABLES: Record<string, DataClass[]> = {
  household: [DataClass.K1],
  lead_assignment: [DataClass.K1],
  person: [DataClass.K2],
  membership: [DataClass.K2],
  problem: [DataClass.K4, DataClass.K5],
  involvement: [DataClass.K1],
  handling_note: [DataClass.K5],
  share: [DataClass.K8],
  intervention: [DataClass.K4],
  wait: [DataClass.K4],
  contact: [DataClass.K1],
  contact_year: [DataClass.K1],
  letter: [DataClass.K4],
  attachment: [DataClass.K4],
  spending_room: [DataClass.K4],
  evidence: [DataClass.K4, DataClass.K5],
  evidence_request: [DataClass.K4],
  indication: [DataClass.K5],
  indication_look: [DataClass.K5],
  debt_claim: [DataClass.K4],
  claim_action: [DataClass.K4],
  capacity_factor: [DataClass.K5],
  experience: [DataClass.K13],
  statistics_act: [DataClass.K8],
  ...Object.fromEntries(
    [
      'cost_line',
      'unpriced_item',
      'plan',
      'asked',
      'goal',
      'scenario',
      'reverse_test',
      'value_judgement',
      'perspective_assessment',
      'measure',
      'struck_out_law',
      'funding_share',
      'legal_ground',
      'contradiction',
      'dismissed_pattern',
      'agency_position',
      'agreement',
      'dispute',
      'escalation',
      'commitment',
      'agency_refusal',
      'measure_progress',
      'review',
      'review_score',
      'realised_period',
      'bottleneck',
      'signal_report',
      'precedent_proposal',
    ].map((table) => [table, [DataClass.K7]]),
  ),
};

describe('one wall at a time', () => {
  const context = ({ who, roles }: Reader, agency: string | null, tenants: string[]) =>
    signContext(
      {
        person: who.person,
        home: fixture.town.municipality,
        tenants,
        agency,
        today: TODAY,
        grants: grantsOf(roles),
      },
      world.configuration.DOORBRAAK_CONTEXT_KEY,
    );

  const tenantsOf = async (reader: Reader) => {
    const { rows } = await world.db.superuser.query<{ found: { tenants: string[]; agency: string | null } }>(
      'select gate.accounts_of($1, $2) as found',
      [world.issuer.url, reader.who.subject],
    );
    return rows[0]!.found;
  };

  /** The rows of this household that PostgreSQL alone lets this reader have, with every wall of ours off: plain SQL, no condition. */
  async function rowsByTable(reader: Reader): Promise<Map<string, number>> {
    const client = new Client({ connectionString: world.configuration.DATABASE_URL });
    await client.connect();
    try {
      const { tenants, agency } = await tenantsOf(reader);
      const { payload, mac } = context(reader, agency, tenants);
      await client.query('begin');
      await client.query('select gate.begin_context($1, $2)', [payload, mac]);
      const counts = new Map<string, number>();
      for (const table of Object.keys(TABLES)) {
        const { rows } = await client.query<{ n: number }>(
          `select count(*)::int as n from ${table} where ${table === 'household' ? 'id' : 'household_id'} = $1`,
          [fixture.household],
        );
        counts.set(table, rows[0]!.n);
      }
      await client.query('rollback');
      return counts;
    } finally {
      await client.end();
    }
  }

  test('row security alone: no row of the household for anybody without a relation', async () => {
    for (const reader of strangers()) {
      const counts = await rowsByTable(reader);
      expect([reader.name, [...counts].filter(([, n]) => n > 0)]).toEqual([reader.name, []]);
    }
  });

  test('row security alone: of a related person only the tables whose class the policy file opens', async () => {
    for (const reader of wide()) {
      const counts = await rowsByTable(reader);
      const expected = Object.entries(TABLES).map(([table, classes]) => [
        table,
        classes.some((one) => mayRead(reader.roles, one, reader.relations)),
      ]);
      expect([reader.name, [...counts].map(([table, n]) => [table, n > 0])]).toEqual([reader.name, expected]);
    }
  });

  /** What PostgreSQL says to plain SQL of this reader, with nothing but row security in the way. */
  async function written(reader: Reader, sql: string, parameters: unknown[]): Promise<string> {
    const client = new Client({ connectionString: world.configuration.DATABASE_URL });
    await client.connect();
    try {
      const { tenants, agency } = await tenantsOf(reader);
      const { payload, mac } = context(reader, agency, tenants);
      await client.query('begin');
      await client.query('select gate.begin_context($1, $2)', [payload, mac]);
      return `${(await client.query(sql, parameters)).rowCount} rows`;
    } catch (error) {
      return String((error as { code?: string }).code);
    } finally {
      await client.end();
    }
  }
  const stamps = "'2025-01-01', gen_random_uuid(), 'WMO_FILE', null";
  const leading = `insert into lead_assignment (municipality_id, id, household_id, person_id, kind, from_on, until_on, recorded_on, recorded_by, retention_rule, retain_until)
    values ($1, gen_random_uuid(), $2, $3, 'LEAD', '2025-01-01', '2030-01-01', ${stamps})`;
  const WIDENING: [string, string, (f: Fixture, person: string) => [string, unknown[]]][] = [
    [
      'a colleague names himself lead',
      'colleague, same team, unassigned',
      (f, me) => [leading, [f.town.municipality, f.household, me]],
    ],
    ['an agency names itself lead', 'liaison, involved', (f, me) => [leading, [f.town.municipality, f.household, me]]],
    ['an adviser names himself lead', 'adviser, asked', (f, me) => [leading, [f.town.municipality, f.household, me]]],
    [
      'an agency shares everything with itself',
      'liaison, involved',
      (f) => [
        `insert into share (municipality_id, id, household_id, involvement_id, recipient, basis, purpose, need, person_ids, domains, from_on, to_on, recorded_on, recorded_by, retention_rule, retain_until)
         select municipality_id, gen_random_uuid(), household_id, involvement_id, recipient, basis, purpose, need, person_ids, '{HEALTH}', from_on, to_on, ${stamps} from share where id = $1`,
        [f.ids['share']],
      ],
    ],
    [
      'an agency widens what is shared with it',
      'liaison, involved',
      (f) => [`update share set domains = '{HEALTH}', note_ids = '{}' where id = $1`, [f.ids['share']]],
    ],
    [
      'a member joins another household',
      'member, own person',
      (f, me) => [
        `insert into membership (municipality_id, id, household_id, person_id, role, from_on, recorded_on, recorded_by, retention_rule, retain_until)
         values ($1, gen_random_uuid(), $2, $3, 'ADULT', '2020-01-01', ${stamps})`,
        [f.town.municipality, newId(), me],
      ],
    ],
    [
      'a colleague grants himself a mandate',
      'mandate holder, asked',
      (f, me) => [
        `insert into mandate (municipality_id, id, person_id, kinds, from_on, to_on) values ($1, gen_random_uuid(), $2, '{}', '2020-01-01', '2030-01-01')`,
        [f.town.municipality, me],
      ],
    ],
  ];
  test.each(WIDENING)('row security alone: %s, and nothing comes of it', async (_what, name, statement) => {
    const reader = fixture.reader(name);
    expect(['42501', '0 rows']).toContain(await written(reader, ...statement(fixture, reader.who.person)));
  });

  test('service scope alone: with the wrapper off and row security bypassed, the same rows and not one more', async () => {
    const role = `unbound_${newId().replaceAll('-', '')}`;
    await world.db.superuser.query(`create role ${role} login bypassrls password '${role}' in role doorbraak_app`);
    const url = Object.assign(new URL(world.configuration.DATABASE_URL), { username: role, password: role });
    const unbound = await createApi({ ...world.configuration, DATABASE_URL: url.href });
    const wrapper = jest.spyOn(Operation.prototype, 'mayServe').mockReturnValue(true);
    try {
      await unbound.listen(0, '127.0.0.1');
      const fields = Object.values((fixture.schema().getType('Household') as GraphQLObjectType).getFields());
      const queries = fields
        .filter(({ name }) => name !== 'whoLooked') // it grows by every look
        .map((field) => `query ($id: ID!) { household(id: $id) { ${selectionOf(field, ['Household'])} } }`);
      const list = 'query { households(first: 100) { nodes { id } } }';
      for (const { name, who, relations } of fixture.readers) {
        const there = new Someone(await unbound.getUrl(), await world.issuer.token(who.subject), who.subject, who.person);
        for (const query of [...queries, list]) {
          const [bound, free] = await Promise.all([who, there].map((one) => one.ask(query, { id: fixture.household })));
          expect([name, query, free]).toEqual([name, query, bound]);
          if (relations.length === 0)
            expect([name, [...seenIn(free!.data)].filter((way) => way.endsWith('id'))]).toEqual([name, []]);
        }
      }
      // and the wall that this was about was really gone
      const client = new Client({ connectionString: url.href });
      await client.connect();
      expect((await client.query('select from household')).rowCount).toBeGreaterThan(0);
      await client.end();
    } finally {
      wrapper.mockRestore();
      await unbound.close();
      await world.db.superuser.query(`drop role ${role}`);
    }
  });

  test('without a context there is nothing, and a context of somebody else cannot be made', async () => {
    const client = new Client({ connectionString: world.configuration.DATABASE_URL });
    await client.connect();
    expect((await client.query('select from household')).rowCount).toBe(0);
    const { payload } = context(fixture.readers[0]!, null, [fixture.town.municipality]);
    await expect(client.query('select gate.begin_context($1, $2)', [payload, Buffer.alloc(32)])).rejects.toThrow(
      'not signed by the api',
    );
    await client.end();
  });
});

test('one request leaves one line, and both the lead and the member can see who looked', async () => {
  const liaison = fixture.reader('liaison, note only').who;
  const before = newId();
  await liaison.ask('query ($id: ID!) { household(id: $id) { id handlingNotes { text } involvements { id } } }', {
    id: fixture.household,
  });
  const { rows } = await world.db.superuser.query(
    'select act, outcome, classes, relations, household_ids from audit_log where id > $1 and person_id = $2',
    [before, liaison.person],
  );
  expect(rows).toEqual([
    {
      act: 'readHousehold',
      outcome: 'READ',
      classes: ['K1', 'K5'],
      relations: ['OWN_INVOLVEMENT'],
      household_ids: [fixture.household],
    },
  ]);
  for (const name of ['lead, assigned', 'member, own person']) {
    const { data } = await fixture.reader(name).who.ask<{
      household: { whoLooked: { who: string; classes: string[] }[] };
    }>(`query ($id: ID!) { household(id: $id) { whoLooked(first: 20) { who classes } } }`, { id: fixture.household });
    expect(data.household.whoLooked).toContainEqual({ who: liaison.person, classes: ['K1', 'K5'] });
  }
});

test('an act and what its answer served are one line, in one transaction', async () => {
  const { who } = fixture.reader('lead, assigned');
  const { data } = await who.ask<{ household: { version: number } }>('query ($id: ID!) { household(id: $id) { version } }', {
    id: fixture.household,
  });
  const lines = () =>
    world.db.superuser.query('select act, outcome, classes from audit_log where person_id = $1 order by id', [who.person]);
  const { rowCount } = await lines();
  await who.ask(
    `mutation ($key: ID!, $input: RecordOwnWordsInput!) { recordOwnWords(key: $key, input: $input) {
      ... on Household { members { name } handlingNotes { text } plan { goals { words } } } } }`,
    { key: newId(), input: { household: fixture.household, seen: data.household.version, words: 'rust' } },
  );
  const { rows } = await lines();
  expect(rows.slice(rowCount ?? 0)).toEqual([{ act: 'recordOwnWords', outcome: 'DONE', classes: ['K2', 'K5', 'K7'] }]);
});

test('special text is sealed where it is kept', async () => {
  const sealed: [string, string][] = [
    ['household', 'own_words'],
    ['person', 'bsn'],
    ['problem', 'words'],
    ['handling_note', 'text'],
    ['wait', 'what'],
  ];
  for (const [table, column] of sealed) {
    const { rows } = await world.db.superuser.query<{ value: string }>(
      `select ${column} as value from ${table} where ${column} is not null`,
    );
    expect([table, rows.length > 0, rows.every(({ value }) => value.startsWith('d1.') && !value.includes('canary'))]).toEqual([
      table,
      true,
      true,
    ]);
  }
});
