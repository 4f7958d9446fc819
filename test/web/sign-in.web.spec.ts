import { Stage } from './stage';

describe('signing in with a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  test('somebody who is not signed in gets the door, signs in, and is somebody', async () => {
    const page = await stage.device();
    await page.goto('/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Welkom bij Doorbraak');
    await stage.signIn(page, 'lead');
    expect(await page.getByRole('banner').isVisible()).toBe(true);
    expect(stage.complaints).toEqual([]);
  });
});
