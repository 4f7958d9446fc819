import { type AskedFacts, type AskedFor, notAsked } from './asking.rules';
import { DAY } from './plan.fixture';

const decider: AskedFacts = { personId: 'holder', asWhat: 'DECIDER', perspective: null, fromOn: DAY, untilOn: null };
const lawyer: AskedFacts = { personId: 'lawyer', asWhat: 'ADVISER', perspective: 'LEGAL', fromOn: DAY, untilOn: '2025-11-03' };

test.each<[string, string, AskedFor, string, string[]]>([
  ['a decider decides', 'holder', null, DAY, []],
  ['a decider does not assess', 'holder', 'LEGAL', DAY, ['LEGAL']],
  ['an adviser does not decide', 'lawyer', null, DAY, ['']],
  ['an adviser assesses the own perspective', 'lawyer', 'LEGAL', DAY, []],
  ['an adviser assesses no other one', 'lawyer', 'ECONOMIC', DAY, ['ECONOMIC']],
  ['not before the day of asking', 'lawyer', 'LEGAL', '2025-10-26', ['LEGAL']],
  ['until the day before it ended', 'lawyer', 'LEGAL', '2025-11-02', []],
  ['no more on the day it ended', 'lawyer', 'LEGAL', '2025-11-03', ['LEGAL']],
  ['nobody else', 'passer-by', null, DAY, ['']],
])('%s', (_, person, what, day, about) => {
  const reasons = notAsked([decider, lawyer], person, what, day);
  expect(reasons.map((why) => `${why.code} ${why.about ?? ''}`)).toEqual(about.map((what) => `NOT_ASKED ${what}`));
});
