import sharp from 'sharp';
import { newId } from '@doorbraak/kernel';
import { inCase } from '../../apps/demo/people';
import type { Story } from './story';
import { does } from './wet.stage';

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

/** What has no page yet, as the people of the case: help that runs with its price, what is shared, and who of the household can sign in. */
export async function prepare(story: Story): Promise<void> {
  const { stage, lead, file, known } = story;
  const tell = (name: string, input: object, key = newId()) =>
    does(stage, lead, 'Household', name, { household: known.household, ...input }, key);
  for (const { service, by, addresses, from, to, costLines } of file.interventions) {
    const intervention = newId();
    const problemIds = addresses.map((key) => known.problems.get(key));
    await tell(
      'addIntervention',
      { service, involvement: known.involvements.get(by), problemIds, fromOn: from, toOn: to },
      intervention,
    );
    for (const { unitCost, quantity, payer, oneOff, note } of costLines)
      await tell('addInterventionCost', { intervention, unitCost, quantity: `${quantity}`, payer, oneOff, note: note.nl });
  }
  const members = [...known.members.values()];
  for (const { key, sharing } of file.involvements) {
    if (!sharing || sharing.from > file.demoClock.mappedOn) continue;
    const { basis, purpose, domains, from, to } = sharing;
    const involvement = known.involvements.get(key);
    await tell('share', {
      ...{ involvement, basis, purpose, domains, need: 'om de eigen taak te doen', personIds: members, noteIds: [] },
      ...{ fromOn: from, toOn: to },
    });
  }
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
