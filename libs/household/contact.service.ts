import { Inject, Injectable } from '@nestjs/common';
import { idAfter, type Operation, pageOf, refuseIf } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { loadAggregate } from '@doorbraak/platform';
import { type Changed, HouseholdActs, inHousehold } from './household.act';
import { Contact } from './household.entity';
import type * as inputs from './household.inputs';
import * as rules from './household.rules';
import type { ContactConnection } from './household.types';
import { VISIBLE } from './household.visibility';

@Injectable()
export class ContactService {
  constructor(@Inject(HouseholdActs) private readonly acts: HouseholdActs) {}

  async contacts(operation: Operation, household: Id, first: number, after?: string | null): Promise<ContactConnection> {
    const where = `${VISIBLE.contact} and household_id = $1 and withdrawn_on is null and ($2::uuid is null or (day_on, id) < (select c.day_on, c.id from contact c
      where c.municipality_id = any ((select gate.tenants())::uuid[]) and c.household_id = $1 and c.id = $2))`;
    const { contacts } = await loadAggregate(
      await operation.read(),
      { contacts: { entity: Contact, where, order: 't.day_on desc, t.id desc', limit: first + 1 } },
      [household, idAfter(after)],
    );
    return pageOf(contacts, first);
  }

  recordContact(operation: Operation, key: Id, input: inputs.RecordContactInput): Promise<Changed> {
    return this.acts.change(operation, 'recordContact', key, input, inHousehold(input), async (tx, map) => {
      const { involvement: involvementId, problem: problemId, dayOn, channel, direction, minutes } = input;
      refuseIf(rules.whyNotRecordContact({ involvementId, problemId, dayOn }, map, tx.today));
      await tx.insert(Contact, {
        ...this.acts.stamp(tx, map, key),
        involvementId,
        dayOn,
        channel,
        direction: direction ?? null,
        minutes: minutes ?? null,
        problemId: problemId ?? null,
      });
      return { subject: key };
    });
  }

  countContacts(operation: Operation, key: Id, input: inputs.CountContactsInput): Promise<Changed> {
    return this.acts.change(operation, 'countContacts', key, input, inHousehold(input), async (tx, map) => {
      const { involvement: involvementId, month, count } = input;
      refuseIf(rules.whyNotCountContacts({ involvementId, month }, map, tx.today));
      await tx.insert(Contact, {
        ...this.acts.stamp(tx, map, key),
        involvementId: involvementId ?? null,
        dayOn: month,
        monthCount: count,
      });
      return { subject: key };
    });
  }
}
