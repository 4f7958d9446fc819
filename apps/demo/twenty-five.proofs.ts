import type { Id } from '@doorbraak/kernel';
import { contactsCounted } from './after.proofs';
import { refusalsOf } from './ask';
import type { Proof } from './case.proof';
import { showCosts } from './cost.proofs';
import { theLaws } from './law.proofs';
import { circles, wholeMap } from './map.proofs';
import {
  asked,
  askedPlan,
  amounts,
  euros,
  expectAmounts,
  keyOf,
  labelOf,
  money,
  row,
  sorted,
  type Amounts,
} from './proof.asking';

/** The lines of the household that the product exists for, in the order of the file. Whatever is said here was read from the api. */

const map = wholeMap({
  key: 'map',
  title: {
    nl: 'De kaart van het huishouden met 25 problemen en 25 instanties, met één vraag',
    en: 'The map of the household with 25 problems and 25 agencies, from one request',
  },
  spoil: {
    nl: 'een instantie minder: de rechtbank',
    en: 'one agency less: the court',
    in: (file) => (file.involvements = file.involvements.filter(({ key }) => key !== 'court')),
  },
});

const circle = circles(
  {
    key: 'circles',
    title: {
      nl: 'Twee kringen; tien manieren om ze met twee besluiten te openen, en waarom deze',
      en: 'Two circles; ten ways to open them with two decisions, and why this one',
    },
    spoil: {
      nl: 'één keer wachten minder: de verslavingszorg wacht niet op een stabiele stemming',
      en: 'one wait less: addiction care does not wait for a stable mood',
      in: (file) => (file.waits = file.waits.filter(({ key }) => key !== 'w7')),
    },
  },
  ['HAS_ROOM_FIRST', 'EQUAL_FIRST'],
);

const justified = theLaws({
  key: 'laws',
  title: {
    nl: 'Tien maatregelen, waarvan zeven afwijken op minstens twee wetten; pas besloten als elke grens is beantwoord',
    en: 'Ten measures, seven of them deviating on at least two laws; adopted only when every limit is answered',
  },
  spoil: {
    nl: 'een afwijking minder: ggz en verslavingszorg samen heet geen afwijking',
    en: 'one deviation less: treating both at once is called no deviation',
    in: ({ plan }) =>
      plan.measures.forEach((one) => {
        if (one.key === 'treat-both') delete one.deviationKind;
      }),
  },
});

/** The same, and that a limit without an answer keeps the plan from being decided. */
const laws: Proof = {
  ...justified,
  async show(scene, shown) {
    const { player, truth, stage } = scene;
    await justified.show(scene, shown);
    const { measures } = await askedPlan<{ measures: unknown[] }>(scene, player.lead, 'measures { id }');
    shown.same('measures', truth.plan.measures.length, measures.length);
    const unanswered = scene.fresh();
    await unanswered.play(['*', '-answers', '-contradictions']);
    const why = async (of: typeof player) =>
      (
        await askedPlan<{ whyNotDecide: { code: string; about: Id | null }[] }>(
          { stage, player: of },
          of.person('mandate'),
          'whyNotDecide { code about }',
        )
      ).whyNotDecide;
    const limits = truth.plan.grounds.filter(({ role }) => role === 'LIMIT').map(({ key }) => key);
    shown.same(
      'without answers, what keeps it from being decided is each limit',
      sorted(limits.map((key) => `LIMIT_UNANSWERED ${key}`)),
      sorted(
        (await why(unanswered)).map(
          ({ code, about }) => `${code} ${keyOf(unanswered, 'ground', truth.plan.grounds, about ?? '')}`,
        ),
      ),
    );
    const refused = (await refusalsOf(unanswered.decide())).map(({ code }) => code);
    shown.same('and it is refused for that', ['LIMIT_UNANSWERED'], [...new Set(refused)]);
    shown.same('with every limit answered nothing keeps it', [], await why(player));
    shown.say(
      `${measures.length} maatregelen / measures; zonder antwoorden / without answers: ${refused.length} x LIMIT_UNANSWERED; met / with: niets / nothing`,
    );
  },
};

type Contradiction = { id: Id; pattern: string | null; reasoning: string | null; resolvedVia: Id[] };

const contradictions: Proof = {
  key: 'patterns',
  at: 'PLAN',
  title: {
    nl: 'Zeven botsingen, voorgesteld uit de patronen van de catalogus, elk opgelost met een redenering',
    en: "Seven contradictions proposed from the catalogue's patterns, each resolved with its reasoning",
  },
  spoil: {
    nl: 'een botsing wordt niet opgeschreven',
    en: 'one contradiction is not written down',
    in: ({ plan }) => (plan.contradictions = plan.contradictions.filter(({ key }) => key !== 'c7')),
  },
  async show(scene, shown) {
    const { player, truth, stage } = scene;
    const expected = truth.plan.contradictions;
    const before = scene.fresh();
    await before.play(['*', '-contradictions']);
    const proposed = await askedPlan<{ proposedContradictions: { pattern: string; measureId: Id }[] }>(
      { stage, player: before },
      before.lead,
      'proposedContradictions { pattern measureId }',
    );
    const found = proposed.proposedContradictions.map(
      ({ pattern, measureId }) => `${keyOf(before, 'measure', truth.plan.measures, measureId)} ${pattern}`,
    );
    shown.same(
      'not proposed although the file has it',
      [],
      expected.map(({ measure, pattern }) => `${measure} ${pattern}`).filter((one) => !found.includes(one)),
    );
    const { contradictions: written, whyNotDecide } = await askedPlan<{
      contradictions: Contradiction[];
      whyNotDecide: { code: string }[];
    }>(scene, player.person('mandate'), 'contradictions { id pattern reasoning resolvedVia } whyNotDecide { code }');
    shown.same(
      'resolved, via what and why',
      expected.map(({ key, pattern, resolvedVia, reasoning }) => [key, pattern, resolvedVia, reasoning.nl]),
      written
        .map(({ id, pattern, resolvedVia, reasoning }) => [
          keyOf(player, 'contradiction', expected, id),
          pattern,
          resolvedVia.map((one) => keyOf(player, 'ground', truth.plan.grounds, one)),
          reasoning,
        ])
        .toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
    );
    shown.same('and none is left', [], whyNotDecide);
    shown.say(`voorgesteld / proposed: ${found.length}`);
    for (const { pattern, reasoning } of written) shown.say(`${pattern}: "${reasoning}"`);
  },
};

const cost: Proof = {
  key: 'cost',
  at: 'PLAN',
  title: {
    nl: 'Zoals nu tegen doorbraak per betaler; inkomen legt in, Wmo en jeugd winnen; de huur door drie betalers zonder verloren cent',
    en: 'As now against breakthrough per payer; income support invests, support and youth gain; the rent by three payers without a lost cent',
  },
  spoil: {
    nl: 'het fonds betaalt een euro te weinig',
    en: 'the fund pays one euro less',
    in: ({ plan }) =>
      plan.scenarios.BREAKTHROUGH.costLines.forEach((one) => one.payer === 'FUND' && (one.quantity = one.quantity - 1)),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const { comparison } = await showCosts(scene, shown);
    const role = (payer: string) => comparison.payers.find((one) => one.payer === payer)?.role;
    shown.same(
      'income support invests, support and youth gain',
      ['INVESTS', 'GAINS', 'GAINS'],
      ['PARTICIPATIEWET', 'WMO', 'JEUGDWET'].map(role),
    );
    const { measures, scenarios } = await askedPlan<{
      measures: { id: Id; shares: { payer: string; percent: string; cents: string | null }[] }[];
      scenarios: { kind: string; costLines: { measureId: Id | null; payer: string; cents: string }[] }[];
    }>(
      scene,
      player.lead,
      'measures { id shares { payer percent cents } } scenarios { kind costLines { measureId payer cents } }',
    );
    const rent = truth.plan.funding.find(({ shares = [] }) => shares.length === 3)!;
    const id = player.id('measure', rent.measure);
    const shares = measures.find((one) => one.id === id)!.shares.map(({ payer, cents }) => ({ payer, cents: cents ?? '?' }));
    const lines = scenarios
      .find(({ kind }) => kind === 'BREAKTHROUGH')!
      .costLines.filter(({ measureId }) => measureId === id)
      .map(({ payer, cents }) => ({ payer, cents }));
    const wanted = sorted(rent.shares!.map(({ payer, cents }) => `${payer} ${cents}`));
    shown.same('the rent: three shares', wanted, amounts(shares));
    shown.same('and what they cost, to the cent the same', wanted, amounts(lines));
    const sum = (list: Amounts) => `${list.reduce((all, { cents }) => all + BigInt(cents), 0n)}`;
    shown.say(
      `huur / rent: ${shares.map(({ payer, cents }) => `${payer} ${euros(cents)}`).join(' + ')} = ${euros(sum(shares))}; posten / lines ${euros(sum(lines))}`,
    );
  },
};

type Period = {
  kind: 'BEFORE' | 'AFTER';
  fromOn: string;
  toOn: string;
  totals: { totalCents: string | null; byPayer: Amounts; unpricedCount: number } | null;
  unpriced: { item: string }[];
};
type Expected = {
  payer: string;
  expectedAsNowCents: string;
  expectedBreakthroughCents: string;
  realisedBeforeCents: string | null;
  realisedAfterCents: string | null;
};

const realised: Proof = {
  key: 'realised',
  at: 'END',
  title: {
    nl: 'Wat het werkelijk kostte in het jaar ervoor en erna, naast de verwachting, nooit erbij opgeteld',
    en: 'What it really cost in the year before and after, beside the expectation, never added to it',
  },
  spoil: {
    nl: 'een uur politie meer in het jaar erna',
    en: 'one hour of police more in the year after',
    in: (file) => file.realised.after12.costLines.forEach((one) => one.key === 'y15' && (one.quantity = 7)),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const plan = await askedPlan<{ realised: Period[]; expectedAndRealised: { rows: Expected[] } }>(
      scene,
      player.lead,
      `realised { kind fromOn toOn totals { totalCents byPayer { payer cents } unpricedCount } unpriced { item } }
       expectedAndRealised { rows { payer expectedAsNowCents expectedBreakthroughCents realisedBeforeCents realisedAfterCents } }`,
    );
    const { AS_NOW, BREAKTHROUGH, realised: expected } = truth.expectCost;
    for (const [kind, period, cost] of [
      ['BEFORE', truth.realised.before12, expected.before12],
      ['AFTER', truth.realised.after12, expected.after12],
    ] as const) {
      const found = plan.realised.find((one) => one.kind === kind);
      shown.same(
        `the year ${kind}`,
        [period.from, period.to, `${cost.totalCents}`, expectAmounts(cost.byPayer), cost.unpriced],
        found && [
          found.fromOn,
          found.toOn,
          found.totals?.totalCents,
          amounts(found.totals?.byPayer ?? []),
          found.unpriced.length,
        ],
      );
    }
    const { rows } = plan.expectedAndRealised;
    const column = (of: (one: Expected) => string | null) =>
      amounts(rows.map((one) => ({ payer: one.payer, cents: of(one) ?? '0' })).filter(({ cents }) => cents !== '0'));
    for (const [name, cost, of] of [
      ['expected as now', AS_NOW, (one) => one.expectedAsNowCents],
      ['expected with the breakthrough', BREAKTHROUGH, (one) => one.expectedBreakthroughCents],
      ['realised before', expected.before12, (one) => one.realisedBeforeCents],
      ['realised after', expected.after12, (one) => one.realisedAfterCents],
    ] satisfies [string, { byPayer: Record<string, number> }, (one: Expected) => string | null][])
      shown.same(`column: ${name}`, expectAmounts(cost.byPayer), column(of));
    shown.say(
      row('', 'verwacht zoals nu', 'verwacht doorbraak', 'werkelijk ervoor', 'werkelijk erna'),
      row('', 'expected as now', 'expected breakthrough', 'realised before', 'realised after'),
    );
    for (const one of rows)
      shown.say(
        row(
          one.payer,
          euros(one.expectedAsNowCents),
          euros(one.expectedBreakthroughCents),
          money(one.realisedBeforeCents),
          money(one.realisedAfterCents),
        ),
      );
    for (const { kind, totals, unpriced } of plan.realised)
      shown.say(
        `${kind} ${money(totals?.totalCents ?? null)}, en zonder prijs / and without a price: ${unpriced.map(({ item }) => item).join(', ')}`,
      );
  },
};

const objection: Proof = {
  key: 'objection',
  at: 'END',
  title: {
    nl: 'Het bezwaar van de verhuurder, het antwoord, en dat het zichtbaar blijft',
    en: "The landlord's objection, its answer, and that it stays visible",
  },
  spoil: {
    nl: 'het antwoord komt een dag later',
    en: 'the answer comes a day later',
    in: ({ plan }) => plan.positions.forEach(({ answer }) => answer && (answer.on = '2025-10-01')),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const expected = truth.plan.positions.find(({ answer }) => answer)!;
    const { status, positions } = await askedPlan<{
      status: string;
      positions: {
        id: Id;
        answer: string;
        answeredOn: string;
        reason: string | null;
        objectionAnswer: string | null;
        objectionAnsweredOn: string | null;
      }[];
    }>(scene, player.lead, 'status positions { id answer answeredOn reason objectionAnswer objectionAnsweredOn }');
    const found = positions.find(({ id }) => id === player.id('position', expected.key));
    shown.same(
      'objection and answer, a year after the decision',
      ['DECIDED', 'OBJECTS', expected.answeredOn, expected.reason?.nl, expected.answer?.text.nl, expected.answer?.on],
      found && [status, found.answer, found.answeredOn, found.reason, found.objectionAnswer, found.objectionAnsweredOn],
    );
    shown.say(
      `${found?.answeredOn} ${labelOf(truth, expected.agency).nl} ${found?.answer}: "${found?.reason}"`,
      `${found?.objectionAnsweredOn} "${found?.objectionAnswer}"`,
    );
  },
};

const contacts = contactsCounted({
  key: 'contacts',
  title: { nl: 'Van 16 contacten per maand naar 5, na een jaar', en: 'From 16 contacts a month to 5, after a year' },
  spoil: {
    nl: 'een contact meer aan het eind',
    en: 'one contact more at the end',
    in: ({ contacts: { after } }) => (after[2]!.perMonth = 6),
  },
});

type Conflict = {
  from: string;
  to: string;
  kind: string;
  letters: Id[];
  demandedCents: string | null;
  availableCents: string | null;
  shortCents: string | null;
  words: { nl: string; en: string };
};

const letters: Proof = {
  key: 'letters',
  at: 'MAP',
  title: {
    nl: 'Drie brieven die in één week 1.471,50 euro vragen van een huishouden met 210 euro',
    en: 'Three letters that ask EUR 1,471.50 in one week from a household with EUR 210',
  },
  spoil: {
    nl: 'er is tien euro meer te besteden',
    en: 'there are ten euros more to spend',
    in: ({ plan }) => (plan.letterConflict!.disposableCents = 22_000),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const expected = truth.plan.letterConflict!;
    const found = await asked<{
      letters: { id: Id; demand: string; amountCents: string; dueOn: string }[];
      letterConflicts: Conflict[];
    }>(
      scene,
      player.lead,
      `letters { id demand amountCents dueOn }
       letterConflicts { from to kind letters demandedCents availableCents shortCents words { nl en } }`,
    );
    const key = (id: Id) => keyOf(player, 'letter', truth.letters!, id);
    shown.same(
      'the week, the letters, what they ask and what there is',
      [
        [
          expected.from,
          expected.to,
          expected.letters,
          `${expected.demandedCents}`,
          `${expected.disposableCents}`,
          `${expected.demandedCents - expected.disposableCents}`,
        ],
      ],
      found.letterConflicts
        .filter(({ kind }) => kind === 'MONEY')
        .map((one) => [one.from, one.to, sorted(one.letters.map(key)), one.demandedCents, one.availableCents, one.shortCents]),
    );
    for (const { id, demand, amountCents, dueOn } of found.letters)
      shown.say(`${key(id)}  ${euros(amountCents)} voor / before ${dueOn}: "${demand}"`);
    for (const { words } of found.letterConflicts) shown.say(words.nl, words.en);
  },
};

export const TWENTY_FIVE: Proof[] = [map, circle, laws, contradictions, cost, realised, objection, contacts, letters];
