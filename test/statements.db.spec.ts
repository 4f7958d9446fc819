import { AbstractLogger, DataSource } from 'typeorm';
import type { GraphQLObjectType } from 'graphql';
import { Fixture, selectionOf, TODAY } from './access.fixture';
import { newId, type Id } from '@doorbraak/kernel';
import { act } from './household';
import { OpenWorld } from './world';

jest.setTimeout(60_000);

/** Hears every statement that leaves for PostgreSQL. */
class Listener extends AbstractLogger {
  heard: string[] = [];
  override logQuery(query: string): void {
    this.heard.push(query.trim().replace(/\s+/g, ' '));
  }
  protected writeLog(): void {
    // statements are all this listens to
  }
}

/** The table by which the one statement of a room is known. */
const ROOMS = {
  cost: 'cost_line',
  household: 'membership',
  outcome: 'realised_period',
  papers: 'debt_claim',
  contacts: 'contact',
  'last look': 'last_look',
  log: 'audit_log',
  plan: 'reverse_test',
  signal: 'signal_report',
};
const roomsOf = (heard: string[]) =>
  heard
    .filter((sql) => kindOf(sql) === 'room')
    .map(
      (sql) =>
        Object.entries(ROOMS).find(([, table]) => sql.includes(`from "${table}"`) || sql.includes(`from ${table} `))?.[0] ?? sql,
    )
    .sort();

let world: OpenWorld;
let fixture: Fixture;
const listener = new Listener('all');
beforeAll(async () => {
  world = await OpenWorld.open();
  fixture = await Fixture.build(world);
  world.app.get(DataSource).logger = listener;
});
afterAll(() => world.close());

/** The map with its plan, its money and what unlocks it: everything that a professional opens at once. */
function wholeMap(): string {
  const fields = Object.values((fixture.schema().getType('Household') as GraphQLObjectType).getFields());
  const apart = ['whoLooked', 'contacts', 'plans']; // lists that grow have a question of their own
  const asked = fields.filter(({ name }) => !apart.includes(name)).map((field) => selectionOf(field, ['Household']));
  return asked.join(' ');
}

async function statementsOf(selection: string): Promise<string[]> {
  listener.heard = [];
  const { who } = fixture.reader('lead, assigned');
  const { errors } = await who.ask(`query ($id: ID!) { household(id: $id) { ${selection} } }`, { id: fixture.household });
  expect(errors).toBeUndefined();
  return listener.heard;
}
const kindOf = (sql: string) =>
  /^(START TRANSACTION|COMMIT|ROLLBACK|insert into audit_log|select gate\.\w+)/.exec(sql)?.[1] ?? 'room';

test('the map, the plan and the money are one statement per room, beside those of the transaction', async () => {
  const heard = await statementsOf(
    'id problems { id } involvements { id } waits { id } unlock { smallest { size } } plan { id scenarios { totals { totalCents } } matrix { laws } }',
  );
  expect(heard.map(kindOf)).toEqual([
    'select gate.accounts_of',
    'START TRANSACTION',
    'select gate.begin_context',
    'room',
    'room',
    'room',
    'insert into audit_log',
    'COMMIT',
  ]);
});

test('it stays so when every field is asked, and when the household has twenty-five more problems, agencies and measures', async () => {
  const fields = Object.values((fixture.schema().getType('Household') as GraphQLObjectType).getFields());
  const plan = fields.find(({ name }) => name === 'plan')!;
  const rest = wholeMap().replace(selectionOf(plan, ['Household']), '');
  const small = (await statementsOf(rest)).length;
  const lead = fixture.reader('lead, assigned').who;
  const { household } = fixture;
  const planned = async (name: string, input: object, key: Id) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const answer = await lead.ask<{ done: { __typename: string } }>(
      `mutation ($key: ID!, $input: ${type}!) { done: ${name}(key: $key, input: $input) { __typename ... on PlanRefused { reasons { code } } } }`,
      { key, input: { plan: fixture.ids['plan'], ...input } },
    );
    expect(answer.data?.done).toEqual({ __typename: 'BreakthroughPlan' });
  };
  for (let i = 0; i < 25; i++) {
    const agency = await world.agency(fixture.town, 'GEM_WMO');
    const words = `nummer ${i}`;
    const { problems } = await act(lead, 'addProblem', {
      household,
      words,
      type: 'DEBT.RENT_ARREARS',
      personIds: [fixture.ids['person']],
    });
    const problemIds = problems.flatMap((one) => (one['words'] === words ? [one.id] : []));
    const [involvement, measure] = [newId(), newId()];
    const involved = { household, agency, law: 'wmo2015', payer: 'WMO', fromOn: TODAY, problemIds };
    await act(lead, 'addInvolvement', involved, involvement);
    const does = { owner: 'iemand', dueOn: TODAY, service: 'GUIDANCE', result: words, problems: problemIds };
    await planned('addMeasure', { involvement, ...does }, measure);
    await planned('addGround', { measure, provision: 'wmo2015:2.3.3', role: 'ROOM', argument: words }, newId());
  }
  expect((await statementsOf(rest)).length).toBe(small);
  // beside the rooms: contacts that were withdrawn, and, in one statement, what the log says was changed since the last look
  expect(roomsOf(await statementsOf(rest))).toEqual(['contacts', 'cost', 'household', 'last look', 'outcome', 'papers']);
  // a room is read once, however many fields ask for it, and only when one does
  expect(roomsOf(await statementsOf(selectionOf(plan, ['Household'])))).toEqual([
    'cost',
    'household',
    'outcome',
    'plan',
    'signal',
  ]);
  expect(roomsOf(await statementsOf('plan { id stage goals { words } commitments { id } }'))).toEqual([
    ...['cost', 'household', 'plan'],
  ]);
  expect(roomsOf(await statementsOf('plan { id reviews { scores { score } } realised { costLines { cents } } }'))).toEqual([
    ...['cost', 'household', 'outcome', 'plan'],
  ]);
});

describe('questions over many households take as many statements as over one', () => {
  const QUESTIONS = {
    workList: `workList(first: 100, search: "canary") { nodes { id code memberNames relation openProblems circles stage waitsFor { agencyName workingDays } latePromises } counts { all } }`,
    myDay: `myDay { kind on householdCode memberNames agencyName what }`,
    search: `search(words: "canary", first: 20) { kind household { code memberNames } reference { title } }`,
    savedViews: 'savedViews { id name path }',
  };
  /** Beside the account, the transaction, the context, the line of the log and the commit. */
  const ROOM_STATEMENTS = { workList: 1, myDay: 3, search: 3, savedViews: 1 };
  const counted = async () => {
    const { who } = fixture.reader('lead, assigned');
    const counts: Record<string, number> = {};
    for (const [name, question] of Object.entries(QUESTIONS)) {
      listener.heard = [];
      const { errors } = await who.ask(`{ ${question} }`);
      expect(errors).toBeUndefined();
      counts[name] = listener.heard.filter((sql) => kindOf(sql) === 'room').length;
    }
    return counts;
  };

  test('with one household, and with twelve', async () => {
    expect(await counted()).toEqual(ROOM_STATEMENTS);
    const { who } = fixture.reader('lead, assigned');
    for (let i = 0; i < 12; i++) {
      const household = newId();
      await act(who, 'createHousehold', { code: `MANY-${i}` }, household);
      await act(who, 'addMember', { household, name: `Canary ${i}`, role: 'ADULT', fromOn: '2020-01-01' });
    }
    expect(await counted()).toEqual(ROOM_STATEMENTS);
  });
});
