import { basesFor, shareEnds, type Basis } from './share.rules';

const basis = (key: string, given: Partial<Basis> = {}): Basis => ({
  ...{ key, purposes: ['A'], domains: ['DEBT'], recipients: null, needsConsent: false, validFrom: '2015-01-01', validTo: null },
  ...given,
});

test('only what holds today and is for this type of agency, what is made for it first', () => {
  const bases = [
    basis('anybody'),
    basis('bill', { validFrom: null }),
    basis('later', { validFrom: '2026-12-01' }),
    basis('over', { validTo: '2026-11-29' }),
    basis('last day', { validTo: '2026-11-30' }),
    basis('others', { recipients: ['POLITIE'] }),
    basis('made for it', { recipients: ['GEM_WMO', 'WIJKTEAM'] }),
  ];
  expect(basesFor(bases, 'GEM_WMO', '2026-11-30').map(({ key }) => key)).toEqual(['made for it', 'anybody', 'last day']);
});

test('ends after half a year', () => {
  expect(shareEnds('2026-11-30')).toBe('2027-05-30');
});
