import { addDays, type Id, type LocalDate } from '@doorbraak/kernel';
import { promises } from './after.proofs';
import type { Proof } from './case.proof';
import { costs } from './cost.proofs';
import { theLaws } from './law.proofs';
import { foundPrecedents } from './learned.proofs';
import { asked, askedPlan, euros, personOf, sorted } from './proof.asking';

/** The lines of the case of the young man who repays, in the order of the file. Whatever is said here was read from the api. */

const perspectives: Proof = {
  key: 'three',
  at: 'PLAN',
  title: {
    nl: 'Drie perspectieven naast elkaar, elk met een eigen argument en een eigen mens, en ze komen op hetzelfde uit',
    en: 'Three perspectives side by side, each with its own argument and person, and they agree',
  },
  spoil: {
    nl: 'de econoom zegt de jurist na',
    en: 'the economist repeats the lawyer',
    in: ({ plan: { perspectives: list } }) => (list[1]!.argument = list[0]!.argument),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const plan = await askedPlan<{
      authorId: Id;
      perspectives: { kind: string; verdict: string; advice: string; argument: string; byPerson: Id }[];
      perspectiveVerdict: { verdict: string; missing: string[]; agree: boolean };
    }>(
      scene,
      player.person('mandate'),
      'authorId perspectives { kind verdict advice argument byPerson } perspectiveVerdict { verdict missing agree }',
    );
    const expected = await Promise.all(
      truth.plan.perspectives.map(async ({ kind, verdict, advice, argument, by }) =>
        [kind, verdict, advice?.nl, argument.nl, await player.whoIs(by)].join(' | '),
      ),
    );
    shown.same(
      'who says what, and why',
      sorted(expected),
      sorted(plan.perspectives.map((one) => [one.kind, one.verdict, one.advice, one.argument, one.byPerson].join(' | '))),
    );
    shown.same(
      'three people, and none of them the author',
      [3, false],
      [
        new Set(plan.perspectives.map(({ byPerson }) => byPerson)).size,
        plan.perspectives.some((one) => one.byPerson === plan.authorId),
      ],
    );
    shown.same('together', { verdict: 'SUFFICIENT', missing: [], agree: true }, plan.perspectiveVerdict);
    for (const { kind, advice, argument, verdict } of plan.perspectives) {
      const who = personOf(truth, truth.plan.perspectives.find((one) => one.kind === kind)!.by);
      shown.say(`${kind.padEnd(10)}${who.nl} / ${who.en}: ${verdict}, ${advice}`, `  "${argument}"`);
    }
    const { verdict, agree } = plan.perspectiveVerdict;
    shown.say(`samen / together: ${verdict}, ${agree ? 'eensluidend / in agreement' : 'verdeeld / divided'}`);
  },
};

const grounds = theLaws({
  key: 'room',
  title: {
    nl: 'Elke afwijking met de bepaling die ruimte geeft, en een tweede wet waarvan zij het doel dient',
    en: 'Each deviation with the provision that gives room, and a second law whose purpose it serves',
  },
  spoil: {
    nl: 'de beslagvrije voet wordt niet aangehaald',
    en: 'the protected minimum is not cited',
    in: ({ plan }) => {
      plan.grounds = plan.grounds.filter(({ key }) => key !== 'g7');
    },
  },
});

const cost = costs({
  key: 'cost',
  title: {
    nl: 'Wat niets doen kost, naast wat het plan kost; wie inlegt (UWV) en wie wint (justitie, gemeente)',
    en: 'What doing nothing costs beside the plan; who invests (UWV) and who gains (justice, municipality)',
  },
  spoil: {
    nl: 'een kans van een derde in plaats van een kwart',
    en: 'a chance of a third instead of a quarter',
    in: ({ plan }) => {
      plan.scenarios.AS_NOW.costLines[0]!.probability = 0.33;
    },
  },
});

type Claim = {
  id: Id;
  state: string;
  openCents: string;
  activeAgainOn: LocalDate | null;
  reminder: { on: LocalDate; untilOn: LocalDate; isDue: boolean } | null;
};

const claims: Proof = {
  key: 'claims',
  at: 'END',
  title: {
    nl: 'De eerste vordering vervallen, de tweede een jaar stil, met een herinnering een maand voor zij weer loopt',
    en: 'The first claim lapsed, the second still for a year, with a reminder a month before it runs again',
  },
  spoil: {
    nl: 'de rust duurt een dag te lang',
    en: 'the rest lasts a day too long',
    in: ({ debtClaims }) =>
      debtClaims?.forEach(({ actions }) => actions.forEach((one) => one.until && (one.until = '2023-06-02'))),
  },
  async show(scene, shown) {
    const { player, truth, stage } = scene;
    const [first, second] = truth.debtClaims!;
    const pause = second!.actions.find(({ type }) => type === 'PAUSE')!;
    const seen = async (day: LocalDate, key: string, of = player) => {
      await player.on(day);
      const { claims: list } = await asked<{ claims: Claim[] }>(
        { stage, player: of },
        player.lead,
        'claims { id state openCents activeAgainOn reminder { on untilOn isDue } }',
      );
      return list.find(({ id }) => id === of.id('claim', key))!;
    };
    const [waiver] = first!.actions;
    const waived = await seen(waiver!.on, first!.key);
    shown.same('the first claim', ['WAIVED', '0'], [waived.state, waived.openCents]);
    shown.say(`${waiver!.on}  ${euros(`${first!.amountCents}`)} kwijtgescholden / waived, open ${euros(waived.openCents)}`);
    const days: [LocalDate, boolean, boolean][] = [
      [pause.on, true, false],
      [addDays(pause.remindOn!, -1), true, false],
      [pause.remindOn!, true, true],
      [addDays(pause.until!, -1), true, true],
      [pause.until!, false, false],
    ];
    for (const [day, isPaused, isReminded] of days) {
      const found = await seen(day, second!.key);
      shown.same(
        `paused, reminded, open on ${day}`,
        [isPaused, isReminded, `${second!.amountCents}`],
        [found.state === 'PAUSED', found.reminder?.isDue ?? false, found.openCents],
      );
      if (isPaused)
        shown.same(`active again, reminder on ${day}`, [pause.until, pause.remindOn], [found.activeAgainOn, found.reminder?.on]);
      shown.say(
        `${day}  ${found.state.padEnd(8)}open ${euros(found.openCents)}` +
          (isPaused ? `, loopt weer op / active again on ${found.activeAgainOn}` : '') +
          (isReminded ? ', herinnering / reminder' : ''),
      );
    }
    // Here he pays in parts from that day on. Where nothing was agreed, the pause ends by itself.
    const nothingAgreed = scene.fresh();
    await nothingAgreed.map();
    await player.on(pause.on);
    const { until } = player.file.debtClaims![1]!.actions.find(({ type }) => type === 'PAUSE')!;
    const claim = nothingAgreed.id('claim', second!.key);
    await nothingAgreed.tell('pauseClaim', 'pause', second!.key, { claim, onDay: pause.on, untilOn: until });
    const states: string[] = [];
    for (const day of [addDays(pause.until!, -1), pause.until!]) states.push((await seen(day, second!.key, nothingAgreed)).state);
    shown.same('and where no instalments were agreed, active by itself on that day', ['PAUSED', 'ACTIVE'], states);
    shown.say(`${pause.until}  ${states[1]} waar niets is afgesproken / where nothing was agreed`);
  },
};

const kept = promises(
  {
    key: 'kept',
    title: {
      nl: 'Zijn twee afspraken, nagekomen, en de brief van UWV die te laat kwam, met de dag waarop hem dat is verteld',
      en: 'His two agreements, kept, and the letter of UWV that was late, with the day on which he was told',
    },
    spoil: {
      nl: 'het wordt hem een dag eerder verteld',
      en: 'he is told a day earlier',
      in: (file) => file.commitments.forEach((one) => one.toldOn && (one.toldOn = '2022-06-14')),
    },
  },
  () => true,
);

const precedent = foundPrecedents({
  key: 'found',
  title: {
    nl: 'Wie op de bepaling en het probleem zoekt, vindt dit geval zonder naam of plaats: gelijke gevallen gelijk',
    en: 'Who searches by provision and problem finds this case without a name or a place: like cases alike',
  },
  spoil: {
    nl: 'er wordt niets gepubliceerd',
    en: 'nothing is published',
    in: (file) => {
      delete file.precedent;
    },
  },
});

export const WAJONG: Proof[] = [perspectives, grounds, cost, claims, kept, precedent];
