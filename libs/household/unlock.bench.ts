import { findUnlock, type WaitFact } from './unlock.rules';

/** `node dist/libs/household/unlock.bench.js`: how long one circular wait of 30 and of 60 waits takes, over drawn examples. */
const DRAWS = 40;

/** The same numbers at every run (a linear congruential generator), so that two machines measure the same waits. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One ring through all members, so that it is one circular wait, and the other waits drawn between any two of them. */
function drawn(waits: number, members: number, seed: number): WaitFact[] {
  const draw = numbers(seed);
  return Array.from({ length: waits }, (_, i) => {
    const from = i < members ? i : draw(members);
    const to = i < members ? (i + 1) % members : (from + 1 + draw(members - 1)) % members;
    return { id: `w${i}`, waiting: `m${from}`, for: `m${to}`, liftable: draw(10) > 0, hasRoom: draw(3) === 0 };
  });
}

for (const [waits, members] of [
  [30, 8],
  [30, 15],
  [60, 10],
  [60, 20],
  [60, 30],
] as const) {
  const results = Array.from({ length: DRAWS }, (_, seed) => {
    const facts = drawn(waits, members, seed + 1);
    const begin = process.hrtime.bigint();
    const { smallest } = findUnlock(facts);
    return { ms: Number(process.hrtime.bigint() - begin) / 1e6, ...smallest };
  });
  const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(DRAWS - 1, Math.floor(share * DRAWS))]!.toFixed(1).padStart(8);
  const exact = results.filter((result) => result.exact).length;
  const counted = results.filter((result) => result.countExact).length;
  process.stdout.write(
    `${waits} waits, ${String(members).padStart(2)} members: median ${at(0.5)} ms, 9 of 10 within ${at(0.9)} ms, slowest ${at(1)} ms; ` +
      `${exact} of ${DRAWS} exact, ${counted} counted\n`,
  );
}
