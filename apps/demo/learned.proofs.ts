import type { Id, Words } from '@doorbraak/kernel';
import type { Proof, Scene, Shown } from './case.proof';
import { MUNICIPALITIES } from './people';

/** What others learn of a case, in lines that more than one case has. */

type Told = Pick<Proof, 'key' | 'title' | 'spoil'>;
type Precedent = {
  id: Id;
  provisions: string[];
  problemTypes: string[];
  obstacle: string;
  outcome: string;
  decision: string;
  decidedYear: number;
};
export type Found = {
  reminder: Words;
  granted: number;
  otherwise: number;
  total: number;
  nodes: Precedent[];
  decidedOtherwise: Precedent[];
};

const PRECEDENT = 'id provisions problemTypes obstacle outcome decision decidedYear';
/** Somebody of another municipality, who has nothing to do with this household. */
const STRANGER = { subject: 'demo-elsewhere' };

/** What a stranger finds by the provision and the problem of the file, all pages of it. */
export async function search({ stage, truth }: Scene): Promise<Found> {
  const { provision, problemType } = truth.precedent!.findBy;
  const page = (after: string | null) =>
    stage
      .ask<{ precedents: Found & { pageInfo: { endCursor: string | null; hasNextPage: boolean } } }>(
        STRANGER,
        `query ($provision: String, $problemType: String, $after: String) {
          precedents(provision: $provision, problemType: $problemType, first: 100, after: $after) {
            reminder { nl en } granted otherwise total nodes { ${PRECEDENT} } decidedOtherwise { ${PRECEDENT} }
            pageInfo { endCursor hasNextPage } } }`,
        { provision, problemType, after },
      )
      .then(({ precedents }) => precedents);
  const all: Precedent[] = [];
  let found = await page(null);
  for (all.push(...found.nodes); found.pageInfo.hasNextPage; all.push(...found.nodes))
    found = await page(found.pageInfo.endCursor);
  return { ...found, nodes: all };
}

/** What was published has an id of its own, which the household alone knows. */
export async function publishedId({ stage, player }: Pick<Scene, 'stage' | 'player'>): Promise<Id | null> {
  const { plan } = await stage.ask<{ plan: { precedentProposals: { id: Id; precedentId: Id | null }[] } }>(
    player.lead,
    'query ($id: ID!) { plan(id: $id) { precedentProposals { id precedentId } } }',
    { id: player.plan },
  );
  return plan.precedentProposals.find(({ id }) => id === player.id('precedent'))?.precedentId ?? null;
}

export async function showFound(scene: Scene, shown: Shown): Promise<Found> {
  const { player, truth, stage } = scene;
  const found = await search(scene);
  const { provision, problemType } = truth.precedent!.findBy;
  const published = await publishedId(scene);
  const mine = found.nodes.find(({ id }) => id === published);
  shown.same(
    'this case, by provision and problem',
    [
      true,
      true,
      truth.bottleneck.obstacle.nl,
      truth.plan.decision.text.nl,
      'GRANTED',
      Number(truth.plan.decision.on.slice(0, 4)),
    ],
    mine && [
      mine.provisions.includes(provision),
      mine.problemTypes.includes(problemType),
      mine.obstacle,
      mine.outcome,
      mine.decision,
      mine.decidedYear,
    ],
  );
  const names = [
    player.code,
    player.household,
    truth.household.code,
    ...truth.household.members.map(({ label }) => label.nl),
    ...Object.values(MUNICIPALITIES).flatMap(({ code, name, fixteam }) => [code, name, fixteam]),
  ];
  shown.same(
    'no name, place or household in any of it',
    [],
    names.filter((name) => JSON.stringify(found).includes(name)),
  );
  shown.same('a sentence that says to treat like cases alike', true, /gelijk/.test(found.reminder.nl));
  const seen = await stage.ask<{ household: unknown }>(STRANGER, 'query ($id: ID!) { household(id: $id) { code } }', {
    id: player.household,
  });
  shown.same('and the household itself does not exist for who searches', null, seen.household);
  shown.say(
    `gezocht door iemand uit een andere gemeente / searched by somebody of another municipality: ${provision}, ${problemType}`,
  );
  if (mine)
    shown.say(
      `${mine.decidedYear} ${mine.decision}: "${mine.obstacle}" > "${mine.outcome}"`,
      `  ${mine.provisions.join(', ')}; ${mine.problemTypes.join(', ')}`,
    );
  shown.say(`${found.reminder.nl} / ${found.reminder.en}`);
  return found;
}

export const foundPrecedents = (told: Told): Proof => ({
  ...told,
  at: 'END',
  async show(scene, shown) {
    await showFound(scene, shown);
  },
});
