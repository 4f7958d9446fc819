import type { Page } from 'playwright-core';
import { Stage } from './stage';
import { does } from './wet.stage';

/** What a page is told of its own socket: kinds of what came, or the code with which it was closed. */
const opened = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const heard: string[] = [];
        const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
        const say = (message: object) => socket.send(JSON.stringify(message));
        socket.onopen = () => say({ type: 'connection_init' });
        socket.onmessage = ({ data }: MessageEvent<string>) => {
          const { type, payload } = JSON.parse(data) as { type: string; payload?: { data: { myDayChanged: { kind: string } } } };
          heard.push(payload ? payload.data.myDayChanged.kind : type);
          if (type === 'connection_ack')
            say({ type: 'subscribe', id: '1', payload: { query: 'subscription { myDayChanged { kind } }' } });
          if (type === 'next') socket.close();
        };
        socket.onclose = ({ code, reason }) => resolve([...heard, ...(code === 1005 ? [] : [`${code} ${reason}`])]);
      }),
  );

describe('the socket of a real browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  test('is known by the session of the page, and by nothing when nobody is signed in', async () => {
    const page = await stage.device();
    await page.goto('/');
    expect(await opened(page)).toEqual(['4401 NOT_SIGNED_IN']);
    await stage.signIn(page, 'lead');
    expect(await opened(page)).toEqual(['connection_ack', 'BEGUN']);
  });

  test('the page learns who is signed in and gets a key; signing out by a form of ours takes both away', async () => {
    const page = await stage.device();
    await page.goto('/');
    await stage.signIn(page, 'lead');
    const session = () =>
      page.evaluate(async () => {
        const answer = await fetch('/sign-in/session');
        return [answer.status, Object.keys((await answer.json()) as object)];
      });
    expect(await session()).toEqual([200, ['person', 'until', 'draftKey']]);
    await page.evaluate(() => {
      localStorage.setItem('left', 'behind');
      const form = Object.assign(document.createElement('form'), { method: 'post', action: '/sign-out' });
      document.body.append(form);
      form.submit();
    });
    await page.waitForURL('**/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await session()).toEqual([401, ['errors']]);
    expect(await page.evaluate(() => localStorage.getItem('left'))).toBeNull();
  });

  test('what a colleague does shows on the page of the household at once; what is being typed stays, and so does the focus', async () => {
    const lead = await stage.as('lead');
    const deputy = await stage.as('deputy');
    const { me, households } = await stage.ask<{
      me: { today: string; person: string };
      households: { nodes: { id: string }[] };
    }>(lead, '{ me { today person } households(first: 1) { nodes { id } } }');
    const id = households.nodes[0]?.id ?? '';
    const { household } = await stage.ask<{ household: { plan: { id: string }; members: { personId: string }[] } }>(
      lead,
      'query ($id: ID!) { household(id: $id) { plan { id } members { personId } } }',
      { id },
    );
    const promise = { plan: household.plan.id, professional: me.person, dueOn: me.today, certainty: 'CERTAIN' };
    await does(stage, lead, 'Plan', 'addCommitment', { ...promise, what: 'de wasmachine regelen' });

    await lead.goto(`/huishouden/${id}/beloften`);
    await lead.getByRole('button', { name: 'Wordt later de wasmachine regelen' }).click();
    const why = lead.getByLabel('Waarom?');
    await why.fill('de winkel is');
    await does(stage, deputy, 'Plan', 'addCommitment', { ...promise, what: 'mee naar de huisarts' });
    await lead.getByRole('strong').filter({ hasText: 'mee naar de huisarts' }).waitFor();
    await lead.keyboard.type(' dicht');
    expect(await why.inputValue()).toBe('de winkel is dicht');

    await lead.goto(`/huishouden/${id}`);
    await lead.locator('[data-walk=node]').first().focus();
    const focused = () => lead.evaluate(() => document.activeElement?.textContent);
    const before = await focused();
    const personIds = household.members.map(({ personId }) => personId);
    await does(stage, deputy, 'Household', 'addProblem', {
      household: id,
      personIds,
      type: 'DEBT.PROBLEMATIC_DEBT',
      words: 'Drie brieven',
    });
    await lead.getByRole('link', { name: 'Drie brieven' }).waitFor();
    expect(await focused()).toBe(before);
    // the header counts too, and news is told beside its tab
    await lead.getByRole('link', { name: /^Wijzigingen \d+ nieuw/ }).waitFor();
  });
});
