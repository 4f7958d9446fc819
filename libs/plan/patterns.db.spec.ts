import { newId, type Id } from '@doorbraak/kernel';
import { LawCatalogue } from '@doorbraak/law';
import { act } from '../../test/household';
import { PlanTown } from '../../test/plan';
import { realReference } from '../../test/reference';

jest.setTimeout(120_000);

const catalogue = new LawCatalogue(realReference());
const lawOf = (provision: string) => catalogue.lawOf(provision)!.key;

let here: PlanTown;
/** An agency that comes by no law of the catalogue, so that a measure of it touches only what is said. */
const lawless = newId();
beforeAll(async () => {
  here = await PlanTown.open();
  const agency = await here.world.agency(here.town, 'POLITIE');
  const lawNote = 'zonder wet';
  await act(
    here.people.lead,
    'addInvolvement',
    { household: here.household, agency, lawNote, payerNote: lawNote, fromOn: '2025-02-10', problemIds: [] },
    lawless,
  );
});
afterAll(() => here.close());

async function measureOn(cited: string, lawsAdded: string[]): Promise<{ measure: Id; ground: Id }> {
  const { lead } = here.people;
  const [measure, ground] = [newId(), newId()];
  const words = { owner: 'contactpersoon', dueOn: '2025-12-01', service: 'GUIDANCE', result: 'steun' };
  await here.do(lead, 'addMeasure', { ...words, involvement: lawless, problems: [], lifts: [], lawsAdded }, measure);
  const role = catalogue.versionOn(cited, '2025-10-27')!.role;
  const done = await here.do(lead, 'addGround', { measure, provision: cited, role, argument: 'omdat', answers: [] }, ground);
  if (done.__typename !== 'BreakthroughPlan') throw new Error(JSON.stringify(done));
  return { measure, ground };
}

type Proposed = { measureId: Id; pattern: string; groundIds: Id[]; otherLaws: string[] };
async function proposedOn(measure: Id): Promise<Proposed[]> {
  const { data } = await here.people.lead.ask<{ plan: { proposedContradictions: Proposed[] } }>(
    'query ($id: ID!) { plan(id: $id) { proposedContradictions { measureId pattern groundIds otherLaws } } }',
    { id: here.plan },
  );
  return data.plan.proposedContradictions.filter(({ measureId }) => measureId === measure);
}

const tried = new Set<string>();

test.each(catalogue.patterns)(
  '$key is proposed to a household whose plan meets both sides, and not to one that meets one',
  async (pattern) => {
    const others = pattern.sideB.map(lawOf);
    const cited = pattern.sideA.find((provision) => !others.includes(lawOf(provision)))!;
    const both = await measureOn(cited, [others[0]!]);
    expect(await proposedOn(both.measure)).toContainEqual(
      expect.objectContaining({ pattern: pattern.key, groundIds: [both.ground], otherLaws: [others[0]] }),
    );
    const line = 'speelt hier niet';
    expect(await here.why(here.people.lead, 'dismissPattern', { measure: both.measure, pattern: pattern.key, line })).toEqual([]);
    expect((await proposedOn(both.measure)).map((one) => one.pattern)).not.toContain(pattern.key);
    const one = await measureOn(cited, []);
    expect((await proposedOn(one.measure)).map((found) => found.pattern)).not.toContain(pattern.key);
    tried.add(pattern.key);
  },
);

test('every pattern of the catalogue was tried', () => {
  expect(tried.size).toBe(22);
});
