import type { DecidablePlan } from './plan.facts';
import { whyNotDecide } from './decide.rules';
import { aDecidablePlan, context, ground, holder, measure, position, stepUp } from './plan.fixture';
import { warnings } from './warning.rules';

const plan = aDecidablePlan();
const seen = (over: Partial<DecidablePlan>) => {
  const judged = { ...plan, ...over };
  expect(whyNotDecide(judged, holder, context)).toEqual([]);
  return warnings(judged, context);
};
const proceed = { proceedReason: 'it cannot wait', proceedBy: 'holder' };

test('a sound plan has nothing to be warned of', () => {
  expect(seen({})).toEqual([]);
});

test('what does not block is shown to who decides', () => {
  const [refusal, urgency, care] = plan.grounds;
  expect(seen({ grounds: [...plan.grounds, ground('weak', 'old:2')] })).toEqual([{ code: 'TEXT_OLDER', about: 'weak' }]);
  const otherwise = { ...care!, role: 'PROTECTION', overrideReason: 'read otherwise' } as const;
  expect(seen({ grounds: [refusal!, urgency!, otherwise] })).toEqual([{ code: 'ROLE_OVERRIDDEN', about: 'care' }]);
  expect(seen({ grounds: [refusal!, urgency!, { ...care!, overrideReason: 'needless' }] })).toEqual([]);
  expect(seen({ grounds: [refusal!, urgency!, ground('care', 'care:2'), ground('floor', 'general:1')] })).toEqual([
    { code: 'ONLY_ONE_SPECIFIC_LAW', about: 'support-now' },
  ]);
  expect(
    seen({
      positions: [position({ answer: null, answeredOn: null, escalations: [stepUp()], ...proceed })],
    }),
  ).toEqual([{ code: 'DID_NOT_ANSWER', about: 'position' }]);
  expect(seen({ agreements: [{ personId: 'partner', state: 'DISAGREED', measureIds: [], ...proceed }] })).toEqual([
    { code: 'HOUSEHOLD_DISAGREES', about: 'partner' },
  ]);
});

test('a text whose date is not established is shown apart from one that is old', () => {
  const laws = { ...context.laws, inForce: () => 'NOT_ESTABLISHED' as const };
  expect(warnings(plan, { ...context, laws }).map(({ code }) => code)).toEqual([
    'NOT_ESTABLISHED',
    'NOT_ESTABLISHED',
    'NOT_ESTABLISHED',
  ]);
});

test('money that is not known, and money that is more than now', () => {
  const [now, then, other] = plan.scenarios;
  const unpriced = [{ item: 'HOME_REPAIR', measureId: 'support-now' }];
  expect(seen({ scenarios: [now!, { ...then!, unpriced }, other!] })).toEqual([
    { code: 'AMOUNT_NOT_KNOWN', about: 'support-now' },
  ]);
  const unheld = { ...then!.costLines[0]!, id: 'unheld', measureId: null, cents: 5n };
  const costLines = [...then!.costLines, unheld, { ...unheld, id: 'goes-on', interventionId: 'help' }];
  expect(seen({ scenarios: [now!, { ...then!, costLines }, other!] })).toEqual([
    { code: 'MONEY_OF_NO_MEASURE', about: 'unheld' },
  ]);
  const cheap = { ...now!, costLines: now!.costLines.map((line) => ({ ...line, cents: 1n })) };
  expect(seen({ scenarios: [cheap, then!, other!] })).toEqual([{ code: 'COSTS_MORE_THAN_NOW' }]);
});

test('a plan of general law only, without deviation, is no matter of warning', () => {
  const measures = [measure({ deviates: false })];
  const struckOut = [{ measureId: 'support-now', law: 'care', line: 'no care is asked' }];
  expect(
    seen({
      measures,
      struckOut,
      grounds: [ground('limit', 'support:1', {}), ground('floor', 'general:1', { answers: ['limit'] })],
    }),
  ).toEqual([]);
});

test('nothing is said of costs while one side of the comparison is missing', () => {
  const [now, then] = plan.scenarios;
  expect(warnings({ ...plan, scenarios: [now!] }, context)).toEqual([]);
  expect(warnings({ ...plan, scenarios: [then!] }, context)).toEqual([]);
});

test('a yes and a judgement are about the measures that stood there; one that came later is for the decider to see', () => {
  const added = { measures: [...plan.measures, measure({ id: 'later', deviates: false, problemIds: [], lifts: [] })] };
  const told = (over: Partial<DecidablePlan>) =>
    warnings({ ...plan, ...over }, context).map(({ code, about }) => `${code} ${about}`);
  const assessed = ['LEGAL', 'ECONOMIC', 'SOCIETAL'].map((kind) => `ASSESSMENT_OLDER_THAN_PLAN ${kind}`);
  expect(told(added)).toEqual(['AGREEMENT_OLDER_THAN_PLAN member', ...assessed]);
  const measureIds = ['support-now', 'later'];
  const agreements = plan.agreements.map((said) => ({ ...said, measureIds }));
  expect(told({ ...added, agreements })).toEqual(assessed);
  const perspectives = plan.perspectives.map((given) => (given.kind === 'LEGAL' ? { ...given, measureIds } : given));
  expect(told({ ...added, agreements, perspectives })).toEqual(assessed.slice(1));
  // What was taken out since makes nobody's words older, and whoever said no is shown as that only.
  expect(told({ agreements, perspectives })).toEqual([]);
  const no = agreements.map((said) => ({ ...said, state: 'DISAGREED' as const, measureIds: [] }));
  expect(told({ agreements: no })).toEqual(['HOUSEHOLD_DISAGREES member']);
});

test('an open dispute is shown to who decides until it is settled', () => {
  const dispute = {
    id: 'dispute',
    interimPayer: 'WMO',
    measureIds: ['support-now'],
    dueOn: '2025-10-20',
    settledOn: null,
    settledPayer: null,
  };
  expect(seen({ disputes: [dispute] })).toEqual([{ code: 'DISPUTE_OPEN', about: 'dispute' }]);
  expect(seen({ disputes: [{ ...dispute, settledOn: '2025-10-21' }] })).toEqual([]);
});

test('an agency that was silent about what is no longer in the plan is no matter of warning', () => {
  const silent = position({ id: 'silent', measureIds: ['gone'], answer: null, answeredOn: null, escalations: [stepUp()] });
  expect(seen({ positions: [...plan.positions, silent] })).toEqual([]);
});
