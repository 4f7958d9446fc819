import { firstPageOf } from './first-page.rules';

test.each([
  [['LEAD_PROFESSIONAL'], 'day'],
  [['TEAM_COORDINATOR'], 'day'],
  [['WIJKTEAM_MEMBER', 'MANDATE_HOLDER'], 'day'],
  [['PERSPECTIVE_ADVISER', 'MANDATE_HOLDER'], '/besluiten'],
  [['PERSPECTIVE_ADVISER'], '/advies'],
  [['AGENCY_LIAISON'], '/vragen'],
  [['HOUSEHOLD_MEMBER'], '/mijn-plan'],
  [['ANALYST'], 'none'],
  [[], 'none'],
])('%j begins at %s', (roles, page) => {
  expect(firstPageOf(roles)).toBe(page);
});
