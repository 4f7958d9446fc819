import type { DecisionPaperFacts, MeasureLine, PlanPaperFacts } from './paper.facts';

/** Facts of a plan of a fictional family, as its papers get them. `CANARY` stands only in what is about one person's care. */
export const FATHER = '11111111-1111-7111-8111-111111111111';
export const CHILD = '22222222-2222-7222-8222-222222222222';

const measure = (id: string, nl: string, en: string, result: string, agency: string, by: string): MeasureLine => ({
  ...{ id, result, agency, by },
  name: { nl, en },
  special: null,
});

export const FAMILY: PlanPaperFacts = {
  ...{ number: 3, today: '2026-11-23', decidedOn: '2026-11-23', stoppedOn: null },
  alone: null,
  ownWords: 'Dat de post niet meer eng is. En dat we hier mogen blijven.',
  goals: [
    {
      words: 'Dat de post niet meer eng is. En dat we hier mogen blijven.',
      firstStep: 'Maandag openen we samen de eerste envelop.',
    },
  ],
  lead: 'Noor Bakker (verzonnen)',
  deputy: 'Ties Post (verzonnen)',
  contacts: { month: '2026-10-01', count: 16 },
  measures: [
    measure(
      'm1',
      'Uitkering hervat',
      'Benefit resumed',
      'Uw bijstand gaat door, met een briefadres van de gemeente',
      'Gemeente, inkomen',
      '2026-12-01',
    ),
    measure(
      'm2',
      'Schuldhulp met plan van aanpak',
      'Debt help with an action plan',
      'De schuldhulp begint. Ook al moet u nog geld terugbetalen',
      'Gemeente, schuldhulp',
      '2026-12-03',
    ),
    measure(
      'm3',
      'Achterstand betaald uit fonds',
      'Arrears paid from a fund',
      'De huurschuld van € 4.200,00 wordt betaald. U mag blijven wonen',
      'Doorbraakfonds',
      '2026-11-27',
    ),
    {
      ...measure(
        'm4',
        'CANARY-SERVICE',
        'CANARY-SERVICE',
        'CANARY-RESULT: de behandeling voor alcohol begint',
        'CANARY-AGENCY',
        '2026-12-04',
      ),
      special: { persons: [FATHER], roles: ['ADULT'] },
    },
    measure('m5', 'Schoolplek', 'School place', 'Uw dochter krijgt vervoer naar school', 'Gemeente, jeugd', '2026-12-08'),
  ],
  promises: [
    {
      id: 'p1',
      who: 'Gemeente, inkomen',
      own: false,
      what: 'betaalt de bijstand door',
      by: '2026-12-01',
      kept: false,
      special: null,
    },
    { id: 'p2', who: 'Woningcorporatie', own: false, what: 'stopt de uitzetting', by: '2026-11-25', kept: true, special: null },
    {
      id: 'p3',
      who: 'CANARY-AGENCY',
      own: false,
      what: 'CANARY-PROMISE',
      by: '2026-12-04',
      kept: false,
      special: { persons: [FATHER], roles: ['ADULT'] },
    },
    { id: 'p4', who: 'Wijkteam', own: false, what: 'opent de post met u', by: '2026-11-30', kept: false, special: null },
    { id: 'p5', who: '', own: true, what: 'U legt de post in de blauwe map', by: '2026-11-30', kept: false, special: null },
    {
      id: 'p6',
      who: '',
      own: true,
      what: 'U gaat een keer langs bij Burgerzaken. Noor gaat mee',
      by: '2026-12-02',
      kept: false,
      special: null,
    },
  ],
  articles: [
    {
      measure: 'm1',
      law: 'Participatiewet',
      article: '18 lid 1',
      role: 'ROOM',
      summary: {
        nl: 'de gemeente stemt de bijstand af op wat deze mensen nodig hebben',
        en: 'the municipality fits the benefit to what these people need',
      },
    },
    {
      measure: 'm1',
      law: 'Wet BRP',
      article: '2.23',
      role: 'ROOM',
      summary: { nl: 'de gemeente kan zelf een briefadres geven', en: 'the municipality can give a postal address itself' },
    },
    {
      measure: 'm2',
      law: 'Wgs',
      article: '3 lid 2',
      role: 'LIMIT',
      summary: { nl: 'de gemeente mag schuldhulp weigeren bij fraude', en: 'the municipality may refuse debt help after fraud' },
    },
    { measure: 'm4', law: 'CANARY-LAW', article: '1', role: 'ROOM', summary: { nl: 'CANARY-SUMMARY', en: 'CANARY-SUMMARY' } },
  ],
};

/** The same family with much more: more than fits on two pages. */
export const LONG: PlanPaperFacts = {
  ...FAMILY,
  measures: Array.from({ length: 20 }, (_, i) => ({
    ...FAMILY.measures[i % 3]!,
    id: `n${i}`,
    result: `Maatregel nummer ${i + 1}. ${'Dit staat er in een paar gewone zinnen bij. '.repeat(3).trim()}`,
  })),
  promises: Array.from({ length: 25 }, (_, i) => ({
    ...FAMILY.promises[0]!,
    id: `q${i}`,
    who: `Instantie ${i + 1}`,
    what: `belofte nummer ${i + 1} van deze instantie`,
  })),
  articles: Array.from({ length: 30 }, (_, i) => ({ ...FAMILY.articles[0]!, measure: `n${i % 20}`, article: `${i + 1}` })),
};

const INTERIM = { nl: 'eerst betalen, later verrekenen', en: 'pay first, settle later' };

export const DECISION: DecisionPaperFacts = {
  ...FAMILY,
  decision: {
    text: 'Wij besluiten dat de bijstand doorgaat en dat de huurschuld eenmalig wordt betaald.',
    kinds: [INTERIM],
    maxCents: 2_500_000n,
    costsMoreSigned: false,
  },
  noExtraMoney: ['m2'],
  deviations: [{ measure: 'm1', kind: INTERIM }],
  shares: [
    { measure: 'm1', payer: { nl: 'Participatiewet', en: 'Participation Act' }, percent: '100', cents: 120_000n },
    { measure: 'm3', payer: { nl: 'Doorbraakfonds', en: 'Breakthrough fund' }, percent: '100', cents: 420_000n },
    { measure: 'm4', payer: { nl: 'CANARY-PAYER', en: 'CANARY-PAYER' }, percent: '100', cents: 100n },
  ],
  grounds: FAMILY.articles.map((article, i) => ({
    ...article,
    ...{ id: `g${i}`, force: 'IN_FORCE', readOtherwise: null, answers: i === 1 ? ['g2'] : [] },
    argument:
      article.measure === 'm4'
        ? 'CANARY-ARGUMENT'
        : 'Zonder adres stopt de uitkering, en zonder uitkering komt er geen adres. Dit gezin kan daar niets aan doen.',
  })),
  struckOut: [{ measure: 'm3', law: 'Fw', line: 'er loopt geen faillissement' }],
  contradictions: [
    {
      measure: 'm2',
      a: 'g1',
      b: 'g2',
      type: 'TOEGANG',
      reasoning: 'De fraude is acht jaar oud en afbetaald; weigeren houdt de schuld in stand.',
      via: ['g1'],
    },
  ],
  positions: [
    {
      ...{
        agency: 'Gemeente, inkomen',
        measures: ['m1'],
        state: 'ANSWERED',
        answer: 'OBJECTS',
        reason: 'Er is geen adres.',
        condition: null,
        accepted: false,
      },
      reply: 'Het briefadres komt van de gemeente zelf.',
      wentOn: null,
      ladder: [],
    },
    {
      ...{
        agency: 'Doorbraakfonds',
        measures: ['m3'],
        state: 'DID_NOT_ANSWER',
        answer: null,
        reason: null,
        condition: null,
        accepted: false,
      },
      reply: null,
      wentOn: 'Wachten kost de woning.',
      ladder: [{ rung: 1, on: '2026-11-10', outcome: 'NO_ANSWER' }],
    },
    {
      ...{
        agency: 'CANARY-AGENCY',
        measures: ['m4'],
        state: 'ANSWERED',
        answer: 'AGREES',
        reason: null,
        condition: null,
        accepted: false,
      },
      reply: null,
      wentOn: null,
      ladder: [],
    },
  ],
  values: [
    { value: 'LEGITIMACY', verdict: 'SUFFICIENT', argument: 'Elke stap steunt op twee wetten.' },
    { value: 'ENGAGEMENT', verdict: 'SUFFICIENT', argument: 'Het gezin noemde de post zelf.' },
    { value: 'PUBLIC_RETURN', verdict: 'SUFFICIENT', argument: 'Een uitzetting kost meer dan de huurschuld.' },
  ],
  perspectives: [
    { kind: 'LEGAL', verdict: 'SUFFICIENT', argument: 'De weigering is een bevoegdheid, geen plicht.' },
    { kind: 'ECONOMIC', verdict: 'SUFFICIENT', argument: 'De corporatie en de gemeente houden over.' },
    {
      kind: 'SOCIETAL',
      verdict: 'SUFFICIENT',
      argument: 'De kinderen blijven op hun school; vader hervat de CANARY-behandeling.',
    },
  ],
  agreement: { agreed: 2, passedOver: [] },
  money: {
    months: 12,
    unpriced: 1,
    payers: [
      { payer: { nl: 'Doorbraakfonds', en: 'Breakthrough fund' }, now: 0n, then: 420_000n, role: 'INVESTS' },
      { payer: { nl: 'Woningcorporatie', en: 'Housing corporation' }, now: 1_850_000n, then: 0n, role: 'GAINS' },
    ],
  },
};
