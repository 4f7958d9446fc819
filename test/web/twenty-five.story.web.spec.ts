import { Stage } from './stage';
import { Story } from './story';
import { advise, asks, dayByDay, decide, ready } from './story.decision';
import { law } from './story.law';
import { consequences, fromTheMap, values, wanted } from './story.plan';
import { atTheTable, prepare } from './story.table';

// Ten measures, forty-one grounds, twenty-five agencies: a long afternoon of several people.
jest.setTimeout(600_000);

let stage: Stage;
let story: Story;
beforeAll(async () => {
  stage = await Stage.open({ DEMO_CASES: 'none' });
  story = await Story.begin(stage, 'twenty-five');
});
afterAll(() => stage.close());

test('table', async () => {
  await atTheTable(story);
  await prepare(story);
  await story.lead.goto(story.address());
  await story.lead.getByRole('heading', { name: 'Knoop B' }).waitFor();
  await story.lead.screenshot({ path: '/tmp/shots-play/map25.png' });
});
test('plan', async () => {
  await story.on(story.file.plan.positions[0]?.askedOn ?? '');
  await story.lead.reload();
  story.hand.begin();
  await fromTheMap(story);
  await wanted(story);
  await values(story);
  await consequences(story);
});
test('law', async () => {
  await law(story);
  await story.lead.screenshot({ path: '/tmp/shots-play/law25.png' });
});
test('decision', async () => {
  await asks(story);
  await advise(story);
  await dayByDay(story);
  await decide(story, async () => {
    await ready(story);
  });
});
