/** Which rows of this room somebody may see: one text per table, over the columns of that table, the same as its row policy. */
const TENANT = 'municipality_id = any ((select gate.tenants())::uuid[])';
const ofHousehold = (dataClass: string) => `household_id = any ((select gate.allowed('${dataClass}'))::uuid[])`;

export const VISIBLE = {
  review: `${TENANT} and (${ofHousehold('K7')})`,
  review_score: `${TENANT} and (${ofHousehold('K7')})`,
  realised_period: `${TENANT} and (${ofHousehold('K7')})`,
  experience: `${TENANT} and (person_id = (select gate.person()) and ${ofHousehold('K13')})`,
  bottleneck: `${TENANT} and (${ofHousehold('K7')})`,
  statistics_act: `${TENANT} and (${ofHousehold('K8')})`,
} as const;
