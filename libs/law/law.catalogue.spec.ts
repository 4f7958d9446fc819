import { ReferenceStore, type StoredEntry } from '@doorbraak/platform';
import { realEntries, realReference } from '../../test/reference';
import { LawCatalogue } from './law.catalogue';

const law = new LawCatalogue(realReference());

describe('whether a provision was in force on a day', () => {
  test.each([
    // a number that came back with other content: only its last life is in the catalogue
    ['participatiewet:22a:4', '2025-12-31', 'NOT_IN_FORCE'],
    ['participatiewet:22a:4', '2026-01-01', 'IN_FORCE'],
    ['participatiewet:22a:4', '2031-05-05', 'IN_FORCE'],
    ['participatiewet:40:3:d', '2025-10-13', 'NOT_IN_FORCE'],
    ['participatiewet:40:3:d', '2026-01-01', 'IN_FORCE'],
    // the step from may to must was seen: both texts hold in their own time
    ['huisvestingswet:12:1', '2014-12-31', 'NOT_IN_FORCE'],
    ['huisvestingswet:12:1', '2015-01-01', 'IN_FORCE'],
    ['huisvestingswet:12:1', '2026-06-30', 'IN_FORCE'],
    ['huisvestingswet:12:1', '2026-07-01', 'IN_FORCE'],
    // two texts were read, the day on which the first began was not established
    ['huisvestingswet:12:3', '2014-12-31', 'NOT_IN_FORCE'],
    ['huisvestingswet:12:3', '2026-06-03', 'NOT_ESTABLISHED'],
    ['huisvestingswet:12:3', '2026-06-04', 'IN_FORCE_BY_TEXT'],
    ['huisvestingswet:12:3', '2026-07-01', 'IN_FORCE_BY_TEXT'],
    ['huisvestingswet:12:3', '2026-07-02', 'TEXT_OLDER'],
    // begin unknown, end seen: gone after the last day, and before it no surer than its texts
    ['wajong:1a:6:1:a', '2016-12-31', 'NOT_ESTABLISHED'],
    ['wajong:1a:6:1:a', '2017-06-01', 'IN_FORCE_BY_TEXT'],
    ['wajong:1a:6:1:a', '2020-08-31', 'TEXT_OLDER'],
    ['wajong:1a:6:1:a', '2020-09-01', 'NOT_IN_FORCE'],
    ['wlz:3.2.1:1', '2014-12-31', 'NOT_IN_FORCE'],
    ['wlz:3.2.1:1', '2020-12-31', 'IN_FORCE'],
    ['wlz:3.2.1:1', '2025-10-27', 'IN_FORCE'],
    // a version of its own, ended by a newer policy rule
    ['svb-beleid-2016:sb1072', '2016-09-06', 'NOT_IN_FORCE'],
    ['svb-beleid-2016:sb1072', '2016-09-07', 'IN_FORCE_BY_TEXT'],
    ['svb-beleid-2016:sb1072', '2023-03-09', 'NOT_IN_FORCE'],
    ['svb-beleid-1996:terugwerkende-kracht', '1995-12-31', 'NOT_IN_FORCE'],
    ['svb-beleid-1996:terugwerkende-kracht', '2010-01-01', 'IN_FORCE'],
    // dates from memory decide nothing, neither of the provision nor of its law
    ['awb:4:84', '1997-12-31', 'NOT_ESTABLISHED'],
    ['awb:4:84', '2021-12-21', 'IN_FORCE_BY_TEXT'],
    ['awb:4:84', '2025-10-27', 'TEXT_OLDER'],
    ['awb:4:94:1', '2025-10-27', 'NOT_ESTABLISHED'],
    ['jeugdwet:1.1', '2014-12-31', 'NOT_ESTABLISHED'],
    ['grondwet:20:3', '1800-01-01', 'NOT_ESTABLISHED'],
    // what is not in the catalogue cannot be cited
    ['participatiewet:999', '2025-10-27', 'NOT_IN_FORCE'],
  ])('%s on %s is %s', (key, day, state) => {
    expect(law.inForce(key, day)).toBe(state);
  });
});

describe('what a provision said on a day', () => {
  test.each([
    ['zvw:18d:2', '2016-06-30', 'LIMIT', /130/],
    ['zvw:18d:2', '2016-07-01', 'PROTECTION', /stopt/],
    ['rv:475d:3', '2001-01-01', 'PROTECTION', /gaat omhoog/],
    ['rv:475d:3', '2021-01-01', 'ROOM', /deurwaarder/],
    ['wlz:3.2.1:1', '2020-12-31', 'ROOM', /telde niet/],
    ['wlz:3.2.1:1', '2021-01-01', 'ROOM', /ook door een psychische stoornis/],
    ['huisvestingswet:12:1', '2026-06-30', 'ROOM', /kan dringende gevallen/],
    ['huisvestingswet:12:1', '2026-07-01', 'ROOM', /moet dringende gevallen/],
    ['participatiewet:18:4', '2025-01-01', 'LIMIT', /./],
  ])('%s on %s is %s', (key, day, role, words) => {
    expect(law.versionOn(key, day)).toMatchObject({ role, summary: { nl: expect.stringMatching(words) } });
  });
});

describe('a later catalogue', () => {
  // known from January; in March one text was mended and one provision and its law left the catalogue
  const rows = realEntries().flatMap((entry): StoredEntry[] => {
    const row = { ...entry, known_from: '2026-01-05', known_to: null };
    const gone = { ...row, known_to: '2026-02-28' };
    if (entry.key === 'bbz2004' || entry.key === 'bbz2004:2') return [gone];
    if (entry.key !== 'awb:3:2') return [row];
    return [
      gone,
      { ...row, known_from: '2026-03-01', content: { ...entry.content, role: 'PURPOSE', summary: { nl: 'nieuw', en: 'new' } } },
    ];
  });
  const later = new LawCatalogue(new ReferenceStore(rows));

  test('leaves what was cited before it as it was', () => {
    expect(later.versionOn('awb:3:2', '2026-02-01')).toMatchObject({ role: 'PURPOSE', summary: { nl: 'nieuw' } });
    expect(later.versionOn('awb:3:2', '2026-02-01', '2026-02-28')).toMatchObject({
      role: 'PROCEDURE',
      summary: { nl: expect.stringContaining('feiten') },
    });
    expect(later.history('awb:3:2').map(({ knownFrom, knownTo }) => [knownFrom, knownTo])).toEqual([
      ['2026-01-05', '2026-02-28'],
      ['2026-03-01', null],
    ]);
  });

  test('no longer offers what left it, and still knows it for what cited it', () => {
    expect(later.provision('bbz2004:2')).toBeUndefined();
    expect(later.provision('bbz2004:2', '2026-03-01')).toBeUndefined();
    expect(later.provision('bbz2004:2', '2026-02-28')).toMatchObject({ law: 'bbz2004' });
    expect(later.lawOf('bbz2004:2')?.shortTitle).toBe('Bbz 2004');
    expect(later.laws().map(({ key }) => key)).not.toContain('bbz2004');
    expect(later.provisionsInForce('2026-07-01', { unproven: true }).map(({ key }) => key)).not.toContain('bbz2004:2');
  });

  test('gives a clock that stands before the first load the oldest text', () => {
    expect(later.versionOn('awb:3:2', '2022-06-01', '2022-06-01')).toMatchObject({ role: 'PROCEDURE' });
  });
});

describe('the provisions in force on a day', () => {
  const keys = (...asked: Parameters<LawCatalogue['provisionsInForce']>) => law.provisionsInForce(...asked).map(({ key }) => key);

  test('are those that are proven; what may be cited with a warning comes on request, what was not in force never', () => {
    const proven = keys('2026-07-01', { law: 'participatiewet' });
    const citable = keys('2026-07-01', { law: 'participatiewet', unproven: true });
    expect(proven).toContain('participatiewet:22a:4');
    expect(proven).not.toContain('participatiewet:11:1');
    expect(citable).toEqual(expect.arrayContaining([...proven, 'participatiewet:11:1']));
    expect(keys('2025-12-31', { law: 'participatiewet', unproven: true })).not.toContain('participatiewet:22a:4');
  });

  test('can be asked by the role they had on that day', () => {
    expect(keys('2016-06-30', { law: 'zvw', role: 'LIMIT' })).toContain('zvw:18d:2');
    expect(keys('2016-07-01', { law: 'zvw', role: 'LIMIT' })).not.toContain('zvw:18d:2');
  });

  test('hold invented law for a demo municipality only', () => {
    const invented = 'voorbeeld-verordening-jeugd:looptijd';
    expect(keys('2025-10-27', { unproven: true })).not.toContain(invented);
    expect(keys('2025-10-27', { unproven: true, examples: true })).toContain(invented);
    expect(law.laws().map(({ key }) => key)).not.toContain('voorbeeld-verordening-jeugd');
    expect(law.laws({ examples: true })).toHaveLength(law.laws().length + 2);
  });

  test('come in one order, whatever the language of the database', () => {
    const all = keys('2026-07-01', { unproven: true });
    expect(all).toEqual([...all].sort());
  });
});

describe('whether a wait has room under its provision', () => {
  test.each([
    ['wmo2015:2.3.5:6', true], // peter: refusing is a choice
    ['wlz:3.2.3:4', false], // peter: a term of procedure
    ['wmo2015:2.3.2:1', false], // peter: six weeks to inquire
    ['participatiewet:40:2', true], // twenty-five: a limit on a side of a contradiction with a way out
    ['brp:2.22:1', true],
    ['wgs:3:3', true],
    ['wpo:4', true],
    ['wgs:3:2', true], // refusing is a choice, on no side of a contradiction
    ['participatiewet:999', false],
  ])('%s: %s', (key, room) => {
    expect(law.hasRoom(key)).toBe(room);
  });

  test('by the role it had on the day, when a day is given', () => {
    expect(law.hasRoom('rv:475d:3')).toBe(true);
    expect(law.hasRoom('rv:475d:3', '2020-12-31')).toBe(false);
  });
});

describe('contradictions are proposed', () => {
  const proposed = (cited: string[], touched: string[]) => law.proposePatterns(cited, touched).map(({ pattern }) => pattern.key);

  test('for every pattern: from either side, and not from one side alone', () => {
    expect(law.patterns).toHaveLength(22);
    for (const { key, sideA, sideB } of law.patterns) {
      for (const [cited, other] of [
        [sideA, sideB],
        [sideB, sideA],
      ] as const) {
        const laws = new Set(other.map((provision) => law.lawOf(provision)!.key));
        for (const provision of cited) {
          for (const touched of laws) expect(proposed([provision], [touched])).toContain(key);
          expect(proposed([provision], [])).not.toContain(key);
          const elsewhere = law.laws({ examples: true }).map((row) => row.key);
          expect(
            proposed(
              [provision],
              elsewhere.filter((touched) => !laws.has(touched)),
            ),
          ).not.toContain(key);
        }
      }
      expect(
        proposed(
          [],
          [...sideA, ...sideB].map((provision) => law.lawOf(provision)!.key),
        ),
      ).not.toContain(key);
    }
  });

  test('saying what they were thought of for', () => {
    const [proposal] = law
      .proposePatterns(['wmo2015:2.3.5:6', 'awb:3:2'], ['wlz', 'awb'])
      .filter(({ pattern }) => pattern.key === 'wmo-wlz-grens');
    expect(proposal).toMatchObject({ cited: ['wmo2015:2.3.5:6'], touched: ['wlz'] });
  });
});
