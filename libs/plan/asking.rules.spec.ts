import type { Reason } from '@doorbraak/kernel';
import { type AskedFacts, type AskedFor, notAsked, whyNotAskAdviser, whyNotAskDecider } from './asking.rules';
import type { MandateFacts, Perspective } from './plan.facts';
import { DAY } from './plan.fixture';

const codesOf = (reasons: Reason[]) => reasons.map(({ code }) => code);

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

const asked = [decider, { ...lawyer, untilOn: null }, { ...lawyer, personId: 'left', perspective: 'SOCIETAL' as const }];

test.each<[string, string, Perspective, string[]]>([
  ['another person for another perspective', 'economist', 'ECONOMIC', []],
  ['a decider may advise too', 'holder', 'ECONOMIC', []],
  ['a perspective of which the adviser left is free', 'economist', 'SOCIETAL', []],
  ['the author does not assess', 'author', 'ECONOMIC', ['AUTHOR_DOES_NOT_ASSESS']],
  ['who wrote in it does not assess', 'deputy', 'ECONOMIC', ['AUTHOR_DOES_NOT_ASSESS']],
  ['a perspective has one adviser at a time', 'economist', 'LEGAL', ['ASKED_ALREADY']],
  ['one person, one perspective', 'lawyer', 'ECONOMIC', ['ONE_PERSPECTIVE_EACH']],
])('adviser: %s', (_, person, perspective, codes) => {
  expect(codesOf(whyNotAskAdviser(person, perspective, { writerIds: ['author', 'deputy'], asked }))).toEqual(codes);
});

const mandate: MandateFacts = { kinds: [], maxCents: 0n, fromOn: DAY, toOn: DAY };
test.each<[string, string, MandateFacts[], string[]]>([
  ['a small mandate is enough to be asked: the plan still grows', 'other', [mandate], []],
  ['the author does not decide', 'author', [mandate], ['NOT_OWN_PLAN']],
  ['who wrote in it does not decide', 'deputy', [mandate], ['NOT_OWN_PLAN']],
  ['a mandate of another day is none', 'other', [{ ...mandate, fromOn: '2026-01-01', toOn: '2026-12-31' }], ['MANDATE_MISSING']],
  ['asked once', 'holder', [mandate], ['ASKED_ALREADY']],
])('decider: %s', (_, personId, mandates, codes) => {
  expect(codesOf(whyNotAskDecider({ personId, mandates }, { writerIds: ['author', 'deputy'], asked, planOn: DAY }))).toEqual(
    codes,
  );
});
