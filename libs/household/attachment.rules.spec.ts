import sharp from 'sharp';
import { isTypeTaken, kindOf, MOST_BYTES, whyNotOneMore, whyNotTake, withoutCamera } from './attachment.rules';

const jpeg = (bytes: number[] = []) => Buffer.from([0xff, 0xd8, 0xff, ...bytes]);

test.each([
  ['image/jpeg', true],
  ['image/png; charset=binary', true],
  ['APPLICATION/PDF', true],
  ['image/svg+xml', false],
  ['text/html', false],
  ['', false],
  [undefined, false],
])('%s is taken: %s', (said, taken) => {
  expect(isTypeTaken(said)).toBe(taken);
});

test('what it is follows from its first bytes, and only from the very first', () => {
  expect(kindOf(jpeg())).toBe('JPEG');
  expect(kindOf(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toBe('PNG');
  expect(kindOf(Buffer.from('%PDF-1.7'))).toBe('PDF');
  for (const other of ['<html>%PDF-1.7', 'GIF89a', '', ' %PDF-', 'PK\x03\x04'])
    expect(kindOf(Buffer.from(other))).toBeUndefined();
});

test('every reason comes at once', () => {
  const codes = (bytes: Buffer) => whyNotTake(bytes).map(({ code }) => code);
  expect(codes(jpeg())).toEqual([]);
  expect(codes(Buffer.alloc(MOST_BYTES + 1))).toEqual(['ATTACHMENT_TOO_LARGE', 'ATTACHMENT_KIND']);
  expect(whyNotOneMore(Array(9)).map(({ code }) => code)).toEqual([]);
  expect(whyNotOneMore(Array(10)).map(({ code }) => code)).toEqual(['ATTACHMENTS_FULL']);
});

test('a picture inside a PDF loses what the camera wrote, and what stands behind its end, and stays the same picture', async () => {
  const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  const photo = await plain
    .jpeg()
    .withExif({ IFD0: { Make: 'CANARY-CAMERA' } })
    .toBuffer();
  expect(photo.includes('CANARY-CAMERA')).toBe(true);
  const clean = withoutCamera(Buffer.concat([photo, Buffer.from('<script>CANARY-BEHIND</script>')]))!;
  expect(clean.includes('CANARY')).toBe(false);
  expect(await sharp(clean).raw().toBuffer()).toEqual(await sharp(photo).raw().toBuffer());
});

test('what is no JPEG, or is cut off, is not followed', () => {
  for (const bytes of [Buffer.from('%PDF-1.7'), jpeg(), jpeg([0xe0, 0x00, 0x10]), jpeg([0xda, 0x00, 0x04, 1, 2, 3])])
    expect(withoutCamera(bytes)).toBeUndefined();
});
