import { newId } from '@doorbraak/kernel';
import type { CasePlayer } from '../../apps/demo/case.player';
import { keepsItsFile, MINUTES, Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.open('peter');
}, 5 * MINUTES);
afterAll(() => story.close());

keepsItsFile('peter', () => story);

describe('questions that people ask of the household that a newcomer finds', () => {
  let player: CasePlayer;
  beforeAll(async () => {
    player = await story.household();
  }, 5 * MINUTES);

  const ask = (name: string, who: { subject: string }, more = {}) =>
    story.question(name, who, { household: player.household, ...more });

  test('a play that is there already is left as it is', async () => {
    const changes = () =>
      story.stage.ask(player.lead, 'query ($id: ID!) { household(id: $id) { version changes { since acts { act } } } }', {
        id: player.household,
      });
    const before = await changes();
    await story.household();
    expect(await changes()).toEqual(before);
  });

  test('the lead asks for the map; a year later nobody waits for the question that was answered', async () => {
    const { household } = (await ask('household-map', player.lead)) as { household: Record<string, unknown[]> };
    expect(household).toMatchObject({
      code: 'DEMO-PETER',
      band: 'COORDINATED',
      unlock: { smallest: { size: 0, setCount: '1' } },
    });
    expect([household['problems']?.length, household['involvements']?.length, household['waits']?.length]).toEqual([8, 6, 3]);
  });

  test('the mandate holder asks for the plan with its matrix', async () => {
    expect(await ask('plan-matrix', player.person('mandate'))).toMatchObject({
      household: { plan: { comparison: { savingCents: '675460', whoInvests: [] }, matrix: { rows: [{}, {}, {}] } } },
    });
  });

  test('the care office asks what it was asked', async () => {
    const answer = (await ask('my-questions', player.person('l-wlz'), { first: 100 })) as {
      myQuestions: { nodes: { householdId: string }[] };
    };
    const mine = answer.myQuestions.nodes.filter(({ householdId }) => householdId === player.household);
    expect(mine).toMatchObject([{ isOpen: false, position: { state: 'DID_NOT_ANSWER' }, measures: [{ dueOn: '2026-06-30' }] }]);
  });

  test('the care office that kept silent cannot answer any more when the plan was decided', async () => {
    const input = { plan: player.plan, position: player.id('position', 'p3'), seen: 1, answer: 'AGREES' };
    expect(await story.refused(player.person('l-wlz'), 'Plan', 'answerPosition', newId(), input)).toEqual(['PLAN_CLOSED']);
  });

  test('Peter asks for his own file; somebody of another municipality gets nothing', async () => {
    expect(await ask('my-own-file', player.member('hh-peter'))).toMatchObject({
      household: {
        ownWords: player.file.household.ownWords.nl,
        handlingNotes: [{ text: 'een agent in uniform geeft hem stress' }],
        plan: { agreements: [{ state: 'AGREED', how: 'ALOUD_WITH_MENTOR' }] },
        whoLooked: expect.arrayContaining([expect.objectContaining({ act: 'readHousehold' })]),
      },
    });
    expect(await ask('my-own-file', { subject: 'demo-elsewhere' })).toEqual({ household: null });
  });
});
