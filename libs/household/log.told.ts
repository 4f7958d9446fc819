/**
 * Which lines `l` of the log are told to professionals. How somebody was treated is said in confidence (K13), so that it was said, or taken
 * back, is told to nobody but who wrote it down. What the household says about its figures is for who may read what it shares (K8).
 */
export const TOLD = `(l.person_id = (select gate.person())
  or not (l.act = 'giveExperience' or l.act = 'withdrawFromOutcome' and 'HOUSEHOLD_MEMBER' = any (l.roles)))
  and (l.act not in ('objectToStatistics', 'eraseFromStatistics') or l.household_ids && (select gate.allowed('K8'))::uuid[])`;
