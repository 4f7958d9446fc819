import 'reflect-metadata';
import { DECISION_LOG, type DecisionLog } from '@doorbraak/access';
import { readConfiguration } from '@doorbraak/platform';
import { createApi } from '../api/app';

/**
 * The api with its log of who saw what off; with a role that row security does not bind in DATABASE_URL, its rights are off in the database
 * too. For comparing only: what the two cost is the difference with `apps/api`.
 */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const app = await createApi(configuration);
  const nothing: DecisionLog = { record: () => Promise.resolve(), since: () => Promise.resolve([]) };
  Object.assign(app.get<DecisionLog>(DECISION_LOG), nothing);
  await app.listen(configuration.PORT, '127.0.0.1');
}

void main();
