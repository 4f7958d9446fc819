import { type Reason, reason } from '@doorbraak/kernel';

export type AttachmentKind = 'JPEG' | 'PNG' | 'PDF';

/** As it comes in. A photo of a letter by a telephone is two to four of these. */
export const MOST_BYTES = 5 * 1024 * 1024;
/** As it is kept: a drawing can take more room when it is encoded anew, and there is an end to that. */
export const MOST_BYTES_KEPT = 10 * 1024 * 1024;
export const MOST_PER_LETTER = 10;
export const MOST_PAGES = 100;
/** More than any telephone takes today; what unpacks to more is made to hurt. */
export const MOST_PIXELS = 50_000_000;

const TYPES: Record<AttachmentKind, { type: string; ending: string }> = {
  JPEG: { type: 'image/jpeg', ending: 'jpg' },
  PNG: { type: 'image/png', ending: 'png' },
  PDF: { type: 'application/pdf', ending: 'pdf' },
};
export const typeOf = (kind: AttachmentKind): string => TYPES[kind].type;

/** What somebody says that it is: only good for a no before anything is read. */
export const isTypeTaken = (said: string | undefined): boolean =>
  Object.values(TYPES).some(({ type }) => type === said?.split(';')[0]!.trim().toLowerCase());

const BEGINNINGS: [AttachmentKind, Buffer][] = [
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['PDF', Buffer.from('%PDF-')],
];

/** What it is by its first bytes, whatever it is called; undefined = none of the three. */
export const kindOf = (bytes: Buffer): AttachmentKind | undefined =>
  BEGINNINGS.find(([, first]) => bytes.subarray(0, first.length).equals(first))?.[0];

/** Before it is unpacked. */
export const whyNotTake = (bytes: Buffer): Reason[] => [
  ...(bytes.length > MOST_BYTES ? [reason('ATTACHMENT_TOO_LARGE')] : []),
  ...(kindOf(bytes) ? [] : [reason('ATTACHMENT_KIND')]),
];

export const whyNotOneMore = (there: readonly unknown[]): Reason[] =>
  there.length < MOST_PER_LETTER ? [] : [reason('ATTACHMENTS_FULL')];

/** A name for who saves it: when the letter came and nothing of what it says. */
export const fileNameOf = (receivedOn: string, kind: AttachmentKind): string => `brief-${receivedOn}.${TYPES[kind].ending}`;

/** Segments of a JPEG that make the picture: its frame, its tables, JFIF (APP0) and how its colours are written (Adobe, APP14). */
const isPicture = (marker: number): boolean => !((marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe);
const START_OF_SCAN = 0xda;

/**
 * A JPEG without what a camera wrote in it: place, time, device, comments; nor anything behind its end. Not encoded anew, for pictures
 * inside a PDF. Undefined = not a JPEG that can be followed.
 */
export function withoutCamera(jpeg: Buffer): Buffer | undefined {
  if (kindOf(jpeg) !== 'JPEG') return undefined;
  const kept: Buffer[] = [jpeg.subarray(0, 2)];
  for (let at = 2; at + 4 <= jpeg.length; ) {
    const marker = jpeg[at + 1]!;
    if (jpeg[at] !== 0xff) return undefined;
    if (marker === START_OF_SCAN) {
      const end = jpeg.lastIndexOf(Buffer.from([0xff, 0xd9]));
      return end < at ? undefined : Buffer.concat([...kept, jpeg.subarray(at, end + 2)]);
    }
    const next = at + 2 + jpeg.readUInt16BE(at + 2);
    if (isPicture(marker)) kept.push(jpeg.subarray(at, next));
    at = next;
  }
  return undefined;
}
