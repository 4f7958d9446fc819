import { join } from 'node:path';
import { readReference } from '@doorbraak/platform';
import { REFERENCE_LISTS } from './reference.lists';

describe('the reference data of the product', () => {
  test('every file reads without a fault, and every list has the rows that the trade counts on', async () => {
    const entries = await readReference(join(__dirname, '../..'), REFERENCE_LISTS);
    const counts = Object.fromEntries(
      REFERENCE_LISTS.map(({ name }) => [name, entries.filter(({ list }) => list === name).length]),
    );
    expect(counts).toEqual({
      law: 49,
      provision: 380,
      roomKind: 13,
      conflictPattern: 22,
      agencyType: 57,
      secrecyRegime: 9,
      payer: 16,
      lifeDomain: 14,
      lifeScale: 5,
      problemType: 88,
      serviceType: 47,
      legalBasis: 20,
      unitCost: 65,
      benchmark: 11,
      unpriced: 23,
      priceIndex: 15,
      reverseTestStep: 4,
      coreValue: 12,
      deviationKind: 12,
      holiday: 77,
      retentionRule: 9,
    });
  });
});
