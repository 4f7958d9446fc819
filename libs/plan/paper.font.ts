import { readFileSync } from 'node:fs';
import { create, type FontPoint, type FontStream, type Woff2 } from 'fontkit';

/*
 * The font of the product (Source Sans 3, OFL) comes as one variable file, packed for browsers. A PDF that a screen reader can read has its
 * font inside, and what embeds fonts takes neither a packed one nor one with a weight that varies. So the two weights of a paper are drawn
 * from it here, once, as plain TrueType in memory: outlines at that weight, and the tables that do not depend on it as they are. No second
 * family, no font file of our own making to keep or to license.
 */
const fileOfLetters = (letters: string) =>
  readFileSync(require.resolve(`@fontsource-variable/source-sans-3/files/source-sans-3-${letters}-wght-normal.woff2`));
/** Polish and Turkish names stand in the second, Ukrainian ones in the third. The first gives everything that is of the whole font. */
const LETTERS = ['latin', 'latin-ext', 'cyrillic'];

export const WEIGHTS = { normal: 400, bold: 650 } as const;
export type Weight = keyof typeof WEIGHTS;

const made = new Map<Weight, Buffer>();

export function fontOf(weight: Weight): Buffer {
  let font = made.get(weight);
  if (!font) made.set(weight, (font = plainFont(LETTERS.map(fileOfLetters), WEIGHTS[weight])));
  return font;
}

/** Tables that say the same at every weight. Kerning is that of the lightest; it differs by a hair. */
const AS_THEY_ARE = ['GDEF', 'GPOS', 'GSUB', 'OS/2', 'name'];

type Outline = { points: Pick<FontPoint, 'onCurve' | 'endContour' | 'x' | 'y'>[]; advance: number };

/** One font from several files: glyphs of the first keep their numbers, so that its tables of kerning and ligatures hold. */
export function plainFont(packed: readonly Buffer[], weight: number): Buffer {
  const outlines: Outline[] = [];
  const glyphOfCode = new Map<number, number>();
  for (const file of packed) {
    const { drawn, codes } = atWeight(file, weight);
    for (const [code, glyph] of codes) if (!glyphOfCode.has(code)) glyphOfCode.set(code, outlines.length + glyph);
    outlines.push(...drawn);
  }
  const font = unpacked(packed[0]!);
  const tableOf = (name: string): Buffer => {
    const table = font.directory.tables[name];
    if (!table) throw new Error(`the font has no table ${name}`);
    return Buffer.from(font.stream.buffer.subarray(table.offset, table.offset + table.length));
  };
  const glyphs = outlines.map(glyphOf);
  const [head, hhea, maxp, post] = [tableOf('head'), tableOf('hhea'), tableOf('maxp'), tableOf('post').subarray(0, 32)];
  head.writeUInt32BE(0, 8); // the sum of the whole file, once it is known
  head.writeInt16BE(1, 50); // places of glyphs in four bytes
  hhea.writeUInt16BE(outlines.length, 34); // a width for each glyph
  maxp.writeUInt16BE(outlines.length, 4);
  maxp.writeUInt16BE(Math.max(...outlines.map(({ points }) => points.length)), 6);
  post.writeUInt32BE(0x00030000, 0); // glyphs have no names
  return fileOf({
    ...Object.fromEntries(AS_THEY_ARE.map((name) => [name, tableOf(name)])),
    ...{ head, hhea, maxp, post },
    cmap: codesOf(glyphOfCode),
    hmtx: Buffer.concat(outlines.map(({ points, advance }) => int16s(advance, Math.min(...xs(points))))),
    loca: placesOf(glyphs),
    glyf: Buffer.concat(glyphs),
  });
}

function unpacked(file: Buffer): Woff2 {
  const font = create(file);
  font._decompress();
  return font;
}

function atWeight(file: Buffer, weight: number): { drawn: Outline[]; codes: [number, number][] } {
  const light = unpacked(file);
  const Stream = light.stream.constructor as new (bytes: Uint8Array) => FontStream;
  const varied = new light.constructor(new Stream(file), [weight]);
  varied._decompress();
  light._transformGlyfTable();
  return {
    drawn: Array.from({ length: light.numGlyphs }, (_, id) => outlineOf(varied, light, id)),
    codes: light.characterSet.map((code) => [code, light.glyphForCodePoint(code).id]),
  };
}

const xs = (points: Outline['points']) => (points.length ? points.map(({ x }) => x) : [0]);
const ys = (points: Outline['points']) => (points.length ? points.map(({ y }) => y) : [0]);
const int16s = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, i) => bytes.writeInt16BE(Math.round(number), i * 2));
  return bytes;
};

class Point implements FontPoint {
  constructor(
    readonly onCurve: boolean,
    readonly endContour: boolean,
    public x: number,
    public y: number,
  ) {}
  copy = () => new Point(this.onCurve, this.endContour, this.x, this.y);
}

/** The outline of a glyph at the weight; one that is put together from others is drawn out. */
function outlineOf(varied: Woff2, light: Woff2, id: number): Outline {
  const { points = [], components = [] } = light._transformedGlyphs[id]!;
  const own = [...points.map(({ onCurve, endContour, x, y }) => new Point(onCurve, endContour ?? false, x, y))];
  const moved = [...own, ...components.map(({ dx, dy }) => new Point(true, true, dx, dy))];
  // The four points behind an outline carry its width: where it begins and where the next one does.
  const behind = [0, light.getGlyph(id)!.advanceWidth, 0, 0].map((x) => new Point(true, true, x, 0));
  varied._variationProcessor.transformPoints(id, [...moved, ...behind]);
  const drawn = components.flatMap(({ glyphID, scaleX, scaleY, scale01, scale10 }, i) =>
    outlineOf(varied, light, glyphID).points.map((point) => ({
      ...point,
      x: point.x * scaleX + point.y * scale01 + moved[i]!.x,
      y: point.y * scaleY + point.x * scale10 + moved[i]!.y,
    })),
  );
  const all = components.length ? drawn : own;
  return {
    points: all.map(({ onCurve, endContour, x, y }) => ({ onCurve, endContour, x: Math.round(x), y: Math.round(y) })),
    advance: behind[1]!.x - behind[0]!.x,
  };
}

/** A simple glyph as TrueType has it: ends of contours, a flag per point, steps in x, steps in y. */
function glyphOf({ points }: Outline): Buffer {
  if (points.length === 0) return Buffer.alloc(0);
  const ends = points.flatMap(({ endContour }, i) => (endContour ? [i] : []));
  const steps = (values: number[]) => int16s(...values.map((value, i) => value - (values[i - 1] ?? 0)));
  const glyph = Buffer.concat([
    int16s(ends.length, Math.min(...xs(points)), Math.min(...ys(points)), Math.max(...xs(points)), Math.max(...ys(points))),
    int16s(...ends, 0), // and no instructions
    Buffer.from(points.map(({ onCurve }) => (onCurve ? 1 : 0))),
    steps(xs(points)),
    steps(ys(points)),
  ]);
  return Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)]);
}

/** Which character is which glyph, one group each (format 12). */
function codesOf(glyphOfCode: ReadonlyMap<number, number>): Buffer {
  const codes = [...glyphOfCode].sort(([a], [b]) => a - b);
  const table = Buffer.alloc(12 + 16 + codes.length * 12);
  [0, 1, 3, 10].forEach((number, i) => table.writeUInt16BE(number, i * 2));
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + codes.length * 12, 16);
  table.writeUInt32BE(codes.length, 24);
  codes.forEach(([code, glyph], i) =>
    [code, code, glyph].forEach((number, j) => table.writeUInt32BE(number, 28 + i * 12 + j * 4)),
  );
  return table;
}

function placesOf(glyphs: Buffer[]): Buffer {
  const places = Buffer.alloc((glyphs.length + 1) * 4);
  let at = 0;
  glyphs.forEach(({ length }, i) => places.writeUInt32BE((at += length), (i + 1) * 4));
  return places;
}

/** A font file: a directory of tables in the order of their names, each at a multiple of four, with its sum. */
function fileOf(tables: Record<string, Buffer>): Buffer {
  const named = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + named.length * 16);
  const power = Math.floor(Math.log2(named.length));
  directory.writeUInt32BE(0x00010000, 0);
  [named.length, 2 ** power * 16, power, (named.length - 2 ** power) * 16].forEach((number, i) =>
    directory.writeUInt16BE(number, 4 + i * 2),
  );
  const parts = [directory];
  let at = directory.length;
  named.forEach(([name, table], i) => {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    directory.write(name, 12 + i * 16, 'latin1');
    directory.writeUInt32BE(sumOf(padded), 16 + i * 16);
    directory.writeUInt32BE(at, 20 + i * 16);
    directory.writeUInt32BE(table.length, 24 + i * 16);
    parts.push(padded);
    at += padded.length;
  });
  const file = Buffer.concat(parts);
  const head = named
    .slice(
      0,
      named.findIndex(([name]) => name === 'head'),
    )
    .reduce((sum, [, { length }]) => sum + Math.ceil(length / 4) * 4, directory.length);
  file.writeUInt32BE((0xb1b0afba - sumOf(file)) >>> 0, head + 8);
  return file;
}

function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
