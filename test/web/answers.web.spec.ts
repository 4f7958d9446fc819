import type { Page } from 'playwright-core';
import { newId } from '@doorbraak/kernel';
import { violationsEverywhere } from './axe';
import { Stage } from './stage';
import { does, planOfTwo } from './wet.stage';

let stage: Stage;
let page: Page;
let household: string;
let plan: string;
let liaison: Page;

beforeAll(async () => {
  stage = await Stage.open();
  page = await stage.as('lead');
  ({ household, plan } = await planOfTwo(stage, page));
  liaison = await stage.as('l-mentor');
}, 180_000);
afterAll(() => stage.close());

const to = (step: string, who = page) => who.goto(`/huishouden/${household}/plan/${step}`);
const part = (name: string, who = page) =>
  who.locator('section', { has: who.getByRole('heading', { level: 2, name, exact: true }) });
const positions = (who = page) => part('Wat zeggen de instanties?', who);
const line = (agency: string, who = page) => positions(who).getByRole('listitem').filter({ hasText: agency }).first();
const press = (name: string | RegExp, where = page.locator('main')) => where.getByRole('button', { name }).first().click();
const said = (sentence: string, who = page) => who.getByRole('status').getByText(sentence, { exact: true }).waitFor();
const refusedFor = async (where = page.locator('main')) => {
  const items = where.getByRole('alert').locator('li');
  await items.first().waitFor();
  return items.evaluateAll((all) => all.map((item) => (item as HTMLElement).dataset['code']));
};
const reasons = (code: string, who = page) => who.getByRole('complementary').locator(`li[data-code=${code}]`);
const MENTOR = 'begeleider (verzonnen)';
const SHELTERED = 'beschermd wonen in de regio (verzonnen)';

interface Asked {
  id: string;
  version: number;
  measureIds: string[];
}
const positionsNow = async () =>
  (
    await stage.ask<{ plan: { positions: Asked[]; measures: { id: string; result: string }[] } }>(
      page,
      'query ($id: ID!) { plan(id: $id) { positions { id version measureIds } measures { id result } } }',
      { id: plan },
    )
  ).plan;
/** What the liaison of the first agency answers, on a device of its own. */
async function answers(input: Record<string, unknown>) {
  const { positions: all, measures } = await positionsNow();
  const own = measures.find(({ result }) => result.startsWith('schuldhulp'))?.id ?? '';
  const { id, version } = all.find(({ measureIds }) => measureIds.includes(own)) ?? { id: '', version: 0 };
  await does(stage, liaison, 'Plan', 'answerPosition', { plan, position: id, seen: version, ...input });
}
/** Moves the day of the demo: clocks run out without waiting. */
async function itIs(days: number) {
  const { me } = await stage.ask<{ me: { today: string } }>(page, '{ me { today } }');
  const today = new Date(Date.parse(me.today) + days * 86_400_000).toISOString().slice(0, 10);
  await stage.ask(page, 'mutation ($key: ID!, $today: LocalDate) { setDemoClock(key: $key, today: $today) { __typename } }', {
    key: newId(),
    today,
  });
}

test('an answer that a liaison gives elsewhere is there without a reload, and what is missing becomes less', async () => {
  await to('besluit');
  for (const agency of [MENTOR, SHELTERED]) {
    await press(`Vraag om antwoord ${agency}`);
    await press('Vraag om antwoord', page.locator('main form'));
    await said('Gevraagd.');
    await line(agency).getByText('nog 10 werkdagen').waitFor();
  }
  expect(await reasons('POSITION_UNANSWERED').count()).toBe(2);
  await answers({ answer: 'OBJECTS', reason: 'Wij doen dit pas na een indicatie.' });
  await line(MENTOR).getByText('zegt nee').waitFor();
  await line(MENTOR).getByText('Wij doen dit pas na een indicatie.').waitFor();
  await reasons('OBJECTION_UNANSWERED').waitFor();
  expect(await reasons('POSITION_UNANSWERED').count()).toBe(1);
});

test('an objection is answered, a condition accepted once', async () => {
  await press(`Geef antwoord op het bezwaar ${MENTOR}`);
  const form = positions().locator('form');
  await press('Leg vast', form);
  await form.getByText('Vul dit in.').waitFor();
  await form.getByLabel('Uw antwoord').fill('De indicatie volgt binnen een week.');
  await press('Leg vast', form);
  await reasons('OBJECTION_UNANSWERED').waitFor({ state: 'detached' });
  await line(MENTOR).getByText('De indicatie volgt binnen een week.').waitFor();
  await answers({ answer: 'AGREES_IF', condition: 'De indicatie is er voor de eerste dag.' });
  await line(MENTOR).getByText('zegt ja, onder voorwaarde').waitFor();

  // somebody accepts it on another device: whoever was later is told so
  const other = await stage.as('lead', `/huishouden/${household}/plan/besluit`);
  await other.routeWebSocket(/graphql/, () => {});
  await other.reload();
  await positions(other)
    .getByRole('button', { name: `Aanvaard de voorwaarde ${MENTOR}` })
    .waitFor();
  await press(`Aanvaard de voorwaarde ${MENTOR}`);
  await line(MENTOR).getByText('aanvaard op').waitFor();
  await press(`Aanvaard de voorwaarde ${MENTOR}`, positions(other));
  expect(await refusedFor(positions(other))).toEqual(expect.arrayContaining(['NO_OPEN_CONDITION']));
  await other.context().close();
});

test('silence goes up the ladder: what came of a step is said once its clock allows it, and the next step is one higher', async () => {
  await itIs(21);
  await to('besluit');
  await line(SHELTERED).getByText('te laat').waitFor();
  await press(`Vraag het hogerop ${SHELTERED}`);
  const form = positions().locator('form');
  await form.getByLabel('Bij wie?').fill('fixteam Noord');
  await press('Vraag het hogerop', form);
  await said('Hogerop gevraagd.');
  await line(SHELTERED).getByText('Fixteam, fixteam Noord').waitFor();

  await press(`Schrijf op wat eruit kwam ${SHELTERED}`);
  await form.getByLabel('geen antwoord').check();
  await form.getByLabel('Wat is geprobeerd en gezegd?').fill('Twee keer gebeld, niemand wist ervan.');
  await press('Leg vast', form);
  expect(await refusedFor(positions())).toEqual(['CLOCK_STILL_RUNS']);
  expect(await violationsEverywhere(page)).toEqual([]);
  await form.getByLabel('zij zeggen nee').check();
  await press('Leg vast', form);
  await said('Vastgelegd.');
  await line(SHELTERED).getByText('Twee keer gebeld, niemand wist ervan.').waitFor();
  await line(SHELTERED).getByText('zei hogerop nee').waitFor();
  expect(await positions().getByRole('button', { name: 'Schrijf op wat eruit kwam' }).count()).toBe(0);

  await press(`Vraag het hogerop ${SHELTERED}`);
  expect(await form.getByLabel('Hoe hoog?').locator('option').first().innerText()).toBe(
    'Maatwerktafel van de gemeente (15 werkdagen)',
  );
  await press('Niet doen', form);
});

test('agencies that do not agree about the law: who pays now, and how it was settled', async () => {
  const own = part('Wie betaalt, als zij het niet eens zijn?');
  await press('Schrijf op dat instanties het niet eens zijn');
  const form = own.locator('form');
  await form.getByLabel('Waar gaat het over?').fill('wie de schuldhulp betaalt');
  await form.getByLabel('Pw', { exact: true }).check();
  await form.getByLabel(MENTOR).check();
  await form.getByLabel('schuldhulp begint, ook met de terugvordering').check();
  await form.getByLabel('Wie betaalt zolang?').selectOption('WMO');
  await press('Leg vast', form);
  expect(await refusedFor(own)).toEqual(['TWO_LAWS_DIFFER']);
  await form.getByLabel('Wgs', { exact: true }).check();
  await press('Leg vast', form);
  await said('Het staat erbij, met wie nu betaalt.');
  await own.getByText(/betaalt zolang\./).waitFor();
  expect(await violationsEverywhere(page)).toEqual([]);

  await itIs(21);
  await page.reload();
  await own.getByText('niet eens, tijd is om').waitFor();
  await press('Vraag het hogerop', own);
  await form.getByLabel('Bij wie?').fill('fixteam Noord');
  await press('Vraag het hogerop', form);
  await own.getByText('Fixteam, fixteam Noord').waitFor();
  await press(/^Schrijf op hoe het is opgelost/, own);
  await form.getByLabel('Welke wet betaalt?').selectOption({ label: 'Wgs' });
  await form.getByLabel('Waarom?').fill('Het is schuldhulp, geen bijstand.');
  await press('Leg vast', form);
  await said('Opgelost.');
  await own.getByText(/^Wgs: .* betaalt\. Het is schuldhulp, geen bijstand\.$/).waitFor();
});

test('whoever was asked by mistake is asked no more; twice is refused', async () => {
  await to('besluit');
  const views = part('Drie blikken');
  await press('Vraag iemand Juridisch');
  await views.locator('form').getByLabel('Wie?').selectOption({ label: 'jurist sociaal domein (verzonnen)' });
  await press('Vraag iemand', views.locator('form'));
  const withdraw = 'Trek de vraag in jurist sociaal domein (verzonnen)';
  await views.getByRole('button', { name: withdraw }).waitFor();
  const other = await stage.as('lead');
  await other.routeWebSocket(/graphql/, () => {});
  await to('besluit', other);
  await part('Drie blikken', other).getByRole('button', { name: withdraw }).waitFor();
  await press(withdraw, views);
  await said('De vraag is ingetrokken.');
  await views.getByRole('button', { name: withdraw }).waitFor({ state: 'detached' });
  const answered = other.waitForResponse((answer) => answer.request().postData()?.includes('endAsking') ?? false);
  await press(withdraw, part('Drie blikken', other));
  const { data } = (await (await answered).json()) as { data: { endAsking: { reasons: unknown[] } } };
  expect(data.endAsking.reasons).toHaveLength(1);
  await other.context().close();
});

test('a plan that does not go on is stopped with a reason, and says so', async () => {
  const own = part('Stop dit plan');
  await press('Stop dit plan', own);
  await press('Stop dit plan', own.locator('form'));
  await own.getByText('Vul dit in.').waitFor();
  await own.getByLabel('Waarom stopt het?').fill('Het gezin verhuist naar een andere gemeente.');
  await press('Stop dit plan', own.locator('form'));
  await said('Het plan is gestopt.');
  await page.getByText(/^Gestopt op .*: Het gezin verhuist naar een andere gemeente\./).waitFor();
  expect(await violationsEverywhere(page)).toEqual([]);
  await press('Ga verder waar het stopte');
  await said('De nieuwe versie is begonnen.');
  await page.getByText('versie 2').waitFor();
  await line(SHELTERED).getByText('nog niet gevraagd').waitFor();
});

test('nobody complained', () => expect(stage.complaints).toEqual([]));
