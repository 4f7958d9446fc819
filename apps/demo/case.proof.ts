import type { Words } from '@doorbraak/kernel';
import type { CaseFile } from './case.file';
import type { Stage } from './case.acting';
import type { CasePlayer } from './case.player';

/** What was found wanting: what should have been, and what the api answered. */
export type Difference = { what: string; expected: unknown; found: unknown };

/** What a proof shows, gathered while it asks. */
export class Shown {
  readonly lines: string[] = [];
  readonly differences: Difference[] = [];

  say(...lines: string[]): void {
    this.lines.push(...lines);
  }

  /** Both are read as JSON: what came over HTTP is nothing else. */
  same(what: string, expected: unknown, found: unknown): void {
    if (JSON.stringify(expected) !== JSON.stringify(found)) this.differences.push({ what, expected, found });
  }
}

/** How far a household is played: until there is a plan, all but the decision, or all that came after it as well. */
export type Until = 'MAP' | 'PLAN' | 'END';

/** A line of a case file that the product has to show. */
export type Proof = {
  key: string;
  at: Until;
  title: Words;
  /** A small real mistake in what is played, that this proof must notice. */
  spoil: Words & { in: (file: CaseFile) => void };
  /** @param truth the file as it is; the player may play another one */
  show(scene: Scene, shown: Shown): Promise<void>;
};

export type Scene = {
  stage: Stage;
  /** A household that was played as far as the proof wants it. */
  player: CasePlayer;
  truth: CaseFile;
  /** One more household of the same play, in which nothing was done yet. */
  fresh(): CasePlayer;
};
