const MOST_BYTES = 5 * 1024 * 1024;
const LONGEST = 2400;

/** A photo small enough to send and still readable; without place and device in it. A PDF stays as it is. */
export async function ready(file: File): Promise<File | 'kind' | 'large'> {
  if (file.type === 'application/pdf') return file.size > MOST_BYTES ? 'large' : file;
  if (!file.type.startsWith('image/')) return 'kind';
  try {
    const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST / Math.max(drawn.width, drawn.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(drawn.width * scale);
    canvas.height = Math.round(drawn.height * scale);
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    drawn.close();
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    if (!made) return 'kind';
    return made.size > MOST_BYTES ? 'large' : new File([made], 'photo.jpg', { type: 'image/jpeg' });
  } catch {
    return 'kind';
  }
}
