import { Stage } from './stage';
import { Story } from './story';
import { paper } from './story.after';
import { advise, asks, dayByDay, decide, ready } from './story.decision';
import { law } from './story.law';
import { consequences, expectedTotals, fromTheMap, totals, values, wanted } from './story.plan';
import { atTheTable, prepare } from './story.table';

// Ten measures, forty-one articles, twenty-five agencies: what takes people weeks is typed without a pause.
jest.setTimeout(900_000);

let stage: Stage;
let story: Story;
beforeAll(async () => {
  stage = await Stage.open({ DEMO_CASES: 'none' });
  story = await Story.begin(stage, 'twenty-five');
});
afterAll(() => stage.close());

test('twenty-five problems and twenty-five agencies are typed at the kitchen table, and the map shows both knots', async () => {
  await atTheTable(story);
  await prepare(story);
  await story.lead.goto(story.address());
  const knots = story.lead.locator('section', { has: story.lead.getByRole('heading', { name: /^Knoop [A-Z]$/ }) });
  await knots.getByText('5 wachten in een kring').waitFor();
  await knots.getByText('2 wachten in een kring').waitFor();
  const found = await story.told<{
    problems: object[];
    involvements: object[];
    waits: object[];
    letters: { amountCents: string }[];
    unlock: { smallest: { preferred: string[]; setCount: string } };
  }>('problems { id } involvements { id } waits { id } letters { amountCents } unlock { smallest { preferred setCount } }');
  expect([found.problems.length, found.involvements.length, found.waits.length]).toEqual([25, 25, 8]);
  expect(found.unlock.smallest).toEqual({
    preferred: story.file.expectUnlock.preferred.map((key) => story.known.waits.get(key)),
    setCount: '10',
  });
});

test('from the map to a plan of ten measures: what is wanted, why, and what it costs to the cent', async () => {
  await story.on(story.file.plan.positions[0]?.askedOn ?? '');
  await story.lead.reload();
  story.hand.begin();
  await fromTheMap(story);
  await wanted(story);
  await values(story);
  await consequences(story);
  expect(await totals(story)).toEqual(expectedTotals(story));
});

test('forty-one articles, and seven contradictions that are resolved', async () => {
  await law(story);
  const { plan } = await story.told<{
    plan: { grounds: { provision: string }[]; contradictions: { pattern: string; resolvedVia: string[] }[] };
  }>('plan { grounds { provision } contradictions { pattern resolvedVia } }');
  const { grounds, contradictions } = story.file.plan;
  expect(plan.grounds.map(({ provision }) => provision).sort()).toEqual(grounds.map(({ provision }) => provision).sort());
  expect(plan.contradictions.map(({ pattern }) => pattern)).toEqual(contradictions.map(({ pattern }) => pattern));
  expect(plan.contradictions.every(({ resolvedVia }) => resolvedVia.length > 0)).toBe(true);
});

test('advisers judge, eight agencies answer, an objection is answered, the mother says yes, and the decision falls', async () => {
  await asks(story);
  await advise(story);
  await dayByDay(story);
  await decide(story, () => ready(story));
  const { plan } = await story.told<{
    plan: { status: string; decidedByLabel: string; positions: { answer: string; objectionAnswer: string | null }[] };
  }>('plan { status decidedByLabel positions { answer objectionAnswer } }');
  expect([plan.status, plan.decidedByLabel]).toEqual(['DECIDED', story.label('mandate')]);
  expect(plan.positions.map(({ answer }) => answer)).toEqual(story.file.plan.positions.map(({ position }) => position));
  expect(plan.positions.filter(({ objectionAnswer }) => objectionAnswer).length).toBe(1);
});

test('the papers of a plan of this size: two pages and what follows them', async () => {
  const { goals, decision } = story.file.plan;
  for (const language of ['Nederlands', 'Engels'] as const) {
    const household = await paper(story, 'Voor het huishouden', language);
    expect(household).toMatchObject({ isTagged: true, hasTitle: true });
    expect(household.pages.join(' ')).toContain(goals[0]?.nl);
    const decided = await paper(story, 'Voor instanties en juristen', language);
    expect(decided).toMatchObject({ isTagged: true, hasTitle: true });
    expect(decided.pages.join(' ')).toContain(decision.text.nl);
    if (language === 'Engels') continue;
    expect(household.pages.findIndex((text) => text.startsWith('Ons plan Bijlage'))).toBe(2);
    expect([1, 2]).toContain(decided.pages.findIndex((text) => text.startsWith('Gemotiveerd besluit Matrix')));
  }
  expect(stage.complaints).toEqual([]);
});
