import { readFileSync, rmSync } from 'node:fs';
import { REFUSALS } from '@doorbraak/kernel';

/** Which codes nobody was ever answered with by the API: a whole run hears each of them. */
export default async function teardown({ nonFlagArgs, testNamePattern }: { nonFlagArgs: string[]; testNamePattern?: string }) {
  await globalThis.postgresOfThisRun?.stop();
  const file = process.env['HEARD']!;
  const heard = new Set(readFileSync(file, 'utf8').split('\n'));
  rmSync(file);
  const missing = Object.keys(REFUSALS).filter((code) => !heard.has(code));
  if (missing.length && !nonFlagArgs.length && !testNamePattern)
    throw new Error(`No test was answered with ${missing.join(', ')}.`);
}
