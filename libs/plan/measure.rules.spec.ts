import { type NewMeasure, whyNotMeasure } from './measure.rules';

const around = {
  problems: [{ id: 'p' }],
  involvements: [{ id: 'i' }],
  waits: [
    { id: 'w', liftable: true },
    { id: 'stuck', liftable: false },
  ],
  isService: (key: string) => key === 'GUIDANCE',
  isLaw: (key: string) => key === 'awb',
};
const good: NewMeasure = { involvementId: 'i', problemIds: ['p'], lifts: ['w'], lawsAdded: ['awb'], service: 'GUIDANCE' };

test.each<[Partial<NewMeasure>, string[]]>([
  [{}, []],
  [{ involvementId: 'p' }, ['INVOLVEMENT_UNKNOWN p']],
  [{ service: 'NOTHING' }, ['SERVICE_UNKNOWN NOTHING']],
  [{ problemIds: ['p', 'i'] }, ['PROBLEM_UNKNOWN i']],
  [{ lifts: ['w', 'i'] }, ['WAIT_UNKNOWN i']],
  [{ lifts: ['stuck'] }, ['WAIT_NOT_LIFTABLE stuck']],
  [{ lawsAdded: ['awb', 'no-law'] }, ['LAW_UNKNOWN no-law']],
])('a measure with %j', (more, expected) => {
  expect(whyNotMeasure({ ...good, ...more }, around).map(({ code, about }) => `${code} ${about}`)).toEqual(expected);
});
