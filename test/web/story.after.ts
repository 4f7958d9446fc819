import { readPdf, rolesOf } from '../pdf';
import type { CaseCommitment } from '../../apps/demo/case.file';
import type { Story } from './story';

/** What a reader finds on a paper. */
export interface Paper {
  /** The words of each page. */
  pages: string[];
  isTagged: boolean;
  language: string;
  /** Whether it begins with a heading that a screen reader hears as one. */
  hasTitle: boolean;
}

/** A paper as somebody opens it from the list of papers of the household, read as a PDF. */
export async function paper(
  story: Story,
  of: 'Voor het huishouden' | 'Voor instanties en juristen',
  language: 'Nederlands' | 'Engels',
): Promise<Paper> {
  const { lead } = story;
  await lead.goto(story.address('papieren'));
  const href = await lead.getByRole('link', { name: `${language} ${of}`, exact: true }).getAttribute('href');
  const bytes = await lead.evaluate(async (to) => {
    const answer = await fetch(to);
    if (!answer.ok) throw new Error(`${to}: ${answer.status}`);
    return [...new Uint8Array(await answer.arrayBuffer())];
  }, href ?? '');
  const { pages, marked, info } = readPdf(Buffer.from(bytes));
  return {
    pages: pages.map(({ text }) => text.trim().replace(/\s+/g, ' ')),
    isTagged: marked?.Marked === true,
    language: info.Language ?? '',
    hasTitle: rolesOf(pages[0]?.structure ?? null).includes('H1'),
  };
}

const inDutch = (day: string) => day.split('-').reverse().join('-');
const CERTAINTY: Record<string, string> = { CERTAIN: 'Dit gebeurt', EXPECTED: 'Waarschijnlijk', I_WILL_TRY: 'Wij proberen het' };

/** What was promised at the table after the decision is kept, late or not, each on its own day; the household reads it on its page. */
export async function promises(story: Story): Promise<void> {
  const { hand, lead, file } = story;
  await lead.goto(story.address('keukentafel'));
  const line = lead.getByRole('combobox', { name: 'Typ wat u hoort' });
  await line.waitFor();
  for (const { by, what, due, certainty } of file.commitments) {
    await hand.fill(line, `! ${what.nl} ${inDutch(due)}`);
    await hand.choose(lead.getByLabel('Wie belooft'), nameOf(story, by));
    if (certainty !== 'CERTAIN') await hand.choose(lead.getByLabel('Hoe zeker'), CERTAINTY[certainty] ?? '');
    await hand.click(lead.getByRole('button', { name: 'Neem op' }));
  }
  await lead.getByRole('button', { name: 'Alles bewaard' }).waitFor();
  const scenes = file.commitments.flatMap((one) => [
    ...(one.toldOn ? [{ day: one.toldOn, play: () => late(story, one) }] : []),
    { day: one.keptOn, play: () => kept(story, one) },
  ]);
  for (const { day, play } of scenes.sort((a, b) => a.day.localeCompare(b.day))) {
    await story.on(day);
    await lead.goto(story.address('beloften'));
    await play();
  }
}

function nameOf({ file }: Story, by: string): string {
  const agency = file.people.find(({ key }) => key === by)?.agency;
  const involvement = file.involvements.find(({ key }) => key === agency);
  return involvement
    ? `${involvement.label.nl} (verzonnen)`
    : (file.household.members.find(({ key }) => key === by)?.label.nl ?? by);
}

async function kept({ hand, lead }: Story, { what }: CaseCommitment): Promise<void> {
  await hand.click(lead.getByRole('button', { name: `Nagekomen ${what.nl}` }));
  await lead.getByText('Belofte nagekomen.').waitFor();
}

async function late({ hand, lead }: Story, { what, reason, newDue }: CaseCommitment): Promise<void> {
  await hand.click(lead.getByRole('button', { name: `Wordt later ${what.nl}` }));
  await hand.type(reason?.nl ?? '');
  await hand.date(lead.getByLabel('Nieuwe dag'), newDue ?? '');
  await hand.press('Enter');
  await lead.getByText('Nieuwe dag vastgelegd.').waitFor();
}
