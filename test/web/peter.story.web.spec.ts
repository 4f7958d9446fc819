import { Stage } from './stage';
import { Story } from './story';
import { law } from './story.law';
import { consequences, fromTheMap, values, wanted } from './story.plan';
import { atTheTable, prepare } from './story.table';

let stage: Stage;
let story: Story;
beforeAll(async () => {
  stage = await Stage.open({ DEMO_CASES: 'none' });
  story = await Story.begin(stage, 'peter');
});
afterAll(() => stage.close());

test('a new household, and what is heard at its table', async () => {
  await atTheTable(story);
  await prepare(story);
  await story.lead.goto(story.address());
  await story.lead.getByRole('heading', { name: 'Knoop A' }).waitFor();
});

test('from the map to a plan that says what is wanted, why, and what it costs', async () => {
  await story.on('2025-09-29');
  await story.lead.reload();
  story.hand.begin();
  await fromTheMap(story);
  await wanted(story);
  await values(story);
  await consequences(story);
});

test('every measure stands on its laws', async () => {
  await law(story);
});
