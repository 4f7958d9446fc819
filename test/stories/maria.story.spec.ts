import type { CasePlayer } from '../../apps/demo/case.player';
import { keepsItsFile, MINUTES, Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.open('maria');
}, 5 * MINUTES);
afterAll(() => story.close());

keepsItsFile('maria', () => story);

describe('Maria, a year later', () => {
  let player: CasePlayer;
  beforeAll(async () => {
    player = await story.household();
  }, 5 * MINUTES);

  const ask = <T>(who: { subject: string }, fields: string) =>
    story.stage.ask<T>(who, `query ($id: ID!) { household(id: $id) { ${fields} } }`, { id: player.household });

  test('who speaks for policy sees the signal and its answer, and no household', async () => {
    const policy = player.person('policy');
    const { signals } = await story.stage.ask<{ signals: { nodes: { id: string }[] } }>(
      policy,
      '{ signals(first: 10) { nodes { id about occurrencesPerYear status answer } } }',
    );
    expect(signals.nodes.find(({ id }) => id === player.id('signal'))).toMatchObject({
      about: player.file.signal.about.nl,
      occurrencesPerYear: 1000,
      status: 'ANSWERED',
      answer: player.file.signal.answer?.nl,
    });
  });

  test('a signal that was answered is not answered again', async () => {
    expect(
      await story.refused(player.person('policy'), 'Signal', 'answerSignal', player.id('again'), {
        signal: player.id('signal'),
        seen: 3,
        answer: 'Nog eens.',
      }),
    ).toEqual(['SIGNAL_DONE_ALREADY']);
  });

  test('the lead does not read how she was treated, which was told aloud', async () => {
    expect(await ask(player.lead, 'plan { experiences { voice words } experienceAsked }')).toMatchObject({
      household: { plan: { experiences: null } },
    });
  });

  test('for the lead of another household she does not exist', async () => {
    expect(await ask({ subject: 'demo-elsewhere' }, 'code')).toEqual({ household: null });
  });
});
