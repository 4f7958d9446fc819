import type { Id, LocalDate, Words } from '@doorbraak/kernel';
import { promises, scoresAndContacts } from './after.proofs';
import { refusalsOf } from './ask';
import type { CasePlayer } from './case.player';
import type { Proof } from './case.proof';
import { costs } from './cost.proofs';
import { circles, wholeMap } from './map.proofs';
import { asked, HOUSEHOLD, keyOf, labelOf, sorted } from './proof.asking';

/** The lines of Peter's file that the api has to show, in the order of the file. Whatever is said here was read from the api. */

const circle = circles(
  {
    key: 'circle',
    title: {
      nl: 'Drie betalers wachten op elkaar; welk ene besluit maakt dat los?',
      en: 'Three payers wait for each other; which single decision frees that?',
    },
    spoil: {
      nl: 'één keer wachten minder: de regio wacht niet op de gemeente',
      en: 'one wait less: the region does not wait for the municipality',
      in: (file) => (file.waits = file.waits.filter(({ key }) => key !== 'w3')),
    },
  },
  ['HAS_ROOM'],
);

const map = wholeMap({
  key: 'map',
  title: { nl: 'Het hele huishouden op één kaart, met één vraag', en: 'The whole household on one map, with one question' },
  spoil: {
    nl: 'een probleem minder: drugs',
    en: 'one problem less: drugs',
    in: (file) => (file.problems = file.problems.filter(({ key }) => key !== 'drugs')),
  },
});

type OfficerSees = {
  problems: { id: Id }[];
  members: { name: string }[];
  involvements: { agencyName: string }[];
  interventions: { service: string }[];
  waits: { id: Id }[];
  handlingNotes: { text: string }[];
  plan: {
    measures: { result: string }[];
    positions: { answer: string }[];
    goals: unknown[];
    grounds: unknown[];
    perspectives: unknown[];
  };
};
type Look = { day: LocalDate; agency: string | null; act: string; outcome: string; classes: string[] };

const officer: Proof = {
  key: 'officer',
  at: 'PLAN',
  title: {
    nl: 'Wat de wijkagent ziet, tot welke dag, en dat dit is vastgelegd',
    en: 'What the community officer sees, until which day, and that this is logged',
  },
  spoil: {
    nl: 'het delen duurt een dag te lang: tot en met 1 mei 2026',
    en: 'the share lasts a day too long: up to 1 May 2026',
    in: (file) => file.involvements.forEach(({ sharing }) => sharing?.consent && (sharing.to = '2026-05-01')),
  },
  async show(scene, shown) {
    const { stage, player, truth } = scene;
    const own = truth.involvements.find(({ key }) => key === 'community-officer')!;
    const note = own.sharing!.items![0]!.what;
    const position = truth.plan.positions.find(({ agency }) => agency === own.key)!;
    const results = truth.plan.measures.filter(({ agency }) => agency === own.key).map(({ result }) => result.nl);
    const { members } = await asked<{ members: { personId: Id }[] }>(scene, player.lead, 'members { personId }');
    await player.tell('addHandlingNote', 'note', 'not for the officer', {
      person: members[0]?.personId,
      text: 'Een tweede omgangsbericht, dat met niemand is gedeeld.',
    });
    const see = async (day: LocalDate): Promise<OfficerSees> => {
      await player.on(day);
      return asked<OfficerSees>(
        scene,
        player.person('l-officer'),
        `problems { id } members { name } involvements { agencyName } interventions { service } waits { id } handlingNotes { text }
         plan { measures { result } positions { answer } goals { id } grounds { id } perspectives { id } }`,
      );
    };
    const peter = truth.household.members[0]!.label.nl;
    const ownHelp = truth.interventions.filter(({ by }) => by === own.key).map(({ service }) => service);
    const days: [LocalDate, string[], string[]][] = [
      ['2026-04-30', [note.nl], [peter]],
      ['2026-05-01', [], []],
    ];
    for (const [day, notes, known] of days) {
      const seen = await see(day);
      const { plan } = seen;
      shown.same(
        `handling notes on ${day}`,
        notes,
        seen.handlingNotes.map(({ text }) => text),
      );
      shown.same(
        `his own help, measure and position on ${day}`,
        [ownHelp, results, [position.position]],
        [
          seen.interventions.map(({ service }) => service),
          plan.measures.map(({ result }) => result),
          plan.positions.map(({ answer }) => answer),
        ],
      );
      shown.same(
        `names of members on ${day}: of whom the note is about, as long as it is his to read`,
        known,
        seen.members.map(({ name }) => name),
      );
      const others = [seen.problems, seen.waits, plan.goals, plan.grounds, plan.perspectives];
      shown.same(
        `problems, waits, goals, grounds and arguments on ${day}`,
        [0, 0, 0, 0, 0],
        others.map((list) => list.length),
      );
      const names = truth.involvements.filter(({ key }) => key !== own.key).map(({ label }) => label.nl);
      shown.same(
        `names of other agencies on ${day}`,
        [],
        names.filter((name) => JSON.stringify(seen).includes(`${name} (`)),
      );
      const read = seen.handlingNotes.map(({ text }) => `"${text}"`).join() || 'geen / none';
      const agencies = seen.involvements.map(({ agencyName }) => agencyName).join();
      shown.say(
        `${day}  omgangsbericht / handling note: ${read}; problemen / problems: ${seen.problems.length}; instanties / agencies: ${agencies}`,
        `            eigen maatregel / own measure: "${plan.measures.map(({ result }) => result).join()}" (${plan.positions.map(({ answer }) => answer).join()})`,
      );
    }
    await player.on(truth.demoClock.planDate);
    for (const [who, reader] of [
      ['regisseur / lead', player.lead],
      ['Peter', player.member('hh-peter')],
    ] as const) {
      const { whoLooked } = await stage
        .ask<{
          household: { whoLooked: Look[] };
        }>(reader, `${HOUSEHOLD} { whoLooked(first: 20) { day agency act outcome classes } } }`, { id: player.household })
        .then(({ household }) => household);
      const looks = whoLooked.filter(
        ({ agency, day, outcome }) => agency && outcome === 'READ' && days.some(([one]) => one === day),
      );
      shown.same(
        `his looking: ${who}`,
        ['2026-05-01 ', '2026-04-30 K5'],
        looks.map(({ day, classes }) => `${day} ${classes.includes('K5') ? 'K5' : ''}`),
      );
      shown.say(
        `wie keek, ziet / who looked, sees ${who}: ${looks.map(({ day, agency, classes }) => `${agency} ${day} ${classes.join(' ')}`).join('; ')}`,
      );
    }
  },
};

type MatrixGround = { groundId: Id; provision: string; role: string; force: string; answers: Id[]; limitUnanswered: boolean };
type Plan = {
  matrix: {
    laws: string[];
    rows: {
      measureId: Id;
      cells: { law: string; struckOut: string | null; groundMissing: boolean; grounds: MatrixGround[] }[];
      contradictions: { contradictionId: Id; a: Id; b: Id; resolvedVia: Id[]; isResolved: boolean }[];
      supportingLaws: string[];
      open: { code: string }[];
    }[];
  };
  grounds: { id: Id; article: string; lid: string | null; summary: Words }[];
  contradictions: { id: Id; pattern: string; reasoning: string }[];
  warnings: { code: string; nl: string; en: string; about: Id | null }[];
};

const laws: Proof = {
  key: 'laws',
  at: 'PLAN',
  title: {
    nl: 'Maatregelen tegen wetten: Wmo, Wlz en beschermd wonen naast elkaar',
    en: 'Measures against laws: Wmo, Wlz and sheltered housing side by side',
  },
  spoil: {
    nl: 'een wettelijke basis minder: die over beschermd wonen',
    en: 'one ground less: the one on sheltered housing',
    in: (file) => (file.plan.grounds = file.plan.grounds.filter(({ key }) => key !== 'g3')),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const { plan } = await asked<{ plan: Plan }>(
      scene,
      player.lead,
      `plan {
        matrix { laws rows { measureId supportingLaws open { code }
          cells { law struckOut groundMissing grounds { groundId provision role force answers limitUnanswered } }
          contradictions { contradictionId a b resolvedVia isResolved } } }
        grounds { id article lid summary { nl en } }
        contradictions { id pattern reasoning }
        warnings { code nl en about } }`,
    );
    const ground = (id: Id) => keyOf(player, 'ground', truth.plan.grounds, id);
    const measure = (id: Id) => keyOf(player, 'measure', truth.plan.measures, id);
    const cells = plan.matrix.rows.flatMap((row) => row.cells.map((cell) => ({ ...cell, measure: measure(row.measureId) })));
    const cited = cells.flatMap((cell) => cell.grounds.map((one) => ({ ...one, measure: cell.measure })));
    shown.same(
      'measure, provision and role of each ground',
      sorted(truth.plan.grounds.map(({ key, measure: on, provision, role }) => `${key} ${on} ${provision} ${role}`)),
      sorted(cited.map((one) => `${ground(one.groundId)} ${one.measure} ${one.provision} ${one.role}`)),
    );
    shown.same(
      'laws without a ground and limits without an answer',
      [],
      [
        ...cells.filter(({ groundMissing }) => groundMissing).map(({ law }) => law),
        ...cited.filter(({ limitUnanswered }) => limitUnanswered).map(({ provision }) => provision),
      ],
    );
    shown.same(
      'what resolves which contradiction',
      truth.plan.contradictions.map(({ key, a, b, resolvedVia }) => [key, a, b, resolvedVia, true]),
      plan.matrix.rows.flatMap(({ contradictions }) =>
        contradictions.map(({ contradictionId: id, a, b, resolvedVia, isResolved }) => [
          keyOf(player, 'contradiction', truth.plan.contradictions, id),
          ground(a),
          ground(b),
          resolvedVia.map(ground),
          isResolved,
        ]),
      ),
    );
    const unsure = cited.filter(({ force }) => force === 'TEXT_OLDER' || force === 'NOT_ESTABLISHED');
    const warned = plan.warnings.filter(({ code }) => code === 'TEXT_OLDER' || code === 'NOT_ESTABLISHED');
    shown.same(
      'warnings on what is not established',
      sorted(unsure.map(({ force, groundId }) => `${force} ${ground(groundId)}`)),
      sorted(warned.map(({ code, about }) => `${code} ${ground(about ?? '')}`)),
    );
    const article = (id: Id) => {
      const { article: number, lid } = plan.grounds.find((one) => one.id === id) ?? { article: '?', lid: null };
      return `art. ${number}${lid ? ` lid ${lid}` : ''}`;
    };
    const mark = (force: string) => ({ NOT_ESTABLISHED: ' (?)', TEXT_OLDER: ' (*)' })[force] ?? '';
    for (const row of plan.matrix.rows) {
      shown.say(
        `${measure(row.measureId)}  (steunt op / stands on: ${row.supportingLaws.join(', ') || 'geen ruimte nodig / needs no room'})`,
      );
      for (const cell of row.cells.filter(({ grounds, struckOut }) => grounds.length > 0 || struckOut))
        shown.say(
          `  ${cell.law.padEnd(16)}${cell.grounds.map(({ groundId, role, force }) => `${role} ${article(groundId)}${mark(force)}`).join(', ') || `doorgehaald / struck out: ${cell.struckOut}`}`,
        );
    }
    const sheltered = plan.grounds.find(({ id }) => ground(id) === 'g3');
    if (sheltered) shown.say(`beschermd wonen / sheltered housing, ${article(sheltered.id)}: ${sheltered.summary.nl}`);
    for (const { id, pattern, reasoning } of plan.contradictions) {
      const drawn = plan.matrix.rows.flatMap(({ contradictions }) => contradictions).find((one) => one.contradictionId === id);
      if (drawn)
        shown.say(
          `botsing / contradiction ${pattern}: ${article(drawn.a)} x ${article(drawn.b)}, opgelost via / resolved via ${drawn.resolvedVia.map(article).join(' + ')}`,
          `  "${reasoning}"`,
        );
    }
    for (const code of new Set(warned.map((one) => one.code))) {
      const { nl, en } = warned.find((one) => one.code === code)!;
      const about = warned.filter((one) => one.code === code).map((one) => article(one.about ?? ''));
      shown.say(`${mark(code).trim()} ${nl} / ${en} ${about.join(', ')}`);
    }
  },
};

const decide: Proof = {
  key: 'decide',
  at: 'PLAN',
  title: {
    nl: 'Waarom nog niet beslissen, in zes stappen; dan de beslissing',
    en: 'Why not decide yet, in six stages; then the decision',
  },
  spoil: {
    nl: 'in de derde stap is de grens al beantwoord',
    en: 'in the third stage the limit is answered already',
    in: (file) => file.expectWhyNotDecide[2]?.acts.push('answers'),
  },
  async show(scene, shown) {
    const { stage, truth } = scene;
    const { author, decision } = truth.plan;
    for (const [n, { stage: name, asking, codes }] of truth.expectWhyNotDecide.entries()) {
      const player = scene.fresh();
      await player.play(scene.player.file.expectWhyNotDecide[n]?.acts ?? []);
      const { plan } = await asked<{ plan: { whyNotDecide: { code: string }[] } }>(
        { stage, player },
        player.person(asking),
        'plan { whyNotDecide { code } }',
      );
      const found = sorted([...new Set(plan.whyNotDecide.map(({ code }) => code))]);
      shown.same(`"${name}", asked by ${asking}`, sorted(codes), found);
      shown.say(`${n + 1} ${name} (${asking}): ${found.join(' ') || 'niets / nothing'}`);
      if (n === truth.expectWhyNotDecide.length - 1) await theDecision(player);
    }

    async function theDecision(player: CasePlayer): Promise<void> {
      const refused = (await refusalsOf(player.decide(author))).map(({ code }) => code);
      const own = truth.expectWhyNotDecide.find(({ asking }) => asking === author)?.codes ?? [];
      shown.same('the decision tried by the author', sorted(own), sorted(refused));
      await player.decide();
      const { plan } = await asked<{
        plan: { status: string; authorId: Id; decidedBy: Id; decidedOn: string; decisionText: string };
      }>({ stage, player }, player.lead, 'plan { status authorId decidedBy decidedOn decisionText }');
      const [by, from] = await Promise.all([player.whoIs(decision.by), player.whoIs(author)]);
      shown.same(
        'who wrote it, who decided, when',
        ['DECIDED', from, by, decision.on],
        [plan.status, plan.authorId, plan.decidedBy, plan.decidedOn],
      );
      shown.same('author and decider are two', true, plan.authorId !== plan.decidedBy);
      shown.say(
        `de schrijver probeert / the author tries: ${sorted(refused).join(' ')}`,
        `${plan.status} ${plan.decidedOn} door / by ${truth.people.find(({ key }) => key === decision.by)?.label.nl}: "${plan.decisionText}"`,
      );
    }
  },
};

type Position = {
  involvementId: Id;
  state: string;
  answer: string | null;
  askedOn: string;
  dueOn: string;
  escalations: { rung: number; body: string; onDay: string; dueOn: string | null; outcome: string | null }[];
  proceedReason: string | null;
  proceedBy: Id | null;
};

const silence: Proof = {
  key: 'silence',
  at: 'PLAN',
  title: { nl: 'Het zorgkantoor dat niet antwoordde', en: 'The care office that did not answer' },
  spoil: {
    nl: 'er wordt niet opgeschaald',
    en: 'there is no escalation',
    in: (file) =>
      file.plan.positions.forEach((position) => {
        delete position.escalations;
        delete position.proceedReason;
      }),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const expected = truth.plan.positions.find(({ proceedReason }) => proceedReason)!;
    const { plan } = await asked<{
      plan: { positions: Position[]; warnings: { code: string; nl: string; en: string; about: Id }[] };
    }>(
      scene,
      player.lead,
      `plan { positions { involvementId state answer askedOn dueOn proceedReason proceedBy
                escalations { rung body onDay dueOn outcome } }
              warnings { code nl en about } }`,
    );
    const found = plan.positions.find(({ involvementId }) => involvementId === player.id('involvement', expected.agency))!;
    shown.same('state', [expected.shownAs, null], [found.state, found.answer]);
    shown.same('asked, clock', [expected.askedOn, expected.dueOn], [found.askedOn, found.dueOn]);
    shown.same(
      'escalated once: rung, day, clock',
      truth.plan.positions.flatMap(({ escalations = [] }) => escalations.map(({ on, dueOn }, n) => [n + 1, on, dueOn])),
      found.escalations.map(({ rung, onDay, dueOn }) => [rung, onDay, dueOn]),
    );
    const { nl, by } = expected.proceedReason!;
    shown.same('why the mandate holder goes on', [nl, await player.whoIs(by)], [found.proceedReason, found.proceedBy]);
    shown.same('warning', 1, plan.warnings.filter(({ code }) => code === 'DID_NOT_ANSWER').length);
    shown.say(
      `${labelOf(truth, expected.agency).nl} / ${labelOf(truth, expected.agency).en}: ${found.state}`,
      `gevraagd / asked ${found.askedOn}, tot / until ${found.dueOn}`,
      ...found.escalations.map(
        ({ rung, body, onDay, dueOn }) => `opgeschaald / escalated ${onDay} (${rung}, ${body}), tot / until ${dueOn}`,
      ),
      `"${found.proceedReason}" (${truth.people.find(({ key }) => key === by)?.label.nl})`,
      ...plan.warnings.filter(({ code }) => code === 'DID_NOT_ANSWER').map((warning) => `${warning.nl} / ${warning.en}`),
    );
  },
};

const cost = costs({
  key: 'cost',
  title: {
    nl: 'Wat het kost zoals nu, en met de doorbraak, per betaler',
    en: 'What it costs as now, and with the breakthrough, per payer',
  },
  spoil: {
    nl: 'een uur begeleiding meer in de doorbraak: 79 en niet 78',
    en: 'one hour of guidance more in the breakthrough: 79, not 78',
    in: (file) => file.plan.scenarios.BREAKTHROUGH.costLines.forEach((line) => line.key === 'b1' && (line.quantity = 79)),
  },
});

const late = promises(
  {
    key: 'late',
    title: {
      nl: 'Een belofte die te laat kwam, en de dag waarop dat is verteld',
      en: 'A promise kept late, and the day on which the household was told',
    },
    spoil: {
      nl: 'het wordt een dag later verteld',
      en: 'it is told a day later',
      in: (file) => file.commitments.forEach((one) => one.key === 'k2' && (one.toldOn = '2025-11-11')),
    },
  },
  ({ status }) => status === 'LATE',
);

const held = scoresAndContacts({
  key: 'held',
  title: {
    nl: 'Wat standhield: het leven per domein na 3, 6 en 12 maanden, en van 6 naar 2 contacten per maand',
    en: 'What held: life per domain after 3, 6 and 12 months, and from 6 to 2 contacts a month',
  },
  spoil: {
    nl: 'een punt te veel: wonen na een jaar op 5',
    en: 'one point too many: housing at 5 after a year',
    in: (file) => file.reviews.forEach(({ months, scores }) => months === 12 && (scores['HOUSING'] = 5)),
  },
});

export const PETER: Proof[] = [circle, map, officer, laws, decide, silence, cost, late, held];
