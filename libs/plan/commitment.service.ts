import { Inject, Injectable } from '@nestjs/common';
import { type ActName, type Done, edited, isAgency, isMember, only, type Operation, refuseIf, roomFor } from '@doorbraak/access';
import { holds, type Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { Commitment } from './commitment.entity';
import type * as inputs from './commitment.inputs';
import * as rules from './commitment.rules';
import { PlanActs, type PlanAnswer } from './plan.act';
import type { PlanBook } from './plan.load';

type Edit = { plan: Id; commitment: Id; seen: number };

/** What is promised to a household, and what came of it. Promises are made before the decision and after it. */
@Injectable()
export class CommitmentService {
  constructor(@Inject(PlanActs) private readonly acts: PlanActs) {}

  addCommitment(operation: Operation, key: Id, input: inputs.AddCommitmentInput): Promise<PlanAnswer> {
    return this.acts.with(operation, 'addCommitment', key, { plan: input.plan, input }, async (tx, book) => {
      const { what, dueOn, certainty } = input;
      const promiser = {
        involvementId: input.involvement ?? null,
        personId: input.person ?? null,
        professionalId: input.professional ?? null,
      };
      const { involvements, members } = book.household;
      const isOfToday = ({ fromOn, toOn }: { fromOn: string; toOn: string | null }) =>
        holds({ from: fromOn, to: toOn }, tx.today);
      refuseIf([
        ...roomFor(book.commitments),
        ...rules.whyNotCommit({ ...promiser, dueOn }, writerOf(operation), {
          involvements: involvements.filter(isOfToday),
          members: members.filter(isOfToday),
          isProfessional: await isProfessional(tx, book, promiser.professionalId),
        }),
      ]);
      const row = { planId: book.plan.id, ...promiser, what, dueOn, certainty, version: 1 };
      await tx.insert(Commitment, { ...this.acts.stamp(tx, book.plan, key), ...row });
      return { subject: key, version: 1 };
    });
  }

  keepCommitment(operation: Operation, key: Id, input: inputs.KeepCommitmentInput): Promise<PlanAnswer> {
    return this.edit(operation, 'keepCommitment', key, input, (tx, promise) => {
      const { keptOn } = input;
      refuseIf(rules.whyNotKeep(promise, writerOf(operation), keptOn, tx.today));
      return edited(tx, Commitment, promise, input.seen, { keptOn });
    });
  }

  reportLate(operation: Operation, key: Id, input: inputs.ReportLateInput): Promise<PlanAnswer> {
    return this.edit(operation, 'reportLate', key, input, (tx, promise) => {
      const { toldOn, newDueOn, reason: lateReason } = input;
      refuseIf(rules.whyNotLate(promise, writerOf(operation), { toldOn, newDueOn }, tx.today));
      return edited(tx, Commitment, promise, input.seen, { toldOn, newDueOn, lateReason });
    });
  }

  breakCommitment(operation: Operation, key: Id, input: inputs.BreakCommitmentInput): Promise<PlanAnswer> {
    return this.edit(operation, 'breakCommitment', key, input, (tx, promise) => {
      const { brokenOn, reason: brokenReason } = input;
      refuseIf(rules.whyNotBreak(promise, writerOf(operation), brokenOn, tx.today));
      return edited(tx, Commitment, promise, input.seen, { brokenOn, brokenReason });
    });
  }

  private edit(
    operation: Operation,
    act: ActName,
    key: Id,
    input: Edit,
    change: (tx: Tx, promise: Commitment) => Promise<Done>,
  ): Promise<PlanAnswer> {
    return this.acts.with(operation, act, key, { plan: input.plan, input }, async (tx, book) =>
      change(tx, only(book.commitments, input.commitment, 'COMMITMENT_UNKNOWN')),
    );
  }
}

const writerOf = ({ actor }: Operation): rules.Writer => ({
  kind: isAgency(actor) ? 'AGENCY' : isMember(actor) ? 'MEMBER' : 'HOLDER',
  personId: actor.person,
});

async function isProfessional(tx: Tx, { plan }: PlanBook, person: Id | null): Promise<boolean> {
  if (person === null) return false;
  const known = await tx.query('select from professional where municipality_id = $1 and id = $2 and agency_id is null', [
    plan.municipalityId,
    person,
  ]);
  return known.length > 0;
}
