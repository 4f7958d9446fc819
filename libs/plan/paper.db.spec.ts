import { newId, type Id } from '@doorbraak/kernel';
import { act } from '../../test/household';
import { readPdf } from '../../test/pdf';
import { PlanTown } from '../../test/plan';
import type { Someone } from '../../test/world';

let here: PlanTown;
let brother: Someone;
const special = newId();
const hidden = newId();

beforeAll(async () => {
  here = await PlanTown.open();
  const { household, people, involvements, plan, member } = here;
  const map = await act(people.lead, 'addMember', { household, name: 'Broer (verzonnen)', role: 'ADULT', fromOn: '2024-11-01' });
  const person = map.members.find(({ personId }) => personId !== member)!.personId;
  brother = await here.world.invite(here.town, 'broer', ['HOUSEHOLD_MEMBER'], { person });
  await act(
    people.lead,
    'addProblem',
    { household, type: 'ADDICTION.ALCOHOL', personIds: [member], words: 'CANARY-WORDS' },
    special,
  );
  await here.row(
    'measure',
    {
      ...{ plan_id: plan, involvement_id: involvements.wlz, problem_ids: [special], owner: 'CANARY-OWNER', due_on: '2025-11-04' },
      ...{ service: 'GUIDANCE', result: 'CANARY-RESULT', deviates: false, no_extra_money: true },
    },
    hidden,
  );
  // An agency under a duty of secrecy that promises something in words of its own.
  await here.row('commitment', {
    ...{
      plan_id: plan,
      involvement_id: involvements.mentor,
      what: 'CANARY-PROMISE',
      due_on: '2025-11-05',
      certainty: 'CERTAIN',
      version: 1,
    },
  });
  await here.row('commitment', {
    ...{ plan_id: plan, person_id: member, what: 'Ik leg de post klaar', due_on: '2025-11-05', certainty: 'CERTAIN', version: 1 },
  });
  await here.row('legal_ground', {
    ...{
      measure_id: here.measures.payFirst,
      provision: 'wmo2015:2.3.5:6',
      valid_on: '2025-10-27',
      known_on: '2025-10-27',
      role: 'ROOM',
    },
    ...{ argument: 'Gewone argumenten.', answers: '{}', version: 1 },
  });
  await here.row('legal_ground', {
    ...{ measure_id: hidden, provision: 'wmo2015:2.3.2:1', valid_on: '2025-10-27', known_on: '2025-10-27', role: 'ROOM' },
    ...{ argument: 'CANARY-ARGUMENT', answers: '{}', version: 1 },
  });
});
afterAll(() => here.close());

const get = (who: Someone, what: string, plan = here.plan) => who.http(`/papers/${plan}/${what}`);
const paper = async (who: Someone, what: string) => {
  const response = await get(who, what);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return readPdf(Buffer.from(await response.arrayBuffer()));
};
const text = async (who: Someone, what: string) =>
  (await paper(who, what)).pages
    .map((page) => page.text)
    .join('\n')
    .replace(/\s+/g, ' ');
const codes = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return [response.status, ...errors.map(({ extensions }) => extensions.code)];
};
const log = async (who: Someone) =>
  (
    await here.world.db.superuser.query<{ outcome: string; classes: string[]; household_ids: Id[]; subject_id: Id }>(
      `select outcome, classes, household_ids, subject_id from audit_log where person_id = $1 and act = 'readPaper' order by at desc limit 1`,
      [who.person],
    )
  ).rows[0];

describe('the plan of the household on paper', () => {
  test('is a tagged PDF that is shown as one and kept by nobody on the way', async () => {
    const response = await get(here.people.lead, 'household.pdf');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="plan-1-concept.pdf"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';(?!.*sandbox)/);
    const read = readPdf(Buffer.from(await response.arrayBuffer()));
    expect(read).toMatchObject({ info: { Language: 'nl-NL' }, marked: { Marked: true } });
    const whole = read.pages.map((page) => page.text).join(' ');
    for (const one of [
      'Ik blijf hier wonen.',
      'Lead (verzonnen) helpt u.',
      'deputy (verzonnen)',
      'Ik leg de post klaar',
      'CONCEPT, nog niet besloten',
    ])
      expect([one, whole.replaceAll('\u00a0', ' ').includes(one)]).toEqual([one, true]);
    expect(whole).not.toContain('P-1'); // the code of the household
  });

  test('that lies on the table is the same whoever prints it, and holds nothing of one person', async () => {
    const [lead, ...others] = await Promise.all(
      ['lead', 'deputy', 'holder', 'small', 'legal', 'peter'].map((name) => text(here.people[name as 'lead'], 'household.pdf')),
    );
    expect(lead).not.toMatch(/CANARY/);
    expect(lead).toContain('Hulp voor een volwassene. De behandelaars werken samen.');
    for (const other of [...others, await text(brother, 'household.pdf')]) expect(other).toBe(lead);
    for (const more of ['?lang=en', '?size=large', '?lang=en&size=large'])
      expect(await text(here.people.lead, `household.pdf${more}`)).not.toMatch(/CANARY/);
  });

  test('of one person is for that person and for who holds the household', async () => {
    const own = `household.pdf?person=${here.member}`;
    for (const who of [here.people.lead, here.people.deputy, here.people.peter]) {
      const copy = await text(who, own);
      expect(copy).toContain('CANARY-RESULT');
      expect(copy).not.toContain('CANARY-WORDS');
    }
    for (const who of [brother, here.people.holder, here.people.legal, here.people.small, here.people.outsider])
      expect(await codes(await get(who, own))).toEqual([404, 'NOT_FOUND']);
    // his own copy says no more of his brother than the one on the table
    expect(await text(brother, `household.pdf?person=${brother.person}`)).not.toMatch(/CANARY/);
    expect(await codes(await get(here.people.lead, `household.pdf?person=${newId()}`))).toEqual([404, 'NOT_FOUND']);
  });

  test('is not there for an agency, a colleague or another municipality, to the letter as for what does not exist', async () => {
    for (const who of [here.people.wmo, here.people.mentor, here.people.outsider, here.people.elsewhere]) {
      const [theirs, nobodys] = [await get(who, 'household.pdf'), await get(who, 'household.pdf', newId())];
      expect([theirs.status, await theirs.text()]).toEqual([404, await nobodys.text()]);
      expect(await codes(await get(who, 'decision.pdf'))).toEqual([404, 'NOT_FOUND']);
      expect((await log(who))!).toMatchObject({ outcome: 'NOT_FOUND', household_ids: [], subject_id: here.plan });
    }
    expect(await codes(await fetch(`${here.world.address}/papers/${here.plan}/household.pdf`))).toEqual([401, 'NOT_SIGNED_IN']);
    expect(await codes(await get(here.town.admin, 'household.pdf'))).toEqual([403, 'NOT_ALLOWED']);
  });

  test('leaves a line in the log with what was in it', async () => {
    await get(here.people.lead, 'household.pdf');
    expect(await log(here.people.lead)).toEqual({
      outcome: 'READ',
      classes: ['K7'],
      household_ids: [here.household],
      subject_id: here.plan,
    });
    await get(here.people.lead, `household.pdf?person=${here.member}`);
    expect((await log(here.people.lead))!.classes).toEqual(['K5', 'K7']);
  });

  test('in large print is larger, and what nobody offers is refused', async () => {
    const [normal, large] = [
      await paper(here.people.lead, 'household.pdf'),
      await paper(here.people.lead, 'household.pdf?size=large'),
    ];
    expect(Math.max(...large.pages[0]!.heights)).toBeGreaterThan(Math.max(...normal.pages[0]!.heights));
    for (const one of [
      'household.pdf?lang=de',
      'household.pdf?size=tiny',
      'decision.pdf?copy=secret',
      'household.pdf?lang=nl&lang=en',
    ])
      expect(await codes(await get(here.people.lead, one))).toEqual([400, 'BAD_INPUT']);
    expect(await codes(await get(here.people.lead, 'household.pdf?person=x'))).toEqual([400, 'ID_INVALID']);
    expect(await codes(await get(here.people.lead, 'household.pdf', 'x'))).toEqual([400, 'ID_INVALID']);
  });
});

describe('how it reads', () => {
  test('is told to who reads the plan, with the sentences that are too long', async () => {
    const ask = (who: Someone) =>
      who.ask<{ plan: { readability: { words: number; tooLong: { about: Id }[]; grade: string | null } | null } | null }>(
        'query ($id: ID!) { plan(id: $id) { readability { sentences words wordsPerSentence longestSentence hardWords score grade tooLong { about words text } } } }',
        { id: here.plan },
      );
    const { readability } = (await ask(here.people.lead)).data.plan!;
    expect(readability).toMatchObject({ words: expect.any(Number), tooLong: [] });
    expect(readability!.words).toBeGreaterThan(10);
    expect((await ask(here.people.wmo)).data.plan).toEqual({ readability: null });
  });
});

describe('the reasoned decision', () => {
  test('before it was taken is a draft on each page', async () => {
    const read = await paper(here.people.lead, 'decision.pdf');
    for (const page of read.pages) expect(page.text).toContain('CONCEPT, nog niet besloten');
  });

  test('tells special content only in the full copy, for who may read it', async () => {
    const shared = await text(here.people.lead, 'decision.pdf');
    expect(shared).not.toMatch(/CANARY/);
    expect(shared).toContain('Gewone argumenten.');
    expect(shared).toContain('€ 6.645,60');
    for (const who of [here.people.lead, here.people.holder, here.people.legal]) {
      const full = await text(who, 'decision.pdf?copy=full');
      expect(full).toContain('CANARY-RESULT');
      expect(full).toContain('CANARY-ARGUMENT');
    }
    for (const who of [here.people.small, here.people.peter, brother]) {
      const may = who === here.people.small; // asked to decide: reads all of it
      expect((await get(who, 'decision.pdf?copy=full')).status).toBe(may ? 200 : 404);
    }
    expect((await log(here.people.lead))!.classes).toEqual(['K5', 'K7']);
  });

  test('once it was taken says by which mandate and on which day, and names nobody', async () => {
    await here.decided('2025-11-03');
    const response = await get(here.people.lead, 'decision.pdf');
    expect(response.headers.get('content-disposition')).toBe('inline; filename="besluit-1-2025-11-03.pdf"');
    const told = await text(here.people.lead, 'decision.pdf');
    expect(told).toContain(
      'Besloten op 3 november 2025, door de mandaathouder van de gemeente (mandaat tot € 25.000,00, voor: eerst betalen, later verrekenen)',
    );
    expect(told).toContain('Wij doen het. Het huishouden gaf nog geen antwoord.');
    expect(told).not.toMatch(/CONCEPT|verzonnen/);
    expect(await text(here.people.lead, 'household.pdf')).toContain('De eerste keer rond 3 februari 2026.');
  });
});
