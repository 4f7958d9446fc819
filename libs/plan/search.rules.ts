import { folded } from '@doorbraak/kernel';

/** Whether every word that was typed is somewhere in these texts; the words are folded already. */
export function matches(words: readonly string[], texts: readonly (string | null)[]): boolean {
  const all = folded(texts.filter((text) => text !== null).join('\n'));
  return words.every((word) => all.includes(word));
}

/** What begins with what was typed comes first; the rest keeps its order. */
export const beginFirst = <Hit>(hits: readonly Hit[], words: readonly string[], nameOf: (hit: Hit) => string): Hit[] => {
  const begins = (hit: Hit) => words.some((word) => folded(nameOf(hit)).startsWith(word));
  return [...hits.filter(begins), ...hits.filter((hit) => !begins(hit))];
};

/** A part of every kind when there is no room for all: each in turn gives one, so that many of one kind do not hide another. */
export function fairShare<Hit>(lists: readonly (readonly Hit[])[], most: number): Hit[][] {
  const taken = lists.map(() => 0);
  let left = most;
  for (let more = true; more && left > 0; ) {
    more = false;
    for (const [i, list] of lists.entries())
      if (left > 0 && taken[i]! < list.length) {
        taken[i]!++;
        left--;
        more = true;
      }
  }
  return lists.map((list, i) => list.slice(0, taken[i]));
}
