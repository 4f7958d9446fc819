import type { Locator } from 'playwright-core';
import type { CaseGround } from '../../apps/demo/case.file';
import { field, written, type Story } from './story';
import { measureOf, resultOf, step } from './story.plan';

/** `Wmo 2015 2.3.5 lid 6`: how the page says an article, and what somebody types to find it. */
interface Article {
  said: string;
  typed: string;
}

interface Known {
  article: string;
  lid: string | null;
  item: string | null;
  law: { key: string; shortTitle: string };
}
const KNOWN = 'query ($key: ID!) { provision(key: $key) { article lid item law { key shortTitle } } }';

async function articles({ stage, lead, file }: Story): Promise<(key: string) => Article> {
  const all = new Map<string, Article>();
  for (const key of new Set(file.plan.grounds.map(({ provision }) => provision))) {
    const { provision } = await stage.ask<{ provision: Known }>(lead, KNOWN, { key });
    const { article, lid, item, law: of } = provision;
    all.set(key, {
      said: [of.shortTitle, article, lid && `lid ${lid}`, item].filter(Boolean).join(' '),
      typed: [of.key, article, lid, item].filter(Boolean).join(' '),
    });
  }
  return (key) => all.get(key) ?? { said: key, typed: key };
}

const NOT_USED = 'Deze maatregel gebruikt geen bevoegdheid uit deze wet.';

/** Every ground with its argument and the limit that it answers, every conflict with the room that resolves it, and no law left open. */
export async function law(story: Story): Promise<void> {
  const { hand, lead, file } = story;
  await step(story, /^Wet/);
  const grid = lead.getByRole('grid');
  await grid.waitFor();
  const article = await articles(story);
  const panel = lead.getByRole('region', { name: 'Gekozen' });
  const rowOf = (key: string) => grid.locator('tbody').filter({ hasText: resultOf(measureOf(story, key)) });
  const said = (text: string) => lead.getByRole('status').filter({ hasText: text }).waitFor();
  const groundOf = (key: string) => file.plan.grounds.find((one) => one.key === key);

  for (const measure of file.plan.measures) {
    const row = rowOf(measure.key);
    const own = file.plan.grounds.filter((one) => one.measure === measure.key);
    for (const ground of own) {
      await hand.click(row.locator('th').getByRole('button'));
      await addGround(story, panel, ground, own, article);
      await row
        .getByRole('button', { name: new RegExp(`${escaped(article(ground.provision).said)}(?! lid|\\d)`) })
        .first()
        .waitFor();
    }
    // what nobody cites here does not touch this measure
    const needed = row.getByRole('button', { name: /grond nodig$/ });
    while ((await needed.count()) > 0) {
      const cell = (await needed.first().textContent()) ?? '';
      const title = cell.replace(/\s*grond nodig$/, '').trim();
      await hand.click(needed.first());
      await panel.getByRole('heading', { name: title, exact: true }).waitFor();
      await hand.click(panel.locator('summary', { hasText: 'Deze wet raakt de maatregel niet' }));
      const [known] = measure.lawsStruckOut;
      await hand.fill(field(panel, 'Waarom niet, in één regel?'), written(known?.reason.nl ?? NOT_USED));
      hand.think();
      await hand.press('Enter');
      await row.getByRole('button', { name: `${title} weggestreept` }).waitFor();
    }
  }

  for (const { measure, a, b, pattern, resolvedVia, reasoning } of file.plan.contradictions) {
    const row = rowOf(measure);
    const sides = [a, b].map((key) => article(groundOf(key)?.provision ?? '').said);
    const title = await patternTitle(story, pattern ?? '');
    await hand.click(row.getByRole('button', { name: new RegExp(`${escaped(title)}.*bekende botsing`) }).first());
    const form = panel.locator('form').first();
    for (const side of sides) {
      const radio = form.getByRole('radio', { name: new RegExp(`${escaped(side)}( |$)`) });
      if ((await radio.count()) === 1 && !(await radio.isChecked())) await hand.click(radio);
    }
    await hand.click(form.getByRole('button', { name: 'Leg de botsing vast' }));
    await said('De botsing is vastgelegd.');
    const room = resolvedVia.map(groundOf).find((one) => one?.role === 'ROOM' || one?.role === 'PROTECTION');
    const answer = panel.locator('form').filter({ hasText: 'Hier zit vaak ruimte' });
    await hand.click(
      answer.getByRole('radio', { name: new RegExp(`${escaped(article(room?.provision ?? '').said)} .*staat er al`) }),
    );
    await hand.fill(field(answer, 'Waarom geldt dat hier?'), written(reasoning.nl));
    hand.think();
    await hand.press('Tab', 'Enter');
    // what was said of the clash before this one may still stand there
    await said(`${article(room?.provision ?? '').said} is overgenomen.`);
  }
  // without a count: nothing is open; known clashes that nobody looked at may stand below it
  await lead.getByRole('heading', { name: 'Nog open bij de wet', exact: true }).waitFor();
}

async function addGround(
  { hand }: Story,
  panel: Locator,
  { provision, argument, answers = [] }: CaseGround,
  own: readonly CaseGround[],
  article: (key: string) => Article,
): Promise<void> {
  const form = panel.locator('form').filter({ hasText: 'Artikel toevoegen' });
  await hand.suggest(form.getByRole('combobox', { name: 'Wet en artikel' }), article(provision).typed, provision);
  const why = field(form, 'Waarom geldt dat hier?');
  await hand.fill(why, written(argument.nl));
  const limits = form.getByRole('group', { name: 'Welke grens beantwoordt dit?' });
  for (const key of answers) {
    // only a limit that waits for an answer is offered
    const limit = limits.getByLabel(article(own.find((one) => one.key === key)?.provision ?? '').said);
    if ((await limit.count()) > 0) await hand.click(limit);
  }
  if (answers.length > 0) return hand.click(form.getByRole('button', { name: 'Voeg toe' }));
  hand.think();
  return hand.press('Control+Enter');
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function patternTitle({ stage, lead }: Story, pattern: string): Promise<string> {
  const { conflictPatterns } = await stage.ask<{ conflictPatterns: { key: string; title: { nl: string } }[] }>(
    lead,
    '{ conflictPatterns { key title { nl } } }',
  );
  return conflictPatterns.find(({ key }) => key === pattern)?.title.nl ?? '';
}
