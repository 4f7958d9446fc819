import PDFDocument from 'pdfkit';
import type { Block, Line, Paper } from './paper.blocks';
import { fontOf, type Weight } from './paper.font';

/** Sizes and the distance between lines, in points; `pad` is the white above and below a row of a table, in lines. The letter never gets smaller because a text is long. */
export type Type = { text: number; line: number; heading: number; title: number; quote: number; foot: number; pad: number };
export const TYPES = {
  normal: { text: 11.5, line: 16.5, heading: 13.5, title: 21, quote: 15, foot: 9, pad: 0.28 },
  large: { text: 16, line: 23, heading: 18.5, title: 27, quote: 20, foot: 12, pad: 0.28 },
  /** for agencies and lawyers */
  dense: { text: 9.5, line: 13, heading: 11.5, title: 17, quote: 11, foot: 8, pad: 0.16 },
} as const satisfies Record<string, Type>;

export type Drawn = { bytes: Buffer; /** before the annex */ bodyPages: number; pages: number };

const MM = 72 / 25.4;
const MARGIN = 18 * MM;
/** A paragraph of so many lines is not divided over two pages. */
const WHOLE = 6;
const HAIR = '#8c8a84';

/** Blocks onto A4, as a PDF with the structure that a screen reader follows. `together`: a table that fits on one page is not divided. */
export async function drawPaper(paper: Paper, type: Type, { together = false } = {}): Promise<Drawn> {
  const sheet = new Sheet(paper, type, together);
  paper.body.forEach((block, i) => sheet.draw(block, paper.body[i + 1]));
  const bodyPages = sheet.pages;
  if (paper.annex.length && paper.annex[0]!.kind !== 'page') sheet.turn();
  for (const block of paper.annex) sheet.draw(block);
  return { bytes: await sheet.end(), bodyPages, pages: sheet.pages };
}

type Table = Extract<Block, { kind: 'table' }>;
type Piece = { text: string; weight: Weight; lang?: 'nl' };
type Words = { width: number; pieces: Piece[] };
/** What text is for a reader of the structure; a head of a table also says of what. */
type Tag = 'P' | 'H1' | 'H2' | 'H3' | 'Lbl' | 'LBody' | 'TD' | 'TH Column' | 'TH Row';
/** The library says scope by itself, and the numbering of a list not. */
type Attributed = { dictionary: { data: { A?: { O: 'List'; ListNumbering: string } } } };
const NUMBERING = { numbers: 'Decimal', points: 'Disc', boxes: 'None' } as const;

/** Pieces that follow each other in one language, over lines. */
function inOneLanguage(lines: readonly Words[]) {
  const spans: { lang: 'nl' | undefined; pieces: { piece: Piece; line: number; from: number }[] }[] = [];
  lines.forEach(({ pieces }, line) =>
    pieces.forEach((piece, from) => {
      if (spans.at(-1)?.lang !== piece.lang || !spans.length) spans.push({ lang: piece.lang, pieces: [] });
      spans.at(-1)!.pieces.push({ piece, line, from });
    }),
  );
  return spans;
}

class Sheet {
  pages = 1;
  private y = MARGIN;
  private lying = false;
  private chosen: Weight | undefined;
  /** of a text at one point */
  private readonly widths = new Map<string, number>();
  private readonly doc: PDFKit.PDFDocument;
  private readonly parts: Buffer[] = [];
  private readonly done: Promise<unknown>;
  private readonly root: PDFKit.PDFStructureElement;

  constructor(
    private readonly paper: Paper,
    private readonly type: Type,
    private readonly together: boolean,
  ) {
    const { title, language, madeOn } = paper;
    this.doc = new PDFDocument({
      ...{ size: 'A4', margin: 0, pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, displayTitle: true, bufferPages: true },
      lang: language === 'nl' ? 'nl-NL' : 'en-GB',
      info: { Title: title, Creator: 'Doorbraak', Producer: 'Doorbraak', CreationDate: new Date(`${madeOn}T12:00:00Z`) },
      font: fontOf('normal') as unknown as string,
    } as unknown as PDFKit.PDFDocumentOptions);
    this.doc.on('data', (part: Buffer) => this.parts.push(part));
    this.done = new Promise((resolve) => this.doc.once('end', resolve));
    for (const weight of ['normal', 'bold'] as const) this.doc.registerFont(weight, fontOf(weight));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  turn(lying = this.lying): void {
    this.lying = lying;
    this.doc.addPage({ size: 'A4', margin: 0, layout: lying ? 'landscape' : 'portrait' });
    this.pages++;
    this.y = MARGIN;
  }

  async end(): Promise<Buffer> {
    this.root.end();
    for (let page = 0; page < this.pages; page++) this.edges(page);
    this.doc.end();
    await this.done;
    return Buffer.concat(this.parts);
  }

  draw(block: Block, next?: Block): void {
    const { text, line, heading, title, quote } = this.type;
    switch (block.kind) {
      case 'title':
        if (block.over) this.paragraph('P', [{ text: block.over }], text * 0.92, line);
        this.paragraph('H1', [{ text: block.text, bold: true }], title, title * 1.25);
        return this.down(line * 0.25);
      case 'quote':
        this.paragraph('P', [{ text: block.text, ...(block.lang ? { lang: block.lang } : {}) }], quote, quote * 1.35);
        return this.down(line * 0.6);
      case 'heading':
        // A heading stays with what it is the heading of.
        this.room(heading * 1.9 + line * 1.25 + this.leastOf(next));
        if (this.together && next?.kind === 'table') this.keep(heading * 1.9 + line * 1.25 + this.heightOf(next));
        if (this.y > MARGIN) this.down(line * 0.75);
        this.rule(1.2, 'black');
        this.down(line * 0.35);
        this.paragraph('H2', [{ text: block.text, bold: true }], heading, heading * 1.35);
        return this.down(line * 0.15);
      case 'small heading':
        this.room(line * 3);
        this.down(line * 0.4);
        return this.paragraph('H3', [{ text: block.text, bold: true }], text, line);
      case 'text':
        this.paragraph('P', block.line, text, line);
        return this.down(line * 0.25);
      case 'list':
        return this.list(block.items, block.marks);
      case 'table':
        return this.table(block);
      case 'card':
        return this.card(block.left, block.right);
      case 'signatures':
        return this.signatures(block.names);
      case 'page':
        return this.turn(block.lying);
    }
  }

  private down(by: number): void {
    this.y += by;
  }

  /** From margin to margin. */
  private get across(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  private get bottom(): number {
    return this.doc.page.height - MARGIN - this.type.foot * 2.6;
  }

  /** On the next page when there is no room for so much here. */
  private room(height: number): void {
    if (this.y + height > this.bottom) this.turn();
  }

  /** How much of a block at least stands below its heading. */
  private leastOf(next: Block | undefined): number {
    const { text, line } = this.type;
    const first = next?.kind === 'text' ? next.line : next?.kind === 'list' ? next.items[0] : undefined;
    const tall = first ? this.lines(first, text, this.across).length : 3;
    return line * (tall <= WHOLE ? tall : 3);
  }

  /** On the next page when it fits there and not here. */
  private keep(height: number): void {
    if (height < this.bottom - MARGIN) this.room(height);
  }

  private heightOf({ head, parts, rows }: Table): number {
    const { line, pad } = this.type;
    const widths = this.columns(parts);
    const tall = (cells: readonly Line[]) =>
      Math.max(...cells.map((cell, i) => this.lines(cell, this.type.text, widths[i]!).length));
    return [head.map((name): Line => [{ text: name, bold: true }]), ...rows].reduce(
      (sum, cells) => sum + (tall(cells) + pad * 2) * line,
      0,
    );
  }

  /** Widths of what stands in the columns, without the white between them. */
  private columns(parts: readonly number[]): number[] {
    const whole = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => (part / whole) * this.across - this.type.text * 0.9);
  }

  private artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  private rule(width: number, colour: string, at = this.y): void {
    this.artifact(() =>
      this.doc
        .moveTo(MARGIN, at)
        .lineTo(MARGIN + this.across, at)
        .lineWidth(width)
        .stroke(colour),
    );
  }

  /** What is on every page beside its text: the mark of a draft, version and date, and which page it is. A reader of the structure skips it. */
  private edges(page: number): void {
    const { foot } = this.type;
    const { mark } = this.paper;
    this.doc.switchToPage(page);
    const at = this.doc.page.height - MARGIN - foot;
    this.artifact(() => {
      this.doc
        .moveTo(MARGIN, at - foot * 0.6)
        .lineTo(MARGIN + this.across, at - foot * 0.6)
        .lineWidth(0.6)
        .stroke(HAIR);
      this.put([{ text: this.paper.foot, weight: 'normal' }], MARGIN, at, foot);
      const number = this.paper.pageOf(page + 1, this.pages);
      this.put([{ text: number, weight: 'normal' }], MARGIN + this.across - this.widthOf(number, 'normal', foot), at, foot);
      if (mark)
        this.put(
          [{ text: mark, weight: 'bold' }],
          MARGIN + this.across - this.widthOf(mark, 'bold', foot),
          MARGIN - foot * 1.8,
          foot,
        );
    }, 'Pagination');
  }

  // Text

  private widthOf(text: string, weight: Weight, size: number): number {
    const key = `${weight} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) this.widths.set(key, (width = this.write(weight, 100).widthOfString(text) / 100));
    return width * size;
  }

  /** Choosing a font that is chosen already takes longer than writing a word. */
  private write(weight: Weight, size: number): PDFKit.PDFDocument {
    if (this.chosen !== weight) this.doc.font((this.chosen = weight));
    return this.doc.fontSize(size);
  }

  /** Words onto lines of this width. What is kept together and longer than a line, such as a day, is parted; a word gets a hyphen. */
  private lines(runs: Line, size: number, width: number): Words[] {
    const lines: Words[] = [{ width: 0, pieces: [] }];
    const put = (text: string, weight: Weight, lang: 'nl' | undefined) => {
      const wide = this.widthOf(text, weight, size);
      let line = lines.at(-1)!;
      if (line.width + this.widthOf(text.trimEnd(), weight, size) > width && line.pieces.length)
        lines.push((line = { width: 0, pieces: [] }));
      if (wide > width && text.length > 1) {
        const between = text.trimEnd().lastIndexOf('\u00a0');
        const at = between > 0 ? between + 1 : Math.ceil(text.length / 2);
        put(between > 0 ? `${text.slice(0, between)} ` : `${text.slice(0, at)}-`, weight, lang);
        return put(text.slice(at), weight, lang);
      }
      const last = line.pieces.at(-1);
      if (last && last.weight === weight && last.lang === lang) last.text += text;
      else line.pieces.push({ text, weight, ...(lang ? { lang } : {}) });
      line.width += wide;
    };
    for (const { text, bold, lang } of runs)
      for (const word of shown(text).match(/[^ \n\t]+[ \n\t]*|[ \n\t]+/g) ?? [])
        put(word.replace(/[ \n\t]+$/, ' '), bold ? 'bold' : 'normal', lang);
    return lines;
  }

  private put(pieces: readonly Piece[], x: number, y: number, size: number): void {
    let at = x;
    for (const { text, weight } of pieces) {
      this.write(weight, size).fillColor('black').text(text, at, y, { lineBreak: false });
      at += this.widthOf(text, weight, size);
    }
  }

  /** Lines at a place, as the content of the structure that is made for them. */
  private block(tag: Tag, lines: readonly Words[], x: number, y: number, size: number, step: number, parent = this.root): void {
    const [role, scope] = tag.split(' ') as [string, string | undefined];
    const element = this.doc.struct(role, (scope ? { scope } : {}) as object);
    parent.add(element);
    // What somebody wrote in another language than the paper is read aloud in that one, in its place.
    for (const { lang, pieces } of inOneLanguage(lines)) {
      const draw = () => {
        for (const { piece, line, from } of pieces) {
          const at = x + this.widthTo(lines[line]!, from, size);
          this.put([piece], at, y + line * step + (step - size * 1.25) / 2, size);
        }
        this.doc.fillColor('black');
      };
      element.add(lang ? this.doc.struct('Span', { lang: 'nl-NL' }, [draw]) : draw);
    }
    element.end();
  }

  /** What stands before this piece of a line. */
  private widthTo({ pieces }: Words, piece: number, size: number): number {
    return pieces.slice(0, piece).reduce((sum, { text, weight }) => sum + this.widthOf(text, weight, size), 0);
  }

  private paragraph(tag: Tag, runs: Line, size: number, step: number, x = MARGIN, width = this.across, parent = this.root): void {
    let rest = this.lines(runs, size, width);
    this.room((rest.length <= WHOLE ? rest.length : 3) * step);
    while (rest.length) {
      const fit = Math.max(1, Math.floor((this.bottom - this.y) / step));
      const here = rest.slice(0, fit);
      this.block(tag, here, x, this.y, size, step, parent);
      this.down(here.length * step);
      rest = rest.slice(fit);
      if (rest.length) this.turn();
    }
  }

  private list(items: readonly Line[], marks: 'numbers' | 'boxes' | 'points'): void {
    const { text, line } = this.type;
    const indent = text * 2.1;
    const list = this.doc.struct('L');
    (list as unknown as Attributed).dictionary.data.A = { O: 'List', ListNumbering: NUMBERING[marks] };
    this.root.add(list);
    items.forEach((item, i) => {
      this.room(Math.min(this.lines(item, text, this.across - indent).length, 4) * line);
      const one = this.doc.struct('LI');
      list.add(one);
      const label = marks === 'numbers' ? `${i + 1}` : marks === 'points' ? '•' : '';
      if (label)
        this.block(
          'Lbl',
          [{ width: 0, pieces: [{ text: `${label} `, weight: marks === 'numbers' ? 'bold' : 'normal' }] }],
          MARGIN,
          this.y,
          text,
          line,
          one,
        );
      else
        this.artifact(() =>
          this.doc
            .rect(MARGIN + 0.5, this.y + (line - text) / 2 + text * 0.12, text * 0.78, text * 0.78)
            .lineWidth(0.9)
            .stroke('black'),
        );
      this.paragraph('LBody', item, text, line, MARGIN + indent, this.across - indent, one);
      one.end();
      this.down(line * 0.28);
    });
    list.end();
  }

  private table({ caption, head, parts, rows }: Table): void {
    const { text, line } = this.type;
    const gap = text * 0.9;
    const widths = this.columns(parts);
    const pad = line * this.type.pad;
    const heads = head.map((name): Line => [{ text: name, bold: true }]);
    const table = this.doc.struct('Table', { title: caption });
    this.root.add(table);
    const row = (cells: readonly Line[], isHead = false) => {
      const laid = cells.map((cell, i) => this.lines(cell, text, widths[i]!));
      const height = Math.max(...laid.map(({ length }) => length)) * line;
      if (this.y + height + pad * 2 > this.bottom && this.y > MARGIN + line) {
        this.turn();
        if (!isHead) row(heads, true);
      }
      const element = this.doc.struct('TR');
      table.add(element);
      let x = MARGIN;
      laid.forEach((lines, i) => {
        this.block(isHead ? 'TH Column' : i === 0 ? 'TH Row' : 'TD', lines, x, this.y + pad, text, line, element);
        x += widths[i]! + gap;
      });
      element.end();
      this.down(height + pad * 2);
      this.rule(isHead ? 0.9 : 0.5, isHead ? 'black' : HAIR);
    };
    this.room(line * 3);
    row(heads, true);
    for (const cells of rows) row(cells);
    table.end();
    this.down(line * 0.4);
  }

  private card(left: readonly Line[], right: readonly Line[]): void {
    const { text, line } = this.type;
    const pad = line * 0.7;
    const split = this.across * 0.56;
    const columns = [
      { x: MARGIN + pad, laid: left.map((one) => this.lines(one, text, split - pad)) },
      { x: MARGIN + split + pad * 0.5, laid: right.map((one) => this.lines(one, text, this.across - split - pad * 1.5)) },
    ];
    const heights = columns.map(({ laid }) => laid.reduce((sum, { length }) => sum + length, 0) * line);
    const height = Math.max(...heights) + pad * 1.4;
    this.room(height);
    const top = this.y;
    this.artifact(() => this.doc.roundedRect(MARGIN, top, this.across, height, 6).lineWidth(1.3).stroke('black'));
    for (const { x, laid } of columns) {
      let y = top + pad * 0.7;
      for (const lines of laid) {
        this.block('P', lines, x, y, text, line);
        const last = lines.at(-1)!;
        const from = x + last.width + text * 0.4;
        const at = y + lines.length * line - line * 0.25;
        // What ends in a colon is filled in by hand.
        if (last.pieces.at(-1)?.text.endsWith(':'))
          this.artifact(() =>
            this.doc
              .moveTo(from, at)
              .lineTo(MARGIN + this.across - pad, at)
              .lineWidth(0.5)
              .stroke(HAIR),
          );
        y += lines.length * line;
      }
    }
    this.y = top + height;
    this.down(line * 0.3);
  }

  private signatures(names: readonly string[]): void {
    const { text, line } = this.type;
    this.room(line * 4);
    this.down(line * 2.6);
    const width = this.across / names.length - text;
    names.forEach((name, i) => {
      const x = MARGIN + i * (width + text * 1.5);
      const at = this.y;
      this.artifact(() =>
        this.doc
          .moveTo(x, at)
          .lineTo(x + width, at)
          .lineWidth(0.8)
          .stroke('black'),
      );
      this.block('P', this.lines([{ text: name }], text * 0.92, width), x, at + line * 0.2, text * 0.92, line);
    });
    this.down(line * 1.4);
  }
}

/** What no font of the paper has stands as a question mark, never as nothing. */
const shown = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/€ /g, '€\u00a0')
    .replace(/\p{Extended_Pictographic}|\p{Script=Arabic}|\p{Script=Han}|\p{Script=Hebrew}/gu, '?');
