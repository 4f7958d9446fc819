import type { CasePlayer } from '../../apps/demo/case.player';
import { keepsItsFile, MINUTES, Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.open('wajong');
}, 5 * MINUTES);
afterAll(() => story.close());

keepsItsFile('wajong', () => story);

describe('the young man, a year later', () => {
  let player: CasePlayer;
  beforeAll(async () => {
    player = await story.household();
  }, 5 * MINUTES);

  const ask = <T>(who: { subject: string }, fields: string) =>
    story.stage.ask<T>(who, `query ($id: ID!) { household(id: $id) { ${fields} } }`, { id: player.household });

  test('he reads what he promised, what he was promised, and that he was told when it came late', async () => {
    expect(
      await ask(player.member('hh-man'), 'plan { decisionText commitments { what state keptOn toldOn newDueOn lateReason } }'),
    ).toMatchObject({
      household: {
        plan: {
          decisionText: player.file.plan.decision.text.nl,
          commitments: expect.arrayContaining([
            expect.objectContaining({ what: 'begeleiding zoeken', state: 'KEPT', keptOn: '2022-08-15', toldOn: null }),
            expect.objectContaining({ state: 'KEPT', toldOn: '2022-06-15', newDueOn: '2022-06-29', keptOn: '2022-06-27' }),
          ]),
        },
      },
    });
  });

  test('UWV reads its own claims with what was done with them, and nothing of what he said about UWV', async () => {
    const { household } = await ask<{ household: { claims: { id: string; actions: { kind: string }[] }[] } }>(
      player.person('l-uwv'),
      'claims { id actions { kind } } plan { experiences { voice } }',
    );
    expect(household.claims.map(({ actions }) => actions.map(({ kind }) => kind))).toEqual(
      expect.arrayContaining([['WAIVE'], ['PAUSE', 'PLAN']]),
    );
    expect(household).toMatchObject({ plan: { experiences: null } });
  });

  test('what leaves the household may not name him', async () => {
    expect(
      await story.refused(player.lead, 'Precedent', 'proposePrecedent', player.id('with a name'), {
        plan: player.plan,
        obstacle: 'De jonge man moest alles terugbetalen.',
        outcome: 'Kwijtgescholden.',
      }),
    ).toEqual(['NAMES_SOMEBODY']);
  });

  test('for another municipality his household does not exist, although the precedent does', async () => {
    expect(await ask({ subject: 'demo-elsewhere' }, 'code')).toEqual({ household: null });
    expect(await ask({ subject: 'demo-lead' }, 'code')).toEqual({ household: null });
  });
});
