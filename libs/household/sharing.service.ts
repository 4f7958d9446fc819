import { Inject, Injectable } from '@nestjs/common';
import { edited, only, type Operation, refuseIf } from '@doorbraak/access';
import { type Id, reason } from '@doorbraak/kernel';
import { type Changed, HouseholdActs, inHousehold, inRow } from './household.act';
import { HandlingNote, Share } from './household.entity';
import type * as inputs from './household.inputs';
import { HouseholdReference } from './household.reference';
import * as rules from './household.rules';

/** Handling notes, and what an agency may read. */
@Injectable()
export class SharingService {
  constructor(
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
    @Inject(HouseholdReference) private readonly reference: HouseholdReference,
  ) {}

  addHandlingNote(operation: Operation, key: Id, input: inputs.AddHandlingNoteInput): Promise<Changed> {
    return this.acts.change(operation, 'addHandlingNote', key, input, inHousehold(input), async (tx, map) => {
      const { person: aboutPersonId, fromInvolvement: fromInvolvementId } = input;
      refuseIf(rules.whyNotAddHandlingNote({ aboutPersonId, fromInvolvementId }, map));
      const owner = { kind: 'PERSON' as const, id: aboutPersonId, household: map.id };
      const text = await this.acts.seal(tx, map, owner, 'handling_note', 'text', key, input.text);
      await tx.insert(HandlingNote, {
        ...this.acts.stamp(tx, map, key),
        aboutPersonId,
        fromInvolvementId: fromInvolvementId ?? null,
        text,
      });
      return { subject: key };
    });
  }

  share(operation: Operation, key: Id, input: inputs.ShareInput): Promise<Changed> {
    return this.acts.change(operation, 'share', key, input, inHousehold(input), async (tx, map) => {
      const { involvement: involvementId, basis, purpose, need, personIds, domains, noteIds, fromOn, toOn, consent } = input;
      refuseIf(rules.whyNotShare({ ...input, involvementId }, map, this.reference.legalBasis(basis), tx.today));
      const { agencyType: recipient, law } = only(map.involvements, involvementId);
      await tx.insert(Share, {
        ...this.acts.stamp(tx, map, key, law),
        ...{ involvementId, recipient, basis, purpose, need, personIds, domains, noteIds, fromOn, toOn },
        consentBy: consent?.by ?? null,
        consentOn: consent?.on ?? null,
        consentHow: consent?.how ?? null,
        version: 1,
      });
      return { subject: key };
    });
  }

  withdrawShare(operation: Operation, key: Id, input: inputs.WithdrawShareInput): Promise<Changed> {
    return this.acts.change(operation, 'withdrawShare', key, input, inRow('share', input.share), (tx, map) => {
      const share = only(map.shares, input.share);
      refuseIf(share.withdrawnOn === null ? [] : [reason('WITHDRAWN_ALREADY', share.id)]);
      return edited(tx, Share, share, input.seen, { withdrawnOn: tx.today, withdrawnReason: input.reason });
    });
  }
}
