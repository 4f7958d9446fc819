import type { Page } from 'playwright-core';
import type { LocalDate } from '@doorbraak/kernel';
import type { CasePosition } from '../../apps/demo/case.file';
import { field, written, type Story } from './story';
import { PERSPECTIVES, button, step } from './story.plan';

const agencyOf = ({ file }: Story, key: string) => `${file.involvements.find((one) => one.key === key)?.label.nl} (verzonnen)`;
/** The days after the questions on which something happens, in their order. */
const daysOf = ({ file: { plan } }: Story): LocalDate[] =>
  [
    ...new Set([
      ...plan.positions.flatMap(({ answeredOn, answer, escalations = [] }) => [
        answeredOn,
        answer?.on,
        ...escalations.map(({ on }) => on),
      ]),
      plan.agreement.on,
      plan.decision.on,
    ]),
  ]
    .filter((day): day is LocalDate => Boolean(day))
    .sort();
/** Whom the first step of the ladder is put to. */
const BODY = 'wijkteam en instantie samen';

/** The lead asks advisers, whoever may decide, and every agency that has a measure. */
export async function asks(story: Story): Promise<void> {
  const { hand, file } = story;
  await step(story, /^Besluit/);
  for (const { kind, by } of file.plan.perspectives)
    await story.form(button(story, `Vraag iemand ${PERSPECTIVES[kind]}`), (form) =>
      hand.choose(field(form, 'Wie?'), story.label(by)),
    );
  await story.form(button(story, 'Vraag iemand om te besluiten'), (form) =>
    hand.choose(field(form, 'Wie?'), story.label(file.plan.decision.by)),
  );
  for (const { agency, clockWorkingDays } of file.plan.positions)
    await story.form(button(story, `Vraag om antwoord ${agencyOf(story, agency)}`), (form) =>
      hand.replace(field(form, 'Binnen hoeveel werkdagen?'), `${clockWorkingDays}`),
    );
}

/** Each adviser reads the plan on an own device and gives the judgement of the file. */
export async function advise(story: Story): Promise<void> {
  const verdicts = { SUFFICIENT: 'Ja, voldoende', INSUFFICIENT: 'Nee, onvoldoende', NOT_YET: 'Ik weet het nog niet' };
  for (const { by, verdict, argument, advice } of story.file.plan.perspectives) {
    const page = await story.device(by, '/advies');
    await page.getByRole('radio', { name: verdicts[verdict] }).check();
    await page.getByRole('textbox', { name: 'Waarom?' }).fill(argument.nl);
    if (advice) await page.getByRole('textbox', { name: /^Uw advies/ }).fill(advice.nl);
    await page.keyboard.press('Control+Enter');
    await page.getByText('U gaf dit oordeel al.').waitFor();
  }
}

/** Day by day: agencies answer or stay silent, the lead does what follows, and the household says yes in its own words. */
export async function dayByDay(story: Story): Promise<void> {
  const { plan } = story.file;
  for (const day of daysOf(story)) {
    await story.on(day);
    for (const position of plan.positions.filter(({ answeredOn }) => answeredOn === day)) await answer(story, position);
    if (plan.agreement.on === day) await agree(story);
    for (const position of plan.positions) await followUp(story, position, day);
  }
}

async function answer(story: Story, { by, position, condition, reason }: CasePosition): Promise<void> {
  const page = await story.device(by ?? '', '/vragen');
  await page.getByRole('heading', { name: 'Doet u dit voor dit huishouden?' }).waitFor();
  await page.keyboard.press({ AGREES: '1', AGREES_IF: '2', OBJECTS: '3' }[position ?? 'AGREES']);
  if (condition) await page.getByRole('textbox', { name: 'Wat is de voorwaarde?' }).fill(condition.nl);
  if (reason) await page.getByRole('textbox', { name: 'Waarom kan het niet?' }).fill(reason.nl);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Alles is beantwoord').waitFor();
}

/** On their own page, by whoever of the household can sign in. */
async function agree(story: Story): Promise<void> {
  const { by, words } = story.file.plan.agreement;
  const account = story.file.people.find(({ member }) => member === by)?.key ?? '';
  const page = await story.device(account, '/mijn-plan');
  await page.getByText('Zeg het in uw eigen woorden').click();
  await page.getByRole('textbox', { name: 'In uw eigen woorden' }).fill(words.nl);
  await page.getByRole('button', { name: 'Ja', exact: true }).click();
  await page.getByText(/^U zei ja op/).waitFor();
}

/** What the lead does with an answer, or with none. */
async function followUp(
  story: Story,
  { agency, answeredOn, conditionAccepted, answer: given, escalations = [] }: CasePosition,
  day: LocalDate,
) {
  const { hand, lead } = story;
  const accepts = conditionAccepted && answeredOn === day;
  const objects = given?.on === day;
  const climbs = escalations.some(({ on }) => on === day);
  if (!accepts && !objects && !climbs) return;
  await lead.reload();
  const name = agencyOf(story, agency);
  if (accepts) {
    await hand.click(button(story, `Aanvaard de voorwaarde ${name}`));
    await lead
      .getByText(/aanvaard op/)
      .first()
      .waitFor();
  }
  if (objects)
    await story.form(button(story, `Geef antwoord op het bezwaar ${name}`), (form) =>
      hand.fill(field(form, 'Uw antwoord'), written(given.text.nl)),
    );
  if (climbs)
    await story.form(button(story, `Vraag het hogerop ${name}`), async (form) => {
      await hand.fill(field(form, 'Bij wie?'), BODY);
    });
}

/** The lead reads that nothing holds the decision back any more; what still does is told as the page says it. */
export async function ready({ lead }: Story): Promise<void> {
  await lead.reload();
  await lead
    .getByRole('heading', { name: 'Klaar om te besluiten' })
    .waitFor()
    .catch(async () => {
      throw new Error(await lead.getByRole('complementary').last().innerText());
    });
}

/** Whoever holds the mandate reads which plans wait, goes on where an agency stayed silent, and decides. */
export async function decide(story: Story, inBetween: () => Promise<void>): Promise<Page> {
  const { plan } = story.file;
  const page = await story.device(plan.decision.by, '/besluiten');
  const waiting = page.getByRole('list', { name: 'Wacht op u' });
  await waiting.getByRole('link', { name: /Lees en besluit/ }).click();
  await page.getByRole('heading', { name: 'Het besluit' }).waitFor();
  for (const { agency, proceedReason } of plan.positions) {
    if (!proceedReason) continue;
    await page.getByRole('button', { name: `Ga door zonder antwoord ${agencyOf(story, agency)}` }).click();
    await page.getByLabel('Waarom gaat u door?').fill(proceedReason.nl);
    await page
      .getByRole('main')
      .locator('form', { has: page.getByLabel('Waarom gaat u door?') })
      .getByRole('button', { name: 'Leg vast' })
      .click();
    await page.getByText(`Toch door: ${proceedReason.nl}`).waitFor();
  }
  await inBetween();
  await page.getByRole('heading', { name: 'Klaar om te besluiten' }).waitFor();
  await page.getByLabel('Wat besluit u, en waarom?').fill(plan.decision.text.nl);
  await page.getByRole('button', { name: 'Besluit', exact: true }).click();
  await page.getByText(/^Besloten op/).waitFor();
  return page;
}
