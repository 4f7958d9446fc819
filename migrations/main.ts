import path from 'node:path';
import { dayIn, orOneSentence } from '@doorbraak/kernel';
import { loadReference, readConfiguration, readReference } from '@doorbraak/platform';
import { REFERENCE_LISTS } from '../apps/api/reference.lists';
import { migrate, ownerConnection, roleUrl } from './migrate';
import { undo } from './undo';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `npm run migrate`: brings the database of DATABASE_OWNER_URL to this version and loads the reference data; again changes nothing.
 * `npm run migrate -- --undo` takes the newest migration back, if nothing that is kept is lost by it.
 * `npm run migrate -- --addresses` only says at which addresses the api and the worker find it: these hold passwords.
 */
async function main(): Promise<void> {
  const { DATABASE_OWNER_URL, DOORBRAAK_MASTER_KEY, DOORBRAAK_CONTEXT_KEY } = readConfiguration(process.env, 'migrations');
  if (process.argv.includes('--addresses')) {
    say(`DATABASE_URL=${roleUrl(DATABASE_OWNER_URL, 'doorbraak_app', DOORBRAAK_MASTER_KEY)}`);
    say(`WORKER_DATABASE_URL=${roleUrl(DATABASE_OWNER_URL, 'doorbraak_worker', DOORBRAAK_MASTER_KEY)}`);
    return;
  }
  if (process.argv.includes('--undo')) {
    const { undone } = await undo(DATABASE_OWNER_URL);
    say(`undone: ${undone}`);
    return;
  }
  const entries = await readReference(path.join(__dirname, '..'), REFERENCE_LISTS);
  const { applied } = await migrate(DATABASE_OWNER_URL, { masterKey: DOORBRAAK_MASTER_KEY, contextKey: DOORBRAAK_CONTEXT_KEY });
  say(applied.length ? `migrated: ${applied.join(', ')}` : 'migrated: nothing to do');
  await ownerConnection(DATABASE_OWNER_URL, async (owner) => {
    const counts = await loadReference(owner, entries, dayIn('Europe/Amsterdam', new Date()));
    say(
      `reference data: ${Object.entries(counts)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}`,
    );
  });
}

orOneSentence(main());
