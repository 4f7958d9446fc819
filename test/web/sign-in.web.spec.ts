import { sideways, violationsEverywhere } from './axe';
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
    expect(await violationsEverywhere(page)).toEqual([]);
    await stage.signIn(page, 'lead');
    expect(await page.getByRole('banner').isVisible()).toBe(true);
    expect(await violationsEverywhere(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sideways(page)).toBe(0);
    expect(stage.complaints).toEqual([]);
  });
});
