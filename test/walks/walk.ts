import { newId, type Id, type LocalDate } from '@doorbraak/kernel';
import { act } from '../household';
import type { Someone, Town, World } from '../world';
import { AGENCIES, Model, MANDATES, PROVISIONS, type AgencyName, type Answer, type Person, type Role, type Why } from './model';

/** A number of the seed's own row, so that a walk that went wrong can be walked again. */
class Dice {
  constructor(private state: number) {}

  /** mulberry32, by Tommy Ettinger, public domain */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  chance = (of: number): boolean => this.next() < of;
  pick = <T>(list: readonly T[]): T => list[Math.floor(this.next() * list.length)]!;
}

/** What can be wrong with a plan, and how often it comes by chance. */
const FLAWS = {
  'no first step': 0.03,
  'now is cheap': 0.05,
  'too dear': 0.04,
  'other deviation': 0.05,
  'limit unanswered': 0.05,
  'one law opens': 0.3,
  'no room': 0.06,
  'law added': 0.05,
  'problem of others': 0.05,
  'lapsed provision': 0.03,
  'nothing resolves': 0.3,
  'weak value': 0.02,
  'weak perspective': 0.02,
  'a cent off': 0.06,
  'condition open': 0.15,
  'objection open': 0.15,
  'escalation runs': 0.05,
  'not gone on': 0.05,
  'no measures': 0,
  'no deputy': 0.02,
  disagrees: 0.05,
};
type Flaw = keyof typeof FLAWS;
/** Steps without which a plan cannot be decided. */
const NEEDED = [
  ...['goal', 'cost now', 'breakthrough', 'settle', 'holder', 'fund first', 'fund second', 'agree'],
  ...['EFFECT', 'VALUES', 'CONSEQUENCES', 'LEGAL', 'LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'],
  ...['judge LEGAL', 'judge ECONOMIC', 'judge SOCIETAL', 'ask wmo', 'ask wlz', 'reply wmo', 'reply wlz'],
];
/** Of a walk in which all is right: that plan can be decided. */
export const NOTHING = 'nothing';
const SPOILS = [...Object.keys(FLAWS), ...NEEDED];

const ROLES: Role[] = ['ROOM', 'LIMIT', 'PROTECTION', 'PROCEDURE'];
const ANSWERS: (Answer | 'SILENCE')[] = ['AGREES', 'AGREES', 'AGREES_IF', 'OBJECTS', 'SILENCE'];
/** What an agency has to say before it can be dealt with wrongly. */
const ANSWER_WITH: Record<string, Answer | 'SILENCE'> = {
  'condition open': 'AGREES_IF',
  'objection open': 'OBJECTS',
  'escalation runs': 'SILENCE',
  'not gone on': 'SILENCE',
};

type Who = Person | AgencyName;
type ActorRole = Parameters<World['invite']>[2][number];
/** An act, and which acts have to be tried before it. */
type Step = { name: string; after: string[]; go: () => Promise<void> };
type Outcome = { __typename: string; version?: number; reasons?: { code: string }[] };

export const FIRST_DAY = '2025-09-29';
const PLAN_DAY = '2025-10-27';

/** A municipality in which walks take place; every walk has a household and a plan of its own. */
export class WalkTown {
  town: Town;
  people: Record<Who, Someone>;
  agencies: Record<AgencyName, Id>;

  constructor(readonly world: World) {}

  async settle(code: string): Promise<void> {
    this.town = await this.world.town(code, 'DEMO', FIRST_DAY);
    const invite = (name: string, role: ActorRole | ActorRole[], more = {}) =>
      this.world.invite(this.town, `${name}-${code}`, [role].flat(), more);
    this.agencies = {
      wmo: await this.world.agency(this.town, 'GEM_WMO'),
      wlz: await this.world.agency(this.town, 'ZORGKANTOOR'),
    };
    this.people = {
      lead: await invite('lead', 'LEAD_PROFESSIONAL'),
      deputy: await invite('deputy', ['WIJKTEAM_MEMBER', 'TEAM_COORDINATOR']),
      holder: await invite('holder', 'MANDATE_HOLDER'),
      small: await invite('small', 'TEAM_COORDINATOR'),
      legal: await invite('legal', 'PERSPECTIVE_ADVISER'),
      economic: await invite('economic', 'PERSPECTIVE_ADVISER'),
      societal: await invite('societal', 'PERSPECTIVE_ADVISER'),
      wmo: await invite('l-wmo', 'AGENCY_LIAISON', { agency: this.agencies.wmo }),
      wlz: await invite('l-wlz', 'AGENCY_LIAISON', { agency: this.agencies.wlz }),
    };
    for (const [person, { kinds, cents }] of Object.entries(MANDATES))
      await this.world.db.superuser.query(
        `insert into mandate (municipality_id, id, person_id, kinds, max_cents, from_on, to_on) values ($1, $2, $3, $4, $5, '2025-01-01', '2026-12-31')`,
        [this.town.municipality, newId(), this.people[person as Person].person, kinds, `${cents}`],
      );
  }
}

/** One walk: a plan made in a random order, with acts left out, done wrong, done twice and withdrawn, and attempts to decide in between. */
export class Walk {
  readonly model = new Model();
  private readonly dice: Dice;
  /** What alone is wrong, or that nothing is; null = whatever comes by chance. */
  readonly only: string | null;
  readonly trail: string[] = [];
  readonly household = newId();
  readonly plan = newId();
  private readonly problems: Id[] = [newId(), newId()];
  private readonly involvements: Record<AgencyName, Id> = { wmo: newId(), wlz: newId() };
  private readonly positionIds = new Map<AgencyName, Id>();
  private readonly versions = new Map<Id, number>();
  private readonly refusedOnly = new Map<Why, number>();
  private member: Id;
  private agreementId: Id | undefined;
  private today: LocalDate = FIRST_DAY;
  private nth = 0;

  constructor(
    private readonly here: WalkTown,
    seed: number,
  ) {
    this.dice = new Dice(seed);
    this.only = [null, SPOILS[(seed >> 1) % SPOILS.length]!, NOTHING, SPOILS[(seed >> 1) % SPOILS.length]!][seed % 4]!;
  }

  /** How the decision was refused when one thing alone stood in the way. */
  get soleReasons(): ReadonlyMap<Why, number> {
    return this.refusedOnly;
  }

  /** Walks to the end; whether somebody could decide. What the product says and what the model says must be the same each time. */
  async toTheEnd(): Promise<boolean> {
    const { dice } = this;
    await this.here.world.setClock(this.here.town, this.today);
    await this.map();
    const slip = this.only ? 0 : dice.pick([0, 0.01, 0.06]);
    const waiting = this.recipe();
    while (waiting.length) {
      // mostly in an order that can work, now and then in any
      const ready = waiting.filter(({ after }) => !waiting.some(({ name }) => after.includes(name)));
      const step = dice.pick(dice.chance(slip / 4) ? waiting : ready);
      waiting.splice(waiting.indexOf(step), 1);
      if (this.only === step.name || dice.chance(slip)) continue;
      await step.go();
      if (dice.chance(slip)) await this.mischief();
      if (dice.chance(0.02) && (await this.decide(dice.pick(['holder', 'small', 'lead', 'deputy'])))) return true;
    }
    while (this.today < PLAN_DAY) await this.tick();
    if (this.flaw('no deputy')) await this.endDeputy();
    for (const person of ['lead', 'small', 'deputy', 'holder'] as const) if (await this.decide(person)) return true;
    return false;
  }

  private flaw(name: Flaw): boolean {
    return this.only ? this.only === name : this.dice.chance(FLAWS[name]);
  }

  // What people do

  private async map(): Promise<void> {
    const { lead, deputy } = this.here.people;
    await act(lead, 'createHousehold', { code: `W-${this.household.slice(-12)}` }, this.household);
    const household = this.household;
    const map = await act(lead, 'addMember', { household, name: 'Wandelaar (verzonnen)', role: 'ADULT', fromOn: '2024-11-01' });
    this.member = map.members[0]!.personId;
    for (const id of this.problems)
      await act(lead, 'addProblem', { household, type: 'SYSTEM.BETWEEN_TWO_LAWS', personIds: [this.member] }, id);
    for (const name of ['wmo', 'wlz'] as const)
      await act(
        lead,
        'addInvolvement',
        {
          household,
          agency: this.here.agencies[name],
          law: AGENCIES[name].law,
          payer: name.toUpperCase(),
          fromOn: '2025-02-10',
          problemIds: AGENCIES[name].problems.map((n) => this.problems[n - 1]),
        },
        this.involvements[name],
      );
    const { version } = await act(lead, 'assignDeputy', { household, seen: 1, person: deputy.person });
    this.versions.set(household, version);
    this.model.deputy = true;
    await this.do('lead', 'startPlan', { household, planOn: PLAN_DAY, plan: undefined }, this.plan);
  }

  /** What makes a plan that can be decided, most of the time; each act says which must have been tried before it. */
  private recipe(): Step[] {
    const { dice } = this;
    const [first, second, now, breakthrough, limit] = [newId(), newId(), newId(), newId(), newId()];
    const oneLaw = this.flaw('one law opens');
    const noRoom = this.flaw('no room');
    const unanswered = this.flaw('limit unanswered');
    // what opens nothing answers nothing
    const withLimit = unanswered || (!oneLaw && dice.chance(0.5));
    const lapsed = this.flaw('lapsed provision') ? newId() : null;
    const answers = [...(withLimit && !unanswered ? [limit] : []), ...(lapsed ? [lapsed] : [])];
    const quantity = this.flaw('too dear') ? 156 : 78;
    const kind = this.flaw('other deviation') ? 'WAIVE_CLAIM' : 'INTERIM_PAYER';
    const verdict = (flaw: Flaw) => (this.flaw(flaw) ? dice.pick(['INSUFFICIENT', 'NOT_YET']) : 'SUFFICIENT');
    const added = this.flaw('law added') ? ['awb'] : [];
    const seldom = (of: number, ...steps: Step[]) => (dice.chance(of) ? steps : []);
    const step = (name: string, after: string[], go: () => Promise<void>): Step => ({ name, after, go });
    const cite = (name: string, measure: Id, provisions: string[], id = newId(), of: Id[] = []) =>
      step(name, measure === first ? ['first', ...(of.length ? ['limit', 'lapsed'] : [])] : ['second'], () =>
        this.ground(id, measure, dice.pick(provisions), of),
      );
    const own = oneLaw ? ['wmo2015:2.3.2:1'] : noRoom ? ['wmo2015:2.3.8:2'] : ['wmo2015:2.3.3', 'wmo2015:2.3.8:2'];
    const other = noRoom || (!this.only && dice.chance(0.25)) ? ['wlz:3.2.3:1'] : ['wlz:3.2.1:3'];
    const general = noRoom ? ['awb:4:93:4'] : ['awb:3:4:2', 'awb:4:93:4'];
    const grounds = [
      ...(withLimit ? [cite('limit', first, ['wmo2015:2.3.5:6'], limit)] : []),
      ...(lapsed ? [cite('lapsed', first, ['wajong:1a:6:1:a'], lapsed)] : []),
      cite('own', first, own, newId(), answers),
      cite('other', first, other),
      ...seldom(noRoom ? 1 : this.only ? 0 : 0.6, cite('general', first, general)),
      cite('settle', second, ['wlz:3.2.1:3', 'wlz:3.2.3:1', 'wlz:3.2.1:3']),
    ];
    const written = grounds.map(({ name }) => name);
    return [
      step('goal', [], () => this.goal(newId(), !this.flaw('no first step'))),
      step('now', [], () => this.scenario(now, 'AS_NOW')),
      step('cost now', ['now'], () => this.line(now, null, this.flaw('now is cheap') ? 52 : 200)),
      ...(this.flaw('no measures')
        ? []
        : [
            step('first', [], () => this.measure(first, 'wmo', [1], kind, added)),
            step('second', [], () => this.measure(second, 'wlz', this.flaw('problem of others') ? [2] : [], null, [])),
          ]),
      step('breakthrough', [], () => this.scenario(breakthrough, 'BREAKTHROUGH')),
      step('cost then', ['breakthrough', 'first'], () => this.line(breakthrough, first, quantity)),
      ...grounds,
      ...seldom(
        0.3,
        step('strike', ['second'], () => this.strike(second, 'wlz')),
      ),
      ...seldom(
        this.only === 'nothing resolves' ? 1 : 0.3,
        step('contradiction', written, () => this.contradict(first)),
      ),
      ...['EFFECT', 'VALUES', 'CONSEQUENCES', 'LEGAL'].map((name) => step(name, [], () => this.step(name))),
      ...['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'].map((name) =>
        step(name, [], () => this.value(name, verdict('weak value'))),
      ),
      ...Object.entries({ LEGAL: 'legal', ECONOMIC: 'economic', SOCIETAL: 'societal' } as const).flatMap(([of, person]) => [
        step(`ask ${of}`, [], () => this.askAdviser(of, person)),
        step(`judge ${of}`, [`ask ${of}`], () => this.assess(of, person, verdict('weak perspective'))),
      ]),
      step('holder', [], () => this.askDecider('holder')),
      step('small', [], () => this.askDecider('small')),
      step('deputy', [], () => this.askDecider('deputy')),
      // whoever wrote in the plan does not decide it, asked before or after
      ...seldom(
        this.only === 'goal' ? 0 : 0.6,
        step('goal of deputy', [], () => this.goal(newId(), false, 'deputy')),
      ),
      step('fund first', ['cost then'], () => this.fund(first, quantity)),
      step('fund second', ['second'], () => this.fund(second, 0)),
      ...(['wmo', 'wlz'] as const).flatMap((name) => [
        step(`ask ${name}`, ['first', 'second', 'holder'], () => this.ask(name)),
        step(`reply ${name}`, [`ask ${name}`], () => this.reply(name)),
      ]),
      step('agree', ['holder'], () => this.agree()),
    ];
  }

  /** Something that nobody planned. */
  private mischief(): Promise<void> {
    const { dice, model } = this;
    const any = <K>(of: Map<K, unknown>) => (of.size ? dice.pick([...of.keys()]) : undefined);
    return dice.pick([
      () => this.withdraw(any(model.grounds)),
      () => this.withdraw(any(model.measures)),
      () => this.withdraw(any(model.goals)),
      () => this.withdraw(any(model.contradictions)),
      () => this.endDeputy(),
      () => this.tick(),
      () => this.ground(newId(), any(model.measures) ?? newId(), dice.pick(Object.keys(PROVISIONS)), []),
      () => this.ground(newId(), any(model.measures) ?? newId(), dice.pick(Object.keys(PROVISIONS)), [], dice.pick(ROLES)),
      () => this.contradict(any(model.measures) ?? newId()),
      () => this.value(dice.pick(['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN']), dice.pick(['SUFFICIENT', 'NOT_YET'])),
      () => this.ask(dice.pick(['wmo', 'wlz'])),
      () => this.reply(dice.pick(['wmo', 'wlz'])),
      () => this.scenario(newId(), 'BREAKTHROUGH'),
      () => this.measure(newId(), dice.pick(['wmo', 'wlz']), [dice.pick([1, 2])], dice.pick([null, 'INTERIM_PAYER']), []),
      () => this.agree(),
    ])();
  }

  private async goal(id: Id, withStep: boolean, by: 'lead' | 'deputy' = 'lead'): Promise<void> {
    const input = { words: 'Ik blijf hier wonen.', firstStep: withStep ? 'Morgen bellen.' : null };
    if (await this.do(by, 'addGoal', input, id)) this.model.goals.set(id, { withStep, by });
  }

  private async scenario(id: Id, kind: 'AS_NOW' | 'BREAKTHROUGH'): Promise<void> {
    if (await this.do('lead', 'addScenario', { kind, name: kind, horizonMonths: 12 }, id))
      this.model.scenarios.set(id, { kind, lines: [], unpriced: 0 });
  }

  private async line(scenario: Id, measure: Id | null, quantity: number): Promise<void> {
    const input = {
      scenario,
      measure,
      unitCost: 'WMO_GUIDANCE_PLUS',
      quantity: `${quantity}`,
      payer: 'WMO',
      oneOff: false,
      note: 'hulp',
    };
    if (await this.do('lead', 'addCostLine', input))
      this.model.scenarios.get(scenario)!.lines.push({ measure, payer: 'WMO', cents: priceOf(quantity) });
  }

  private async measure(id: Id, agency: AgencyName, problems: number[], kind: string | null, added: string[]): Promise<void> {
    const input = {
      involvement: this.involvements[agency],
      owner: 'iemand daar',
      dueOn: '2025-11-03',
      service: 'JURISDICTION_SETTLED',
      result: 'steun',
      problems: problems.map((n) => this.problems[n - 1]),
      deviationKind: kind,
      lawsAdded: added,
    };
    if (await this.do('lead', 'addMeasure', input, id))
      this.model.measures.set(id, { agency, problems, kind, added, struck: new Set() });
  }

  /** In the role that the catalogue gives it, or in another one with a reason. */
  private async ground(id: Id, measure: Id, provision: string, answers: Id[], role = PROVISIONS[provision]!.role): Promise<void> {
    const overrideReason = role === PROVISIONS[provision]!.role ? null : 'hier werkt het anders';
    const input = { measure, provision, role, argument: 'omdat het past', answers, overrideReason };
    if (await this.do('lead', 'addGround', input, id)) this.model.grounds.set(id, { measure, provision, role, answers });
  }

  private async strike(measure: Id, law: string): Promise<void> {
    if (await this.do('lead', 'strikeOutLaw', { measure, law, line: 'speelt hier niet' }))
      this.model.measures.get(measure)!.struck.add(law);
  }

  private async contradict(measure: Id): Promise<void> {
    const own = [...this.model.grounds].filter(([, ground]) => ground.measure === measure).map(([id]) => id);
    if (own.length < 2) return;
    const id = newId();
    const [a, b] = [own[0]!, own.at(-1)!];
    const opening = own.filter((id) => ['ROOM', 'PROTECTION'].includes(this.model.grounds.get(id)!.role));
    const via = this.flaw('nothing resolves') ? [] : [this.dice.pick(this.only && opening.length ? opening : own)];
    const input = {
      measure,
      a,
      b,
      type: 'AFBAKENING',
      resolvedVia: via,
      reasoning: via.length ? 'de een vult de ander aan' : null,
    };
    if (await this.do('lead', 'addContradiction', input, id)) this.model.contradictions.set(id, { measure, a, b, via });
  }

  private async step(step: string): Promise<void> {
    if (await this.do('lead', 'answerReverseTest', { step, answer: 'in eigen woorden' })) this.model.steps.add(step);
  }

  private async value(value: string, verdict: string): Promise<void> {
    const seen = this.versions.get(value);
    if (!(await this.do('lead', 'judgeValue', { value, verdict, argument: 'het past', seen }))) return;
    this.versions.set(value, (seen ?? 0) + 1);
    this.model.values.set(value, verdict);
  }

  private async askAdviser(perspective: string, person: Person): Promise<void> {
    await this.do('lead', 'askAdviser', { person: this.here.people[person].person, perspective });
  }

  private async assess(perspective: string, person: Person, verdict: string): Promise<void> {
    if (await this.do(person, 'assessPerspective', { perspective, verdict, argument: 'van deze kant bezien' }))
      this.model.perspectives.set(perspective, { by: person, verdict });
  }

  private async askDecider(person: Person): Promise<void> {
    if (await this.do('lead', 'askDecider', { person: this.here.people[person].person })) this.model.deciders.add(person);
  }

  private async fund(measure: Id, quantity: number): Promise<void> {
    if (!this.model.measures.has(measure)) return;
    const seen = this.versions.get(measure) ?? 1;
    const cents = this.flaw('a cent off') ? priceOf(quantity) - 1n : priceOf(quantity);
    const shares = quantity ? [{ payer: 'WMO', percent: 100, cents }] : [];
    const input = {
      measure,
      seen,
      noExtraMoney: quantity === 0,
      advancedBy: quantity ? 'WMO' : null,
      shares: shares.map((share) => ({ ...share, percent: `${share.percent}` })),
    };
    if (!(await this.do('lead', 'fundMeasure', input))) return;
    this.versions.set(measure, seen + 1);
    this.model.funding.set(measure, shares);
  }

  private async ask(name: AgencyName): Promise<void> {
    const id = newId();
    const known = this.positionIds.get(name);
    const seen = known ? this.versions.get(known) : undefined;
    if (!(await this.do('lead', 'askPosition', { involvement: this.involvements[name], clockDays: 5, seen }, id))) return;
    this.positionIds.set(name, known ?? id);
    this.versions.set(known ?? id, (seen ?? 0) + 1);
    const measures = [...this.model.measures].filter(([, { agency }]) => agency === name).map(([measure]) => measure);
    this.model.positions.set(name, {
      measures,
      dueOn: workingDaysAfter(this.today, 5),
      answer: null,
      accepted: false,
      answered: false,
      escalatedUntil: null,
      proceeded: false,
    });
  }

  /** An answer and what the plan says to it, or silence and what follows on that. */
  private async reply(name: AgencyName): Promise<void> {
    const id = this.positionIds.get(name);
    const asked = this.model.positions.get(name);
    if (!id || !asked) return;
    const how = this.only && name === 'wlz' ? 'AGREES' : (ANSWER_WITH[this.only ?? ''] ?? this.dice.pick(ANSWERS));
    if (how === 'SILENCE') return this.silence(id, asked);
    const words = {
      condition: how === 'AGREES_IF' ? 'als er wordt gekeken' : null,
      reason: how === 'OBJECTS' ? 'dat kan niet' : null,
    };
    if (!(await this.onPosition(name, id, 'answerPosition', { answer: how, ...words }))) return;
    Object.assign(asked, { answer: how, accepted: false, answered: false });
    if (how === 'AGREES_IF' && !this.flaw('condition open') && (await this.onPosition('lead', id, 'acceptCondition', {})))
      asked.accepted = true;
    if (
      how === 'OBJECTS' &&
      !this.flaw('objection open') &&
      (await this.onPosition('lead', id, 'answerObjection', { text: 'dat kan wel, want' }))
    )
      asked.answered = true;
  }

  private async silence(id: Id, asked: { escalatedUntil: LocalDate | null; proceeded: boolean }): Promise<void> {
    await this.tick();
    const clockDays = 10;
    if (await this.onPosition('lead', id, 'escalatePosition', { rung: 1, body: 'fixteam', clockDays }))
      asked.escalatedUntil = workingDaysAfter(this.today, clockDays);
    if (!this.flaw('escalation runs')) for (const _ of [1, 2]) await this.tick();
    if (
      !this.flaw('not gone on') &&
      (await this.onPosition('holder', id, 'proceedWithoutAnswer', { reason: 'het schaadt deze instantie niet' }))
    )
      asked.proceeded = true;
  }

  private async onPosition(who: Who, position: Id, name: string, input: object): Promise<boolean> {
    const seen = this.versions.get(position)!;
    const done = await this.do(who, name, { position, seen, ...input });
    if (done) this.versions.set(position, seen + 1);
    return done;
  }

  private async agree(): Promise<void> {
    const id = newId();
    const state = this.flaw('disagrees') ? 'DISAGREED' : 'AGREED';
    const seen = this.agreementId ? this.versions.get(this.agreementId) : undefined;
    const input = { person: this.member, state, how: 'ALOUD', words: 'zo is het', seen };
    if (!(await this.do('lead', 'recordAgreement', input, id))) return;
    this.agreementId ??= id;
    this.versions.set(this.agreementId, (seen ?? 0) + 1);
    this.model.agreement = { state, proceeded: false };
    if (state !== 'DISAGREED' || this.only || this.dice.chance(0.5)) return;
    const reason = 'zonder dit plan verliest het kind een plek op school';
    if (
      await this.do('holder', 'proceedWithoutAgreement', {
        agreement: this.agreementId,
        seen: this.versions.get(this.agreementId),
        reason,
      })
    ) {
      this.model.agreement.proceeded = true;
      this.versions.set(this.agreementId, this.versions.get(this.agreementId)! + 1);
    }
  }

  private async withdraw(entry: Id | undefined): Promise<void> {
    if (!entry || !(await this.do('lead', 'withdrawFromPlan', { entry, reason: 'vergissing' }))) return;
    for (const list of [this.model.goals, this.model.measures, this.model.grounds, this.model.contradictions] as Map<
      Id,
      unknown
    >[])
      list.delete(entry);
  }

  private async endDeputy(): Promise<void> {
    if (!this.model.deputy) return;
    const seen = this.versions.get(this.household)!;
    const { version } = await act(this.here.people.lead, 'endDeputy', { household: this.household, seen });
    this.versions.set(this.household, version);
    this.model.deputy = false;
    this.trail.push('endDeputy');
  }

  /** More than five working days pass. */
  private async tick(): Promise<void> {
    this.today = daysAfter(this.today, 8);
    await this.here.world.setClock(this.here.town, this.today);
    this.trail.push(`it is ${this.today}`);
  }

  private async decide(person: Person): Promise<boolean> {
    const signed = this.only !== 'now is cheap' && this.dice.chance(0.5);
    const found = await this.here.people.lead.ask<{ plan: { version: number } }>(
      'query ($id: ID!) { plan(id: $id) { version } }',
      {
        id: this.plan,
      },
    );
    const reasons = this.model.why(person, this.today, signed);
    const done = await this.do(person, 'decidePlan', {
      seen: found.data.plan.version,
      text: 'Het plan gaat door.',
      negativeReturnSigned: signed,
    });
    if (done !== (reasons.length === 0))
      throw new Error(
        `${person} ${done ? 'decided' : 'could not decide'}; the model says: ${reasons.join(', ') || 'may'}\n${this.trail.join('\n')}`,
      );
    if (reasons.length === 1) this.refusedOnly.set(reasons[0]!, (this.refusedOnly.get(reasons[0]!) ?? 0) + 1);
    if (done) await this.staysAsDecided();
    return done;
  }

  /** Whatever is tried afterwards is refused, and the plan reads as it did. */
  private async staysAsDecided(): Promise<void> {
    const read = async () => JSON.stringify((await this.here.people.lead.ask(WHOLE, { id: this.plan })).data);
    const before = await read();
    for (let i = 0; i < 3; i += 1) await this.mischief();
    // days may pass and the deputy may leave; the plan itself does not move
    if ((await read()) !== before) throw new Error(`a decided plan was changed\n${this.trail.join('\n')}`);
  }

  /** Whether the act was done. */
  private async do(who: Who, name: string, input: Record<string, unknown>, key = newId()): Promise<boolean> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const answer = await this.here.people[who].ask<Record<string, Outcome>>(
      `mutation ($key: ID!, $input: ${type}) { ${name}(key: $key, input: $input) { __typename ... on PlanRefused { reasons { code } } } }`,
      { key, input: { plan: this.plan, ...input } },
    );
    const outcome = answer.data?.[name];
    const codes = outcome?.reasons?.map(({ code }) => code) ?? answer.errors?.map(({ extensions }) => extensions['code']);
    this.trail.push(
      `${(this.nth += 1)} ${who} ${name} ${outcome?.__typename === 'BreakthroughPlan' ? '' : JSON.stringify(codes)}`,
    );
    // a role that may never do this is turned away at the door; anything else without an answer is a fault of the walk
    if (!outcome && !codes?.includes('NOT_ALLOWED')) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
    return outcome?.__typename === 'BreakthroughPlan';
  }
}

const WHOLE = `query ($id: ID!) { plan(id: $id) { status version decidedOn decisionText
  goals { id words firstStep } measures { id result deviationKind struckOut { law } } grounds { id provision role answers } contradictions { id reasoning resolvedVia }
  values { value verdict } perspectives { kind verdict argument } positions { id answer conditionAcceptedOn objectionAnswer } agreements { state }
  scenarios { id costLines { cents } } } }`;

/** 85.20 an hour */
const priceOf = (quantity: number): bigint => 8520n * BigInt(quantity);

function daysAfter(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** No holiday falls in the autumn of these walks. */
function workingDaysAfter(day: LocalDate, days: number): LocalDate {
  let left = days;
  let at = day;
  while (left > 0) {
    at = daysAfter(at, 1);
    if (![0, 6].includes(new Date(`${at}T00:00:00Z`).getUTCDay())) left -= 1;
  }
  return at;
}
