import { CASE_NAMES } from '../../apps/demo/case.file';
import { MINUTES, noticesMistakes, Story } from './story';

// Those of the smallest case are noticed with its story.
describe.each(CASE_NAMES.filter((name) => name !== 'yearly'))('%s', (name) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.open(name);
  }, 5 * MINUTES);
  afterAll(() => story.close());

  noticesMistakes(name, () => story);
});
