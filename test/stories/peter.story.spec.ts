import { askAt } from '../../apps/demo/ask';
import type { Stage } from '../../apps/demo/case.player';
import type { Proof } from '../../apps/demo/case.proof';
import { PROOFS, Prover } from '../../apps/demo/case.prover';
import { loadPeople } from '../../apps/demo/load';
import { World } from '../world';

const MINUTES = 60_000;
const proofs = PROOFS.peter ?? [];

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await World.open();
  stage = { ask: askAt(world.address, ({ subject }) => world.issuer.token(subject)), issuer: world.issuer.url };
  await loadPeople(world.db.url, stage.issuer, stage.ask);
}, MINUTES);
afterAll(() => world.close());

const wanting = async (run: string, broken?: Proof) => {
  const keys: string[] = [];
  for await (const { proof, shown } of new Prover(stage, 'peter', run).lines(broken))
    if (shown.differences.length > 0) keys.push(`${proof.key}: ${JSON.stringify(shown.differences)}`);
  return keys;
};

test(
  'everything that the file of Peter says must be shown is shown',
  async () => {
    expect(await wanting('right')).toEqual([]);
  },
  2 * MINUTES,
);

test.each(proofs.map((proof) => ({ key: proof.key, mistake: proof.spoil.en, proof })))(
  'the line $key is not shown when there is a mistake: $mistake',
  async ({ key, proof }) => {
    const { differences } = await new Prover(stage, 'peter', key).spoiled(proof);
    expect(differences).not.toEqual([]);
  },
  2 * MINUTES,
);

test(
  'a mistake in one line leaves the others shown',
  async () => {
    expect(await wanting('one', proofs[1])).toEqual([expect.stringMatching(/^map: /)]);
  },
  2 * MINUTES,
);
