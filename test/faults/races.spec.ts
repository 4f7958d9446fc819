import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@doorbraak/kernel';
import { tryAct } from '../household';
import { PLAN_DAY, PlanTown } from '../plan';
import type { Someone } from '../world';

/** `npm run faults` lets people meet a thousand times; `npm test` a few. */
const RACES = Number(process.env['RACES'] ?? 20);
/** Two requests that leave within this time meet at every place of the way, in milliseconds. */
const APART = 4;

jest.setTimeout(60_000 + RACES * 1000);

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

/** Both at once, one of them a little later, and each as likely to be that one. */
async function meet<T>(one: () => Promise<T>, other: () => Promise<T>): Promise<[T, T]> {
  const late = Math.random() * APART;
  const oneIsLate = Math.random() < 0.5;
  return Promise.all([pause(oneIsLate ? late : 0).then(one), pause(oneIsLate ? 0 : late).then(other)]);
}

test(`two edit the same words ${RACES} times: one is done, the other is told what changed, and no words are lost`, async () => {
  const { lead, deputy } = here.people;
  const write = async (who: Someone, seen: number, words: string) => {
    const { outcome } = (await tryAct(who, 'recordOwnWords', { household: here.household, seen, words })).data;
    return { words, done: outcome.__typename === 'Household', codes: (outcome.reasons ?? []).map(({ code }) => code) };
  };
  const read = async () => {
    const question = 'query ($id: ID!) { household(id: $id) { version ownWords } }';
    const { data } = await lead.ask<{ household: { version: number; ownWords: string } }>(question, { id: here.household });
    return data.household;
  };
  let { version } = await read();
  for (let n = 0; n < RACES; n++) {
    const both = await meet(
      () => write(lead, version, `regisseur ${n}`),
      () => write(deputy, version, `vervanger ${n}`),
    );
    const [winner, ...more] = both.filter(({ done }) => done);
    expect(more).toEqual([]);
    expect(both.find(({ done }) => !done)?.codes).toEqual(['CHANGED_MEANWHILE']);
    expect(await read()).toEqual({ version: ++version, ownWords: winner!.words });
  }
});

test(`two decide on the same plan ${RACES} times: one decision, and the other one is refused`, async () => {
  const { lead, holder, small, legal, economic, societal, peter, wmo, wlz } = here.people;
  const { superuser } = here.world.db;
  const done = async (who: Someone, name: string, input: object, key = newId()) =>
    expect((await here.do(who, name, { ...input }, key)).__typename).toBe('BreakthroughPlan');
  for (const [who, perspective] of [
    [legal, 'LEGAL'],
    [economic, 'ECONOMIC'],
    [societal, 'SOCIETAL'],
  ] as const)
    await done(who, 'assessPerspective', { perspective, verdict: 'SUFFICIENT', argument: 'doen' });
  await done(peter, 'recordAgreement', { person: here.member, state: 'AGREED', how: 'ON_SCREEN' });
  for (const [measure, provision] of [
    [here.measures.payFirst, 'wmo2015:2.3.3'],
    [here.measures.payFirst, 'wlz:3.2.1:1'],
    [here.measures.settle, 'wlz:3.2.1:3'],
  ])
    await done(lead, 'addGround', { measure, provision, role: 'ROOM', argument: 'omdat het hier past' });
  for (const [who, involvement] of [
    [wmo, here.involvements.wmo],
    [wlz, here.involvements.wlz],
  ] as const) {
    const position = newId();
    await done(lead, 'askPosition', { involvement, clockDays: 5 }, position);
    await done(who, 'answerPosition', { position, seen: 1, answer: 'AGREES' });
  }
  await superuser.query('update mandate set max_cents = 2500000 where person_id = $1', [small.person]);
  await here.setClock(PLAN_DAY);
  const seen = (await here.one('plan', here.plan))['version'] as number;

  for (let n = 0; n < RACES; n++) {
    const decide = (who: Someone) => () => here.do(who, 'decidePlan', { seen, text: `besluit ${n} van ${who.subject}` });
    const both = await meet(decide(holder), decide(small));
    const winners = [holder, small].filter((_, i) => both[i]!.__typename === 'BreakthroughPlan');
    const loser = both.find(({ __typename }) => __typename === 'PlanRefused');
    expect(winners).toHaveLength(1);
    expect(loser?.reasons.map(({ code }) => code)).toEqual(['PLAN_CLOSED']);
    expect(await here.one('plan', here.plan)).toMatchObject({
      version: seen + 1,
      decided_by: winners[0]!.person,
      decision_text: `besluit ${n} van ${winners[0]!.subject}`,
    });
    // As it was before; the product itself can never do this.
    await superuser.query(`begin; set local session_replication_role = replica;
      update plan set status = 'SELECTED', version = ${seen}, decided_on = null, decided_by = null, decision_text = null, mandate_id = null
      where id = '${here.plan}'; commit`);
  }
  const { rows } = await superuser.query(`select from audit_log where act = 'decidePlan' and outcome = 'DONE'`);
  expect(rows).toHaveLength(RACES);
});
