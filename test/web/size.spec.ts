import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const WEB = path.join(__dirname, '../../dist/web');
type Chunk = { file: string; imports?: string[]; css?: string[] };
const manifest = JSON.parse(readFileSync(path.join(WEB, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** What the browser fetches before anything shows: the entry and what it imports at once. */
function atFirst(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  chunk.imports?.forEach((other) => atFirst(other, seen));
  return seen;
}
const compressed = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(WEB, file))).length, 0);

test('the first load is at most 180 kB of compressed script; map, plan and charts come when they are needed', () => {
  const first = atFirst('index.html');
  expect(compressed(first)).toBeLessThanOrEqual(180_000);
  const later = Object.values(manifest).map(({ file }) => file);
  expect(later.some((file) => file.endsWith('.js') && !first.has(file))).toBe(true);
});
