import { amounts, askedPlan, euros, expectAmounts, expectTotal, money, row, sorted, type Amounts } from './proof.asking';
import type { ScenarioName } from './case.file';
import type { Proof, Scene, Shown } from './case.proof';

/** What it costs, in lines that more than one case has. */

type Told = Pick<Proof, 'key' | 'title' | 'spoil'>;
type ScenarioAnswer = {
  kind: ScenarioName;
  totals: { totalCents: string | null; byPayer: Amounts; unpricedCount: number };
  unpriced: { item: string; note: string }[];
};
type Payer = { payer: string; asNowCents: string; breakthroughCents: string; savingCents: string; role: string };
export type Costs = {
  scenarios: ScenarioAnswer[];
  comparison: {
    horizonMonths: number;
    savingCents: string | null;
    publicCents: string | null;
    byPayer: Amounts;
    payers: Payer[];
  };
};

/** To the cent per payer, against what the file expects. */
export async function showCosts(scene: Scene, shown: Shown): Promise<Costs> {
  const { player, truth } = scene;
  const plan = await askedPlan<Costs>(
    scene,
    player.lead,
    `scenarios { kind totals { totalCents byPayer { payer cents } unpricedCount } unpriced { item note } }
     comparison { horizonMonths savingCents publicCents byPayer { payer cents }
       payers { payer asNowCents breakthroughCents savingCents role } }`,
  );
  const { saving } = truth.expectCost;
  const { comparison } = plan;
  const asNow = truth.plan.scenarios.AS_NOW.costLines;
  const of = (kind: ScenarioName) => plan.scenarios.find((one) => one.kind === kind)!;
  for (const kind of ['AS_NOW', 'BREAKTHROUGH'] as const) {
    const { totalCents, byPayer, unpriced } = truth.expectCost[kind];
    const { totals, unpriced: listed } = of(kind);
    shown.same(
      kind,
      [expectTotal(totalCents, truth.plan.scenarios[kind].costLines), expectAmounts(byPayer), unpriced],
      [totals.totalCents, amounts(totals.byPayer), totals.unpricedCount],
    );
    shown.same(
      `unpriced items of ${kind}`,
      sorted(truth.plan.scenarios[kind].unpriced.map(({ item }) => item)),
      sorted(listed.map(({ item }) => item)),
    );
  }
  shown.same(
    'saving, and what of it is public',
    [expectTotal(saving.totalCents, asNow), expectTotal(saving.publicCents, asNow), expectAmounts(saving.byPayer)],
    [comparison.savingCents, comparison.publicCents, amounts(comparison.byPayer)],
  );
  // whoever pays without a known amount stands in the picture as well, with nothing to compare
  shown.same(
    'who invests and who gains',
    sorted(Object.entries(saving.byPayer).flatMap(([payer, cents]) => (cents === 0 ? [] : `${payer} ${roleOf(cents)}`))),
    sorted(
      comparison.payers.filter(({ role }) => role === 'INVESTS' || role === 'GAINS').map(({ payer, role }) => `${payer} ${role}`),
    ),
  );
  const [now, then] = [of('AS_NOW').totals, of('BREAKTHROUGH').totals];
  shown.say(row(`${comparison.horizonMonths} maanden / m.`, 'zoals nu / as now', 'doorbraak / breakthrough', 'scheelt / saved'));
  for (const { payer, asNowCents, breakthroughCents, savingCents, role } of comparison.payers)
    shown.say(
      role === 'NOT_KNOWN'
        ? `${payer.padEnd(16)}betaalt mee, bedrag niet bekend / pays a share, amount not known`
        : `${row(payer, euros(asNowCents), euros(breakthroughCents), euros(savingCents))}  ${ROLES[role]}`,
    );
  shown.say(row('samen / total', money(now.totalCents), money(then.totalCents), money(comparison.savingCents)));
  for (const { kind, unpriced } of [of('AS_NOW'), of('BREAKTHROUGH')])
    if (unpriced.length > 0)
      shown.say(`zonder prijs, in geen som / no price, in no sum (${kind}): ${unpriced.map(({ note }) => note).join('; ')}`);
  return plan;
}

const ROLES: Record<string, string> = { INVESTS: 'legt in / invests', GAINS: 'wint / gains', EVEN: 'gelijk / even' };
const roleOf = (cents: number) => (cents > 0 ? 'GAINS' : 'INVESTS');

export const costs = (told: Told): Proof => ({
  ...told,
  at: 'PLAN',
  async show(scene, shown) {
    await showCosts(scene, shown);
  },
});
