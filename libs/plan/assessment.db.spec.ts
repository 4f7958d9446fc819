import { newId } from '@doorbraak/kernel';
import { PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
beforeAll(async () => {
  here = await PlanTown.open();
});
afterAll(() => here.close());

type Given = { kind: string; byPerson: string; verdict: string; argument: string; advice: string | null };
type Warning = { code: string; about: string };
type Plan = {
  perspectives: Given[];
  perspectiveVerdict: { verdict: string; missing: string[]; agree: boolean } | null;
  warnings: Warning[] | null;
};
const plan = async (who: Someone): Promise<Plan | null> =>
  (
    await who.ask<{ plan: Plan | null }>(
      `query ($id: ID!) { plan(id: $id) { perspectives { kind byPerson verdict argument advice }
         perspectiveVerdict { verdict missing agree } warnings { code about } } }`,
      { id: here.plan },
    )
  ).data.plan;
const verdict = async (who = here.people.lead) => (await plan(who))!.perspectiveVerdict;
const assess = (who: Someone, perspective: string, verdict: string, argument: string, more = {}) =>
  here.why(who, 'assessPerspective', { perspective, verdict, argument, ...more });

test('three perspectives stand beside each other, each with its own reasoning and person, and come to one verdict', async () => {
  const { lead, peter, legal, economic, societal } = here.people;
  expect(await verdict()).toEqual({ verdict: 'NOT_YET', missing: ['LEGAL', 'ECONOMIC', 'SOCIETAL'], agree: false });
  expect(await assess(legal, 'LEGAL', 'SUFFICIENT', 'de wet laat dit toe', { advice: 'doen' })).toEqual([]);
  expect(await verdict()).toEqual({ verdict: 'NOT_YET', missing: ['ECONOMIC', 'SOCIETAL'], agree: false });
  expect(await assess(economic, 'ECONOMIC', 'INSUFFICIENT', 'de regio betaalt niet mee')).toEqual([]);
  expect(await verdict()).toEqual({ verdict: 'NOT_YET', missing: ['SOCIETAL'], agree: false });
  expect(await assess(societal, 'SOCIETAL', 'SUFFICIENT', 'de straat heeft er rust van')).toEqual([]);
  expect(await verdict()).toEqual({ verdict: 'INSUFFICIENT', missing: [], agree: false });
  expect(await assess(economic, 'ECONOMIC', 'SUFFICIENT', 'de regio betaalt alsnog', { seen: 1 })).toEqual([]);
  for (const who of [lead, peter, legal]) {
    const { perspectives, perspectiveVerdict } = (await plan(who))!;
    expect(perspectiveVerdict).toEqual({ verdict: 'SUFFICIENT', missing: [], agree: true });
    expect(new Set(perspectives)).toEqual(
      new Set([
        { kind: 'LEGAL', byPerson: legal.person, verdict: 'SUFFICIENT', argument: 'de wet laat dit toe', advice: 'doen' },
        {
          ...{ kind: 'ECONOMIC', byPerson: economic.person, verdict: 'SUFFICIENT' },
          ...{ argument: 'de regio betaalt alsnog', advice: null },
        },
        {
          ...{ kind: 'SOCIETAL', byPerson: societal.person, verdict: 'SUFFICIENT' },
          ...{ argument: 'de straat heeft er rust van', advice: null },
        },
      ]),
    );
  }
});

test('nothing in the api joins the arguments: the verdict has no words', async () => {
  const { data } = await here.people.lead.ask<{ __type: { fields: { name: string; type: { ofType: { kind: string } } }[] } }>(
    '{ __type(name: "PerspectiveVerdict") { fields { name type { ofType { kind } } } } }',
  );
  expect(data.__type.fields.map(({ name, type }) => [name, type.ofType.kind])).toEqual([
    ['agree', 'SCALAR'],
    ['missing', 'LIST'],
    ['verdict', 'ENUM'],
  ]);
});

test('who has no part in the plan sees neither, and an agency neither, also not half of them', async () => {
  const { outsider, elsewhere, mentor, wmo } = here.people;
  for (const who of [outsider, elsewhere, mentor]) expect(await plan(who)).toBeNull();
  expect(await plan(wmo)).toEqual({ perspectives: [], perspectiveVerdict: null, warnings: null });
});

test('a measure that comes later makes a yes and a judgement older than the plan, until they are asked again', async () => {
  const { lead, peter, legal, holder } = here.people;
  const older = async () =>
    (await plan(holder))!
      .warnings!.filter(({ code }) => code.endsWith('_OLDER_THAN_PLAN'))
      .map(({ code, about }) => `${code} ${about}`);
  const yes = { person: here.member, state: 'AGREED', how: 'ON_SCREEN' };
  expect(await here.why(peter, 'recordAgreement', yes)).toEqual([]);
  expect(await older()).toEqual([]);
  const measure = newId();
  const what = { owner: 'contactpersoon', dueOn: '2025-11-03', service: 'JURISDICTION_SETTLED', result: 'meer steun' };
  await here.do(lead, 'addMeasure', { ...what, involvement: here.involvements.wmo, problems: [here.problem] }, measure);
  const assessed = ['LEGAL', 'ECONOMIC', 'SOCIETAL'].map((kind) => `ASSESSMENT_OLDER_THAN_PLAN ${kind}`);
  expect((await older()).sort()).toEqual([`AGREEMENT_OLDER_THAN_PLAN ${here.member}`, ...assessed].sort());
  expect(await here.why(peter, 'recordAgreement', { ...yes, seen: 1 })).toEqual([]);
  expect(await assess(legal, 'LEGAL', 'SUFFICIENT', 'ook met deze erbij', { seen: 1 })).toEqual([]);
  expect((await older()).sort()).toEqual(assessed.slice(1).sort());
  expect(await here.why(lead, 'withdrawFromPlan', { entry: measure, reason: 'toch niet nodig' })).toEqual([]);
  expect(await older()).toEqual([]);
});
