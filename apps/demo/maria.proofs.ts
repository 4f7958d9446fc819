import type { Id, LocalDate, Words } from '@doorbraak/kernel';
import { publish } from './case.after';
import type { Proof } from './case.proof';
import { publishedId, showFound } from './learned.proofs';
import { asked, askedPlan, keyOf, sorted } from './proof.asking';

/** The lines of the case of the widow abroad, in the order of the file. Whatever is said here was read from the api. */

type Provision = {
  key: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  dateEvidence: string;
  article: string;
  lid: string | null;
  summary: Words;
  law: { shortTitle: string; kind: string };
};
type InView = {
  matrix: {
    rows: { cells: { grounds: { groundId: Id; provision: string; role: string; force: string; answers: Id[] }[] }[] }[];
  };
};

const oneView: Proof = {
  key: 'view',
  at: 'PLAN',
  title: {
    nl: 'De beleidsregel die in de weg staat en de bepaling die ruimte geeft in één beeld, elk met zijn dagen',
    en: 'The policy rule in the way and the provision that gives room in one view, each with its dates',
  },
  spoil: {
    nl: 'de bijzondere gevallen beantwoorden de oude beleidsregel niet',
    en: 'the special cases do not answer the old policy rule',
    in: ({ plan }) => plan.grounds.forEach((one) => one.key === 'g3' && (one.answers = ['g2'])),
  },
  async show(scene, shown) {
    const { stage, player, truth } = scene;
    const { grounds } = truth.plan;
    const keys = [...new Set(grounds.map(({ provision }) => provision))];
    const provisions = keys
      .map(
        (key, n) =>
          `p${n}: provision(key: "${key}") { key validFrom validTo dateEvidence article lid summary { nl en } law { shortTitle kind } }`,
      )
      .join('\n');
    const { household, ...known } = await stage.ask<{ household: { plan: InView } } & Record<string, Provision>>(
      player.lead,
      `query ($id: ID!) { household(id: $id) { plan { matrix { rows { cells { grounds { groundId provision role force answers } } } } } }
        ${provisions} }`,
      { id: player.household },
    );
    const cited = household.plan.matrix.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.grounds));
    const ground = (id: Id) => keyOf(player, 'ground', grounds, id);
    shown.same(
      'what stands in the way, and what answers it',
      sorted(grounds.map(({ key, provision, role, answers = [] }) => `${key} ${provision} ${role} > ${answers.join(' ')}`)),
      sorted(
        cited.map((one) => `${ground(one.groundId)} ${one.provision} ${one.role} > ${sorted(one.answers.map(ground)).join(' ')}`),
      ),
    );
    const rules: Provision[] = Object.values(known);
    const dated = cited.map((one) => ({ ...one, rule: rules.find(({ key }) => key === one.provision)! }));
    shown.same(
      'each with the day on which it began, or that this is not established',
      [],
      rules.filter(({ validFrom, dateEvidence }) => validFrom === null && dateEvidence !== 'NOT_ESTABLISHED'),
    );
    const obstacle = dated.find(({ provision }) => provision === truth.bottleneck.provision);
    shown.same('the rule in the way is a policy rule', ['POLICY_RULE', 'LIMIT'], [obstacle?.rule.law.kind, obstacle?.role]);
    for (const { role, rule, groundId, answers, force } of dated) {
      const dates = `${rule.validFrom ?? 'begin niet vastgesteld / begin not established'} - ${rule.validTo ?? 'nu / now'}`;
      const meets = answers.length > 0 ? `, beantwoordt / answers ${answers.map(ground).join(' ')}` : '';
      shown.say(
        `${ground(groundId)} ${role.padEnd(10)} ${rule.law.shortTitle} ${rule.article} (${dates}; ${force})${meets}`,
        `   ${rule.summary.nl}`,
      );
    }
  },
};

type Funding = {
  noExtraMoney: boolean;
  advancedBy: string | null;
  shares: { payer: string; percent: string; cents: string | null }[];
};

const unpriced: Proof = {
  key: 'unpriced',
  at: 'PLAN',
  title: {
    nl: 'Een plan met alleen posten zonder prijs: genoemd, nooit als nul euro; en een betaler zonder bedrag',
    en: 'A plan with unpriced lines only: listed, never as zero euros; and a payer without an amount',
  },
  spoil: {
    nl: 'er wordt een bedrag verzonnen',
    en: 'an amount is made up',
    in: ({ plan }) => plan.funding.forEach(({ shares = [] }) => shares.forEach((share) => (share.cents = 100_00))),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const plan = await askedPlan<{
      scenarios: {
        kind: 'AS_NOW' | 'BREAKTHROUGH';
        costLines: unknown[];
        totals: { byPayer: unknown[]; unpricedCount: number };
        unpriced: { item: string; note: string }[];
      }[];
      measures: Funding[];
      whyNotDecide: { code: string }[];
    }>(
      scene,
      player.person('mandate'),
      `scenarios { kind costLines { id } totals { byPayer { payer } unpricedCount } unpriced { item note } }
       measures { noExtraMoney advancedBy shares { payer percent cents } } whyNotDecide { code }`,
    );
    for (const { kind, costLines, totals, unpriced: listed } of plan.scenarios) {
      const expected = truth.plan.scenarios[kind].unpriced;
      shown.same(
        `${kind}: no price, no payer with an amount, and what has none is listed`,
        [0, 0, expected.length, sorted(expected.map(({ item }) => item))],
        [costLines.length, totals.byPayer.length, totals.unpricedCount, sorted(listed.map(({ item }) => item))],
      );
      shown.say(
        `${kind}: geen bedrag bekend / no amount known; zonder prijs / no price: ${listed.map(({ note }) => note).join('; ')}`,
      );
    }
    shown.same(
      'who pays, without an amount',
      truth.plan.funding.map(({ advancedBy, shares = [] }) => [advancedBy, shares.map(({ payer, cents }) => [payer, cents])]),
      plan.measures.map(({ advancedBy, shares }) => [advancedBy, shares.map(({ payer, cents }) => [payer, cents])]),
    );
    shown.same('and that is an answer: nothing keeps the plan from being decided', [], plan.whyNotDecide);
    for (const { advancedBy, shares } of plan.measures)
      shown.say(
        `betaalt / pays: ${shares.map(({ payer, percent, cents }) => `${payer} ${Number(percent)}% (${cents ?? 'bedrag niet bekend / amount not known'})`).join(', ')}, schiet voor / advances: ${advancedBy}`,
      );
  },
};

type Signal = {
  id: Id;
  about: string;
  asked: string;
  occurrencesPerYear: number | null;
  occurrencesNote: string | null;
  status: string;
  sentOn: LocalDate;
  answeredOn: LocalDate | null;
  answer: string | null;
  reportCount: number;
  reporters: { personId: Id; label: string }[];
};

const signal: Proof = {
  key: 'signal',
  at: 'END',
  title: {
    nl: 'Het signaal aan beleid, duizend keer per jaar, beantwoord; en wie het meldde weet dat',
    en: 'The signal to policy, a thousand a year, answered; and who reported it was told',
  },
  spoil: {
    nl: 'beleid antwoordt niet',
    en: 'policy does not answer',
    in: ({ signal: one }) => {
      delete one.answeredOn;
    },
  },
  async show(scene, shown) {
    const { stage, player, truth } = scene;
    const fields =
      'id about asked occurrencesPerYear occurrencesNote status sentOn answeredOn answer reportCount reporters { personId label }';
    const reached = await askedPlan<{ bottlenecks: { id: Id; provision: string; kind: string; signal: Signal | null }[] }>(
      scene,
      player.lead,
      `bottlenecks { id provision kind signal { ${fields} } }`,
    );
    const { signals } = await stage.ask<{ signals: { nodes: Signal[] } }>(
      player.lead,
      `{ signals(first: 100, mine: true) { nodes { ${fields} } } }`,
    );
    const expected = truth.signal;
    const told = signals.nodes.find(({ id }) => id === player.id('signal'));
    const said = (one: Signal | null | undefined) =>
      one && [one.about, one.asked, one.occurrencesPerYear, one.status, one.sentOn, one.answeredOn, one.answer];
    const wanted = [
      expected.about.nl,
      expected.asked.nl,
      expected.occurrencesPerYear,
      expected.status,
      expected.sentOn,
      expected.answeredOn,
      expected.answer?.nl,
    ];
    const [found] = reached.bottlenecks;
    shown.same('the rule in the way', [truth.bottleneck.provision, 'SOLVE'], [found?.provision, found?.kind]);
    shown.same('what became of it, seen at the bottleneck', wanted, said(found?.signal));
    shown.same('and by who reported it, among the own signals', wanted, said(told));
    shown.same(
      'who reported it',
      [await player.whoIs(truth.household.lead)],
      told?.reporters.map(({ personId }) => personId),
    );
    if (!told) return;
    shown.say(
      `"${told.about}" (${told.sentOn}), ${told.occurrencesPerYear} keer per jaar / times a year, gemeld door / reported by ${told.reporters.map(({ label }) => label).join(', ')}`,
      `gevraagd / asked: "${told.asked}"`,
      `${told.status} ${told.answeredOn}: "${told.answer}"`,
    );
  },
};

const alike: Proof = {
  key: 'alike',
  at: 'END',
  title: {
    nl: 'Geen willekeur: vergelijkbare gevallen geteld, met hoe daarop is beslist',
    en: 'No arbitrariness: comparable cases counted with how they were decided',
  },
  spoil: {
    nl: 'er wordt niets gepubliceerd',
    en: 'nothing is published',
    in: (file) => {
      delete file.precedent;
    },
  },
  async show(scene, shown) {
    const { truth } = scene;
    const { provision, problemType } = truth.precedent!.findBy;
    const refused = scene.fresh();
    await refused.play(['lead', 'goals', 'measures', 'grounds']);
    await refused.refuse(truth.plan.measures[0]!.key, 'De oude beleidsregel laat niets toe.');
    await refused.stop('De uitzondering is hier niet toegepast.');
    await publish(refused, {
      obstacle: 'De oude beleidsregel.',
      outcome: 'Niets over de verstreken jaren.',
      provisions: [provision],
      problemTypes: [problemType],
    });
    const found = await showFound(scene, shown);
    const theOther = await publishedId({ stage: scene.stage, player: refused });
    const otherwise = found.decidedOtherwise.find(({ id }) => id === theOther);
    shown.same('the case that was decided otherwise, listed', 'NOT_GRANTED', otherwise?.decision ?? null);
    shown.same('granted and otherwise are all', found.total, found.granted + found.otherwise);
    shown.same('all are listed', found.total, found.nodes.length);
    shown.same(
      'granted among those listed',
      found.granted,
      found.nodes.filter(({ decision }) => decision !== 'NOT_GRANTED').length,
    );
    shown.say(
      `${found.total} vergelijkbaar / comparable: ${found.granted} toegekend / granted, ${found.otherwise} anders / otherwise`,
      ...(otherwise ? [`anders / otherwise: ${otherwise.decidedYear} ${otherwise.decision} "${otherwise.outcome}"`] : []),
    );
  },
};

const moreLikeThis: Proof = {
  key: 'more',
  at: 'PLAN',
  title: {
    nl: 'De vraag "zijn er meer zoals dit?" als doenvermogen een reden is',
    en: 'The question "are there more like this?" when capacity to act is a reason',
  },
  spoil: {
    nl: 'doenvermogen is geen reden',
    en: 'capacity to act is no reason',
    in: ({ plan }) => {
      delete plan.capacityToAct;
    },
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const [first] = truth.household.members;
    const { members, plan } = await asked<{
      members: { id: Id; personId: Id }[];
      plan: {
        capacityFactors: { personId: Id; factor: string }[];
        moreLikeThis: { question: Words; provisions: string[] } | null;
      };
    }>(
      scene,
      player.lead,
      'members { id personId } plan { capacityFactors { personId factor } moreLikeThis { question { nl en } provisions } }',
    );
    const who = members.find(({ id }) => id === player.id('member', first!.key))?.personId;
    shown.same(
      'why she could not act as the rules expect',
      sorted(truth.plan.capacityToAct!.factors.map((factor) => `${factor} ${who}`)),
      sorted(plan.capacityFactors.map(({ factor, personId }) => `${factor} ${personId}`)),
    );
    const limits = truth.plan.grounds.filter(({ role }) => role === 'LIMIT').map(({ provision }) => provision);
    shown.same('the question, with the rules that it is about', sorted(limits), sorted(plan.moreLikeThis?.provisions ?? []));
    shown.say(plan.capacityFactors.map(({ factor }) => factor).join(', '));
    if (plan.moreLikeThis) {
      const { question, provisions } = plan.moreLikeThis;
      shown.say(question.nl, question.en, provisions.join(', '));
    }
  },
};

export const MARIA: Proof[] = [oneView, unpriced, signal, alike, moreLikeThis];
