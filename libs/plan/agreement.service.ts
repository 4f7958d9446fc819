import { Inject, Injectable } from '@nestjs/common';
import { edited, isMember, only, type Operation, refuseIf } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { whyNotProceedAgainst, whyNotRecordAgreement } from './agreement.rules';
import type { ProceedWithoutAgreementInput, RecordAgreementInput } from './agreement.inputs';
import { notAsked } from './asking.rules';
import { PlanActs, type PlanAnswer } from './plan.act';
import { Agreement } from './plan.entity';

@Injectable()
export class AgreementService {
  constructor(@Inject(PlanActs) private readonly acts: PlanActs) {}

  /** People may change their mind: what they say now takes the place of what they said, and ends a decision to go on against that. */
  recordAgreement(operation: Operation, key: Id, input: RecordAgreementInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'recordAgreement', key, { plan: input.plan, input }, async (tx, book) => {
      const { person: personId, state, how } = input;
      const said = { personId, state, how, agreedOn: input.agreedOn ?? tx.today, words: input.words ?? null };
      const by = { personId: tx.person, isMember: isMember(operation.actor) };
      const earlier = book.agreements.find((agreement) => agreement.personId === personId);
      refuseIf(whyNotRecordAgreement(said, by, book.household.members, tx.today, earlier));
      const anew = {
        ...said,
        planId: book.plan.id,
        measureIds: book.measures.map(({ id }) => id),
        recordedOn: tx.today,
        recordedBy: tx.person,
        proceedReason: null,
        proceedBy: null,
      };
      return this.acts.write(tx, Agreement, book.plan, key, earlier, input.seen, anew);
    });
  }

  proceedWithoutAgreement(operation: Operation, key: Id, input: ProceedWithoutAgreementInput): Promise<PlanAnswer> {
    return this.acts.do(operation, 'proceedWithoutAgreement', key, { plan: input.plan, input }, async (tx, book) => {
      const agreement = only(book.agreements, input.agreement, 'AGREEMENT_UNKNOWN');
      const asker = book.asker(tx.person);
      refuseIf([
        ...notAsked(book.asked, tx.person, null, tx.today),
        ...whyNotProceedAgainst(agreement, book.facts(), asker, input.reason),
      ]);
      return edited(tx, Agreement, agreement, input.seen, { proceedReason: input.reason, proceedBy: tx.person });
    });
  }
}
