import { drawing, load, slowDown, typing, type Loaded, type Opened } from './speed';
import { Stage } from './stage';

/** How often each is measured; without it (`npm test`) once on the smallest case, for what does not depend on the machine. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 0);
const [PERSON, RATE] = ROUNDS > 0 ? ['twenty-five.lead', 4] : ['lead', 1];
const LIMITS = { script: 180_000, chain: 2, drawing: 1000, key: 100 };
const HEARD = ['achterstand huur', '@ woningcorporatie'];

const rows: string[][] = [['what', 'measured', 'at most']];
let stage: Stage;
let path: string;

beforeAll(async () => {
  stage = await Stage.open();
  const page = await stage.as(PERSON);
  const { households } = await stage.ask<{ households: { nodes: { id: string }[] } }>(
    page,
    '{ households(first: 1) { nodes { id } } }',
  );
  path = `/huishouden/${households.nodes[0]?.id}`;
});
afterAll(async () => {
  await stage.close();
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  const write = (row: string[]) => row.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)));
  process.stdout.write(`\n${PERSON}, processor ${RATE} times slower\n${rows.map((row) => write(row).join('  ')).join('\n')}\n`);
});

const median = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
/** Nothing of an earlier page is kept: no service worker answers for the line. */
const newDevice = () => stage.as(PERSON, '/', { serviceWorkers: 'block' });

test('a first load asks little, and nothing waits for more than one request before it', async () => {
  const pages: Opened[] = [
    { name: 'day', path: '/', shows: 'tbody tr' },
    { name: 'household', path, shows: '[data-walk=agency]', adds: 'GroundOfWait' },
    { name: 'law matrix', path: `${path}/plan/wet`, shows: 'main table tbody tr' },
    { name: 'kitchen table', path: `${path}/keukentafel`, shows: '[role=combobox]' },
  ];
  const device = await newDevice();
  const loads = new Map<string, Loaded>();
  for (const opened of pages) loads.set(opened.name, await load(device, opened));
  for (const [name, { script, chain }] of loads) {
    rows.push([`script at first load: ${name}, kB`, (script / 1000).toFixed(1), String(LIMITS.script / 1000)]);
    rows.push([`requests after each other: ${name} (${chain.join(' > ')})`, String(chain.length), String(LIMITS.chain)]);
  }
  for (const { script, chain } of loads.values()) {
    expect(script).toBeLessThanOrEqual(LIMITS.script);
    expect(chain.slice(LIMITS.chain)).toEqual([]);
  }
});

test('from the answer of its question to the map on the screen', async () => {
  const device = await newDevice();
  await slowDown(device, RATE);
  const times: number[] = [];
  for (let round = 0; round < Math.max(1, ROUNDS); round += 1) times.push(await drawing(device, path));
  rows.push(['answer to map drawn, ms (median)', String(median(times)), String(LIMITS.drawing)]);
  rows.push(['answer to map drawn, ms (slowest)', String(Math.max(...times)), String(LIMITS.drawing)]);
  expect(times.every((time) => time > 0)).toBe(true);
});

test('a key at the kitchen table is on the screen at once, and asks nothing of the api', async () => {
  const device = await newDevice();
  await device.goto(`${path}/keukentafel`, { waitUntil: 'networkidle' });
  await slowDown(device, RATE);
  const line = device.getByRole('combobox').first();
  const times: number[] = [];
  for (const heard of HEARD) {
    await line.fill('');
    const typed = await typing(device, heard);
    times.push(...typed.times);
    expect(typed.requests).toEqual([]);
    expect(await device.getByRole('option').count()).toBeGreaterThan(0);
  }
  rows.push([`key to screen, ms (median of ${times.length})`, String(median(times)), String(LIMITS.key)]);
  rows.push(['key to screen, ms (slowest)', String(Math.max(...times)), String(LIMITS.key)]);
  rows.push(['requests while typing', '0', '0']);
});
