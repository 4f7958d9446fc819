import { type Size, SIZES, type Wish } from './size.rules';

export const USAGE = `npm run population -- --size ${SIZES.join('|')} [--seed <number>] [--completed 25|15|8]`;

const COMPLETED = ['25', '15', '8'];

/** What is wanted, or everything that is wrong with how it is asked. */
export function wishOf(given: readonly string[]): { wish: Wish } | { wrong: string[] } {
  const asked = new Map<string, string>();
  const wrong: string[] = [];
  for (let n = 0; n < given.length; n += 2) {
    const [name = '', value] = [given[n], given[n + 1]];
    if (!['--size', '--seed', '--completed'].includes(name)) wrong.push(`${name} is not known.`);
    else if (value === undefined || value.startsWith('--')) wrong.push(`${name} names nothing.`);
    asked.set(name, value ?? '');
  }
  const size = asked.get('--size');
  const seed = asked.get('--seed') ?? '1';
  const completed = asked.get('--completed') ?? COMPLETED[0]!;
  if (!SIZES.includes(size as Size))
    wrong.push(`--size is one of ${SIZES.join(', ')}, not ${size === undefined ? 'nothing' : `"${size}"`}.`);
  if (!/^\d{1,9}$/.test(seed)) wrong.push(`--seed is a whole number, not "${seed}".`);
  if (!COMPLETED.includes(completed)) wrong.push(`--completed is one of ${COMPLETED.join(', ')}, not "${completed}".`);
  return wrong.length ? { wrong } : { wish: { size: size as Size, seed: Number(seed), completed: Number(completed) } };
}
