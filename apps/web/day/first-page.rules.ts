/** Whose work is on which page; who is several things begins with what comes first here. */
const FIRST = [
  ['LEAD_PROFESSIONAL', 'day'],
  ['WIJKTEAM_MEMBER', 'day'],
  ['TEAM_COORDINATOR', 'day'],
  ['MANDATE_HOLDER', '/besluiten'],
  ['PERSPECTIVE_ADVISER', '/advies'],
  ['AGENCY_LIAISON', '/vragen'],
  ['HOUSEHOLD_MEMBER', '/mijn-plan'],
] as const;

/** The first page of somebody: my day, an address, or none of one's own. */
export const firstPageOf = (roles: readonly string[]): (typeof FIRST)[number][1] | 'none' =>
  FIRST.find(([role]) => roles.includes(role))?.[1] ?? 'none';
