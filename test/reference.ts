import { join } from 'node:path';
import { readReference, type ReferenceEntry, ReferenceStore } from '@doorbraak/platform';
import { REFERENCE_LISTS } from '../apps/api/reference.lists';

export { REFERENCE_LISTS };
export const repository = join(__dirname, '..');

/** The rows of the real files of the product. */
export const realEntries = (): Promise<ReferenceEntry[]> => readReference(repository, REFERENCE_LISTS);

/** What a load of these entries on one day leaves in the database. */
export const storeOf = (entries: readonly ReferenceEntry[], known_from = '2026-01-01'): Promise<ReferenceStore> =>
  ReferenceStore.load(() => Promise.resolve(entries.map((entry) => ({ ...entry, known_from, known_to: null }))));

/** The real lists, for tests that need no database. */
export const realReference = async (): Promise<ReferenceStore> => storeOf(await realEntries());
