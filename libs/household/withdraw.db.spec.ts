import { newId, type Id } from '@doorbraak/kernel';
import { act, refusals, tryAct } from '../../test/household';
import { ASKED_DAY, PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

jest.setTimeout(60_000);

let here: PlanTown;
let lead: Someone;
/** an agency that is there for these tests only */
let office: Id;
beforeAll(async () => {
  here = await PlanTown.open();
  ({ lead } = here.people);
  office = await here.world.agency(here.town, 'GGZ');
});
afterAll(() => here.close());

const add = async (name: string, input: Record<string, unknown>): Promise<Id> => {
  const key = newId();
  await act(lead, name, { household: here.household, ...input }, key);
  return key;
};
const problem = (more = {}) => add('addProblem', { type: 'DEBT.RENT_ARREARS', personIds: [here.member], ...more });
const wait = (waiting: Id, more = {}) =>
  add('addWait', { waiting, for: here.involvements.wlz, holder: here.involvements.wlz, what: 'x', liftable: true, ...more });
const withdraw = (entry: Id, more = {}) => ({ household: here.household, entry, reason: 'verkeerd ingevuld', ...more });
const done = (entry: Id) => act(lead, 'withdrawFromHousehold', withdraw(entry));
const why = async (entry: Id): Promise<string[]> =>
  ((await tryAct(lead, 'withdrawFromHousehold', withdraw(entry))).data.outcome.reasons ?? [])
    .map(({ code, about }) => `${code} ${about}`)
    .sort();

const LISTS = ['members', 'problems', 'involvements', 'handlingNotes', 'interventions', 'waits'] as const;
type Withdrawn = { id: Id; withdrawnOn: string; withdrawnReason: string };
const withdrawn = async (who: Someone) =>
  (
    await who.ask<{ household: { withdrawn: Record<(typeof LISTS)[number] | 'contacts', Withdrawn[]> } }>(
      `query ($id: ID!) { household(id: $id) { withdrawn {
         ${LISTS.map((name) => `${name} { id withdrawnOn withdrawnReason }`).join(' ')} contacts { id withdrawnOn withdrawnReason } } } }`,
      { id: here.household },
    )
  ).data.household.withdrawn;

/** An entry of every kind on which nothing rests, with the list in which it is found again. */
const KINDS: [string, (typeof LISTS)[number] | 'contacts', () => Promise<Id>][] = [
  ['membership', 'members', () => add('addMember', { name: 'Iemand (verzonnen)', role: 'ADULT', fromOn: ASKED_DAY })],
  ['problem', 'problems', () => problem()],
  ['involvement', 'involvements', () => agency()],
  ['handling note', 'handlingNotes', () => add('addHandlingNote', { person: here.member, text: 'rustig praten' })],
  ['intervention', 'interventions', () => help()],
  ['wait', 'waits', () => wait(here.involvements.wmo)],
  ['contact', 'contacts', () => contact()],
];
const agency = () => add('addInvolvement', { agency: office, law: 'wmo2015', payer: 'WMO', fromOn: '2025-02-10' });
const help = (involvement = here.involvements.wmo, problemIds: Id[] = []) =>
  add('addIntervention', { service: 'GUIDANCE', involvement, problemIds, fromOn: '2025-03-01' });
const contact = (involvement = here.involvements.wmo) =>
  add('recordContact', { involvement, dayOn: '2025-09-01', channel: 'PHONE' });

test.each(KINDS)('a mistaken %s stays visible with its day and reason, in %s', async (_, list, make) => {
  const entry = await make();
  const household = await done(entry);
  expect((await withdrawn(lead))[list]).toContainEqual({
    id: entry,
    withdrawnOn: ASKED_DAY,
    withdrawnReason: 'verkeerd ingevuld',
  });
  const standing: unknown = list === 'contacts' ? [] : household[list as 'problems'];
  expect(standing).not.toContainEqual(expect.objectContaining({ id: entry }));
  expect(await why(entry)).toEqual([`WITHDRAWN_ALREADY ${entry}`]);
});

test('nothing is judged by a problem that was withdrawn', async () => {
  const [one, two, three] = [await problem(), await problem(), await problem()];
  const at = await agency();
  const given = await help(at, [three]);
  const before = await act(lead, 'recordOwnWords', { household: here.household, seen: 1, words: 'rust' });
  expect([before.problems.length, before.band]).toEqual([4, 'COORDINATED']);
  await done(one);
  await done(two);
  const after = await done(three);
  expect(after.band).toBe('STANDARD');
  expect(after.problems.map(({ id }) => id)).toEqual([here.problem]);
  expect(after.interventions.find(({ id }) => id === given)).toMatchObject({ problemIds: [] });
  const again = { household: here.household, involvement: at, dayOn: ASKED_DAY, channel: 'PHONE', problem: three };
  expect(await refusals(lead, 'recordContact', again)).toEqual(['PROBLEM_UNKNOWN']);
  expect(await refusals(lead, 'setProblemStatus', { problem: three, seen: 1, status: 'RESOLVED' })).toEqual([
    'WITHDRAWN_ALREADY',
  ]);
});

test('what was withdrawn is not edited any more', async () => {
  const [at, between] = [await agency(), await wait(here.involvements.wmo)];
  const given = await help();
  const member = await add('addMember', { name: 'Weg (verzonnen)', role: 'ADULT', fromOn: ASKED_DAY });
  for (const entry of [at, between, given, member]) await done(entry);
  for (const [name, input] of [
    ['endInvolvement', { involvement: at, toOn: ASKED_DAY }],
    ['liftWait', { wait: between, liftedOn: ASKED_DAY }],
    ['endIntervention', { intervention: given, toOn: ASKED_DAY }],
    ['endMembership', { membership: member, toOn: ASKED_DAY }],
  ] as const)
    expect([name, await refusals(lead, name, { ...input, seen: 1 })]).toEqual([name, ['WITHDRAWN_ALREADY']]);
});

const share = (more = {}) =>
  add('share', {
    ...{ involvement: here.involvements.wmo, basis: 'WMO_5_1_1', purpose: 'WMO_SUPPORT', need: 'onderzoek' },
    ...{ personIds: [here.member], domains: ['HOUSING'], fromOn: ASKED_DAY, toOn: '2026-01-01', ...more },
  });
const endShare = (id: Id) => act(lead, 'withdrawShare', { share: id, seen: 1, reason: 'klaar' });

const fromPlan = async (entry: Id) =>
  expect(await here.why(lead, 'withdrawFromPlan', { entry, reason: 'vergissing' })).toEqual([]);

/** What rests on what: the entry, what rests on it, and how that is put right. */
const RESTING: [string, () => Promise<{ entry: Id; on: Id; mend?: (on: Id) => Promise<unknown> }>][] = [
  [
    'a problem on its cause',
    async () => {
      const entry = await problem();
      return { entry, on: await problem({ causedBy: [entry] }) };
    },
  ],
  [
    'a wait on the problem that waits',
    async () => {
      const entry = await problem();
      return { entry, on: await wait(entry) };
    },
  ],
  [
    'a wait on the problem it is for',
    async () => {
      const entry = await problem();
      return { entry, on: await wait(here.involvements.wmo, { for: entry }) };
    },
  ],
  [
    'a wait on the agency that waits',
    async () => {
      const entry = await agency();
      return { entry, on: await wait(entry) };
    },
  ],
  [
    'a wait on the agency it is for',
    async () => {
      const entry = await agency();
      return { entry, on: await wait(here.problem, { for: entry }) };
    },
  ],
  [
    'a wait on the agency that could lift it',
    async () => {
      const entry = await agency();
      return { entry, on: await wait(here.problem, { holder: entry }) };
    },
  ],
  [
    'help on the agency that gives it',
    async () => {
      const entry = await agency();
      return { entry, on: await help(entry) };
    },
  ],
  [
    'a note on the agency it comes from',
    async () => {
      const entry = await agency();
      return { entry, on: await add('addHandlingNote', { person: here.member, fromInvolvement: entry, text: 'rustig' }) };
    },
  ],
  [
    'a share on the agency that may read',
    async () => {
      const entry = await agency();
      const consent = { by: here.member, on: ASKED_DAY, how: 'ALOUD' };
      const more = { basis: 'AVG_CONSENT', purpose: 'HANDLING_NOTE', domains: ['MENTAL_HEALTH'], consent };
      const noteIds = [await add('addHandlingNote', { person: here.member, text: 'zacht praten' })];
      return { entry, on: await share({ involvement: entry, noteIds, ...more }), mend: endShare };
    },
  ],
  [
    'a share on the note that may be read',
    async () => {
      const entry = await add('addHandlingNote', { person: here.member, text: 'bel eerst' });
      const consent = { by: here.member, on: ASKED_DAY, how: 'ALOUD' };
      const more = { basis: 'AVG_CONSENT', purpose: 'HANDLING_NOTE', domains: ['MENTAL_HEALTH'], consent };
      return { entry, on: await share({ involvement: here.involvements.mentor, noteIds: [entry], ...more }), mend: endShare };
    },
  ],
  ...(['a problem', 'a note', 'a share'] as const).map((what): (typeof RESTING)[number] => [
    `${what} on the person of a membership`,
    async () => {
      const entry = await add('addMember', { name: `Iemand met ${what} (verzonnen)`, role: 'ADULT', fromOn: ASKED_DAY });
      const person = (await here.one('membership', entry))['person_id'] as Id;
      if (what === 'a problem') return { entry, on: await problem({ personIds: [person] }) };
      if (what === 'a note') return { entry, on: await add('addHandlingNote', { person, text: 'rustig' }) };
      return { entry, on: await share({ personIds: [person] }), mend: endShare };
    },
  ]),
  [
    'a promise of the agency in a plan',
    async () => {
      const entry = await agency();
      const on = newId();
      await here.do(lead, 'addCommitment', { involvement: entry, what: 'bellen', dueOn: PLAN_DAY, certainty: 'CERTAIN' }, on);
      return { entry, on, mend: fromPlan };
    },
  ],
  [
    'a no of the agency in a plan',
    async () => {
      const entry = await agency();
      const no = { what: 'x', reason: 'x', alternative: 'x', channel: 'PHONE', on_day: ASKED_DAY };
      return {
        entry,
        on: await here.row('agency_refusal', { plan_id: here.plan, involvement_id: entry, ...no }),
        mend: fromPlan,
      };
    },
  ],
  [
    'a dispute between agencies in a plan',
    async () => {
      const entry = await agency();
      const about = {
        about: 'x',
        laws: ['wmo2015', 'wlz'],
        interim_payer: 'WMO',
        opened_on: ASKED_DAY,
        clock_days: 5,
        due_on: PLAN_DAY,
      };
      return { entry, on: await here.row('dispute', { plan_id: here.plan, involvement_ids: [entry], ...about }), mend: fromPlan };
    },
  ],
  [
    'what somebody could not do, in a plan, on the membership',
    async () => {
      const entry = await add('addMember', { name: 'Kan niet (verzonnen)', role: 'ADULT', fromOn: ASKED_DAY });
      const person_id = (await here.one('membership', entry))['person_id'];
      return {
        entry,
        on: await here.row('capacity_factor', { plan_id: here.plan, person_id, factor: 'ILLNESS' }),
        mend: fromPlan,
      };
    },
  ],
  [
    'a measure of an open plan on the agency that carries it out',
    async () => {
      const entry = await agency();
      const on = await here.row('measure', {
        ...{ plan_id: here.plan, involvement_id: entry, owner: 'x', due_on: PLAN_DAY, service: 'GUIDANCE', result: 'x' },
        ...{ deviates: false, no_extra_money: true },
      });
      return { entry, on, mend: fromPlan };
    },
  ],
];

test.each(RESTING)('%s is withdrawn first', async (_, make) => {
  const { entry, on, mend = done } = await make();
  expect(await why(entry)).toEqual([`ENTRY_IN_USE ${on}`]);
  await mend(on);
  expect(await why(entry)).toEqual([]);
});

test('help that a measure became is held by its step, and goes with it', async () => {
  const entry = await help();
  const step = { measure_id: here.measures.settle, state: 'STARTED', on_day: ASKED_DAY, intervention_id: entry };
  const on = await here.row('measure_progress', { plan_id: here.plan, ...step });
  expect(await why(entry)).toEqual([`ENTRY_IN_USE ${on}`]);
  await fromPlan(on);
  expect(await why(entry)).toEqual([`WITHDRAWN_ALREADY ${entry}`]);
});

test('a share that has run out holds nothing any more', async () => {
  const entry = await agency();
  await here.row('share', {
    ...{ involvement_id: entry, recipient: 'GEHANDICAPTENZORG', basis: 'WMO_5_1_1', purpose: 'WMO_SUPPORT', need: 'x' },
    ...{ person_ids: [here.member], domains: ['DEBT'], note_ids: [], from_on: '2025-01-01', to_on: '2025-09-28', version: 1 },
  });
  expect(await why(entry)).toEqual([]);
});

test('somebody who is a member twice keeps what is about them when one of the two is withdrawn', async () => {
  const person = { personId: here.member, role: 'ADULT', fromOn: '2020-01-01', toOn: '2021-01-01' };
  expect(await why(await add('addMember', person))).toEqual([]);
});

test('an agency that turns out never to have been there reads nothing from then on, and its contacts go with it', async () => {
  const { mentor } = here.people;
  const involvement = here.involvements.mentor;
  const sees = async () =>
    (
      await mentor.ask<{ household: { involvements: { id: Id }[] } | null }>(
        'query ($id: ID!) { household(id: $id) { involvements { id } withdrawn { involvements { id } } } }',
        { id: here.household },
      )
    ).data.household;
  const months = async () =>
    (
      await lead.ask<{ household: { contactsPerMonth: object[]; contacts: { nodes: { id: Id }[] } } }>(
        'query ($id: ID!) { household(id: $id) { contactsPerMonth { month count } contacts(first: 100) { nodes { id } } } }',
        { id: here.household },
      )
    ).data.household;
  const [one, two] = [await contact(involvement), await contact(involvement)];
  await act(lead, 'countContacts', { household: here.household, involvement, month: '2025-08-01', count: 9 });
  expect((await months()).contactsPerMonth).toEqual(expect.arrayContaining([{ month: '2025-08-01', count: 9 }]));
  expect((await sees())!.involvements).toEqual([{ id: involvement }]);
  await done(involvement);
  expect(await sees()).toBeNull();
  const after = await months();
  expect(after.contactsPerMonth).not.toEqual(expect.arrayContaining([{ month: '2025-08-01', count: 9 }]));
  expect(after.contacts.nodes.map(({ id }) => id)).not.toEqual(expect.arrayContaining([one]));
  expect((await withdrawn(lead)).contacts.map(({ id }) => id)).toEqual(expect.arrayContaining([one, two]));
});

test('a month that was counted wrong is counted again', async () => {
  const count = { household: here.household, involvement: here.involvements.wmo, month: '2025-07-01', count: 40 };
  const wrong = await add('countContacts', count);
  expect(await refusals(lead, 'countContacts', { ...count, count: 4 })).toEqual(['MONTH_COUNTED']);
  await done(wrong);
  const { contactsPerMonth } = await act(lead, 'countContacts', { ...count, count: 4 });
  expect(contactsPerMonth).toContainEqual({ month: '2025-07-01', count: 4, counted: true });
});

test('a plan goes on without a wait and a problem that were withdrawn, and a decided plan without an agency', async () => {
  const { wmo, holder } = here.people;
  const between = await wait(here.involvements.wmo);
  const mistaken = await problem();
  await here.world.db.superuser.query('update measure set lifts = $2, problem_ids = $3 where id = $1', [
    here.measures.payFirst,
    [between],
    [here.problem, mistaken],
  ]);
  const ask = (who: Someone) =>
    who.ask<{ plan: object | null }>(
      `query ($id: ID!) { plan(id: $id) { whyNotDecide { code } measures { id problemIds lifts lawsTouched { law } progress { waitsLeft } } matrix { laws } } }`,
      { id: here.plan },
    );
  await done(between);
  await done(mistaken);
  for (const who of [lead, holder]) expect((await ask(who)).errors).toBeUndefined();
  expect(await why(here.involvements.wmo)).toContain(`ENTRY_IN_USE ${here.measures.payFirst}`);
  await here.decided(PLAN_DAY);
  expect(await why(here.involvements.wmo)).toEqual([]);
  for (const who of [lead, holder]) expect((await ask(who)).errors).toBeUndefined();
  expect((await ask(wmo)).data.plan).toBeNull(); // nor the plan that named it
  const start = { measure: here.measures.payFirst, onDay: PLAN_DAY };
  expect(await here.why(lead, 'startMeasure', start)).toEqual([`INVOLVEMENT_UNKNOWN ${here.involvements.wmo}`]);
});

test('what is not an entry of this household is not withdrawn, and nobody else withdraws', async () => {
  const { outsider, elsewhere, peter, wlz, small } = here.people;
  const other = newId();
  await act(outsider, 'createHousehold', { code: 'P-2' }, other);
  const entry = newId();
  await act(outsider, 'addMember', { household: other, name: 'Ander (verzonnen)', role: 'ADULT', fromOn: ASKED_DAY }, entry);
  for (const one of [entry, newId(), here.household]) expect(await why(one)).toEqual([`ENTRY_UNKNOWN ${one}`]);
  for (const who of [outsider, elsewhere])
    expect(await refusals(who, 'withdrawFromHousehold', withdraw(here.problem))).toEqual(['NOT_FOUND']);
  for (const who of [peter, wlz, small]) {
    const { errors, data } = await tryAct(who, 'withdrawFromHousehold', withdraw(here.problem));
    expect(errors?.[0]?.extensions['code'] ?? data.outcome.reasons?.[0]?.code).toBe('NOT_ALLOWED');
  }
  const { errors } = await tryAct(lead, 'withdrawFromHousehold', withdraw(here.problem, { reason: ' ' }));
  expect(JSON.stringify(errors)).toContain('REQUIRED');
});
