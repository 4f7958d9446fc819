import sharp from 'sharp';
import { MOST_PIXELS } from './attachment.rules';

sharp.cache(false);
sharp.concurrency(1);

/** A letter stays legible, and a photo is not kept larger than anybody reads it. */
const MOST_ACROSS = 4000;
const SECONDS = 10;

/**
 * The same picture, upright, encoded anew: what is not the picture (place, time, device, a second file behind it) is not taken along.
 * Throws on what is no picture, is cut off, or unpacks to more than is taken.
 */
export async function imageAnew(bytes: Buffer, kind: 'JPEG' | 'PNG'): Promise<Buffer> {
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, sequentialRead: true, pages: 1 });
  const { format } = await picture.metadata();
  if (format !== kind.toLowerCase()) throw new Error('not what its first bytes say');
  const upright = picture
    .autoOrient()
    .resize({ width: MOST_ACROSS, height: MOST_ACROSS, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .timeout({ seconds: SECONDS });
  return kind === 'JPEG' ? upright.jpeg({ quality: 82 }).toBuffer() : upright.png({ compressionLevel: 9 }).toBuffer();
}
