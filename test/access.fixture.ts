import {
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { DataClass, type DataMark, type Relation, type Role, type RowMark } from '@doorbraak/access';
import { newId, type Id } from '@doorbraak/kernel';
import { OpenWorld, type Someone, type Town, type World } from './world';

/** Somebody, the relation the test puts them in, and what the policy may be asked with. */
export type Reader = { name: string; who: Someone; roles: Role[]; relations: Relation[] };

export const TODAY = '2025-10-27';
const OUTCOME = '__typename ... on HouseholdRefused { reasons { code about } }';

/** A file with one price, as an administrator brings it in. */
export const PRICE_FILE = Buffer.from(
  `key,nl,en,unit,amountCents,priceYear,validFrom,validTo,payer,source,confidence,vatIncluded,enabled
OWN_CANARY,canary,canary,hour,100,2025,2025-01-01,,WMO,canary,A,yes,true
`,
).toString('base64');

/** The smallest picture: one white point. */
export const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
  'base64',
);

type Put = (table: string, row: Record<string, unknown>) => Promise<Id>;

/** One household in which every field has something to show, and a person in every relation to it. */
export class Fixture {
  readonly ids: Record<string, Id> = {};
  readonly readers: Reader[] = [];

  private constructor(
    readonly world: World,
    readonly town: Town,
  ) {}

  static async build(world: World): Promise<Fixture> {
    const town = await world.town('GM9801', 'DEMO', TODAY);
    const fixture = new Fixture(world, town);
    await fixture.fill();
    return fixture;
  }

  get household(): Id {
    return this.ids['household']!;
  }

  reader(name: string): Reader {
    return this.readers.find((one) => one.name === name)!;
  }

  /** The product's schema, where it runs in the process of the test. */
  schema(): GraphQLSchema {
    if (!(this.world instanceof OpenWorld)) throw new Error('this world is closed; open it as an OpenWorld');
    return this.world.app.get(GraphQLSchemaHost).schema;
  }

  private async fill(): Promise<void> {
    const { world, town, ids } = this;
    const add = (name: string, who: Someone, roles: Role[], relations: Relation[]) =>
      void this.readers.push({ name, who, roles, relations });
    const invite = (name: string, roles: Role[], more = {}) => world.invite(town, name, roles, more);

    const lead = await invite('lead', ['LEAD_PROFESSIONAL']);
    const deputy = await invite('deputy', ['WIJKTEAM_MEMBER']);
    add('lead, assigned', lead, ['LEAD_PROFESSIONAL'], ['ASSIGNED']);
    add('deputy, assigned', deputy, ['WIJKTEAM_MEMBER'], ['ASSIGNED']);
    add('coordinator, own team', await invite('coordinator', ['TEAM_COORDINATOR']), ['TEAM_COORDINATOR'], ['OWN_TEAM']);
    const elsewhere = newId();
    await town.admin.ask('mutation ($key: ID!) { addFixteam(key: $key, name: "Demo-Zuid") { __typename } }', { key: elsewhere });
    add(
      'coordinator, other team',
      await invite('coordinator-zuid', ['TEAM_COORDINATOR'], { fixteam: elsewhere }),
      ['TEAM_COORDINATOR'],
      [],
    );
    add('colleague, same team, unassigned', await invite('colleague', ['LEAD_PROFESSIONAL']), ['LEAD_PROFESSIONAL'], []);
    add('member of the team, unassigned', await invite('team-member', ['WIJKTEAM_MEMBER']), ['WIJKTEAM_MEMBER'], []);

    const agencies = {
      wmo: await world.agency(town, 'GEM_WMO'),
      ended: await world.agency(town, 'GGZ'),
      none: await world.agency(town, 'POLITIE'),
      notes: await world.agency(town, 'GEHANDICAPTENZORG'),
    };
    const act = async (name: string, input: Record<string, unknown>, key = newId()): Promise<Id> => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`.replace('AssignDeputyInput', 'AssignInput');
      const answer = await lead.ask<Record<string, { __typename: string }>>(
        `mutation ($key: ID!, $input: ${type}!) { outcome: ${name}(key: $key, input: $input) { ${OUTCOME} } }`,
        { key, input },
      );
      if (answer.data?.['outcome']?.__typename !== 'Household') throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return key;
    };
    const household = (ids['household'] = await act('createHousehold', {
      code: 'RIGHTS-1',
      neighbourhoodCode: 'BU00000001',
      neighbourhoodYear: 2025,
      ownWords: 'canary own words',
    }));
    await act('assignDeputy', {
      household,
      seen: 1,
      person: this.reader('colleague, same team, unassigned').who.person,
      reason: 'canary',
    });
    await act('assignDeputy', { household, seen: 2, person: deputy.person, reason: 'canary' });
    ids['membership'] = await act('addMember', {
      household,
      name: 'Canary',
      role: 'ADULT',
      birthDate: '1960-00-00',
      bsn: '999990019',
      representedBy: 'canary',
      fromOn: '2020-01-01',
      toOn: '2099-01-01',
    });
    ids['person'] = await this.one('select person_id as id from membership where id = $1', ids['membership']);
    const other = await act('addMember', { household, name: 'Canary two', role: 'ADULT', fromOn: '2020-01-01' });
    ids['second'] = await this.one('select person_id as id from membership where id = $1', other);
    const about = { household, personIds: [ids['person']] };
    ids['cause'] = await act('addProblem', {
      ...about,
      type: 'HOUSING.EVICTION_THREAT',
      words: 'canary',
      sinceOn: '2024-01-01',
      severity: 2,
    });
    ids['special'] = await act('addProblem', {
      ...about,
      type: 'ADDICTION.DRUGS',
      words: 'canary',
      sinceOn: '2024-01-01',
      severity: 3,
      causedBy: [ids['cause']],
    });
    ids['of second'] = await act('addProblem', {
      household,
      personIds: [ids['second']],
      type: 'DEBT.RENT_ARREARS',
      words: 'canary',
    });
    const involve = (agency: Id, more = {}) =>
      act('addInvolvement', {
        household,
        agency,
        law: 'wmo2015',
        payer: 'WMO',
        fromOn: '2024-01-01',
        problemIds: [ids['cause']],
        contactPerson: 'canary',
        ...more,
      });
    ids['involvement'] = await involve(agencies.wmo, { toOn: '2099-01-01' });
    ids['ended'] = await involve(agencies.ended, {
      toOn: '2025-10-26',
      law: null,
      lawNote: 'canary',
      payer: null,
      payerNote: 'canary',
    });
    ids['notes'] = await involve(agencies.notes);
    ids['note'] = await act('addHandlingNote', {
      household,
      person: ids['person'],
      fromInvolvement: ids['notes'],
      text: 'canary',
    });
    const share = {
      household,
      basis: 'WMO_5_1_1',
      purpose: 'WMO_SUPPORT',
      need: 'canary',
      personIds: [ids['person']],
      domains: ['HOUSING'],
      fromOn: '2025-01-01',
      toOn: '2026-01-01',
    };
    ids['share'] = await act('share', { ...share, involvement: ids['involvement'] });
    const consent = { consent: { by: ids['person'], on: '2025-10-01', how: 'ALOUD' } };
    ids['note share'] = await act('share', {
      ...share,
      ...consent,
      basis: 'AVG_CONSENT',
      purpose: 'HANDLING_NOTE',
      domains: ['MENTAL_HEALTH'],
      noteIds: [ids['note']],
      involvement: ids['notes'],
      fromOn: '2025-10-01',
    });
    const gone = await act('share', { ...share, involvement: ids['involvement'] });
    await act('withdrawShare', { share: gone, seen: 1, reason: 'canary reason' });
    const help = {
      household,
      service: 'GUIDANCE',
      involvement: ids['involvement'],
      problemIds: [ids['cause']],
      fromOn: '2025-01-01',
    };
    ids['intervention'] = await act('addIntervention', { ...help, toOn: '2026-01-01' });
    const wait = {
      household,
      waiting: ids['involvement'],
      for: ids['notes'],
      holder: ids['involvement'],
      what: 'canary',
      provision: 'wmo2015:2.3.5:6',
      liftable: true,
      sinceOn: '2025-01-01',
    };
    ids['wait'] = await act('addWait', wait);
    await act('addWait', { ...wait, waiting: ids['notes'], for: ids['involvement'], holder: ids['notes'] });
    const stuck = { ...wait, liftable: false, holder: ids['notes'] };
    await act('addWait', { ...stuck, waiting: ids['cause'], for: ids['special'] });
    await act('addWait', { ...stuck, waiting: ids['special'], for: ids['cause'] });
    ids['lifted'] = await act('addWait', wait);
    await act('liftWait', { wait: ids['lifted'], seen: 1, liftedOn: TODAY });
    await act('recordContact', {
      household,
      involvement: ids['involvement'],
      dayOn: '2025-10-01',
      channel: 'VISIT',
      direction: 'FROM_AGENCY',
      minutes: 30,
      problem: ids['cause'],
    });
    await act('countContacts', { household, involvement: ids['notes'], month: '2025-09-01', count: 4 });
    await this.papers(act);
    const more = { household, personIds: [ids['person']], type: 'DEBT.RENT_ARREARS' };
    const [visit, count, member] = [
      { household, involvement: ids['involvement'], dayOn: '2025-10-02', channel: 'PHONE', direction: 'FROM_AGENCY', minutes: 5 },
      { household, involvement: ids['involvement'], fromOn: '2023-10-27', count: 1 },
      { household, name: 'Canary three', role: 'ADULT', fromOn: '2020-01-01' },
    ];
    const mistakes = [
      await act('addProblem', more),
      await act('addHandlingNote', { household, person: ids['person'], fromInvolvement: ids['notes'], text: 'canary' }),
      await act('addIntervention', help),
      await act('addWait', wait),
      await act('recordContact', visit),
      await act('countContactsOfYear', count),
      await act('addMember', member),
      await involve(agencies.wmo, { fromOn: '2023-01-01', toOn: '2023-02-01', problemIds: [] }),
    ];
    for (const entry of mistakes) await act('withdrawFromHousehold', { household, entry, reason: 'canary' });

    add(
      'liaison, involved',
      await invite('liaison', ['AGENCY_LIAISON'], { agency: agencies.wmo }),
      ['AGENCY_LIAISON'],
      ['OWN_INVOLVEMENT'],
    );
    add(
      'liaison, note only',
      await invite('liaison-notes', ['AGENCY_LIAISON'], { agency: agencies.notes }),
      ['AGENCY_LIAISON'],
      ['OWN_INVOLVEMENT'],
    );
    add(
      'liaison, involvement ended',
      await invite('liaison-ended', ['AGENCY_LIAISON'], { agency: agencies.ended }),
      ['AGENCY_LIAISON'],
      [],
    );
    add(
      'liaison, not involved',
      await invite('liaison-none', ['AGENCY_LIAISON'], { agency: agencies.none }),
      ['AGENCY_LIAISON'],
      [],
    );
    add(
      'member, own person',
      await invite('member', ['HOUSEHOLD_MEMBER'], { person: ids['person'] }),
      ['HOUSEHOLD_MEMBER'],
      ['OWN_PERSON'],
    );
    add(
      'member of another household',
      await invite('member-other', ['HOUSEHOLD_MEMBER'], { person: newId() }),
      ['HOUSEHOLD_MEMBER'],
      [],
    );
    add('adviser, asked', await invite('adviser', ['PERSPECTIVE_ADVISER']), ['PERSPECTIVE_ADVISER'], ['ASKED']);
    add('adviser, not asked', await invite('adviser-idle', ['PERSPECTIVE_ADVISER']), ['PERSPECTIVE_ADVISER'], []);
    add('mandate holder, asked', await invite('mandate', ['MANDATE_HOLDER']), ['MANDATE_HOLDER'], ['ASKED']);
    add('mandate holder, not asked', await invite('mandate-idle', ['MANDATE_HOLDER']), ['MANDATE_HOLDER'], []);
    add('analyst', await invite('analyst', ['ANALYST']), ['ANALYST'], []);
    add('administrator', town.admin, ['FUNCTIONAL_ADMINISTRATOR'], []);
    add('privacy officer', await invite('privacy', ['PRIVACY_OFFICER']), ['PRIVACY_OFFICER'], []);
    await this.ownRule();
    await this.ownPrice();
    const away = await world.town('GM9802', 'DEMO', TODAY);
    add('lead of another municipality', await world.invite(away, 'lead-away', ['LEAD_PROFESSIONAL']), ['LEAD_PROFESSIONAL'], []);
    await this.plan(lead.person);
  }

  /** What comes in on paper; of each kind one that stands and one that was a mistake. */
  private async papers(act: (name: string, input: Record<string, unknown>, key?: Id) => Promise<Id>): Promise<void> {
    const { ids, household } = this;
    const [by, from] = [
      { household, involvement: ids['involvement'] },
      { household, involvement: ids['notes'] },
    ];
    const pay = { receivedOn: '2025-10-20', kind: 'PAY', demand: 'canary', amountCents: '7000', dueOn: '2025-10-29' };
    ids['letter'] = await act('recordLetter', { ...by, ...pay });
    await act('recordLetter', { ...from, ...pay });
    ids['attachment'] = await this.photo(ids['letter']);
    const settled = await act('recordLetter', { ...by, ...pay, dueOn: '2025-10-22' });
    await act('settleLetter', { household, letter: settled, seen: 1, doneOn: TODAY });
    await act('recordSpendingRoom', { household, fromOn: '2025-10-01', weekCents: '5000' });
    const proof = { household, person: ids['person'], kind: 'DIAGNOSIS', issuedBy: 'canary', issuedOn: '2025-01-01' };
    const given = { ...proof, receivedOn: '2025-01-02', validUntil: '2030-01-01', stable: true, purposes: ['WMO_SUPPORT'] };
    ids['evidence'] = await act('addEvidence', { ...given, special: false });
    await act('addEvidence', { ...given, kind: 'MEDICAL_STATEMENT', special: true });
    const asking = { person: ids['person'], kind: 'INCOME_STATEMENT', purpose: 'WMO_SUPPORT' };
    await act('requestEvidence', { ...by, ...asking });
    const granted = { person: ids['person'], law: 'wmo2015', fromOn: '2024-12-01', toOn: '2025-12-01', stable: true };
    const indication = { ...by, ...granted, evidence: [ids['evidence']] };
    ids['indication'] = await act('addIndication', indication);
    await act('planIndicationLook', { household, indication: ids['indication'], onDay: '2025-11-01', how: 'TALK' });
    const debt = { problem: ids['cause'], law: 'wgs', amountCents: '100000', lowerBound: true, factYear: 2024 };
    ids['claim'] = await act('addClaim', { ...by, ...debt });
    const until = { onDay: '2025-10-01', untilOn: '2025-11-10', condition: 'canary' };
    await act('pauseClaim', { household, claim: ids['claim'], ...until });
    await act('endPause', { household, claim: ids['claim'], onDay: '2025-11-05', reason: 'canary' });
    await act('waiveClaim', { household, claim: ids['claim'], onDay: TODAY, cents: '1000' });
    await act('planClaim', { household, claim: ids['claim'], onDay: TODAY, monthCents: '100', months: 12 });
    await act('countContactsOfYear', { household, fromOn: '2024-10-27', count: 4 });
    const mistakes = [
      await this.photo(ids['letter']),
      await act('recordLetter', { ...by, ...pay }),
      await act('recordSpendingRoom', { household, fromOn: '2025-09-01', weekCents: '1' }),
      await act('addEvidence', { ...given, special: false }),
      await act('requestEvidence', { ...by, ...asking, kind: 'BANK_STATEMENT' }),
      await act('addIndication', indication),
      await act('addClaim', { ...by, ...debt }),
      await act('planIndicationLook', { household, indication: ids['indication'], onDay: '2025-11-02', how: 'FORM' }),
      await act('waiveClaim', { household, claim: ids['claim'], onDay: TODAY, cents: '2000' }),
    ];
    for (const entry of mistakes) await act('withdrawFromHousehold', { household, entry, reason: 'canary' });
  }

  /** A photo with a letter, as the lead sends it. */
  private async photo(letter: Id): Promise<Id> {
    const key = newId();
    const { who } = this.reader('lead, assigned');
    const sent = await who.http(`/attachments?letter=${letter}&key=${key}`, {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: PHOTO,
    });
    if (sent.status !== 201) throw new Error(`photo: ${await sent.text()}`);
    return key;
  }

  /** A rule of the municipality itself. */
  private async ownRule(): Promise<void> {
    const rule = { lawKey: 'canary', kind: 'BYLAW', title: 'canary', shortTitle: 'canary', source: 'canary' };
    await this.town.admin.ask(
      'mutation ($key: ID!, $input: AddOwnLawInput!) { addOwnLaw(key: $key, input: $input) { __typename } }',
      { key: newId(), input: rule },
    );
  }

  /** A price of the municipality itself. */
  private async ownPrice(): Promise<void> {
    await this.town.admin.ask(
      'mutation ($key: ID!, $input: ImportUnitCostsInput!) { importUnitCosts(key: $key, input: $input) { __typename } }',
      { key: newId(), input: { fileBase64: PRICE_FILE, whenFaulty: 'ABORT' } },
    );
  }

  /** The rows of a plan, written past the api: this test is about who reads them. */
  private async plan(author: Id): Promise<void> {
    const { ids, world, town } = this;
    const base = {
      municipality_id: town.municipality,
      household_id: this.household,
      recorded_on: TODAY,
      recorded_by: author,
      retention_rule: 'WMO_FILE',
      retain_until: '2040-10-27',
    };
    const put = async (table: string, row: Record<string, unknown>): Promise<Id> => {
      const all: Record<string, unknown> = { ...base, id: newId(), ...row };
      const names = Object.keys(all);
      await world.db.superuser.query(
        `insert into ${table} (${names.join()}) values (${names.map((_, i) => `$${i + 1}`).join()})`,
        Object.values(all),
      );
      return all['id'] as Id;
    };
    const frame = { author_id: author, plan_on: TODAY };
    const mandate = newId();
    await world.db.superuser.query(
      `insert into mandate (municipality_id, id, person_id, kinds, from_on, to_on) values ($1, $2, $3, '{}', $4, $4)`,
      [town.municipality, mandate, author, TODAY],
    );
    const decided = { decided_on: TODAY, decided_by: author, decision_text: 'canary', mandate_id: mandate };
    const first = await put('plan', { ...frame, number: 1, status: 'DECIDED', ...decided });
    await put('plan', { ...frame, number: 2, status: 'STOPPED', stopped_on: TODAY, stopped_reason: 'canary' });
    const plan = (ids['plan'] = await put('plan', { ...frame, number: 3, status: 'SELECTED', previous_id: first }));
    await put('asked', {
      plan_id: plan,
      person_id: this.reader('adviser, asked').who.person,
      as_what: 'ADVISER',
      perspective: 'LEGAL',
      from_on: '2025-10-01',
    });
    await put('asked', {
      plan_id: plan,
      person_id: this.reader('mandate holder, asked').who.person,
      as_what: 'DECIDER',
      from_on: '2025-10-01',
    });
    await put('asked', { plan_id: plan, person_id: author, as_what: 'DECIDER', from_on: '2025-09-01', until_on: '2025-10-01' });
    const adviser = this.reader('adviser, asked').who.person;
    await put('asked', { plan_id: plan, person_id: adviser, as_what: 'ADVISER', perspective: 'ECONOMIC', from_on: '2025-10-01' });
    await put('goal', {
      plan_id: plan,
      position: 1,
      words: 'canary',
      first_step: `kanariepietjesbewaarder ${'canary '.repeat(20)}`,
    });
    const now = await put('scenario', { plan_id: plan, kind: 'AS_NOW', name: 'canary', horizon_months: 12 });
    const then = await put('scenario', { plan_id: plan, kind: 'BREAKTHROUGH', name: 'canary', horizon_months: 12 });
    await put('reverse_test', { plan_id: plan, step: 'EFFECT', answer: 'canary' });
    await put('value_judgement', { plan_id: plan, value: 'LEGITIMACY', verdict: 'SUFFICIENT', argument: 'canary' });
    await put('perspective_assessment', {
      plan_id: plan,
      kind: 'LEGAL',
      by_person: this.reader('adviser, asked').who.person,
      verdict: 'SUFFICIENT',
      advice: 'canary',
      argument: 'canary',
    });
    const measure = (involvement_id: Id) => ({
      plan_id: plan,
      involvement_id,
      owner: 'canary',
      due_on: '2025-11-03',
      service: 'GUIDANCE',
      result: 'canary',
      problem_ids: [ids['cause']],
      lifts: [ids['wait']],
      deviates: true,
      deviation_kind: 'INTERIM_PAYER',
      laws_added: ['awb', 'wgs'],
      advanced_by: 'WMO',
    });
    const earlier = (involvement: Id) => put('measure', { ...measure(involvement), plan_id: first });
    const before = { own: await earlier(ids['involvement']!), theirs: await earlier(ids['notes']!) };
    const own = (ids['measure'] = await put('measure', { ...measure(ids['involvement']!), copied_from: before.own }));
    const theirs = await put('measure', { ...measure(ids['notes']!), copied_from: before.theirs });
    await put('struck_out_law', { measure_id: own, law: 'wgs', line: 'canary' });
    await put('funding_share', { measure_id: own, payer: 'WMO', percent: 100, cents: 100 });
    const a = await put('legal_ground', {
      measure_id: own,
      provision: 'wmo2015:2.3.5:6',
      valid_on: TODAY,
      known_on: TODAY,
      role: 'LIMIT',
      override_reason: 'canary',
      argument: 'canary',
    });
    const b = await put('legal_ground', {
      measure_id: own,
      provision: 'wlz:3.2.1:1',
      valid_on: TODAY,
      known_on: TODAY,
      role: 'ROOM',
      argument: 'canary',
      answers: [a],
    });
    await put('contradiction', {
      measure_id: own,
      a,
      b,
      type: 'AFBAKENING',
      pattern: 'wmo-wlz-grens',
      resolved_via: [b],
      reasoning: 'canary',
    });
    await put('dismissed_pattern', { measure_id: theirs, pattern: 'wmo-wlz-grens', line: 'canary' });
    const proposing = await put('measure', { ...measure(ids['notes']!), laws_added: ['wlz'] });
    await put('legal_ground', {
      measure_id: proposing,
      provision: 'wmo2015:2.3.5:6',
      valid_on: TODAY,
      known_on: TODAY,
      role: 'LIMIT',
      argument: 'canary',
    });
    // one that lapsed, so that a last day is shown
    await put('legal_ground', {
      measure_id: own,
      provision: 'svb-beleid-2016:sb1072',
      valid_on: TODAY,
      known_on: TODAY,
      role: 'LIMIT',
      argument: 'canary',
    });
    const position = (involvement_id: Id, measure_id: Id) => ({
      plan_id: plan,
      involvement_id,
      measure_ids: [measure_id],
      asked_on: '2025-10-01',
      clock_days: 5,
      due_on: '2025-10-08',
      answer: 'OBJECTS',
      reason: 'canary',
      provision: 'wmo2015:2.3.5:6',
      condition: 'canary',
      condition_accepted_on: TODAY,
      answered_on: '2025-10-02',
      answered_by: author,
      objection_answer: 'canary',
      objection_answered_on: TODAY,
      proceed_reason: 'canary',
      proceed_by: author,
      proceed_on: TODAY,
    });
    ids['position'] = await put('agency_position', position(ids['involvement']!, own));
    // one that is not answered, so that somebody is waited for and a clock runs
    const silent = { plan_id: plan, involvement_id: ids['ended'], measure_ids: [await put('measure', measure(ids['ended']!))] };
    await put('agency_position', { ...silent, asked_on: '2025-10-24', clock_days: 5, due_on: '2025-10-31' });
    ids['their position'] = await put('agency_position', position(ids['notes']!, theirs));
    await put('agreement', {
      plan_id: plan,
      person_id: ids['person'],
      state: 'AGREED',
      agreed_on: TODAY,
      how: 'ALOUD',
      words: 'canary',
      proceed_reason: 'canary',
      proceed_by: author,
    });
    const line = {
      owner_kind: 'SCENARIO',
      unit_cost: 'POLICE_HOUR',
      price_cents: 7000,
      price_year: 2023,
      quantity: 1,
      one_off: false,
      payer: 'JUSTICE',
      note: 'canary',
      cents: 7000,
      ...{ price_from: '2023-01-01', unit: 'hour', vat: 'UNKNOWN', confidence: 'C' },
    };
    await put('cost_line', { ...line, owner_id: now, probability: 0.5 });
    const indexed = { index_year: 2024, index_factor: 1.03299, intervention_id: ids['intervention'] };
    await put('cost_line', { ...line, ...indexed, owner_id: then, measure_id: own, payer: 'WMO' });
    await put('cost_line', { ...line, owner_kind: 'INTERVENTION', owner_id: ids['intervention'] });
    await put('unpriced_item', { owner_kind: 'SCENARIO', owner_id: then, measure_id: own, item: 'LEAD_HOURS', note: 'canary' });
    await put('precedent_proposal', {
      plan_id: plan,
      provisions: ['wmo2015:2.3.3'],
      problem_types: ['HOUSING.EVICTION_THREAT'],
      obstacle: 'canary',
      outcome: 'canary',
      decision: 'GRANTED',
      decided_year: 2025,
      published_on: TODAY,
      published_by: this.reader('mandate holder, asked').who.person,
      precedent_id: newId(),
      retracted_on: TODAY,
      retracted_reason: 'canary',
    });
    await this.followed(put, plan, own, { begun: Object.values(before), done: proposing });
    await this.ladder(put, plan, own);
    await this.outcome(put, plan, author);
    await this.learned(put, plan, author);
    await this.withdrawn(author);
    await world.db.superuser.query('update claim_action set measure_id = $1 where claim_id = $2', [own, ids['claim']]);
    await this.seen(first);
    await this.views();
  }

  /** An agency answered after everybody had looked; what it says stands in the row already. */
  private async answered(): Promise<void> {
    const { town, world, ids } = this;
    await world.db.superuser.query(
      `insert into audit_log (municipality_id, id, day, person_id, roles, request_id, act, outcome, household_ids, subject_id, part_id)
       values ($1, gen_random_uuid(), $2, $3, '{AGENCY_LIAISON}', gen_random_uuid(), 'answerPosition', 'DONE', array[$4::uuid], $5, $6)`,
      [town.municipality, TODAY, this.reader('liaison, involved').who.person, this.household, ids['plan'], ids['position']],
    );
  }

  /** Everybody keeps a view of the own. */
  private async views(): Promise<void> {
    const saving = 'mutation ($key: ID!, $input: SaveViewInput!) { saveView(key: $key, input: $input) { __typename } }';
    for (const { who } of this.readers) await who.ask(saving, { key: newId(), input: { name: 'canary', path: '/canary' } });
  }

  /** Everybody says to have seen it, and then something happens. */
  private async seen(decided: Id): Promise<void> {
    const { household } = this;
    const marking = 'mutation ($key: ID!, $input: MarkSeenInput!) { markSeen(key: $key, input: $input) { __typename } }';
    for (const { who } of this.readers) await who.ask(marking, { key: newId(), input: { household } });
    await this.said(decided);
    await this.answered();
    const answer = await this.reader('lead, assigned').who.ask<{ addGoal: { __typename: string } }>(
      'mutation ($key: ID!, $input: AddGoalInput!) { addGoal(key: $key, input: $input) { __typename } }',
      { key: newId(), input: { plan: this.ids['plan'], words: 'canary' } },
    );
    if (answer.data?.addGoal.__typename !== 'BreakthroughPlan') throw new Error(JSON.stringify(answer));
  }

  /** Steps up the ladder, a dispute about who pays, and why somebody could not act. */
  private async ladder(put: Put, plan: Id, measure: Id): Promise<void> {
    const { ids } = this;
    const settled = { settled_on: TODAY, settled_law: 'wlz', settled_payer: 'WLZ', reasoning: 'canary' };
    const frame = { plan_id: plan, about: 'canary', laws: ['wmo2015', 'wlz'], involvement_ids: [ids['involvement']] };
    const clock = { clock_days: 5, due_on: '2025-10-08' };
    const dispute = { ...frame, ...clock, measure_ids: [measure], interim_payer: 'WMO', opened_on: '2025-10-01' };
    ids['dispute'] = await put('dispute', { ...dispute, ...settled });
    const step = { plan_id: plan, rung: 1, body: 'canary', on_day: '2025-10-09', ...clock, times_asked: 1 };
    const came = { outcome: 'NO_ANSWER', outcome_on: TODAY, outcome_words: 'canary' };
    ids['escalation'] = await put('escalation', { ...step, ...came, position_id: ids['position'] });
    await put('escalation', { ...step, ...came, position_id: ids['their position'] });
    await put('escalation', { ...step, ...came, dispute_id: ids['dispute'] });
    await put('capacity_factor', { plan_id: plan, person_id: ids['person'], factor: 'ILLNESS' });
  }

  /** What came of it. The plan is open still, so that it is the one that everybody reads. */
  private async outcome(put: Put, plan: Id, author: Id): Promise<void> {
    const { ids } = this;
    const held = { plan_id: plan, held_on: TODAY, by_person: author, closes: false };
    const first = await put('review', { ...held, months: 0, contacts_per_month: 6, hours: 2, words: 'canary' });
    ids['review'] = await put('review', { ...held, months: 3, contacts_per_month: 2, hours: 1.5, words: 'canary' });
    await put('review_score', { review_id: first, domain: 'HOUSING', score: 2 });
    await put('review_score', { review_id: first, domain: 'DEBT', score: 1 });
    await put('review_score', { review_id: ids['review'], domain: 'HOUSING', score: 4 });
    const line = { owner_kind: 'REALISED', unit_cost: 'POLICE_HOUR', price_cents: 7000, price_year: 2023, quantity: 1 };
    const paid = {
      ...line,
      one_off: false,
      payer: 'JUSTICE',
      note: 'canary',
      cents: 7000,
      price_from: '2023-01-01',
      unit: 'hour',
      vat: 'UNKNOWN',
      confidence: 'C',
    };
    for (const [kind, from_on, to_on] of [
      ['BEFORE', '2024-10-27', '2025-10-26'],
      ['AFTER', TODAY, '2026-10-26'],
    ]) {
      const period = (ids['period'] = await put('realised_period', { plan_id: plan, kind, from_on, to_on, known: true }));
      await put('cost_line', { ...paid, owner_id: period });
      await put('unpriced_item', { owner_kind: 'REALISED', owner_id: period, item: 'LEAD_HOURS', note: 'canary' });
    }
    const felt = { plan_id: plan, voice: 4, respect: 4, treatment: 4, how: 'ALOUD' };
    for (const person of ['person', 'second']) await put('experience', { ...felt, person_id: ids[person], on_day: TODAY });
    const said = { on_day: TODAY, reason: 'canary', plan_id: plan };
    await put('statistics_act', { ...said, kind: 'ADJUSTMENT' });
  }

  /** Of every list of a plan one row that was a mistake. Text that is sealed is sealed for its own row, so that is left out. */
  private async withdrawn(author: Id): Promise<void> {
    const { rows } = await this.world.db.superuser.query<{ name: string }>(
      `select c.table_name as name from information_schema.columns c join information_schema.columns p using (table_schema, table_name)
       where c.column_name = 'withdrawn_by' and p.column_name in ('plan_id', 'measure_id', 'owner_id') and table_name not in ('intervention', 'claim_action')
       group by 1`,
    );
    const gone = { withdrawn_on: TODAY, withdrawn_by: author, withdrawn_reason: 'canary' };
    for (const { name } of rows)
      await this.world.db.superuser.query(
        `insert into ${name} select (jsonb_populate_record(t, $2::jsonb || jsonb_build_object('id', gen_random_uuid()))).* from ${name} t
         where household_id = $1`,
        [this.household, { ...gone, ...(name === 'experience' ? { words: null } : {}) }],
      );
  }

  /** A member says how it was, of a plan that was decided. */
  private async said(plan: Id): Promise<void> {
    const { who } = this.reader('member, own person');
    const person = this.ids['person'];
    const felt = { plan, person, onDay: TODAY, voice: 4, respect: 4, treatment: 4, words: 'canary', how: 'ON_SCREEN' };
    const answer = await who.ask<{ giveExperience: { __typename: string } }>(
      'mutation ($key: ID!, $input: GiveExperienceInput!) { giveExperience(key: $key, input: $input) { __typename } }',
      { key: newId(), input: felt },
    );
    if (answer.data?.giveExperience.__typename !== 'BreakthroughPlan') throw new Error(JSON.stringify(answer));
  }

  /** What follows a plan: promises, an agency's no, and how far its measures are. */
  private async followed(put: Put, plan: Id, own: Id, { begun, done }: { begun: Id[]; done: Id }): Promise<void> {
    const { ids, world } = this;
    const caller = this.reader('lead, assigned').who.person;
    const promise = { plan_id: plan, what: 'canary', due_on: TODAY, certainty: 'CERTAIN' };
    const late = { told_on: TODAY, new_due_on: '2025-11-03', late_reason: 'canary' };
    ids['commitment'] = await put('commitment', { ...promise, ...late, involvement_id: ids['involvement'], kept_on: TODAY });
    await put('commitment', { ...promise, involvement_id: ids['notes'] });
    await put('commitment', { ...promise, person_id: ids['person'], broken_on: TODAY, broken_reason: 'canary' });
    await put('commitment', { ...promise, person_id: ids['person'] });
    await put('commitment', { ...promise, professional_id: caller });
    const no = { plan_id: plan, what: 'canary', reason: 'canary', alternative: 'canary', on_day: TODAY };
    const written = { channel: 'LETTER', call_by: '2025-10-29', called_on: TODAY, called_by: caller };
    ids['refusal'] = await put('agency_refusal', {
      ...{ ...no, ...written, involvement_id: ids['involvement'], measure_id: own, provision: 'wmo2015:2.3.5:6' },
    });
    await put('agency_refusal', { ...no, channel: 'PHONE', involvement_id: ids['notes'] });
    await world.db.superuser.query('update intervention set measure_id = $1 where id = $2', [own, ids['intervention']]);
    const step = { plan_id: plan, on_day: TODAY };
    for (const measure_id of begun) {
      await put('measure_progress', { ...step, measure_id, state: 'STARTED', intervention_id: ids['intervention'] });
      await put('measure_progress', { ...step, measure_id, state: 'DROPPED', reason: 'canary' });
    }
    await put('measure_progress', { ...step, measure_id: done, state: 'DONE' });
  }

  /** A signal that one bottleneck was reported under, and a precedent of somewhere else. */
  private async learned(put: Put, plan: Id, author: Id): Promise<void> {
    const { ids, world, town } = this;
    const stuck = { plan_id: plan, problem_id: ids['cause'], problem_type: 'HOUSING.EVICTION_THREAT', obstacle: 'canary' };
    ids['bottleneck'] = await put('bottleneck', { ...stuck, provision: 'wmo2015:2.3.5:6', kind: 'SOLVE' });
    const [signal, counted] = [(ids['signal'] = newId()), newId()];
    await world.db.superuser.query(
      `insert into policy_signal (municipality_id, id, about, asked, provision, owner, occurrences_per_year, report_count, reporters, status, sent_on,
         acknowledged_on, answered_on, answer, closed_on, recorded_on, recorded_by, retention_rule)
       values ($1, $2, 'canary', 'canary', 'wmo2015:2.3.5:6', 'canary', 12, 1, array[$4::uuid], 'CLOSED', $3, $3, $3, 'canary', $3, $3, $4, 'WMO_FILE'),
         ($1, $5, 'canary', 'canary', 'wmo2015:2.3.5:6', 'canary', null, 0, '{}', 'SENT', $3, null, null, null, null, $3, $4, 'WMO_FILE')`,
      [town.municipality, signal, TODAY, author, counted],
    );
    await world.db.superuser.query(`update policy_signal set occurrences_note = 'canary' where occurrences_per_year is null`);
    await put('signal_report', { signal_id: signal, bottleneck_id: ids['bottleneck'] });
    const other = await put('bottleneck', { ...stuck, provision: 'wmo2015:2.3.5:6', kind: 'SOLVE' });
    await put('signal_report', { signal_id: counted, bottleneck_id: other });
    await world.db.superuser.query(
      `insert into precedent values ($1, '{wmo2015:2.3.3}', '{HOUSING.EVICTION_THREAT}', 'canary', 'canary', 'NOT_GRANTED', 2024, false)`,
      [newId()],
    );
  }

  private async one(sql: string, ...parameters: unknown[]): Promise<Id> {
    return (await this.world.db.superuser.query<{ id: Id }>(sql, parameters)).rows[0]!.id;
  }
}

/** One field of the schema on a way from the household down, with what it declares. */
export type Spot = { path: string; type: GraphQLObjectType; data: DataMark; narrow: Relation[] };

const markOf = (field: { extensions: object }) => (field.extensions as { data: DataMark }).data;
const rowOf = (type: { extensions: object }) => (type.extensions as { row: RowMark }).row;
const ARGUMENTS: Record<string, string> = { first: '100', on: `"${TODAY}"`, day: `"${TODAY}"` };

/** What lies below a field, unless it is reference (K0 in a K0 row) or a type that this way came through already. */
function below(field: GraphQLField<unknown, unknown>, walked: string[]): GraphQLObjectType | null {
  const type = getNamedType(field.type);
  if (!isObjectType(type) || walked.includes(type.name)) return null;
  return markOf(field).class === DataClass.K0 && rowOf(type).class === DataClass.K0 ? null : type;
}

/** Every field of a type and below it, each with the way to it. */
export function spotsOf(type: GraphQLObjectType, above = '', walked: string[] = []): Spot[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const path = above ? `${above}.${field.name}` : field.name;
    const open = below(field, [...walked, type.name]);
    if (!isLeafType(getNamedType(field.type)) && !open) return [];
    return [
      { path, type, data: markOf(field), narrow: rowOf(open && rowOf(open).class !== DataClass.K0 ? open : type).narrow },
      ...(open ? spotsOf(open, path, [...walked, type.name]) : []),
    ];
  });
}

/** The selection that asks for one field and everything below it. */
export function selectionOf(field: GraphQLField<unknown, unknown>, walked: string[]): string {
  const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  const args = needed.map((arg) => `${arg.name}: ${ARGUMENTS[arg.name] ?? 'null'}`);
  const call = `${field.name}${args.length ? `(${args.join(', ')})` : ''}`;
  if (isLeafType(getNamedType(field.type))) return call;
  const open = below(field, walked);
  if (!open) return '';
  return `${call} { ${Object.values(open.getFields())
    .map((one) => selectionOf(one, [...walked, open.name]))
    .filter(Boolean)
    .join(' ')} }`;
}

/** The ways at which an answer holds something. An empty list holds nothing. */
export function seenIn(answer: unknown, above = ''): Set<string> {
  const seen = new Set<string>();
  const walk = (value: unknown, path: string): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) return value.forEach((one) => walk(one, path));
    if (path) seen.add(path);
    if (typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) walk(inner, path ? `${path}.${name}` : name);
  };
  walk(answer, above);
  return seen;
}
