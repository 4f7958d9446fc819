import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askAt } from '../../apps/demo/ask';
import { playToTheEnd, CasePlayer, type Stage } from '../../apps/demo/case.player';
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

describe('questions that people ask of a decided household', () => {
  let player: CasePlayer;
  beforeAll(async () => {
    await playToTheEnd(stage, 'peter');
    player = new CasePlayer(stage, 'peter', 'DEMO-PETER');
  }, MINUTES);

  const ask = (name: string, who: { subject: string }, more = {}) =>
    stage.ask(who, readFileSync(join(__dirname, '../questions', `${name}.graphql`), 'utf8'), {
      household: player.household,
      ...more,
    });

  test('a play that is there already is left as it is', async () => {
    await playToTheEnd(stage, 'peter');
    expect(await ask('plan-matrix', player.person('mandate'))).toMatchObject({ household: { plan: { status: 'DECIDED' } } });
  });

  test('the lead asks for the map', async () => {
    const { household } = (await ask('household-map', player.lead)) as { household: Record<string, unknown[]> };
    expect(household).toMatchObject({
      code: 'DEMO-PETER',
      band: 'COORDINATED',
      unlock: { smallest: { size: 1, setCount: '3' } },
    });
    expect([household['problems']?.length, household['involvements']?.length, household['waits']?.length]).toEqual([8, 6, 3]);
  });

  test('the mandate holder asks for the plan with its matrix', async () => {
    expect(await ask('plan-matrix', player.person('mandate'))).toMatchObject({
      household: { plan: { comparison: { savingCents: '675460', whoInvests: [] }, matrix: { rows: [{}, {}, {}] } } },
    });
  });

  test('the care office asks what it was asked', async () => {
    const answer = (await ask('my-questions', player.person('l-wlz'), { first: 100 })) as {
      myQuestions: { nodes: { householdId: string }[] };
    };
    const mine = answer.myQuestions.nodes.filter(({ householdId }) => householdId === player.household);
    expect(mine).toMatchObject([{ isOpen: false, position: { state: 'DID_NOT_ANSWER' }, measures: [{ dueOn: '2026-06-30' }] }]);
  });

  test('Peter asks for his own file; somebody of another municipality gets nothing', async () => {
    expect(await ask('my-own-file', player.member('hh-peter'))).toMatchObject({
      household: {
        ownWords: player.file.household.ownWords.nl,
        handlingNotes: [{ text: 'een agent in uniform geeft hem stress' }],
        plan: { agreements: [{ state: 'AGREED', how: 'ALOUD_WITH_MENTOR' }] },
        whoLooked: expect.arrayContaining([expect.objectContaining({ act: 'readHousehold' })]),
      },
    });
    expect(await ask('my-own-file', { subject: 'demo-elsewhere' })).toEqual({ household: null });
  });
});
