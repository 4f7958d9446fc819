/** What the font of papers is made with; the library comes with pdfkit and has no types. Names that begin with _ are its inside. */
declare module 'fontkit' {
  export type FontPoint = { onCurve: boolean; endContour: boolean; x: number; y: number; copy(): FontPoint };
  export type FontPart = {
    glyphID: number;
    dx: number;
    dy: number;
    scaleX: number;
    scaleY: number;
    scale01: number;
    scale10: number;
  };
  export type RawGlyph = { numberOfContours: number; points?: FontPoint[]; components?: FontPart[] };
  export type FontStream = { buffer: Uint8Array };
  export type Woff2 = {
    stream: FontStream;
    numGlyphs: number;
    directory: { tables: Record<string, { offset: number; length: number } | undefined> };
    characterSet: number[];
    glyphForCodePoint(code: number): { id: number };
    getGlyph(id: number): { advanceWidth: number } | null;
    _decompress(): void;
    _transformGlyfTable(): void;
    _transformedGlyphs: RawGlyph[];
    _variationProcessor: { transformPoints(id: number, points: FontPoint[]): void };
    constructor: new (stream: FontStream, coordinates: number[]) => Woff2;
  };
  export function create(bytes: Uint8Array): Woff2;
}
