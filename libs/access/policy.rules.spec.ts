import { ACTS, DataClass, READ, RELATIONS, ROLES, type ActName, type Role } from './policy';
import { actRelations, grantsOf, mayDo, mayRead, whyNotTogether } from './policy.rules';

const CASE_CLASSES = [
  DataClass.K1,
  DataClass.K2,
  DataClass.K3,
  DataClass.K4,
  DataClass.K5,
  DataClass.K6,
  DataClass.K7,
  DataClass.K8,
];

test('what is not in the file is denied: no role reads a class through a relation that its cell does not name', () => {
  for (const role of ROLES) {
    for (const dataClass of Object.values(DataClass).filter((one) => one !== DataClass.K0)) {
      const named = READ[role][dataClass] ?? [];
      for (const relation of RELATIONS)
        expect([role, dataClass, relation, mayRead([role], dataClass, [relation])]).toEqual([
          role,
          dataClass,
          relation,
          named.includes(relation),
        ]);
    }
  }
});

test('reference is for everybody who has a role, and for nobody else', () => {
  expect(mayRead(['ANALYST'], DataClass.K0, [])).toBe(true);
  expect(mayRead([], DataClass.K0, [...RELATIONS])).toBe(false);
});

test('the hard separations', () => {
  const closed = (role: Role) => CASE_CLASSES.filter((one) => mayRead([role], one, RELATIONS));
  expect(closed('FUNCTIONAL_ADMINISTRATOR')).toEqual([]);
  expect(closed('ANALYST')).toEqual([]);
  expect(closed('PRIVACY_OFFICER')).toEqual([]);
  // The wall between tenants and the unassigned colleague: TENANT alone opens nothing of a household to anybody.
  for (const role of ROLES) expect(CASE_CLASSES.filter((one) => mayRead([role], one, ['TENANT']))).toEqual([]);
});

test('two roles open what each of them opens', () => {
  expect(grantsOf(['TEAM_COORDINATOR', 'MANDATE_HOLDER']).K1!.sort()).toEqual(['ASKED', 'OWN_TEAM']);
  expect(mayRead(['TEAM_COORDINATOR', 'LEAD_PROFESSIONAL'], DataClass.K2, ['ASSIGNED'])).toBe(true);
});

test('an act takes the role and the relation together', () => {
  expect(mayDo(['LEAD_PROFESSIONAL'], 'addProblem', ['ASSIGNED'])).toBe(true);
  expect(mayDo(['LEAD_PROFESSIONAL'], 'addProblem', ['OWN_TEAM', 'TENANT'])).toBe(false);
  expect(mayDo(['AGENCY_LIAISON'], 'addProblem', [...RELATIONS])).toBe(false);
  expect(actRelations(['HOUSEHOLD_MEMBER'], 'decidePlan')).toEqual([]);
});

test('every act names only roles and relations that exist, and somebody may do it', () => {
  for (const [act, doers] of Object.entries(ACTS)) {
    expect(Object.keys(doers).length).toBeGreaterThan(0);
    for (const [role, relations] of Object.entries(doers)) {
      expect(ROLES).toContain(role);
      for (const relation of relations) expect([act, RELATIONS.includes(relation)]).toEqual([act as ActName, true]);
    }
  }
});

test.each<[Role[], string[]]>([
  [['ANALYST', 'LEAD_PROFESSIONAL'], ['ANALYST']],
  [['FUNCTIONAL_ADMINISTRATOR', 'TEAM_COORDINATOR'], ['FUNCTIONAL_ADMINISTRATOR']],
  [
    ['AGENCY_LIAISON', 'HOUSEHOLD_MEMBER'],
    ['HOUSEHOLD_MEMBER', 'AGENCY_LIAISON'],
  ],
  [['LEAD_PROFESSIONAL', 'MANDATE_HOLDER'], []],
  [['TEAM_COORDINATOR', 'MANDATE_HOLDER'], []],
])('%p cannot be held together because of %p', (roles, because) => {
  expect(whyNotTogether(roles).map(({ about }) => about)).toEqual(because);
});
