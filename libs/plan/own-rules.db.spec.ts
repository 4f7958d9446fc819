import { newId } from '@doorbraak/kernel';
import { createApi } from '../../apps/api/app';
import { act, refusals } from '../../test/household';
import { PLAN_DAY, PlanTown } from '../../test/plan';
import { Someone, type Town } from '../../test/world';

jest.setTimeout(120_000);

let here: PlanTown;
let away: Town;
beforeAll(async () => {
  here = await PlanTown.open();
  away = await here.world.town('GM9923');
  await own(here.town, 'addOwnLaw', rule);
  await own(here.town, 'addOwnProvision', { ...text, law: 'own:opvang', provisionKey: '3' });
  await own(away, 'addOwnLaw', { ...rule, lawKey: 'elders' });
  await own(away, 'addOwnProvision', { ...text, law: 'own:elders', provisionKey: '1' });
});
afterAll(() => here.close());

const rule = {
  lawKey: 'opvang',
  kind: 'POLICY_RULE',
  title: 'Beleidsregel opvang (verzonnen)',
  shortTitle: 'Opvang',
  validFrom: '2024-01-01',
  source: 'gemeenteblad (verzonnen)',
};
const text = {
  article: '3',
  role: 'LIMIT',
  summaryNl: 'Opvang kan pas na drie maanden wachten.',
  summaryEn: 'Shelter only after three months of waiting.',
  discretionary: true,
  source: 'gemeenteblad (verzonnen)',
};

async function own({ admin }: Town, name: string, input: object): Promise<void> {
  const { data, errors } = await admin.ask<Record<string, { __typename: string }>>(
    `mutation ($key: ID!, $input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(key: $key, input: $input) { __typename ... on OwnLawRefused { reasons { code } } } }`,
    { key: newId(), input },
  );
  if (data?.[name]?.__typename !== 'OwnLaw') throw new Error(JSON.stringify([data, errors]));
}

const ids = { own: newId(), room: newId(), purpose: newId() };
const ground = (provision: string, role: string, more = {}) => ({
  measure: here.measures.payFirst,
  provision,
  role,
  argument: 'omdat het hier staat',
  ...more,
});

type Ground = Record<string, unknown> & { id: string };
async function grounds(who = here.people.lead, plan = here.plan): Promise<Ground[]> {
  const { data, errors } = await who.ask<{ plan: { grounds: Ground[] } }>(
    'query ($id: ID!) { plan(id: $id) { grounds { id provision law lawTitle article lid summary { nl en } role catalogueRole overrideReason inForce inForceToday validFrom validTo validOn knownOn } } }',
    { id: plan },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.plan.grounds;
}
const shown = async (id: string, who?: Someone) => (await grounds(who)).find((one) => one.id === id);

describe('a rule of the municipality itself', () => {
  test('is a law of an involvement and the provision of a wait; one of another municipality is unknown, like one that is not there', async () => {
    const { lead } = here.people;
    const { household, involvements } = here;
    const agency = await here.world.agency(here.town, 'GEM_TOEGANG').catch(() => here.world.agency(here.town, 'GGZ'));
    const involve = { household, agency, payer: 'WMO', fromOn: '2025-02-10', problemIds: [here.problem] };
    for (const law of ['own:elders', 'own:nergens'])
      expect(await refusals(lead, 'addInvolvement', { ...involve, law })).toEqual(['LAW_UNKNOWN']);
    const map = await act(lead, 'addInvolvement', { ...involve, law: 'own:opvang' });
    expect(map.involvements.map(({ law }) => law)).toContain('own:opvang');
    const wait = {
      household,
      waiting: involvements.wmo,
      for: involvements.wlz,
      holder: involvements.wmo,
      what: 'opvang wacht',
      liftable: true,
      sinceOn: '2025-03-01',
    };
    for (const provision of ['own:elders:1', 'own:opvang:99', 'own:opvang'])
      expect(await refusals(lead, 'addWait', { ...wait, provision })).toEqual(['PROVISION_UNKNOWN']);
    const circle = newId();
    await act(lead, 'addWait', { ...wait, waiting: involvements.wlz, for: involvements.wmo });
    await act(lead, 'addWait', { ...wait, provision: 'own:opvang:3' }, circle);
    // Refusing by a may-norm is a choice: here the law leaves room to decide otherwise.
    const { data } = await lead.ask<{ household: { unlock: { chosen: { wait: string; code: string }[] } } }>(
      'query ($id: ID!) { household(id: $id) { unlock { chosen { wait code } } } }',
      { id: household },
    );
    expect(data.household.unlock.chosen[0]).toMatchObject({ wait: circle, code: 'HAS_ROOM' });
  });

  test('is cited as a limit with its own words, and gives no room', async () => {
    const { lead } = here.people;
    expect(await here.why(lead, 'addGround', ground('own:opvang:3', 'ROOM', { overrideReason: 'anders gelezen' }))).toEqual([
      'OWN_RULE_GIVES_NO_ROOM own:opvang:3',
    ]);
    for (const provision of ['own:elders:1', 'own:nergens:1'])
      expect(await here.why(lead, 'addGround', ground(provision, 'LIMIT'))).toEqual([`PROVISION_UNKNOWN ${provision}`]);
    expect(await here.why(lead, 'addGround', ground('own:opvang:3', 'PURPOSE'))).toEqual(['ROLE_DIFFERS own:opvang:3']);
    await here.do(lead, 'addGround', ground('own:opvang:3', 'LIMIT'), ids.own);
    expect(await shown(ids.own)).toMatchObject({
      law: 'own:opvang',
      lawTitle: 'Beleidsregel opvang (verzonnen)',
      article: '3',
      summary: { nl: 'Opvang kan pas na drie maanden wachten.', en: 'Shelter only after three months of waiting.' },
      catalogueRole: 'LIMIT',
      inForce: 'IN_FORCE',
    });
    const { data } = await lead.ask<{ plan: { matrix: { laws: string[] }; whyNotDecide: { code: string; about: string }[] } }>(
      'query ($id: ID!) { plan(id: $id) { matrix { laws } whyNotDecide { code about } } }',
      { id: here.plan },
    );
    expect(data.plan.matrix.laws.at(-1)).toBe('own:opvang');
    expect(data.plan.whyNotDecide).toContainEqual({ code: 'LIMIT_UNANSWERED', about: ids.own });
  });

  test('is named in an objection by the agency it is of, also by its key', async () => {
    const { lead, wmo } = here.people;
    const position = newId();
    await here.do(lead, 'askPosition', { involvement: here.involvements.wmo, clockDays: 5 }, position);
    const answer = { position, seen: 1, answer: 'OBJECTS', reason: 'onze regel zegt drie maanden' };
    expect(await here.why(wmo, 'answerPosition', { ...answer, provision: 'own:elders:1' })).toEqual([
      'PROVISION_UNKNOWN own:elders:1',
    ]);
    expect(await here.why(wmo, 'answerPosition', { ...answer, provision: 'own:opvang:3' })).toEqual([]);
  });

  test('one that is not in force on the day of the plan is written down and keeps the plan from being decided', async () => {
    const { lead } = here.people;
    await own(here.town, 'addOwnProvision', { ...text, law: 'own:opvang', provisionKey: '2', validTo: '2024-12-31' });
    const old = newId();
    await here.do(lead, 'addGround', ground('own:opvang:2', 'LIMIT'), old);
    const { data } = await lead.ask<{ plan: { whyNotDecide: { code: string; about: string }[] } }>(
      'query ($id: ID!) { plan(id: $id) { whyNotDecide { code about } } }',
      { id: here.plan },
    );
    expect(data.plan.whyNotDecide).toContainEqual({ code: 'PROVISION_NOT_IN_FORCE', about: old });
    expect(await shown(old)).toMatchObject({ inForce: 'NOT_IN_FORCE', validFrom: '2024-01-01', validTo: '2024-12-31' });
    await here.world.db.superuser.query('delete from legal_ground where id = $1', [old]);
  });
});

describe('a role that is read otherwise', () => {
  test('is refused without a reason, and shown to who decides with one', async () => {
    const { lead, holder } = here.people;
    const other = ground('wmo2015:2.3.2:4', 'PURPOSE');
    expect(await here.why(lead, 'addGround', other)).toEqual(['ROLE_DIFFERS wmo2015:2.3.2:4']);
    await expect(here.do(lead, 'addGround', { ...other, overrideReason: ' ' })).rejects.toThrow('REQUIRED');
    await here.do(lead, 'addGround', { ...other, overrideReason: 'zo legt de wet haar doel uit' }, ids.purpose);
    expect(await shown(ids.purpose, holder)).toMatchObject({
      role: 'PURPOSE',
      catalogueRole: 'PROCEDURE',
      overrideReason: 'zo legt de wet haar doel uit',
    });
    const { data } = await holder.ask<{ plan: { warnings: { code: string; about: string; nl: string }[] } }>(
      'query ($id: ID!) { plan(id: $id) { warnings { code about nl } } }',
      { id: here.plan },
    );
    expect(data.plan.warnings).toContainEqual(expect.objectContaining({ code: 'ROLE_OVERRIDDEN', about: ids.purpose }));
  });
});

describe('what a plan says of law and cannot', () => {
  const a = newId();
  const b = newId();
  const problems = async (name: string, input: object) => {
    const { errors } = await here.people.lead.ask(
      `mutation ($key: ID!, $input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(key: $key, input: $input) { __typename } }`,
      { key: newId(), input: { plan: here.plan, ...input } },
    );
    return (errors?.[0]?.extensions['problems'] ?? []) as { path: string; code: string }[];
  };

  test('a law or an article that no list knows is refused, and one that it knows is not', async () => {
    const { lead } = here.people;
    const words = { involvement: here.involvements.wmo, owner: 'x', dueOn: '2025-12-01', service: 'GUIDANCE', result: 'x' };
    const measure = { ...words, problems: [], lifts: [] };
    const laws = ['wmo1066', 'own:elders', 'own:opvang'];
    expect(await here.why(lead, 'addMeasure', { ...measure, lawsAdded: laws })).toEqual([
      'LAW_UNKNOWN own:elders',
      'LAW_UNKNOWN wmo1066',
    ]);
    expect(await here.why(lead, 'addMeasure', { ...measure, lawsAdded: ['own:opvang'] })).toEqual([]);
    expect(await here.why(lead, 'addGround', ground('wmo2015:99', 'ROOM'))).toEqual(['PROVISION_UNKNOWN wmo2015:99']);
  });

  test('an article without an argument is no ground', async () => {
    for (const argument of ['', '  '])
      expect(await problems('addGround', ground('wmo2015:2.3.5:6', 'LIMIT', { argument, answers: [] }))).toMatchObject([
        { path: 'input.argument', code: 'REQUIRED' },
      ]);
  });

  test('two laws that contradict each other are both kept and shown; resolving it takes a reasoning', async () => {
    const { lead } = here.people;
    await here.do(lead, 'addGround', ground('wmo2015:2.3.5:6', 'LIMIT'), a);
    await here.do(lead, 'addGround', ground('wlz:3.2.1:1', 'ROOM'), b);
    expect((await grounds()).map(({ id }) => id)).toEqual(expect.arrayContaining([a, b]));
    const clash = { measure: here.measures.payFirst, a, b, type: 'AFBAKENING', pattern: 'wmo-wlz-grens', resolvedVia: [b] };
    expect(await here.why(lead, 'addContradiction', clash)).toEqual(['REQUIRED reasoning']);
    const contradiction = newId();
    await here.do(lead, 'addContradiction', { ...clash, resolvedVia: [] }, contradiction);
    const resolve = { contradiction, seen: 1, resolvedVia: [b], reasoning: ' ' };
    expect(await problems('resolveContradiction', resolve)).toMatchObject([{ path: 'input.reasoning', code: 'REQUIRED' }]);
    expect(await here.why(lead, 'resolveContradiction', { ...resolve, reasoning: 'tijdelijk, later verrekenen' })).toEqual([]);
  });
});

describe('two time axes', () => {
  const NATIONAL = 'wmo2015:2.3.3';

  /** The product after a load of a corrected catalogue, for somebody who signs in again. */
  async function afterLoad(who: Someone, day: string): Promise<{ who: Someone; close: () => Promise<void> }> {
    const { superuser } = here.world.db;
    await superuser.query(
      `with old as (update reference_entry set known_to = $2::date - 1 where list = 'provision' and key = $1 and known_to is null returning *)
       insert into reference_entry (list, key, known_from, content)
       select list, key, $2, content || '{"role": "PROCEDURE", "versions": [], "summary": {"nl": "verbeterd", "en": "corrected"}, "textSeenOn": [], "validTo": "2024-12-31", "dateEvidence": "NUMBER_SEEN"}' from old`,
      [NATIONAL, day],
    );
    const app = await createApi(here.world.configuration);
    await app.listen(0, '127.0.0.1');
    const token = await here.world.issuer.token(who.subject);
    return { who: new Someone(await app.getUrl(), token, who.subject, who.person), close: () => app.close() };
  }

  test('a decided plan keeps text, role and standing of its day; what is cited today reads the correction', async () => {
    const { lead, holder } = here.people;
    await here.do(lead, 'addGround', ground(NATIONAL, 'ROOM', { answers: [ids.own] }), ids.room);
    const before = await grounds();
    await here.setClock(PLAN_DAY);
    await here.world.db.superuser.query(
      `update plan set status = 'DECIDED', decided_on = $2, decided_by = $3, decision_text = 'ja',
         mandate_id = (select id from mandate where person_id = $3 limit 1) where id = $1`,
      [here.plan, PLAN_DAY, holder.person],
    );
    await here.setClock('2025-12-01');
    await own(here.town, 'correctOwnProvision', {
      ...text,
      provision: 'own:opvang:3',
      seen: 1,
      role: 'PROCEDURE',
      summaryNl: 'Opvang kan meteen.',
      summaryEn: null,
      validTo: '2025-06-30',
    });
    await own(here.town, 'endOwnLaw', { law: 'own:opvang', seen: 1, validTo: '2025-06-30' });
    // What was cited this morning does not change this afternoon.
    expect(await grounds()).toEqual(before);
    await here.setClock('2025-12-02');
    const marked = before.map((one) => (one.id === ids.own ? { ...one, inForceToday: 'NOT_IN_FORCE' } : one));
    expect(marked).not.toEqual(before);
    expect(await grounds()).toEqual(marked);

    const next = await afterLoad(lead, '2025-12-02');
    try {
      const also = marked.map((one) => (one.id === ids.room ? { ...one, inForceToday: 'NOT_IN_FORCE' } : one));
      expect(await grounds(next.who)).toEqual(also);
      const plan = newId();
      expect(await here.do(next.who, 'startNewVersion', { planOn: '2025-12-02' }, plan)).toMatchObject({ id: plan });
      const now = await grounds(next.who, plan);
      expect(now.find(({ provision }) => provision === 'own:opvang:3')).toMatchObject({
        knownOn: '2025-12-02',
        role: 'LIMIT',
        catalogueRole: 'PROCEDURE',
        summary: { nl: 'Opvang kan meteen.', en: 'Opvang kan meteen.' },
        inForce: 'NOT_IN_FORCE',
      });
      expect(now.find(({ provision }) => provision === NATIONAL)).toMatchObject({
        catalogueRole: 'PROCEDURE',
        summary: { nl: 'verbeterd' },
        inForce: 'NOT_IN_FORCE',
      });
      const { data: judged } = await next.who.ask<{ plan: { whyNotDecide: { code: string; about: string }[] } }>(
        'query ($id: ID!) { plan(id: $id) { whyNotDecide { code about } } }',
        { id: plan },
      );
      for (const { id, provision } of now.filter((one) => one['role'] !== one['catalogueRole'] && one['overrideReason'] === null))
        expect([provision, judged.plan.whyNotDecide]).toEqual([
          provision,
          expect.arrayContaining([{ code: 'ROLE_DIFFERS', about: id }]),
        ]);
      const { data } = await next.who.ask<{ provision: { history: unknown[] } }>(
        '{ provision(key: "wmo2015:2.3.3") { history { knownFrom knownTo } } }',
      );
      expect(data.provision.history).toEqual([
        { knownFrom: '2020-01-01', knownTo: '2025-12-01' },
        { knownFrom: '2025-12-02', knownTo: null },
      ]);
    } finally {
      await next.close();
    }
  });
});
