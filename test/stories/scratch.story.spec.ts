import { writeFileSync } from 'node:fs';
import { askAt } from '../../apps/demo/ask';
import { CASE_NAMES } from '../../apps/demo/case.file';
import { CasePlayer } from '../../apps/demo/case.player';
import { loadPeople } from '../../apps/demo/load';
import { World } from '../world';

test('scratch', async () => {
  const world = await World.open();
  const ask = askAt(world.address, ({ subject }) => world.issuer.token(subject));
  const out: unknown[] = [];
  try {
    const t = Date.now();
    await loadPeople(world.db.url, world.issuer.url, ask);
    out.push(`people ${Date.now() - t}`);
    for (const name of (process.env['ONLY'] ?? CASE_NAMES.join()).split(',') as typeof CASE_NAMES) {
      try {
        const t0 = Date.now();
        const probe = new CasePlayer(ask, name, 'PROBE');
        for (const [n, { acts, asking, codes, stage }] of probe.file.expectWhyNotDecide.entries()) {
          const player = new CasePlayer(ask, name, `${name} ${n}`);
          await player.play(acts);
          const { household } = await ask<{ household: { plan: { whyNotDecide: { code: string; about: string | null }[] } } }>(
            player.person(asking),
            'query ($id: ID!) { household(id: $id) { plan { whyNotDecide { code about } } } }',
            { id: player.household },
          );
          const found = [...new Set(household.plan.whyNotDecide.map(({ code }) => code))].sort();
          out.push(JSON.stringify(found) === JSON.stringify([...codes].sort()) ? `${name} ok ${stage}` : [name, stage, found, codes]);
          if (acts.join() === '*' && codes.length === 0) await player.decide();
        }
        out.push(`${name} ${Date.now() - t0} ms`);
      } catch (error) {
        out.push(`${name} ${(error as Error).message.slice(0, 700)}`);
      }
    }
  } finally {
    writeFileSync('/tmp/scratch.json', JSON.stringify(out, null, 1));
    await world.close();
  }
}, 300000);
