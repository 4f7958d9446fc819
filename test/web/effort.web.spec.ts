import type { Page } from 'playwright-core';
import { Hand, effortTable, type Effort } from './hand';
import { Stage } from './stage';
import { does } from './wet.stage';

/** Free text in a task is at least eighty characters: what somebody really writes. A contact has no text. */
const PROMISED = 'belt vrijdag terug over de regeling, en vertelt dan ook wie er op bezoek komt bij het gezin';
const ANSWER = 'Wij beginnen deze week. De begeleider belt eerst, en komt dan samen met u bij hem langs.';

/** Seconds of the model, and obligatory fields where a number was promised. */
const BUDGETS = {
  'new household': 300,
  'a contact': 60,
  'a promise': 30,
  "a liaison's answer": 60,
  'weekly upkeep': 360,
} as const;
type Task = keyof typeof BUDGETS;

let stage: Stage;
let lead: Page;
let peter: string;
const measured = new Map<Task, Effort>();

const line = (page: Page) => page.getByRole('combobox', { name: 'Typ wat u hoort' });
const sent = (page: Page) => page.getByRole('button', { name: 'Alles bewaard' }).waitFor();
const measure = async (task: Task, hand: Hand, work: () => Promise<void>): Promise<Effort> => {
  hand.begin();
  await work();
  measured.set(task, hand.effort);
  expect(hand.effort.seconds).toBeLessThanOrEqual(BUDGETS[task]);
  return hand.effort;
};

beforeAll(async () => {
  stage = await Stage.open();
  lead = await stage.as('lead');
  const { households } = await stage.ask<{ households: { nodes: { id: string }[] } }>(
    lead,
    '{ households(first: 1) { nodes { id } } }',
  );
  peter = households.nodes[0]?.id ?? '';
});
afterAll(async () => {
  await stage.close();
  const rows = [...measured].map(([task, effort]) => ({ task, effort, budget: BUDGETS[task] }));
  process.stdout.write(`\n${effortTable(rows)}\n`);
});

test('a new household with two members, five problems and four agencies', async () => {
  await lead.goto('/nieuw');
  await lead.getByRole('textbox', { name: 'Wie woont hier? Naam 1' }).waitFor();
  const hand = new Hand(lead);
  const effort = await measure('new household', hand, async () => {
    await hand.type('Mevrouw Linde (verzonnen)');
    await hand.press('Tab', 'Tab', 'Enter');
    await hand.type('Kim (verzonnen)');
    await hand.press('Tab', 'Space', 'Enter');
    await line(lead).waitFor();
    for (const heard of [
      'huur ach',
      '@ wmo',
      'geen ink',
      '@ zorgk',
      'dakloos',
      '@ wijkag',
      'geen vervoer',
      '@ begel',
      'belastings',
    ]) {
      await hand.type(heard);
      await hand.press('Enter');
    }
    await sent(lead);
  });
  expect(effort.fields).toBeLessThanOrEqual(12);
});

test('a contact, and a promise, at the kitchen table', async () => {
  await lead.goto(`/huishouden/${peter}/keukentafel`);
  await line(lead).waitFor();
  const hand = new Hand(lead);
  await measure('a contact', hand, async () => {
    await hand.type('~ wmo gebeld 20 min');
    await hand.press('Enter');
    await sent(lead);
  });
  await measure('a promise', hand, async () => {
    await hand.type(`! ${PROMISED} 30-11-2026 @wmo`);
    // the first takes the agency that is suggested, the second the line
    await hand.press('Enter', 'Enter');
    await lead.getByText(PROMISED).first().waitFor();
    await sent(lead);
  });
  const { household } = await stage.ask<{
    household: { plan: { commitments: { what: string; state: string }[] }; contacts: { nodes: object[] } };
  }>(
    lead,
    'query ($id: ID!) { household(id: $id) { plan { commitments { what state } } contacts(first: 1) { nodes { channel minutes } } } }',
    { id: peter },
  );
  expect(household.contacts.nodes).toEqual([{ channel: 'PHONE', minutes: 20 }]);
  expect(household.plan.commitments).toContainEqual({ what: PROMISED, state: 'OPEN' });
});

test('a week of one household: read the map, three contacts, a letter, a promise kept', async () => {
  await lead.goto('/');
  const hand = new Hand(lead);
  await measure('weekly upkeep', hand, async () => {
    await lead.goto(`/huishouden/${peter}`);
    await lead.getByRole('heading', { level: 1 }).waitFor();
    hand.think();
    await hand.click(lead.getByRole('link', { name: 'Keukentafel' }));
    await line(lead).waitFor();
    for (const heard of [
      '~ wmo gebeld 20 min',
      '~ begeleider thuis 60 min',
      '~ wijkagent gebeld 10 min',
      '# zorgkantoor 240 30-11 eigen bijdrage',
    ]) {
      await hand.type(heard);
      await hand.press('Enter');
    }
    await sent(lead);
    await hand.click(
      lead.getByRole('link', { name: 'Klaar, toon de kaart' }).or(lead.getByRole('button', { name: 'Klaar, toon de kaart' })),
    );
    await hand.click(lead.getByRole('link', { name: 'Beloften' }));
    await hand.click(lead.getByRole('button', { name: /^Nagekomen/ }).first());
    await lead.getByText('Belofte nagekomen.').waitFor();
  });
});

test("a liaison's answer", async () => {
  const found = await stage.ask<{ household: { plan: { id: string } } }>(
    lead,
    'query ($id: ID!) { household(id: $id) { plan { id } } }',
    {
      id: peter,
    },
  );
  const next = await does(stage, lead, 'Plan', 'startNewVersion', { plan: found.household.plan.id });
  const { plan } = await stage.ask<{ plan: { measures: { involvementId: string }[] } }>(
    lead,
    'query ($id: ID!) { plan(id: $id) { measures { involvementId } } }',
    { id: next.id },
  );
  for (const involvement of new Set(plan.measures.map(({ involvementId }) => involvementId)))
    await does(stage, lead, 'Plan', 'askPosition', { plan: next.id, involvement, clockDays: 5 });

  const liaison = await stage.as('l-wmo', '/vragen');
  await liaison.getByText('1 vraag wacht op u').waitFor();
  const hand = new Hand(liaison);
  await measure("a liaison's answer", hand, async () => {
    hand.think();
    await hand.press('2');
    await hand.fill(liaison.getByRole('textbox', { name: 'Wat is de voorwaarde?' }), ANSWER);
    await hand.press('Control+Enter');
    await liaison.getByText('Alles is beantwoord').waitFor();
  });
});
