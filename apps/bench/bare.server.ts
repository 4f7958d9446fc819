import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { Pool } from 'pg';
import { derive, open } from '@doorbraak/platform';

/**
 * What a node server can do at all with these tables: one prepared statement per question, whose JSON PostgreSQL makes, and the sealed texts
 * opened. Nobody signs in, nothing is judged, nothing is written down. It takes the rows that a question names and believes whoever asks.
 */
const sql = (name: string) => readFileSync(path.join(__dirname, `bare.${name}.sql`), 'utf8');
const STATEMENTS = { map: sql('map'), worklist: sql('worklist'), measure: sql('measure') } as const;

type Key = { municipalityId: string; id: string; wrapped: string };
type Sealed = { id: string };
type Map = Sealed & {
  ownWords: string | null;
  problems: (Sealed & { words: string | null })[];
  waits: (Sealed & { what: string | null })[];
};

const pool = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 4,
  options: '-c synchronous_commit=on -c plan_cache_mode=force_generic_plan',
});
const master = process.env['DOORBRAAK_MASTER_KEY'] ?? '';
const tenantKeys = new Map<string, Buffer>();

function opener(rows: Key[]): (table: string, column: string, row: string, sealed: string | null) => string | null {
  const keys = new Map<string, Buffer>();
  const tenant = rows[0]?.municipalityId ?? '';
  const tenantKey = tenantKeys.get(tenant) ?? derive(master, `tenant ${tenant}`);
  tenantKeys.set(tenant, tenantKey);
  const wrapped = new Map(rows.map((row) => [row.id, row.wrapped]));
  return (table, column, row, sealed) => {
    if (sealed === null) return null;
    const id = sealed.split('.')[1]!;
    const key = keys.get(id) ?? open(tenantKey, { tenant, table: 'person_key', column: 'wrapped', row: id }, wrapped.get(id)!);
    keys.set(id, key);
    return open(key, { tenant, table, column, row }, sealed).toString('utf8');
  };
}

async function map([municipality, household, today, since]: string[]): Promise<string> {
  const { rows } = await pool.query<{ map: Map; keys: Key[] | null }>({
    name: 'map',
    text: STATEMENTS.map,
    values: [municipality, household, today, since],
  });
  const [{ map, keys }] = rows as [{ map: Map; keys: Key[] | null }];
  const opened = opener(keys ?? []);
  map.ownWords = opened('household', 'own_words', map.id, map.ownWords);
  for (const one of map.problems) one.words = opened('problem', 'words', one.id, one.words);
  for (const one of map.waits) one.what = opened('wait', 'what', one.id, one.what);
  return JSON.stringify(map);
}

/** One statement that answers with one column of JSON. */
const plain =
  (name: 'worklist' | 'measure', column: string) =>
  async (values: string[]): Promise<string> => {
    const { rows } = await pool.query<Record<string, unknown>>({ name, text: STATEMENTS[name], values });
    return JSON.stringify(rows[0]?.[column]);
  };

const ANSWERS: Record<string, (values: string[]) => Promise<string>> = {
  map,
  worklist: plain('worklist', 'list'),
  measure: plain('measure', 'plan'),
};

async function bodyOf(request: IncomingMessage): Promise<{ question: string; values: string[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as { question: string; values: string[] };
}

createServer((request, response) => {
  bodyOf(request)
    .then(({ question, values }) => ANSWERS[question]!(values))
    .then(
      (answer) => response.setHeader('content-type', 'application/json').end(answer),
      (error: Error) => response.writeHead(500).end(error.message),
    );
}).listen(Number(process.env['PORT']), '127.0.0.1');
