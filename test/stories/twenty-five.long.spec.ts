import { MINUTES, passesItsStages, Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.open('twenty-five');
}, 5 * MINUTES);
afterAll(() => story.close());

passesItsStages('twenty-five', () => story);
