/** Something that can be named: a type of problem, an agency, a problem of this household. */
export interface Named {
  id: string;
  /** What the reader sees. */
  label: string;
  /** More words under which it is found: its domain, its kind. */
  also?: string;
}

export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const words = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);

/** How well one typed word names a thing: a whole word, its beginning, or part of it; 0 = not at all. */
function weight(word: string, label: readonly string[], also: readonly string[]): number {
  if (label.includes(word)) return 6;
  if (label.some((one) => one.startsWith(word))) return 4;
  if (word.length >= 3 && label.some((one) => one.includes(word))) return 3;
  if (also.some((one) => one.startsWith(word))) return 1;
  return 0;
}

/** 0 when a typed word names nothing of it. */
function score(typed: readonly string[], { label, also }: Named): number {
  const [own, other] = [words(label), words(also ?? '')];
  const each = typed.map((word) => weight(word, own, other));
  if (each.some((one) => one === 0)) return 0;
  return each.reduce((sum, one) => sum + one, 0) + typed.length / (own.length + 1);
}

/** The things that fit all typed words, the best first; the order of the list decides between equals. */
export function matches<Thing extends Named>(typed: string, things: readonly Thing[], most = 7): Thing[] {
  const asked = words(typed);
  if (asked.length === 0) return things.slice(0, most);
  return things
    .map((thing) => ({ thing, score: score(asked, thing) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ thing }) => thing);
}

/** Of a line that begins with a name: the things that fit its first words, and what remains after those words. */
export function leading<Thing extends Named>(typed: string, things: readonly Thing[]): { found: Thing[]; rest: string } {
  const parts = typed.split(/\s+/).filter(Boolean);
  for (let many = Math.min(5, parts.length); many > 0; many -= 1) {
    const found = matches(parts.slice(0, many).join(' '), things);
    if (found.length && words(parts.slice(0, many).join(' ')).length) return { found, rest: parts.slice(many).join(' ') };
  }
  return { found: [], rest: typed };
}
