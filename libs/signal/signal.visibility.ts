/** Which rows of this room somebody may see: one text per table, over the columns of that table, the same as its row policy. */
const TENANT = 'municipality_id = any ((select gate.tenants())::uuid[])';
const ofHousehold = `${TENANT} and (household_id = any ((select gate.allowed('K7'))::uuid[]))`;

export const VISIBLE = {
  policy_signal: `${TENANT} and (municipality_id = any ((select gate.tenants_allowed('K14'))::uuid[]))`,
  signal_report: ofHousehold,
  precedent_proposal: ofHousehold,
} as const;

/** Of another room: where a household got stuck. */
export const VISIBLE_ELSEWHERE = { bottleneck: ofHousehold } as const;
