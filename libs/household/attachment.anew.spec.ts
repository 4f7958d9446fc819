import { createDeflate } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { readPdf } from '../../test/pdf';
import { AttachmentsAnew } from './attachment.anew';

const files = new AttachmentsAnew();
const made = async (bytes: Buffer) => {
  const one = await files.make(bytes);
  if (Array.isArray(one)) throw new Error(one.map(({ code }) => code).join());
  return one;
};
const codes = async (bytes: Buffer) => {
  const one = await files.make(bytes);
  return Array.isArray(one) ? one.map(({ code }) => code) : [];
};
const picture = (width: number, height: number, background = 'white') =>
  sharp({ create: { width, height, channels: 3, background } });

const GPS = { IFD0: { Make: 'CANARY-CAMERA', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' } };

describe('a photo', () => {
  test('is turned upright and loses place and device', async () => {
    const photo = await picture(40, 20).jpeg().withExif(GPS).withMetadata({ orientation: 6 }).toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const { kind, pages, bytes } = await made(photo);
    const { exif, icc, orientation, width, height, format } = await sharp(bytes).metadata();
    expect({ kind, pages, exif, icc, orientation, width, height, format }).toEqual({
      ...{ kind: 'JPEG', pages: 1, exif: undefined, icc: undefined, orientation: undefined },
      ...{ width: 20, height: 40, format: 'jpeg' },
    });
    expect(bytes.includes('CANARY')).toBe(false);
  });

  test('that is something else behind its end is only the photo afterwards', async () => {
    const photo = Buffer.concat([
      await picture(8, 8).jpeg().toBuffer(),
      Buffer.from('<script>CANARY</script>%PDF-1.7 PK\x03\x04'),
    ]);
    expect((await made(photo)).bytes.includes('CANARY')).toBe(false);
    const screen = Buffer.concat([await picture(8, 8).png().toBuffer(), Buffer.from('<html>CANARY</html>')]);
    expect((await made(screen)).bytes.includes('CANARY')).toBe(false);
  });

  test('that is cut off is refused', async () => {
    const noise = await sharp({
      create: { width: 200, height: 200, channels: 3, background: 'white', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
    })
      .jpeg()
      .toBuffer();
    expect(await codes(noise)).toEqual([]);
    expect(await codes(noise.subarray(0, noise.length / 2))).toEqual(['ATTACHMENT_UNREADABLE']);
    expect(await codes(Buffer.from([0xff, 0xd8, 0xff]))).toEqual(['ATTACHMENT_UNREADABLE']);
  });

  test('of a few kilobytes that unpacks to hundreds of megapixels is refused before it is unpacked', async () => {
    const bomb = await picture(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const started = performance.now();
    expect(await codes(bomb)).toEqual(['ATTACHMENT_UNREADABLE']);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('that is larger than anybody reads is made smaller, and stays legible', async () => {
    const { width, height } = await sharp((await made(await picture(6000, 4000).jpeg().toBuffer())).bytes).metadata();
    expect([width, height]).toEqual([4000, 2667]);
  });
});

describe('a PDF', () => {
  const letter = async (fill: (pdf: PDFDocument) => Promise<void> | void = () => undefined) => {
    const pdf = await PDFDocument.create();
    pdf.addPage([300, 200]).drawText('Betaal voor 16 september', { x: 20, y: 100 });
    pdf.setTitle('CANARY-TITLE');
    pdf.setAuthor('CANARY-AUTHOR');
    await fill(pdf);
    return Buffer.from(await pdf.save({ useObjectStreams: false }));
  };

  test('keeps what is seen on its pages, and nothing of what is not', async () => {
    const photo = await picture(40, 20).jpeg().withExif(GPS).toBuffer();
    const whole = await letter(async (pdf) => {
      pdf.addJavaScript('main', 'app.alert("CANARY-SCRIPT")');
      await pdf.attach(Buffer.from('CANARY-FILE'.repeat(20)), 'CANARY-NAME.exe', { mimeType: 'application/x-msdownload' });
      const [page] = pdf.getPages();
      const embedded = await pdf.embedJpg(photo);
      await embedded.embed();
      page!.drawImage(embedded, { x: 0, y: 0 });
      const { context } = pdf;
      const action = context.obj({ S: 'URI', URI: PDFString.of('http://example.org/CANARY-LINK') });
      const link = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action }));
      const form = pdf.getForm().createTextField('CANARY-FIELD');
      form.setText('ingevuld');
      form.addToPage(page!, { x: 10, y: 10, width: 90, height: 20 });
      page!.node.Annots()!.push(link);
      page!.node.set(PDFName.of('AA'), context.obj({ O: context.obj({ S: 'JavaScript', JS: PDFString.of('CANARY-PAGE') }) }));
      page!.node.set(PDFName.of('Metadata'), context.register(context.stream('CANARY-XMP')));
      const drawn = context
        .enumerateIndirectObjects()
        .find(([, one]) => one instanceof PDFRawStream && one.dict.has(PDFName.of('BitsPerComponent')))!;
      (drawn[1] as PDFRawStream).dict.set(PDFName.of('Metadata'), context.register(context.stream('CANARY-OF-PICTURE')));
      pdf.catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('CANARY-OPEN') }));
    });
    for (const one of [
      'CANARY-CAMERA',
      'CANARY-LINK',
      'CANARY-PAGE',
      'CANARY-OPEN',
      'CANARY-XMP',
      'CANARY-OF-PICTURE',
      '/JavaScript',
      '/EmbeddedFile',
    ])
      expect([one, whole.includes(one)]).toEqual([one, true]);
    const { kind, pages, bytes } = await made(whole);
    expect([kind, pages]).toEqual(['PDF', 1]);
    for (const one of [
      'CANARY',
      '/JavaScript',
      '/JS',
      '/EmbeddedFile',
      '/OpenAction',
      '/AcroForm',
      '/Metadata',
      '/URI',
      '/AA',
      '/Link',
    ])
      expect([one, bytes.includes(one)]).toEqual([one, false]);
    const { pages: read, info, scripts, files } = readPdf(bytes);
    expect(read).toMatchObject([{ text: 'Betaal voor 16 september' }]);
    expect([info.Title, info['Author'], scripts, files]).toEqual([undefined, undefined, null, null]);
    expect(bytes.includes('/DCTDecode')).toBe(true);
    expect(bytes.includes('/AP')).toBe(true); // what was filled in stays to be read, by how it looked
  });

  test('with a password is refused by that name', async () => {
    const pdf = await PDFDocument.load(await letter());
    pdf.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
    expect(await codes(Buffer.from(await pdf.save()))).toEqual(['ATTACHMENT_LOCKED']);
  });

  test('that is no PDF behind its first bytes, or has no end of pages, is refused', async () => {
    expect(await codes(Buffer.from('%PDF-1.7 and then nothing'))).toEqual(['ATTACHMENT_UNREADABLE']);
    const long = await letter((pdf) => void Array.from({ length: 100 }, () => pdf.addPage([10, 10])));
    expect(await codes(long)).toEqual(['ATTACHMENT_UNREADABLE']);
  });

  test('that unpacks to gigabytes is refused, and takes neither the memory nor the time', async () => {
    const packed = await spaces(1024);
    const head = Buffer.from(
      `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
    );
    const bomb = Buffer.concat([head, packed, Buffer.from('\nendstream\nendobj\ntrailer<</Root 2 0 R>>\n%%EOF')]);
    const started = performance.now();
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
    expect(await codes(bomb)).toEqual(['ATTACHMENT_UNREADABLE']);
    clearInterval(watch);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(most - before).toBeLessThan(400 * 1024 * 1024);
  });
});

/** So many megabytes of spaces, packed, without ever holding them. */
async function spaces(megabytes: number): Promise<Buffer> {
  const pack = createDeflate({ level: 9 });
  const parts: Buffer[] = [];
  pack.on('data', (part: Buffer) => parts.push(part));
  const one = Buffer.alloc(1024 * 1024, 0x20);
  for (let i = 0; i < megabytes; i++) await new Promise((resolve) => pack.write(one, resolve));
  await new Promise((resolve) => pack.end().once('end', resolve));
  return Buffer.concat(parts);
}
