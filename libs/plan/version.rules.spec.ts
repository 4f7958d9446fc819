import { whyNotNewVersion, whyNotStart } from './version.rules';

const led = { leadId: 'lead', deputyId: 'deputy' };
const [open, decided, stopped] = (['SELECTED', 'DECIDED', 'STOPPED'] as const).map((status) => ({ status }));

test.each([
  ['nothing yet', led, [], []],
  ['after a stopped and a decided plan', led, [stopped!, decided!], []],
  ['while one is being made', led, [open!], ['PLAN_OPEN_ALREADY']],
  ['without a deputy', { ...led, deputyId: null }, [], ['LEAD_OR_DEPUTY_MISSING']],
  ['with one person as both', { ...led, deputyId: 'lead' }, [], ['LEAD_OR_DEPUTY_MISSING']],
])('a plan starts: %s', (_, leading, versions, codes) => {
  expect(whyNotStart(leading, versions).map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['of a decided plan', decided!, [decided!], []],
  ['of a stopped one', stopped!, [stopped!], []],
  ['of one that is being made', open!, [open!], ['PLAN_NOT_DECIDED', 'PLAN_OPEN_ALREADY']],
])('a next version %s', (_, of, versions, codes) => {
  expect(whyNotNewVersion(of, led, versions).map(({ code }) => code)).toEqual(codes);
});
