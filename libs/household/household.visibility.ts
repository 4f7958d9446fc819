/**
 * Which rows of a household somebody may see: one text per table, over the columns of that table, the same as its row policy. Every read of
 * this room starts here, so that it stays narrow also on a connection that row security does not bind. The functions ask the verified
 * context, which follows the policy file.
 */
const TENANT = 'municipality_id = any ((select gate.tenants())::uuid[])';
const allowed = (dataClass: string) => `(select gate.allowed('${dataClass}'))::uuid[]`;
const opened = (what: string) => `(select gate.opened('${what}'))::uuid[]`;
const visible = (rule: string) => `${TENANT} and (${rule})`;

const ownOrShared = (involvement: string, problem: string) =>
  `coalesce(${involvement} = any (${opened('INVOLVEMENT')}), ${problem} = any (${opened('PROBLEM')}))`;

export const VISIBLE = {
  household: visible(`id = any (${allowed('K1')}) or id = any (${opened('HOUSEHOLD')})`),
  lead_assignment: visible(`household_id = any (${allowed('K1')}) or household_id = any (${opened('HOUSEHOLD')})`),
  person: visible(`household_id = any (${allowed('K2')}) or id = any (${opened('PERSON')})`),
  membership: visible(`household_id = any (${allowed('K2')}) or person_id = any (${opened('PERSON')})`),
  problem: visible(
    `household_id = any (case data_class when 'K4' then ${allowed('K4')} else ${allowed('K5')} end) or id = any (${opened('PROBLEM')})`,
  ),
  involvement: visible(`household_id = any (${allowed('K1')}) or id = any (${opened('INVOLVEMENT')})`),
  handling_note: visible(`household_id = any (${allowed('K5')}) or id = any (${opened('NOTE')})`),
  share: visible(`household_id = any (${allowed('K8')}) or involvement_id = any (${opened('INVOLVEMENT')})`),
  intervention: visible(`household_id = any (${allowed('K4')}) or involvement_id = any (${opened('INVOLVEMENT')})`),
  wait: visible(
    `household_id = any (${allowed('K4')}) or (holder_id = any (${opened('INVOLVEMENT')})
      and ${ownOrShared('waiting_involvement_id', 'waiting_problem_id')} and ${ownOrShared('for_involvement_id', 'for_problem_id')})`,
  ),
  contact: visible(`household_id = any (${allowed('K1')}) or involvement_id = any (${opened('INVOLVEMENT')})`),
  household_digest: visible(`household_id = any (${allowed('K4')})`),
  last_look: visible(`person_id = (select gate.person())`),
  letter: visible(`household_id = any (${allowed('K4')}) or involvement_id = any (${opened('INVOLVEMENT')})`),
  attachment: visible(
    `household_id = any (${allowed('K4')}) or letter_id in (select l.id from letter l where l.${TENANT}
     and l.involvement_id = any (${opened('INVOLVEMENT')}))`,
  ),
  spending_room: visible(`household_id = any (${allowed('K4')})`),
  evidence: visible(
    `household_id = any (case data_class when 'K4' then ${allowed('K4')} else ${allowed('K5')} end) or person_id = (select gate.person())`,
  ),
  evidence_request: visible(
    `household_id = any (${allowed('K4')}) or person_id = (select gate.person()) or involvement_id = any (${opened('INVOLVEMENT')})`,
  ),
  indication: visible(
    `household_id = any (${allowed('K5')}) or person_id = (select gate.person()) or involvement_id = any (${opened('INVOLVEMENT')})`,
  ),
  indication_look: visible(
    `household_id = any (${allowed('K5')}) or indication_id in (select i.id from indication i where i.${TENANT}
     and (i.person_id = (select gate.person()) or i.involvement_id = any (${opened('INVOLVEMENT')})))`,
  ),
  debt_claim: visible(`household_id = any (${allowed('K4')}) or involvement_id = any (${opened('INVOLVEMENT')})`),
  claim_action: visible(
    `household_id = any (${allowed('K4')}) or claim_id in (select d.id from debt_claim d where d.${TENANT}
     and d.involvement_id = any (${opened('INVOLVEMENT')}))`,
  ),
  contact_year: visible(`household_id = any (${allowed('K1')}) or involvement_id = any (${opened('INVOLVEMENT')})`),
  /** Keys that this room opens its sealed texts with; without the row they belong to they open nothing. */
  person_key: visible(
    `household_id = any (${allowed('K1')}) or household_id = any (${opened('HOUSEHOLD')}) or subject_id = any (${opened('PERSON')})`,
  ),
} as const;
