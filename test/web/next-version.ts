import type { Page } from 'playwright-core';
import { newKey } from '../../apps/web/data/key';
import type { Stage } from './stage';

export interface Plan {
  id: string;
  version: number;
  measures: { involvementId: string }[];
  positions: { id: string; version: number; involvementId: string }[];
}

/** An act on a plan by whoever is signed in on this page, for what a test is not about. */
export async function act(stage: Stage, page: Page, name: string, input: object): Promise<Plan> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const answer = await stage.ask<Record<string, Plan & { reasons?: unknown }>>(
    page,
    `mutation ($key: ID!, $input: ${type}!) { ${name}(key: $key, input: $input) {
      ... on BreakthroughPlan { id version measures { involvementId } positions { id version involvementId } }
      ... on PlanRefused { reasons { code about } } } }`,
    { key: newKey(), input },
  );
  const came = answer[name];
  if (!came || came.reasons) throw new Error(`${name}: ${JSON.stringify(came?.reasons)}`);
  return came;
}

export interface Asking {
  personId: string;
  asWhat: 'ADVISER' | 'DECIDER';
  perspective: string | null;
}
export const ASKED = 'asked { personId asWhat perspective }';

/** Whoever was asked of the version before, as an act on the next one: nobody is by itself. */
export const askAnew = ({ personId: person, asWhat, perspective }: Asking): [act: string, input: object] =>
  asWhat === 'ADVISER' ? ['askAdviser', { person, perspective }] : ['askDecider', { person }];

/** Peter's plan is decided and done: a next version of it, in which everybody is asked anew. */
export async function nextVersion(stage: Stage, lead: Page): Promise<{ household: string; plan: Plan }> {
  const { households } = await stage.ask<{ households: { nodes: { id: string }[] } }>(
    lead,
    '{ households(first: 1) { nodes { id } } }',
  );
  const household = households.nodes[0]?.id ?? '';
  const found = await stage.ask<{ household: { plan: { id: string; asked: Asking[] } } }>(
    lead,
    `query ($id: ID!) { household(id: $id) { plan { id ${ASKED} } } }`,
    { id: household },
  );
  let plan = await act(stage, lead, 'startNewVersion', { plan: found.household.plan.id });
  for (const [name, input] of found.household.plan.asked.map(askAnew))
    plan = await act(stage, lead, name, { plan: plan.id, ...input });
  for (const involvement of new Set(plan.measures.map(({ involvementId }) => involvementId)))
    plan = await act(stage, lead, 'askPosition', { plan: plan.id, involvement, clockDays: 5 });
  return { household, plan };
}
