import type { Page } from 'playwright-core';
import { newId } from '@doorbraak/kernel';
import { sideways, violationsEverywhere } from './axe';
import { ASKED, askAnew, type Asking } from './next-version';
import { Stage } from './stage';
import { does } from './wet.stage';

let stage: Stage;
let page: Page;
let household: string;

beforeAll(async () => {
  stage = await Stage.open();
  page = await stage.as('lead');
  const { households } = await stage.ask<{ households: { nodes: { id: string; code: string }[] } }>(
    page,
    '{ households(first: 50) { nodes { id code } } }',
  );
  household = households.nodes.find(({ code }) => code === 'DEMO-PETER')?.id ?? '';
  await decidedAgain();
  await page.goto(`/huishouden/${household}/plan/uitvoeren`);
}, 180_000);
afterAll(() => stage.close());

interface Plan {
  id: string;
  version: number;
  asked: Asking[];
  whyNotDecide: { code: string; about: string | null }[];
  measures: { id: string; involvementId: string; version: number }[];
  positions: { id: string; version: number; involvementId: string }[];
}
const planNow = async () =>
  (
    await stage.ask<{ household: { plan: Plan; members: { personId: string }[] } }>(
      page,
      `query ($id: ID!) { household(id: $id) { members { personId } plan { id version ${ASKED} whyNotDecide { code about }
         measures { id involvementId version } positions { id version involvementId } } } }`,
      { id: household },
    )
  ).household;

/** A next version of the plan of Peter with one measure more, judged, answered and decided today by the people of his case. */
async function decidedAgain() {
  const { plan: first } = await planNow();
  const plan = newId();
  const act = (name: string, input: Record<string, unknown>, who = page, key = newId()) =>
    does(stage, who, 'Plan', name, { plan, ...input }, key);
  await does(stage, page, 'Plan', 'startNewVersion', { plan: first.id }, plan);
  const [measure] = (await planNow()).plan.measures;
  const { me } = await stage.ask<{ me: { today: string } }>(page, '{ me { today } }');
  const added = newId();
  const more = { result: 'elke week samen koken', owner: 'begeleider', service: 'GUIDANCE', dueOn: me.today };
  await act('addMeasure', { ...more, involvement: measure?.involvementId }, page, added);
  await act('fundMeasure', { measure: added, seen: 1, noExtraMoney: true, shares: [] });
  const laws = (await planNow()).plan.whyNotDecide.filter(({ code }) => code === 'LAW_TOUCHED_WITHOUT_GROUND');
  for (const { about } of laws) await act('strikeOutLaw', { measure: added, law: about?.split('/')[1], line: 'Dit is koken.' });
  for (const [name, input] of first.asked.map(askAnew)) await does(stage, page, 'Plan', name, { plan, ...input });
  for (const [person, perspective] of [
    ['adv-legal', 'LEGAL'],
    ['adv-economic', 'ECONOMIC'],
    ['adv-societal', 'SOCIETAL'],
  ] as const) {
    const adviser = await stage.as(person);
    await act('assessPerspective', { perspective, verdict: 'SUFFICIENT', argument: 'Dit is goed.' }, adviser);
    await adviser.context().close();
  }
  for (const involvement of new Set((await planNow()).plan.measures.map(({ involvementId }) => involvementId)))
    await act('askPosition', { involvement, clockDays: 5, seen: null });
  for (const person of ['l-wmo', 'l-officer', 'l-wlz'] as const) {
    const liaison = await stage.as(person);
    const { mine } = await stage.ask<{ mine: { nodes: { position: { id: string; version: number; planId: string } }[] } }>(
      liaison,
      '{ mine: myQuestions(first: 20) { nodes { position { id version planId } } } }',
    );
    for (const { position } of mine.nodes.filter((one) => one.position.planId === plan))
      await act('answerPosition', { position: position.id, seen: position.version, answer: 'AGREES' }, liaison);
    await liaison.context().close();
  }
  const { members } = await planNow();
  await act('recordAgreement', {
    ...{ person: members[0]?.personId, state: 'AGREED', how: 'ALOUD_WITH_MENTOR', words: 'Ja, zo wil ik het.', seen: null },
  });
  const decider = await stage.as('mandate');
  const { version } = (await planNow()).plan;
  const text = 'Dit plan gaat door, want het helpt Peter echt vooruit.';
  await act('decidePlan', { seen: version, text, negativeReturnSigned: true }, decider);
  await decider.context().close();
}

const part = (name: string) => page.locator('section', { has: page.getByRole('heading', { level: 2, name, exact: true }) });
const press = (name: string | RegExp, where = page.locator('main')) => where.getByRole('button', { name }).first().click();
const said = (sentence: string) => page.getByRole('status').getByText(sentence, { exact: true }).waitFor();
const refusedFor = async (where = page.locator('main')) => {
  const items = where.getByRole('alert').locator('li');
  await items.first().waitFor();
  return items.evaluateAll((all) => all.map((item) => (item as HTMLElement).dataset['code']));
};

test('a measure begins and ends on the day on which it did; before the decision nothing of it began', async () => {
  const doing = part('Uitvoeren');
  await press('Begonnen elke week samen koken', doing);
  await doing.getByLabel('Op welke dag?').fill('2026-01-01');
  await press('Leg vast', doing.locator('form'));
  expect(await refusedFor(doing)).toEqual(['RANGE_INVERTED']);
  const { me } = await stage.ask<{ me: { today: string } }>(page, '{ me { today } }');
  await doing.getByLabel('Op welke dag?').fill(me.today);
  await press('Leg vast', doing.locator('form'));
  await said('Vastgelegd.');
  await doing.getByText('begonnen', { exact: true }).waitFor();
  await press('Klaar elke week samen koken', doing);
  await press('Leg vast', doing.locator('form'));
  await doing.getByRole('button', { name: 'Klaar elke week samen koken' }).waitFor({ state: 'detached' });
});

test('somebody of the household promises too', async () => {
  const promises = part('Beloften');
  await press('Schrijf een belofte op', promises);
  const form = promises.locator('form');
  await form.getByLabel('Wat is beloofd?').fill('ik doe de boodschappen');
  await form.getByLabel('Wie belooft het?').selectOption({ label: 'Peter' });
  await press('Leg vast', form);
  await said('De belofte staat in het plan.');
  await promises.getByText('ik doe de boodschappen').waitFor();
});

test('looking back: how it stands at the start, in words and numbers; a moment that has not come is refused, a mistake told anew', async () => {
  const own = part('Terugkijken');
  await press('Schrijf op hoe het gaat', own);
  const form = own.locator('form');
  await form.getByLabel('Welk moment?').selectOption({ label: 'Na 6 maanden' });
  await form.getByLabel('Wonen', { exact: true }).selectOption({ index: 3 });
  await form.getByLabel('Contacten met instanties per maand').fill('vaak');
  await press('Leg vast', form);
  await form.getByText('Vul een getal in, bijvoorbeeld 1,5.').waitFor();
  await form.getByLabel('Contacten met instanties per maand').fill('2,5');
  await press('Leg vast', form);
  expect(await refusedFor(own)).toEqual(['REVIEW_TOO_EARLY']);
  expect(await violationsEverywhere(page)).toEqual([]);
  await form.getByLabel('Welk moment?').selectOption({ label: 'Bij de start' });
  await form.getByLabel('Wat is er gezegd?').fill('Het gaat rustiger.');
  await press('Leg vast', form);
  await said('Vastgelegd hoe het gaat.');
  await own.getByRole('row', { name: /^Wonen 3 / }).waitFor();
  await own.getByRole('row', { name: /^Contacten met instanties per maand 2,5$/ }).waitFor();
  await own.getByRole('row', { name: /niet bekend$/ }).waitFor();

  await press('Verbeter Bij de start', own);
  await form.getByLabel('Wat klopte niet?').fill('Het was vier.');
  await form.getByLabel('Wonen', { exact: true }).selectOption({ index: 4 });
  await press('Leg vast', form);
  await own.getByRole('row', { name: /^Wonen 4 / }).waitFor();
});

test('what it really cost: the year before with its prices or not known; the year after not before it is over', async () => {
  const own = part('Wat kostte het echt?');
  await press('Dit is bekend Het jaar na het besluit', own);
  expect(await refusedFor(own)).toEqual(['PERIOD_NOT_OVER']);
  await press('Dit is bekend Het jaar voor het besluit', own);
  await press('Voeg kosten toe Het jaar voor het besluit', own);
  const form = own.locator('form');
  await form.getByLabel('Waarvoor?').fill('politie aan de deur');
  await form.getByRole('combobox', { name: 'Welke prijs?' }).fill('inzet agent');
  await page.keyboard.press('Enter');
  await form.getByLabel('Hoeveel?').fill('10');
  expect(await form.getByRole('combobox', { name: 'Welke prijs?' }).inputValue()).toMatch(/agent/i);
  // what was chosen from the list comes back by its name
  await page.waitForTimeout(400);
  await page.reload();
  await press('Voeg kosten toe Het jaar voor het besluit', own);
  await page.getByText('Wat u eerder typte, staat er weer.').waitFor();
  expect(await form.getByRole('combobox', { name: 'Welke prijs?' }).inputValue()).toMatch(/agent/i);
  await press('Leg vast', form);
  await said('De kosten staan erbij.');
  await own
    .getByRole('listitem')
    .filter({ hasText: 'politie aan de deur' })
    .last()
    .getByText(/700,00/)
    .waitFor();
  expect(await violationsEverywhere(page)).toEqual([]);
});

test('the rule that stood in the way is named with its article', async () => {
  const own = part('Welke regel stond in de weg?');
  await press('Noem een regel', own);
  const form = own.locator('form');
  await press('Leg vast', form);
  expect(await form.getByText('Vul dit in.').count()).toBe(3);
  await form.getByLabel('Welk artikel?').selectOption({ label: 'Wmo 2015 2.3.5 lid 6' });
  await form.getByLabel('Bij welk probleem?').selectOption({ index: 1 });
  await form.getByLabel('Wat stond in de weg, in één regel?').fill('De een wacht op het nee van de ander.');
  await press('Leg vast', form);
  await said('De regel staat erbij.');
  await own.getByText('De een wacht op het nee van de ander.').waitFor();
});

test('what was told of the time after by mistake is withdrawn with a reason, and nothing of it counts', async () => {
  const ask = async (own: ReturnType<typeof part>, about: string) => {
    await press(`Trek in ${about}`, own);
    await press('Trek in', own.locator('form'));
    await own.getByText('Vul dit in.').waitFor();
    await own.getByLabel('Waarom klopt dit niet?').fill('Dit was een ander gezin.');
    await press('Trek in', own.locator('form'));
  };
  const withdraw = async (own: ReturnType<typeof part>, about: string) => {
    await ask(own, about);
    await own.getByRole('button', { name: `Trek in ${about}` }).waitFor({ state: 'detached' });
  };
  const reviews = part('Terugkijken');
  await withdraw(reviews, 'Bij de start');
  await reviews.getByRole('table').waitFor({ state: 'detached' });
  const cost = part('Wat kostte het echt?');
  // what stands in the period goes first
  await ask(cost, 'Het jaar voor het besluit');
  expect(await refusedFor(cost)).toEqual(['ENTRY_IN_USE']);
  await press('Niet doen', cost.locator('form'));
  await withdraw(cost, 'politie aan de deur');
  await withdraw(cost, 'Het jaar voor het besluit');
  await cost.getByRole('button', { name: 'Dit is bekend Het jaar voor het besluit' }).waitFor();
  const rule = part('Welke regel stond in de weg?');
  await withdraw(rule, 'Wmo 2015 2.3.5 lid 6');
  await said('Ingetrokken. Het blijft te lezen.');
  await rule.getByText('De een wacht op het nee van de ander.').waitFor({ state: 'detached' });
});

test('a no on paper asks for a call; without a word of what is possible it is not taken', async () => {
  const own = part('Instantie zegt nee tegen het huishouden');
  await press('Schrijf een nee op', own);
  const form = own.locator('form');
  await form.getByLabel('Welke instantie?').selectOption({ index: 1 });
  await form.getByLabel('Waar zegt zij nee tegen?').fill('een eigen woning');
  await form.getByLabel('Waarom?').fill('de wachtlijst is dicht');
  await form.getByLabel('Wat kan wel?').fill(' ');
  await press('Leg vast', form);
  await refusedFor(own);
  await form.getByLabel('Wat kan wel?').fill('over zes maanden opnieuw vragen');
  await press('Leg vast', form);
  await said('Het nee staat erbij, met wat wel kan.');
  await own.getByText(/^bel het huishouden, uiterlijk/).waitFor();
  await press('Ik heb gebeld een eigen woning', own);
  await press('Leg vast', form);
  await said('Vastgelegd dat u belde.');
  await own.getByText(/^gebeld op/).waitFor();
});

test('the page of a decided plan loses nothing at 320 px, and English has all its words', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await violationsEverywhere(page)).toEqual([]);
});

test('nobody complained', () => expect(stage.complaints).toEqual([]));
