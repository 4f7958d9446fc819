import type { BrowserContext, Page } from 'playwright-core';
import { sideways, violationsEverywhere } from './axe';
import { choose, Stage } from './stage';

const CANARY = 'kanariegeel';
const line = (page: Page) => page.getByRole('combobox', { name: 'Typ wat u hoort' });
const allKept = (page: Page) => page.getByRole('button', { name: 'Alles bewaard' }).waitFor();

/** Everything that lies in the browser's databases and stores, as somebody reads it who has the tablet and no key. */
const everythingStored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const latin = (bytes: ArrayBuffer | Uint8Array) => new TextDecoder('latin1').decode(bytes);
    const text = (value: unknown): string =>
      value instanceof ArrayBuffer || value instanceof Uint8Array
        ? latin(value)
        : typeof value === 'object' && value !== null
          ? Object.entries(value)
              .map(([name, part]) => `${name} ${text(part)}`)
              .join('\n')
          : String(value);
    const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name = '' } of await indexedDB.databases()) {
      const base = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(new Error(name));
      });
      for (const store of base.objectStoreNames) {
        const rows = base.transaction(store).objectStore(store);
        for (const ask of [rows.getAll(), rows.getAllKeys()])
          found.push(
            await new Promise<string>((resolve) => {
              ask.onsuccess = () => resolve(`rows: ${ask.result.length} ${text(ask.result)}`);
            }),
          );
      }
      base.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) found.push(`cached ${new URL(url).pathname}`);
    }
    return found.join('\n');
  });

/** Ends the sign-in as its time does: the cookie is gone, the tablet stays as it is. */
async function endSession(context: BrowserContext): Promise<void> {
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => /doorbraak-session$/.test(name));
  if (!session) throw new Error(`no session among ${cookies.map(({ name }) => name).join()}`);
  await context.clearCookies({ name: session.name });
}

describe('what rests in the browser', () => {
  let stage: Stage;
  let peter: string;
  const table = () => `/huishouden/${peter}/keukentafel`;
  beforeAll(async () => {
    stage = await Stage.open();
    const page = await stage.as('lead');
    const { households } = await stage.ask<{ households: { nodes: { id: string; code: string }[] } }>(
      page,
      '{ households(first: 20) { nodes { id code } } }',
    );
    peter = households.nodes.find(({ code }) => code === 'DEMO-PETER')!.id;
  });
  afterAll(() => stage.close());
  const problems = (page: Page) =>
    stage
      .ask<{
        household: { problems: { words: string | null }[] };
      }>(page, 'query ($id: ID!) { household(id: $id) { problems { words } } }', { id: peter })
      .then(({ household }) => household.problems);
  const saying = async (page: Page, words: string) => (await problems(page)).filter((one) => one.words?.includes(words)).length;

  test('a killed tab: what was typed is there again, and rests unreadable in between', async () => {
    const page = await stage.as('lead', table());
    await line(page).pressSequentially(`huur: ${CANARY}`);
    await page.waitForTimeout(400);
    const stored = await everythingStored(page);
    expect(stored).toMatch(/rows: [1-9]/);
    for (const secret of [CANARY, 'huur', peter, 'lead']) expect(stored).not.toContain(secret);
    const killed = await page.context().newCDPSession(page);
    void killed.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');
    const again = await page.context().newPage();
    await again.goto(table());
    await line(again).waitFor();
    await again.waitForFunction(
      (word) => document.querySelector<HTMLInputElement>('[role=combobox]')?.value.includes(word),
      CANARY,
    );
    expect(await line(again).inputValue()).toBe(`huur: ${CANARY}`);
  });

  test('a citizen service number never rests on the device; the rest of the form does', async () => {
    const page = await stage.as('lead', '/nieuw');
    await page.getByRole('textbox', { name: 'Wie woont hier? Naam 1' }).fill('Sam (verzonnen)');
    await page.getByRole('button', { name: 'Nog iemand' }).click();
    await page.getByRole('textbox', { name: 'Wie woont hier? Naam 2' }).fill('Kees 111222333');
    await page.getByText('Dit lijkt een burgerservicenummer. Dat bewaren wij niet op dit apparaat.').waitFor();
    expect(await violationsEverywhere(page)).toEqual([]);
    await page.waitForTimeout(400);
    await page.reload();
    const first = page.getByRole('textbox', { name: 'Wie woont hier? Naam 1' });
    await first.waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[role=combobox]')?.value !== '');
    expect(await first.inputValue()).toBe('Sam (verzonnen)');
    expect(await page.getByRole('textbox', { name: 'Wie woont hier? Naam 2' }).inputValue()).toBe('');
  });

  test('without a connection everything goes on; a reload says what is kept; with the connection it is sent exactly once', async () => {
    const page = await stage.as('lead', table());
    await line(page).waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const context = page.context();
    await context.setOffline(true);
    for (const words of ['een', 'twee', 'drie']) {
      await line(page).pressSequentially(`huur: offline ${words}`);
      await page.keyboard.press('Enter');
    }
    await page.getByText('3 dingen gaan mee zodra het kan.').waitFor();
    await page.getByRole('button', { name: '3 dingen wachten' }).click();
    expect(await page.getByRole('dialog').getByRole('listitem').count()).toBe(3);
    expect(await violationsEverywhere(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Er is geen verbinding' }).waitFor();
    expect(await page.getByText('3 dingen die nog verstuurd worden').isVisible()).toBe(true);
    expect(await violationsEverywhere(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sideways(page)).toBe(0);
    await context.setOffline(false);
    await allKept(page);
    // a second tab that still believes they wait sends nothing twice either
    await page.reload();
    await allKept(page);
    expect(await saying(page, 'offline')).toBe(3);
    const cached = (await everythingStored(page)).match(/^cached .*$/gm) ?? [];
    expect(cached.length).toBeGreaterThan(3);
    expect(cached.filter((address) => !/^cached \/($|assets\/|mark\.svg)/.test(address))).toEqual([]);
  });

  test('an answer that is lost on its way is asked again under the same key: one row', async () => {
    const page = await stage.as('lead', table());
    await line(page).waitFor();
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      if (lost > 0 || !route.request().postData()?.includes('addProblem')) return route.continue();
      lost += 1;
      await route.fetch(); // it arrives and is done, but nobody hears of it
      await route.abort('connectionreset');
    });
    await line(page).pressSequentially('huur: antwoord verloren');
    await page.keyboard.press('Enter');
    await page.getByText('huur', { exact: false }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('header')?.textContent?.includes('Alles bewaard'), null, {
      timeout: 15_000,
    });
    expect([lost, await saying(page, 'antwoord verloren')]).toEqual([1, 1]);
  });

  test('a slow tablet loses nothing: what is sent before it was laid down is sent all the same, once', async () => {
    const page = await stage.device();
    await page.addInitScript(() => {
      const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
      crypto.subtle.encrypt = async (...given) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return encrypt(...given);
      };
    });
    await stage.signIn(page, 'lead', table());
    await line(page).waitFor();
    for (const words of ['x', 'y', 'z']) {
      await line(page).pressSequentially(`huur: langzaam ${words}`);
      await page.keyboard.press('Enter');
    }
    await allKept(page);
    expect(await saying(page, 'langzaam')).toBe(3);
    await page.waitForTimeout(5000);
    await page.reload();
    await allKept(page);
    expect(await saying(page, 'langzaam')).toBe(3);
  });

  test('a sign-in that ends in the middle keeps what was typed and what was taken; after signing in again it goes on', async () => {
    const page = await stage.as('lead', table());
    await line(page).waitFor();
    await endSession(page.context());
    await line(page).pressSequentially('huur: na de tijd');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Meld u opnieuw aan' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Sluiten' }).click();
    await line(page).fill('dakl half get');
    await page.waitForTimeout(400);
    await page.evaluate((to) => location.assign(`/sign-in?to=${encodeURIComponent(to)}`), table());
    await choose(page, 'lead');
    await line(page).waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[role=combobox]')?.value === 'dakl half get');
    await allKept(page);
    expect(await saying(page, 'na de tijd')).toBe(1);
  });

  test('somebody else on the same tablet finds nothing, and what was there is thrown away', async () => {
    const page = await stage.as('lead', table());
    await line(page).fill('huur: van een ander');
    await page.waitForTimeout(400);
    await endSession(page.context());
    await stage.signIn(page, 'deputy', table());
    await line(page).waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    expect(await line(page).inputValue()).toBe('');
    expect(await everythingStored(page)).toMatch(/rows: 0/);
  });

  test('signing out takes everything off the device, also without a connection; the api hears it later', async () => {
    const page = await stage.as('lead', table());
    await line(page).fill('huur: weg hiermee');
    await page.waitForTimeout(400);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.getByText('Uw account').click();
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await page.getByRole('heading', { level: 1, name: 'U bent afgemeld op dit apparaat' }).waitFor();
    expect(await violationsEverywhere(page)).toEqual([]);
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Welkom bij Doorbraak' }).waitFor();
    expect(await page.evaluate(() => fetch('/sign-in/session').then(({ status }) => status))).toBe(401);
  });

  test('typing never waits for the network', async () => {
    const page = await stage.as('lead', table());
    await line(page).waitFor();
    await page.route('**/graphql', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await route.continue().catch(() => undefined);
    });
    const begun = Date.now();
    for (const words of ['a', 'b', 'c']) {
      await line(page).pressSequentially(`huur: traag ${words}`);
      await page.keyboard.press('Enter');
      await page.locator('li', { hasText: 'Huurachterstand' }).first().waitFor();
      expect(await line(page).inputValue()).toBe('');
    }
    expect(Date.now() - begun).toBeLessThan(3000);
    expect(stage.complaints).toEqual([]);
  });
});
