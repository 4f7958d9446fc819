import { newId } from '@doorbraak/kernel';
import { ASKED_DAY, PLAN_DAY, PlanTown } from '../../test/plan';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

const ids = { limit: newId(), urgent: newId(), care: newId(), passOn: newId(), clash: newId() };
const ground = (provision: string, role: string, more = {}) => ({
  measure: here.measures.payFirst,
  provision,
  role,
  argument: 'omdat het hier past',
  ...more,
});

test('a ground cites the text of the plan’s day as it is known today, and raises the version of the plan', async () => {
  const { lead } = here.people;
  const done = await here.do(lead, 'addGround', ground('wmo2015:2.3.5:6', 'LIMIT'), ids.limit);
  expect(done).toMatchObject({ __typename: 'BreakthroughPlan', id: here.plan, version: 2 });
  expect(await here.do(lead, 'addGround', ground('wmo2015:2.3.5:6', 'LIMIT'), ids.limit)).toMatchObject({ version: 2 });
  expect(await here.one('legal_ground', ids.limit)).toMatchObject({
    valid_on: PLAN_DAY,
    known_on: ASKED_DAY,
    recorded_by: lead.person,
    retention_rule: 'WMO_FILE',
  });
  await here.do(here.people.deputy, 'addGround', ground('wmo2015:2.3.3', 'ROOM'), ids.urgent);
  await here.do(lead, 'addGround', ground('wlz:3.2.1:1', 'ROOM'), ids.care);
  await here.do(lead, 'addGround', ground('awb:2:3', 'PROCEDURE'), ids.passOn);
});

test('what does not fit is refused with all its reasons', async () => {
  const why = (input: object) => here.why(here.people.lead, 'addGround', input as Record<string, unknown>);
  const strange = newId();
  expect(await why(ground('wmo2015:2.3.5:6', 'ROOM', { measure: strange, answers: [strange] }))).toEqual([
    `ANSWERED_IS_NO_LIMIT ${strange}`,
    `MEASURE_UNKNOWN ${strange}`,
    'ROLE_DIFFERS wmo2015:2.3.5:6',
  ]);
  expect(await why(ground('wlz:3.2.1:1', 'ROOM'))).toEqual(['GROUND_EXISTS wlz:3.2.1:1']);
  expect(await why(ground('no:such:article', 'ROOM'))).toEqual(['PROVISION_UNKNOWN no:such:article']);
  expect(await why(ground('awb:4:81', 'PROCEDURE', { answers: [ids.limit] }))).toContain('ANSWER_WITHOUT_ROOM awb:4:81');
});

test('limits are answered later by naming the version that was seen; who comes second hears what happened', async () => {
  const { lead, deputy } = here.people;
  const answer = { ground: ids.urgent, seen: 1, answers: [ids.limit] };
  expect(await here.why(lead, 'answerLimits', { ...answer, answers: [ids.care] })).toEqual([`ANSWERED_IS_NO_LIMIT ${ids.care}`]);
  expect(await here.why(lead, 'answerLimits', { ...answer, ground: ids.passOn })).toEqual(['ANSWER_WITHOUT_ROOM awb:2:3']);
  expect(await here.why(lead, 'answerLimits', { ...answer, ground: here.plan })).toEqual([`GROUND_UNKNOWN ${here.plan}`]);
  expect(await here.why(lead, 'answerLimits', answer)).toEqual([]);
  expect(await here.do(deputy, 'answerLimits', answer)).toMatchObject({
    reasons: [{ code: 'CHANGED_MEANWHILE' }],
    changes: [{ act: 'answerLimits', version: 2 }],
  });
});

test('a proposed contradiction is set aside once, with a line', async () => {
  const dismiss = (pattern: string, measure = here.measures.payFirst) =>
    here.why(here.people.lead, 'dismissPattern', { measure, pattern, line: 'de regio doet niet mee' });
  expect(await dismiss('no-such-pattern')).toEqual(['PATTERN_NOT_PROPOSED no-such-pattern']);
  expect(await dismiss('wmo-wlz-grens', here.plan)).toEqual([`MEASURE_UNKNOWN ${here.plan}`]);
  expect(await dismiss('wmo-wlz-grens')).toEqual([]);
  expect(await dismiss('wmo-wlz-grens')).toEqual(['PATTERN_NOT_PROPOSED wmo-wlz-grens']);
});

test('a contradiction is written down first and resolved by what gives room', async () => {
  const { lead } = here.people;
  const clash = { measure: here.measures.payFirst, a: ids.limit, b: ids.care, type: 'AFBAKENING', pattern: 'wmo-wlz-grens' };
  expect(await here.why(lead, 'addContradiction', { ...clash, b: ids.limit, type: 'TOEGANG' })).toEqual([
    `CONTRADICTION_WITH_ITSELF ${ids.limit}`,
    'PATTERN_SIDES_DIFFER wmo-wlz-grens',
    'PATTERN_TYPE_DIFFERS wmo-wlz-grens',
  ]);
  await here.do(lead, 'addContradiction', clash, ids.clash);
  const resolve = {
    contradiction: ids.clash,
    seen: 1,
    resolvedVia: [ids.urgent, ids.passOn],
    reasoning: 'tijdelijk, en later verrekenen',
  };
  expect(await here.why(lead, 'resolveContradiction', { ...resolve, resolvedVia: [ids.passOn] })).toEqual([
    `CONTRADICTION_UNRESOLVED ${ids.clash}`,
  ]);
  expect(await here.why(lead, 'resolveContradiction', { ...resolve, contradiction: ids.care })).toEqual([
    `CONTRADICTION_UNKNOWN ${ids.care}`,
  ]);
  expect(await here.why(lead, 'resolveContradiction', resolve)).toEqual([]);
  expect(await here.why(lead, 'resolveContradiction', resolve)).toEqual([`CHANGED_MEANWHILE ${ids.clash}`]);
});

test('a measure comes with its grounds: all of them, judged one after the other, or nothing', async () => {
  const { lead } = here.people;
  const [limit, room, measure] = [newId(), newId(), newId()];
  const cites = (provision: string, role: string, more = {}) => ({ id: newId(), provision, role, argument: 'omdat', ...more });
  const whole = {
    ...{ involvement: here.involvements.wmo, owner: 'iemand', dueOn: '2025-12-01', service: 'GUIDANCE', result: 'steun' },
    grounds: [cites('wmo2015:2.3.5:6', 'LIMIT', { id: limit }), cites('wlz:3.2.1:1', 'ROOM', { id: room, answers: [limit] })],
  };
  const kept = async () =>
    (await here.world.db.superuser.query('select id from measure union all select id from legal_ground')).rowCount;
  const before = await kept();
  const wrong = [cites('wmo2015:2.3.5:6', 'ROOM', { answers: [room] }), cites('nergens:1', 'ROOM'), cites('wlz:3.2.1:1', 'ROOM')];
  expect(await here.why(lead, 'addMeasure', { ...whole, service: 'NIETS', grounds: [...whole.grounds, ...wrong] })).toEqual([
    `ANSWERED_IS_NO_LIMIT ${room}`,
    'GROUND_EXISTS wlz:3.2.1:1',
    'GROUND_EXISTS wmo2015:2.3.5:6',
    'PROVISION_UNKNOWN nergens:1',
    'ROLE_DIFFERS wmo2015:2.3.5:6',
    'SERVICE_UNKNOWN NIETS',
  ]);
  const many = Array.from({ length: 61 }, (_, at) => cites(`wlz:${at}`, 'ROOM'));
  await expect(here.do(lead, 'addMeasure', { ...whole, grounds: many })).rejects.toThrow('BAD_INPUT');
  expect(await kept()).toBe(before);
  await here.do(lead, 'addMeasure', whole, measure);
  const { rows } = await here.world.db.superuser.query(
    'select id, valid_on::text, answers from legal_ground where measure_id = $1 order by provision desc',
    [measure],
  );
  expect(rows).toEqual([
    { id: limit, valid_on: PLAN_DAY, answers: [] },
    { id: room, valid_on: PLAN_DAY, answers: [limit] },
  ]);
  expect(await here.why(lead, 'addMeasure', whole)).toEqual([`IDEMPOTENCY_MISMATCH`]);
  expect(await kept()).toBe(before! + 3);
});

test('for everybody else the plan is not there, or it is not their task', async () => {
  const input = ground('awb:4:84', 'ROOM');
  const { outsider, elsewhere, legal, mentor, peter, holder } = here.people;
  for (const who of [outsider, elsewhere]) expect(await here.why(who, 'addGround', input)).toEqual(['NOT_FOUND']);
  for (const who of [legal, mentor, peter, holder]) await expect(here.do(who, 'addGround', input)).rejects.toThrow('NOT_ALLOWED');
});

test('a decided or stopped plan takes nothing more', async () => {
  await here.world.db.superuser.query(`update plan set status = 'STOPPED' where id = $1`, [here.plan]);
  expect(await here.why(here.people.lead, 'addGround', ground('awb:3:2', 'PROCEDURE'))).toEqual([`PLAN_CLOSED ${here.plan}`]);
});
