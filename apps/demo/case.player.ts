import { newId, type Id, type LocalDate } from '@doorbraak/kernel';
import { act, type Ask, type Room } from './ask';
import { caseFile, type CaseFile, type CaseName, type CasePosition, type CaseSharing, type ScenarioName } from './case.file';
import { agencyId, demoId, inCase, type DemoPerson } from './people';

/** The files name some ways of agreeing more narrowly than the product does. */
const HOW: Record<string, string> = { PAPER: 'IN_WRITING', ALOUD_WITH_INTERPRETER: 'ALOUD', IN_APP: 'ON_SCREEN' };
/** What people enter one after the other has ids that rise, and where all else is equal the product goes by ids. */
const IN_ORDER: Record<string, (file: CaseFile) => { key: string }[]> = {
  problem: (file) => file.problems,
  involvement: (file) => file.involvements,
  wait: (file) => file.waits,
  measure: (file) => file.plan.measures,
  ground: (file) => file.plan.grounds,
};
const VALUES = { legitimacy: 'LEGITIMACY', engagement: 'ENGAGEMENT', publicReturn: 'PUBLIC_RETURN' } as const;

export type Stage = { ask: Ask; issuer: string };

/** Which parts of a plan are played, in the words of the case files: `*` all, `-x` all but x, `+ground:...` and `set:...` one more. */
class Acts {
  constructor(private readonly acts: readonly string[]) {}

  has(part: string): boolean {
    return this.acts.includes('*') ? !this.acts.includes(`-${part}`) : this.acts.includes(part);
  }

  perspective(kind: string): boolean {
    const [whole, one] = [this.has('perspectives'), this.has(`perspective:${kind}`)];
    return this.acts.includes('*') ? whole && one : whole || one;
  }

  /** Another verdict than the one in the file. */
  verdict(of: `value:${string}` | `perspective:${string}`): string | undefined {
    return this.acts.find((one) => one.startsWith(`set:${of}=`))?.split('=')[1];
  }

  get groundsMore() {
    return this.acts
      .filter((one) => one.startsWith('+ground:'))
      .map((one) => {
        const [measure = '', provision = '', role = ''] = one.slice('+ground:'.length).split('|');
        return { key: one, measure, provision, role, argument: { nl: one, en: one } };
      });
  }
}

/**
 * Plays one household of a case through the api, each act by whom it belongs to: what has a date on its own day, what has none on the day
 * of the plan. The key of every act follows from the code of the household, so a play that was cut off is completed by the next.
 */
export class CasePlayer {
  readonly household: Id;
  readonly plan: Id;
  /** Version of each position after what was done to it. */
  private readonly seen = new Map<string, number>();
  private readonly persons = new Map<string, Id>();

  /** @param stage where it plays: how to ask the api, and which issuer its people come from */
  constructor(
    private readonly stage: Stage,
    readonly name: CaseName,
    readonly code: string,
    readonly file: CaseFile = caseFile(name),
  ) {
    this.household = this.id('household');
    this.plan = this.id('plan');
  }

  /** Id of what this household has under a key of the file; where a thing is added it is the key of the act as well. */
  id(kind: string, key = ''): Id {
    const nth = IN_ORDER[kind]?.(this.file).findIndex((one) => one.key === key) ?? 0;
    return demoId(`${this.code} ${kind} ${key}`, nth);
  }

  person(key: string): DemoPerson {
    return inCase(this.name, key);
  }

  get lead(): DemoPerson {
    return this.person(this.file.household.lead);
  }

  /** Sets the clock of the tenant, for everybody in it. */
  async on(day: LocalDate): Promise<void> {
    await this.stage.ask(
      this.lead,
      'mutation ($key: ID!, $today: LocalDate) { setDemoClock(key: $key, today: $today) { __typename } }',
      {
        key: newId(),
        today: day,
      },
    );
  }

  // The household

  async map(): Promise<void> {
    const { file } = this;
    await this.on(file.demoClock.mappedOn);
    await this.by(this.lead, 'Household', 'createHousehold', this.household, {
      code: this.code,
      ownWords: file.household.ownWords.nl,
      language: 'nl',
    });
    for (const { key, label, role } of file.household.members)
      await this.tell('addMember', 'member', key, { name: label.nl, role, fromOn: file.demoClock.mappedOn });
    await this.rememberMembers();
    await this.inviteMembers();
    await this.tell('assignDeputy', 'deputy', '', { seen: 1, person: await this.whoIs(file.household.deputy) });
    for (const problem of this.causesFirst())
      await this.tell('addProblem', 'problem', problem.key, {
        type: problem.type,
        personIds: problem.persons.map((key) => this.personId(key)),
        words: problem.title.nl,
        sinceOn: problem.since,
        status: problem.status,
        causedBy: (problem.causedBy ?? []).map((key) => this.id('problem', key)),
      });
    for (const { key, law, lawNote, payer, payerNote, from, to, problems } of file.involvements)
      await this.tell('addInvolvement', 'involvement', key, {
        agency: agencyId(this.name, key),
        law,
        lawNote,
        payer,
        payerNote,
        fromOn: from,
        toOn: to,
        problemIds: problems.map((problem) => this.id('problem', problem)),
      });
    for (const wait of file.waits)
      await this.tell('addWait', 'wait', wait.key, {
        waiting: this.endOf(wait.waiting),
        for: this.endOf(wait.for),
        holder: this.id('involvement', wait.holder),
        what: wait.what.nl,
        provision: wait.provision,
        liftable: wait.liftable,
        sinceOn: wait.since,
      });
    for (const { key, service, by, addresses, from, to, costLines } of file.interventions) {
      await this.tell('addIntervention', 'intervention', key, {
        service,
        involvement: this.id('involvement', by),
        problemIds: addresses.map((problem) => this.id('problem', problem)),
        fromOn: from,
        toOn: to,
      });
      for (const { key: line, unitCost, quantity, payer, oneOff, note } of costLines)
        await this.tell('addInterventionCost', 'intervention cost', line, {
          intervention: this.id('intervention', key),
          unitCost,
          quantity: `${quantity}`,
          payer,
          oneOff,
          note: note.nl,
        });
    }
    await this.countContacts();
    for (const { key, sharing } of byDay(file.involvements, ({ sharing }) => sharing?.from ?? ''))
      if (sharing) await this.share(key, sharing);
  }

  /** A count of a whole year has no month to stand in, and none is made up. */
  private async countContacts(): Promise<void> {
    const { month, byAgency } = this.file.contacts.before;
    if (!month) return;
    await this.on(max(this.file.demoClock.mappedOn, `${month}-01`));
    for (const [agency, count] of Object.entries(byAgency))
      await this.tell('countContacts', 'contacts', agency, {
        involvement: this.id('involvement', agency),
        month: `${month}-01`,
        count,
      });
  }

  private async share(involvement: string, { items = [], consent, ...sharing }: CaseSharing): Promise<void> {
    const everybody = this.file.household.members.map(({ key }) => this.personId(key));
    await this.on(max(sharing.from, this.file.demoClock.mappedOn));
    for (const { key, what, from } of items)
      await this.tell('addHandlingNote', 'note', key, {
        person: this.personId(consent!.by),
        fromInvolvement: this.id('involvement', from),
        text: what.nl,
      });
    await this.tell('share', 'share', involvement, {
      involvement: this.id('involvement', involvement),
      basis: sharing.basis,
      purpose: sharing.purpose,
      need: `${sharing.purpose} (${this.file.title.nl})`,
      personIds: consent ? [this.personId(consent.by)] : everybody,
      domains: sharing.domains,
      noteIds: items.map(({ key }) => this.id('note', key)),
      fromOn: sharing.from,
      toOn: sharing.to,
      consent: consent && { by: this.personId(consent.by), on: consent.on, how: HOW[consent.how] ?? consent.how },
    });
  }

  // The plan

  async play(acts: readonly string[]): Promise<void> {
    const parts = new Acts(acts);
    const { plan, demoClock } = this.file;
    await this.map();
    await this.on(demoClock.planDate);
    await this.by(this.lead, 'Plan', 'startPlan', this.plan, { household: this.household, planOn: demoClock.planDate });
    for (const { kind, by } of plan.perspectives)
      await this.write('askAdviser', 'adviser', kind, { person: await this.whoIs(by), perspective: kind });
    for (const person of new Set(plan.mandates.map((mandate) => mandate.person)))
      await this.write('askDecider', 'decider', person, { person: await this.whoIs(person) });
    if (parts.has('goals')) await this.goals(parts);
    if (parts.has('measures')) await this.measures(parts);
    for (const kind of ['AS_NOW', 'BREAKTHROUGH'] as const) if (parts.has(`scenario:${kind}`)) await this.scenario(kind, parts);
    if (parts.has('reverseTest'))
      for (const [step, { nl }] of Object.entries(plan.reverseTest))
        await this.write('answerReverseTest', 'step', step, { step, answer: nl });
    await this.judgements(parts);
    await this.dated(parts);
    await this.on(demoClock.planDate);
    if (!parts.has('lead')) await this.tell('endDeputy', 'no deputy', '', { seen: 2 });
  }

  /** The decision by whom the file says, on its day. */
  async decide(by = this.file.plan.decision.by): Promise<void> {
    const { on, text, negativeReturnSigned } = this.file.plan.decision;
    await this.on(on);
    const { household } = await this.stage.ask<{ household: { plan: { status: string; version: number } } }>(
      this.person(by),
      'query ($id: ID!) { household(id: $id) { plan { status version } } }',
      { id: this.household },
    );
    if (household.plan.status === 'DECIDED') return;
    const input = { plan: this.plan, seen: household.plan.version, text: text.nl, negativeReturnSigned };
    await this.by(this.person(by), 'Plan', 'decidePlan', this.id('decision', by), input);
  }

  /** The members who can sign in and read their own file. Every household has its own; the one of the file is on the list of demo people. */
  member(key: string): { subject: string } {
    const { subject } = this.person(key);
    return { subject: this.code === this.file.household.code ? subject : `${subject} ${this.code}` };
  }

  private async inviteMembers(): Promise<void> {
    const administrator = this.person('admin');
    const { accounts } = await this.stage.ask<{ accounts: { subject: string }[] }>(administrator, '{ accounts { subject } }');
    for (const { key, member } of this.file.people) {
      if (!member) continue;
      const { subject } = this.member(key);
      // after a cut-off play the issuer may have moved with the port, and the same key with another issuer would be another act
      if (!accounts.some((account) => account.subject === subject))
        await act(this.stage.ask, administrator, 'Directory', 'invite', this.id('account', key), {
          issuer: this.stage.issuer,
          subject,
          roles: ['HOUSEHOLD_MEMBER'],
          label: null,
          fixteam: null,
          agency: null,
          person: this.personId(member),
        });
    }
  }

  private async goals(parts: Acts): Promise<void> {
    for (const { key, nl, firstStep } of this.file.plan.goals) {
      await this.write('addGoal', 'goal', key, { words: nl });
      if (firstStep && parts.has('firstStep'))
        await this.write('setFirstStep', 'first step', key, { goal: this.id('goal', key), seen: 1, firstStep: firstStep.nl });
    }
  }

  private async measures(parts: Acts): Promise<void> {
    const { plan } = this.file;
    for (const measure of plan.measures) {
      await this.write('addMeasure', 'measure', measure.key, {
        involvement: this.id('involvement', measure.agency),
        owner: this.file.people.find(({ key }) => key === measure.owner)?.label.nl,
        dueOn: measure.due,
        service: measure.service,
        result: measure.result.nl,
        problems: measure.addresses.map((key) => this.id('problem', key)),
        lifts: measure.lifts.map((key) => this.id('wait', key)),
        deviationKind: measure.deviationKind,
        lawsAdded: measure.lawsAdded,
      });
      for (const { law, reason } of measure.lawsStruckOut)
        await this.write('strikeOutLaw', 'struck out', `${measure.key} ${law}`, {
          measure: this.id('measure', measure.key),
          law,
          line: reason.nl,
        });
    }
    if (parts.has('grounds')) await this.grounds(parts);
    for (const ground of parts.groundsMore) await this.ground(ground);
    if (parts.has('funding'))
      for (const { measure, noExtraMoney = false, advancedBy, shares = [] } of plan.funding)
        await this.write('fundMeasure', 'funding', measure, {
          measure: this.id('measure', measure),
          seen: 1,
          noExtraMoney,
          advancedBy,
          shares: shares.map(({ payer, percent, cents }) => ({
            payer,
            percent: `${percent}`,
            cents: cents === null ? null : `${cents}`,
          })),
        });
  }

  private async grounds(parts: Acts): Promise<void> {
    const { grounds, contradictions } = this.file.plan;
    const ids = (keys: string[]) => keys.map((key) => this.id('ground', key));
    for (const ground of grounds) await this.ground(ground);
    for (const { key, answers = [] } of grounds)
      if (answers.length > 0 && parts.has('answers'))
        await this.write('answerLimits', 'answers', key, { ground: this.id('ground', key), seen: 1, answers: ids(answers) });
    if (!parts.has('contradictions')) return;
    for (const { key, measure, a, b, pattern, type, resolvedVia, reasoning } of contradictions) {
      await this.write('addContradiction', 'contradiction', key, {
        measure: this.id('measure', measure),
        a: this.id('ground', a),
        b: this.id('ground', b),
        type: type.replace(/[A-Z]/g, '_$&').toUpperCase(),
        pattern,
      });
      if (parts.has('contradictionsResolved'))
        await this.write('resolveContradiction', 'resolution', key, {
          contradiction: this.id('contradiction', key),
          seen: 1,
          resolvedVia: ids(resolvedVia),
          reasoning: reasoning.nl,
        });
    }
  }

  private ground({
    key,
    measure,
    provision,
    role,
    argument,
  }: Omit<CaseFile['plan']['grounds'][number], 'answers'>): Promise<void> {
    return this.write('addGround', 'ground', key, {
      measure: this.id('measure', measure),
      provision,
      role,
      argument: argument.nl,
    });
  }

  private async scenario(kind: ScenarioName, parts: Acts): Promise<void> {
    const { horizonMonths, costLines, unpriced } = this.file.plan.scenarios[kind];
    const scenario = this.id('scenario', kind);
    const measureOf = (key?: string) => (key && parts.has('measures') ? this.id('measure', key) : null);
    await this.write('addScenario', 'scenario', kind, {
      kind,
      name: kind === 'AS_NOW' ? 'Doorgaan zoals nu' : 'Doorbraak',
      horizonMonths,
    });
    for (const { key, unitCost, quantity, probability, payer, oneOff, measure, note } of costLines)
      await this.write('addCostLine', 'cost line', key, {
        scenario,
        measure: measureOf(measure),
        unitCost,
        quantity: `${quantity}`,
        probability: probability === undefined ? null : `${probability}`,
        payer,
        oneOff,
        note: note.nl,
      });
    for (const { item, measure, note } of unpriced)
      await this.write('addUnpriced', 'unpriced', `${kind} ${item}`, {
        scenario,
        measure: measureOf(measure),
        item,
        note: note.nl,
      });
  }

  private async judgements(parts: Acts): Promise<void> {
    const { values, perspectives } = this.file.plan;
    if (parts.has('values'))
      for (const key of Object.keys(VALUES) as (keyof typeof VALUES)[])
        await this.write('judgeValue', 'value', key, {
          value: VALUES[key],
          verdict: parts.verdict(`value:${key}`) ?? values[key].verdict,
          argument: values[key].argument.nl,
        });
    for (const { kind, by, verdict, advice, argument } of perspectives)
      if (parts.perspective(kind))
        await this.write(
          'assessPerspective',
          'perspective',
          kind,
          {
            perspective: kind,
            verdict: parts.verdict(`perspective:${kind}`) ?? verdict,
            advice: advice?.nl,
            argument: argument.nl,
          },
          this.person(by),
        );
  }

  /** Questions to agencies with their answers, and what the household says: each on its own day, in the order of the days. */
  private async dated(parts: Acts): Promise<void> {
    const { positions, agreement } = this.file.plan;
    const events =
      parts.has('positions') && parts.has('measures')
        ? positions.flatMap((position) => this.positionEvents(position, parts))
        : [];
    if (parts.has('agreement')) events.push({ day: agreement.on, do: () => this.agree() });
    for (const event of byDay(events, ({ day }) => day)) {
      await this.on(event.day);
      await event.do();
    }
  }

  private positionEvents(position: CasePosition, parts: Acts): { day: LocalDate; do: () => Promise<void> }[] {
    const { key, askedOn, clockWorkingDays, answeredOn, by, condition, reason, article, answer } = position;
    const change = (day: LocalDate, name: string, input: object, who: { subject: string } = this.lead) => ({
      day,
      do: () => {
        const seen = this.seen.get(key) ?? 1;
        this.seen.set(key, seen + 1);
        return this.write(name, name, key, { position: this.id('position', key), seen, ...input }, who);
      },
    });
    const asked = {
      day: askedOn,
      do: () =>
        this.write('askPosition', 'position', key, {
          involvement: this.id('involvement', position.agency),
          clockDays: clockWorkingDays,
        }),
    };
    const events = [asked];
    if (answeredOn && by) {
      const said = { answer: position.position, condition: condition?.nl, reason: reason?.nl, provision: article };
      events.push(change(answeredOn, 'answerPosition', said, this.person(by)));
      if (position.conditionAccepted) events.push(change(answeredOn, 'acceptCondition', {}));
    }
    if (answer && parts.has('objectionAnswers')) events.push(change(answer.on, 'answerObjection', { text: answer.text.nl }));
    if (parts.has('escalation')) {
      for (const { on, clockWorkingDays: clockDays } of position.escalations ?? [])
        events.push(change(on, 'escalatePosition', { clockDays }));
      const proceed = position.proceedReason;
      if (proceed) events.push(change(proceed.on, 'proceedWithoutAnswer', { reason: proceed.nl }, this.person(proceed.by)));
    }
    return events;
  }

  /** On screen a member says it alone; everything else the lead writes down. */
  private agree(): Promise<void> {
    const { by, on, how, words } = this.file.plan.agreement;
    const said = { person: this.personId(by), state: 'AGREED', how: HOW[how] ?? how, words: words.nl, agreedOn: on };
    const account = this.file.people.find(({ member }) => member === by)?.key;
    const who = said.how === 'ON_SCREEN' && account ? this.member(account) : this.lead;
    return this.write('recordAgreement', 'agreement', by, said, who);
  }

  // How an act reaches the api

  private by(person: { subject: string }, room: Room, name: string, key: Id, input: object): Promise<void> {
    return act(this.stage.ask, person, room, name, key, input);
  }

  /** The lead tells something of the household. */
  tell(name: string, kind: string, key: string, input: object): Promise<void> {
    return this.by(this.lead, 'Household', name, this.id(kind, key), { household: this.household, ...input });
  }

  /** Somebody, usually the lead, writes something into the plan. */
  private write(name: string, kind: string, key: string, input: object, person: { subject: string } = this.lead): Promise<void> {
    return this.by(person, 'Plan', name, this.id(kind, key), { plan: this.plan, ...input });
  }

  async whoIs(key: string): Promise<Id> {
    return (await this.stage.ask<{ me: { person: Id } }>(this.person(key), '{ me { person } }')).me.person;
  }

  /** The product makes the id of a person itself: somebody is more than a row of one household. */
  private async rememberMembers(): Promise<void> {
    const { household } = await this.stage.ask<{ household: { members: { id: Id; personId: Id }[] } }>(
      this.lead,
      'query ($id: ID!) { household(id: $id) { members { id personId } } }',
      { id: this.household },
    );
    for (const { key } of this.file.household.members) {
      const member = household.members.find(({ id }) => id === this.id('member', key));
      if (member) this.persons.set(key, member.personId);
    }
  }

  private personId(key: string): Id {
    const person = this.persons.get(key);
    if (!person) throw new Error(`${key} is no member of ${this.code}`);
    return person;
  }

  /** What waits, or is waited for: an involvement or a problem. */
  private endOf(key: string): Id {
    return this.id(this.file.involvements.some((one) => one.key === key) ? 'involvement' : 'problem', key);
  }

  /** A problem can name its cause once that is there. */
  private causesFirst(): CaseFile['problems'] {
    const told: CaseFile['problems'] = [];
    let left = this.file.problems;
    while (left.length > 0) {
      const now = left.filter(({ causedBy = [] }) => causedBy.every((cause) => told.some(({ key }) => key === cause)));
      told.push(...now);
      left = left.filter((one) => !now.includes(one));
    }
    return told;
  }
}

const max = (a: LocalDate, b: LocalDate) => (a > b ? a : b);

const byDay = <T>(list: readonly T[], dayOf: (one: T) => LocalDate): T[] =>
  list.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));

/** The household that a newcomer finds: the case as its file tells it, decided. */
export async function playToTheEnd(stage: Stage, name: CaseName): Promise<void> {
  const player = new CasePlayer(stage, name, caseFile(name).household.code);
  const { household } = await stage.ask<{ household: { plan: { status: string } | null } | null }>(
    player.lead,
    'query ($id: ID!) { household(id: $id) { plan { status } } }',
    { id: player.household },
  );
  if (household?.plan?.status === 'DECIDED') return;
  await player.play(['*']);
  await player.decide();
}
