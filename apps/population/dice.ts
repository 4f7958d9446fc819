import { createHash } from 'node:crypto';

/** Throws that look like chance and are always the same for one name (sfc32). */
export class Dice {
  private readonly state: Uint32Array;

  constructor(name: string) {
    const digest = createHash('sha256').update(name).digest();
    this.state = Uint32Array.from([0, 4, 8, 12], (at) => digest.readUInt32LE(at));
  }

  /** From 0 to below 1. */
  throw(): number {
    const [a, b, c, d] = this.state as unknown as [number, number, number, number];
    const sum = (a + b + d) | 0;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = (c + (c << 3)) | 0;
    this.state[2] = ((c << 21) | (c >>> 11)) + sum;
    this.state[3] = d + 1;
    return (sum >>> 0) / 2 ** 32;
  }

  chance(of: number): boolean {
    return this.throw() < of;
  }

  /** Both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.throw() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }

  /** So many different ones, in the order of the list; all when it holds no more. */
  some<T>(list: readonly T[], count: number): T[] {
    let [left, wanted] = [list.length, Math.min(count, list.length)];
    return list.filter(() => {
      const taken = this.throw() * left-- < wanted;
      if (taken) wanted--;
      return taken;
    });
  }

  /** Around 1, with a long tail upwards: half lies below 1. */
  tail(spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.throw())) * Math.cos(2 * Math.PI * this.throw());
    return Math.exp(spread * normal);
  }
}
