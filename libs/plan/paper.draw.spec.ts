import { create } from 'fontkit';
import { readPdf, rolesOf, type ReadPdf } from '../../test/pdf';
import { CUTS, decisionPaper } from './decision-paper.rules';
import { TYPES } from './paper.draw';
import { DECISION, FAMILY, LONG } from './paper.fixture';
import { fontOf, WEIGHTS } from './paper.font';
import { householdPaper, MOST_PAGES, SHORTENINGS } from './paper.rules';
import { fitted } from './paper.service';

const plan = (
  facts = FAMILY,
  language: 'nl' | 'en' = 'nl',
  type: keyof typeof TYPES = 'normal',
  most: number = MOST_PAGES.normal,
) =>
  fitted(
    SHORTENINGS.map((shortening) => () => householdPaper(facts, { language, copy: null, shortening })),
    type,
    most,
  );
const textOf = ({ pages }: ReadPdf) =>
  pages
    .map(({ text }) => text)
    .join('\n')
    .replaceAll('\u00a0', ' ');
/** Of one line per line, as a reader finds it. */
const flat = (read: ReadPdf) => textOf(read).replace(/\s+/g, ' ');

describe('the plan of the household', () => {
  test('is two pages and an annex of A4, with the text in its order', async () => {
    const { bytes, bodyPages, pages } = await plan();
    const read = readPdf(bytes);
    expect([bodyPages, pages, read.pages.length]).toEqual([2, 3, 3]);
    expect(read.pages[0]!.size.map(Math.round)).toEqual([595, 842]);
    const order = [
      'Ons plan',
      'post niet meer eng',
      'helpt u',
      'Dit gaan we doen',
      'Uitkering hervat.',
      'Dit doet u zelf',
      'Wat verandert',
      'Wie doet wat',
      'Waarom mag dit?',
      'Niet mee eens?',
      'Uw gegevens',
      'Wij kijken terug',
      'handtekening',
      'Bijlage',
      'De artikelen',
    ];
    const places = order.map((one) => flat(read).indexOf(one));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('can be read aloud: language, title, and the structure of headings, lists and tables', async () => {
    const read = readPdf((await plan()).bytes);
    expect(read.info).toMatchObject({ Language: 'nl-NL', Title: 'Ons plan, versie 3 van 23-11-2026', PDFFormatVersion: '1.7' });
    expect(read.marked).toMatchObject({ Marked: true });
    expect(read.preferences).toMatchObject({ DisplayDocTitle: true });
    const first = rolesOf(read.pages[0]!.structure);
    expect(first.filter((role) => role === 'H1')).toHaveLength(1);
    expect(first.filter((role) => role === 'H2')).toHaveLength(3);
    expect(first.filter((role) => role === 'L')).toHaveLength(2);
    expect(first.filter((role) => role === 'LI')).toHaveLength(7);
    expect(first.filter((role) => role === 'LBody')).toHaveLength(7);
    const second = rolesOf(read.pages[1]!.structure);
    expect(second.filter((role) => role === 'Table')).toHaveLength(1);
    expect(second.filter((role) => role === 'TH')).toHaveLength(3 + 7);
    expect(second.filter((role) => role === 'TD')).toHaveLength(7 * 2);
  });

  test('has its fonts inside, and says that it can be read by everybody', async () => {
    const { bytes } = await plan();
    expect(bytes.toString('latin1').match(/\/FontFile2/g)).toHaveLength(2);
    expect(bytes.toString('latin1')).toContain('pdfuaid:part>1<');
    expect(bytes.toString('latin1')).not.toContain('/Helvetica');
  });

  test('says on each page which it is, of which version and day, and never who', async () => {
    const read = readPdf((await plan({ ...FAMILY, decidedOn: null })).bytes);
    read.pages.forEach(({ text }, i) => {
      expect(text).toContain('Versie 3 van 23-11-2026');
      expect(text).toContain(`bladzijde ${i + 1} van 3`);
      expect(text).toContain('CONCEPT, nog niet besloten');
    });
    expect(flat(readPdf((await plan()).bytes))).not.toContain('CONCEPT');
  });

  test('in large print has larger letters, the same order and at most four pages', async () => {
    const [normal, large] = [readPdf((await plan()).bytes), await plan(FAMILY, 'nl', 'large', MOST_PAGES.large)];
    expect(large.bodyPages).toBeLessThanOrEqual(4);
    const read = readPdf(large.bytes);
    expect(normal.pages[0]!.heights).toContain(11.5);
    expect(read.pages[0]!.heights).toContain(16);
    expect(Math.min(...read.pages[0]!.heights)).toBe(12); // only what stands at the foot
    expect(flat(read).match(/27 november 2026/g)).toHaveLength(2); // also in a column where no day fits on one line
    const headings = (pdf: ReadPdf) => ['Dit gaan we doen', 'Wie doet wat', 'Uw gegevens'].map((one) => flat(pdf).indexOf(one));
    expect(headings(read)).toEqual([...headings(read)].sort((a, b) => a - b));
  });

  test('that is long stays within its pages with the same letter, and nothing runs off the page', async () => {
    for (const [type, most] of [
      ['normal', 2],
      ['large', 4],
    ] as const) {
      const { bytes, bodyPages } = await plan(LONG, 'nl', type, most);
      expect(bodyPages).toBeLessThanOrEqual(most);
      const read = readPdf(bytes);
      for (const { heights, lowest } of read.pages) {
        expect(heights.filter((height) => height < TYPES[type].text * 0.9)).toEqual([TYPES[type].foot]);
        expect(lowest).toBeGreaterThan(45);
      }
      expect(flat(read)).toContain('staan in de bijlage');
      expect(flat(read)).toContain('Maatregel nummer 20.');
    }
  });

  test('in English is marked as English, and what people wrote as Dutch', async () => {
    const { bytes } = await plan(FAMILY, 'en');
    const read = readPdf(bytes);
    expect(read.info.Language).toBe('en-GB');
    expect(flat(read)).toContain('What we are going to do');
    expect(rolesOf(read.pages[0]!.structure)).toContain('Span');
    expect(bytes.toString('latin1').match(/\/Lang \(nl-NL\)/g)!.length).toBeGreaterThan(5);
  });

  test('is the same bytes for the same facts, but for what names the file', async () => {
    const [one, two] = [await plan(), await plan()];
    expect(flat(readPdf(one.bytes))).toBe(flat(readPdf(two.bytes)));
    expect(one.bytes.length).toBe(two.bytes.length);
  });

  test('shows names as they are written in Poland, Turkey and Ukraine, and no hole for what the font lacks', async () => {
    const facts = { ...FAMILY, lead: 'Łucja Yıldız-Šević Шевченко', ownWords: 'Wij blijven 🙂 hier' };
    const text = flat(readPdf((await plan(facts)).bytes));
    expect(text).toContain('Łucja Yıldız-Šević Шевченко helpt u.');
    expect(text).toContain('Wij blijven ? hier');
  });
});

describe('the reasoned decision', () => {
  const draw = (facts = DECISION) =>
    fitted(
      CUTS.map((cut) => () => decisionPaper(facts, { language: 'nl', full: true, cut })),
      'dense',
      2,
    );

  test('is at most two pages and the matrix', async () => {
    const { bodyPages, bytes } = await draw();
    expect(bodyPages).toBeLessThanOrEqual(2);
    const read = readPdf(bytes);
    expect(read.pages[bodyPages]!.text).toContain('Matrix: maatregelen en wetten');
    expect(rolesOf(read.pages[bodyPages]!.structure)).toContain('TH');
  });

  test('with many measures has its matrix on one page that lies, and stands upright again behind it', async () => {
    const measures = Array.from({ length: 10 }, (_, i) => ({ ...FAMILY.measures[0]!, id: `m${i}` }));
    const grounds = measures.map(({ id }, i) => ({ ...DECISION.grounds[0]!, id: `g${i}`, measure: id, law: `Wet ${i}` }));
    const { bodyPages, bytes } = await draw({ ...DECISION, measures, grounds, contradictions: [] });
    const { pages } = readPdf(bytes);
    const lying = pages.map(({ size: [width, height] }) => width > height);
    expect(lying).toEqual(pages.map((_, i) => i === bodyPages));
    for (let i = 0; i < 10; i++) expect(pages[bodyPages]!.text).toContain(`Wet ${i}`);
  });

  test('with long arguments stays so, and keeps them whole behind it', async () => {
    const argument = `${'Een lang argument van een jurist die alles opschrijft. '.repeat(12)}Slot.`;
    const long = {
      ...DECISION,
      values: DECISION.values.map((one) => ({ ...one, argument })),
      perspectives: DECISION.perspectives.map((one) => ({ ...one, argument })),
    };
    const { bodyPages, bytes } = await draw({
      ...long,
      positions: Array.from({ length: 30 }, (_, i) => ({
        ...DECISION.positions[0]!,
        agency: `Instantie ${i}`,
        reason: argument,
      })),
    });
    expect(bodyPages).toBe(2);
    expect(flat(readPdf(bytes)).match(/Slot\./g)!.length).toBeGreaterThanOrEqual(6);
  });
});

describe('what PDF/UA asks of a paper, as far as its bytes tell', () => {
  const decision = (language: 'nl' | 'en') =>
    fitted(
      CUTS.map((cut) => () => decisionPaper(DECISION, { language, full: false, cut })),
      'dense',
      2,
    );
  const count = (bytes: Buffer, of: RegExp) => bytes.toString('latin1').match(of)?.length ?? 0;

  test.each([
    ['the plan', () => plan()],
    ['the plan in English', () => plan(FAMILY, 'en')],
    ['the plan in large print', () => plan(LONG, 'nl', 'large', MOST_PAGES.large)],
    ['the decision', () => decision('nl')],
    ['the decision in English', () => decision('en')],
  ])('%s', async (_name, draw) => {
    const { bytes } = await draw();
    const { pages, info, marked, preferences } = readPdf(bytes);
    expect({ info, marked, preferences }).toMatchObject({
      info: { Title: expect.stringMatching(/./), Language: expect.stringMatching(/^(nl-NL|en-GB)$/) },
      marked: { Marked: true },
      preferences: { DisplayDocTitle: true },
    });
    // all text is in the structure, or said to be no part of it
    expect(pages.flatMap(({ loose }) => loose)).toEqual([]);
    expect(pages.flatMap(({ marks }) => marks)).toEqual([]);

    const roles = pages.flatMap(({ structure }) => rolesOf(structure));
    // nothing that needs words instead of what is drawn
    expect(roles).not.toContain('Figure');
    const levels = roles.flatMap((role) => (/^H\d$/.test(role) ? [Number(role[1])] : []));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, i) => expect(level).toBeLessThanOrEqual(levels[i]! + 1));
    // each head says of what, each list how it is numbered, each row is as wide as its head
    expect(count(bytes, /\/S \/TH\b/g)).toBe(count(bytes, /\/Scope \/(Column|Row)/g));
    expect(count(bytes, /\/S \/L\n/g)).toBe(count(bytes, /\/ListNumbering \/(Decimal|Disc|None)/g));
    expect(count(bytes, /\/Scope \/Row/g)).toBeGreaterThan(0);
    // each font is inside, with the letters that its glyphs stand for
    expect(count(bytes, /\/FontFile2/g)).toBe(count(bytes, /\/ToUnicode/g));
  });

  test('what people wrote is read in its place, also where the language changes within a line', async () => {
    const read = readPdf((await decision('en')).bytes);
    expect(flat(read)).toMatch(/objects\. +Reason: +Er is geen adres\. +Answer: +Het briefadres/);
  });
});

describe('the font', () => {
  test('is plain TrueType that draws every letter of the three files, bolder where it should be', () => {
    const font = create(fontOf('normal'));
    const bold = create(fontOf('bold'));
    for (const letter of 'aÉß€“Łıш')
      for (const one of [font, bold])
        expect([letter, one.glyphForCodePoint(letter.codePointAt(0)!).id > 0]).toEqual([letter, true]);
    const width = (one: typeof font) => one.getGlyph(one.glyphForCodePoint(110).id)!.advanceWidth;
    expect(width(bold)).toBeGreaterThan(width(font));
    expect(WEIGHTS.bold).toBeGreaterThan(WEIGHTS.normal);
  });

  test('is drawn at the weight that was asked: what is put together moves with its parts', () => {
    type Drawn = { path: { bbox: { maxY: number } } };
    const area = (weight: 'normal' | 'bold', letter: string) => {
      const font = create(fontOf(weight));
      return (font.getGlyph(font.glyphForCodePoint(letter.codePointAt(0)!).id) as unknown as Drawn).path.bbox.maxY;
    };
    for (const weight of ['normal', 'bold'] as const) expect(area(weight, 'é')).toBeGreaterThan(area(weight, 'e'));
  });
});
