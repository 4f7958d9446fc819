import { dayInWords, type LocalDate, monthsAfter, type Words } from '@doorbraak/kernel';
import { type Block, bold, type Language, type Line, type Paper, plain } from './paper.blocks';
import type { ArticleLine, MeasureLine, PlanPaperFacts, PromiseLine, Special } from './paper.facts';
import { BEHIND, type Copy, isHidden, tells } from './paper.special.rules';

/*
 * The plan on paper for the household, and what all papers share. Plain Dutch of level B1, to "u". Facts in, blocks out: nothing is drawn
 * here, and the same facts give the same paper.
 */

/** How much of what is long stands in the body; the rest is in the annex, and the body says so. From whole to least. */
export type Shortening = { measures: number; promises: number; articles: number; goals: number };
export const SHORTENINGS: readonly Shortening[] = [
  { measures: 99, promises: 99, articles: 2, goals: 3 },
  { measures: 12, promises: 12, articles: 2, goals: 3 },
  { measures: 10, promises: 9, articles: 1, goals: 2 },
  { measures: 8, promises: 7, articles: 0, goals: 2 },
  { measures: 6, promises: 5, articles: 0, goals: 1 },
  { measures: 4, promises: 4, articles: 0, goals: 1 },
  { measures: 3, promises: 3, articles: 0, goals: 1 },
  { measures: 2, promises: 2, articles: 0, goals: 0 },
];
/** Pages before the annex. */
export const MOST_PAGES = { normal: 2, large: 4 } as const;

const SAY = {
  over: { nl: 'Plan voor uw gezin', en: 'Plan for your family' },
  overAlone: { nl: 'Plan voor u', en: 'Plan for you' },
  title: { nl: 'Ons plan', en: 'Our plan' },
  doing: { nl: 'Dit gaan we doen', en: 'What we are going to do' },
  firstStep: { nl: 'De eerste stap: ', en: 'The first step: ' },
  nothing: { nl: 'Er staat nog niet wat we gaan doen.', en: 'What we are going to do is not written down yet.' },
  yours: { nl: 'Dit doet u zelf', en: 'What you do yourself' },
  nothingYours: {
    nl: 'U hoeft nu niets te doen. Komt er iets bij? Dan bespreken we dat eerst met u.',
    en: 'You need not do anything now. Does something come up? Then we talk about it with you first.',
  },
  changes: { nl: 'Wat verandert er voor u?', en: 'What changes for you?' },
  late: {
    nl: 'Lukt iets niet op tijd? Dan hoort u dat van ons, met een nieuwe datum.',
    en: 'Is something not done in time? Then you hear that from us, with a new date.',
  },
  who: { nl: 'Wie doet wat', en: 'Who does what' },
  whoHead: { nl: ['Wie', 'Belooft', 'Voor'], en: ['Who', 'Promises', 'By'] },
  kept: { nl: 'gedaan', en: 'done' },
  may: { nl: 'Waarom mag dit?', en: 'Why may this be done?' },
  mayText: {
    nl: 'Soms zegt een wet dat iets moet stoppen. Vaak zegt een wet ook wanneer het anders mag. Daar maken wij gebruik van.',
    en: 'Sometimes a law says that something must stop. Often a law also says when it may be done otherwise. We make use of that.',
  },
  articlesIn: { nl: 'Alle artikelen staan in de bijlage.', en: 'All articles are in the annex.' },
  disagree: { nl: 'Niet mee eens?', en: 'Do you disagree?' },
  object: {
    nl: 'U mag ook bezwaar maken tegen een besluit. Hoe dat gaat, staat bij elk besluit. Een onafhankelijke cliëntondersteuner kan u helpen. Dat kost u niets.',
    en: 'You may also object to a decision. How to do that is said with each decision. An independent client supporter can help you. That costs you nothing.',
  },
  data: { nl: 'Uw gegevens', en: 'Your data' },
  dataText: {
    nl: 'Elke instantie ziet alleen wat zij nodig heeft. U kunt altijd zien wie keek. U mag vragen om te stoppen met delen. Klopt er iets niet? Zeg het, dan verbeteren wij het.',
    en: 'Each agency sees only what it needs. You can always see who looked. You may ask us to stop sharing. Is something wrong? Tell us and we put it right.',
  },
  back: { nl: 'Wij kijken terug', en: 'We look back' },
  you: { nl: 'U: datum, naam en handtekening', en: 'You: date, name and signature' },
  annex: { nl: 'Bijlage', en: 'Annex' },
  articles: { nl: 'De artikelen van de wet', en: 'The articles of the law' },
  articleHead: { nl: ['Wet en artikel', 'Wat het zegt', 'Voor'], en: ['Law and article', 'What it says', 'For'] },
  noArticles: { nl: 'Er zijn nog geen artikelen bij gezocht.', en: 'No articles have been added yet.' },
  moreMeasures: { nl: 'Alles wat we gaan doen', en: 'Everything we are going to do' },
  morePromises: { nl: 'Alle afspraken', en: 'All promises' },
  moreGoals: { nl: 'Alles wat u wilt', en: 'Everything you want' },
  own: {
    nl: 'In dit exemplaar staat ook wat alleen van u is. Leg het niet open op tafel.',
    en: 'This copy also holds what is yours alone. Do not leave it open on the table.',
  },
  behind: {
    nl: 'Wat over de gezondheid of de zorg van één persoon gaat, staat alleen in het exemplaar van die persoon.',
    en: 'What is about the health or care of one person is only in the copy of that person.',
  },
  behindAlone: {
    nl: 'Wat over uw gezondheid of uw zorg gaat, staat alleen in uw eigen exemplaar.',
    en: 'What is about your health or your care is only in your own copy.',
  },
  phone: { nl: 'Telefoon:', en: 'Telephone:' },
  when: { nl: 'Bereikbaar op:', en: 'Reachable on:' },
  unknownLead: { nl: 'Wie u helpt, staat hier nog niet.', en: 'Who helps you is not written here yet.' },
  draft: { nl: 'CONCEPT, nog niet besloten', en: 'DRAFT, not decided yet' },
  stopped: { nl: 'GESTOPT', en: 'STOPPED' },
  dutch: {
    nl: '',
    en: 'What people wrote themselves stands here in Dutch, in their own words.',
  },
} as const;

/** What stands in the annex only, after a number. */
const MORE = {
  wishes: {
    one: { nl: 'wens van u', en: 'of your wishes' },
    many: { nl: 'wensen van u', en: 'of your wishes' },
  },
  measures: {
    one: { nl: 'ding dat we doen', en: 'thing we do' },
    many: { nl: 'dingen die we doen', en: 'things we do' },
  },
  own: {
    one: { nl: 'ding dat u doet', en: 'thing you do' },
    many: { nl: 'dingen die u doet', en: 'things you do' },
  },
  promises: {
    one: { nl: 'afspraak', en: 'promise' },
    many: { nl: 'afspraken', en: 'promises' },
  },
} as const;

export type Said = (words: Words) => string;
export const saidIn =
  (language: Language): Said =>
  (words) =>
    words[language];

/** `25-11-2026` in the foot, so that nobody takes it for a sentence. */
export const dayInFigures = (day: LocalDate): string => day.split('-').reverse().join('-');

export const footOf = (facts: PlanPaperFacts, language: Language): string =>
  language === 'nl'
    ? `Versie ${facts.number} van ${dayInFigures(facts.decidedOn ?? facts.today)}`
    : `Version ${facts.number} of ${dayInFigures(facts.decidedOn ?? facts.today)}`;

export const markOf = ({ stoppedOn, decidedOn }: PlanPaperFacts, language: Language): string | null =>
  stoppedOn ? SAY.stopped[language] : decidedOn ? null : SAY.draft[language];

export const pageOf =
  (language: Language) =>
  (page: number, pages: number): string =>
    language === 'nl' ? `bladzijde ${page} van ${pages}` : `page ${page} of ${pages}`;

/** What somebody wrote, marked as Dutch where the paper is not. */
export const written = (text: string, language: Language) => ({ text, ...(language === 'nl' ? {} : { lang: 'nl' as const }) });

/** Told by its words only: nobody knows of whom, unless somebody lives alone. */
const byWords = (alone: string | null): Special => ({ persons: alone ? [alone] : [], roles: [] });

/** What a copy tells of a line: as it is, or only whom it is help for; lines that then say the same are one. */
type Shown<L> = { line: L; special: null } | { line: L; special: Special };

export function toldOf<L extends { special: Special | null; by: LocalDate }>(
  lines: readonly L[],
  copy: Copy,
  alone: string | null,
  texts: (line: L) => string[],
): Shown<L>[] {
  const seen = new Map<string, L>();
  return lines.flatMap((line): Shown<L>[] => {
    const special = line.special ?? (texts(line).some(tells) ? byWords(alone) : null);
    if (!isHidden(special, copy)) return [{ line, special: null }];
    const who = BEHIND.who(special!, null).nl;
    if (seen.has(who)) return [];
    seen.set(who, line);
    return [{ line, special: special! }];
  });
}

export const toldMeasures = (facts: PlanPaperFacts, copy: Copy) =>
  toldOf<MeasureLine>(facts.measures, copy, facts.alone, ({ name, result, agency }) => [name.nl, result, agency]);
const toldPromises = (promises: readonly PromiseLine[], copy: Copy, alone: string | null) =>
  toldOf<PromiseLine>(promises, copy, alone, ({ what, who }) => [what, who]);

/** The plan for the household: what it wants in its own words first, the law last. */
export function householdPaper(
  facts: PlanPaperFacts,
  options: { language: Language; copy: Copy; shortening: Shortening },
): Paper {
  const { language, copy, shortening } = options;
  const say = saidIn(language);
  const measures = toldMeasures(facts, copy);
  const whole = new Set(measures.flatMap(({ line, special }) => (special ? [] : [line.id])));
  const own = toldPromises(
    facts.promises.filter((one) => one.own),
    copy,
    facts.alone,
  );
  const others = toldPromises(byOthers(facts), copy, facts.alone);
  const mayTell = (words: string) => !tells(words) || !isHidden(byWords(facts.alone), copy);
  const wishes = wishesIn(facts).filter(mayTell);
  // What a law is for can tell what somebody has.
  const articles = facts.articles.filter(({ measure, law, summary }) => whole.has(measure) && mayTell(`${law} ${summary.nl}`));
  const hides =
    [measures, own, others].some((lines) => lines.some(({ special }) => special)) ||
    wishes.length < wishesIn(facts).length ||
    articles.length < facts.articles.length;
  const lines = {
    measures: measures.map((one) => measureLine(one, facts.alone, language)),
    own: own.map(({ line, special }) =>
      special
        ? behind(special, facts.alone, language)
        : [written(capital(ended(line.what)), language), ...byWhen(line, language)],
    ),
    others: others.map((one) => promiseRow(one, facts.alone, language)),
  };
  const more = (count: number, most: number, { one, many }: { one: Words; many: Words }): Block[] => {
    const left = count - most;
    if (left <= 0) return [];
    return [
      text(
        say(
          left === 1
            ? { nl: `Nog 1 ${one.nl} staat in de bijlage.`, en: `1 more ${one.en} is in the annex.` }
            : { nl: `Nog ${left} ${many.nl} staan in de bijlage.`, en: `${left} more ${many.en} are in the annex.` },
        ),
      ),
    ];
  };

  const body: Block[] = [
    { kind: 'title', over: say(facts.alone ? SAY.overAlone : SAY.over), text: say(SAY.title) },
    ...wishes
      .slice(0, Math.max(1, shortening.goals))
      .map((wish): Block => ({ kind: 'quote', ...written(`“${wish}”`, language) })),
    ...more(wishes.length, Math.max(1, shortening.goals), MORE.wishes),
    helpers(facts, language),
    heading(say(SAY.doing)),
    ...firstSteps(facts, mayTell).map(
      (step): Block => ({ kind: 'text', line: [bold(say(SAY.firstStep)), written(step, language)] }),
    ),
    ...(lines.measures.length ? [list('numbers', lines.measures.slice(0, shortening.measures))] : [text(say(SAY.nothing))]),
    ...more(lines.measures.length, shortening.measures, MORE.measures),
    heading(say(SAY.yours)),
    ...(lines.own.length ? [list('boxes', lines.own.slice(0, shortening.promises))] : [text(say(SAY.nothingYours))]),
    ...more(lines.own.length, shortening.promises, MORE.own),
    heading(say(SAY.changes)),
    text(changesOf(facts, language)),
    ...(lines.others.length ? [heading(say(SAY.who)), promiseTable(lines.others.slice(0, shortening.promises), language)] : []),
    ...more(lines.others.length, shortening.promises, MORE.promises),
    heading(say(SAY.may)),
    text(
      [
        say(SAY.mayText),
        ...roomOf(articles)
          .slice(0, shortening.articles)
          .map((one) => whyIn(one, language)),
        say(SAY.articlesIn),
      ].join(' '),
    ),
    heading(say(SAY.disagree)),
    text(`${tellWhom(facts, language)} ${say(SAY.object)}`),
    heading(say(SAY.data)),
    text(
      [
        say(SAY.dataText),
        ...(copy ? [say(SAY.own)] : hides ? [say(facts.alone ? SAY.behindAlone : SAY.behind)] : []),
        say(SAY.dutch),
      ]
        .filter(Boolean)
        .join(' '),
    ),
    heading(say(SAY.back)),
    text(lookBack(facts, language)),
    {
      kind: 'signatures',
      names: [say(SAY.you), facts.lead ? capital(facts.lead) : say({ nl: 'Wie u helpt', en: 'Who helps you' })],
    },
  ];
  const annex: Block[] = [
    { kind: 'title', over: say(SAY.title), text: say(SAY.annex) },
    ...(wishes.length > Math.max(1, shortening.goals)
      ? [
          heading(say(SAY.moreGoals)),
          list(
            'points',
            wishes.map((wish): Line => [written(wish, language)]),
          ),
        ]
      : []),
    ...(lines.measures.length > shortening.measures ? [heading(say(SAY.moreMeasures)), list('numbers', lines.measures)] : []),
    ...(lines.own.length > shortening.promises ? [heading(say(SAY.yours)), list('boxes', lines.own)] : []),
    ...(lines.others.length > shortening.promises ? [heading(say(SAY.morePromises)), promiseTable(lines.others, language)] : []),
    heading(say(SAY.articles)),
    articleTable(
      articles,
      measures.flatMap(({ line, special }) => (special ? [] : [line])),
      language,
    ),
  ];
  return {
    ...{ language, body, annex },
    title: `${say(SAY.title)}, ${footOf(facts, language).toLowerCase()}`,
    foot: footOf(facts, language),
    mark: markOf(facts, language),
    pageOf: pageOf(language),
    madeOn: facts.today,
  };
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (words: string): Block => ({ kind: 'text', line: plain(words) });
export const list = (marks: 'numbers' | 'boxes' | 'points', items: Line[]): Block => ({ kind: 'list', marks, items });

const wishesIn = ({ ownWords, goals }: PlanPaperFacts): string[] => [
  ...new Set(
    [...(ownWords ? [ownWords] : []), ...goals.map(({ words }) => words)].map((one) => one.trim().replace(/^["“]|["”]$/g, '')),
  ),
];
/** Own words can tell of one person what the others need not read. */
const firstSteps = ({ goals }: PlanPaperFacts, mayTell: (words: string) => boolean) =>
  goals
    .map(({ firstStep }) => firstStep)
    .filter((step): step is string => !!step && mayTell(step))
    .slice(0, 1);

const behind = (special: Special, alone: string | null, language: Language): Line => [
  bold(`${BEHIND.who(special, alone)[language]}. `),
  { text: BEHIND.together[language] },
];

/** Not divided over two lines. */
export const dayIn = (day: LocalDate, language: Language) => dayInWords(day)[language].replaceAll(' ', '\u00a0');
const byWhen = ({ by }: { by: LocalDate }, language: Language): Line =>
  plain(language === 'nl' ? ` Voor\u00a0${dayIn(by, language)}.` : ` By\u00a0${dayIn(by, language)}.`);
export const ended = (sentence: string) => (/[.!?…\]]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`);
/** As the first words of a sentence. */
export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function measureLine({ line, special }: Shown<MeasureLine>, alone: string | null, language: Language): Line {
  if (special) return behind(special, alone, language);
  return [bold(`${line.name[language]}. `), written(capital(ended(line.result)), language), ...byWhen(line, language)];
}

/** What agencies promised; one that promised nothing yet stands there with what the plan has it do. */
function byOthers({ promises, measures, alone }: PlanPaperFacts): PromiseLine[] {
  const made = promises.filter(({ own }) => !own);
  const spoke = new Set(made.map(({ who }) => who));
  const silent = measures
    .filter(({ agency }) => !spoke.has(agency))
    .map(
      ({ id, agency, name, result, by, special }): PromiseLine => ({
        ...{ id, who: agency, own: false, what: result, listed: name, by, kept: false },
        special: special ?? (tells(result) ? byWords(alone) : null),
      }),
    );
  const once = new Map(silent.map((one) => [`${one.who} ${one.listed!.nl} ${one.by} ${one.special ? one.id : ''}`, one]));
  return [...made, ...once.values()].sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

const promiseRow = ({ line, special }: Shown<PromiseLine>, alone: string | null, language: Language): Line[] => [
  [bold(special ? BEHIND.who(special, alone)[language] : capital(line.who))],
  special ? plain(BEHIND.together[language]) : [line.listed ? { text: line.listed[language] } : written(line.what, language)],
  plain(line.kept && !special ? SAY.kept[language] : dayIn(line.by, language)),
];

const promiseTable = (rows: Line[][], language: Language): Block => ({
  ...{ kind: 'table', caption: SAY.who[language], parts: [38, 37, 25], rows },
  head: [...SAY.whoHead[language]],
});

function helpers({ lead, deputy }: PlanPaperFacts, language: Language): Block {
  const helps = language === 'nl' ? ' helpt u.' : ' helps you.';
  const deputises = language === 'nl' ? 'Vervanger: ' : 'Deputy: ';
  const left: Line[] = [
    lead ? [bold(capital(lead)), { text: helps }] : plain(SAY.unknownLead[language]),
    ...(deputy ? [plain(`${deputises}${deputy}`)] : []),
  ];
  return { kind: 'card', left, right: [plain(SAY.phone[language]), plain(SAY.when[language])] };
}

function changesOf({ contacts, lead }: PlanPaperFacts, language: Language): string {
  const who = lead ?? (language === 'nl' ? 'één vaste persoon' : 'one person');
  const month =
    contacts &&
    new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${contacts.month}T00:00:00Z`),
    );
  const times = contacts && `${contacts.count} ${language === 'nl' ? 'keer' : contacts.count === 1 ? 'time' : 'times'}`;
  const now =
    language === 'nl'
      ? [...(contacts ? [`In ${month} was er ${times} contact met instanties.`] : []), `Straks hebt u vooral contact met ${who}.`]
      : [
          ...(contacts ? [`In ${month} there was contact with agencies ${times}.`] : []),
          `From now on you mainly deal with ${who}.`,
        ];
  return [...now, SAY.late[language]].join(' ');
}

const roomOf = (articles: readonly ArticleLine[]) =>
  articles.filter(({ role }) => role === 'ROOM').sort((a, b) => a.summary.nl.length - b.summary.nl.length);

const whyIn = ({ law, article, summary }: ArticleLine, language: Language): string =>
  `${ended(capital(summary[language])).slice(0, -1)} (${law}, ${language === 'nl' ? 'artikel' : 'article'} ${article}).`;

function tellWhom({ lead, deputy }: PlanPaperFacts, language: Language): string {
  const first = lead ?? (language === 'nl' ? 'wie u helpt' : 'who helps you');
  if (language === 'nl') return `Zeg het tegen ${first}.${deputy ? ` Of vraag ${deputy}.` : ''}`;
  return `Tell ${first}.${deputy ? ` Or ask ${deputy}.` : ''}`;
}

function lookBack({ decidedOn }: PlanPaperFacts, language: Language): string {
  const first = decidedOn && dayIn(monthsAfter(decidedOn, 3), language);
  return language === 'nl'
    ? `Na 3, 6 en 12 maanden kijken wij samen terug: gaat het beter? ${first ? `De eerste keer rond ${first}.` : 'De eerste keer drie maanden na het besluit.'}`
    : `After 3, 6 and 12 months we look back together: are things better? ${first ? `The first time around ${first}.` : 'The first time three months after the decision.'}`;
}

function articleTable(articles: readonly ArticleLine[], measures: readonly MeasureLine[], language: Language): Block {
  if (!articles.length) return text(SAY.noArticles[language]);
  const nameOf = new Map(measures.map(({ id, name }) => [id, name[language]]));
  const keys = [...new Set(articles.map(({ law, article }) => `${law} ${article}`))];
  const rows = keys.map((key): Line[] => {
    const these = articles.filter(({ law, article }) => `${law} ${article}` === key);
    const { law, article, summary } = these[0]!;
    return [
      [bold(law), { text: ` ${language === 'nl' ? 'artikel' : 'article'} ${article}` }],
      plain(summary[language]),
      plain([...new Set(these.map(({ measure }) => nameOf.get(measure) ?? ''))].join(', ')),
    ];
  });
  return { kind: 'table', caption: SAY.articles[language], head: [...SAY.articleHead[language]], parts: [28, 48, 24], rows };
}
