import { realReference } from '../../test/reference';
import { HouseholdReference, LEGAL_BASES, PROBLEM_TYPES } from './household.reference';

const household = new HouseholdReference(realReference());

test('life domains come in the order of the map; government as a cause gets no score', () => {
  expect(household.lifeDomains.map(({ order }) => order)).toEqual([...household.lifeDomains.keys()].map((i) => i + 1));
  expect(household.lifeDomains.filter(({ scored }) => !scored).map(({ key }) => key)).toEqual(['SYSTEM']);
  expect(household.lifeScale.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5']);
});

test('a type of problem knows its domain and how sensitive it is', () => {
  expect(household.problemType('DEBT.RENT_ARREARS')).toMatchObject({ domain: 'DEBT', dataClass: 'K4', validTo: null });
  expect(household.problemType('DEBT.UNHEARD_OF')).toBeUndefined();
  const row = household.problemType('DEBT.RENT_ARREARS')!;
  expect(PROBLEM_TYPES.check!([{ ...row, domain: 'HOUSING' }], () => [])).toMatchObject([
    { row: 'DEBT.RENT_ARREARS', field: 'key' },
  ]);
});

test('a service has a price or none, and a law or none', () => {
  expect(household.service('DEBT_PURCHASE')).toMatchObject({ unitCost: 'FACE_VALUE_EUR', law: 'wgs', oneOff: true });
  expect(household.service('CREDITOR_PAUSE')).toMatchObject({ unitCost: null });
});

test('a basis for sharing says for whom it is; a bill has no begin and so holds on no day', () => {
  expect(household.legalBasis('WMO_5_1_1')).toMatchObject({
    recipients: ['GEM_WMO', 'WIJKTEAM'],
    needsConsent: false,
    validFrom: '2015-01-01',
  });
  expect(household.legalBasis('AVG_CONSENT')).toMatchObject({ recipients: null, needsConsent: true });
  expect(household.legalBasis('WAMS')).toMatchObject({ validFrom: null });
  const row = household.legalBasis('WMO_5_1_1')!;
  expect(LEGAL_BASES.check!([{ ...row, validTo: '2014-01-01' }], () => [])).toMatchObject([
    { row: 'WMO_5_1_1', field: 'validTo' },
  ]);
});
