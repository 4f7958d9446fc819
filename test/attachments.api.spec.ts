import { request } from 'node:http';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { newId, type Id } from '@doorbraak/kernel';
import { Fixture, PHOTO, type Reader } from './access.fixture';
import { act, tryAct } from './household';
import { World, type Someone } from './world';

jest.setTimeout(120_000);

let world: World;
let fixture: Fixture;
let lead: Someone;
let photo: Buffer;
const reader = (name: string) => fixture.reader(name).who;

beforeAll(async () => {
  world = await World.open();
  fixture = await Fixture.build(world);
  lead = reader('lead, assigned');
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'CANARY-CAMERA' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' } })
    .toBuffer();
});
afterAll(() => world.close());

type Said = { status?: number; errors?: { extensions: { code: string; nl: string; en: string } }[]; [field: string]: unknown };
const said = async (response: Response): Promise<Said & { status: number }> => ({
  ...((await response.json()) as Said),
  status: response.status,
});
const codes = async (response: Response) => {
  const { status, errors = [] } = await said(response);
  return [status, ...errors.map(({ extensions }) => extensions.code)];
};
const send = (who: Someone, bytes: Buffer, { letter = fixture.ids['letter']!, key = newId(), type = 'image/jpeg' } = {}) =>
  who.http(`/attachments?letter=${letter}&key=${key}`, { method: 'POST', headers: { 'content-type': type }, body: bytes });
const get = (who: Someone, id: Id) => who.http(`/attachments/${id}`);
const rows = async <T>(sql: string, parameters: unknown[] = []) =>
  (await world.db.superuser.query<T & object>(sql, parameters)).rows as T[];
const logOf = (who: Someone, act: string, subject?: Id) =>
  rows<{ outcome: string; codes: string[]; classes: string[]; household_ids: Id[]; subject_id: Id | null }>(
    `select outcome, codes, classes, household_ids, subject_id from audit_log
     where person_id = $1 and act = $2 and ($3::uuid is null or subject_id = $3) order by at`,
    [who.person, act, subject ?? null],
  );
const newLetter = async () => {
  const letter = newId();
  const more = { involvement: fixture.ids['involvement'], receivedOn: '2025-10-20', kind: 'OTHER', demand: 'bel ons' };
  await act(lead, 'recordLetter', { household: fixture.household, ...more }, letter);
  return letter;
};

describe('a photo of a letter', () => {
  const key = newId();

  test('is kept, without place and device, and says what it is', async () => {
    const answer = await said(await send(lead, photo, { key }));
    expect(answer).toEqual({
      ...{ status: 201, id: key, letter: fixture.ids['letter'], kind: 'JPEG', pages: 1 },
      ...{ bytes: expect.any(Number), recordedOn: '2025-10-27' },
    });
    const response = await get(lead, key);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.length).toBe(answer['bytes']);
    const { width, height, exif } = await sharp(bytes).metadata();
    expect([width, height, exif]).toEqual([60, 40, undefined]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="brief-2025-10-20.jpg"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/default-src 'none';.*sandbox/),
      'cache-control': 'no-store',
    });
  });

  test('stands with its letter in the map', async () => {
    const { data } = await lead.ask<{ household: { letters: { id: Id; attachments: object[] }[] } }>(
      'query ($id: ID!) { household(id: $id) { letters { id attachments { id letterId kind pages bytes recordedOn } } } }',
      { id: fixture.household },
    );
    const { attachments } = data.household.letters.find(({ id }) => id === fixture.ids['letter'])!;
    expect(attachments).toContainEqual({
      ...{ id: key, letterId: fixture.ids['letter'], kind: 'JPEG', pages: 1 },
      ...{ bytes: expect.any(Number), recordedOn: '2025-10-27' },
    });
  });

  test('sent again with its key is one row and the same answer; another file under that key is refused', async () => {
    const again = await said(await send(lead, photo, { key }));
    expect(again).toMatchObject({ status: 201, id: key });
    expect(await rows('select id from attachment where id = $1', [key])).toHaveLength(1);
    expect(await codes(await send(lead, PHOTO, { key }))).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
  });

  test('is sealed where it is kept, and bound to its row', async () => {
    const [kept] = await rows<{ content: Buffer }>('select content from attachment where id = $1', [key]);
    expect(kept!.content.subarray(0, 2).toString()).toBe('d1');
    for (const one of [Buffer.from([0xff, 0xd8, 0xff]), 'JFIF']) expect(kept!.content.includes(one)).toBe(false);
    await world.db.superuser.query(
      'update attachment set content = (select content from attachment where id = $1), bytes = 1 where id = $2',
      [key, fixture.ids['attachment']],
    );
    expect((await get(lead, fixture.ids['attachment']!)).status).toBe(500);
  });

  test('leaves a line in the log for the act and for each look, with what it was', async () => {
    expect((await logOf(lead, 'addAttachment', key))[0]).toMatchObject({
      outcome: 'DONE',
      classes: ['K4'],
      household_ids: [fixture.household],
    });
    const before = await logOf(lead, 'readAttachment', key);
    await get(lead, key);
    const after = await logOf(lead, 'readAttachment', key);
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toEqual({
      outcome: 'READ',
      codes: [],
      classes: ['K4'],
      household_ids: [fixture.household],
      subject_id: key,
    });
  });

  test('stands in the list of who looked, for the household itself', async () => {
    const { data } = await reader('member, own person').ask<{ household: { whoLooked: { act: string }[] } }>(
      'query ($id: ID!) { household(id: $id) { whoLooked(first: 100) { act } } }',
      { id: fixture.household },
    );
    expect(data.household.whoLooked.map((one) => one.act)).toContain('readAttachment');
  });

  test('is refused past the tenth of a letter', async () => {
    const letter = await newLetter();
    for (let i = 0; i < 10; i++) expect((await send(lead, PHOTO, { letter, type: 'image/png' })).status).toBe(201);
    expect(await codes(await send(lead, PHOTO, { letter, type: 'image/png' }))).toEqual([409, 'ATTACHMENTS_FULL']);
  });

  test('that was a mistake is withdrawn with the reason: it stays named, and its bytes are served to nobody', async () => {
    const letter = await newLetter();
    const one = newId();
    await send(lead, photo, { letter, key: one });
    await act(lead, 'withdrawFromHousehold', { household: fixture.household, entry: one, reason: 'verkeerde brief' });
    expect(await codes(await get(lead, one))).toEqual([404, 'NOT_FOUND']);
    const { data } = await lead.ask<{
      household: { letters: { id: Id; attachments: object[] }[]; withdrawn: { attachments: object[] } };
    }>(
      'query ($id: ID!) { household(id: $id) { letters { id attachments { id } } withdrawn { attachments { id withdrawnOn withdrawnReason } } } }',
      { id: fixture.household },
    );
    expect(data.household.letters.find(({ id }) => id === letter)!.attachments).toEqual([]);
    expect(data.household.withdrawn.attachments).toContainEqual({
      id: one,
      withdrawnOn: '2025-10-27',
      withdrawnReason: 'verkeerde brief',
    });
    expect(await rows('select id from attachment where id = $1 and content is not null', [one])).toHaveLength(1);
  });

  test('goes with its letter when that was a mistake', async () => {
    const letter = await newLetter();
    const one = newId();
    await send(lead, photo, { letter, key: one });
    await act(lead, 'withdrawFromHousehold', { household: fixture.household, entry: letter, reason: 'dubbel' });
    expect((await get(lead, one)).status).toBe(404);
    const withdrawn = await rows<{ withdrawn_reason: string }>('select withdrawn_reason from attachment where id = $1', [one]);
    expect(withdrawn).toEqual([{ withdrawn_reason: 'dubbel' }]);
    expect(await codes(await send(lead, photo, { letter }))).toEqual([409, 'LETTER_UNKNOWN']);
  });
});

describe('what is refused', () => {
  test('a file of one byte too many, whatever was said of its length; nothing of it is kept', async () => {
    const before = await rows('select id from attachment');
    const large = Buffer.concat([photo, Buffer.alloc(5 * 1024 * 1024 + 1 - photo.length)]);
    expect(await codes(await send(lead, large))).toEqual([413, 'ATTACHMENT_TOO_LARGE']);
    expect(await rows('select id from attachment')).toEqual(before);
    expect((await logOf(lead, 'addAttachment')).at(-1)).toMatchObject({ outcome: 'REFUSED', codes: ['ATTACHMENT_TOO_LARGE'] });
    expect((await send(lead, large.subarray(0, -1))).status).toBe(201);
  });

  test('a file without an end, while it still comes in', async () => {
    expect(await endless()).toBe(413);
  });

  test.each<[string, string, () => Buffer, (string | number)[]]>([
    ['a web page', 'text/html', () => Buffer.from('<html>'), [415, 'ATTACHMENT_KIND']],
    ['a drawing that can hold scripts', 'image/svg+xml', () => Buffer.from('<svg/>'), [415, 'ATTACHMENT_KIND']],
    ['a web page that calls itself a photo', 'image/jpeg', () => Buffer.from('<html>'), [415, 'ATTACHMENT_KIND']],
    ['nothing', 'image/jpeg', () => Buffer.alloc(0), [415, 'ATTACHMENT_KIND']],
    ['a photo that is cut off', 'image/jpeg', () => photo.subarray(0, -200), [422, 'ATTACHMENT_UNREADABLE']],
  ])('%s', async (_, type, bytes, expected) => {
    expect(await codes(await send(lead, bytes(), { type }))).toEqual(expected);
  });

  test('a PDF with a password, by that name', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    pdf.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
    expect(await codes(await send(lead, Buffer.from(await pdf.save()), { type: 'application/pdf' }))).toEqual([
      422,
      'ATTACHMENT_LOCKED',
    ]);
  });

  test('the header decides nothing: a photo that is called a PDF is a photo', async () => {
    expect(await said(await send(lead, photo, { type: 'application/pdf' }))).toMatchObject({ status: 201, kind: 'JPEG' });
  });

  test('a PDF is kept as a PDF', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([200, 100]).drawText('Aanmaning');
    pdf.addPage();
    const sent = await said(await send(lead, Buffer.from(await pdf.save()), { type: 'application/pdf' }));
    expect(sent).toMatchObject({ status: 201, kind: 'PDF', pages: 2 });
    const response = await get(lead, sent['id'] as Id);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('what is no id, and who is not signed in', async () => {
    expect(await codes(await get(lead, 'x'))).toEqual([400, 'ID_INVALID']);
    expect(await codes(await send(lead, photo, { letter: 'x' }))).toEqual([400, 'ID_INVALID']);
    expect(await codes(await send(lead, photo, { key: 'x' }))).toEqual([400, 'ID_INVALID']);
    expect(await codes(await fetch(`${world.address}/attachments/${fixture.ids['attachment']}`))).toEqual([401, 'NOT_SIGNED_IN']);
    const nobody = await fetch(`${world.address}/attachments?letter=${fixture.ids['letter']}&key=${newId()}`, {
      ...{ method: 'POST', headers: { 'content-type': 'image/jpeg' }, body: photo },
    });
    expect(await codes(nobody)).toEqual([401, 'NOT_SIGNED_IN']);
  });
});

describe('who', () => {
  const shown = new Map<string, string>();
  let one: Id;

  beforeAll(async () => {
    one = newId();
    await send(lead, photo, { letter: await newLetter(), key: one });
  });

  const header = (readers: Reader[]) => readers.map(({ name }, i) => `${String.fromCharCode(65 + i)} = ${name}`);

  test('sees the letter sees its photo, and nobody else; who does not hears what is said of a thing that is not there', async () => {
    for (const { name, who } of fixture.readers) {
      const { data } = await who.ask<{ household: { letters: { id: Id; attachments: { id: Id }[] }[] | null } | null } | null>(
        'query ($id: ID!) { household(id: $id) { letters { id attachments { id } } } }',
        { id: fixture.household },
      );
      const sees = (data?.household?.letters ?? []).some(({ attachments }) => attachments.some(({ id }) => id === one));
      const [theirs, nobodys] = [await get(who, one), await get(who, newId())];
      shown.set(name, String(theirs.status));
      expect([name, theirs.status]).toEqual([name, sees ? 200 : nobodys.status]);
      if (!sees) expect([name, await theirs.text()]).toEqual([name, await nobodys.text()]);
    }
  });

  test('adds one: the two who hold the household', async () => {
    const added: string[] = [];
    for (const { name, who } of fixture.readers) {
      const response = await send(who, PHOTO, { type: 'image/png' });
      if (response.status === 201) added.push(name);
      else expect([name, [403, 404].includes(response.status)]).toEqual([name, true]);
    }
    expect(added).toEqual(['lead, assigned', 'deputy, assigned']);
  });

  test('the table of who sees it, to be read with care when it changes', () => {
    const line = fixture.readers.map(({ name }, i) => (shown.get(name) === '200' ? String.fromCharCode(65 + i) : '.')).join('');
    expect([...header(fixture.readers), '', `GET /attachments ${line}`].join('\n')).toMatchSnapshot();
  });

  test('looks in vain leaves a line too, which names no household', async () => {
    const colleague = reader('colleague, same team, unassigned');
    await get(colleague, one);
    expect((await logOf(colleague, 'readAttachment', one)).at(-1)).toEqual({
      ...{ outcome: 'NOT_FOUND', codes: [], classes: [], household_ids: [], subject_id: one },
    });
    const analyst = reader('analyst');
    expect(await codes(await get(analyst, one))).toEqual([403, 'NOT_ALLOWED']);
    expect((await logOf(analyst, 'readAttachment')).at(-1)).toMatchObject({ outcome: 'REFUSED', codes: ['NOT_ALLOWED'] });
  });

  test('has a closed file adds nothing to it, and still reads', async () => {
    const home = newId();
    await act(lead, 'createHousehold', { code: 'CLOSED-1' }, home);
    const [letter, key] = [newId(), newId()];
    const agency = await rows<{ id: Id }>('select id from agency where municipality_id = $1 limit 1', [
      fixture.town.municipality,
    ]);
    const involvement = newId();
    await act(
      lead,
      'addInvolvement',
      { household: home, agency: agency[0]!.id, law: 'wmo2015', payer: 'WMO', fromOn: '2025-01-01', toOn: '2025-10-27' },
      involvement,
    );
    await act(
      lead,
      'recordLetter',
      { household: home, involvement, receivedOn: '2025-10-20', kind: 'OTHER', demand: 'bel ons' },
      letter,
    );
    await send(lead, photo, { letter, key });
    const seen = (await rows<{ version: number }>('select version from household where id = $1', [home]))[0]!.version;
    const closed = await tryAct(lead, 'closeHousehold', { household: home, seen, reason: 'klaar' });
    if (closed.data?.outcome.__typename !== 'Household') throw new Error(JSON.stringify(closed));
    expect(await codes(await send(lead, photo, { letter }))).toEqual([409, 'CASE_CLOSED']);
    expect((await get(lead, key)).status).toBe(200);
  });
});

/** Sends a body without an end and without a length until an answer comes. */
function endless(): Promise<number> {
  return new Promise((resolve, reject) => {
    const { host } = new URL(world.address);
    const [hostname, port] = host.split(':');
    const authorization = (lead as unknown as { token: string }).token;
    const call = request({
      ...{ hostname, port, method: 'POST', path: `/attachments?letter=${fixture.ids['letter']}&key=${newId()}` },
      headers: { authorization: `Bearer ${authorization}`, 'content-type': 'image/jpeg', 'transfer-encoding': 'chunked' },
    });
    let over = false;
    call.on('error', (error) => (over ? undefined : reject(error)));
    call.on('response', (response) => {
      over = true;
      resolve(response.statusCode!);
      call.destroy();
    });
    const part = Buffer.alloc(64 * 1024, 0xff);
    const more = () => {
      if (over) return;
      if (call.write(part)) setTimeout(more, 5);
      else call.once('drain', more);
    };
    more();
  });
}
