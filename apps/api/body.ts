import type { Request } from 'express';

/** For how long the rest of what is refused may still come in, so that whoever sends it hears the answer; it is thrown away unread. */
const DRAIN_MS = 2000;

/** The raw body, or null as soon as it is more than this: nothing past that is held, and what was said of its length counts first. */
export async function bodyUpTo(request: Request, most: number): Promise<Buffer | null> {
  const said = Number(request.get('content-length') ?? 0);
  const parts: Buffer[] = [];
  let size = 0;
  if (said <= most)
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > most) break;
      parts.push(part);
    }
  if (said <= most && size <= most) return Buffer.concat(parts, size);
  discard(request);
  return null;
}

/** Of a request that is refused before it is read. */
export function discard(request: Request): void {
  request.resume();
  setTimeout(() => request.destroy(), DRAIN_MS).unref();
}
