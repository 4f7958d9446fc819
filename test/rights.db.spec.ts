import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { actRelations, DataClass, mayDo, mayRead, type ActName, type Relation, type RowMark } from '@doorbraak/access';
import { newId, type Id } from '@doorbraak/kernel';
import { Fixture, PRICE_FILE, seenIn, selectionOf, spotsOf, TODAY, type Reader } from './access.fixture';
import { OpenWorld, type Answer } from './world';

jest.setTimeout(120_000);

type Root = GraphQLField<unknown, unknown>;
type Outcome = { __typename: string; reasons?: { code: string; about: string | null }[] };

let world: OpenWorld;
let fixture: Fixture;
/** ids of rows of the household of the fixture, by the name under which an input asks for them */
const ids: Record<string, Id> = {};

beforeAll(async () => {
  world = await OpenWorld.open();
  fixture = await Fixture.build(world);
  await gatherIds();
});
afterAll(() => world.close());

const letter = (i: number) => String.fromCharCode(65 + i);
const header = () => fixture.readers.map(({ name }, i) => `${letter(i)} = ${name}`);
const row = (name: string, mark: string, who: Set<string>) =>
  `${name.padEnd(52)} ${mark.padEnd(24)} ${fixture.readers.map((reader, i) => (who.has(reader.name) ? letter(i) : '.')).join('')}`;

const actOf = (field: Root) => field.extensions['act'] as ActName;
const rowOf = (type: GraphQLObjectType) => type.extensions['row'] as RowMark;
const fieldsOf = (type: GraphQLObjectType | null | undefined): Root[] => Object.values(type!.getFields());

/** Tables of which the fixture keeps no id, and the names under which an input asks for one of their rows. */
const TABLES: Record<string, string[]> = {
  goal: [],
  scenario: [],
  legal_ground: ['ground', 'a', 'b', 'answers', 'resolvedVia'],
  contradiction: [],
  agreement: [],
};
/** Names under which an input asks for a row that the fixture has by another name. */
const SAME: Record<string, string[]> = {
  cause: ['problem', 'problems', 'problemIds', 'causedBy', 'waiting'],
  special: ['for'],
  involvement: ['holder'],
  notes: ['fromInvolvement'],
  note: ['noteIds'],
  wait: ['lifts'],
  person: ['personId', 'personIds', 'by'],
};

async function gatherIds(): Promise<void> {
  Object.assign(ids, fixture.ids);
  for (const [name, others] of Object.entries(SAME)) for (const other of others) ids[other] = ids[name]!;
  const one = async (sql: string, parameter: unknown) =>
    (await world.db.superuser.query<{ id: Id }>(sql, [parameter])).rows[0]!.id;
  for (const [table, names] of Object.entries(TABLES)) {
    const id = await one(`select id from ${table} where household_id = $1 order by id limit 1`, fixture.household);
    for (const name of names.length ? names : [table]) ids[name] = id;
  }
  // an asking that ended already, so that nobody loses anything
  ids['asking'] = await one('select id from asked where household_id = $1 and until_on is not null', fixture.household);
  ids['account'] = await one('select id from account where person_id = $1', fixture.reader('lead, assigned').who.person);
  ids['agency'] = await one('select id from agency where municipality_id = $1 limit 1', fixture.town.municipality);
  ids['fixteam'] = fixture.town.fixteam;
}

/** Where a plausible value is not made by its type alone. A version that nobody has seen and names that no list knows: nothing changes. */
const VALUES: Record<string, unknown> = {
  neighbourhoodCode: 'BU00000001',
  neighbourhoodYear: 2025,
  language: 'nl',
  code: 'RIGHTS-1',
  bsn: '999990019',
  percent: '100',
  quantity: '1',
  probability: '0.5',
  horizonMonths: 12,
  severity: 2,
  count: 4,
  clockDays: 5,
  months: 3,
  factYear: 2024,
  contactsPerMonth: '2',
  hours: '1.5',
  lawKey: 'rights',
  provisionKey: '1',
  fileBase64: PRICE_FILE,
  lid: '1',
  path: '/canary',
  seen: 99,
};
const SCALARS: Record<string, unknown> = {
  String: 'canary, long enough to be a reason',
  Int: 1,
  Boolean: true,
  LocalDate: TODAY,
  PartialDate: '1960-00-00',
  Cents: '100',
  Instant: '2025-10-27T12:00:00Z',
};

/** A value for an argument, from the schema; `id` gives the id for a name. */
function valueOf(name: string, type: GraphQLInputType, id: (name: string) => Id): unknown {
  if (isNonNullType(type)) return valueOf(name, type.ofType, id);
  if (isListType(type)) return [valueOf(name, type.ofType, id)];
  if (isInputObjectType(type))
    return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, valueOf(field.name, field.type, id)]));
  if (name in VALUES) return VALUES[name];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (type.name === 'ID') return id(name);
  if (!(type.name in SCALARS)) throw new Error(`no value for the type ${type.name} of ${name}`);
  return SCALARS[type.name];
}

const theirs = (name: string) => ids[name] ?? newId();
const nobodys = () => newId();

const call = ({ name, args }: Root, given: readonly GraphQLArgument[] = args) =>
  given.length ? `${name}(${given.map((arg) => `${arg.name}: $${arg.name}`).join(', ')})` : name;
const declared = (given: readonly GraphQLArgument[]) =>
  given.length ? `(${given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')})` : '';

/** Does one act, under a fresh key, and gives back the whole answer. */
function act(field: Root, { who }: Reader, id: (name: string) => Id): Promise<Answer<Record<string, Outcome> | null>> {
  const union = getNamedType(field.type);
  const refused = isUnionType(union) && union.getTypes().find((type) => type.name.endsWith('Refused'));
  if (!refused) throw new Error(`${field.name} does not answer with a refusal`);
  const said = `__typename ... on ${refused.name} { reasons { code nl en about } changes { version act at by } }`;
  const given = Object.fromEntries(field.args.map((arg) => [arg.name, valueOf(arg.name, arg.type, id)]));
  return who.ask(`mutation ${declared(field.args)} { ${call(field)} { ${said} } }`, { ...given, key: newId() });
}

const NOT_FOUND = 'hidden';
const NOT_ALLOWED = 'refused';
const AT_THE_DOOR = 'refused at the door';
const ALLOWED = 'allowed';

/** What came of an act: one of the four, or in words what else. A reason that names a row is about that row, not about the household. */
function came(field: Root, { data, errors }: Answer<Record<string, Outcome> | null>): string {
  const codes = errors?.map(({ extensions }) => extensions['code']);
  if (errors) return codes?.join() === 'NOT_ALLOWED' ? AT_THE_DOOR : JSON.stringify(errors);
  const reasons = (data?.[field.name]?.reasons ?? []).filter(({ about }) => about === null);
  const all = reasons.map(({ code }) => code).join();
  if (all === 'NOT_FOUND') return NOT_FOUND;
  if (all === 'NOT_ALLOWED') return NOT_ALLOWED;
  return ALLOWED;
}

/** What the policy file says will come of it. To an agency that no household here ever named, this municipality is not there. */
function saysOfAct(reader: Reader, act: ActName): string {
  if (actRelations(reader.roles, act).length === 0) return AT_THE_DOOR;
  if (mayDo(reader.roles, act, ['TENANT'])) return reader.name === 'liaison, not involved' ? NOT_FOUND : ALLOWED;
  if (reader.relations.length === 0) return NOT_FOUND;
  return mayDo(reader.roles, act, reader.relations) ? ALLOWED : NOT_ALLOWED;
}

const queryFields = () => fieldsOf(fixture.schema().getQueryType());
const mutationFields = () => fieldsOf(fixture.schema().getMutationType());

/** The type of the rows that a question answers with: of a page those on it. */
function answered(field: Root): GraphQLObjectType {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`${field.name} does not answer with a type`);
  const nodes = type.getFields()['nodes'];
  return nodes ? (getNamedType(nodes.type) as GraphQLObjectType) : type;
}

/** The types that a household leads to; their fields are in the table of access.db.spec.ts. */
const ofHousehold = () =>
  new Set(spotsOf(fixture.schema().getType('Household') as GraphQLObjectType).map(({ type }) => type.name));

/** A row of reference is one spot in the table, and so is what the other table shows; the log of who looked has a wider reader here. */
function isWhole(field: Root): boolean {
  const type = answered(field);
  return rowOf(type).class === DataClass.K0 || ['Household', 'BreakthroughPlan'].includes(type.name);
}

const leaves = (type: GraphQLObjectType): string =>
  fieldsOf(type)
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some((arg) => isNonNullType(arg.type)))
    .map(({ name }) => name)
    .join(' ');

/** Everything of the rows that a question answers with. */
function selected(field: Root): string {
  const type = answered(field);
  const whole = isWhole(field)
    ? leaves(type)
    : fieldsOf(type)
        .map((one) => selectionOf(one, [type.name]))
        .filter(Boolean)
        .join(' ');
  return getNamedType(field.type) === type ? whole : `nodes { ${whole} }`;
}

type Question = { name: string; type: GraphQLObjectType | null; mark: string; data: DataClass; narrow: Relation[]; act: ActName };

/** The questions, and below each what it opens that no household leads to. */
const questions = (): Question[] =>
  queryFields().flatMap((field) => {
    const [type, act] = [answered(field), actOf(field)];
    const top = { name: field.name, type: null, mark: act, data: rowOf(type).class, narrow: rowOf(type).narrow, act };
    if (isWhole(field)) return [top];
    const spots = spotsOf(type).map(({ path, type, data, narrow }) => ({
      name: `${field.name}.${path}`,
      type,
      mark: data.class,
      data: data.class,
      narrow,
      act,
    }));
    return [top, ...spots];
  });

const ARGUMENTS: Record<string, unknown> = {
  first: 100,
  on: TODAY,
  words: 'canary',
  provision: 'wmo2015:2.3.3',
  fileBase64: PRICE_FILE,
};
/** Arguments that may be left out, but not all of them. */
const ONE_OF: Record<string, string> = { precedents: 'provision' };
/** Arguments of which a question takes less than others do. */
const LESS: Record<string, Record<string, unknown>> = { search: { first: 20 } };
const KEYS: Record<string, string> = { law: 'wmo2015', provision: 'wmo2015:2.3.5:6' };

/** Asks one question; of the answer only where there is something in it. */
async function ask(field: Root, { who }: Reader): Promise<{ error: unknown; seen: Set<string>; ids: Set<string> }> {
  const needed = field.args.filter(
    (arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || arg.name === ONE_OF[field.name],
  );
  const given = Object.fromEntries(
    needed.map(({ name }) => [
      name,
      LESS[field.name]?.[name] ?? ARGUMENTS[name] ?? (name === 'key' ? KEYS[field.name] : ids[field.name]),
    ]),
  );
  const query = `query ${declared(needed)} { ${call(field, needed)} { ${selected(field)} } }`;
  const { data, errors } = await who.ask<Record<string, unknown> | null>(query, given);
  const answer = data?.[field.name] as { nodes?: unknown } | null | undefined;
  const rows = answer && 'nodes' in answer ? answer.nodes : answer;
  const seen = new Set([...seenIn(rows ?? null)].map((way) => `${field.name}.${way}`));
  if (seen.size) seen.add(field.name);
  const found = JSON.stringify(rows ?? null).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g);
  return { error: errors?.map(({ extensions }) => extensions['code']).join(), seen, ids: new Set(found ?? []) };
}

/** So that the list of accounts has a last day to show. */
async function disableSomebody(): Promise<void> {
  const { person } = await world.invite(fixture.town, 'gone', ['ANALYST']);
  const { rows } = await world.db.superuser.query<{ id: Id }>('select id from account where person_id = $1', [person]);
  await fixture.town.admin.ask(
    'mutation ($key: ID!, $account: ID!) { disableAccount(key: $key, account: $account, seen: 1) { __typename } }',
    { key: newId(), account: rows[0]!.id },
  );
}

/** Questions for everybody whose answer is of this municipality alone. */
const OF_TENANT = ['ownLaws', 'ownUnitCosts', 'savedViews'];
/** Questions that show of what the policy file allows only what somebody has to do or looks for: never more, often less. */
const IN_PART = ['myDay', 'search'];
/** Questions whose answer is of the whole country, whichever municipality it came from. */
const OF_COUNTRY = ['precedents'];

/** What the policy file says: the question is for this role, and these relations, or the narrow ones of the row, open what it shows. */
function saysOfQuestion({ name, roles, relations }: Reader, question: Question): boolean {
  if (!mayDo(roles, question.act, ['TENANT'])) return false;
  // To an agency that no household here ever named, this municipality is not there.
  if (OF_TENANT.includes(question.name) && name === 'liaison, not involved') return false;
  const narrow = relations.length ? question.narrow : [];
  return mayRead(roles, question.data, [...relations, ...narrow, 'TENANT']);
}

const differs = ({ name }: Question, shown: boolean, says: boolean) =>
  IN_PART.includes(name.split('.')[0]!) ? shown && !says : shown !== says;

describe('every question', () => {
  const shown = new Map<string, Set<string>>();
  const refused: [string, string, unknown][] = [];
  const rowsOf = new Map<string, Set<string>>();

  beforeAll(async () => {
    await disableSomebody();
    // the log of who looked comes last: then everybody has looked
    const isLog = ({ name }: Root) => name === 'accessLog';
    for (const field of queryFields().sort((a, b) => Number(isLog(a)) - Number(isLog(b))))
      for (const reader of fixture.readers) {
        const { error, seen, ids } = await ask(field, reader);
        refused.push([field.name, reader.name, error]);
        for (const way of seen) shown.set(way, (shown.get(way) ?? new Set()).add(reader.name));
        rowsOf.set(`${field.name} ${reader.name}`, ids);
      }
  });

  test('is refused at the door to the roles it is not for, and to nobody else', () => {
    const acts = new Map(queryFields().map((field) => [field.name, actOf(field)]));
    const expected = refused.map(([question, name]) => [
      question,
      name,
      mayDo(fixture.reader(name).roles, acts.get(question)!, ['TENANT']) ? undefined : 'NOT_ALLOWED',
    ]);
    expect(refused).toEqual(expected);
  });

  test('shows somebody of this municipality what the policy file says', () => {
    const wrong: string[] = [];
    for (const question of questions()) {
      const who = shown.get(question.name);
      for (const reader of fixture.readers.slice(0, -1))
        if (who && differs(question, who.has(reader.name), saysOfQuestion(reader, question)))
          wrong.push(`${question.name}: ${reader.name}`);
    }
    expect(wrong).toEqual([]);
  });

  test('has something to show to somebody here, down to every field', () => {
    const elsewhere = ofHousehold();
    const own = questions().filter(({ name, type }) => name.startsWith('accessLog') || !elsewhere.has(type?.name ?? ''));
    expect(own.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });

  test('shows somebody of another municipality no row of this one', () => {
    const [first, last] = [fixture.readers[0]!, fixture.readers.at(-1)!];
    for (const field of queryFields().filter(({ name }) => !OF_COUNTRY.includes(name))) {
      const here = rowsOf.get(`${field.name} ${first.name}`)!;
      const shared = [...rowsOf.get(`${field.name} ${last.name}`)!].filter((id) => here.has(id));
      expect([field.name, shared]).toEqual([field.name, []]);
    }
  });

  test('the table of questions, to be read with care when it changes', () => {
    const rows = questions().map(({ name, mark }) => row(name, mark, shown.get(name) ?? new Set()));
    expect([...header(), '', ...rows].join('\n')).toMatchSnapshot();
  });
});

describe('every act', () => {
  const cameOf = new Map<string, string>();
  const differs: string[] = [];

  beforeAll(async () => {
    for (const field of mutationFields())
      for (const reader of fixture.readers) {
        const answer = await act(field, reader, theirs);
        cameOf.set(`${field.name}: ${reader.name}`, came(field, answer));
        if (saysOfAct(reader, actOf(field)) !== NOT_FOUND) continue;
        const unknown = await act(field, reader, nobodys);
        if (JSON.stringify(answer) !== JSON.stringify(unknown))
          differs.push(`${field.name}: ${reader.name} ${JSON.stringify(answer)}`);
      }
  });

  const every = <T>(make: (field: Root, reader: Reader, way: string) => T): T[] =>
    mutationFields().flatMap((field) => fixture.readers.map((reader) => make(field, reader, `${field.name}: ${reader.name}`)));

  test('is allowed, refused or hidden as the policy file says', () => {
    const wrong = every((field, reader, way) => [way, cameOf.get(way), saysOfAct(reader, actOf(field))]).filter(
      ([, is, says]) => is !== says,
    );
    expect(wrong).toEqual([]);
  });

  test('on a household that is not mine answers to the letter like one on ids that do not exist', () => {
    expect(differs).toEqual([]);
  });

  test('the table of acts, to be read with care when it changes', () => {
    const rows = mutationFields().map((field) => {
      const may = fixture.readers.filter(({ name }) => cameOf.get(`${field.name}: ${name}`) === ALLOWED);
      return row(field.name, actOf(field), new Set(may.map(({ name }) => name)));
    });
    expect([...header(), '', ...rows].join('\n')).toMatchSnapshot();
  });

  test('left the household as it was: the same people still stand in the same relation to it', async () => {
    const query = 'query ($id: ID!) { household(id: $id) { id } }';
    for (const { name, who, relations } of fixture.readers) {
      const { data } = await who.ask<{ household: object | null } | null>(query, { id: fixture.household });
      expect([name, Boolean(data?.household)]).toEqual([name, relations.length > 0]);
    }
  });
});
