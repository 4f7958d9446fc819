import type { Role } from '@doorbraak/access';
import { newId, type Id, type LocalDate } from '@doorbraak/kernel';
import { act } from './household';
import { World, type Someone, type Town } from './world';

/** What came of an act on a plan. */
export type PlanResult = {
  __typename: 'BreakthroughPlan' | 'PlanRefused';
  id: Id;
  version: number;
  status: string;
  reasons: { code: string; about: string | null }[];
  changes: { act: string; version: number }[];
};

export const PLAN_DAY = '2025-10-27';
export const ASKED_DAY = '2025-09-29';

/**
 * One plan of two measures for a man between two laws: the municipality pays first (a deviation, priced), the care office settles
 * afterwards (no money). Acts that others own are written as rows; what a spec is about goes through the API.
 */
export class PlanTown {
  readonly household = newId();
  readonly plan = newId();
  readonly problem = newId();
  readonly involvements = { wmo: newId(), wlz: newId(), mentor: newId() };
  readonly measures = { payFirst: newId(1), settle: newId(2) };
  readonly scenarios = { now: newId(1), breakthrough: newId(2) };
  town: Town;
  member: Id;
  people: Record<
    | 'lead'
    | 'deputy'
    | 'holder'
    | 'small'
    | 'legal'
    | 'economic'
    | 'societal'
    | 'wmo'
    | 'wlz'
    | 'mentor'
    | 'outsider'
    | 'peter'
    | 'elsewhere',
    Someone
  >;

  private constructor(readonly world: World) {}

  static async open(world?: World): Promise<PlanTown> {
    const here = new PlanTown(world ?? (await World.open()));
    await here.settle();
    return here;
  }

  close = () => this.world.close();
  setClock = (day: LocalDate) => this.world.setClock(this.town, day);

  /** Does an act, or shows every reason why not. */
  async do(who: Someone, name: string, input: Record<string, unknown>, key = newId()): Promise<PlanResult> {
    const answer = await who.ask<Record<string, PlanResult>>(
      `mutation ($key: ID!, $input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(key: $key, input: $input) { __typename
         ... on BreakthroughPlan { id version status } ... on PlanRefused { reasons { code about } changes { act version } } } }`,
      { key, input: { plan: this.plan, ...input } },
    );
    if (!answer.data?.[name]) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
    return answer.data[name];
  }

  /** The codes of a refusal with what they are about, sorted; an act that was done has none. */
  async why(who: Someone, name: string, input: Record<string, unknown>): Promise<string[]> {
    const { reasons = [] } = await this.do(who, name, input);
    return reasons.map(({ code, about }) => `${code} ${about ?? ''}`.trim()).sort();
  }

  /** What is stored, days as text. */
  async one(table: string, id: Id): Promise<Record<string, unknown>> {
    const { rows } = await this.world.db.superuser.query<{ row: Record<string, unknown> }>(
      `select row_to_json(t) as row from ${table} t where id = $1`,
      [id],
    );
    return rows[0]!.row;
  }

  /** A row of this household, written past the API. */
  async row(table: string, values: Record<string, unknown>, id = newId()): Promise<Id> {
    const all: Record<string, unknown> = {
      municipality_id: this.town.municipality,
      id,
      household_id: this.household,
      recorded_on: ASKED_DAY,
      recorded_by: this.people.lead.person,
      retention_rule: 'WMO_FILE',
      ...values,
    };
    const names = Object.keys(all);
    await this.world.db.superuser.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(all),
    );
    return id;
  }

  /** The plan is decided, past the API: what a spec is about comes after. */
  async decided(on: LocalDate): Promise<void> {
    const { holder } = this.people;
    await this.world.db.superuser.query(
      `update plan set status = 'DECIDED', decided_on = $2, decided_by = $3, decision_text = 'wij doen het',
         mandate_id = (select id from mandate where person_id = $3) where id = $1`,
      [this.plan, on, holder.person],
    );
    await this.setClock(on);
  }

  private async settle(): Promise<void> {
    const { world } = this;
    this.town = await world.town('GM9921', 'DEMO', ASKED_DAY);
    const away = await world.town('GM9922', 'DEMO', ASKED_DAY);
    const invite = (name: string, role: Role, more = {}) => world.invite(this.town, name, [role], more);
    const agencies = await Promise.all(
      ['GEM_WMO', 'ZORGKANTOOR', 'GEHANDICAPTENZORG'].map((type) => world.agency(this.town, type)),
    );
    const lead = await invite('lead', 'LEAD_PROFESSIONAL');
    await act(lead, 'createHousehold', { code: 'P-1' }, this.household);
    const map = await act(lead, 'addMember', {
      household: this.household,
      name: 'Peter (verzonnen)',
      role: 'ADULT',
      fromOn: '2024-11-01',
    });
    this.member = map.members[0]!.personId;
    const [deputy, holder, small, legal, economic, societal, wmo, wlz, mentor, outsider, peter, elsewhere] = await Promise.all([
      invite('deputy', 'WIJKTEAM_MEMBER'),
      invite('holder', 'MANDATE_HOLDER'),
      invite('small', 'TEAM_COORDINATOR'),
      invite('legal', 'PERSPECTIVE_ADVISER'),
      invite('economic', 'PERSPECTIVE_ADVISER'),
      invite('societal', 'PERSPECTIVE_ADVISER'),
      invite('l-wmo', 'AGENCY_LIAISON', { agency: agencies[0] }),
      invite('l-wlz', 'AGENCY_LIAISON', { agency: agencies[1] }),
      invite('l-mentor', 'AGENCY_LIAISON', { agency: agencies[2] }),
      invite('outsider', 'LEAD_PROFESSIONAL'),
      invite('peter', 'HOUSEHOLD_MEMBER', { person: this.member }),
      world.invite(away, 'elsewhere', ['LEAD_PROFESSIONAL']),
    ]);
    this.people = {
      ...{ lead, deputy, holder, small, legal, economic, societal },
      ...{ wmo, wlz, mentor, outsider, peter, elsewhere },
    };
    await this.fill(agencies);
  }

  private async fill(agencies: Id[]): Promise<void> {
    const { people, household, plan, involvements, measures, scenarios, problem } = this;
    const { lead, deputy, holder, small } = people;
    await this.row('lead_assignment', { person_id: deputy.person, kind: 'DEPUTY', from_on: ASKED_DAY });
    const between = { household, type: 'SYSTEM.BETWEEN_TWO_LAWS', personIds: [this.member] };
    await act(lead, 'addProblem', between, problem);
    const laws = [
      { law: 'wmo2015', payer: 'WMO' },
      { law: 'wlz', payer: 'WLZ' },
      { law: 'wmo2015', payer: 'WMO' },
    ];
    for (const [i, id] of Object.values(involvements).entries()) {
      const problemIds = i < 2 ? [problem] : [];
      await act(lead, 'addInvolvement', { household, agency: agencies[i], fromOn: '2025-02-10', problemIds, ...laws[i] }, id);
    }
    for (const [who, cents] of [
      [holder, 2_500_000],
      [small, 500_000],
      [lead, 2_500_000],
    ] as const)
      await this.world.db.superuser.query(
        `insert into mandate (municipality_id, id, person_id, kinds, max_cents, from_on, to_on) values ($1, $2, $3, '{INTERIM_PAYER}', $4, '2025-01-01', '2026-12-31')`,
        [this.town.municipality, newId(), who.person, cents],
      );
    await this.row('plan', { number: 1, author_id: lead.person, status: 'SELECTED', plan_on: PLAN_DAY }, plan);
    const asked = { plan_id: plan, from_on: ASKED_DAY };
    for (const who of [holder, small]) await this.row('asked', { ...asked, person_id: who.person, as_what: 'DECIDER' });
    for (const kind of ['legal', 'economic', 'societal'] as const)
      await this.row('asked', {
        ...asked,
        person_id: people[kind].person,
        as_what: 'ADVISER',
        perspective: kind.toUpperCase(),
      });
    await this.row('goal', {
      plan_id: plan,
      position: 1,
      words: 'Ik blijf hier wonen.',
      first_step: 'Volgende week begint het.',
    });
    for (const step of ['EFFECT', 'VALUES', 'CONSEQUENCES', 'LEGAL'])
      await this.row('reverse_test', { plan_id: plan, step, answer: 'in eigen woorden' });
    for (const value of ['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'])
      await this.row('value_judgement', { plan_id: plan, value, verdict: 'SUFFICIENT', argument: 'het past' });
    await this.row('scenario', { plan_id: plan, kind: 'AS_NOW', name: 'zoals nu', horizon_months: 12 }, scenarios.now);
    await this.row('scenario', { plan_id: plan, kind: 'BREAKTHROUGH', name: 'door', horizon_months: 12 }, scenarios.breakthrough);
    const measure = {
      plan_id: plan,
      owner: 'contactpersoon',
      due_on: '2025-11-03',
      service: 'JURISDICTION_SETTLED',
      result: 'steun',
    };
    await this.row(
      'measure',
      {
        ...measure,
        involvement_id: involvements.wmo,
        problem_ids: [problem],
        deviates: true,
        deviation_kind: 'INTERIM_PAYER',
        advanced_by: 'WMO',
      },
      measures.payFirst,
    );
    await this.row(
      'measure',
      { ...measure, involvement_id: involvements.wlz, deviates: false, no_extra_money: true },
      measures.settle,
    );
    const line = { owner_kind: 'SCENARIO', unit_cost: 'WMO_GUIDANCE_PLUS', price_cents: 8520, price_year: 2025, one_off: false };
    const paid = { ...line, payer: 'WMO', note: 'begeleiding' };
    await this.row('cost_line', { ...paid, owner_id: scenarios.now, quantity: 104, cents: 886_080 });
    await this.row('cost_line', {
      ...paid,
      owner_id: scenarios.breakthrough,
      measure_id: measures.payFirst,
      quantity: 78,
      cents: 664_560,
    });
    await this.row('funding_share', { measure_id: measures.payFirst, payer: 'WMO', percent: 100, cents: 664_560 });
  }
}
