import { Inject, Injectable } from '@nestjs/common';
import { Acts, idAfter, only, pageOf, Refusal, refuseIf, type Done, type Operation, type Refused } from '@doorbraak/access';
import { DirectoryReference } from '@doorbraak/directory';
import { newId, readBsn, reason, type Id } from '@doorbraak/kernel';
import { loadAggregate, PlatformReference, Secrets, type Tx, type WrappedKey } from '@doorbraak/platform';
import {
  AgencyInvolvement,
  AssignmentKind,
  Contact,
  HandlingNote,
  Household,
  Intervention,
  LeadAssignment,
  Membership,
  Person,
  Problem,
  Share,
  Wait,
} from './household.entity';
import type * as inputs from './household.inputs';
import { type Changed, edited, type Home, HouseholdActs, inHousehold, inRow, keyOf } from './household.act';
import { type HouseholdMap, HouseholdMaps } from './household.map';
import { KNOWN_LAWS, type KnownLaws } from './household.ports';
import { HouseholdReference } from './household.reference';
import { fixteamOf } from './lead.load';
import * as rules from './household.rules';
import { type ContactConnection, type HouseholdConnection, HouseholdLine, RevealedBsn } from './household.types';
import { VISIBLE } from './household.visibility';
import { Interventions } from './interventions';

@Injectable()
export class HouseholdService {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(HouseholdActs) private readonly household: HouseholdActs,
    @Inject(HouseholdMaps) private readonly maps: HouseholdMaps,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(HouseholdReference) private readonly reference: HouseholdReference,
    @Inject(DirectoryReference) private readonly directory: DirectoryReference,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
    @Inject(KNOWN_LAWS) private readonly laws: KnownLaws,
    @Inject(Interventions) private readonly interventions: Interventions,
  ) {}

  // Questions

  async one(operation: Operation, id: Id): Promise<HouseholdMap | null> {
    const map = await this.maps.load(operation, await operation.read(), id);
    if (!map) operation.miss();
    return map;
  }

  async households(operation: Operation, first: number, after?: string | null): Promise<HouseholdConnection> {
    const tx = await operation.read();
    const rows = await tx.query<HouseholdLine>(
      `select id, municipality_id as tenant, code, fixteam_id as "fixteamId", gate.relations(id) as relations,
         (select p.label from lead_assignment a join professional p on p.municipality_id = a.municipality_id and p.id = a.person_id
          where a.municipality_id = household.municipality_id and a.household_id = household.id and a.kind = 'LEAD' and a.until_on is null) as "leadLabel"
       from household where ${VISIBLE.household}
         and ($1::uuid is null or (code, id) > (select c.code, c.id from household c where c.municipality_id = any ((select gate.tenants())::uuid[]) and c.id = $1))
       order by code, id limit $2`,
      [idAfter(after), first + 1],
    );
    const page = pageOf(rows, first);
    for (const line of page.nodes) operation.place(line, { household: line.id, tenant: line.tenant, relations: line.relations });
    return page;
  }

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

  // The household itself and who leads it

  createHousehold(operation: Operation, key: Id, input: inputs.CreateHouseholdInput): Promise<Changed> {
    const { municipality, fixteam, person } = operation.actor;
    return this.acts.do(
      operation,
      { act: 'createHousehold', key, at: { tenant: municipality, household: null }, input },
      async (tx) => {
        if (!fixteam) throw new Refusal([reason('NOT_A_PROFESSIONAL', person)]);
        const { code, neighbourhoodCode, neighbourhoodYear, language, needsInterpreter } = input;
        const { householdId, ...stamp } = this.household.stamp(tx, { municipalityId: municipality, id: key }, key);
        await tx.insert(Household, {
          ...stamp,
          code,
          fixteamId: fixteam,
          neighbourhoodCode: neighbourhoodCode ?? null,
          neighbourhoodYear: neighbourhoodYear ?? null,
          language,
          needsInterpreter,
          version: 1,
        });
        await this.assign(tx, { municipalityId: municipality, id: householdId }, AssignmentKind.LEAD, person, null);
        await tx.renew(); // from here on the caller is assigned, and may write what else belongs to the household
        if (input.ownWords) {
          const ownWords = await this.sealOwnWords(tx, { municipalityId: municipality, id: key }, input.ownWords);
          await tx.query('update household set own_words = $3 where municipality_id = $1 and id = $2', [
            municipality,
            key,
            ownWords,
          ]);
        }
        return { subject: key, household: key };
      },
      (tx, { subject }) => this.maps.mustLoad(operation, tx, subject),
    );
  }

  recordOwnWords(operation: Operation, key: Id, input: inputs.RecordOwnWordsInput): Promise<Changed> {
    return this.household.change(operation, 'recordOwnWords', key, input, inHousehold(input), async (tx, map) => {
      const ownWords = await this.sealOwnWords(tx, map, input.words);
      return edited(tx, Household, map, map.id, input.seen, { ownWords });
    });
  }

  assignLead(operation: Operation, key: Id, input: inputs.AssignInput): Promise<Changed> {
    return this.household.always(operation, 'assignLead', key, input, inHousehold(input), async (tx, map) => {
      refuseIf(rules.whyNotLead(input.person, await fixteamOf(tx, map, input.person), map.deputy?.personId));
      return this.handOver(tx, map, AssignmentKind.LEAD, input);
    });
  }

  assignDeputy(operation: Operation, key: Id, input: inputs.AssignInput): Promise<Changed> {
    return this.household.always(operation, 'assignDeputy', key, input, inHousehold(input), async (tx, map) => {
      refuseIf(rules.whyNotDeputise(input.person, await fixteamOf(tx, map, input.person), map.lead?.personId));
      return this.handOver(tx, map, AssignmentKind.DEPUTY, input);
    });
  }

  endDeputy(operation: Operation, key: Id, input: inputs.EndDeputyInput): Promise<Changed> {
    return this.household.always(operation, 'endDeputy', key, input, inHousehold(input), async (tx, map) => {
      refuseIf(rules.whyNotEndDeputy(map.deputy?.personId));
      const done = await edited(tx, Household, map, map.id, input.seen, {});
      await endActive(tx, map, AssignmentKind.DEPUTY, input.reason ?? null);
      return done;
    });
  }

  // Members

  addMember(operation: Operation, key: Id, input: inputs.AddMemberInput): Promise<Changed> {
    return this.household.change(operation, 'addMember', key, input, inHousehold(input), async (tx, map) => {
      const known = input.personId ? await knownPerson(tx, map, input.personId) : undefined;
      refuseIf(rules.whyNotAddMember(input, map, known, tx.today));
      const personId = known?.id ?? newId();
      if (!known) await this.addPerson(tx, map, personId, input);
      const { role, fromOn, toOn } = input;
      await tx.insert(Membership, {
        ...this.household.stamp(tx, map, key),
        personId,
        role,
        fromOn,
        toOn: toOn ?? null,
        version: 1,
      });
      return { subject: key };
    });
  }

  endMembership(operation: Operation, key: Id, input: inputs.EndMembershipInput): Promise<Changed> {
    return this.household.change(
      operation,
      'endMembership',
      key,
      input,
      inRow('membership', input.membership),
      async (tx, map) => {
        const { toOn } = input;
        refuseIf(rules.whyNotEnd(only(map.members, input.membership), toOn));
        return edited(tx, Membership, map, input.membership, input.seen, { toOn });
      },
    );
  }

  revealBsn(operation: Operation, key: Id, input: inputs.RevealBsnInput): Promise<RevealedBsn | Refused> {
    return this.acts.do(
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

  // Problems

  addProblem(operation: Operation, key: Id, input: inputs.AddProblemInput): Promise<Changed> {
    return this.household.change(operation, 'addProblem', key, input, inHousehold(input), async (tx, map) => {
      const type = this.reference.problemType(input.type);
      refuseIf(rules.whyNotAddProblem({ ...input, id: key }, map, type, tx.today));
      const { personIds, words, sinceOn, severity, status, causedBy } = input;
      const [person, ...more] = personIds;
      // About one person: with the key of that person; about several: with that of the household.
      const owner = more.length ? keyOf(map) : { kind: 'PERSON' as const, id: person!, household: map.id };
      const { domain, dataClass } = type!;
      await tx.insert(Problem, {
        ...this.household.stamp(tx, map, key),
        type: input.type,
        domain,
        dataClass,
        personIds,
        words: words ? await this.household.seal(tx, map, owner, 'problem', 'words', key, words) : null,
        sinceOn: sinceOn ?? null,
        severity: severity ?? null,
        status,
        causedBy,
        version: 1,
      });
      return { subject: key };
    });
  }

  setProblemStatus(operation: Operation, key: Id, input: inputs.SetProblemStatusInput): Promise<Changed> {
    return this.household.change(operation, 'setProblemStatus', key, input, inRow('problem', input.problem), (tx, map) => {
      const { id } = only(map.problems, input.problem);
      return edited(tx, Problem, map, id, input.seen, { status: input.status });
    });
  }

  // Agencies

  addInvolvement(operation: Operation, key: Id, input: inputs.AddInvolvementInput): Promise<Changed> {
    return this.household.change(operation, 'addInvolvement', key, input, inHousehold(input), async (tx, map) => {
      const { agency: agencyId, law, lawNote, payer, payerNote, fromOn, toOn, problemIds, contactPerson } = input;
      const agency = await agencyOf(tx, map, agencyId);
      const known = {
        agency: Boolean(agency),
        law: await this.laws.isLaw(tx, map.municipalityId, law ?? ''),
        payer: Boolean(this.directory.payer(payer ?? '')),
      };
      refuseIf(rules.whyNotAddInvolvement({ ...input, agencyId }, map, known));
      await tx.query('insert into agency_presence (municipality_id, agency_id) values ($1, $2) on conflict do nothing', [
        map.municipalityId,
        agencyId,
      ]);
      await tx.insert(AgencyInvolvement, {
        ...this.household.stamp(tx, map, key, law),
        agencyId,
        agencyType: agency!.type,
        law: law ?? null,
        lawNote: lawNote ?? null,
        payer: payer ?? null,
        payerNote: payerNote ?? null,
        fromOn,
        toOn: toOn ?? null,
        problemIds,
        contactPerson: contactPerson ?? null,
        version: 1,
      });
      return { subject: key };
    });
  }

  endInvolvement(operation: Operation, key: Id, input: inputs.EndInvolvementInput): Promise<Changed> {
    return this.household.change(
      operation,
      'endInvolvement',
      key,
      input,
      inRow('involvement', input.involvement),
      async (tx, map) => {
        refuseIf(rules.whyNotEnd(only(map.involvements, input.involvement), input.toOn));
        return edited(tx, AgencyInvolvement, map, input.involvement, input.seen, { toOn: input.toOn });
      },
    );
  }

  addIntervention(operation: Operation, key: Id, input: inputs.AddInterventionInput): Promise<Changed> {
    return this.household.change(operation, 'addIntervention', key, input, inHousehold(input), async (tx, map) => {
      const { service, involvement: involvementId, problemIds, fromOn, toOn } = input;
      await this.interventions.start(tx, map, { id: key, service, involvementId, problemIds, fromOn, toOn });
      return { subject: key };
    });
  }

  endIntervention(operation: Operation, key: Id, input: inputs.EndInterventionInput): Promise<Changed> {
    return this.household.change(
      operation,
      'endIntervention',
      key,
      input,
      inRow('intervention', input.intervention),
      async (tx, map) => {
        refuseIf(rules.whyNotEnd(only(map.interventions, input.intervention), input.toOn));
        return edited(tx, Intervention, map, input.intervention, input.seen, { toOn: input.toOn });
      },
    );
  }

  // Waits

  addWait(operation: Operation, key: Id, input: inputs.AddWaitInput): Promise<Changed> {
    return this.household.change(operation, 'addWait', key, input, inHousehold(input), async (tx, map) => {
      const { waiting, for: first, holder: holderId, what, provision, liftable, sinceOn } = input;
      const isProvision = await this.laws.isProvision(tx, map.municipalityId, provision ?? '');
      refuseIf(rules.whyNotAddWait({ ...input, holderId }, map, isProvision, tx.today));
      const isProblem = (id: Id) => map.problems.some((problem) => problem.id === id);
      await tx.insert(Wait, {
        ...this.household.stamp(tx, map, key),
        ...(isProblem(waiting) ? { waitingProblemId: waiting } : { waitingInvolvementId: waiting }),
        ...(isProblem(first) ? { forProblemId: first } : { forInvolvementId: first }),
        holderId,
        what: await this.household.seal(tx, map, keyOf(map), 'wait', 'what', key, what),
        provision: provision ?? null,
        liftable,
        sinceOn: sinceOn ?? null,
        version: 1,
      });
      return { subject: key };
    });
  }

  liftWait(operation: Operation, key: Id, input: inputs.LiftWaitInput): Promise<Changed> {
    return this.household.change(operation, 'liftWait', key, input, inRow('wait', input.wait), async (tx, map) => {
      refuseIf(rules.whyNotLiftWait(only(map.waits, input.wait), input.liftedOn, tx.today));
      return edited(tx, Wait, map, input.wait, input.seen, { liftedOn: input.liftedOn });
    });
  }

  // Contacts

  recordContact(operation: Operation, key: Id, input: inputs.RecordContactInput): Promise<Changed> {
    return this.household.change(operation, 'recordContact', key, input, inHousehold(input), async (tx, map) => {
      const { involvement: involvementId, problem: problemId, dayOn, channel, direction, minutes } = input;
      refuseIf(rules.whyNotRecordContact({ involvementId, problemId, dayOn }, map, tx.today));
      await tx.insert(Contact, {
        ...this.household.stamp(tx, map, key),
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
    return this.household.change(operation, 'countContacts', key, input, inHousehold(input), async (tx, map) => {
      const { involvement: involvementId, month, count } = input;
      refuseIf(rules.whyNotCountContacts({ involvementId, month }, map, tx.today));
      await tx.insert(Contact, {
        ...this.household.stamp(tx, map, key),
        involvementId: involvementId ?? null,
        dayOn: month,
        monthCount: count,
      });
      return { subject: key };
    });
  }

  // Notes and sharing

  addHandlingNote(operation: Operation, key: Id, input: inputs.AddHandlingNoteInput): Promise<Changed> {
    return this.household.change(operation, 'addHandlingNote', key, input, inHousehold(input), async (tx, map) => {
      const { person: aboutPersonId, fromInvolvement: fromInvolvementId } = input;
      refuseIf(rules.whyNotAddHandlingNote({ aboutPersonId, fromInvolvementId }, map));
      const owner = { kind: 'PERSON' as const, id: aboutPersonId, household: map.id };
      const text = await this.household.seal(tx, map, owner, 'handling_note', 'text', key, input.text);
      await tx.insert(HandlingNote, {
        ...this.household.stamp(tx, map, key),
        aboutPersonId,
        fromInvolvementId: fromInvolvementId ?? null,
        text,
      });
      return { subject: key };
    });
  }

  share(operation: Operation, key: Id, input: inputs.ShareInput): Promise<Changed> {
    return this.household.change(operation, 'share', key, input, inHousehold(input), async (tx, map) => {
      const { involvement: involvementId, basis, purpose, need, personIds, domains, noteIds, fromOn, toOn, consent } = input;
      refuseIf(rules.whyNotShare({ ...input, involvementId }, map, this.reference.legalBasis(basis), tx.today));
      const { agencyType: recipient, law } = only(map.involvements, involvementId);
      await tx.insert(Share, {
        ...this.household.stamp(tx, map, key, law),
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
    return this.household.always(operation, 'withdrawShare', key, input, inRow('share', input.share), (tx, map) =>
      edited(tx, Share, map, input.share, input.seen, { withdrawnOn: tx.today, withdrawnReason: input.reason }),
    );
  }

  private sealOwnWords(tx: Tx, household: Home, words: string): Promise<string> {
    return this.household.seal(tx, household, keyOf(household), 'household', 'own_words', household.id, words);
  }

  private async addPerson(tx: Tx, map: HouseholdMap, id: Id, input: inputs.AddMemberInput): Promise<void> {
    const { name, birthDate, protectedAddress, capacity, representedBy } = input;
    const bsn = input.bsn ? readBsn(input.bsn) : null;
    const owner = { kind: 'PERSON' as const, id, household: map.id };
    await tx.insert(Person, {
      ...this.household.stamp(tx, map, id),
      name: name!,
      birthDate: birthDate ?? null,
      bsn: bsn && (await this.household.seal(tx, map, owner, 'person', 'bsn', id, bsn)),
      bsnMac: bsn && this.secrets.hashOfBsn(map.municipalityId, bsn),
      protectedAddress,
      capacity,
      representedBy: representedBy ?? null,
      version: 1,
    });
  }

  /**
   * The context is not renewed: whoever hands a household over still gets the answer of this act, and is judged anew at the next request.
   */
  private async handOver(tx: Tx, map: HouseholdMap, kind: AssignmentKind, input: inputs.AssignInput): Promise<Done> {
    const done = await edited(tx, Household, map, map.id, input.seen, {});
    await endActive(tx, map, kind, null);
    await this.assign(tx, map, kind, input.person, input.reason ?? null);
    return done;
  }

  private assign(tx: Tx, household: Home, kind: AssignmentKind, personId: Id, why: string | null): Promise<void> {
    return tx.insert(LeadAssignment, {
      ...this.household.stamp(tx, household, newId()),
      personId,
      kind,
      fromOn: tx.today,
      reason: why,
    });
  }
}

/** Ends today; on a clock that was set back, not before it began. */
async function endActive(tx: Tx, { municipalityId, id }: Home, kind: AssignmentKind, why: string | null): Promise<void> {
  await tx.query(
    `update lead_assignment set until_on = greatest(from_on, $4), reason = coalesce($5, reason)
     where municipality_id = $1 and household_id = $2 and kind = $3 and until_on is null`,
    [municipalityId, id, kind, tx.today, why],
  );
}

/** A person whom the caller can already read, in the same municipality: nobody finds out by trying whether somebody is known. */
async function knownPerson(tx: Tx, { municipalityId }: Home, id: Id): Promise<{ id: Id } | undefined> {
  const [person] = await tx.query<{ id: Id }>(
    `select id from person where ${VISIBLE.person} and municipality_id = $1 and id = $2`,
    [municipalityId, id],
  );
  return person;
}

async function agencyOf(tx: Tx, { municipalityId }: Home, id: Id): Promise<{ type: string } | undefined> {
  const [agency] = await tx.query<{ type: string }>(
    'select type from agency where id = $1 and (municipality_id is null or municipality_id = $2)',
    [id, municipalityId],
  );
  return agency;
}
