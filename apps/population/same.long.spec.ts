import { bothWays, differencesOf } from './same.fixture';

const MINUTES = 60_000;

test(
  'all twelve households of a demo are the same both ways',
  async () => {
    const { played, loaded } = await bothWays({ size: 'demo', seed: 2, completed: 15 }, () => true);
    expect(differencesOf(played, loaded)).toEqual([]);
    expect(played['household']).toHaveLength(12);
    expect(played['report_fact']).toHaveLength(2);
  },
  20 * MINUTES,
);
