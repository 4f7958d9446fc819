import type { Block, Line, Paper } from './paper.blocks';
import { type Cut, CUTS, decisionPaper } from './decision-paper.rules';
import { CHILD, DECISION, FAMILY, FATHER, LONG } from './paper.fixture';
import { householdPaper, SHORTENINGS } from './paper.rules';
import { isHidden, isTellingAgency, isTellingService, livesAs, tells } from './paper.special.rules';

const lineOf = (line: Line) => line.map(({ text }) => text).join('');
const words = (block: Block): string[] => {
  switch (block.kind) {
    case 'title':
      return [block.over, block.text];
    case 'card':
      return [...block.left, ...block.right].map(lineOf);
    case 'text':
      return [lineOf(block.line)];
    case 'list':
      return block.items.map(lineOf);
    case 'table':
      return [...block.head, ...block.rows.flat().map(lineOf)];
    case 'signatures':
      return block.names;
    case 'page':
      return [];
    default:
      return [block.text];
  }
};
const textOf = (blocks: readonly Block[]) => blocks.flatMap(words).join('\n').replaceAll('\u00a0', ' ');
const whole = (paper: Paper) => [paper.title, paper.foot, textOf(paper.body), textOf(paper.annex)].join('\n');
const headings = ({ body }: Paper) => body.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const paper = (facts = FAMILY, copy: string | null = null, language: 'nl' | 'en' = 'nl', shortening = SHORTENINGS[0]!) =>
  householdPaper(facts, { language, copy, shortening });

describe('the plan of the household', () => {
  test('says first what the family wants in its own words, and the law last', () => {
    const { body } = paper();
    expect(body.slice(0, 3).map(({ kind }) => kind)).toEqual(['title', 'quote', 'card']);
    expect(headings(paper())).toEqual([
      ...['Dit gaan we doen', 'Dit doet u zelf', 'Wat verandert er voor u?', 'Wie doet wat', 'Waarom mag dit?'],
      ...['Niet mee eens?', 'Uw gegevens', 'Wij kijken terug'],
    ]);
    expect(body.at(-1)!.kind).toBe('signatures');
    expect(headings(paper(FAMILY, null, 'en'))).toEqual([
      ...['What we are going to do', 'What you do yourself', 'What changes for you?', 'Who does what', 'Why may this be done?'],
      ...['Do you disagree?', 'Your data', 'We look back'],
    ]);
  });

  test('names who helps, by when what is done, who promised what, and the day of looking back', () => {
    const text = whole(paper());
    for (const one of [
      'Noor Bakker (verzonnen) helpt u.',
      'Vervanger: Ties Post (verzonnen)',
      'De eerste stap: Maandag openen we samen de eerste envelop.',
      'Uitkering hervat. Uw bijstand gaat door, met een briefadres van de gemeente. Voor 1 december 2026.',
      'U legt de post in de blauwe map. Voor 30 november 2026.',
      'In oktober 2026 was er 16 keer contact met instanties.',
      'Woningcorporatie\nstopt de uitzetting\ngedaan',
      'Doorbraakfonds\nAchterstand betaald uit fonds\n27 november 2026', // promised nothing yet: what the plan has it do
      'De gemeente kan zelf een briefadres geven (Wet BRP, artikel 2.23).',
      'De eerste keer rond 23 februari 2027.',
      'Versie 3 van 23-11-2026',
    ])
      expect([one, text.includes(one)]).toEqual([one, true]);
  });

  test('that lies on the table holds nothing of the care of one person; such a line says whom it is help for', () => {
    for (const language of ['nl', 'en'] as const) expect(whole(paper(FAMILY, null, language))).not.toMatch(/CANARY/);
    const text = whole(paper());
    expect(text).toContain('Hulp voor een volwassene. De behandelaars werken samen.');
    expect(text).toContain('Hulp voor een volwassene\nDe behandelaars werken samen.\n4 december 2026');
    expect(text).toContain('staat alleen in het exemplaar van die persoon');
  });

  test('holds it whole in the copy of that person, and in no copy of somebody else', () => {
    const own = whole(paper(FAMILY, FATHER));
    for (const one of ['CANARY-SERVICE', 'CANARY-RESULT', 'CANARY-AGENCY', 'CANARY-PROMISE', 'CANARY-LAW'])
      expect([one, own.includes(one)]).toEqual([one, true]);
    expect(own).toContain('Leg het niet open op tafel.');
    expect(whole(paper(FAMILY, CHILD))).not.toMatch(/CANARY/);
  });

  test('keeps out of every copy what tells of care by its words only, also of wishes, first steps and own promises', () => {
    const telling = 'Ik wil van de drank af';
    const facts = {
      ...FAMILY,
      ownWords: telling,
      goals: [
        { words: telling, firstStep: 'Bel de kliniek' },
        { words: 'Rust in huis', firstStep: null },
      ],
      measures: [{ ...FAMILY.measures[0]!, result: 'Vader begint met afkicken' }],
      promises: [{ ...FAMILY.promises[4]!, what: 'Vader gaat naar de ggz' }],
    };
    for (const copy of [null, FATHER]) {
      const text = whole(paper(facts, copy));
      expect(text).not.toMatch(/drank|kliniek|afkick|ggz/i);
      expect(text).toContain('“Rust in huis”');
      expect(text).toContain('Hulp voor iemand van het gezin. De behandelaars werken samen.');
    }
  });

  test('of who lives alone tells that person everything in the own copy, and still nothing on the table', () => {
    const facts = {
      ...{ ...FAMILY, alone: FATHER, ownWords: null },
      goals: [{ words: 'Bezoek van de politie is rustig.', firstStep: 'Bel de kliniek' }],
      articles: [{ ...FAMILY.articles[0]!, summary: { nl: 'zorg bij een psychische stoornis', en: 'care' } }],
    };
    expect(whole(paper(facts))).not.toMatch(/politie|kliniek|psychisch/);
    const own = whole(paper(facts, FATHER));
    for (const one of ['“Bezoek van de politie is rustig.”', 'Bel de kliniek', 'zorg bij een psychische stoornis'])
      expect([one, own.includes(one)]).toEqual([one, true]);
  });

  test('to who lives alone speaks to that person, and not of a family', () => {
    const text = whole(paper({ ...FAMILY, alone: FATHER }));
    expect(text).toContain('Plan voor u\n');
    expect(text).toContain('Hulp voor u. De behandelaars werken samen.');
    expect(text).toContain('staat alleen in uw eigen exemplaar');
    expect(text).not.toMatch(/gezin|een volwassene/);
  });

  test('begins sentences and names with a capital, however they were typed', () => {
    const promises = [
      { ...FAMILY.promises[0]!, who: 'burgerzaken' },
      { ...FAMILY.promises[4]!, what: 'post in de rode map' },
    ];
    const text = whole(paper({ ...FAMILY, lead: 'de regisseur', promises }));
    for (const one of ['De regisseur helpt u.', 'Burgerzaken\n', 'Post in de rode map. '])
      expect([one, text.includes(one)]).toEqual([one, true]);
  });

  test('says one line once where several would say the same, so that nobody counts', () => {
    const many = { ...FAMILY, measures: [3, 3, 3].map((i, n) => ({ ...FAMILY.measures[i]!, id: `c${n}` })) };
    expect(whole(paper(many)).match(/Hulp voor een volwassene\. /g)).toHaveLength(1);
  });

  test('that is not decided, or was stopped, says so on each page', () => {
    expect(paper().mark).toBeNull();
    expect(paper({ ...FAMILY, decidedOn: null }).mark).toBe('CONCEPT, nog niet besloten');
    expect(paper({ ...FAMILY, stoppedOn: '2026-11-24' }).mark).toBe('GESTOPT');
    expect(paper({ ...FAMILY, decidedOn: null }, null, 'en').mark).toBe('DRAFT, not decided yet');
  });

  test('that is long leaves out by rule, says how much and where it stands, and loses nothing', () => {
    const short = paper(LONG, null, 'nl', SHORTENINGS[4]);
    expect(textOf(short.body)).toContain('Nog 14 dingen die we doen staan in de bijlage.');
    const one = paper({ ...LONG, measures: LONG.measures.slice(0, 7) }, null, 'nl', SHORTENINGS[4]);
    expect(textOf(one.body)).toContain('Nog 1 ding dat we doen staat in de bijlage.');
    expect(textOf(short.body)).not.toContain('Maatregel nummer 7.');
    for (let i = 1; i <= 20; i++) expect(textOf(short.annex)).toContain(`Maatregel nummer ${i}.`);
    for (let i = 1; i <= 25; i++) expect(textOf(short.annex)).toContain(`belofte nummer ${i} `);
    expect(headings({ ...short, body: short.annex })).toEqual([
      'Alles wat we gaan doen',
      'Alle afspraken',
      'De artikelen van de wet',
    ]);
  });

  test('of which little is known yet stands there all the same, without inventing', () => {
    const empty = {
      ...FAMILY,
      ownWords: null,
      goals: [],
      lead: null,
      deputy: null,
      contacts: null,
      measures: [],
      promises: [],
      articles: [],
    };
    const text = whole(paper(empty));
    for (const one of [
      'Wie u helpt, staat hier nog niet.',
      'Er staat nog niet wat we gaan doen.',
      'U hoeft nu niets te doen.',
      'Er zijn nog geen artikelen bij gezocht.',
    ])
      expect([one, text.includes(one)]).toEqual([one, true]);
    expect(text).not.toMatch(/undefined|null|NaN/);
    expect(headings(paper(empty))).not.toContain('Wie doet wat');
  });
});

describe('what is special', () => {
  test('follows from who may read it: everybody it is about, and nobody else', () => {
    const of = (...persons: string[]) => ({ persons, roles: [] });
    expect([isHidden(null, null), isHidden(of('a'), null), isHidden(of('a'), 'a'), isHidden(of('a'), 'b')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect([isHidden(of('a', 'b'), 'a'), isHidden(of(), 'a')]).toEqual([true, true]);
  });

  test('names a role and never a person', () => {
    const nl = (persons: number, ...roles: ('ADULT' | 'CHILD')[]) => livesAs({ persons: Array(persons).fill('x'), roles }).nl;
    expect([nl(1, 'ADULT'), nl(2, 'ADULT'), nl(1, 'CHILD'), nl(2, 'CHILD'), nl(2, 'ADULT', 'CHILD'), nl(0)]).toEqual([
      ...['een volwassene', 'de volwassenen', 'een kind', 'de kinderen', 'een volwassene en een kind', 'iemand van het gezin'],
    ]);
  });

  test('is an agency under a duty of secrecy, or one whose name says enough', () => {
    expect(isTellingAgency('GGZ', 'MEDICAL')).toBe(true);
    expect(isTellingAgency('POLITIE', 'POLICE_DATA')).toBe(true);
    expect(isTellingAgency('RECLASSERING', 'JUDICIAL')).toBe(true);
    expect(isTellingAgency('VROUWENOPVANG', 'SOCIAL_WORK')).toBe(true);
    expect(isTellingAgency('WONINGCORPORATIE', 'CONTRACT')).toBe(false);
    expect([isTellingService('TREATMENT', 'CARE_YOUTH'), isTellingService('POLICE_DEPLOYED', 'JUSTICE')]).toEqual([true, true]);
    expect(isTellingService('POSTAL_ADDRESS', 'HOUSING')).toBe(false);
  });

  test.each([
    ['Vader gaat naar de GGZ', true],
    ['hulp bij zijn verslaving', true],
    ['De behandeling begint', true],
    ['Gesprek met de reclassering', true],
    ['Zij is opgenomen', true],
    ['U krijgt een briefadres', false],
    ['De huurschuld wordt betaald', false],
    ['Koffie drinken met de buurvrouw', false],
    ['School belt elke week', false],
  ])('%s: %s', (text, expected) => {
    expect(tells(text)).toBe(expected);
  });
});

describe('the reasoned decision', () => {
  const decision = (over: Partial<typeof DECISION> = {}, full = false, cut: Cut = CUTS[0], language: 'nl' | 'en' = 'nl') =>
    decisionPaper({ ...DECISION, ...over }, { language, full, cut });

  test('says what was decided, under which mandate and when, and on what it stands', () => {
    const text = whole(decision());
    for (const one of [
      'Besloten op 23 november 2026, door de mandaathouder van de gemeente (mandaat tot € 25.000,00',
      'Wij besluiten dat de bijstand doorgaat',
      'Wie het plan schreef, besloot niet mee.',
      'Het huishouden zei 2 keer ja.',
      'Uitkering hervat. Uw bijstand gaat door, met een briefadres van de gemeente. Wijkt af: eerst betalen, later verrekenen.',
      'Doorbraakfonds € 4.200,00',
      '2. Wet BRP 2.23 tegenover Wgs 3 lid 2: De fraude is acht jaar oud en afbetaald; weigeren houdt de schuld in stand.',
      'Gemeente, inkomen (1) maakt bezwaar. Reden: Er is geen adres. Antwoord: Het briefadres komt van de gemeente zelf.',
      'Doorbraakfonds (3) antwoordde niet, ook niet na opschalen. Opgeschaald, trede 1 op 10 november 2026 (geen antwoord). Waarom het plan doorgaat: Wachten kost de woning.',
      'Rechtmatigheid: voldoende. Elke stap steunt op twee wetten.',
      'Economisch: voldoende.',
      'Doorbraakfonds\n€ 0,00\n€ 4.200,00\nlegt in € 4.200,00',
      'Woningcorporatie\n€ 18.500,00\n€ 0,00\nhoudt over € 18.500,00',
      'Samen\n€ 18.500,00\n€ 4.200,00\n€ 14.300,00 minder',
      'Zonder prijs, en dus niet meegeteld: 1.',
      'Wgs\n–\ngrens\n–\n–',
      'Fw\n–\n–\nraakt niet\n–',
      'Wgs 3 lid 2 (grens): Zonder adres stopt de uitkering',
      'Wet BRP 2.23 (ruimte; antwoord op Wgs 3 lid 2): Zonder adres',
      'Fw (raakt niet): Er loopt geen faillissement.',
    ])
      expect([one, text.includes(one)]).toEqual([one, true]);
    expect(text).not.toContain('Noor Bakker');
  });

  test('tells special content only to who may read it', () => {
    for (const language of ['nl', 'en'] as const) expect(whole(decision({}, false, CUTS[0], language))).not.toMatch(/CANARY/);
    expect(whole(decision())).toContain('[staat in het volledige besluit]');
    const full = whole(decision({}, true));
    for (const one of ['CANARY-SERVICE', 'CANARY-AGENCY', 'CANARY-PAYER', 'CANARY-ARGUMENT', 'CANARY-behandeling'])
      expect([one, full.includes(one)]).toEqual([one, true]);
  });

  test('names who simply agrees in one line, and no payer whose name tells', () => {
    const agrees = DECISION.positions.map((one) => ({
      ...one,
      answer: 'AGREES' as const,
      reason: null,
      ladder: [],
      reply: null,
      wentOn: null,
    }));
    expect(whole(decision({ positions: agrees }))).toContain('Akkoord: Gemeente, inkomen (1), Doorbraakfonds (3).');
    const justice = {
      payer: { nl: 'Justitie en Veiligheid', en: 'Justice' },
      now: 200_000n,
      then: 50_000n,
      role: 'GAINS' as const,
    };
    const money = { ...DECISION.money!, payers: [...DECISION.money!.payers, justice] };
    expect(whole(decision({ money }))).not.toContain('Justitie');
    expect(whole(decision({ money }))).toContain('Andere betalers\n€ 2.000,00\n€ 500,00\nhoudt over € 1.500,00');
    expect(whole(decision({ money }, true))).toContain('Justitie en Veiligheid');
  });

  test('that was not taken yet is a draft, and says that no rights follow from it', () => {
    const draft = decision({ decision: null, decidedOn: null });
    expect(draft.mark).toBe('CONCEPT, nog niet besloten');
    expect(textOf(draft.body)).toContain('nog niet besloten. Er kunnen geen rechten aan worden ontleend.');
    expect(textOf(draft.body)).not.toContain('mandaathouder');
  });

  test('that is long is cut with a mark, and stands whole in the annex', () => {
    const long = `Begin ${'van een lange tekst '.repeat(30)}einde`;
    const cut = decision({ values: [{ value: 'LEGITIMACY', verdict: 'SUFFICIENT', argument: long }] }, false, {
      text: 120,
      items: 1,
    });
    expect(textOf(cut.body)).toMatch(/Rechtmatigheid: voldoende\. Begin .*… \(\*\)/);
    expect(textOf(cut.body)).not.toContain('einde');
    expect(textOf(cut.annex)).toContain(long);
    expect(textOf(cut.body)).toContain('Nog 1 staat achter de matrix.');
    expect(headings({ ...cut, body: cut.annex })).toContain('Instanties: antwoord, bezwaar en opschalen (voluit)');
    expect(textOf(cut.annex)).toContain('Doorbraakfonds (3) antwoordde niet');
  });

  test('begins each sentence with a capital, however it was typed', () => {
    const lower = <T>(row: T): T =>
      JSON.parse(
        JSON.stringify(row, (key, value: unknown) =>
          typeof value === 'string' &&
          ['result', 'agency', 'argument', 'reason', 'reply', 'wentOn', 'line', 'reasoning'].includes(key)
            ? value.charAt(0).toLowerCase() + value.slice(1)
            : value,
        ),
      );
    const { measures, positions, values, perspectives, grounds, struckOut, contradictions } = DECISION;
    const typed = lower({ measures, positions, values, perspectives, grounds, struckOut, contradictions });
    expect(whole(decision(typed, true))).toBe(whole(decision({}, true)).replace('er loopt geen', 'Er loopt geen'));
  });

  test('says of a measure without money whether it needs none', () => {
    const costs = (noExtraMoney: string[]) =>
      textOf(decision({ noExtraMoney, shares: [] }).body).match(/geen extra geld/g)?.length;
    expect([costs(['m1', 'm2']), costs([])]).toEqual([2, undefined]);
    expect(textOf(decision({ noExtraMoney: [], shares: [] }).body)).toContain('nog niet bekend');
  });

  test('marks in English what people wrote as Dutch, also between other words', () => {
    const { body } = decision({}, false, CUTS[0], 'en');
    const items = body.flatMap((block) => (block.kind === 'list' ? block.items : []));
    const objection = items.find((item) => lineOf(item).includes(' objects.'))!;
    expect(objection.map(({ lang, text }) => [lang, text.trim()]).slice(2)).toEqual([
      [undefined, 'Reason:'],
      ['nl', 'Er is geen adres.'],
      [undefined, 'Answer:'],
      ['nl', 'Het briefadres komt van de gemeente zelf.'],
    ]);
  });

  test('names the other rules that stand in the way, and the mandate holder’s reason where somebody said no', () => {
    const text = whole(decision({ contradictions: [], agreement: { agreed: 1, passedOver: ['Het kind is in gevaar.'] } }));
    expect(text).toContain('2. Wgs 3 lid 2 staat in de weg; daarop antwoordt Wet BRP 2.23.');
    expect(text).toContain('Waarom het plan toch doorgaat: Het kind is in gevaar.');
  });
});
