import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { newId } from '@doorbraak/kernel';
import { sideways, violationsEverywhere } from './axe';
import { Hand } from './hand';
import { Stage } from './stage';
import { nameDeputy } from './wet.stage';

const line = (page: Page) => page.getByRole('combobox', { name: 'Typ wat u hoort' });
const list = (page: Page, title: string) =>
  page.locator('section', { has: page.getByRole('heading', { level: 2, name: title }) });
const allKept = (page: Page) => page.getByRole('button', { name: 'Alles bewaard' }).waitFor();
const idIn = (page: Page) => /huishouden\/([^/]+)/.exec(page.url())?.[1] ?? '';

describe('the kitchen table', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.as('lead', '/nieuw');
  });
  afterAll(() => stage.close());
  const home = <Part>(fields: string, id = idIn(page)) =>
    stage
      .ask<{ household: Part }>(page, `query ($id: ID!) { household(id: $id) { ${fields} } }`, { id })
      .then(({ household }) => household);
  /** Types a line and takes it with Enter, as somebody does without a mouse. */
  const take = async (text: string) => {
    await line(page).fill('');
    await line(page).pressSequentially(text);
    await page.keyboard.press('Enter');
  };

  test('a household begins with a name: two members, five problems and four agencies by keyboard alone, within twelve fields', async () => {
    const hand = new Hand(page);
    hand.begin();
    await page.getByRole('textbox', { name: 'Wie woont hier? Naam 1' }).waitFor();
    expect(await violationsEverywhere(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Verder aan de keukentafel' }).press('Enter');
    expect(await page.getByText('Schrijf ten minste één naam op.').isVisible()).toBe(true);
    await page.getByRole('textbox', { name: 'Wie woont hier? Naam 1' }).focus();
    await hand.type('Mevrouw Linde (verzonnen)');
    await hand.press('Tab', 'Tab', 'Enter');
    await hand.type('Kim (verzonnen)');
    await hand.press('Tab', 'Space');
    await hand.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Aan de keukentafel' }).waitFor();
    await line(page).waitFor();
    for (const text of [
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
      await hand.type(text);
      await hand.press('Enter');
    }
    const problems = list(page, 'Problemen').getByRole('listitem');
    expect(await problems.count()).toBe(5);
    await allKept(page);
    expect(hand.effort.fields).toBeLessThanOrEqual(12);
    expect(hand.effort.seconds).toBeLessThanOrEqual(300);
    const made = await home<{
      members: { name: string; role: string }[];
      problems: { type: string }[];
      involvements: { problemIds: string[] }[];
      shares: unknown[];
    }>('members { name role } problems { type } involvements { problemIds } shares { id }');
    expect(made.members).toEqual([
      { name: 'Mevrouw Linde (verzonnen)', role: 'ADULT' },
      { name: 'Kim (verzonnen)', role: 'CHILD' },
    ]);
    expect(made.problems.map(({ type }) => type)).toEqual([
      'DEBT.RENT_ARREARS',
      'INCOME.NO_INCOME',
      'HOUSING.HOMELESS',
      'DAY_STRUCTURE.TRANSPORT_LACKING',
      'DEBT.TAX_DEBT',
    ]);
    expect([made.involvements.length, made.shares]).toEqual([4, []]);
  });

  test('what was sent stays at the table while a slow answer does not know it yet', async () => {
    const other = await page.context().newPage();
    let asked = 0;
    await other.route('**/graphql', async (route) => {
      const isAgain = route.request().postData()?.includes('query KitchenTable') && (asked += 1) > 1;
      if (isAgain) await new Promise((resolve) => setTimeout(resolve, 4000));
      await route.continue().catch(() => undefined);
    });
    await other.goto('/nieuw');
    await other.getByRole('textbox', { name: 'Wie woont hier? Naam 1' }).fill('Iemand (verzonnen)');
    await other.keyboard.press('Enter');
    await line(other).waitFor();
    await allKept(other);
    await line(other).pressSequentially('huur ach');
    await other.keyboard.press('Enter');
    await list(other, 'Problemen').getByText('Huurachterstand').waitFor();
    await other.close();
  });

  test('Ctrl Z takes back the very first own words too, after they were sent and before the page was asked anew', async () => {
    await page.route('**/graphql', async (route) => {
      const isAgain = route.request().postData()?.includes('query KitchenTable');
      if (isAgain) await new Promise((resolve) => setTimeout(resolve, 4000));
      await route.continue().catch(() => undefined);
    });
    await take('" dit zei de buurman');
    await allKept(page);
    expect(await home('ownWords')).toEqual({ ownWords: 'dit zei de buurman' });
    await page.keyboard.press('Control+z');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[role=combobox]')?.value === '" dit zei de buurman',
    );
    await allKept(page);
    expect(await home('ownWords')).toEqual({ ownWords: null });
    await list(page, 'Gehoord en gekregen').getByText('dit zei de buurman').waitFor({ state: 'detached' });
    await page.unroute('**/graphql');
    await line(page).fill('');
  });

  test('waits, letters, contacts and own words go by the same line; each sign is a button too', async () => {
    await take('> geen ink');
    await take('# zorgkantoor 1240 9-11 betaal of beslag');
    await take('~ wmo gebeld 20 min');
    await take('" Ik durf de deur niet open te doen');
    await page.getByRole('button', { name: 'contact', exact: false }).first().click();
    expect(await line(page).inputValue()).toBe('~ ');
    await line(page).fill('');
    await line(page).pressSequentially('# wijkagent gesprek');
    await page.keyboard.press('Escape');
    expect(await violationsEverywhere(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    // Tab goes on within the entry; Enter there takes it too
    await line(page).focus();
    const kind = page.getByRole('combobox', { name: 'Wat vraagt de brief' });
    expect(await kind.inputValue()).toBe('COME');
    await page.getByLabel('Uiterlijk op').fill('2026-11-20');
    await page.getByLabel('Uiterlijk op').press('Enter');
    await list(page, 'Gehoord en gekregen').getByText('gesprek').waitFor();
    await allKept(page);
    const made = await home<Record<string, unknown>>(
      'ownWords waits { what } letters { kind amountCents demand dueOn } contacts(first: 5) { nodes { channel minutes on } }',
    );
    expect(made).toEqual({
      ownWords: 'Ik durf de deur niet open te doen',
      waits: [{ what: 'eerst Geen inkomen' }],
      letters: expect.arrayContaining([
        { kind: 'PAY', amountCents: '124000', demand: 'betaal of beslag', dueOn: '2026-11-09' },
        { kind: 'COME', amountCents: null, demand: 'gesprek', dueOn: '2026-11-20' },
      ]),
      contacts: { nodes: [{ channel: 'PHONE', minutes: 20, on: '2026-11-02' }] },
    });
  });

  test('what a line still needs is said, and a citizen service number is not taken', async () => {
    await line(page).fill('huur: bsn 111222333');
    await page.keyboard.press('Enter');
    await page.getByText('Dit lijkt een burgerservicenummer.').waitFor();
    expect(await violationsEverywhere(page)).toEqual([]);
    await line(page).fill('');
  });

  test('members, the neighbourhood, an agency that nobody knew and a first promise are taken at the table too', async () => {
    // a plan begins when somebody can take over
    await take('! wij bellen de voedselbank');
    await page.getByText('Kies bij het plan eerst wie u vervangt.').waitFor();
    expect(await page.getByRole('button', { name: 'Begin een plan en neem de belofte op' }).count()).toBe(0);
    await allKept(page);
    await nameDeputy(stage, page, idIn(page));
    await page.reload();
    await take('+ Noor kind');
    await page.getByText('Wie woont hier: Mevrouw Linde (verzonnen), Kim (verzonnen), Noor').waitFor();
    await page.getByText('Buurt: nog niet bekend').click();
    await page.getByRole('textbox', { name: 'Code van de buurt' }).fill('Noord');
    await page.keyboard.press('Enter');
    await page.getByText('Een code begint met BU.').waitFor();
    expect(await violationsEverywhere(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Code van de buurt' }).fill('bu03630001');
    await page.keyboard.press('Enter');
    await page.getByText('Buurt: BU03630001').waitFor();
    // a name that is in no list, with its kind; then the same agency for one more problem
    await line(page).focus();
    await take('@ Stichting De Ruif');
    await page.getByText('Deze instantie staat nog niet in de lijst.').waitFor();
    await page.getByRole('combobox', { name: 'Bij welk probleem' }).selectOption({ label: 'Geen inkomen' });
    await page
      .getByRole('combobox', { name: 'Nieuw in de lijst: wat voor instantie is dit' })
      .selectOption({ label: 'Voedselbank' });
    expect(await violationsEverywhere(page)).toEqual([]);
    await page.getByRole('button', { name: 'Neem op' }).click();
    await list(page, 'Instanties').getByText('Stichting De Ruif').waitFor();
    await take('dakl');
    await take('@ Stichting De Ruif');
    await list(page, 'Problemen')
      .getByRole('listitem')
      .filter({ hasText: 'Dakloos' })
      .getByText('@Stichting De Ruif')
      .first()
      .waitFor();
    await take('fietssleutel kwijt');
    await list(page, 'Gehoord en gekregen').getByText('fietssleutel kwijt').waitFor();
    // a promise needs a plan: it is said, and begun when that is wanted
    await take('! wij bellen de voedselbank');
    await page.getByText('Een belofte hoort bij een plan.').waitFor();
    expect(await page.getByRole('link', { name: 'Naar het plan' }).getAttribute('href')).toMatch(/\/plan$/);
    expect(await violationsEverywhere(page)).toEqual([]);
    await page.getByRole('button', { name: 'Begin een plan en neem de belofte op' }).click();
    await list(page, 'Gehoord en gekregen').getByText('wij bellen de voedselbank').waitFor();
    await allKept(page);
    type Made = {
      members: { name: string; role: string }[];
      neighbourhoodCode: string;
      involvements: { agencyName: string; agencyType: string; problemIds: string[] }[];
      plan: { commitments: { what: string }[] };
    };
    const made = await home<Made>(
      'members { name role } neighbourhoodCode involvements { agencyName agencyType problemIds } plan { commitments { what } }',
    );
    expect(made.members.at(-1)).toEqual({ name: 'Noor', role: 'CHILD' });
    expect(made.neighbourhoodCode).toBe('BU03630001');
    expect(made.involvements.at(-1)).toMatchObject({ agencyName: 'Stichting De Ruif', agencyType: 'VOEDSELBANK' });
    expect(made.involvements.at(-1)!.problemIds).toHaveLength(2);
    expect(made.plan.commitments).toEqual([{ what: 'wij bellen de voedselbank' }]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    // taken back: first the promise, then the words, then the link alone; what was typed comes back into the line
    const undo = async () => {
      await page.keyboard.press('Control+z');
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[role=combobox]')?.value !== '');
      await line(page).fill('');
    };
    await line(page).focus();
    await line(page).fill('');
    for (let time = 0; time < 3; time += 1) await undo();
    await allKept(page);
    const after = await home<Made>('involvements { agencyName agencyType problemIds } plan { commitments { what } }');
    expect(after.plan.commitments).toEqual([]);
    expect(after.involvements.at(-1)!.problemIds).toHaveLength(1);
    await undo();
    await allKept(page);
  });

  test('a photo goes along with its letter, through the camera or from a file', async () => {
    const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#ddd' } })
      .jpeg()
      .toBuffer();
    const chooser = page.getByLabel('Foto bij de brief van zorgkantoor, Wlz (verzonnen)');
    await chooser.setInputFiles({ name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByText('Kies een foto of een PDF.').waitFor();
    await chooser.setInputFiles({ name: 'brief.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('button', { name: 'Alles bewaard' }).waitFor();
    let files: { attachments: unknown[] }[] = [];
    for (let time = 0; time < 40 && !files.some(({ attachments }) => attachments.length); time += 1) {
      files = (await home<{ letters: { attachments: unknown[] }[] }>('letters { attachments { id kind } }')).letters;
      await page.waitForTimeout(100);
    }
    expect(files.flatMap(({ attachments }) => attachments)).toHaveLength(1);
    // what was sent stands with its letter and opens in a window of its own
    const [shown] = await Promise.all([
      page.waitForEvent('popup'),
      page
        .getByRole('link', { name: 'Foto 1, open bij de brief van zorgkantoor, Wlz (verzonnen), in een nieuw venster' })
        .click(),
    ]);
    await shown.waitForLoadState();
    expect(await shown.evaluate(() => document.querySelector('img')?.naturalWidth)).toBe(2400);
    await shown.close();
  });

  test('a photo that is chosen without a connection survives a reload and arrives once, whole', async () => {
    const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#ccd' } })
      .jpeg()
      .toBuffer();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await take('# zorgkantoor 80 20-12-2026 nog een brief');
    await page
      .getByLabel(/^Foto bij de brief van/)
      .first()
      .setInputFiles({ name: 'brief.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByText('2 dingen gaan mee zodra het kan.').waitFor();
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByText('2 dingen die nog verstuurd worden').waitFor();
    await page.context().setOffline(false);
    await allKept(page);
    type Letters = { letters: { demand: string | null; attachments: { id: string }[] }[] };
    const { letters } = await home<Letters>('letters { demand attachments { id } }');
    expect(letters.find(({ demand }) => demand === 'nog een brief')?.attachments).toHaveLength(1);
    const [shown] = await Promise.all([
      page.waitForEvent('popup'),
      page
        .getByRole('listitem')
        .filter({ hasText: 'nog een brief' })
        .getByRole('link', { name: /^Foto 1, open/ })
        .click(),
    ]);
    await shown.waitForLoadState();
    expect(await shown.evaluate(() => document.querySelector('img')?.naturalWidth)).toBe(600);
    await shown.close();
  });

  test('Ctrl Z takes the last one back, also when it was sent, and the line can be mended', async () => {
    await take('dakl');
    await allKept(page);
    const counted = () => home<{ problems: { withdrawnOn: string | null }[] }>('problems { withdrawnOn }');
    expect((await counted()).problems).toHaveLength(6);
    await page.keyboard.press('Control+z');
    await page.getByText('Teruggehaald: Dakloos').waitFor();
    // it is said and put back in one act of the page, but not in one moment of it
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[role=combobox]')?.value === 'dakl');
    await allKept(page);
    expect((await counted()).problems).toHaveLength(5);
    await line(page).fill('');
  });

  test('a code that is taken is refused with its reason; what rests on it waits, and goes when it is mended', async () => {
    const other = await page.context().newPage();
    await other.goto('/nieuw');
    const [{ code }] = [await home<{ code: string }>('code')];
    await other.getByRole('textbox', { name: 'Wie woont hier? Naam 1' }).fill('Iemand (verzonnen)');
    await other.locator('summary', { hasText: 'Code veranderen' }).click();
    await other.getByRole('textbox', { name: 'Code van het huishouden' }).fill(code);
    await other.getByRole('button', { name: 'Verder aan de keukentafel' }).click();
    await other.getByRole('button', { name: '1 ding lukte niet' }).click();
    const dialog = other.getByRole('dialog', { name: 'Wat nog niet is verstuurd' });
    expect(await dialog.getByRole('listitem').first().textContent()).toContain('lukte niet');
    expect(await dialog.textContent()).toContain('wacht op iets dat niet lukte');
    expect(await violationsEverywhere(other)).toEqual([]);
    await dialog.getByRole('button', { name: `Gooi weg: ${code}` }).click();
    await dialog.getByText('Alles is verstuurd. Er wacht niets.').waitFor();
    await other.close();
  });

  test('what somebody else wrote meanwhile stands beside what was typed here, and nothing of either is lost', async () => {
    const tablet = await stage.as('lead', '/');
    await page.context().setOffline(true);
    await take('" De post moet niet meer eng zijn');
    await page.getByText('Buurt: BU03630001').click();
    await page.getByRole('textbox', { name: 'Code van de buurt' }).fill('BU03630002');
    await page.keyboard.press('Enter');
    const { version } = await stage
      .ask<{ household: { version: number } }>(tablet, 'query ($id: ID!) { household(id: $id) { version } }', { id: idIn(page) })
      .then(({ household }) => household);
    const words = 'Ik wil een vast adres';
    await stage.ask(
      tablet,
      `mutation ($key: ID!, $input: RecordOwnWordsInput!) { recordOwnWords(key: $key, input: $input) { __typename } }`,
      { key: newId(), input: { household: idIn(page), words, seen: version } },
    );
    // of the neighbourhood nothing was changed: that goes by itself
    await page.context().setOffline(false);
    const clash = page.getByRole('region', { name: 'Iemand anders wijzigde dit ook' });
    await clash.getByText(words).waitFor();
    await clash.getByText(/^Gewijzigd door regisseur van het wijkteam \(verzonnen\), \d/).waitFor();
    expect(await clash.getByText('BU03630002').count()).toBe(0);
    expect(await clash.textContent()).toContain('Ik durf de deur niet open te doen\nDe post moet niet meer eng zijn');
    expect(await violationsEverywhere(page)).toEqual([]);
    await clash.getByRole('radio', { name: 'Van beide iets' }).check();
    const both = clash.getByRole('textbox', { name: 'Eigen woorden, samen' });
    expect(await both.inputValue()).toBe(`${words}\nIk durf de deur niet open te doen\nDe post moet niet meer eng zijn`);
    await both.fill(`${words}. De post moet niet meer eng zijn.`);
    await clash.getByRole('button', { name: 'Verstuur dit' }).click();
    await allKept(page);
    expect(await home('ownWords neighbourhoodCode')).toEqual({
      ownWords: `${words}. De post moet niet meer eng zijn.`,
      neighbourhoodCode: 'BU03630002',
    });
  });

  test('a contact costs at most 60 seconds and a promise 30, by the keystroke-level model', async () => {
    const { households } = await stage.ask<{ households: { nodes: { id: string; code: string }[] } }>(
      page,
      '{ households(first: 20) { nodes { id code } } }',
    );
    const peter = households.nodes.find(({ code }) => code === 'DEMO-PETER')!.id;
    await page.goto(`/huishouden/${peter}/keukentafel`);
    await line(page).waitFor();
    const before = await home<{ plan: { commitments: unknown[] } }>('plan { commitments { what dueOn involvementId } }', peter);
    const hand = new Hand(page);
    hand.begin();
    await hand.type('~ zorgkantoor gebeld 15 min');
    await hand.press('Enter');
    const contact = hand.effort;
    hand.begin();
    await hand.type('! het zorgkantoor belt u terug en legt dan uit wat er met uw aanvraag gebeurt @zorgkantoor 9-11');
    await hand.press('Enter');
    const promise = hand.effort;
    await allKept(page);
    expect(contact.seconds).toBeLessThanOrEqual(60);
    expect(promise.seconds).toBeLessThanOrEqual(30);
    const after = await home<typeof before>('plan { commitments { what dueOn involvementId } }', peter);
    expect(after.plan.commitments).toEqual([
      ...before.plan.commitments,
      {
        what: 'het zorgkantoor belt u terug en legt dan uit wat er met uw aanvraag gebeurt',
        dueOn: '2026-11-09',
        involvementId: expect.any(String),
      },
    ]);
    expect(stage.complaints).toEqual([]);
  });
});
