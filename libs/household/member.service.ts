import { Inject, Injectable } from '@nestjs/common';
import { Acts, edited, type Operation, Refusal, type Refused, refuseIf } from '@doorbraak/access';
import { type Id, readBsn, reason } from '@doorbraak/kernel';
import { Secrets, type Tx, type WrappedKey } from '@doorbraak/platform';
import { type Changed, type Home, HouseholdActs, inHousehold, inRow, standing } from './household.act';
import { Membership, Person } from './household.entity';
import type * as inputs from './household.inputs';
import { type HouseholdMap, HouseholdMaps } from './household.map';
import * as rules from './household.rules';
import { type HouseholdLine, RevealedBsn } from './household.types';
import { VISIBLE } from './household.visibility';

/** The people of a household. */
@Injectable()
export class MemberService {
  constructor(
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
    @Inject(Acts) private readonly plain: Acts,
    @Inject(HouseholdMaps) private readonly maps: HouseholdMaps,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  addMember(operation: Operation, key: Id, input: inputs.AddMemberInput): Promise<Changed> {
    return this.acts.change(operation, 'addMember', key, input, inHousehold(input), async (tx, map) => {
      const known = input.personId ? await knownPerson(tx, map, input.personId) : undefined;
      refuseIf(rules.whyNotAddMember(input, map, known, tx.today));
      // so that somebody who cannot be reached can go on about a person who is not sent yet
      const personId = known?.id ?? key;
      if (!known) await this.addPerson(tx, map, personId, input);
      const { role, fromOn, toOn } = input;
      await tx.insert(Membership, { ...this.acts.stamp(tx, map, key), personId, role, fromOn, toOn: toOn ?? null, version: 1 });
      return { subject: key };
    });
  }

  endMembership(operation: Operation, key: Id, input: inputs.EndMembershipInput): Promise<Changed> {
    return this.acts.change(operation, 'endMembership', key, input, inRow('membership', input.membership), async (tx, map) => {
      const { toOn } = input;
      const member = standing(map, 'members', input.membership);
      refuseIf(rules.whyNotEnd(member, toOn));
      return edited(tx, Membership, { municipalityId: map.municipalityId, id: member.id }, input.seen, { toOn });
    });
  }

  revealBsn(operation: Operation, key: Id, input: inputs.RevealBsnInput): Promise<RevealedBsn | Refused> {
    return this.plain.do(
      operation,
      { act: 'revealBsn', key, at: inHousehold(input), input, reason: input.reason },
      async (tx, at) => {
        const map = await this.maps.mustLoad(operation, tx, at.household!);
        refuseIf(map.members.some(({ personId }) => personId === input.person) ? [] : [reason('MEMBER_UNKNOWN', input.person)]);
        return { subject: input.person, household: map.id };
      },
      async (tx, { subject, household }) => {
        const [person] = await tx.query<{ tenant: Id; bsn: string | null }>(
          `select municipality_id as tenant, bsn from person where ${VISIBLE.person} and id = $1`,
          [subject],
        );
        const [wrapped] = await tx.query<WrappedKey>(
          `select municipality_id as "municipalityId", id, subject_kind as "subjectKind", subject_id as "subjectId", wrapped
           from person_key where ${VISIBLE.person_key} and subject_kind = 'PERSON' and subject_id = $1`,
          [subject],
        );
        const [at] = await tx.query<{ relations: HouseholdLine['relations'] }>('select gate.relations($1) as relations', [
          household,
        ]);
        if (!person || !at) throw new Refusal([reason('NOT_FOUND')]);
        const place = { tenant: person.tenant, table: 'person', column: 'bsn', row: subject };
        const bsn = person.bsn && wrapped ? this.secrets.open(new Map([[wrapped.id, wrapped]]), place, person.bsn) : null;
        const revealed = Object.assign(new RevealedBsn(), { person: subject, bsn });
        return operation.place(revealed, { household: household!, tenant: person.tenant, relations: at.relations });
      },
    );
  }

  private async addPerson(tx: Tx, map: HouseholdMap, id: Id, input: inputs.AddMemberInput): Promise<void> {
    const { name, birthDate, protectedAddress, capacity, representedBy } = input;
    const bsn = input.bsn ? readBsn(input.bsn) : null;
    const owner = { kind: 'PERSON' as const, id, household: map.id };
    await tx.insert(Person, {
      ...this.acts.stamp(tx, map, id),
      name: name!,
      birthDate: birthDate ?? null,
      bsn: bsn && (await this.acts.seal(tx, map, owner, 'person', 'bsn', id, bsn)),
      bsnMac: bsn && this.secrets.hashOfBsn(map.municipalityId, bsn),
      protectedAddress,
      capacity,
      representedBy: representedBy ?? null,
      version: 1,
    });
  }
}

/** A person whom the caller can already read, in the same municipality: nobody finds out by trying whether somebody is known. */
async function knownPerson(tx: Tx, { municipalityId }: Home, id: Id): Promise<{ id: Id } | undefined> {
  const [person] = await tx.query<{ id: Id }>(
    `select id from person where ${VISIBLE.person} and municipality_id = $1 and id = $2`,
    [municipalityId, id],
  );
  return person;
}
