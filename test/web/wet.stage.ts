import type { Page } from 'playwright-core';
import { newId } from '@doorbraak/kernel';
import type { Stage } from './stage';

type Outcome = {
  id?: string;
  version?: number;
  members?: { personId: string }[];
  reasons?: { code: string; about: string | null }[];
};

/** Does an act of the api as whoever is signed in on this page; a refusal is a mistake of the test. */
export async function does(
  stage: Stage,
  page: Page,
  of: 'Household' | 'Plan',
  name: string,
  input: Record<string, unknown>,
  key: string = newId(),
): Promise<Outcome> {
  const kept =
    of === 'Household' ? '... on Household { id version members { personId } }' : '... on BreakthroughPlan { id version }';
  const type =
    { startPlan: 'StartPlanInput', assignDeputy: 'AssignInput' }[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const answer = await stage.ask<Record<string, Outcome>>(
    page,
    `mutation ($input: ${type}!, $key: ID!) { ${name}(input: $input, key: $key) { ${kept} ... on ${of}Refused { reasons { code about } } } }`,
    { input, key },
  );
  const came = answer[name] ?? {};
  if (came.reasons) throw new Error(`${name}: ${JSON.stringify(came.reasons)}`);
  return came;
}

/** Somebody who can take over, without whom no plan begins. */
export async function nameDeputy(stage: Stage, page: Page, household: string): Promise<void> {
  const {
    me,
    professionals,
    household: found,
  } = await stage.ask<{
    me: { person: string };
    professionals: { id: string }[];
    household: { version: number };
  }>(page, 'query ($id: ID!) { me { person } professionals(suitedTo: HOLD) { id } household(id: $id) { version } }', {
    id: household,
  });
  const deputy = professionals.find(({ id }) => id !== me.person)?.id;
  await does(stage, page, 'Household', 'assignDeputy', { household, person: deputy, seen: found.version });
}

/** A household with a debt, and a plan of two measures between the Pw, the Wgs, the Rv and the Awb; nothing is argued yet. */
export async function planOfTwo(stage: Stage, page: Page): Promise<{ household: string; plan: string }> {
  const [household, plan, problem, pays, helps] = [newId(), newId(), newId(), newId(), newId()];
  const { me, agencies } = await stage.ask<{ me: { today: string }; agencies: { id: string }[] }>(
    page,
    '{ me { today } agencies { id } }',
  );
  await does(stage, page, 'Household', 'createHousehold', { code: `WET-${household.slice(-6)}` }, household);
  const { members } = await does(stage, page, 'Household', 'addMember', {
    household,
    name: 'Sam (verzonnen)',
    role: 'ADULT',
    fromOn: '2025-01-01',
  });
  await nameDeputy(stage, page, household);
  await does(
    stage,
    page,
    'Household',
    'addProblem',
    { household, type: 'DEBT.PROBLEMATIC_DEBT', personIds: [members?.[0]?.personId] },
    problem,
  );
  for (const [at, [id, law]] of [[pays, 'participatiewet'] as const, [helps, 'wgs'] as const].entries())
    await does(
      stage,
      page,
      'Household',
      'addInvolvement',
      { household, agency: agencies[at]?.id, fromOn: '2025-02-01', law, payerNote: 'nog niet bekend', problemIds: [problem] },
      id,
    );
  await does(stage, page, 'Plan', 'startPlan', { household }, plan);
  const measure = { plan, owner: 'contactpersoon', dueOn: me.today, problems: [problem] };
  await does(stage, page, 'Plan', 'addMeasure', {
    ...measure,
    involvement: pays,
    service: 'DEBT_HELP',
    result: 'schuldhulp begint, ook met de terugvordering',
    lawsAdded: ['rv', 'awb'],
  });
  await does(stage, page, 'Plan', 'addMeasure', {
    ...measure,
    involvement: helps,
    service: 'CREDITOR_PAUSE',
    result: 'alle schuldeisers zes maanden stil',
  });
  return { household, plan };
}
