import { MINUTES, noticesMistakes, Story } from './story';

// A file of its own, because a household of 25 problems takes its time.
let story: Story;
beforeAll(async () => {
  story = await Story.open('twenty-five');
}, 5 * MINUTES);
afterAll(() => story.close());

noticesMistakes('twenty-five', () => story);
