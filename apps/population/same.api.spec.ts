import { bothWays, differencesOf } from './same.fixture';

const MINUTES = 60_000;

/** One that has come to its end, one whose plan is half written, one whose agencies were just asked, and one that is only mapped. */
const FEW = ['P9100-01-0002', 'P9100-01-0003', 'P9100-01-0005', 'P9100-01-0008'];

test(
  'a household that is played through the api leaves the rows that are loaded by COPY, in every table of a tenant',
  async () => {
    const { played, loaded, spoiled } = await bothWays({ size: 'demo', seed: 6, completed: 25 }, (code) => FEW.includes(code));
    expect(differencesOf(played, loaded)).toEqual([]);
    expect(differencesOf(played, spoiled)).toEqual(['involvement.contact_person']);
    expect(played['household']).toHaveLength(FEW.length);
    // What would have to be the same if it were there says nothing.
    expect(Object.keys(played).filter((table) => played[table]!.length === 0)).toEqual(NOT_IN_A_POPULATION);
  },
  5 * MINUTES,
);

/** What no household of a population came to, or what would leave its municipality (a precedent). */
const NOT_IN_A_POPULATION = [
  ...[
    'agency_refusal',
    'attachment',
    'claim_action',
    'contact_year',
    'dismissed_pattern',
    'dispute',
    'escalation',
    'evidence_request',
  ],
  ...[
    'handling_note',
    'indication_look',
    'own_law',
    'own_provision',
    'own_unit_cost',
    'precedent',
    'precedent_proposal',
    'saved_view',
  ],
  'statistics_act',
];
