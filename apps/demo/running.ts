import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start';

/** Where a demo keeps everything: database, keys, and the note that says at which address it runs. */
export const DATA = path.resolve('.data');

const noteIn = (folder: string) => path.join(folder, 'running.json');

export const noteRunning = (folder: string, address: string): void => writeFileSync(noteIn(folder), JSON.stringify({ address }));
export const noteStopped = (folder: string): void => rmSync(noteIn(folder), { force: true });

/** The address of the demo that runs; commands beside it sign and ask for that address. */
export function runningAt(folder: string): string {
  if (!existsSync(noteIn(folder))) throw new CannotStart('The demo is not running; start it with npm start.');
  return (JSON.parse(readFileSync(noteIn(folder), 'utf8')) as { address: string }).address;
}
