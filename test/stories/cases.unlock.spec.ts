import { askAt } from '../../apps/demo/ask';
import { CASE_NAMES } from '../../apps/demo/case.file';
import type { Stage } from '../../apps/demo/case.acting';
import { CasePlayer } from '../../apps/demo/case.player';
import { loadPeople } from '../../apps/demo/load';
import { World } from '../world';

const MINUTE = 60_000;

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await World.open();
  stage = { ask: askAt(world.address, ({ subject }) => world.issuer.token(subject)), issuer: world.issuer.url };
  await loadPeople(world.db.url, stage.issuer, stage.ask);
}, MINUTE);
afterAll(() => world.close());

type Unlock = {
  circles: { members: string[] }[];
  smallest: { size: number; exact: boolean; sets: string[][]; setCount: string; preferred: string[] };
};

test.each(CASE_NAMES)(
  '%s: circular waits, the smallest sets and the preferred one are those of its file',
  async (name) => {
    const player = new CasePlayer(stage, name, `UNLOCK-${name}`);
    await player.map();
    const { household } = await stage.ask<{ household: { unlock: Unlock } }>(
      player.lead,
      'query ($id: ID!) { household(id: $id) { unlock { circles { members } smallest { size exact sets setCount preferred } } } }',
      { id: player.household },
    );
    const { problems, involvements, waits, expectUnlock } = player.file;
    const keys = new Map<string, string>([
      ...problems.map(({ key }) => [player.id('problem', key), key] as const),
      ...involvements.map(({ key }) => [player.id('involvement', key), key] as const),
      ...waits.map(({ key }) => [player.id('wait', key), key] as const),
    ]);
    const named = (ids: string[]) => ids.map((id) => keys.get(id) ?? id).sort();
    const inOrder = (sets: string[][]) => sets.map((set) => set.toSorted()).toSorted();
    const { circles, smallest } = household.unlock;
    expect({
      circles: inOrder(circles.map(({ members }) => named(members))),
      smallestSize: smallest.size,
      smallestSets: inOrder(smallest.sets.map(named)),
      preferred: named(smallest.preferred),
    }).toEqual({
      circles: inOrder(expectUnlock.circles),
      smallestSize: expectUnlock.smallestSize,
      smallestSets: inOrder(expectUnlock.smallestSets),
      preferred: expectUnlock.preferred.toSorted(),
    });
    expect([smallest.exact, smallest.setCount]).toEqual([true, `${expectUnlock.smallestSets.length}`]);
  },
  MINUTE,
);
