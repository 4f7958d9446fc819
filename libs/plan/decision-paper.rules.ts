import { type Cents, eurosInWords, sum, type Words } from '@doorbraak/kernel';
import type { ProvisionRole } from '@doorbraak/law';
import { type Block, bold, type Language, type Line, type Paper, plain, type Run } from './paper.blocks';
import type { DecisionPaperFacts, MeasureLine } from './paper.facts';
import {
  capital,
  dayIn,
  dayInFigures,
  ended,
  footOf,
  heading,
  list,
  markOf,
  pageOf,
  type Said,
  saidIn,
  text,
  toldMeasures,
  written,
} from './paper.rules';
import { BEHIND, tells } from './paper.special.rules';

/**
 * How long a text may be in the body, and how many clashes and agencies stand there; what is cut ends in a mark, and all of it stands whole
 * in the annex. From whole to least.
 */
export type Cut = { text: number; items: number };
export const CUTS: readonly [Cut, ...Cut[]] = [
  { text: 10_000, items: 99 },
  { text: 400, items: 99 },
  { text: 220, items: 99 },
  { text: 120, items: 20 },
  { text: 60, items: 8 },
  { text: 60, items: 5 },
  { text: 40, items: 3 },
];

/** In the order in which a cell of the matrix names them: what stands in the way first. */
const ROLES: Record<ProvisionRole, Words> = {
  LIMIT: { nl: 'grens', en: 'limit' },
  ROOM: { nl: 'ruimte', en: 'room' },
  PROTECTION: { nl: 'bescherming', en: 'protection' },
  PROCEDURE: { nl: 'procedure', en: 'procedure' },
  PURPOSE: { nl: 'doel', en: 'purpose' },
};
const VERDICTS = {
  SUFFICIENT: { nl: 'voldoende', en: 'sufficient' },
  INSUFFICIENT: { nl: 'onvoldoende', en: 'insufficient' },
  NOT_YET: { nl: 'nog niet beoordeeld', en: 'not judged yet' },
} as const;
const VALUES = {
  LEGITIMACY: { nl: 'Rechtmatigheid', en: 'Legitimacy' },
  ENGAGEMENT: { nl: 'Betrokkenheid', en: 'Engagement' },
  PUBLIC_RETURN: { nl: 'Maatschappelijk rendement', en: 'Public return' },
} as const;
const PERSPECTIVES = {
  LEGAL: { nl: 'Juridisch', en: 'Legal' },
  ECONOMIC: { nl: 'Economisch', en: 'Economic' },
  SOCIETAL: { nl: 'Maatschappelijk', en: 'Societal' },
} as const;
/** After the name of an agency. */
const STATES = {
  ASKED: { nl: 'is gevraagd, de termijn loopt', en: 'was asked, the clock runs' },
  ANSWERED: { nl: 'antwoordde', en: 'answered' },
  OVERDUE: { nl: 'antwoordde niet op tijd', en: 'did not answer in time' },
  ESCALATED: { nl: 'antwoordde niet op tijd, er is opgeschaald', en: 'did not answer in time, it was escalated' },
  REFUSED: { nl: 'zei bij het opschalen nee', en: 'said no on the ladder' },
  SOLVED: { nl: 'kwam er bij het opschalen uit', en: 'came to terms on the ladder' },
  DID_NOT_ANSWER: { nl: 'antwoordde niet, ook niet na opschalen', en: 'did not answer, also not after escalation' },
} as const;
const ANSWERS = {
  AGREES: { nl: 'is akkoord', en: 'agrees' },
  AGREES_IF: { nl: 'is akkoord onder voorwaarde', en: 'agrees on a condition' },
  OBJECTS: { nl: 'maakt bezwaar', en: 'objects' },
} as const;
const PAYER_ROLES = {
  INVESTS: { nl: 'legt in', en: 'invests' },
  GAINS: { nl: 'houdt over', en: 'gains' },
  EVEN: { nl: 'gelijk', en: 'even' },
  NOT_KNOWN: { nl: 'niet bekend', en: 'not known' },
} as const;
const OUTCOMES = {
  SOLVED: { nl: 'opgelost', en: 'solved' },
  REFUSED: { nl: 'nee', en: 'no' },
  NO_ANSWER: { nl: 'geen antwoord', en: 'no answer' },
} as const;
const FORCE = {
  IN_FORCE: null,
  IN_FORCE_BY_TEXT: null,
  NOT_IN_FORCE: { nl: 'gold niet op die dag', en: 'was not in force on that day' },
  TEXT_OLDER: { nl: 'latere wijziging niet nagegaan', en: 'a later change was not checked' },
  NOT_ESTABLISHED: { nl: 'geldigheid niet vastgesteld', en: 'validity not established' },
} as const;

const CLASHES = { nl: 'Botsende regels en het antwoord', en: 'Rules that clash, and the answer' };
const NO_CLASHES = { nl: 'Er zijn geen botsingen vastgelegd.', en: 'No clashes were written down.' };
const AGENCIES = { nl: 'Instanties: antwoord, bezwaar en opschalen', en: 'Agencies: answer, objection and escalation' };
const NOBODY_ASKED = { nl: 'Er is nog geen instantie gevraagd.', en: 'No agency was asked yet.' };
const OTHER_PAYERS = { nl: 'Andere betalers', en: 'Other payers' };

/** `full`: with special content, for who may read it; else each such measure is only named as help. */
export type DecisionOptions = { language: Language; full: boolean; cut: Cut };

/**
 * The reasoned decision, for agencies and lawyers: what was decided, by whom under which mandate, on what it stands, what was said against it
 * and what answers that, who pays. Names of people are not in it; the person who decided is known to the municipality by the mandate.
 */
export function decisionPaper(given: DecisionPaperFacts, { language, full, cut }: DecisionOptions): Paper {
  const say = saidIn(language);
  const facts = full ? given : guarded(given, say);
  const view = viewOf(facts, full);
  const own = (words: string) => sentence(words, language, cut.text);
  const body: Block[] = [
    {
      kind: 'title',
      over: say({ nl: 'Doorbraakplan', en: 'Breakthrough plan' }),
      text: say({ nl: 'Gemotiveerd besluit', en: 'Reasoned decision' }),
    },
    ...decided(facts, say, language, own),
    heading(say({ nl: 'Maatregelen', en: 'Measures' })),
    measureTable(facts, view, say, language, own),
    heading(say(CLASHES)),
    ...firstOf(clashes(facts, view, say, own), cut.items, say, NO_CLASHES),
    heading(say(AGENCIES)),
    ...firstOf(answers(facts, view, say, language, own), cut.items, say, NOBODY_ASKED),
    heading(say({ nl: 'Waarden en blikken', en: 'Values and perspectives' })),
    list('points', verdicts(facts, say, own)),
    heading(say({ nl: 'Geld', en: 'Money' })),
    ...money(facts, say, language),
  ];
  const annex: Block[] = [
    ...matrix(facts, view, say),
    ...cells(facts, view, say, language),
    ...wholeLists(facts, view, say, language, own, cut.items),
    ...wholeTexts(facts, view, say, language, cut.text),
  ];
  return {
    ...{ language, body, annex },
    title: `${say({ nl: 'Gemotiveerd besluit', en: 'Reasoned decision' })}, ${footOf(facts, language).toLowerCase()}`,
    foot: footOf(facts, language),
    mark: markOf(facts, language),
    pageOf: pageOf(language),
    madeOn: facts.today,
  };
}

/** What somebody wrote, as much of it as fits, as a sentence. */
type Own = (words: string) => Run;

type View = {
  /** measures that are told whole, numbered as they stand in the table */
  whole: MeasureLine[];
  numberOf: (measure: string) => string | undefined;
  rows: ReturnType<typeof toldMeasures>;
  /** something of it is left out of this copy */
  hides: boolean;
};

function viewOf(facts: DecisionPaperFacts, full: boolean): View {
  const rows = full ? facts.measures.map((line) => ({ line, special: null }) as const) : toldMeasures(facts, null);
  const whole = rows.flatMap(({ line, special }) => (special ? [] : [line]));
  const numbers = new Map(rows.flatMap(({ line, special }, i) => (special ? [] : [[line.id, `${i + 1}`] as const])));
  return { rows, whole, numberOf: (measure) => numbers.get(measure), hides: whole.length < facts.measures.length };
}

const CUT_OFF = '… (*)';
const shortened = (words: string, cut: number): string => {
  const one = words.trim().replace(/\s+/g, ' ');
  if (one.length <= cut) return one;
  const at = one.lastIndexOf(' ', cut - 1);
  return `${one.slice(0, at > cut / 2 ? at : cut - 1)}${CUT_OFF}`;
};
const sentence = (words: string, language: Language, most = words.length): Run => {
  const short = capital(shortened(words, most));
  return written(short.endsWith(CUT_OFF) ? short : ended(short), language);
};
const isCut = (words: string, cut: number) => shortened(words, cut).endsWith(CUT_OFF);
const eurosIn = (cents: Cents, language: Language) => eurosInWords(cents)[language];
/** Free text of a decision can tell of somebody's health as well; then it stays with who may read that. */
function guarded(facts: DecisionPaperFacts, say: Said): DecisionPaperFacts {
  const kept = <T extends string | null>(words: T): T =>
    words !== null && tells(words) ? (say({ nl: '[staat in het volledige besluit]', en: '[in the full decision]' }) as T) : words;
  return {
    ...facts,
    decision: facts.decision && { ...facts.decision, text: kept(facts.decision.text) },
    grounds: facts.grounds.map((one) => ({ ...one, argument: kept(one.argument), readOtherwise: kept(one.readOtherwise) })),
    struckOut: facts.struckOut.map((one) => ({ ...one, line: kept(one.line) })),
    contradictions: facts.contradictions.map((one) => ({ ...one, reasoning: kept(one.reasoning) })),
    positions: facts.positions.map((one) => ({
      ...one,
      ...{ reason: kept(one.reason), condition: kept(one.condition), reply: kept(one.reply), wentOn: kept(one.wentOn) },
    })),
    values: facts.values.map((one) => ({ ...one, argument: kept(one.argument) })),
    perspectives: facts.perspectives.map((one) => ({ ...one, argument: kept(one.argument) })),
    agreement: { ...facts.agreement, passedOver: facts.agreement.passedOver.map(kept) },
    money: facts.money && { ...facts.money, payers: untold(facts.money.payers) },
  };
}

/** Who pays can tell as well, such as the judiciary: those are one line together. */
function untold(payers: NonNullable<DecisionPaperFacts['money']>['payers']): NonNullable<DecisionPaperFacts['money']>['payers'] {
  const telling = payers.filter(({ payer }) => tells(payer.nl));
  if (!telling.length) return payers;
  const [now, then] = (['now', 'then'] as const).map((of) => sum(telling.map((one) => one[of]))) as [Cents, Cents];
  const role = now < then ? 'INVESTS' : now > then ? 'GAINS' : 'EVEN';
  return [...payers.filter((one) => !telling.includes(one)), { payer: OTHER_PAYERS, now, then, role }];
}

function decided(facts: DecisionPaperFacts, say: Said, language: Language, own: Own): Block[] {
  const { decision, decidedOn, agreement } = facts;
  const notYet = text(
    say({
      nl: 'Dit plan is nog niet besloten. Er kunnen geen rechten aan worden ontleend.',
      en: 'This plan was not decided yet. No rights follow from it.',
    }),
  );
  const no = agreement.passedOver.length;
  const asked = {
    nl: `Het huishouden zei ${agreement.agreed} keer ja${no ? ` en ${no} keer nee` : ''}.`,
    en: `The household: ${agreement.agreed} yes${no ? `, ${no} no` : ''}.`,
  };
  const household =
    agreement.agreed + no ? asked : { nl: 'Het huishouden gaf nog geen antwoord.', en: 'The household did not answer yet.' };
  if (!decision || !decidedOn) return [notYet, text(say(household))];
  const { kinds, maxCents } = decision;
  const limit =
    maxCents === null
      ? say({ nl: 'zonder grens in geld', en: 'without a limit in money' })
      : say({ nl: `tot ${eurosIn(maxCents, 'nl')}`, en: `up to ${eurosIn(maxCents, 'en')}` });
  return [
    {
      kind: 'text',
      line: [
        bold(say({ nl: 'Besloten op ', en: 'Decided on ' }) + dayIn(decidedOn, language)),
        {
          text: say({
            nl: `, door de mandaathouder van de gemeente (mandaat ${limit}${kinds.length ? `, voor: ${kinds.map(({ nl }) => nl).join('; ')}` : ''}). Wie het plan schreef, besloot niet mee.`,
            en: `, by the mandate holder of the municipality (mandate ${limit}${kinds.length ? `, for: ${kinds.map(({ en }) => en).join('; ')}` : ''}). Who wrote the plan did not take part in the decision.`,
          }),
        },
      ],
    },
    { kind: 'text', line: [own(decision.text)] },
    text(say(household)),
    ...agreement.passedOver.flatMap((why): Block[] =>
      why
        ? [
            {
              kind: 'text',
              line: [
                { text: say({ nl: 'Waarom het plan toch doorgaat: ', en: 'Why the plan goes on all the same: ' }) },
                own(why),
              ],
            },
          ]
        : [],
    ),
    ...(decision.costsMoreSigned
      ? [
          text(
            say({
              nl: 'Het plan kost meer dan doorgaan zoals nu. Daarvoor is getekend.',
              en: 'The plan costs more than going on as now. That was signed for.',
            }),
          ),
        ]
      : []),
  ];
}

function measureTable(facts: DecisionPaperFacts, { rows }: View, say: Said, language: Language, own: Own): Block {
  const payersOf = (measure: string) =>
    facts.shares
      .filter((share) => share.measure === measure)
      .map(
        ({ payer, percent, cents }) =>
          `${say(payer)} ${cents === null ? `${percent}%, ${say({ nl: 'bedrag niet bekend', en: 'amount not known' })}` : eurosIn(cents, language)}`,
      )
      .join('; ');
  return {
    ...{ kind: 'table', caption: say({ nl: 'Maatregelen', en: 'Measures' }), parts: [6, 44, 24, 26] },
    head: [
      '',
      say({ nl: 'Wat', en: 'What' }),
      say({ nl: 'Wie, voor', en: 'Who, by' }),
      say({ nl: 'Wie betaalt', en: 'Who pays' }),
    ],
    rows: rows.map(({ line, special }, i): Line[] => {
      if (special)
        return [
          plain(`${i + 1}`),
          [bold(`${say(BEHIND.who(special, null))}. `), { text: say(BEHIND.together) }],
          plain(''),
          plain(''),
        ];
      const kind = facts.deviations.find(({ measure }) => measure === line.id);
      const deviates = kind
        ? say({
            nl: ` Wijkt af${kind.kind ? `: ${kind.kind.nl}` : ''}.`,
            en: ` Deviates${kind.kind ? `: ${kind.kind.en}` : ''}.`,
          })
        : '';
      return [
        plain(`${i + 1}`),
        [bold(`${say(line.name)}. `), own(line.result), ...(deviates ? [{ text: deviates }] : [])],
        plain(`${capital(line.agency)}, ${dayInFigures(line.by)}`),
        plain(
          payersOf(line.id) ||
            say(
              facts.noExtraMoney.includes(line.id)
                ? { nl: 'geen extra geld', en: 'no extra money' }
                : { nl: 'nog niet bekend', en: 'not known yet' },
            ),
        ),
      ];
    }),
  };
}

/** How a ground is called: its law and article. */
const nameIn = ({ grounds }: DecisionPaperFacts) => {
  const names = new Map(grounds.map(({ id, law, article }) => [id, `${law} ${article}`]));
  return (id: string) => names.get(id) ?? '?';
};

function clashes(facts: DecisionPaperFacts, { numberOf }: View, say: Said, own: Own): Line[] {
  const name = nameIn(facts);
  const these = facts.contradictions
    .filter(({ measure }) => numberOf(measure))
    .sort((one, other) => Number(numberOf(one.measure)) - Number(numberOf(other.measure)));
  const limits = facts.grounds.filter((ground) => ground.role === 'LIMIT' && numberOf(ground.measure));
  return [
    ...these.map(
      ({ measure, a, b, reasoning, via }): Line => [
        bold(`${numberOf(measure)}. ${name(a)} ↔ ${name(b)}: `.replace('↔', say({ nl: 'tegenover', en: 'against' }))),
        reasoning ? own(reasoning) : { text: say({ nl: 'Nog geen antwoord.', en: 'Not answered yet.' }) },
        ...(via.length ? [{ text: ` (${say({ nl: 'via', en: 'through' })} ${via.map(name).join(', ')})` }] : []),
      ],
    ),
    ...limits
      .filter(({ id }) => !these.some(({ a, b }) => a === id || b === id))
      .map(({ id, measure }): Line => {
        const by = facts.grounds.filter(({ answers: met }) => met.includes(id)).map((one) => name(one.id));
        return [
          bold(`${numberOf(measure)}. ${name(id)} `),
          {
            text: by.length
              ? say({
                  nl: `staat in de weg; daarop antwoordt ${by.join(', ')}.`,
                  en: `stands in the way; ${by.join(', ')} answers it.`,
                })
              : say({ nl: 'staat in de weg; nog geen antwoord.', en: 'stands in the way; not answered yet.' }),
          },
        ];
      }),
  ];
}

function answers(facts: DecisionPaperFacts, view: View, say: Said, language: Language, own: Own): Line[] {
  const shown = facts.positions.filter(({ measures }) => measures.some((one) => view.numberOf(one)));
  const which = (measures: readonly string[]) => measures.flatMap((one) => view.numberOf(one) ?? []).join(', ');
  // Whoever simply agrees needs no line of its own.
  const agree = shown.filter(({ answer, condition, ladder }) => answer === 'AGREES' && !condition && !ladder.length);
  const others = shown.filter((one) => !agree.includes(one));
  const items = others.map(({ agency, measures, state, answer, reason, condition, accepted, reply, wentOn, ladder }): Line => {
    const said = (name: Words, words: string | null): Line => (words ? [{ text: ` ${say(name)}: ` }, own(words)] : []);
    const steps = ladder.map(
      ({ rung, on, outcome }) =>
        ` ${say({ nl: 'Opgeschaald, trede', en: 'Escalated, step' })} ${rung} ${say({ nl: 'op', en: 'on' })} ${dayIn(on, language)}${outcome ? ` (${say(OUTCOMES[outcome])})` : ''}.`,
    );
    return [
      bold(`${capital(agency)} (${which(measures)}) `),
      { text: `${answer ? say(ANSWERS[answer]) : say(STATES[state])}.` },
      ...said(accepted ? { nl: 'Aanvaard', en: 'Accepted' } : { nl: 'Nog niet aanvaard', en: 'Not accepted yet' }, condition),
      ...said({ nl: 'Reden', en: 'Reason' }, reason),
      ...said({ nl: 'Antwoord', en: 'Answer' }, reply),
      ...steps.map((step) => ({ text: step })),
      ...said({ nl: 'Waarom het plan doorgaat', en: 'Why the plan goes on' }, wentOn),
    ];
  });
  if (!agree.length) return items;
  const names = agree.map(({ agency, measures }) => `${capital(agency)} (${which(measures)})`);
  return [...items, [bold(say({ nl: 'Akkoord: ', en: 'Agree: ' })), { text: `${names.join(', ')}.` }]];
}

/** So many of a list; the page says how many more there are. */
function firstOf(items: readonly Line[], most: number, say: Said, none: Words): Block[] {
  const more = items.length - most;
  if (!items.length) return [text(say(none))];
  const rest = say({
    nl: `Nog ${more} ${more === 1 ? 'staat' : 'staan'} achter de matrix.`,
    en: `${more} more ${more === 1 ? 'is' : 'are'} behind the matrix.`,
  });
  return [list('points', items.slice(0, most)), ...(more > 0 ? [text(rest)] : [])];
}

const inOrder = <K extends string, T>(rows: readonly T[], keys: readonly K[], keyOf: (row: T) => K): T[] =>
  [...rows].sort((a, b) => keys.indexOf(keyOf(a)) - keys.indexOf(keyOf(b)));

function verdicts({ values, perspectives }: DecisionPaperFacts, say: Said, own: Own): Line[] {
  const line = (name: Words, verdict: keyof typeof VERDICTS, argument: string): Line => [
    bold(`${say(name)}: ${say(VERDICTS[verdict])}. `),
    own(argument),
  ];
  return [
    ...inOrder(values, Object.keys(VALUES) as (keyof typeof VALUES)[], ({ value }) => value).map(({ value, verdict, argument }) =>
      line(VALUES[value], verdict, argument),
    ),
    ...inOrder(perspectives, Object.keys(PERSPECTIVES) as (keyof typeof PERSPECTIVES)[], ({ kind }) => kind).map(
      ({ kind, verdict, argument }) => line(PERSPECTIVES[kind], verdict, argument),
    ),
  ];
}

/** What two amounts differ, when they do. */
const apart = (now: Cents, then: Cents, language: Language): string[] =>
  now === then ? [] : [eurosIn(now > then ? now - then : then - now, language)];
const inAll = (now: Cents, then: Cents, say: Said, language: Language): string => {
  if (now === then) return say(PAYER_ROLES.EVEN);
  return [...apart(now, then, language), say(then > now ? { nl: 'meer', en: 'more' } : { nl: 'minder', en: 'less' })].join(' ');
};

function money({ money: picture }: DecisionPaperFacts, say: Said, language: Language): Block[] {
  if (!picture)
    return [
      text(
        say({
          nl: 'De vergelijking met doorgaan zoals nu is nog niet gemaakt.',
          en: 'The comparison with going on as now was not made yet.',
        }),
      ),
    ];
  const { months, payers, unpriced } = picture;
  const total = (of: 'now' | 'then') => sum(payers.map((one) => one[of]));
  const row = (name: string, now: Cents, then: Cents, role: string): Line[] => [
    plain(name),
    plain(eurosIn(now, language)),
    plain(eurosIn(then, language)),
    plain(role),
  ];
  return [
    {
      ...{ kind: 'table', caption: say({ nl: 'Geld per betaler', en: 'Money per payer' }), parts: [36, 19, 19, 26] },
      head: [
        say({ nl: `Per betaler, over ${months} maanden`, en: `Per payer, over ${months} months` }),
        say({ nl: 'Zoals nu', en: 'As now' }),
        say({ nl: 'Doorbraak', en: 'Breakthrough' }),
        say({ nl: 'Verschil', en: 'Difference' }),
      ],
      rows: [
        ...payers.map(({ payer, now, then, role }) =>
          role === 'NOT_KNOWN' && now === 0n && then === 0n
            ? [plain(say(payer)), plain('–'), plain('–'), plain(say(PAYER_ROLES[role]))]
            : row(say(payer), now, then, [say(PAYER_ROLES[role]), ...apart(now, then, language)].join(' ')),
        ),
        row(
          ...([say({ nl: 'Samen', en: 'Together' }), total('now'), total('then')] as const),
          inAll(total('now'), total('then'), say, language),
        ),
      ],
    },
    text(
      [
        say({
          nl: 'Dit zijn verwachtingen; wat het werkelijk kostte, blijkt bij het terugkijken.',
          en: 'These are expectations; what it really cost shows when looking back.',
        }),
        ...(unpriced
          ? [
              say({
                nl: `Zonder prijs, en dus niet meegeteld: ${unpriced}.`,
                en: `Without a price, and so not counted: ${unpriced}.`,
              }),
            ]
          : []),
      ].join(' '),
    ),
  ];
}

/** So many measures stand side by side on a page that is upright, and on one that lies. */
const MOST_UPRIGHT = 4;
const MOST_LYING = 10;

/**
 * Rows are laws, columns are measures; a cell says how the law bears on the measure. Which articles, and why, stands behind it cell by cell.
 * More measures than fit make a second part below the first.
 */
function matrix(facts: DecisionPaperFacts, { whole: measures, numberOf, hides }: View, say: Said): Block[] {
  const title: Block = {
    kind: 'title',
    over: say({ nl: 'Gemotiveerd besluit', en: 'Reasoned decision' }),
    text: say({ nl: 'Matrix: maatregelen en wetten', en: 'Matrix: measures and laws' }),
  };
  const cited = facts.grounds.filter(({ measure }) => numberOf(measure));
  const struck = facts.struckOut.filter(({ measure }) => numberOf(measure));
  const laws = [...new Set([...cited, ...struck].map(({ law }) => law))];
  if (!laws.length)
    return [
      { kind: 'page', lying: false },
      title,
      text(say({ nl: 'Er zijn nog geen artikelen bij gezocht.', en: 'No articles have been added yet.' })),
    ];
  const lying = measures.length > MOST_UPRIGHT;
  const parts = Array.from({ length: Math.ceil(measures.length / MOST_LYING) }, (_, i) =>
    measures.slice(i * MOST_LYING, (i + 1) * MOST_LYING),
  );
  const cell = (measure: string, law: string): Line => {
    const here = (one: { measure: string; law: string }) => one.measure === measure && one.law === law;
    const roles = Object.keys(ROLES) as ProvisionRole[];
    const these = roles.filter((role) => cited.some((ground) => here(ground) && ground.role === role));
    if (these.length) return plain(these.map((role) => say(ROLES[role])).join(', '));
    return plain(struck.some(here) ? say({ nl: 'raakt niet', en: 'not touched' }) : '–');
  };
  return [
    { kind: 'page', lying },
    title,
    ...parts.map(
      (columns): Block => ({
        ...{ kind: 'table', caption: say({ nl: 'Matrix', en: 'Matrix' }), parts: [1, ...columns.map(() => 1)] },
        head: [
          `${say({ nl: 'Wet', en: 'Law' })}${hides ? ' *' : ''}`,
          ...columns.map(({ id, name }) => `${numberOf(id)} ${say(name)}`),
        ],
        rows: laws.map((law): Line[] => [[bold(law)], ...columns.map(({ id }) => cell(id, law))]),
      }),
    ),
    ...(hides
      ? [
          text(
            say({
              nl: '* Hulp die over de gezondheid of de zorg van één persoon gaat, staat met haar gronden alleen in het volledige besluit.',
              en: '* Help that is about the health or care of one person stands with its grounds in the full decision only.',
            }),
          ),
        ]
      : []),
    ...(lying ? [{ kind: 'page', lying: false } as const] : []),
  ];
}

/** What stands in each cell: every article, and why it holds here. */
function cells(facts: DecisionPaperFacts, { whole: measures, numberOf }: View, say: Said, language: Language): Block[] {
  const name = nameIn(facts);
  const roleOf = ({ role, answers: met }: DecisionPaperFacts['grounds'][number]) =>
    [
      say(ROLES[role]),
      ...(met.length ? [say({ nl: `antwoord op ${met.map(name).join(', ')}`, en: `answers ${met.map(name).join(', ')}` })] : []),
    ].join('; ');
  const blocks = measures.flatMap((measure): Block[] => {
    const these = facts.grounds.filter((ground) => ground.measure === measure.id);
    const struck = facts.struckOut.filter((one) => one.measure === measure.id);
    if (!these.length && !struck.length) return [];
    return [
      { kind: 'small heading', text: `${numberOf(measure.id)}. ${say(measure.name)}` },
      list('points', [
        ...these.map((ground): Line => {
          const note = FORCE[ground.force];
          return [
            bold(`${name(ground.id)} (${roleOf(ground)}): `),
            sentence(ground.argument, language),
            ...(ground.readOtherwise
              ? [
                  { text: ` ${say({ nl: 'Anders gelezen dan gewoonlijk', en: 'Read otherwise than usual' })}: ` },
                  sentence(ground.readOtherwise, language),
                ]
              : []),
            ...(note ? [{ text: ` [${say(note)}]` }] : []),
          ];
        }),
        ...struck.map(
          ({ law, line }): Line => [bold(`${law} (${say({ nl: 'raakt niet', en: 'not touched' })}): `), sentence(line, language)],
        ),
      ]),
    ];
  });
  if (!blocks.length) return [];
  return [
    heading(
      say({ nl: 'Vak voor vak: elk artikel, en waarom het hier geldt', en: 'Cell by cell: each article, and why it holds here' }),
    ),
    ...blocks,
  ];
}

/** Lists that the body does not have whole. */
function wholeLists(facts: DecisionPaperFacts, view: View, say: Said, language: Language, own: Own, most: number): Block[] {
  const lists: [Words, (of: Own) => Line[]][] = [
    [CLASHES, (of) => clashes(facts, view, say, of)],
    [AGENCIES, (of) => answers(facts, view, say, language, of)],
  ];
  return lists.flatMap(([name, itemsOf]) => {
    const items = itemsOf((words) => sentence(words, language));
    const isWhole =
      items.length <= most &&
      !itemsOf(own)
        .flat()
        .some(({ text: words }) => words.includes(CUT_OFF));
    return isWhole ? [] : [heading(`${say(name)} ${say({ nl: '(voluit)', en: '(in full)' })}`), list('points', items)];
  });
}

/** Other texts that the body cut, whole. */
function wholeTexts(
  facts: DecisionPaperFacts,
  { whole: measures, numberOf }: View,
  say: Said,
  language: Language,
  cut: number,
): Block[] {
  const named: [string, string | null | undefined][] = [
    [say({ nl: 'Besluit', en: 'Decision' }), facts.decision?.text],
    ...measures.map((measure): [string, string] => [`${numberOf(measure.id)}. ${say(measure.name)}`, measure.result]),
    ...facts.values.map(({ value, argument }): [string, string] => [say(VALUES[value]), argument]),
    ...facts.perspectives.map(({ kind, argument }): [string, string] => [say(PERSPECTIVES[kind]), argument]),
    ...facts.agreement.passedOver.map((why): [string, string | null] => [
      say({ nl: 'Het huishouden', en: 'The household' }),
      why,
    ]),
  ];
  const items = named
    .filter((one): one is [string, string] => !!one[1] && isCut(one[1], cut))
    .map(([name, words]): Line => [bold(`${name}: `), sentence(words, language)]);
  return items.length
    ? [
        heading(say({ nl: '(*) Teksten die hiervoor zijn ingekort', en: '(*) Texts that were shortened above' })),
        list('points', items),
      ]
    : [];
}
