import { join } from 'node:path';
import { readReference, type ReferenceEntry, type ReferenceList, ReferenceStore } from '@doorbraak/platform';
import { REFERENCE_LISTS } from '../apps/api/reference.lists';

export const repository = join(__dirname, '..');

/** What a load of these entries on that day leaves in the database. */
export const storeOf = (entries: readonly ReferenceEntry[], knownFrom = '2026-01-01'): Promise<ReferenceStore> =>
  ReferenceStore.load(async () => entries.map((entry) => ({ ...entry, known_from: knownFrom, known_to: null })));

/** The real lists of the product, for tests that need no database. */
export const realReference = async (lists: readonly ReferenceList<unknown>[] = REFERENCE_LISTS): Promise<ReferenceStore> =>
  storeOf(await readReference(repository, lists));
