import { Acts } from './case.acts';
import { playAfter } from './case.after';
import { Acting, type Stage } from './case.acting';
import { caseFile, type CaseName } from './case.file';
import { playMap } from './case.map';
import { playPlan } from './case.plan';

/**
 * Plays one household of a case through the api, each act by whom it belongs to: what has a date on its own day, what has none on the day
 * of the plan. The key of every act follows from the code of the household, so a play that was cut off is completed by the next.
 */
export class CasePlayer extends Acting {
  /** The household before there is a plan. */
  map(): Promise<void> {
    return playMap(this);
  }

  /** The household with its plan, as far as these parts of it go. */
  async play(acts: readonly string[]): Promise<void> {
    await this.map();
    await playPlan(this, new Acts(acts));
  }

  /** The decision by whom the file says, on its day. */
  async decide(by = this.file.plan.decision.by): Promise<void> {
    const { on, text, negativeReturnSigned } = this.file.plan.decision;
    await this.on(on);
    const { status, version } = await this.state(by);
    if (status === 'DECIDED') return;
    const input = { plan: this.plan, seen: version, text: text.nl, negativeReturnSigned };
    await this.by(this.person(by), 'Plan', 'decidePlan', this.id('decision', by), input);
  }

  /** The agency of a measure says no to it, aloud, on the day on which it would have been decided. */
  async refuse(measure: string, reason: string): Promise<void> {
    const { on } = this.file.plan.decision;
    await this.on(on);
    const { agency, result } = this.file.plan.measures.find(({ key }) => key === measure)!;
    const no = {
      involvement: this.id('involvement', agency),
      measure: this.id('measure', measure),
      what: result.nl,
      reason,
      alternative: 'Bezwaar maken, samen.',
    };
    await this.write('recordRefusal', 'refusal', measure, { ...no, channel: 'PHONE', onDay: on });
  }

  /** The plan is given up, by the lead. */
  async stop(reason: string): Promise<void> {
    const { version } = await this.state(this.file.household.lead);
    await this.write('stopPlan', 'stop', '', { seen: version, reason });
  }

  protected async state(as: string): Promise<{ status: string; version: number }> {
    const { household } = await this.stage.ask<{ household: { plan: { status: string; version: number } } }>(
      this.person(as),
      'query ($id: ID!) { household(id: $id) { plan { status version } } }',
      { id: this.household },
    );
    return household.plan;
  }

  /** All of the file, as far as its day has come. */
  async toTheEnd(acts: readonly string[] = ['*']): Promise<void> {
    const { demoClock, plan } = this.file;
    if (demoClock.planDate <= demoClock.today) await this.play(acts);
    else await this.map();
    if (plan.decision.on <= demoClock.today) {
      await this.decide();
      await playAfter(this);
    }
    await this.on(demoClock.today);
    // The last thing that is done: it says that all the rest was.
    await this.tell('markSeen', 'seen', '', {});
  }
}

/** The household that a newcomer finds: the case as its file tells it, to the end. Whether it is there already the lead knows, who looked last. */
export async function playToTheEnd(stage: Stage, name: CaseName): Promise<void> {
  const player = new CasePlayer(stage, name, caseFile(name).household.code);
  const { household } = await stage.ask<{ household: { changes: { since: string | null } | null } | null }>(
    player.lead,
    'query ($id: ID!) { household(id: $id) { changes { since } } }',
    { id: player.household },
  );
  if (!household?.changes?.since) await player.toTheEnd();
}
