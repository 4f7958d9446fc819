import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Client, type ClientBase } from 'pg';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { newId } from '@doorbraak/kernel';
import { signContext, type ActorContext, type SignedContext } from '@doorbraak/platform';
import { ENTITIES } from '../apps/api/api.module';
import { KEYS, testDatabase, type TestDatabase } from './database';
import { repository } from './reference';

/** The tables that belong to no tenant. A new table belongs to one, or is added here with its reason in a comment on the table. */
const WITHOUT_TENANT = [
  'agency',
  'gate.context',
  'gate.key',
  'gate.key_check',
  'migration',
  'municipality',
  'precedent',
  'reference_entry',
] as const;

/** Policies beside the three of gate.protect: what the gate reads and purges, and what the owner may found. */
const MORE_POLICIES = {
  gate_reads: [
    'account',
    'agency_presence',
    'asked',
    'commitment',
    'evidence',
    'experience',
    'handling_note',
    'household',
    'idempotency_key',
    'indication',
    'involvement',
    'lead_assignment',
    'measure',
    'membership',
    'municipality',
    'precedent_proposal',
    'problem',
    'professional',
    'share',
  ],
  gate_purges: ['idempotency_key'],
  founding: ['account', 'fixteam', 'municipality', 'professional'],
};

/** What may ask for real time: the instant of an audit row, the life of a signature, the age of an idempotency key. */
const ON_REAL_TIME = ['audit_log.at', 'idempotency_key.recorded_at', 'gate.begin_context', 'gate.purge_idempotency_keys'];

const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
const processes = ['doorbraak_app', 'doorbraak_gate', 'doorbraak_worker'];
const ours = `n.nspname in ('public', 'gate')`;
const named = `case n.nspname when 'public' then c.relname::text else n.nspname || '.' || c.relname end`;
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and ${ours} and c.relkind in ('r', 'p')`;
const tenantTables = `${tables} and ${named} not in (${list(WITHOUT_TENANT)})`;
/** Tables of which the rows belong to a household and are kept until a day. */
const kept = `select k.attrelid from pg_attribute k join pg_class t on t.oid = k.attrelid and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
  where k.attname in ('household_id', 'retention_rule', 'retain_until') and not k.attisdropped group by k.attrelid having count(*) = 3`;
const realTime = String.raw`'\y(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|current_date|current_time|current_timestamp|localtime|localtimestamp)\y'`;

/** One thing that is always so: what breaks it (nothing does), and a change that must be found. */
type Always = { is: string; offenders: string; unless: string };

const ALWAYS: Always[] = [
  {
    is: 'the tables without tenant are exactly those of the list',
    offenders: `select ${named} as name from ${tables}
      where (${named} in (${list(WITHOUT_TENANT)})) = (${named} not in ('agency') and exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id' and a.attnotnull))
      union select name from unnest(array[${list(WITHOUT_TENANT)}]) name where to_regclass(name) is null`,
    unless: 'create table scratch (id int primary key)',
  },
  {
    is: 'the tenant leads the primary key of every other table',
    offenders: `select ${named} as name from ${tenantTables} where not exists (
      select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary and a.attname = 'municipality_id')`,
    unless: 'create table scratch (municipality_id uuid not null, id int primary key)',
  },
  {
    is: 'the tenant is in every unique index',
    offenders: `select i.indexrelid::regclass::text as name from ${tenantTables} join pg_index i on i.indrelid = c.oid and i.indisunique
      where not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'municipality_id' and a.attnum = any (i.indkey))`,
    unless: 'create unique index on household (code)',
  },
  {
    is: 'the tenant is in every reference between tables of a tenant',
    offenders: `select k.conname as name from ${tenantTables} join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
      where k.confrelid::regclass::text not in (${list(WITHOUT_TENANT)}) and not exists (
        select from unnest(k.conkey, k.confkey) as pair (here, there)
        join pg_attribute h on h.attrelid = k.conrelid and h.attnum = pair.here and h.attname = 'municipality_id'
        join pg_attribute t on t.attrelid = k.confrelid and t.attnum = pair.there and t.attname = 'municipality_id')`,
    unless: `create unique index other on household (id); alter table goal add foreign key (household_id) references household (id)`,
  },
  {
    is: 'row security is on, and binds the owner as well',
    offenders: `select ${named} as name from ${tables}
      where not (c.relrowsecurity and c.relforcerowsecurity) and ${named} not in (${list(WITHOUT_TENANT.filter((name) => name !== 'municipality'))})`,
    unless: 'alter table goal no force row level security',
  },
  {
    is: 'every table of a tenant is read, added to and edited under one policy each, inside the tenants of the context',
    offenders: `select ${named} || ' ' || w.name as name from ${tenantTables}
      cross join (values ('reads', 'r'), ('adds', 'a'), ('edits', 'w')) w (name, command)
      where not (c.relname = 'audit_log' and w.name = 'edits') and not (c.relname = 'report_fact' and w.name <> 'adds') and not exists (
        select from pg_policy p where p.polrelid = c.oid and p.polname = w.name and p.polcmd = w.command::"char" and p.polpermissive
          and p.polroles = array['doorbraak_app'::regrole::oid]
          and (w.name = 'adds' or pg_get_expr(p.polqual, c.oid) like '%gate.tenants(c.*)%FROM gate.mine c)%')
          and (w.name = 'reads' or pg_get_expr(p.polwithcheck, c.oid) like '%gate.tenants(c.*)%FROM gate.mine c)%'))`,
    unless: 'drop policy edits on goal; create policy edits on goal for update to doorbraak_app using (true) with check (true)',
  },
  {
    is: 'there is no other policy than those of the lists',
    offenders: `select c.relname || ' ' || p.polname as name from pg_policy p join pg_class c on c.oid = p.polrelid
      where not (p.polroles = array['doorbraak_app'::regrole::oid] and p.polname in ('reads', 'adds', 'edits'))
        and not (p.polname = 'gate_reads' and p.polcmd = 'r' and p.polroles = array['doorbraak_gate'::regrole::oid] and c.relname in (${list(MORE_POLICIES.gate_reads)}))
        and not (p.polname = 'gate_purges' and p.polcmd = 'd' and p.polroles = array['doorbraak_gate'::regrole::oid] and c.relname in (${list(MORE_POLICIES.gate_purges)}))
        and not (p.polname = 'gate_keeps' and p.polcmd = '*' and p.polroles = array['doorbraak_gate'::regrole::oid] and c.oid in (${kept}))
        and not (p.polname = 'founding' and p.polroles = array[c.relowner] and c.relname in (${list(MORE_POLICIES.founding)}))
        and not (p.polname = 'sets_demo_clock' and c.relname = 'municipality')`,
    unless: 'create policy other on goal for select to doorbraak_app using (true)',
  },
  {
    is: 'only the gate has functions that run with rights of their own, and their search path is fixed',
    offenders: `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
        and not (n.nspname = 'gate' and p.proowner = 'doorbraak_gate'::regrole and exists (
          select from unnest(p.proconfig) setting where setting like 'search_path=%, pg_temp'))`,
    unless: 'create function scratch() returns int language sql security definer as $$ select 1 $$',
  },
  {
    is: 'nothing of ours is open to the public',
    offenders: `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'gate'
        where p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0)
      union select ${named} from ${tables} where exists (select from aclexplode(c.relacl) a where a.grantee = 0)`,
    unless: 'grant select on goal to public',
  },
  {
    is: 'the application can call exactly the functions that it needs',
    offenders: `select p.proname::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'gate'
      where has_function_privilege('doorbraak_app', p.oid, 'execute') <> (p.proname in (${list([
        'accounts_of',
        'actor',
        'allowed',
        'begin_context',
        'belongs',
        'evidence_on_file',
        'experience_of',
        'has_accounts',
        'home',
        'is_led',
        'keep_from_end',
        'opened',
        'people_with',
        'person',
        'proofs_of_own_indications',
        'publish_precedent',
        'relations',
        'renew',
        'special_in_plan',
        'take_back_experience',
        'tenants',
        'tenants_allowed',
        'today',
      ])}))`,
    unless: 'grant execute on function gate.relation_assigned to doorbraak_app',
  },
  {
    is: 'what belongs to a household is found by an index over all of its table: by the household, plan, measure or person that it is of',
    offenders: `select ${named} as name from ${tenantTables}
      where exists (select from pg_attribute h where h.attrelid = c.oid and h.attname = 'household_id')
        and not exists (select from pg_index i join pg_attribute m on m.attrelid = c.oid and m.attname = 'municipality_id'
          join pg_attribute f on f.attrelid = c.oid and f.attname in ('household_id', 'plan_id', 'measure_id', 'person_id')
          where i.indrelid = c.oid and i.indpred is null and i.indkey[0] = m.attnum and i.indkey[1] = f.attnum)`,
    unless: 'drop index goal_of_plan',
  },
  {
    is: 'no view answers with the rights of its maker, but the one on the own context, and none keeps a copy',
    offenders: `select ${named} as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and ${ours}
      where c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)
        and not (c.oid = 'gate.mine'::regclass and pg_get_viewdef(c.oid) like '%WHERE ((pid = pg_backend_pid()) AND (xact = pg_current_xact_id_if_assigned()));'))`,
    unless: 'create view scratch as select id from goal',
  },
  {
    is: 'no process signs in with more than its own rights',
    offenders: `select r.rolname::text as name from pg_roles r where r.rolname in (${list(processes)})
        and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
      union select m.member::regrole::text from pg_auth_members m where m.member::regrole::text in (${list(processes)})
      union select m.member::regrole::text from pg_auth_members m join pg_roles r on r.oid = m.member
        where m.roleid::regrole::text in (${list(processes)}) and m.inherit_option and not r.rolsuper`,
    unless: 'alter role doorbraak_app createrole',
  },
  {
    is: 'no process can make anything',
    offenders: `select r.rolname || ' in ' || n.nspname as name from pg_roles r, pg_namespace n
        where r.rolname in (${list(processes)}) and has_schema_privilege(r.oid, n.oid, 'create')
      union select r.rolname || ' in the database' from pg_roles r
        where r.rolname in (${list(processes)}) and has_database_privilege(r.oid, current_database(), 'create')`,
    unless: 'grant create on schema public to doorbraak_app',
  },
  {
    is: 'no process can delete rows, empty a table, or hang anything on it; only the gate purges what is a policy of its own',
    offenders: `select r.rolname || ' ' || ${named} || ' ' || r2.name as name
      from pg_roles r cross join ${tables} cross join unnest(array['DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) as r2 (name)
      where r.rolname in (${list(processes)}) and c.relowner <> r.oid and has_table_privilege(r.oid, c.oid, r2.name)
        and not (r.rolname = 'doorbraak_gate' and r2.name = 'DELETE' and c.relname in (${list(MORE_POLICIES.gate_purges)}))`,
    unless: 'grant delete on goal to doorbraak_app',
  },
  {
    is: 'the worker can read the reference data and nothing else, and call nothing but its own',
    offenders: `select ${named} as name from ${tables} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relname <> 'reference_entry' and has_column_privilege('doorbraak_worker', c.oid, a.attnum, 'SELECT')
      union select p.proname::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'gate'
        where has_function_privilege('doorbraak_worker', p.oid, 'execute') and p.proname <> 'purge_idempotency_keys'`,
    unless: 'grant select (id) on goal to doorbraak_worker',
  },
  {
    is: 'what is in the access log stays as it is',
    offenders: `select r.rolname || '.' || a.attname as name from pg_roles r join pg_attribute a on a.attrelid = 'audit_log'::regclass and a.attnum > 0
      where r.rolname in (${list(processes)}) and has_column_privilege(r.oid, a.attrelid, a.attnum, 'UPDATE')`,
    unless: 'grant update (act) on audit_log to doorbraak_app',
  },
  {
    is: 'closing a file reaches every table of a household',
    offenders: `select ${named} as name from ${tables} where c.oid in (${kept}) and not (
      has_column_privilege('doorbraak_gate', c.oid, 'retain_until', 'UPDATE')
      and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'gate_keeps'))`,
    unless: 'create table scratch (household_id uuid, retention_rule text, retain_until date)',
  },
  {
    is: 'the gate can write nothing but the context, precedents that a second person has signed, until when rows are kept, and that an experience was withdrawn',
    offenders: `select ${named} || '.' || a.attname as name from ${tables} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where ${named} not in ('gate.context', 'precedent')
        and not (${named} = 'experience' and a.attname in ('withdrawn_on', 'withdrawn_by', 'withdrawn_reason')
          and not has_column_privilege('doorbraak_gate', c.oid, a.attnum, 'INSERT'))
        and not (a.attname = 'retain_until' and c.oid in (${kept}) and not has_column_privilege('doorbraak_gate', c.oid, a.attnum, 'INSERT'))
        and (has_column_privilege('doorbraak_gate', c.oid, a.attnum, 'INSERT') or has_column_privilege('doorbraak_gate', c.oid, a.attnum, 'UPDATE'))`,
    unless: 'grant update (name) on fixteam to doorbraak_gate',
  },
  {
    is: 'today comes from the context: no rule, default or function asks the clock of the machine',
    offenders: `select name from (
        select c.relname || ' ' || p.polname as name, concat(pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)) as text
          from pg_policy p join pg_class c on c.oid = p.polrelid
        union all select k.conname, pg_get_constraintdef(k.oid) from pg_constraint k join pg_namespace n on n.oid = k.connamespace and ${ours}
        union all select c.relname || '.' || a.attname, pg_get_expr(d.adbin, d.adrelid)
          from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum join ${tables} on c.oid = d.adrelid
        union all select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from ${tables} join pg_index i on i.indrelid = c.oid
        union all select n.nspname || '.' || p.proname, p.prosrc from pg_proc p join pg_namespace n on n.oid = p.pronamespace and ${ours}
          where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')) found
      where text ~* ${realTime} and name not in (${list(ON_REAL_TIME)})`,
    unless: 'alter table goal alter column recorded_on set default current_date',
  },
  {
    is: 'the owner of the tables is bound by row security too',
    offenders: `select distinct r.rolname::text as name from ${tables} join pg_roles r on r.oid = c.relowner where r.rolsuper or r.rolbypassrls`,
    unless: 'create table scratch (id int)',
  },
  {
    is: 'every table says what it is for',
    offenders: `select ${named} as name from ${tables} where ${named} <> 'migration' and obj_description(c.oid) is null`,
    unless: 'create table scratch (id int)',
  },
];

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const namesOf = async (sql: string) => (await db.superuser.query<{ name: string }>(sql)).rows.map(({ name }) => name).sort();

/** Whatever `work` does to the database is undone. */
async function undone(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
  } finally {
    await client.query('rollback');
  }
}

describe('what the catalogue of the database says', () => {
  test.each(ALWAYS)('$is', async ({ offenders }) => {
    expect(await namesOf(offenders)).toEqual([]);
  });

  test.each(ALWAYS)('and a change would be found: $unless', ({ offenders, unless }) =>
    undone(db.superuser, async () => {
      await db.superuser.query(unless);
      expect(await namesOf(offenders)).not.toEqual([]);
    }),
  );
});

const filesOf = (kind: string) =>
  readdirSync(path.join(repository, 'libs')).flatMap((room) =>
    readdirSync(path.join(repository, 'libs', room))
      .filter((file) => file.endsWith(`.${kind}.ts`))
      .map((file) => path.join(repository, 'libs', room, file)),
  );

describe('what the code says is what the database does', () => {
  test('every column of every entity, by name, type and nullability', async () => {
    for (const file of filesOf('entity')) await import(file);
    const entities = getMetadataArgsStorage().tables.map(({ target }) => target as new () => unknown);
    expect(new Set(ENTITIES)).toEqual(new Set(entities));
    const source = await new DataSource({ type: 'postgres', url: db.url, entities }).initialize();
    try {
      for (const { tableName, columns } of source.entityMetadatas) {
        const { rows } = await db.superuser.query<{ column: string }>(
          `select concat_ws(' ', attname, format_type(atttypid, null), case when attnotnull then 'not null' end) as column
           from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
          [tableName],
        );
        const declared = columns.map((column) =>
          [
            column.databaseName,
            source.driver.normalizeType(column) + (column.isArray ? '[]' : ''),
            ...(column.isNullable ? [] : ['not null']),
          ].join(' '),
        );
        expect([tableName, ...declared.sort()]).toEqual([tableName, ...rows.map(({ column }) => column).sort()]);
      }
      expect(source.entityMetadatas.length).toBeGreaterThan(5);
    } finally {
      await source.destroy();
    }
  });

  test('what a room calls visible is what row security lets through', async () => {
    const visible = await Promise.all(
      filesOf('visibility').map((file) => import(file) as Promise<{ VISIBLE: Record<string, string> }>),
    );
    const texts = visible.flatMap(({ VISIBLE }) => Object.entries(VISIBLE));
    expect(texts.length).toBeGreaterThan(10);
    await undone(db.superuser, async () => {
      for (const [table, text] of texts) {
        await db.superuser.query(`create policy said on ${table} for select to doorbraak_app using (${text})`);
        await db.superuser.query(`call gate.read_directly('${table}')`);
        const { rows } = await db.superuser.query<{ said: string; reads: string }>(
          `select max(qual) filter (where policyname = 'said') as said, max(qual) filter (where policyname = 'reads') as reads
           from pg_policies where tablename = $1`,
          [table],
        );
        expect([table, rows[0]!.said]).toEqual([table, rows[0]!.reads]);
      }
    });
  });
});

describe('the application cannot say who is asking', () => {
  const tenant = newId();
  const team = newId();
  const context: ActorContext = {
    person: newId(),
    home: tenant,
    tenants: [tenant],
    agency: null,
    today: '2026-03-02',
    grants: { K1: ['ASSIGNED'] },
  };
  let app: Client;

  beforeAll(async () => {
    await db.superuser.query(`insert into municipality (id, code, name, kind) values ($1, 'GM9999', 'Nergens', 'DEMO')`, [
      tenant,
    ]);
    await db.superuser.query('insert into fixteam (municipality_id, id, name) values ($1, $2, $3)', [tenant, team, 'team']);
    app = new Client({ connectionString: db.configuration.DATABASE_URL });
    await app.connect();
  });
  afterAll(() => app.end());

  const begin = ({ payload, mac }: SignedContext) => app.query('select gate.begin_context($1, $2)', [payload, mac]);
  const teams = async () => (await app.query('select from fixteam')).rowCount;

  test('of the contexts it reads its own, in that transaction only, and writes none', async () => {
    const mine = async () => (await app.query<{ person: string }>('select person from gate.mine')).rows;
    await app.query('begin');
    expect(await mine()).toEqual([]);
    await begin(signContext(context, KEYS.contextKey));
    expect(await mine()).toEqual([{ person: context.person }]);
    await expect(app.query('update gate.mine set tenants = tenants')).rejects.toMatchObject({ code: '42501' });
    await app.query('rollback');
    expect(await mine()).toEqual([]);
    await expect(app.query('select from gate.context')).rejects.toMatchObject({ code: '42501' });
  });

  test('with a signed context it sees its tenant, in that transaction only', async () => {
    const signed = signContext(context, KEYS.contextKey);
    await app.query('begin');
    await begin(signed);
    expect(await teams()).toBe(1);
    await app.query('commit');
    expect(await teams()).toBe(0);
    await begin(signed); // a statement by itself is a transaction
    expect(await teams()).toBe(0);
    await app.query('begin');
    await app.query('select pg_current_xact_id()');
    expect(await teams()).toBe(0);
    await app.query('rollback');
  });

  test('a context that was rolled back is gone', async () => {
    await app.query('begin; savepoint before');
    await begin(signContext(context, KEYS.contextKey));
    await app.query('rollback to before');
    expect(await teams()).toBe(0);
    await app.query('rollback');
  });

  test.each<[string, () => SignedContext]>([
    ['signed with another key', () => signContext(context, KEYS.masterKey)],
    ['without signature', () => ({ ...signContext(context, KEYS.contextKey), mac: Buffer.alloc(0) })],
    [
      'of which a word was changed after signing',
      () => {
        const { payload, mac } = signContext(context, KEYS.contextKey);
        return { payload: payload.replace('ASSIGNED', 'OWN_TEAM'), mac };
      },
    ],
    [
      'that has expired',
      () => {
        jest.useFakeTimers({ now: Date.now() - 61_000 });
        const signed = signContext(context, KEYS.contextKey);
        jest.useRealTimers();
        return signed;
      },
    ],
  ])('a context %s is refused', async (_, signed) => {
    await expect(begin(signed())).rejects.toMatchObject({ code: '42501' });
  });

  test.each([
    ['renewing what was never begun', 'select gate.renew()'],
    [
      'writing the context itself',
      `insert into gate.context (pid, xact, person, tenants, today, grants) values (pg_backend_pid(), pg_current_xact_id(), gen_random_uuid(), '{}', '2026-01-01', '{}')`,
    ],
    ['widening it', `update gate.context set tenants = array[gen_random_uuid()]`],
    ['reading those of others', 'select from gate.context'],
    ['reading the key', 'select from gate.key'],
    ['becoming the gate', 'set role doorbraak_gate'],
    ['becoming the owner', 'set role doorbraak_owner'],
    ['becoming the superuser', 'set session authorization postgres'],
    [
      'replacing a function of the gate',
      'create or replace function gate.tenants() returns uuid[] language sql as $$ select null::uuid[] $$',
    ],
    ['working a relation out for somebody else', 'select gate.relation_assigned(null)'],
    ['taking a policy away', 'drop policy reads on fixteam'],
    ['switching row security off', 'alter table fixteam disable row level security'],
  ])('%s is refused', async (_, sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  test('settings and temporary tables of its own change nothing', async () => {
    await app.query('begin');
    await begin(signContext({ ...context, tenants: [newId()] }, KEYS.contextKey));
    await app.query(`select set_config('gate.tenants', $1, true), set_config('app.tenant', $1, true)`, [tenant]);
    await app.query(
      'create temp table context as select pg_backend_pid() as pid, pg_current_xact_id() as xact, $1::uuid as person',
      [tenant],
    );
    await app.query('set local search_path = pg_temp, gate, public');
    expect(await teams()).toBe(0);
    await app.query('set local row_security = off');
    await expect(teams()).rejects.toMatchObject({ code: '42501' });
    await app.query('rollback');
  });
});
