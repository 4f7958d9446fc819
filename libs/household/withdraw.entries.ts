import type { VISIBLE } from './household.visibility';

type Table = keyof typeof VISIBLE;

/**
 * What can be withdrawn from a household, by table, and what else of the household rests on it: a condition per table over $1 the entry (of a
 * membership the person) and $2 today. It is withdrawn first, so that nobody loses it unseen; of tables of entries only rows that stand count.
 * A new kind of entry is a line here. What merely points at a problem (an agency, help, a contact) goes on without it.
 */
export const ENTRIES: Partial<Record<Table, Partial<Record<Table, string>>>> = {
  membership: {
    problem: '$1 = any (person_ids)',
    handling_note: 'about_person_id = $1',
    evidence: 'person_id = $1',
    evidence_request: 'person_id = $1',
    indication: 'person_id = $1',
    share: '$1 = any (person_ids) and to_on >= $2',
  },
  problem: {
    problem: '$1 = any (caused_by)',
    wait: '$1 in (waiting_problem_id, for_problem_id)',
    debt_claim: 'problem_id = $1',
  },
  involvement: {
    wait: '$1 in (waiting_involvement_id, for_involvement_id, holder_id)',
    intervention: 'involvement_id = $1',
    handling_note: 'from_involvement_id = $1',
    letter: 'involvement_id = $1',
    evidence_request: 'involvement_id = $1',
    indication: 'involvement_id = $1',
    debt_claim: 'involvement_id = $1',
    contact_year: 'involvement_id = $1',
    share: 'involvement_id = $1 and to_on >= $2',
  },
  handling_note: { share: '$1 = any (note_ids) and to_on >= $2' },
  intervention: {},
  wait: {},
  contact: {},
  letter: {},
  attachment: {},
  spending_room: {},
  evidence: { indication: '$1 = any (evidence_ids)' },
  evidence_request: {},
  indication: {},
  indication_look: {},
  debt_claim: {},
  claim_action: {},
  contact_year: {},
};

/** What goes with an entry: nobody withdraws two hundred contacts of an agency that was never there one by one, and the photos of a letter are nothing without it. */
export const GOES_WITH: Partial<Record<Table, Partial<Record<Table, string>>>> = {
  involvement: { contact: 'involvement_id = $1' },
  letter: { attachment: 'letter_id = $1' },
};
