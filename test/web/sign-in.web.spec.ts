import type { Page, Route } from 'playwright-core';
import { sideways, violationsEverywhere } from './axe';
import { choose, Stage } from './stage';

// The issuer stands on another site than the product, as a real one does: its cookies and redirects cross from one to the other.
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ DEMO_ISSUER_HOST: '127.0.0.1' });
});
afterAll(() => stage.close());

const looksGood = async (page: Page) => {
  expect(await violationsEverywhere(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
};

describe('signing in with a browser', () => {
  test('somebody who is not signed in gets the door, chooses at the issuer on its own site, and comes out at the page asked for', async () => {
    const page = await stage.device();
    await page.goto('/?volgorde=stap');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Welkom bij Doorbraak');
    await looksGood(page);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await page.getByRole('heading', { name: 'Wie bent u vandaag?' }).waitFor();
    expect(new URL(page.url()).hostname).toBe('127.0.0.1');
    expect((await page.getByRole('heading', { level: 2 }).allTextContents()).map((words) => words.split(' ')[0])).toEqual([
      'Wijkteam',
      'Adviseren',
      'Instanties',
      'Huishouden',
      'Achter',
      'Andere',
    ]);
    await looksGood(page);
    await choose(page, 'lead');
    await page.waitForURL(`${stage.address}/?volgorde=stap`);
    await page.getByRole('link', { name: 'Peter' }).waitFor();
    // the session is known at the next page too, and comes along to no other site
    await page.goto('/');
    await page.getByRole('link', { name: 'Peter' }).waitFor();
    const session = (await page.context().cookies()).find(({ name }) => name.endsWith('doorbraak-session'));
    expect(session).toMatchObject({ domain: 'localhost', sameSite: 'Strict', httpOnly: true });
    await looksGood(page);
  });

  test('a sign-in that ends leaves the page as it is, and comes back to its address', async () => {
    const page = await stage.as('lead', '/?zoek=pet');
    await page.getByRole('link', { name: 'Peter' }).waitFor();
    await page.context().clearCookies({ name: /doorbraak-session$/ });
    await page.getByRole('button', { name: 'Met een knoop 0' }).click();
    const dialog = page.getByRole('dialog', { name: 'Meld u opnieuw aan' });
    await dialog.waitFor();
    await looksGood(page);
    await dialog.getByRole('button', { name: 'Aanmelden' }).click();
    await choose(page, 'lead');
    await page.waitForURL(`${stage.address}/?zoek=pet&filter=kring`);
    await page.getByRole('button', { name: 'Met een knoop 0', pressed: true }).waitFor();
  });
});

describe('while there is no answer', () => {
  /** Holds every question back until it is let go. */
  const holdBack = async (page: Page): Promise<() => void> => {
    let letGo = () => {};
    const until = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/graphql', async (route: Route) => {
      if (route.request().postData()?.includes('query MyDay')) await until;
      await route.continue();
    });
    return letGo;
  };

  test('nothing at first, then bars, then how long it takes and a way to stop and to go on', async () => {
    const page = await stage.as('lead');
    const letGo = await holdBack(page);
    await page.reload();
    await page.getByText('Even laden').waitFor({ state: 'attached' });
    await page.getByText('Bezig, 2 seconden').waitFor();
    await looksGood(page);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Gestopt. Er is niets veranderd.').waitFor();
    await looksGood(page);
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    letGo();
    await page
      .getByText('Niets wacht vandaag op u.')
      .or(page.getByText(/wachte?n? op u/))
      .first()
      .waitFor();
  });

  test('what failed on our side gives a number to quote and another try; without a connection it says so', async () => {
    const page = await stage.as('lead');
    const number = '01990000-0000-7000-8000-000000000001';
    const words = { nl: `Er ging bij ons iets mis. Noem dit nummer: ${number}`, en: `Quote this number: ${number}` };
    // Nothing of the product can be asked to fail: this is what it answers when it does.
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query MyDay')
        ? route.fulfill({ json: { errors: [{ message: 'INTERNAL', extensions: { code: 'INTERNAL', number, ...words } }] } })
        : route.continue(),
    );
    await page.reload();
    const message = page.getByRole('alert');
    await message.getByText('Er ging iets mis bij ons').waitFor();
    await message.getByText(number).waitFor();
    await looksGood(page);
    await page.unroute('**/graphql');
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query MyDay') ? route.abort() : route.continue(),
    );
    await message.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await message.getByText('Er is geen verbinding').waitFor();
    await looksGood(page);
    await page.unroute('**/graphql');
    await message.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await message.waitFor({ state: 'detached' });
  });

  test('what is not there and what is not for you read the same, with a way back', async () => {
    const page = await stage.as('colleague', '/bestaat-niet');
    await page.getByRole('heading', { level: 1, name: 'Dit is er niet' }).waitFor();
    const said = await page.getByRole('alert').textContent();
    expect(await page.title()).toBe('Dit is er niet · Doorbraak');
    const lead = await stage.as('lead');
    await lead.getByRole('link', { name: 'Peter' }).click();
    await lead.waitForURL(/\/huishouden\//);
    await page.goto(new URL(lead.url()).pathname);
    await page.getByRole('heading', { level: 1, name: 'Dit is er niet' }).waitFor();
    expect(await page.getByRole('alert').textContent()).toBe(said);
    await page.getByRole('link', { name: 'Naar het begin' }).click();
    await page.getByText('U hebt nog geen huishoudens.').waitFor();
    // a new page is announced by its heading
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  });
});

test('no page complained', () => {
  expect(stage.complaints).toEqual([]);
});
