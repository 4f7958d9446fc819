import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where a demo keeps everything: database, keys, and the note that says at which address it runs. */
export const DATA = path.resolve('.data');

const noteIn = (folder: string) => path.join(folder, 'running.json');

export const noteRunning = (folder: string, address: string): void => writeFileSync(noteIn(folder), JSON.stringify({ address }));
export const noteStopped = (folder: string): void => rmSync(noteIn(folder), { force: true });

/** The address of the demo that runs, or ran until it was killed. */
export function runningAt(folder: string): string | null {
  const note = noteIn(folder);
  return existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { address: string }).address : null;
}

/** The same, when something answers there. */
export async function liveAt(folder: string): Promise<string | null> {
  const address = runningAt(folder);
  if (address === null) return null;
  const answers = await fetch(new URL('/health/live', address), { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
  return answers ? address : null;
}
