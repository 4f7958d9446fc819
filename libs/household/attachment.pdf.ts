import { inflateSync } from 'node:zlib';
import {
  EncryptedPDFError,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { MOST_PAGES, withoutCamera } from './attachment.rules';

/** What a page is made of. Everything else a page can carry (actions, files, notes of programs, threads, thumbnails) stays behind. */
const OF_A_PAGE = new Set([
  ...['Type', 'Parent', 'MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'],
  ...['Resources', 'Contents', 'Rotate', 'UserUnit', 'Group', 'Annots'],
]);
/** Marks on a page that somebody sees on paper as well: what was filled in, written, stamped or drawn. */
const SEEN = new Set([
  'Widget',
  'FreeText',
  'Stamp',
  'Ink',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Highlight',
  'Underline',
  'StrikeOut',
]);
/** What such a mark is drawn by. */
const OF_A_MARK = new Set(['Type', 'Subtype', 'Rect', 'AP', 'AS', 'F', 'OC', 'BS', 'Border']);
/** Nowhere in what is kept, wherever it stood. */
const NOWHERE = [
  'A',
  'AA',
  'AF',
  'EF',
  'JS',
  'JavaScript',
  'Metadata',
  'OPI',
  'OpenAction',
  'PieceInfo',
  'Ref',
  'URI',
  'LastModified',
  'StructParent',
  'StructParents',
];

/** A picture that was packed twice unpacks to no more than this. */
const MOST_UNPACKED = 20 * 1024 * 1024;

const nameOf = (dict: PDFDict, key: string): string => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
};
const keepOnly = (dict: PDFDict, keys: ReadonlySet<string>): void => {
  for (const key of dict.keys()) if (!keys.has(key.decodeText())) dict.delete(key);
};

/**
 * The same pages in a document of our own, without anything that is not seen on them: no scripts, actions, files, forms, notes of programs
 * or what cameras wrote in pictures. Throws on what cannot be read, on a document with a password, and on too many pages.
 */
export async function pdfAnew(bytes: Buffer): Promise<{ bytes: Buffer; pages: number }> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  const { length } = source.getPages();
  if (length === 0 || length > MOST_PAGES) throw new Error('no pages, or too many');
  for (const { node } of source.getPages()) {
    keepOnly(node, OF_A_PAGE);
    keepSeen(node);
  }
  const made = await PDFDocument.create({ updateMetadata: false });
  for (const page of await made.copyPages(source, source.getPageIndices())) made.addPage(page);
  const { context } = made;
  for (const [ref, object] of context.enumerateIndirectObjects()) clean(context, ref, object);
  dropUnreached(context);
  // Kept as it was, unread: nobody knows what it is.
  if (context.enumerateIndirectObjects().some(([, object]) => object instanceof PDFInvalidObject))
    throw new Error('not to be read');
  return { bytes: Buffer.from(await made.save({ useObjectStreams: false, addDefaultPage: false })), pages: length };
}

/** Whether it was the password. */
export const isLocked = (error: unknown): boolean => error instanceof EncryptedPDFError;

function keepSeen(page: PDFDict): void {
  const marks = page.lookup(PDFName.of('Annots'));
  page.delete(PDFName.of('Annots'));
  if (!(marks instanceof PDFArray)) return;
  const seen = marks.asArray().filter((_, i) => {
    const mark = marks.lookup(i);
    if (!(mark instanceof PDFDict) || !SEEN.has(nameOf(mark, 'Subtype')) || !mark.lookup(PDFName.of('AP'))) return false;
    keepOnly(mark, OF_A_MARK);
    // A form field without its form is a stamp: what was filled in stays to be read.
    mark.set(PDFName.of('Subtype'), PDFName.of('Stamp'));
    return true;
  });
  if (seen.length) page.set(PDFName.of('Annots'), page.context.obj(seen));
}

const dictOf = (object: PDFObject): PDFDict | undefined =>
  object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined;

/** Walks what stands directly in an object; what it points at has a turn of its own. */
function* within(object: PDFObject): Generator<PDFDict> {
  const dict = dictOf(object);
  if (dict) yield dict;
  const inner = dict ? dict.values() : object instanceof PDFArray ? object.asArray() : [];
  for (const one of inner) if (!(one instanceof PDFRef)) yield* within(one);
}

function clean(context: PDFContext, ref: PDFRef, object: PDFObject): void {
  for (const dict of within(object)) for (const key of NOWHERE) dict.delete(PDFName.of(key));
  if (!(object instanceof PDFStream)) return;
  // A stream whose bytes are in a file elsewhere.
  for (const key of ['F', 'FFilter', 'FDecodeParms']) object.dict.delete(PDFName.of(key));
  if (!(object instanceof PDFRawStream) || nameOf(object.dict, 'Subtype') !== 'Image') return;
  const filter = object.dict.lookup(PDFName.of('Filter'));
  const names = (filter instanceof PDFArray ? filter.asArray() : [filter]).map((one) =>
    one instanceof PDFName ? one.decodeText() : '',
  );
  if (names.at(-1) !== 'DCTDecode') return;
  const coded = names.slice(0, -1).reduce(unpacked, Buffer.from(object.contents));
  const picture = withoutCamera(coded);
  if (!picture) throw new Error('a picture that cannot be followed');
  object.dict.delete(PDFName.of('Length'));
  object.dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
  context.assign(ref, PDFRawStream.of(object.dict, picture));
}

function unpacked(bytes: Buffer, filter: string): Buffer {
  if (filter !== 'FlateDecode') throw new Error('a picture that cannot be followed');
  return inflateSync(bytes, { maxOutputLength: MOST_UNPACKED });
}

/** What nothing on a page points at any more would otherwise still be written. */
function dropUnreached(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const waiting: PDFObject[] = [context.trailerInfo.Root!];
  while (waiting.length) {
    const object = waiting.pop()!;
    if (object instanceof PDFRef) {
      const found = reached.has(object) ? undefined : context.lookup(object);
      reached.add(object);
      if (found) waiting.push(found);
    } else waiting.push(...(dictOf(object)?.values() ?? (object instanceof PDFArray ? object.asArray() : [])));
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
