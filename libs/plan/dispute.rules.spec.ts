import {
  asSettled,
  disputeState,
  isProvisional,
  payerAfterAll,
  provisionalPayers,
  whyNotDispute,
  whyNotSettle,
  whyNotTakeUpDispute,
} from './dispute.rules';
import { DAY, sorted } from './plan.fixture';

const dispute = (over = {}) => ({
  id: 'dispute',
  interimPayer: 'WMO',
  measureIds: ['support-now'],
  dueOn: '2025-10-20',
  settledOn: null as string | null,
  settledPayer: null as string | null,
  laws: ['wmo2015', 'wlz'],
  ...over,
});

describe('a dispute about which law pays', () => {
  test('its state follows from its days', () => {
    expect(disputeState(dispute(), '2025-10-20')).toBe('OPEN');
    expect(disputeState(dispute(), '2025-10-21')).toBe('OVERDUE');
    expect(disputeState(dispute({ settledOn: '2025-10-22' }), '2025-10-21')).toBe('OVERDUE');
    expect(disputeState(dispute({ settledOn: '2025-10-22' }), '2025-10-22')).toBe('SETTLED');
    expect(whyNotTakeUpDispute(dispute(), '2025-10-21')).toEqual([]);
    expect(sorted(whyNotTakeUpDispute(dispute({ settledOn: '2025-10-20' }), '2025-10-21'))).toEqual(['DISPUTE_SETTLED dispute']);
  });

  test('what its interim payer pays for its measures is provisional until it is settled', () => {
    expect(isProvisional('WMO', 'support-now', [dispute()])).toBe(true);
    expect(isProvisional('WLZ', 'support-now', [dispute()])).toBe(false);
    expect(isProvisional('WMO', 'another', [dispute()])).toBe(false);
    expect(isProvisional('WMO', 'support-now', [dispute({ settledOn: '2025-10-20' })])).toBe(false);
    const settled = dispute({ interimPayer: 'WLZ', settledOn: '2025-10-20' });
    expect(provisionalPayers([dispute(), settled, dispute({ measureIds: [] })])).toEqual(new Set(['WMO']));
  });

  test('what its interim payer paid for its measures is paid by whom it was settled on; settlements follow each other', () => {
    const settled = dispute({ settledOn: '2025-10-20', settledPayer: 'WLZ' });
    const again = dispute({ interimPayer: 'WLZ', settledOn: '2025-10-25', settledPayer: 'ZVW' });
    expect(payerAfterAll('WMO', 'support-now', [dispute()])).toBe('WMO');
    expect(payerAfterAll('WMO', 'support-now', [settled])).toBe('WLZ');
    expect(payerAfterAll('WMO', 'another', [settled])).toBe('WMO');
    expect(payerAfterAll('FUND', 'support-now', [settled])).toBe('FUND');
    expect(payerAfterAll('WMO', 'support-now', [again, settled])).toBe('ZVW');
    const third = dispute({ settledOn: '2025-10-26', settledPayer: 'FUND' });
    expect(payerAfterAll('WMO', 'support-now', [settled, third])).toBe('FUND');
    for (const interimPayer of ['WLZ', 'WMO'])
      expect(isProvisional('WMO', 'support-now', [settled, dispute({ interimPayer })])).toBe(true);
    expect(isProvisional('WMO', 'support-now', [settled, dispute({ interimPayer: 'FUND' })])).toBe(false);
    const lines = [
      { payer: 'WMO', measureId: 'support-now' },
      { payer: 'WMO', measureId: null },
    ];
    expect(asSettled(lines, [settled]).map(({ payer }) => payer)).toEqual(['WLZ', 'WMO']);
  });

  test('it names two laws that differ, agencies and a payer that exist, and its settlement one of those laws', () => {
    const known = {
      law: (key: string) => ['wmo2015', 'wlz'].includes(key),
      payer: (key: string) => key === 'WMO',
      involvements: [{ id: 'municipality' }],
      measures: [{ id: 'support-now' }],
      dueOn: '2025-11-03' as string | null,
    };
    const wish = { laws: ['wmo2015', 'wlz'], involvementIds: ['municipality'], measureIds: ['support-now'], interimPayer: 'WMO' };
    expect(whyNotDispute(wish, known)).toEqual([]);
    const wrong = { laws: ['wmo', 'wmo'], involvementIds: ['x'], measureIds: ['y'], interimPayer: 'Z' };
    expect(sorted(whyNotDispute(wrong, { ...known, dueOn: null }))).toEqual([
      'CLOCK_BEYOND_CALENDAR clockDays',
      'INVOLVEMENT_UNKNOWN x',
      'LAW_UNKNOWN wmo',
      'LAW_UNKNOWN wmo',
      'MEASURE_UNKNOWN y',
      'PAYER_UNKNOWN Z',
      'TWO_LAWS_DIFFER laws',
    ]);
    expect(sorted(whyNotDispute({ ...wish, involvementIds: [] }, known))).toEqual(['REQUIRED involvements']);
    expect(whyNotSettle(dispute(), { law: 'wlz', payer: 'WMO' }, known)).toEqual([]);
    expect(sorted(whyNotSettle(dispute({ settledOn: DAY }), { law: 'awb', payer: 'Z' }, known))).toEqual([
      'DISPUTE_SETTLED dispute',
      'LAW_NOT_IN_DISPUTE awb',
      'PAYER_UNKNOWN Z',
    ]);
  });
});
