import { orOneSentence } from '@doorbraak/kernel';
import { log, readConfiguration } from '@doorbraak/platform';
import { startWorker } from './app';

/** `npm run worker`: what has to be done without anybody asking. */
async function main(): Promise<void> {
  const worker = await startWorker(readConfiguration(process.env, 'worker'));
  log.info('the worker works');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'the worker stops');
      void worker.stop();
    });
  }
}

orOneSentence(main());
