import { caseFile, type CaseFile, type CaseName } from './case.file';
import { CasePlayer, type Stage } from './case.player';
import { Shown, type Proof } from './case.proof';
import { PETER } from './peter.proofs';

export const PROOFS: Partial<Record<CaseName, Proof[]>> = { peter: PETER };

export type Line = { proof: Proof; text: string; shown: Shown };

/** Shows the lines of a case one by one, each in households that are played for it in a DEMO municipality. */
export class Prover {
  readonly proofs: Proof[];
  private readonly truth: CaseFile;
  private households = 0;

  /** @param run tells the households of one run from those of another */
  constructor(
    private readonly stage: Stage,
    private readonly name: CaseName,
    private readonly run: string,
  ) {
    this.truth = caseFile(name);
    this.proofs = PROOFS[name] ?? [];
    if (this.texts.length !== this.proofs.length)
      throw new Error(`${name}: ${this.texts.length} lines have ${this.proofs.length} proofs`);
  }

  private get texts(): string[] {
    return this.truth.mustShow.filter(({ by }) => by === 'first').map(({ text }) => text);
  }

  /** All lines; the one that is to be broken plays in a household of its own. */
  async *lines(broken?: Proof): AsyncGenerator<Line> {
    const right = await this.play(this.truth);
    for (const [n, proof] of this.proofs.entries())
      yield { proof, text: this.texts[n] ?? '', shown: await (proof === broken ? this.spoiled(proof) : this.show(proof, right)) };
  }

  /** One line, with its mistake in what is played. */
  async spoiled(proof: Proof): Promise<Shown> {
    const file = caseFile(this.name);
    proof.spoil.in(file);
    return this.show(proof, await this.play(file));
  }

  private async show(proof: Proof, player: CasePlayer): Promise<Shown> {
    const shown = new Shown();
    const { stage, truth } = this;
    await proof.show({ stage, player, truth, fresh: () => this.player(player.file) }, shown);
    await player.on(truth.demoClock.planDate);
    return shown;
  }

  private player(file: CaseFile): CasePlayer {
    return new CasePlayer(this.stage, this.name, `${this.truth.household.code}-${this.run}-${++this.households}`, file);
  }

  private async play(file: CaseFile): Promise<CasePlayer> {
    const player = this.player(file);
    await player.play(['*']);
    return player;
  }
}
