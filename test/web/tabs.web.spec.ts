import type { Page } from 'playwright-core';
import { newId } from '@doorbraak/kernel';
import { sideways, violationsEverywhere } from './axe';
import { nextVersion } from './next-version';
import { Stage } from './stage';
import { does, planOfTwo } from './wet.stage';

let stage: Stage;
let lead: Page;
let peter: string;

beforeAll(async () => {
  stage = await Stage.open();
  lead = await stage.as('lead');
  const found = await stage.ask<{ households: { nodes: { id: string; code: string }[] } }>(
    lead,
    '{ households(first: 9) { nodes { id code } } }',
  );
  peter = found.households.nodes.find(({ code }) => code === 'DEMO-PETER')?.id ?? '';
});
afterAll(() => stage.close());

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const inDutch = (date: string) => date.split('-').reverse().join('-');

/** Everything that was promised in a plan, as the api tells it now. */
const promisesOf = async (household: string) => {
  const found = await stage.ask<{ household: { plan: { commitments: Record<string, string | null>[] } } }>(
    lead,
    'query($id: ID!) { household(id: $id) { plan { commitments { what state keptOn newDueOn lateReason toldOn brokenReason } } } }',
    { id: household },
  );
  return new Map(found.household.plan.commitments.map((one) => [one['what'], one]));
};

test('promises: kept by one press, later with the day the household heard, broken with why; a refusal keeps what was typed', async () => {
  const { me, household } = await stage.ask<{ me: { today: string; person: string }; household: { plan: { id: string } } }>(
    lead,
    'query($id: ID!) { me { today person } household(id: $id) { plan { id } } }',
    { id: peter },
  );
  const plan = household.plan.id;
  const promise = (what: string) =>
    does(stage, lead, 'Plan', 'addCommitment', {
      ...{ plan, what, professional: me.person, dueOn: dayAfter(me.today, 5), certainty: 'CERTAIN' },
    });
  await promise('de wasmachine regelen');
  await promise('mee naar de huisarts');
  await promise('een bus naar het werk zoeken');

  await lead.goto(`/huishouden/${peter}/beloften`);
  const line = (what: string) => lead.getByRole('main').locator('li li').filter({ hasText: what });
  await lead.getByText('3 nog te doen', { exact: false }).waitFor();

  await lead.getByRole('button', { name: 'Nagekomen de wasmachine regelen' }).press('Enter');
  await lead.getByRole('status').filter({ hasText: 'Belofte nagekomen.' }).waitFor();
  await line('de wasmachine regelen')
    .getByText(`gedaan op ${inDutch(me.today)}`)
    .waitFor();
  expect(await line('de wasmachine regelen').getByRole('button').count()).toBe(0);

  await lead.getByRole('button', { name: 'Wordt later mee naar de huisarts' }).press('Enter');
  const why = line('mee naar de huisarts').getByLabel('Waarom?');
  expect(await why.evaluate((one) => one === document.activeElement)).toBe(true);
  await why.pressSequentially('de huisarts is met vakantie');
  // earlier than was promised first: the api says no, and what was typed stays
  const newDay = line('mee naar de huisarts').getByLabel('Nieuwe dag');
  await newDay.fill(dayAfter(me.today, 1));
  expect(await line('mee naar de huisarts').getByLabel('Aan het huishouden verteld op').inputValue()).toBe(me.today);
  await newDay.press('Enter');
  await line('mee naar de huisarts').getByRole('alert').waitFor();
  expect(await violationsEverywhere(lead)).toEqual([]);
  expect(await why.inputValue()).toBe('de huisarts is met vakantie');
  await newDay.fill(dayAfter(me.today, 12));
  await newDay.press('Enter');
  await line('mee naar de huisarts')
    .getByText(`voor ${inDutch(dayAfter(me.today, 12))}`)
    .waitFor();
  await line('mee naar de huisarts').getByText('huishouden weet het', { exact: false }).waitFor();

  await lead.getByRole('button', { name: 'Lukt niet een bus naar het werk zoeken' }).press('Enter');
  await line('een bus naar het werk zoeken').getByLabel('Waarom?').fill('er rijdt geen bus');
  await line('een bus naar het werk zoeken').getByLabel('Waarom?').press('Enter');
  await line('een bus naar het werk zoeken').getByText('niet nagekomen', { exact: true }).waitFor();

  const told = await promisesOf(peter);
  expect(told.get('de wasmachine regelen')).toMatchObject({ state: 'KEPT', keptOn: me.today });
  expect(told.get('mee naar de huisarts')).toMatchObject({
    ...{ state: 'LATE', newDueOn: dayAfter(me.today, 12), toldOn: me.today, lateReason: 'de huisarts is met vakantie' },
  });
  expect(told.get('een bus naar het werk zoeken')).toMatchObject({ state: 'BROKEN', brokenReason: 'er rijdt geen bus' });
  // what needs somebody stands first
  const mine = lead.getByRole('main').locator('li').filter({ hasText: 'de wasmachine' }).first().getByRole('listitem');
  expect((await mine.allTextContents()).map((text) => /later|niet nagekomen|nagekomen/.exec(text)?.[0])).toEqual(
    expect.arrayContaining(['later', 'niet nagekomen', 'nagekomen']),
  );
  expect((await mine.allTextContents())[0]).toContain('mee naar de huisarts');
});

test('money: who invests and who gains to the cent, what it really cost, each price with its source, and what has no price', async () => {
  await lead.goto(`/huishouden/${peter}/geld`);
  const main = lead.getByRole('main');
  await main.getByRole('heading', { name: 'Niemand legt in. Twee betalers houden samen € 6.755 over.' }).waitFor();
  const picture = main.getByRole('figure');
  const rows = await picture.getByRole('row').allTextContents();
  const amounts = (text: string) =>
    [...text.replaceAll('\u00a0', ' ').matchAll(/€ ([\d.]+),(\d\d)/g)].map(([, whole, cents]) =>
      Number(`${whole?.replaceAll('.', '')}${cents}`),
    );
  const payers = rows.slice(1, -1).map(amounts);
  const together = amounts(rows.at(-1) ?? '');
  expect(payers).toHaveLength(2);
  // as now, breakthrough, turned out, difference: the payers come to the whole, column by column
  expect([0, 1, 2, 3].map((at) => payers.reduce((sum, row) => sum + (row[at] ?? 0), 0))).toEqual(together);
  expect(together).toEqual([1_483_220, 807_760, 718_600, 675_460]);

  const sure = main.getByRole('region', { name: 'Hoe zeker is dit?' });
  await sure.getByText('Terug in de opvang, half jaar telt voor 40%.', { exact: false }).waitFor();
  await sure.getByText('zorg als de Wlz overneemt', { exact: false }).waitFor();
  const years = main.getByRole('region', { name: 'Wat het echt kostte, per betaler en jaar' });
  expect(amounts((await years.getByRole('row', { name: /^Samen/ }).textContent()) ?? '')).toEqual([1_169_220, 718_600]);
  const lines = main.getByRole('region', { name: 'Bedragen: Doorgaan zoals nu' });
  expect(await lines.getByRole('row', { name: /inzet wijkagent/ }).textContent()).toMatch(/60 uur.*prijs van 2013.*omstreden/);
  expect(await main.getByText(/person-year|OTHER_CREDITOR|hour\b/).count()).toBe(0);
});

test('time line: every month has its place against sixteen, drawn, told and as a table; one kind can be shown', async () => {
  await lead.goto(`/huishouden/${peter}/tijdlijn`);
  const main = lead.getByRole('main');
  const chart = main.getByRole('img', { name: '2 contacten in oktober 2026' });
  await chart.waitFor();
  // 14 months from September 2025 up to October 2026, of which four are known
  expect(await chart.locator('g[aria-label], rect').count()).toBe(4);
  expect(await chart.textContent()).toContain('zestien per maand');
  await main.getByText('De meeste waren er 6, in september 2025. Van een maand zonder balk is niets bekend.').waitFor();
  await main.getByText('Lees als tabel').click();
  expect(await main.getByRole('row', { name: 'april 2026' }).textContent()).toMatch(/3 zoals verteld/);

  await main.getByText('Plan 1 besloten').waitFor();
  await main.getByText('Peter zei ja tegen plan 1').waitFor();
  await main.getByText('Nagekomen: elke vrijdagavond langskomen').waitFor();
  await main.getByRole('button', { name: 'Besluiten' }).press('Enter');
  expect(await main.getByRole('button', { name: 'Besluiten' }).getAttribute('aria-pressed')).toBe('true');
  expect(await main.getByText('Nagekomen: elke vrijdagavond langskomen').count()).toBe(0);
  expect(await main.getByText('Plan 1 besloten').count()).toBe(1);
  await lead.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(lead)).toBe(0);
  await lead.setViewportSize({ width: 1280, height: 800 });
});

test('people: a protected address is a lock and nothing else, who may see whom are sentences, what is over is folded, who looked counts', async () => {
  const { household } = await planOfTwo(stage, lead);
  await does(stage, lead, 'Household', 'addMember', {
    ...{
      household,
      name: 'Noor (verzonnen)',
      role: 'CHILD',
      fromOn: '2025-01-01',
      birthDate: '2012-05-00',
      protectedAddress: true,
    },
  });
  const found = await stage.ask<{
    me: { today: string };
    household: { members: { personId: string; name: string }[]; involvements: { id: string; law: string }[] };
  }>(lead, 'query($id: ID!) { me { today } household(id: $id) { members { personId name } involvements { id law } } }', {
    id: household,
  });
  const sam = found.household.members.find(({ name }) => name.startsWith('Sam'))?.personId;
  const debtHelp = found.household.involvements.find(({ law }) => law === 'wgs')?.id;
  await lead.goto(`/huishouden/${household}/mensen`);
  const main = lead.getByRole('main');
  await main.getByText('Er wordt nu niets gedeeld.', { exact: false }).waitFor();
  const noor = main.getByRole('listitem').filter({ hasText: 'Noor (verzonnen)' });
  expect(await noor.textContent()).toContain('geboren 05-2012');
  await noor.getByText('adres beschermd').waitFor();
  expect(debtHelp && sam).toBeTruthy();
  const { legalBases } = await stage.ask<{
    legalBases: {
      key: string;
      purposes: string[];
      domains: string[];
      recipients: string[] | null;
      needsConsent: boolean;
      validFrom: string | null;
    }[];
  }>(lead, '{ legalBases { key purposes domains recipients needsConsent validFrom } }');
  const basis = legalBases.find(
    ({ needsConsent, recipients, validFrom }) => needsConsent && recipients === null && validFrom !== null,
  );
  await does(
    stage,
    lead,
    'Household',
    'share',
    {
      ...{ household, involvement: debtHelp, basis: basis?.key, purpose: basis?.purposes[0], personIds: [sam] },
      ...{
        domains: ['DEBT'],
        noteIds: [],
        need: 'om de schulden te regelen',
        fromOn: found.me.today,
        toOn: dayAfter(found.me.today, 90),
      },
      consent: { by: sam, on: found.me.today, how: 'ALOUD' },
    },
    newId(),
  );
  await lead.reload();
  await main.getByText(/mag van Sam \(verzonnen\) zien: Schulden\./).waitFor();
  await main.getByText(`Tot en met ${inDutch(dayAfter(found.me.today, 90))}.`, { exact: false }).waitFor();
  await main.getByText(`Sam (verzonnen) zei ja op ${inDutch(found.me.today)}`, { exact: false }).waitFor();
  await main.getByText(/deelde gegevens met een instantie/).waitFor();
  await main
    .getByText(/keek \(\d+ keer\)/)
    .first()
    .waitFor();
  expect(await violationsEverywhere(lead)).toEqual([]);

  await lead.goto(`/huishouden/${peter}/mensen`);
  await main.getByText('1 keer delen is voorbij').click();
  await main.getByText('Wijkagent mocht 1 bericht over Peter lezen.', { exact: false }).waitFor();
  expect(stage.complaints).toEqual([]);
});

test('papers: how the plan reads, and after a next version what was decided and what it really cost stay at hand', async () => {
  await nextVersion(stage, lead);
  await lead.goto(`/huishouden/${peter}/papieren`);
  const main = lead.getByRole('main');
  await main.getByRole('heading', { name: 'Papieren bij plan 2' }).waitFor();
  await main.getByText(/van 100\. Vanaf 70/).waitFor();
  expect(await violationsEverywhere(lead)).toEqual([]);
  await main.getByText(/^Papieren bij plan 1, besloten op/).click();
  const before = await main
    .locator('details')
    .getByRole('link', { name: /^Nederlands Voor instanties/ })
    .getAttribute('href');
  const decision = await lead.evaluate((to) => fetch(to ?? '').then(({ ok }) => ok), before);
  expect(decision).toBe(true);
  await lead.goto(`/huishouden/${peter}/geld`);
  expect(await main.getByText('Dit is nog niet bekend. Het staat hier na de terugblik.').count()).toBe(0);
  await main.getByRole('region', { name: 'Wat het echt kostte, per betaler en jaar' }).waitFor();
});
