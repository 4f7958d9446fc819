import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { type Reason, reason, type RefusalCode } from '@doorbraak/kernel';
import { type AttachmentKind, kindOf, MOST_BYTES_KEPT, whyNotTake } from './attachment.rules';

export type Anew = { kind: AttachmentKind; pages: number; bytes: Buffer };

const PDF_THREAD = join(__dirname, 'attachment.pdf.worker.cjs');
const LONGEST_MS = 15_000;

/** Makes what came in anew, one at a time: a pile of photos does not take the machine from who reads. */
@Injectable()
export class AttachmentsAnew {
  private last: Promise<unknown> = Promise.resolve();

  /** What is kept, or every reason why not. */
  make(bytes: Buffer): Promise<Anew | Reason[]> {
    const whyNot = whyNotTake(bytes);
    if (whyNot.length) return Promise.resolve(whyNot);
    const next = this.last.then(() => anew(bytes, kindOf(bytes)!));
    this.last = next;
    return next;
  }
}

async function anew(bytes: Buffer, kind: AttachmentKind): Promise<Anew | Reason[]> {
  try {
    const made = kind === 'PDF' ? await pdfInThread(bytes) : { bytes: await anImage(bytes, kind), pages: 1 };
    if ('why' in made) return [reason(made.why)];
    return made.bytes.length > MOST_BYTES_KEPT ? [reason('ATTACHMENT_TOO_LARGE')] : { kind, ...made };
  } catch {
    return [reason('ATTACHMENT_UNREADABLE')]; // the words of a reader quote what it read
  }
}

/** What reads images is large; it is loaded with the first of them, and so the api is there sooner. */
const anImage = async (bytes: Buffer, kind: Exclude<AttachmentKind, 'PDF'>): Promise<Buffer> =>
  (await import('./attachment.images')).imageAnew(bytes, kind);

type FromThread = { bytes: Uint8Array; pages: number } | { why: RefusalCode };

async function pdfInThread(bytes: Buffer): Promise<Omit<Anew, 'kind'> | { why: RefusalCode }> {
  const thread = new Worker(PDF_THREAD, { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: 256 } });
  try {
    const made = await new Promise<FromThread>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('it ended without an answer')));
      setTimeout(() => reject(new Error('it took too long')), LONGEST_MS).unref();
    });
    return 'why' in made ? made : { pages: made.pages, bytes: Buffer.from(made.bytes) };
  } finally {
    await thread.terminate();
  }
}
