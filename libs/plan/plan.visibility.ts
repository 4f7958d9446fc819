/**
 * Which rows of a plan somebody may see: one text per table, over the columns of that table, the same as its row policy. Every read of this
 * room starts here. An agency sees its own measures, its position on them, and the plan they are in; nothing else of it.
 */
const TENANT = 'municipality_id = any ((select gate.tenants())::uuid[])';
const ofHousehold = `household_id = any ((select gate.allowed('K7'))::uuid[])`;
const ownInvolvement = `involvement_id = any ((select gate.opened('INVOLVEMENT'))::uuid[])`;
const whole = `${TENANT} and ${ofHousehold}`;

export const VISIBLE = {
  plan: `${TENANT} and (${ofHousehold} or id = any ((select gate.opened('PLAN'))::uuid[]))`,
  asked: whole,
  goal: whole,
  scenario: whole,
  reverse_test: whole,
  value_judgement: whole,
  perspective_assessment: whole,
  measure: `${TENANT} and (${ofHousehold} or ${ownInvolvement})`,
  struck_out_law: whole,
  funding_share: whole,
  legal_ground: whole,
  contradiction: whole,
  dismissed_pattern: whole,
  agency_position: `${TENANT} and (${ofHousehold} or ${ownInvolvement})`,
  agreement: whole,
  dispute: whole,
  escalation: `${TENANT} and (${ofHousehold}
    or (municipality_id, position_id) in (select p.municipality_id, p.id from agency_position p where p.${ownInvolvement}))`,
  capacity_factor: `${TENANT} and (household_id = any ((select gate.allowed('K5'))::uuid[]) or person_id = (select gate.person()))`,
  // What follows the plan. An agency sees what it promised itself, its own no, and what became of its own measures.
  commitment: `${TENANT} and (${ofHousehold} or ${ownInvolvement})`,
  agency_refusal: `${TENANT} and (${ofHousehold} or ${ownInvolvement})`,
  measure_progress: `${TENANT} and (${ofHousehold}
    or (municipality_id, measure_id) in (select m.municipality_id, m.id from measure m where m.${ownInvolvement}))`,
  plan_digest: whole,
  /** Of the directory: everybody of the tenant may know who may decide what. */
  mandate: `${TENANT} and (true)`,
} as const;

/** Over `plan`: a newer version took its place, by a decision. It stays as it was decided, and what is still to come is of the newer one. */
export const REPLACED = `exists (select from plan newer where newer.municipality_id = plan.municipality_id
  and newer.household_id = plan.household_id and newer.number > plan.number and newer.decided_on is not null)`;
