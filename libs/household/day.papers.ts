import { Injectable } from '@nestjs/common';
import { partWithdrawn } from '@doorbraak/access';
import type { Cents, Id, LocalDate } from '@doorbraak/kernel';
import { loadAggregate, type Tx } from '@doorbraak/platform';
import { reminderOf } from './claim.rules';
import { VISIBLE } from './household.visibility';
import { ClaimAction, DebtClaim, Letter } from './paper.entity';

/** A paper that asks for something today; `on` is its last day, or the day on which a claim is active again. */
export type DayPaper = {
  kind: 'LETTER' | 'PAUSE';
  householdId: Id;
  id: Id;
  agencyName: string;
  on: LocalDate;
  amountCents: Cents | null;
};

/** From how many days before its last day a letter is on the list. */
const DAYS_AHEAD = 3;
const MOST = 100;

/** Open households that whoever asks leads or deputises for. */
export const HELD = `(select a.household_id from lead_assignment a join household h on h.municipality_id = a.municipality_id and h.id = a.household_id
  where a.municipality_id = any ((select gate.tenants())::uuid[]) and a.person_id = (select gate.person()) and a.until_on is null and h.closed_on is null)`;

const agencyName = `(select a.name from involvement i join agency a on a.id = i.agency_id
  where i.municipality_id = t.municipality_id and i.id = t.involvement_id)`;
/** Claims of which a pause ends so soon that it may be time to say so; whether it is, the rule says. */
const ENDING = `(select c.claim_id from claim_action c where c.municipality_id = any ((select gate.tenants())::uuid[]) and c.kind = 'PAUSE'
  and c.withdrawn_on is null and c.until_on between (select gate.today()) and (select gate.today()) + 31 and c.household_id in ${HELD})`;

const PARTS = {
  letters: {
    entity: Letter,
    where: `${VISIBLE.letter} and withdrawn_on is null and done_on is null and due_on <= (select gate.today()) + ${DAYS_AHEAD} and household_id in ${HELD}`,
    order: 't.due_on, t.id',
    limit: MOST,
    extra: { agencyName },
  },
  claims: {
    entity: DebtClaim,
    where: `${VISIBLE.debt_claim} and withdrawn_on is null and id in ${ENDING}`,
    extra: { agencyName },
  },
  actions: { entity: ClaimAction, where: `${VISIBLE.claim_action} and claim_id in ${ENDING}`, order: 't.on_day, t.id' },
};

/** Letters whose day comes, and pauses that end, of the households that somebody holds. */
@Injectable()
export class DayPapers {
  async due(tx: Tx): Promise<DayPaper[]> {
    const { letters, claims, actions } = partWithdrawn(await loadAggregate(tx, PARTS, [])).standing;
    const named = (row: object) => (row as { agencyName: string }).agencyName;
    return [
      ...letters.map((letter) => ({
        ...{ kind: 'LETTER' as const, householdId: letter.householdId, id: letter.id, agencyName: named(letter) },
        ...{ on: letter.dueOn!, amountCents: letter.amountCents },
      })),
      ...claims.flatMap((claim) => {
        const taken = actions.filter(({ claimId }) => claimId === claim.id);
        const reminder = reminderOf(claim, taken, tx.today);
        if (!reminder?.isDue) return [];
        const { householdId, id, amountCents } = claim;
        return { kind: 'PAUSE' as const, householdId, id, agencyName: named(claim), on: reminder.untilOn, amountCents };
      }),
    ];
  }
}
