import { newId } from '@doorbraak/kernel';
import type { CasePlayer } from '../../apps/demo/case.player';
import { keepsItsFile, MINUTES, noticesMistakes, Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.open('yearly');
}, 5 * MINUTES);
afterAll(() => story.close());

keepsItsFile('yearly', () => story);
noticesMistakes('yearly', () => story);

describe('parent and daughter, a year later', () => {
  let player: CasePlayer;
  beforeAll(async () => {
    player = await story.household();
  }, 5 * MINUTES);

  const ask = <T>(who: { subject: string }, fields: string) =>
    story.stage.ask<T>(who, `query ($id: ID!) { household(id: $id) { ${fields} } }`, { id: player.household });

  test('the municipality reads the indication that it granted, and until when', async () => {
    expect(await ask(player.person('l-youth'), 'indications { fromOn toOn looks { onDay how } }')).toMatchObject({
      household: {
        indications: expect.arrayContaining([
          expect.objectContaining({ toOn: '2030-09-21', looks: [{ onDay: '2028-09-22', how: 'TALK' }] }),
        ]),
      },
    });
  });

  test('a form with the same diagnosis is refused, also when the lead asks for it on behalf of the agency', async () => {
    expect(
      await story.refused(player.lead, 'Household', 'requestEvidence', newId(), {
        household: player.household,
        involvement: player.id('involvement', 'municipality-youth'),
        person: player.personId('daughter'),
        kind: 'DIAGNOSIS',
        purpose: 'YOUTH_SUPPORT',
      }),
    ).toEqual(['EVIDENCE_ON_FILE']);
  });

  test('for a respite home elsewhere the household does not exist', async () => {
    expect(await ask({ subject: 'demo-elsewhere' }, 'code')).toEqual({ household: null });
    expect(await ask({ subject: 'demo-l-wmo' }, 'code')).toEqual({ household: null });
  });
});
