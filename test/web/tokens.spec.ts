import { readFileSync } from 'node:fs';
import path from 'node:path';

const CSS = readFileSync(path.join(__dirname, '../../apps/web/styles/tokens.css'), 'utf8');

/** The colours of each block that declares them: light, dark of the device, dark by choice. */
const blocks = [...CSS.matchAll(/\{([^{}]*--bg:[^{}]*)\}/g)].map(
  ([, text = '']) => new Map([...text.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour])),
);
const [light, ofDevice, dark] = blocks as [Map<string, string>, Map<string, string>, Map<string, string>];

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (colour: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** Text needs 4.5, a border of a control and the ring of focus 3 (WCAG 1.4.3 and 1.4.11). */
const TEXT = [
  ...['ink', 'ink2', 'accent', 'knot', 'open', 'prot', 'proc', 'warn'].flatMap((over) =>
    ['bg', 'surface'].map((under) => [over, under]),
  ),
  ...['ink', 'ink2'].map((over) => [over, 'sunk']),
  ...['accent', 'knot', 'open', 'prot', 'proc', 'warn'].map((over) => [over, `${over}soft`]),
  ...['accentsoft', 'knotsoft', 'opensoft', 'protsoft', 'procsoft', 'warnsoft'].map((under) => ['ink', under]),
  ['onaccent', 'accent'],
  ['bg', 'ink'],
];
const SHAPES = ['edge', 'now', 'focus'].flatMap((over) => ['bg', 'surface'].map((under) => [over, under]));

describe.each([
  ['light', light],
  ['dark', dark],
])('colours in %s', (_name, colours) => {
  const of = (pair: string[]) => contrast(colours.get(pair[0] ?? '') ?? '', colours.get(pair[1] ?? '') ?? '');

  test('text can be read', () => expect(TEXT.filter((pair) => !(of(pair) >= 4.5))).toEqual([]));
  test('borders of controls and focus can be seen', () => expect(SHAPES.filter((pair) => !(of(pair) >= 3))).toEqual([]));
});

test('dark is the same, whether the device or the reader chose it, and no colour is missing in it', () => {
  expect(Object.fromEntries(ofDevice)).toEqual(Object.fromEntries(dark));
  expect([...dark.keys()]).toEqual([...light.keys()]);
});
