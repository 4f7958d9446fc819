import type { ScenarioName } from '../../apps/demo/case.file';
import { field, written, type Story } from './story';

const REVERSE_TEST = ['EFFECT', 'VALUES', 'CONSEQUENCES', 'LEGAL'] as const;
const VALUES = {
  legitimacy: 'Mag het?',
  engagement: 'Krijgt het huishouden er grip door?',
  publicReturn: 'Levert het iets op?',
} as const;
export const PERSPECTIVES = { LEGAL: 'Juridisch', ECONOMIC: 'Economisch', SOCIETAL: 'Maatschappelijk' } as const;
const SCENARIOS: Record<ScenarioName, { add: string; name: string }> = {
  AS_NOW: { add: 'Beschrijf "zoals nu"', name: 'Doorgaan zoals nu' },
  BREAKTHROUGH: { add: 'Voeg een andere weg toe', name: 'Doorbraak' },
};

type Measure = Story['file']['plan']['measures'][number];
/** What a measure is called in the plan of this play. */
export const resultOf = ({ result }: Measure) => written(result.nl);
export const measureOf = ({ file }: Story, key: string): Measure => {
  const found = file.plan.measures.find((one) => one.key === key);
  if (!found) throw new Error(`no measure ${key}`);
  return found;
};

const main = ({ lead }: Story) => lead.getByRole('main');
export const button = (story: Story, name: string | RegExp) => main(story).getByRole('button', { name });
const part = (story: Story, title: string) =>
  main(story).locator('section', { has: story.lead.getByRole('heading', { level: 2, name: title, exact: true }) });
export const step = (story: Story, name: RegExp) =>
  story.hand.click(story.lead.getByRole('navigation', { name: 'Stappen van het plan' }).getByRole('link', { name }));

/** Names who can take over, begins the plan, and makes every decision that opens a knot a measure, from the map. */
export async function fromTheMap(story: Story): Promise<void> {
  const { hand, lead, file, known } = story;
  await hand.click(lead.getByRole('navigation', { name: 'Over dit huishouden' }).getByRole('link', { name: 'Plan' }));
  await story.form(button(story, 'Wijs een vervanger aan').first(), (form) =>
    hand.choose(field(form, 'Wie?'), story.label(file.household.deputy)),
  );
  await hand.click(button(story, 'Begin een plan'));
  await lead.getByRole('navigation', { name: 'Stappen van het plan' }).waitFor();
  await hand.click(lead.getByRole('main').locator('header').getByRole('link').first());
  const decisions = lead
    .locator('aside')
    .getByRole('listitem')
    .filter({ has: lead.getByRole('heading', { level: 3 }) });
  await decisions.first().waitFor();
  const { unlock } = await story.told<{ unlock: { chosen: { wait: string }[] } }>('unlock { chosen { wait } }');
  for (const measure of file.plan.measures) {
    const lifted = measure.lifts.find((key) => unlock.chosen.some(({ wait }) => wait === known.waits.get(key)));
    if (!lifted) continue;
    const wait = file.waits.find(({ key }) => key === lifted);
    const waiting = nameOf(story, wait?.waiting ?? '');
    const decision = decisions.filter({ has: lead.getByRole('heading', { name: new RegExp(`: ${waiting}$`, 'i') }) });
    await hand.click(decision.getByRole('button', { name: 'Neem op in het plan' }));
    const form = decision.locator('form');
    await hand.choose(field(form, 'Wat voor hulp of besluit is het?'), { value: measure.service });
    await hand.replace(field(form, 'Wat levert het op?'), resultOf(measure));
    await hand.date(field(form, 'Voor welke dag?'), measure.due);
    if (measure.deviationKind) await hand.choose(field(form, 'Wijkt dit af'), { value: measure.deviationKind });
    await hand.click(form.getByRole('button', { name: 'Zet in het plan' }));
    await decision.getByText('Staat in het plan').waitFor();
  }
  await hand.click(lead.getByRole('navigation', { name: 'Over dit huishouden' }).getByRole('link', { name: 'Plan' }));
}

/** How a problem or an agency is called on the map. */
function nameOf({ file }: Story, key: string): string {
  return (
    file.involvements.find((one) => one.key === key)?.label.nl ?? file.problems.find((one) => one.key === key)?.title.nl ?? ''
  );
}

/** What the household wants, with a first step, and what else will be done. */
export async function wanted(story: Story): Promise<void> {
  const { hand, file, lead } = story;
  for (const { nl, firstStep } of file.plan.goals)
    await story.form(button(story, 'Schrijf een doel op'), async (form) => {
      await hand.fill(field(form, 'Wat wil het huishouden?'), written(nl));
      if (firstStep) await hand.fill(field(form, /^Eerste stap/), written(firstStep.nl));
    });
  const { plan } = await story.told<{ plan: { measures: { result: string }[] } }>('plan { measures { result } }');
  for (const measure of file.plan.measures) {
    if (plan.measures.some(({ result }) => result === resultOf(measure))) continue;
    await story.form(button(story, 'Voeg een maatregel toe'), async (form) => {
      await hand.fill(field(form, 'Wat komt er tot stand?'), resultOf(measure));
      await hand.choose(field(form, 'Welke instantie doet het?'), { value: story.known.involvements.get(measure.agency) ?? '' });
      await hand.suggest(
        form.getByRole('combobox', { name: 'Wat voor hulp is het?' }),
        await serviceName(story, measure.service),
        measure.service,
      );
      await hand.date(field(form, 'Voor welke dag?'), measure.due);
      for (const key of measure.addresses) await hand.click(form.locator(`input[value="${story.known.problems.get(key)}"]`));
      for (const key of measure.lifts) await hand.click(form.locator(`input[value="${story.known.waits.get(key)}"]`));
      if (measure.deviationKind) await hand.choose(field(form, 'Wijkt dit af'), { value: measure.deviationKind });
    });
  }
  await lead.getByRole('navigation', { name: 'Stappen van het plan' }).waitFor();
}

async function serviceName({ stage, lead }: Story, service: string): Promise<string> {
  const { serviceTypes } = await stage.ask<{ serviceTypes: { key: string; name: { nl: string } }[] }>(
    lead,
    '{ serviceTypes { key name { nl } } }',
  );
  return serviceTypes.find(({ key }) => key === service)?.name.nl ?? '';
}

/** The reverse test in its order, and three judgements. */
export async function values(story: Story): Promise<void> {
  const { hand, file } = story;
  await step(story, /^Waarden/);
  const test = part(story, 'De omgekeerde toets');
  for (const [at, key] of REVERSE_TEST.entries()) {
    const answer = written(file.plan.reverseTest[key].nl);
    const question = test.getByRole('listitem').nth(at);
    await story.form(question.getByRole('button', { name: /^Vul in/ }), (form) => hand.fill(form.getByRole('textbox'), answer));
    // the next question opens by itself once the answer stands
    await question.getByText(answer).waitFor();
  }
  for (const [key, question] of Object.entries(VALUES) as [keyof typeof VALUES, string][])
    await story.form(button(story, `Geef uw oordeel ${question}`), (form) =>
      hand.fill(field(form, 'Waarom?'), written(file.plan.values[key].argument.nl)),
    );
}

/** As now from help that runs and what else it costs; another way; and who pays each measure. */
export async function consequences(story: Story): Promise<void> {
  const { hand, file, stage, lead } = story;
  await step(story, /^Gevolgen/);
  const { unitCosts } = await stage.ask<{ unitCosts: { key: string; payer: string | null; name: { nl: string } }[] }>(
    lead,
    '{ unitCosts { key payer name { nl } } }',
  );
  for (const kind of ['AS_NOW', 'BREAKTHROUGH'] as const) {
    const { add, name } = SCENARIOS[kind];
    await story.form(button(story, add), (form) => form.getByRole('radio').first().waitFor());
    const way = part(story, name);
    await way.waitFor();
    const { costLines, unpriced } = file.plan.scenarios[kind];
    const running = kind === 'AS_NOW' ? costLines.filter(({ intervention }) => intervention) : [];
    if (running.length > 0) {
      await hand.click(way.getByRole('button', { name: running.length > 1 ? 'Neem alles over' : /^Neem over/ }));
      await way.getByRole('heading', { name: 'Hulp die nu loopt' }).waitFor({ state: 'detached' });
    }
    for (const line of costLines.filter((one) => !running.includes(one)))
      await story.form(way.getByRole('button', { name: /^Voeg kosten toe/ }), async (form) => {
        await hand.fill(field(form, 'Waarvoor?'), line.note.nl);
        const price = unitCosts.find(({ key }) => key === line.unitCost);
        await hand.suggest(form.getByRole('combobox', { name: 'Welke prijs?' }), price?.name.nl ?? '', line.unitCost);
        await hand.replace(field(form, 'Hoeveel?'), `${line.quantity}`.replace('.', ','));
        if (line.oneOff) await hand.click(field(form, 'Eén keer'));
        if (!price?.payer) await hand.choose(field(form, 'Wie betaalt?'), { value: line.payer });
        if (line.probability !== undefined) await hand.fill(field(form, /^Hoe groot is de kans/), `${line.probability * 100}`);
        if (line.measure) await hand.choose(field(form, 'Bij welke maatregel?'), resultOf(measureOf(story, line.measure)));
      });
    for (const { item, note, measure } of unpriced)
      await story.form(way.getByRole('button', { name: /^Voeg iets zonder prijs toe/ }), async (form) => {
        await hand.choose(field(form, 'Wat is het?'), { value: item });
        await hand.fill(field(form, 'Waarvoor?'), note.nl);
        if (measure) await hand.choose(field(form, 'Bij welke maatregel?'), resultOf(measureOf(story, measure)));
      });
  }
  for (const { measure, noExtraMoney, shares = [], advancedBy } of file.plan.funding)
    await story.form(button(story, `Verdeel ${resultOf(measureOf(story, measure))}`), async (form) => {
      if (noExtraMoney) await hand.click(field(form, 'Kost geen extra geld'));
      for (const [at, { payer, percent, cents }] of shares.entries()) {
        if (at > 0) await hand.click(form.getByRole('button', { name: 'Nog een betaler' }));
        await hand.choose(field(form, `Betaler ${at + 1}`), { value: payer });
        const portion = field(form, 'Deel in procent').nth(at);
        if ((await portion.inputValue()) !== `${percent}`) await hand.replace(portion, `${percent}`);
        // an amount is asked only where not everything has a price
        const amount = field(form, /^Bedrag dat al vaststaat/).nth(at);
        if (cents !== null && (await amount.count()) > 0) await hand.fill(amount, (cents / 100).toFixed(2).replace('.', ','));
      }
      if (shares.length > 1 && advancedBy) await hand.choose(field(form, 'Wie schiet voor?'), { value: advancedBy });
    });
}

/** What both ways cost, as the api tells it. */
export async function totals(story: Story) {
  const { plan } = await story.told<{
    plan: { scenarios: { kind: ScenarioName; totals: { totalCents: string; byPayer: { payer: string; cents: string }[] } }[] };
  }>('plan { scenarios { kind totals { totalCents byPayer { payer cents } } } }');
  return plan.scenarios.map(({ kind, totals: { totalCents, byPayer } }) => ({
    ...{ kind, totalCents: Number(totalCents) },
    byPayer: Object.fromEntries(byPayer.map(({ payer, cents }) => [payer, Number(cents)])),
  }));
}

/** The same as the file expects it. */
export const expectedTotals = ({ file: { expectCost } }: Story) =>
  (['AS_NOW', 'BREAKTHROUGH'] as const).map((kind) => {
    const { totalCents, byPayer } = expectCost[kind];
    return { kind, totalCents, byPayer };
  });
