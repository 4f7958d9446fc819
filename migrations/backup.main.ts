import path from 'node:path';
import { CannotStart, orOneSentence } from '@doorbraak/kernel';
import { readConfiguration } from '@doorbraak/platform';
import { backUp, restore } from './backup';

/** `npm run backup -- <folder>` and `npm run restore -- <folder>`: every row of the database of DATABASE_OWNER_URL, to and from a folder. */
async function main(what: string | undefined, folder: string | undefined): Promise<void> {
  if (!folder) throw new CannotStart(`Which folder? npm run ${what} -- <folder>`);
  const { DATABASE_OWNER_URL, DOORBRAAK_MASTER_KEY, DOORBRAAK_CONTEXT_KEY } = readConfiguration(process.env, 'migrations');
  const place = path.resolve(folder);
  const keys = { masterKey: DOORBRAAK_MASTER_KEY, contextKey: DOORBRAAK_CONTEXT_KEY };
  const { tables, madeAt } =
    what === 'backup' ? await backUp(DATABASE_OWNER_URL, place) : await restore(DATABASE_OWNER_URL, place, keys);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const done = what === 'backup' ? `in ${place}` : `restored, as of ${madeAt}`;
  process.stdout.write(`${rows} rows of ${tables.length} tables ${done}\n`);
}

orOneSentence(main(process.argv[2], process.argv[3]));
