import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { newId } from '@doorbraak/kernel';
import { inCase } from '../../apps/demo/people';
import type { Story } from './story';

const inDutch = (day: string) => day.split('-').reverse().join('-');

/** From sign-in to the map: a new household, and everything that is heard at its table, typed. */
export async function atTheTable(story: Story): Promise<void> {
  const { hand, lead, file, stage } = story;
  await story.on(file.demoClock.mappedOn);
  await lead.goto('/nieuw');
  const name = lead.getByRole('textbox', { name: 'Wie woont hier? Naam 1' });
  await name.waitFor();
  hand.begin();
  for (const [at, { label, role }] of file.household.members.entries()) {
    if (at > 0) await hand.click(lead.getByRole('button', { name: 'Nog iemand' }));
    await hand.type(label.nl);
    if (role === 'CHILD') await hand.press('Tab', 'Space');
  }
  await hand.click(lead.getByRole('button', { name: 'Verder aan de keukentafel' }));

  const line = lead.getByRole('combobox', { name: 'Typ wat u hoort' });
  await line.waitFor();
  const { problemTypes } = await stage.ask<{ problemTypes: { key: string; name: { nl: string } }[] }>(
    lead,
    '{ problemTypes { key name { nl } } }',
  );
  const typeOf = (key: string) => problemTypes.find((one) => one.key === key)?.name.nl ?? '';
  const take = async (text: string) => {
    await hand.fill(line, text);
    await hand.press('Enter');
    // an agency that is named in the line is completed first
    if ((await line.inputValue()) !== '') await hand.press('Enter');
    if ((await line.inputValue()) !== '')
      throw new Error(`not taken: ${text}\n${await lead.getByRole('alert').allInnerTexts().then(String)}`);
  };
  const nameOf = (key: string) =>
    file.involvements.find((one) => one.key === key)?.label.nl ??
    typeOf(file.problems.find((one) => one.key === key)?.type ?? '');

  await take(`" ${file.household.ownWords.nl}`);
  for (const problem of file.problems) {
    const since = problem.since ? ` sinds ${inDutch(problem.since)}` : '';
    await hand.fill(line, `${typeOf(problem.type)}${since}: ${problem.title.nl}`);
    const [only, ...others] = problem.persons;
    const member = file.household.members.find(({ key }) => key === only);
    if (member && others.length === 0 && file.household.members.length > 1) {
      await hand.choose(lead.getByLabel('Van wie'), member.label.nl);
      await hand.click(lead.getByRole('button', { name: 'Neem op' }));
    } else await hand.press('Enter');
    for (const { label } of file.involvements.filter(({ problems }) => problems[0] === problem.key)) await take(`@ ${label.nl}`);
  }
  for (const wait of file.waits) await take(`> ${nameOf(wait.waiting)} > ${nameOf(wait.for)} @${nameOf(wait.holder)}`);
  const [first] = file.involvements;
  await take(`~ ${first?.label.nl} gebeld 20 min`);
  const letters = file.letters ?? [];
  for (const { agency, amountCents, deadline, demand } of letters)
    await take(`# ${nameOf(agency)} ${Math.round(amountCents / 100)} ${inDutch(deadline)} ${demand.nl}`);
  if (letters.length === 0) await take(`# ${first?.label.nl} 240 ${inDutch(file.demoClock.planDate)} eigen bijdrage`);
  const paper = await sharp({ create: { width: 240, height: 320, channels: 3, background: '#ddd' } })
    .jpeg()
    .toBuffer();
  await lead
    .getByLabel(/^Foto bij de brief van/)
    .first()
    .setInputFiles({ name: 'brief.jpg', mimeType: 'image/jpeg', buffer: paper });
  await lead.getByRole('button', { name: 'Alles bewaard' }).waitFor();
  await story.know();
}

/** Help that runs with its price, and what is shared, on the pages of the household; who of it may sign in is for the administrator. */
export async function prepare(story: Story): Promise<void> {
  await help(story);
  await shares(story);
  await invite(story);
}

/** Fills a short form that a button opens, with whatever hand is nearest: nobody counts here. */
async function record(button: Locator, fill: (form: Locator) => Promise<void>): Promise<void> {
  await button.click();
  const form = button.locator('xpath=..').locator('form');
  await fill(form);
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
}

async function help({ lead, file, known, address, stage }: Story): Promise<void> {
  const { serviceTypes } = await stage.ask<{ serviceTypes: { key: string; name: { nl: string } }[] }>(
    lead,
    '{ serviceTypes { key name { nl } } }',
  );
  await lead.goto(address('geld'));
  for (const { service, by, addresses, from, costLines } of file.interventions) {
    await record(lead.getByRole('button', { name: 'Hulp toevoegen die loopt' }), async (form) => {
      await form.getByLabel('Wie geeft de hulp?').selectOption(known.involvements.get(by) ?? '');
      await form.getByLabel('Welke hulp?').selectOption(service);
      await form.getByLabel('Sinds', { exact: true }).fill(from);
      for (const key of addresses) {
        const title = file.problems.find((problem) => problem.key === key)?.title.nl ?? '';
        await form.getByRole('checkbox', { name: title, exact: true }).check();
      }
    });
    const name = serviceTypes.find(({ key }) => key === service)?.name.nl ?? '';
    const row = lead.getByRole('list', { name: 'Hulp die nu loopt' }).getByRole('listitem').filter({ hasText: name }).last();
    for (const { unitCost, quantity, payer, oneOff } of costLines)
      await record(row.getByRole('button', { name: /^Prijs erbij/ }), async (form) => {
        await form.getByLabel('Welke prijs?').selectOption(unitCost);
        await form.getByRole('checkbox', { name: 'Dit is eenmalig' }).setChecked(oneOff);
        await form.getByLabel(/^Hoeveel/).fill(`${quantity}`.replace('.', ','));
        const pays = form.getByLabel('Wie betaalt?');
        if (await pays.count()) await pays.selectOption(payer);
      });
  }
}

async function shares({ lead, file, known, address, stage }: Story): Promise<void> {
  const { lifeDomains } = await stage.ask<{ lifeDomains: { key: string; name: { nl: string } }[] }>(
    lead,
    '{ lifeDomains { key name { nl } } }',
  );
  await lead.goto(address('mensen'));
  for (const { key, sharing } of file.involvements) {
    if (!sharing || sharing.from > file.demoClock.mappedOn) continue;
    await record(lead.getByRole('button', { name: 'Deel met een instantie' }), async (form) => {
      await form.getByLabel('Met welke instantie?').selectOption(known.involvements.get(key) ?? '');
      await form.getByLabel('Op welke grond?').selectOption(sharing.basis);
      const purpose = form.getByLabel('Waarvoor?');
      if (await purpose.count()) await purpose.selectOption(sharing.purpose);
      for (const person of await form.getByRole('group', { name: 'Over wie?' }).getByRole('checkbox').all()) await person.check();
      const about = form.getByRole('group', { name: 'Waarover?' });
      for (const { key: domain, name } of lifeDomains)
        if (sharing.domains.includes(domain)) await about.getByRole('checkbox', { name: name.nl, exact: true }).check();
      await form.getByLabel('Waarom heeft de instantie dit nodig?').fill('om de eigen taak te doen');
      await form.getByLabel('Tot en met').fill(sharing.to);
    });
  }
}

async function invite(story: Story): Promise<void> {
  const { stage, file, known } = story;
  const admin = await story.device('admin', '/');
  for (const { key, member } of file.people)
    if (member) {
      const { accounts } = await stage.ask<{ accounts: { issuer: string }[] }>(admin, '{ accounts { issuer } }');
      const answer = await stage.ask<{ invite: { reasons?: unknown } }>(
        admin,
        'mutation ($key: ID!, $input: InviteInput!) { invite(key: $key, input: $input) { __typename ... on DirectoryRefused { reasons { code } } } }',
        {
          key: newId(),
          input: {
            ...{ issuer: accounts[0]?.issuer, subject: inCase(story.name, key).subject, roles: ['HOUSEHOLD_MEMBER'] },
            ...{ label: null, fixteam: null, agency: null, person: known.members.get(member) },
          },
        },
      );
      if (answer.invite.reasons) throw new Error(JSON.stringify(answer.invite.reasons));
    }
}
