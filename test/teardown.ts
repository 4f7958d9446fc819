import { existsSync, readFileSync, rmSync } from 'node:fs';
import { REFUSALS } from '@doorbraak/kernel';

type Run = { nonFlagArgs: string[]; testNamePattern?: string };

/** A run of everything hears every way of saying no from the product itself; one that nobody hears fails the run. */
export default async function teardown({ nonFlagArgs, testNamePattern }: Run): Promise<void> {
  globalThis.hostsOfThisRun?.forEach((host) => host.disconnect());
  await globalThis.postgresOfThisRun?.stop();
  if (globalThis.folderOfThisRun) rmSync(globalThis.folderOfThisRun, { recursive: true, force: true });
  const file = process.env['HEARD']!;
  const heard = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  rmSync(file, { force: true });
  const missing = Object.keys(REFUSALS).filter((code) => !heard.has(code));
  if (!missing.length || nonFlagArgs.length || testNamePattern) return;
  process.stderr.write(`WRONG  no test was ever answered with ${missing.join(', ')}\n`);
  process.exitCode = 1;
}
