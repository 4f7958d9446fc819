import { realReference } from '../../test/reference';
import { LawCatalogue } from './law.catalogue';
import type { OwnLaw, OwnProvision } from './own.entity';
import { MunicipalLaws } from './own.laws';
import * as rules from './own.rules';

const nation = new LawCatalogue(realReference());

describe('what an administrator may write', () => {
  const days = { validFrom: '2024-01-01', validTo: null };
  const provision = { key: 'own:a:1', role: 'LIMIT' as const, validFrom: null, validTo: null };

  test.each([
    ['a limit without days of its own', provision, 0, []],
    ['room', { ...provision, role: 'ROOM' as const }, 0, ['OWN_RULE_GIVES_NO_ROOM']],
    ['protection', { ...provision, role: 'PROTECTION' as const }, 0, ['OWN_RULE_GIVES_NO_ROOM']],
    ['on the first day of the rule', { ...provision, validFrom: '2024-01-01' }, 0, []],
    ['a day before the rule', { ...provision, validFrom: '2023-12-31' }, 0, ['BEFORE_ITS_LAW']],
    ['one day long', { ...provision, validFrom: '2024-05-01', validTo: '2024-05-01' }, 0, []],
    ['ended before it began', { ...provision, validFrom: '2024-05-01', validTo: '2024-04-30' }, 0, ['RANGE_INVERTED']],
    ['ended before its rule began', { ...provision, validTo: '2023-12-31' }, 0, ['RANGE_INVERTED']],
    ['the last that fits', provision, rules.MOST.texts - 1, []],
    ['one too many', provision, rules.MOST.texts, ['LIST_FULL']],
  ])('%s', (_, entry, texts, codes) => {
    expect(rules.whyNotProvision(entry, days, texts).map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ['2025-10-06', '2025-09-01', '2025-10-07'],
    ['2025-10-06', '2025-10-06', '2025-10-07'],
    ['2025-10-06', '2025-10-09', '2025-10-10'],
  ])('changed on %s, known so far from %s: known from %s', (today, before, from) => {
    expect(rules.knownFrom(today, before)).toBe(from);
  });
});

describe('law as a municipality knows it', () => {
  const stamp = { municipalityId: 'm', recordedBy: 'p', version: 1, retentionRule: 'NOT_ESTABLISHED', retainUntil: null };
  const law = (over: Partial<OwnLaw>): OwnLaw => ({
    ...stamp,
    ...{ id: 'law', key: 'own:a', kind: 'POLICY_RULE', title: 'A', shortTitle: 'A', agencyId: null, source: 's', provisions: [] },
    ...{ validFrom: '2024-01-01', validTo: null, knownFrom: '2025-01-01', knownTo: null },
    ...over,
  });
  const text = (over: Partial<OwnProvision>): OwnProvision => ({
    ...stamp,
    ...{ id: 'text', key: 'own:a:1', lawId: 'law', article: '1', lid: null, role: 'LIMIT', discretionary: false, source: 's' },
    ...{ summaryNl: 'nieuw', summaryEn: null, validFrom: null, validTo: null, knownFrom: '2025-06-01', knownTo: null },
    ...over,
  });
  const laws = new MunicipalLaws(
    nation,
    {
      ownLaws: [law({ id: 'before', knownTo: '2025-05-31' }), law({ validTo: '2025-03-31', knownFrom: '2025-06-01' })],
      ownProvisions: [
        text({ id: 'old', summaryNl: 'oud', role: 'PROCEDURE', knownFrom: '2025-01-01', knownTo: '2025-05-31' }),
        text({}),
      ],
    },
    '2025-05-01',
  );

  test('a day of knowing gives the row of that day; without one it is today', () => {
    expect(laws.versionOn('own:a:1', '2025-05-01', '2025-05-31')).toMatchObject({
      role: 'PROCEDURE',
      summary: { nl: 'oud', en: 'oud' },
    });
    expect(laws.versionOn('own:a:1', '2025-05-01', '2025-06-01')).toMatchObject({ role: 'LIMIT', summary: { nl: 'nieuw' } });
    expect(laws.versionOn('own:a:1', '2025-05-01')).toMatchObject({ summary: { nl: 'oud' } });
  });

  test('the end of a rule counts from the day on which it was known', () => {
    expect(laws.inForce('own:a:1', '2025-05-01', '2025-05-31')).toBe('IN_FORCE');
    expect(laws.inForce('own:a:1', '2025-05-01', '2025-06-01')).toBe('NOT_IN_FORCE');
    expect(laws.inForce('own:a:1', '2023-12-31', '2025-05-31')).toBe('NOT_IN_FORCE');
  });

  test('a provision holds as long as its rule, by what was known that day', () => {
    expect(laws.period('own:a:1', '2025-05-31')).toEqual({ from: '2024-01-01', to: null });
    expect(laws.period('own:a:1', '2025-06-01')).toEqual({ from: '2024-01-01', to: '2025-03-31' });
    expect(laws.period('own:b:1')).toEqual({ from: null, to: null });
  });

  test('own rules come after those of the country, which answer as ever', () => {
    const all = laws.laws({ examples: true }).map(({ key }) => key);
    expect(all).toEqual([...nation.laws({ examples: true }).map(({ key }) => key), 'own:a']);
    expect(laws.inForce('wlz:3.2.1:1', '2025-10-27')).toBe(nation.inForce('wlz:3.2.1:1', '2025-10-27'));
    expect(laws.lawOf('own:a:1')).toMatchObject({ key: 'own:a', kind: 'POLICY_RULE' });
    expect([laws.lawOf('own:b:1'), laws.law('own:b'), laws.provision('own:b:1')]).toEqual([undefined, undefined, undefined]);
  });
});
