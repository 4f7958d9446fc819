import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where a demo keeps everything: database, keys, and the note that says at which address it runs. */
export const DATA = path.resolve('.data');

const noteIn = (folder: string) => path.join(folder, 'running.json');

/** @param playing whether cases are still being played in the background; who plays them as well would move their clocks */
export const noteRunning = (folder: string, address: string, playing: boolean): void =>
  writeFileSync(noteIn(folder), JSON.stringify({ address, playing }));
export const noteStopped = (folder: string): void => rmSync(noteIn(folder), { force: true });

const note = (folder: string) =>
  existsSync(noteIn(folder)) ? (JSON.parse(readFileSync(noteIn(folder), 'utf8')) as { address: string; playing: boolean }) : null;

/** The address of the demo that runs, or ran until it was killed. */
export const runningAt = (folder: string): string | null => note(folder)?.address ?? null;
export const isPlaying = (folder: string): boolean => note(folder)?.playing ?? false;

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
