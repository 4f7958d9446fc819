/** Which parts of a plan are played, in the words of the case files: `*` all, `-x` all but x, `+ground:...` and `set:...` one more. */
export class Acts {
  constructor(private readonly acts: readonly string[]) {}

  has(part: string): boolean {
    return this.acts.includes('*') ? !this.acts.includes(`-${part}`) : this.acts.includes(part);
  }

  perspective(kind: string): boolean {
    const [whole, one] = [this.has('perspectives'), this.has(`perspective:${kind}`)];
    return this.acts.includes('*') ? whole && one : whole || one;
  }

  /** Another verdict than the one in the file. */
  verdict(of: `value:${string}` | `perspective:${string}`): string | undefined {
    return this.acts.find((one) => one.startsWith(`set:${of}=`))?.split('=')[1];
  }

  get groundsMore() {
    return this.acts
      .filter((one) => one.startsWith('+ground:'))
      .map((one) => {
        const [measure = '', provision = '', role = ''] = one.slice('+ground:'.length).split('|');
        return { key: one, measure, provision, role, argument: { nl: one, en: one } };
      });
  }
}
