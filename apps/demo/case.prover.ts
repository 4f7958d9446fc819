import type { Stage } from './case.acting';
import { caseFile, type CaseFile, type CaseName } from './case.file';
import { CasePlayer } from './case.player';
import { Shown, type Proof, type Until } from './case.proof';
import { MARIA } from './maria.proofs';
import { PETER } from './peter.proofs';
import { TWENTY_FIVE } from './twenty-five.proofs';
import { WAJONG } from './wajong.proofs';
import { YEARLY } from './yearly.proofs';

export const PROOFS: Record<CaseName, Proof[]> = {
  peter: PETER,
  wajong: WAJONG,
  maria: MARIA,
  yearly: YEARLY,
  'twenty-five': TWENTY_FIVE,
};

export type Line = { proof: Proof; text: string; shown: Shown };

/** The lines of a file that the api shows; the others are for a screen or a report. */
export const linesOf = ({ mustShow }: CaseFile): string[] =>
  mustShow.filter(({ by }) => by === 'first' || by === 'method').map(({ text }) => text);

/** Shows the lines of a case one by one, each in households that are played for it in a DEMO municipality. */
export class Prover {
  readonly proofs: Proof[];
  private readonly truth: CaseFile;
  private readonly texts: string[];
  private households = 0;

  /**
   * @param run tells the households of one run from those of another
   * @param played households of the case that were played already, as far as they went
   */
  constructor(
    private readonly stage: Stage,
    private readonly name: CaseName,
    private readonly run: string,
    private readonly played = new Map<Until, CasePlayer>(),
  ) {
    this.truth = caseFile(name);
    this.texts = linesOf(this.truth);
    this.proofs = PROOFS[name];
    if (this.texts.length !== this.proofs.length)
      throw new Error(`${name}: ${this.texts.length} lines have ${this.proofs.length} proofs`);
  }

  /** All lines; the one that is to be broken plays in a household of its own, the others share one for each stretch that they need. */
  async *lines(broken?: Proof): AsyncGenerator<Line> {
    const { played } = this;
    for (const [n, proof] of this.proofs.entries()) {
      if (proof !== broken && !played.has(proof.at)) played.set(proof.at, await this.play(this.truth, proof.at));
      const shown = proof === broken ? await this.spoiled(proof) : await this.show(proof, played.get(proof.at)!);
      yield { proof, text: this.texts[n] ?? '', shown };
    }
  }

  /** One line, with its mistake in what is played. */
  async spoiled(proof: Proof): Promise<Shown> {
    const file = caseFile(this.name);
    proof.spoil.in(file);
    return this.show(proof, await this.play(file, proof.at));
  }

  private async show(proof: Proof, player: CasePlayer): Promise<Shown> {
    const shown = new Shown();
    const { stage, truth } = this;
    await player.on(proof.at === 'END' ? truth.demoClock.today : truth.demoClock.planDate);
    await proof.show({ stage, player, truth, fresh: () => this.player(player.file) }, shown);
    return shown;
  }

  private player(file: CaseFile): CasePlayer {
    return new CasePlayer(this.stage, this.name, `${this.truth.household.code}-${this.run}-${++this.households}`, file);
  }

  private async play(file: CaseFile, until: Until): Promise<CasePlayer> {
    const player = this.player(file);
    if (until === 'MAP') await player.map();
    else if (until === 'PLAN') await player.play(['*']);
    else await player.toTheEnd();
    return player;
  }
}
