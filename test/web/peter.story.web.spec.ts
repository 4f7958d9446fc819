import { effortTable, type Effort } from './hand';
import { Stage } from './stage';
import { Story, written } from './story';
import { paper, promises } from './story.after';
import { advise, asks, dayByDay, decide, ready } from './story.decision';
import { law } from './story.law';
import { consequences, expectedTotals, fromTheMap, totals, values, wanted } from './story.plan';
import { atTheTable, prepare } from './story.table';

/** Seconds of the keystroke-level model for what the lead professional does, from the map until the plan is ready to decide. */
const BUDGET = 1200;
const TASK = 'peter: map to ready to decide';

let stage: Stage;
let story: Story;
let effort: Effort | undefined;
beforeAll(async () => {
  stage = await Stage.open({ DEMO_CASES: 'none' });
  story = await Story.begin(stage, 'peter');
});
afterAll(async () => {
  await stage.close();
  if (effort) process.stdout.write(`\n${effortTable([{ task: TASK, effort, budget: BUDGET }])}\n`);
});

test('a new household is told at the kitchen table, and the map shows where it is stuck', async () => {
  await atTheTable(story);
  await prepare(story);
  await story.lead.goto(story.address());
  const knot = story.lead.locator('section', { has: story.lead.getByRole('heading', { name: 'Knoop A' }) });
  await knot.getByText('3 wachten in een kring').waitFor();
  const found = await story.told<{
    problems: object[];
    involvements: object[];
    letters: { attachments: { kind: string; pages: number }[] }[];
    unlock: { smallest: { preferred: string[]; setCount: string } };
  }>('problems { id } involvements { id } letters { attachments { kind pages } } unlock { smallest { preferred setCount } }');
  expect([found.problems.length, found.involvements.length]).toEqual([8, 6]);
  expect(found.letters[0]?.attachments).toEqual([{ kind: 'JPEG', pages: 1 }]);
  expect(found.unlock.smallest).toEqual({ preferred: [story.known.waits.get('w1')], setCount: '3' });
});

test('from the map to a plan: what is wanted, why, and what it costs to the cent', async () => {
  await story.on(story.file.plan.positions[0]?.askedOn ?? '');
  await story.lead.reload();
  story.hand.begin();
  await fromTheMap(story);
  await wanted(story);
  await values(story);
  await consequences(story);
  expect(await totals(story)).toEqual(expectedTotals(story));
});

test('every measure stands on its laws, and what clashes is resolved', async () => {
  await law(story);
  const { plan } = await story.told<{
    plan: { grounds: { provision: string; answers: string[] }[]; contradictions: { resolvedVia: string[] }[] };
  }>('plan { grounds { provision answers } contradictions { resolvedVia } }');
  expect(plan.grounds.map(({ provision }) => provision).sort()).toEqual(
    story.file.plan.grounds.map(({ provision }) => provision).sort(),
  );
  expect(plan.contradictions.map(({ resolvedVia }) => resolvedVia.length)).toEqual([1]);
});

test('three advisers judge, two agencies answer and one stays silent, Peter says yes, and whoever holds the mandate decides', async () => {
  await asks(story);
  await advise(story);
  await dayByDay(story);
  const decider = await decide(story, async () => {
    await ready(story);
    effort = story.hand.effort;
  });
  await decider.getByText('antwoordde niet').first().waitFor();
  const { plan } = await story.told<{ plan: object }>(
    'plan { status decidedOn decidedByLabel decisionText agreements { how words } positions { state } }',
  );
  const { decision, agreement } = story.file.plan;
  expect(plan).toEqual({
    ...{ status: 'DECIDED', decidedOn: decision.on, decidedByLabel: story.label('mandate'), decisionText: decision.text.nl },
    agreements: [{ how: 'ON_SCREEN', words: agreement.words.nl }],
    positions: [{ state: 'ANSWERED' }, { state: 'ANSWERED' }, { state: 'DID_NOT_ANSWER' }],
  });
});

test('the papers of the decided plan: tagged, in both languages, two pages and an annex', async () => {
  const { goals, decision } = story.file.plan;
  const words = { 'Voor het huishouden': written(goals[0]?.nl ?? ''), 'Voor instanties en juristen': decision.text.nl } as const;
  for (const kind of ['Voor het huishouden', 'Voor instanties en juristen'] as const)
    for (const language of ['Nederlands', 'Engels'] as const) {
      const { pages, ...rest } = await paper(story, kind, language);
      expect(pages.join(' ')).toContain(words[kind]);
      expect(pages.length).toBeLessThanOrEqual(3);
      expect(rest).toEqual({ isTagged: true, hasTitle: true, language: language === 'Engels' ? 'en-GB' : 'nl-NL' });
    }
});

test('promises are kept after the decision, one of them late, and Peter reads it on his own page', async () => {
  await promises(story);
  const peter = await story.device('hh-peter', '/mijn-plan');
  await peter.getByText(/^Het plan is besloten op/).waitFor();
  expect(await peter.getByText(/^Gedaan op/).count()).toBe(3);
});

test('it costs the lead professional at most twenty minutes, and nobody complained', () => {
  expect(effort?.seconds).toBeLessThanOrEqual(BUDGET);
  expect(stage.complaints).toEqual([]);
});
