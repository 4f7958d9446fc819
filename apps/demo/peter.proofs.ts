import type { Id, LocalDate, Words } from '@doorbraak/kernel';
import { ActRefused } from './ask';
import type { CaseFile, ScenarioName } from './case.file';
import type { CasePlayer } from './case.player';
import type { Proof, Scene } from './case.proof';

/** The lines of Peter's file that the foundation has to show, in the order of the file. Whatever is said here was read from the api. */

const HOUSEHOLD = 'query ($id: ID!) { household(id: $id)';
const asked = <T>({ stage, player }: Pick<Scene, 'stage' | 'player'>, who: { subject: string }, fields: string) =>
  stage.ask<{ household: T }>(who, `${HOUSEHOLD} { ${fields} } }`, { id: player.household }).then(({ household }) => household);

/** What the file calls the thing with this id. */
const keyOf = (player: CasePlayer, kind: string, list: { key: string }[], id: Id): string =>
  list.find(({ key }) => player.id(kind, key) === id)?.key ?? `unknown ${id}`;

const sorted = (list: readonly string[]): string[] => [...list].sort();
const labelOf = (file: CaseFile, agency: string): Words =>
  file.involvements.find(({ key }) => key === agency)?.label ?? { nl: agency, en: agency };

/** 1483220 -> 14.832,20, as amounts are written in Dutch. */
export function euros(cents: string): string {
  const digits = cents.replace('-', '').padStart(3, '0');
  return `${cents.startsWith('-') ? '-' : ''}€ ${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.')},${digits.slice(-2)}`;
}

type Smallest = { size: number; exact: boolean; sets: Id[][]; setCount: string; preferred: Id[]; words: Words };
type Unlock = { circles: { members: Id[] }[]; smallest: Smallest; chosen: { wait: Id; code: string; words: Words }[] };

const circle: Proof = {
  key: 'circle',
  title: {
    nl: 'Drie betalers wachten op elkaar; welk ene besluit maakt dat los?',
    en: 'Three payers wait for each other; which single decision frees that?',
  },
  spoil: {
    nl: 'een wachten minder: de regio wacht niet op de gemeente',
    en: 'one wait less: the region does not wait for the municipality',
    in: (file) => (file.waits = file.waits.filter(({ key }) => key !== 'w3')),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const { unlock } = await asked<{ unlock: Unlock }>(
      scene,
      player.lead,
      'unlock { circles { members } smallest { size exact sets setCount preferred words { nl en } } chosen { wait code words { nl en } } }',
    );
    const wait = (id: Id) => keyOf(player, 'wait', truth.waits, id);
    const members = (ids: Id[]) => ids.map((id) => keyOf(player, 'involvement', truth.involvements, id));
    const { circles, smallestSize, smallestSets, preferred } = truth.expectUnlock;
    const { smallest } = unlock;
    shown.same(
      'circles',
      circles.map(sorted),
      unlock.circles.map((one) => sorted(members(one.members))),
    );
    shown.same('size of the smallest set', [smallestSize, true], [smallest.size, smallest.exact]);
    shown.same('smallest sets', smallestSets, smallest.sets.map((set) => set.map(wait)).toSorted());
    shown.same('their number', `${smallestSets.length}`, smallest.setCount);
    shown.same('preferred set', preferred, smallest.preferred.map(wait));
    shown.same(
      'why',
      ['HAS_ROOM'],
      unlock.chosen.map(({ code }) => code),
    );
    for (const one of unlock.circles)
      shown.say(
        `kring / circle: ${members([...one.members, ...one.members.slice(0, 1)])
          .map((key) => labelOf(truth, key).nl)
          .join(' > ')}`,
      );
    shown.say(smallest.words.nl, smallest.words.en);
    for (const [id] of smallest.sets) {
      const { key, what } = truth.waits.find((one) => player.id('wait', one.key) === id) ?? {
        key: '?',
        what: { nl: '', en: '' },
      };
      shown.say(`${smallest.preferred.includes(id ?? '') ? '->' : '  '} ${key}  ${what.nl} / ${what.en}`);
    }
    for (const { words } of unlock.chosen) shown.say(words.nl, words.en);
  },
};

const map: Proof = {
  key: 'map',
  title: { nl: 'Het hele huishouden op één kaart, met één vraag', en: 'The whole household on one map, with one question' },
  spoil: {
    nl: 'een probleem minder: drugs',
    en: 'one problem less: drugs',
    in: (file) => (file.problems = file.problems.filter(({ key }) => key !== 'drugs')),
  },
  async show(scene, shown) {
    const { player, truth } = scene;
    const found = await asked<{
      band: string;
      problems: { id: Id; words: string; status: string }[];
      involvements: { id: Id; agencyName: string; law: string | null; payer: string | null }[];
      waits: { waiting: Id; for: Id; what: string }[];
    }>(
      scene,
      player.lead,
      'band problems { id words status } involvements { id agencyName law payer } waits { waiting for what }',
    );
    const agency = (id: Id) => keyOf(player, 'involvement', truth.involvements, id);
    shown.same(
      'problems',
      sorted(truth.problems.map(({ key, status }) => `${key} ${status}`)),
      sorted(found.problems.map(({ id, status }) => `${keyOf(player, 'problem', truth.problems, id)} ${status}`)),
    );
    shown.same(
      'agencies',
      sorted(truth.involvements.map(({ key }) => key)),
      sorted(found.involvements.map(({ id }) => agency(id))),
    );
    shown.same(
      'who waits for whom',
      sorted(truth.waits.map((wait) => `${wait.waiting} ${wait.for} ${wait.what.nl}`)),
      sorted(found.waits.map((wait) => `${agency(wait.waiting)} ${agency(wait.for)} ${wait.what}`)),
    );
    shown.say(
      `${found.problems.length} problemen / problems, ${found.involvements.length} instanties / agencies (${found.band})`,
    );
    shown.say(...inRows(found.problems.map(({ words, status }) => `${words} (${status})`)));
    shown.say(
      ...inRows(
        found.involvements.map(
          ({ id, law, payer }) => `${labelOf(truth, agency(id)).nl}: ${law}, ${payer ?? 'geen betaler / no payer'}`,
        ),
      ),
    );
    for (const wait of found.waits)
      shown.say(`${labelOf(truth, agency(wait.waiting)).nl} wacht op / waits for ${labelOf(truth, agency(wait.for)).nl}`);
  },
};

/** Two beside each other. */
const inRows = (list: string[]): string[] =>
  list.flatMap((one, n) => (n % 2 ? [] : [`${one.padEnd(66)}  ${list[n + 1] ?? ''}`.trimEnd()]));

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
      shown.say(
        `${day}  omgangsbericht / handling note: ${seen.handlingNotes.map(({ text }) => `"${text}"`).join() || 'geen / none'}`,
        `            problemen / problems: ${seen.problems.length}, namen / names: ${seen.members.map(({ name }) => name).join() || 0}, instanties / agencies: ${seen.involvements.map(({ agencyName }) => agencyName).join(', ')}`,
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
        `his looking, as ${who} sees it`,
        ['2026-05-01 ', '2026-04-30 K5'],
        looks.map(({ day, classes }) => `${day} ${classes.includes('K5') ? 'K5' : ''}`),
      );
      shown.say(`wie keek, volgens / who looked, says ${who}:`);
      shown.say(...looks.map(({ day, agency, act, classes }) => `  ${day}  ${agency}: ${act}, ${classes.join(' ')}`));
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
          `botsing / contradiction ${pattern}: ${article(drawn.a)} tegen / against ${article(drawn.b)}, opgelost via / resolved via ${drawn.resolvedVia.map(article).join(' + ')}`,
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
      shown.say(
        `${n + 1} ${name} (${asking}): ${found.length > 0 ? '' : 'niets / nothing'}`.trimEnd(),
        ...wrapped(found, 120).map((line) => `    ${line}`),
      );
      if (n === truth.expectWhyNotDecide.length - 1) await theDecision(player);
    }

    async function theDecision(player: CasePlayer): Promise<void> {
      const refused = await player.decide(author).then(
        () => [],
        (error: unknown) => {
          if (error instanceof ActRefused) return error.reasons.map(({ code }) => code);
          throw error;
        },
      );
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

function wrapped(words: string[], width: number): string[] {
  return words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && last.length + word.length < width
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word];
  }, []);
}

type Position = {
  involvementId: Id;
  state: string;
  answer: string | null;
  askedOn: string;
  dueOn: string;
  escalatedOn: string | null;
  escalationDueOn: string | null;
  proceedReason: string | null;
  proceedBy: Id | null;
};

const silence: Proof = {
  key: 'silence',
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
      `plan { positions { involvementId state answer askedOn dueOn escalatedOn escalationDueOn proceedReason proceedBy }
              warnings { code nl en about } }`,
    );
    const found = plan.positions.find(({ involvementId }) => involvementId === player.id('involvement', expected.agency))!;
    const [escalation] = expected.escalations ?? [];
    shown.same('state', [expected.shownAs, null], [found.state, found.answer]);
    shown.same('asked, clock', [expected.askedOn, expected.dueOn], [found.askedOn, found.dueOn]);
    shown.same('escalated, clock', [escalation?.on, escalation?.dueOn], [found.escalatedOn, found.escalationDueOn]);
    const { nl, by } = expected.proceedReason!;
    shown.same('why the mandate holder goes on', [nl, await player.whoIs(by)], [found.proceedReason, found.proceedBy]);
    shown.same('warning', 1, plan.warnings.filter(({ code }) => code === 'DID_NOT_ANSWER').length);
    shown.say(
      `${labelOf(truth, expected.agency).nl} / ${labelOf(truth, expected.agency).en}: ${found.state}`,
      `gevraagd / asked ${found.askedOn}, tot / until ${found.dueOn}; opgeschaald / escalated ${found.escalatedOn}, tot / until ${found.escalationDueOn}`,
      `"${found.proceedReason}" (${truth.people.find(({ key }) => key === by)?.label.nl})`,
      ...plan.warnings.filter(({ code }) => code === 'DID_NOT_ANSWER').map((warning) => `${warning.nl} / ${warning.en}`),
    );
  },
};

type Amounts = { payer: string; cents: string }[];
type ScenarioAnswer = {
  kind: ScenarioName;
  totals: { totalCents: string; byPayer: Amounts; unpricedCount: number };
  unpriced: { item: string; note: string }[];
};

const cost: Proof = {
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
  async show(scene, shown) {
    const { player, truth } = scene;
    const { plan } = await asked<{
      plan: {
        scenarios: ScenarioAnswer[];
        comparison: {
          horizonMonths: number;
          savingCents: string;
          publicCents: string;
          byPayer: Amounts;
          whoInvests: Amounts;
          whoGains: Amounts;
        };
      };
    }>(
      scene,
      player.lead,
      `plan { scenarios { kind totals { totalCents byPayer { payer cents } unpricedCount } unpriced { item note } }
              comparison { horizonMonths savingCents publicCents byPayer { payer cents } whoInvests { payer cents } whoGains { payer cents } } }`,
    );
    const { saving } = truth.expectCost;
    const { comparison } = plan;
    const amounts = (list: Amounts) => sorted(list.map(({ payer, cents }) => `${payer} ${cents}`));
    const expectAmounts = (list: Record<string, number>) =>
      sorted(Object.entries(list).map(([payer, cents]) => `${payer} ${cents}`));
    const of = (kind: ScenarioName) => plan.scenarios.find((one) => one.kind === kind)!;
    for (const kind of ['AS_NOW', 'BREAKTHROUGH'] as const) {
      const { totalCents, byPayer, unpriced } = truth.expectCost[kind];
      const { totals, unpriced: listed } = of(kind);
      shown.same(
        kind,
        [`${totalCents}`, expectAmounts(byPayer), unpriced],
        [totals.totalCents, amounts(totals.byPayer), totals.unpricedCount],
      );
      shown.same(
        `unpriced items of ${kind}`,
        sorted(truth.plan.scenarios[kind].unpriced.map(({ item }) => item)),
        sorted(listed.map(({ item }) => item)),
      );
    }
    shown.same(
      'saving',
      [`${saving.totalCents}`, expectAmounts(saving.byPayer)],
      [comparison.savingCents, amounts(comparison.byPayer)],
    );
    const row = (name: string, ...cells: string[]) => `${name.padEnd(16)}${cells.map((cell) => cell.padStart(14)).join('')}`;
    const [now, then] = [of('AS_NOW').totals, of('BREAKTHROUGH').totals];
    const cell = (list: Amounts, payer: string) => euros(list.find((one) => one.payer === payer)?.cents ?? '0');
    shown.say(row(`${comparison.horizonMonths} maanden / m.`, 'zoals nu', 'doorbraak', 'scheelt'));
    shown.say(row('', 'as now', 'breakthrough', 'saved'));
    for (const { payer } of now.byPayer)
      shown.say(row(payer, cell(now.byPayer, payer), cell(then.byPayer, payer), cell(comparison.byPayer, payer)));
    shown.say(row('samen / total', euros(now.totalCents), euros(then.totalCents), euros(comparison.savingCents)));
    for (const kind of ['AS_NOW', 'BREAKTHROUGH'] as const)
      shown.say(
        `zonder prijs, in geen som / no price, in no sum (${kind}): ${of(kind)
          .unpriced.map(({ note }) => note)
          .join('; ')}`,
      );
  },
};

export const PETER: Proof[] = [circle, map, officer, laws, decide, silence, cost];
