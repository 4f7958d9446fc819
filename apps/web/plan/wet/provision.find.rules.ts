export interface Findable {
  key: string;
  law: string;
  lawTitle: string;
  article: string;
  lid: string | null;
  item: string | null;
  summary: string;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

/** What somebody types: `pw 58 8`, `participatiewet 58`, `awb 3:4 lid 2`, or words of the summary. */
const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !['lid', 'art', 'art.', 'artikel', 'article', 'paragraph'].includes(word));

/** Best first: the law by its short name, then the article, then the paragraph; else words of the summary. At most `most`. */
export function findProvisions<P extends Findable>(all: readonly P[], text: string, most = 8): P[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  return all
    .map((provision, at) => ({ provision, at, score: score(provision, words) }))
    .filter(({ score: points }) => points > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, most)
    .map(({ provision }) => provision);
}

/** Every word has to fit somewhere; the better it fits, the more points. */
function score(provision: Findable, words: readonly string[]): number {
  const numbers = [provision.article, provision.lid ?? '', provision.item ?? ''].map(plain);
  const names = [...plain(provision.lawTitle).split(/[\s-]+/), plain(provision.law), plain(provision.lawTitle)];
  const summary = plain(provision.summary);
  let points = 0;
  let number = 0;
  for (const word of words) {
    const at = numbers.findIndex((one, index) => index >= number && one !== '' && one === word);
    const begun = numbers.findIndex((one, index) => index >= number && one !== '' && one.startsWith(word));
    if (at >= 0) {
      points += 20 - at;
      number = at + 1;
    } else if (names.includes(word)) points += 12;
    else if (begun >= 0 && /\d/.test(word)) {
      points += 8 - begun;
      number = begun + 1;
    } else if (names.some((name) => name.startsWith(word))) points += 6;
    else if (names.some((name) => shortens(word, name))) points += 4;
    else if (word.length > 2 && summary.includes(word)) points += 2;
    else return 0;
  }
  return points;
}

/** `pw` for participatiewet: a few letters of a longer name, in their order, beginning with its first. */
function shortens(word: string, name: string): boolean {
  if (word.length < 2 || word.length > 4 || word[0] !== name[0] || !/wet$/.test(name)) return false;
  let at = 0;
  for (const letter of name) if (letter === word[at]) at += 1;
  return at === word.length;
}
