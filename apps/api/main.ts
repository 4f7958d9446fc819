import { DataSource } from 'typeorm';
import { CannotStart, orOneSentence } from '@doorbraak/kernel';
import { log, Metrics, readConfiguration } from '@doorbraak/platform';
import { createApi } from './app';
import { leave } from './leaving';

/** `npm run api`: the api of a municipality. The demo does not come through here. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const app = await createApi(configuration);
  const [{ known }] = await app.get(DataSource).query<[{ known: boolean }]>('select gate.has_accounts() as known');
  if (!known) {
    await app.close();
    throw new CannotStart(
      'Nobody can sign in yet, because there is no account. Make the first administrator: npm run found -- --help',
    );
  }
  // Stops taking in, answers what is running, lets go of the database, and then ends with 0 instead of by the signal.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      void leave(app.getHttpServer())
        .then(() => app.close())
        .then(() => process.exit(0));
    });
  if (configuration.METRICS_PORT) await app.get(Metrics).listen(configuration.METRICS_PORT);
  // What helps who develops (a playground, the schema for everybody, times) is for this machine only.
  await (configuration.NODE_ENV === 'production' ? app.listen(configuration.PORT) : app.listen(configuration.PORT, '127.0.0.1'));
  const { port, hostname } = new URL(await app.getUrl());
  log.info({ host: hostname, port: Number(port) }, 'the api listens');
}

orOneSentence(main());
