import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReference, type ReferenceEntry, ReferenceStore } from '@doorbraak/platform';
import { REFERENCE_LISTS } from '../apps/api/reference.lists';

export { REFERENCE_LISTS };
export const repository = join(__dirname, '..');

/** The rows of the real files of the product. */
export function realEntries(): ReferenceEntry[] {
  const texts = REFERENCE_LISTS.map(({ file }) => [file, readFileSync(join(repository, file), 'utf8')] as const);
  return parseReference(REFERENCE_LISTS, new Map(texts)).entries;
}

/** The real lists as a load leaves them, for tests that need no database. */
export const realReference = (): ReferenceStore =>
  new ReferenceStore(realEntries().map((entry) => ({ ...entry, known_from: '2026-01-01', known_to: null })));
