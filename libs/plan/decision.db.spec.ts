import { newId } from '@doorbraak/kernel';
import { act } from '../../test/household';
import { ASKED_DAY, PLAN_DAY, PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

const ids = { legal: newId(), agreement: newId(), decision: newId() };

/** What the field says to somebody: the codes that the act would refuse with. */
async function button(who: Someone): Promise<string[]> {
  type Plans = { household: { plans: { whyNotDecide: { code: string }[] }[] } };
  const query = 'query ($id: ID!) { household(id: $id) { plans { whyNotDecide { code } } } }';
  const { data } = await who.ask<Plans>(query, { id: here.household });
  return data.household.plans[0]!.whyNotDecide.map(({ code }) => code);
}

test('an adviser assesses the perspective that was asked, and no other', async () => {
  const { legal, economic, societal, holder, lead } = here.people;
  const assess = (who: Someone, perspective: string, more = {}) =>
    here.why(who, 'assessPerspective', { perspective, verdict: 'SUFFICIENT', argument: 'doen', ...more });
  const first = { perspective: 'LEGAL', verdict: 'NOT_YET', argument: 'spoed is niet aangetoond' };
  expect(await here.do(legal, 'assessPerspective', first, ids.legal)).toMatchObject({ version: 2 });
  expect(await button(holder)).toContain('PERSPECTIVE_NOT_SUFFICIENT');
  expect(await assess(legal, 'LEGAL')).toEqual([`CHANGED_MEANWHILE ${ids.legal}`]);
  expect(await assess(legal, 'LEGAL', { seen: 1, advice: 'doen' })).toEqual([]);
  expect(await button(holder)).not.toContain('PERSPECTIVE_NOT_SUFFICIENT');
  expect(await here.one('perspective_assessment', ids.legal)).toMatchObject({
    by_person: legal.person,
    verdict: 'SUFFICIENT',
    advice: 'doen',
    version: 2,
  });
  expect(await assess(legal, 'ECONOMIC')).toEqual(['NOT_ASKED ECONOMIC', 'ONE_PERSPECTIVE_EACH']);
  expect(await assess(economic, 'ECONOMIC')).toEqual([]);
  expect(await assess(societal, 'SOCIETAL')).toEqual([]);
  for (const who of [lead, holder]) await expect(assess(who, 'SOCIETAL')).rejects.toThrow('NOT_ALLOWED');
});

test('a member answers on screen, a professional writes down what was said; a no is passed over with a reason', async () => {
  const { lead, peter, holder, small, outsider } = here.people;
  const said = (more = {}) => ({
    person: here.member,
    state: 'AGREED',
    how: 'ALOUD_WITH_MENTOR',
    words: 'ja, zo wil ik het',
    ...more,
  });
  expect(await here.why(lead, 'recordAgreement', said({ how: 'ON_SCREEN', words: null, agreedOn: '2025-09-30' }))).toEqual([
    'DATE_FUTURE agreedOn',
    'ON_SCREEN_IS_OWN ON_SCREEN',
    'REQUIRED words',
  ]);
  expect(await here.why(lead, 'recordAgreement', said({ person: lead.person }))).toEqual([`MEMBER_UNKNOWN ${lead.person}`]);
  expect(await here.why(outsider, 'recordAgreement', said())).toEqual(['NOT_FOUND']);
  expect(await here.why(peter, 'recordAgreement', said())).toEqual(['ON_SCREEN_IS_OWN ALOUD_WITH_MENTOR']);
  const no = said({ state: 'DISAGREED', how: 'ON_SCREEN', words: null });
  expect(await here.why(peter, 'recordAgreement', { ...no, person: lead.person })).toEqual([`AGREEMENT_IS_OWN ${lead.person}`]);
  await here.do(peter, 'recordAgreement', no, ids.agreement);

  const goOn = { agreement: ids.agreement, seen: 1, reason: 'anders verliest hij zijn woning' };
  expect(await here.why(small, 'proceedWithoutAgreement', { ...goOn, agreement: here.plan })).toEqual([
    `AGREEMENT_UNKNOWN ${here.plan}`,
  ]);
  expect(await here.why(lead, 'proceedWithoutAgreement', goOn)).toEqual(['NOT_ALLOWED']);
  expect(await here.why(holder, 'proceedWithoutAgreement', goOn)).toEqual([]);
  expect(await here.one('agreement', ids.agreement)).toMatchObject({ state: 'DISAGREED', proceed_by: holder.person });

  expect(await here.why(lead, 'recordAgreement', said({ seen: 2 }))).toEqual([`AGREEMENT_IS_OWN ${here.member}`]);
  const yes = said({ how: 'ON_SCREEN', words: null });
  expect(await here.why(peter, 'recordAgreement', { ...yes, seen: 1 })).toEqual([`CHANGED_MEANWHILE ${ids.agreement}`]);
  expect(await here.why(peter, 'recordAgreement', { ...yes, seen: 2 })).toEqual([]);
  expect(await here.one('agreement', ids.agreement)).toMatchObject({
    state: 'AGREED',
    recorded_by: peter.person,
    proceed_by: null,
  });
  expect(await here.why(holder, 'proceedWithoutAgreement', { ...goOn, seen: 3 })).toEqual([`NO_DISAGREEMENT ${here.member}`]);
});

test('only who belongs to the household agrees or says no: what a former member said counts for nothing', async () => {
  const { lead, deputy, peter, holder } = here.people;
  const { household } = here;
  const isAgreed = async () => !(await button(holder)).includes('HOUSEHOLD_NOT_AGREED');
  const adult = { household, name: 'Verkeerd (verzonnen)', role: 'ADULT', fromOn: '2024-11-01' };
  const { members } = await act(lead, 'addMember', adult);
  const wrong = members.find(({ personId }) => personId !== here.member)!;
  const said = { how: 'ALOUD', words: 'zo zei zij het' };
  const says = (person: string, state: string, seen?: number, key = newId()) =>
    here.do(lead, 'recordAgreement', { person, state, ...said, ...(seen ? { seen } : {}) }, key);
  const theirs = newId();
  await says(wrong.personId, 'DISAGREED', undefined, theirs);
  expect(await isAgreed()).toBe(false);
  const counts = async (who: Someone) => {
    type Plans = { household: { plans: { agreements: { personId: string; counts: boolean }[] }[] } };
    const query = 'query ($id: ID!) { household(id: $id) { plans { agreements { personId counts } } } }';
    const { agreements } = (await who.ask<Plans>(query, { id: household })).data.household.plans[0]!;
    return Object.fromEntries(agreements.map(({ personId, counts }) => [personId, counts]));
  };
  await act(lead, 'endMembership', { membership: wrong.id, seen: 1, toOn: ASKED_DAY });
  expect(await isAgreed()).toBe(false); // the last day counts
  await here.setClock('2025-09-30');
  expect(await isAgreed()).toBe(true);
  for (const who of [lead, deputy, peter, holder])
    expect(await counts(who)).toEqual({ [here.member]: true, [wrong.personId]: false });
  // Only the wrong one agreed.
  await here.setClock(ASKED_DAY);
  await says(wrong.personId, 'AGREED', 1);
  await here.world.db.superuser.query('delete from agreement where person_id = $1', [here.member]);
  expect(await isAgreed()).toBe(true);
  await act(lead, 'withdrawFromHousehold', { household, entry: wrong.id, reason: 'verkeerde persoon' });
  expect(await isAgreed()).toBe(false);
  expect(await counts(holder)).toEqual({ [wrong.personId]: false });
  expect((await says(here.member, 'AGREED')).__typename).toBe('BreakthroughPlan');
});

test('a decision is refused with every reason that is left', async () => {
  const { holder } = here.people;
  expect(await here.why(holder, 'decidePlan', { seen: 1, text: 'doen' })).toEqual([
    `FEWER_THAN_TWO_LAWS ${here.measures.payFirst}`,
    `LAW_TOUCHED_WITHOUT_GROUND ${here.measures.payFirst}/wlz`,
    `LAW_TOUCHED_WITHOUT_GROUND ${here.measures.payFirst}/wmo2015`,
    `LAW_TOUCHED_WITHOUT_GROUND ${here.measures.settle}/wlz`,
    `NO_ROOM_CITED ${here.measures.payFirst}`,
    `POSITION_UNANSWERED ${here.measures.payFirst}`,
    `POSITION_UNANSWERED ${here.measures.settle}`,
  ]);
});

test('the asked holder of a mandate decides on the plan as it was seen; nothing changes it after that', async () => {
  const { lead, deputy, holder, small, legal, outsider, wmo, wlz } = here.people;
  const because = { argument: 'omdat het hier past' };
  const grounds = [
    [here.measures.payFirst, 'wmo2015:2.3.3', 'ROOM'],
    [here.measures.payFirst, 'wlz:3.2.1:1', 'ROOM'],
    [here.measures.settle, 'wlz:3.2.1:3', 'ROOM'],
  ];
  for (const [measure, provision, role] of grounds)
    expect(await here.why(lead, 'addGround', { measure, provision, role, ...because })).toEqual([]);
  for (const [who, involvement] of [
    [wmo, here.involvements.wmo],
    [wlz, here.involvements.wlz],
  ] as const) {
    const position = newId();
    await here.do(lead, 'askPosition', { involvement, clockDays: 5 }, position);
    expect(await here.why(who, 'answerPosition', { position, seen: 1, answer: 'AGREES' })).toEqual([]);
  }
  await here.setClock(PLAN_DAY);
  const seen = (await here.one('plan', here.plan))['version'] as number;
  const decide = { seen, text: 'De gemeente betaalt eerst.' };
  expect(await here.why(lead, 'decidePlan', decide)).toEqual(['NOT_OWN_PLAN']);
  expect(await here.why(small, 'decidePlan', decide)).toEqual(['MANDATE_EXCEEDED']);
  expect(await here.why(deputy, 'decidePlan', decide)).toEqual(['MANDATE_EXCEEDED', 'NOT_ASKED']);
  for (const [who, codes] of [
    [deputy, ['MANDATE_EXCEEDED', 'NOT_ASKED']],
    [lead, ['NOT_OWN_PLAN']],
    [holder, []],
  ] as const)
    expect(await button(who)).toEqual(codes);
  await expect(here.do(legal, 'decidePlan', decide)).rejects.toThrow('NOT_ALLOWED');
  expect(await here.why(outsider, 'decidePlan', decide)).toEqual(['NOT_FOUND']);

  const dearer = await here.row('cost_line', {
    ...{ owner_kind: 'SCENARIO', owner_id: here.scenarios.breakthrough, unit_cost: 'WMO_GUIDANCE_PLUS', price_cents: 8520 },
    ...{ price_year: 2025, quantity: 27, one_off: false, payer: 'WMO', note: 'meer uren', cents: 230_040 },
  });
  expect(await here.why(holder, 'decidePlan', decide)).toEqual(['RETURN_NOT_SIGNED']);
  await here.world.db.superuser.query('delete from cost_line where id = $1', [dearer]);

  await here.do(lead, 'addGround', { measure: here.measures.settle, provision: 'wlz:3.2.3:1', role: 'PROCEDURE', ...because });
  expect(await here.do(holder, 'decidePlan', decide)).toMatchObject({
    reasons: [{ code: 'CHANGED_MEANWHILE', about: here.plan }],
    changes: [{ act: 'addGround', version: seen + 1 }],
  });

  const now = { ...decide, seen: seen + 1 };
  const answers = await Promise.all(Array.from({ length: 5 }, () => here.do(holder, 'decidePlan', now, ids.decision)));
  for (const answer of answers) expect(answer).toMatchObject({ status: 'DECIDED', version: seen + 2 });
  expect(await here.one('plan', here.plan)).toMatchObject({
    decided_on: PLAN_DAY,
    decided_by: holder.person,
    decision_text: 'De gemeente betaalt eerst.',
    mandate_id: expect.any(String),
    negative_return_signed: false,
  });
  expect(await here.why(holder, 'decidePlan', { ...now, seen: seen + 2 })).toEqual([`PLAN_CLOSED ${here.plan}`]);
  const change = { person: here.member, state: 'DISAGREED', how: 'ALOUD', words: 'toch niet', agreedOn: ASKED_DAY, seen: 3 };
  expect(await here.why(lead, 'recordAgreement', change)).toEqual([`PLAN_CLOSED ${here.plan}`]);
});
