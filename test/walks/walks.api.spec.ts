import { World } from '../world';
import { type Why, WHYS } from './model';
import { NOTHING, Walk, WalkTown } from './walk';

/** A few walks here; `npm run walks` takes 2,000. Both begin at seed 1, unless SEED says otherwise. */
const WALKS = Number(process.env['WALKS'] ?? 20);
const SEED = Number(process.env['SEED'] ?? 1);
/** As many households as one lead may have; with thousands of one lead, rights would be what takes the time. */
const A_TOWN = 50;

jest.setTimeout(60_000 + WALKS * 10_000);

test(`no sequence of acts reaches a decided plan that breaks what must always be true (${WALKS} walks)`, async () => {
  const world = await World.open();
  try {
    const alone = new Map<Why, number>();
    let decided = 0;
    let here: WalkTown;
    for (let seed = SEED; seed < SEED + WALKS; seed += 1) {
      const nth = seed - SEED;
      if (nth % A_TOWN === 0) {
        here = new WalkTown(world);
        await here.settle(`GM${9000 + nth / A_TOWN}`);
      }
      const walk = new Walk(here!, seed);
      try {
        const done = await walk.toTheEnd();
        if (done) decided += 1;
        else if (walk.only === NOTHING) throw new Error(`nothing was wrong and nobody could decide\n${walk.trail.join('\n')}`);
      } catch (error) {
        throw new Error(`SEED=${seed} WALKS=1: ${(error as Error).message}`, { cause: error });
      }
      for (const [reason, times] of walk.soleReasons) alone.set(reason, (alone.get(reason) ?? 0) + times);
    }
    if (process.env['WALKS'])
      process.stdout.write(
        `${WALKS} walks from seed ${SEED}: ${decided} plans decided; refused for one reason alone: ${JSON.stringify(Object.fromEntries(alone), null, 2)}\n`,
      );
    if (WALKS < 20) return;
    // A walk that never arrives proves nothing, nor does one that always does.
    expect(decided).toBeGreaterThan(WALKS / 10);
    expect(WALKS - decided).toBeGreaterThan(WALKS / 10);
    if (WALKS < 200) return;
    // Each reason stood alone at least once: whoever drops that rule is found out.
    expect(WHYS.filter((why) => !alone.has(why))).toEqual([]);
  } finally {
    await world.close();
  }
});
