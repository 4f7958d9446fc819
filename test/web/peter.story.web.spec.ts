import { Stage } from './stage';
import { Story } from './story';
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
