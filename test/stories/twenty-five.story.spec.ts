import type { CasePlayer } from '../../apps/demo/case.player';
import { agencyId } from '../../apps/demo/people';
import { MINUTES, showsItsLines, Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.open('twenty-five');
}, 5 * MINUTES);
afterAll(() => story.close());

showsItsLines(() => story);

describe('the household of 25 problems, a year later', () => {
  let player: CasePlayer;
  beforeAll(async () => {
    player = await story.household();
  }, 10 * MINUTES);

  const ask = <T>(who: { subject: string }, fields: string) =>
    story.stage.ask<T>(who, `query ($id: ID!) { household(id: $id) { ${fields} } }`, { id: player.household });

  test('the lead asks for the map: 25 problems, 25 agencies, what was solved and what came back', async () => {
    const { household } = await story.question<{ household: { problems: { status: string }[]; involvements: unknown[] } }>(
      'household-map',
      player.lead,
      { household: player.household },
    );
    const status = (one: string) => household.problems.filter((problem) => problem.status === one).length;
    expect([household.problems.length, household.involvements.length]).toEqual([25, 25]);
    expect([status('RESOLVED'), status('RELAPSED')]).toEqual([10, 1]);
  });

  test('the landlord reads its own objection, the answer to it and its own promises, and not those of another agency', async () => {
    const { household } = await ask<{ household: { plan: { commitments: { what: string }[] } } }>(
      player.person('l-landlord'),
      'plan { positions { answer objectionAnswer } commitments { what state } }',
    );
    expect(household).toMatchObject({ plan: { positions: [{ answer: 'OBJECTS', objectionAnswer: expect.any(String) }] } });
    expect(household.plan.commitments.map(({ what }) => what).sort()).toEqual([
      'ontruiming schriftelijk ingetrokken',
      'vocht hersteld',
    ]);
  });

  test('after the last review no other is held', async () => {
    expect(
      await story.refused(player.lead, 'Outcome', 'recordReview', player.id('one more'), {
        plan: player.plan,
        months: 12,
        heldOn: player.file.demoClock.today,
        scores: [{ domain: 'INCOME', score: 5 }],
        closes: false,
      }),
    ).toContain('PLAN_REVIEWED');
  });

  test('for the police, who take part but with whom nothing is shared, there is nothing of what they did not do themselves', async () => {
    const fields =
      'code ownWords members { name } problems { words } waits { what } claims { amountCents } plan { goals { words } }';
    const { household } = await ask<{ household: object }>(
      await story.liaison('police'),
      `${fields} involvements { agencyId } contacts(first: 10) { nodes { minutes } }`,
    );
    expect(household).toEqual({
      ...{ code: player.file.household.code, ownWords: null, members: [], problems: [], waits: [], claims: [], plan: null },
      involvements: [{ agencyId: agencyId('twenty-five', 'police') }],
      contacts: { nodes: [expect.anything()] },
    });
    expect(await ask({ subject: 'demo-elsewhere' }, 'code')).toEqual({ household: null });
  });
});
