import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@doorbraak/kernel';
import { act, askAt, refusalsOf, type Room } from '../../apps/demo/ask';
import type { Stage } from '../../apps/demo/case.acting';
import { caseFile, type CaseName } from '../../apps/demo/case.file';
import { CasePlayer, playToTheEnd } from '../../apps/demo/case.player';
import type { Proof } from '../../apps/demo/case.proof';
import { PROOFS, Prover } from '../../apps/demo/case.prover';
import { loadPeople } from '../../apps/demo/load';
import { agencyId, PEOPLE } from '../../apps/demo/people';
import { World } from '../world';

export const MINUTES = 60_000;

type Cost = { totalCents: string; byPayer: Record<string, string>; unpriced: number };
type Amounts = { payer: string; cents: string }[];

/** One case, told over HTTP in a municipality of its own. */
export class Story {
  private constructor(
    private readonly world: World,
    readonly stage: Stage,
    readonly name: CaseName,
  ) {}

  static async open(name: CaseName): Promise<Story> {
    const world = await World.open();
    const stage = { ask: askAt(world.address, ({ subject }) => world.issuer.token(subject)), issuer: world.issuer.url };
    await loadPeople(world.db.url, stage.issuer, stage.ask);
    return new Story(world, stage, name);
  }

  close(): Promise<void> {
    return this.world.close();
  }

  /** The household that a newcomer finds, on the day on which its file ends. */
  async household(): Promise<CasePlayer> {
    await playToTheEnd(this.stage, this.name);
    const player = new CasePlayer(this.stage, this.name, caseFile(this.name).household.code);
    await player.rememberMembers();
    await player.on(player.file.demoClock.today);
    return player;
  }

  /** Which lines are not shown, and what was wanting in each; those of a year later are looked up in the household that a newcomer finds. */
  async wanting(): Promise<string[]> {
    const keys: string[] = [];
    const prover = new Prover(this.stage, this.name, 'right', new Map([['END', await this.household()]]));
    for await (const { proof, shown } of prover.lines())
      if (shown.differences.length > 0) keys.push(`${proof.key}: ${JSON.stringify(shown.differences)}`);
    return keys;
  }

  /** What is wanting in a line that is played with its mistake. */
  async spoiled(proof: Proof): Promise<unknown[]> {
    return (await new Prover(this.stage, this.name, proof.key).spoiled(proof)).differences;
  }

  /** Households as far as a stage of the file, by what was done in them. */
  private readonly stages = new Map<string, CasePlayer>();

  /** What keeps the plan from being decided at a stage of the file; who asks after the same acts asks of the same household. */
  async whyNotDecide(stage: number): Promise<string[]> {
    const { acts, asking } = caseFile(this.name).expectWhyNotDecide[stage]!;
    const player = this.stages.get(acts.join()) ?? new CasePlayer(this.stage, this.name, `STAGE-${stage}`);
    if (!this.stages.has(acts.join())) await player.play(acts);
    this.stages.set(acts.join(), player);
    const { household } = await this.stage.ask<{ household: { plan: { whyNotDecide: { code: string }[] } } }>(
      player.person(asking),
      'query ($id: ID!) { household(id: $id) { plan { whyNotDecide { code } } } }',
      { id: player.household },
    );
    return [...new Set(household.plan.whyNotDecide.map(({ code }) => code))].sort();
  }

  /** What the plan was expected to cost, and what the years before and after really did, as its file says it. */
  async costs({ household, lead }: CasePlayer): Promise<Record<string, Cost>> {
    const { household: found } = await this.stage.ask<{
      household: {
        plan: {
          scenarios: { kind: string; totals: { totalCents: string | null; byPayer: Amounts; unpricedCount: number } }[];
          comparison: { savingCents: string | null; byPayer: Amounts };
          realised: { kind: string; totals: { totalCents: string | null; byPayer: Amounts } | null; unpriced: unknown[] }[];
        };
      };
    }>(
      lead,
      `query ($id: ID!) { household(id: $id) { plan {
        scenarios { kind totals { totalCents byPayer { payer cents } unpricedCount } }
        comparison { savingCents byPayer { payer cents } }
        realised { kind totals { totalCents byPayer { payer cents } } unpriced { item } } } } }`,
      { id: household },
    );
    const { scenarios, comparison, realised } = found.plan;
    const byPayer = (list: Amounts) => Object.fromEntries(list.map(({ payer, cents }) => [payer, cents]));
    return {
      ...Object.fromEntries(
        scenarios.map(({ kind, totals }) => [
          kind,
          { totalCents: totals.totalCents ?? 'not known', byPayer: byPayer(totals.byPayer), unpriced: totals.unpricedCount },
        ]),
      ),
      saving: { totalCents: comparison.savingCents ?? 'not known', byPayer: byPayer(comparison.byPayer), unpriced: 0 },
      ...Object.fromEntries(
        realised.map((one) => [
          one.kind,
          {
            totalCents: one.totals?.totalCents ?? 'not known',
            byPayer: byPayer(one.totals?.byPayer ?? []),
            unpriced: one.unpriced.length,
          },
        ]),
      ),
    };
  }

  /** The same, as the file expects it; what is not known is no zero. */
  expectedCosts(): Record<string, Cost> {
    const { expectCost, realised } = caseFile(this.name);
    const cost = ({
      totalCents,
      byPayer,
      unpriced,
    }: {
      totalCents: number;
      byPayer: Record<string, number>;
      unpriced?: number;
    }) => ({
      // The files write 0 where nothing has a price.
      totalCents: Object.keys(byPayer).length ? `${totalCents}` : 'not known',
      byPayer: Object.fromEntries(Object.entries(byPayer).map(([payer, cents]) => [payer, `${cents}`])),
      unpriced: unpriced ?? 0,
    });
    const really = (period: 'before12' | 'after12') => ({
      ...cost(expectCost.realised[period]),
      ...(realised[period].known ? {} : { totalCents: 'not known' }),
    });
    return {
      AS_NOW: cost(expectCost.AS_NOW),
      BREAKTHROUGH: cost(expectCost.BREAKTHROUGH),
      saving: cost(expectCost.saving),
      BEFORE: really('before12'),
      AFTER: really('after12'),
    };
  }

  /** Somebody who speaks for an agency that takes part, and whom the file of the case does not know. */
  async liaison(agency: string): Promise<{ subject: string }> {
    const subject = `${this.name}-${agency}`;
    const administrator = PEOPLE.find(
      ({ municipality, role }) => municipality === this.name && role === 'FUNCTIONAL_ADMINISTRATOR',
    )!;
    const account = { issuer: this.stage.issuer, subject, roles: ['AGENCY_LIAISON'], label: `${agency} (verzonnen)` };
    await act(this.stage.ask, administrator, 'Directory', 'invite', newId(), { ...account, agency: agencyId(this.name, agency) });
    return { subject };
  }

  /** The codes with which somebody is refused an act; none when it is done. */
  async refused(who: { subject: string }, room: Room, name: string, key: string, input: object): Promise<string[]> {
    return (await refusalsOf(act(this.stage.ask, who, room, name, key, input))).map(({ code }) => code);
  }

  /** A question of `test/questions`. */
  question<T>(name: string, who: { subject: string }, variables: Record<string, unknown>): Promise<T> {
    return this.stage.ask<T>(who, readFileSync(join(__dirname, '../questions', `${name}.graphql`), 'utf8'), variables);
  }
}

/** What every case has to keep: each line shown, the stages and the costs of its file. */
export function keepsItsFile(name: CaseName, story: () => Story): void {
  showsItsLines(story);
  passesItsStages(name, story);
}

export function showsItsLines(story: () => Story): void {
  test(
    'everything that its file says must be shown is shown',
    async () => {
      expect(await story().wanting()).toEqual([]);
    },
    10 * MINUTES,
  );

  test(
    'what it was expected to cost, and what it did, is that of its file; what is not known is no zero',
    async () => {
      expect(await story().costs(await story().household())).toEqual(story().expectedCosts());
    },
    10 * MINUTES,
  );
}

/** That the lines above can fail at all: each is played with its mistake. */
export function noticesMistakes(name: CaseName, story: () => Story): void {
  test.each(PROOFS[name].map((proof) => ({ key: proof.key, mistake: proof.spoil.en, proof })))(
    'the line $key is not shown when there is a mistake: $mistake',
    async ({ proof }) => {
      expect(await story().spoiled(proof)).not.toEqual([]);
    },
    10 * MINUTES,
  );
}

export function passesItsStages(name: CaseName, story: () => Story): void {
  test.each(caseFile(name).expectWhyNotDecide.map(({ stage, asking, codes }, n) => ({ stage, asking, codes, n })))(
    'what keeps it from being decided: $stage ($asking)',
    async ({ codes, n }) => {
      expect(await story().whyNotDecide(n)).toEqual(codes.toSorted());
    },
    10 * MINUTES,
  );
}
