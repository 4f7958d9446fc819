import { Inject, Injectable } from '@nestjs/common';
import { edited, only, type Operation, type Refused, refuseIf, roomFor } from '@doorbraak/access';
import { holds, type Id, type Reason, reason, whyNotHappened, whyNotPlausible } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import * as claims from './claim.rules';
import { whyNotCountYear } from './contact-year.rules';
import * as evidence from './evidence.rules';
import { HouseholdActs, inHousehold, keyOf } from './household.act';
import type { HouseholdMap } from './household.map';
import { KNOWN_LAWS, type KnownLaws } from './household.ports';
import { HouseholdReference } from './household.reference';
import * as indications from './indication.rules';
import { whyNotSettle } from './letter.rules';
import * as rows from './paper.entity';
import type * as inputs from './paper.inputs';
import { type PaperBook, PaperBooks } from './paper.load';

type Answer = Promise<HouseholdMap | Refused>;
type Run = (tx: Tx, map: HouseholdMap, papers: PaperBook) => Promise<{ subject: Id; version?: number }>;

/** Papers come in for years: their lists are longer than those of a plan. */
const MOST = 200;
const unknownInvolvement = ({ involvements }: HouseholdMap, id: Id | null | undefined): Reason[] =>
  id && !involvements.some((one) => one.id === id) ? [reason('INVOLVEMENT_UNKNOWN', id)] : [];

/** What comes in on paper: letters, evidence, indications, claims, and what somebody told of a week or a year. */
@Injectable()
export class PaperService {
  constructor(
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
    @Inject(PaperBooks) private readonly books: PaperBooks,
    @Inject(HouseholdReference) private readonly reference: HouseholdReference,
    @Inject(KNOWN_LAWS) private readonly laws: KnownLaws,
  ) {}

  recordLetter(operation: Operation, key: Id, input: inputs.RecordLetterInput): Answer {
    return this.change(operation, 'recordLetter', key, input, async (tx, map, papers) => {
      const { involvement: involvementId, receivedOn, kind, demand, amountCents, dueOn } = input;
      refuseIf([
        ...unknownInvolvement(map, involvementId),
        ...whyNotHappened(receivedOn, 'receivedOn', tx.today),
        ...(dueOn ? whyNotPlausible(dueOn, 'dueOn') : []),
        ...(kind === 'PAY' && !amountCents ? [reason('REQUIRED', 'amountCents')] : []),
        ...(kind !== 'PAY' && amountCents ? [reason('AMOUNT_WITHOUT_PAY', 'amountCents')] : []),
        ...roomFor(papers.letters, MOST),
      ]);
      const sealed = await this.acts.seal(tx, map, keyOf(map), 'letter', 'demand', key, demand);
      const row = { involvementId, receivedOn, kind, amountCents: amountCents ?? null, dueOn: dueOn ?? null, version: 1 };
      await tx.insert(rows.Letter, { ...this.acts.stamp(tx, map, key), ...row, demand: sealed });
      return { subject: key };
    });
  }

  settleLetter(operation: Operation, key: Id, input: inputs.SettleLetterInput): Answer {
    return this.change(operation, 'settleLetter', key, input, async (tx, _, { letters }) => {
      const letter = only(letters, input.letter, 'LETTER_UNKNOWN');
      refuseIf(whyNotSettle(letter, input.doneOn, tx.today));
      return edited(tx, rows.Letter, letter, input.seen, { doneOn: input.doneOn });
    });
  }

  recordSpendingRoom(operation: Operation, key: Id, input: inputs.RecordSpendingRoomInput): Answer {
    return this.change(operation, 'recordSpendingRoom', key, input, async (tx, map, { spendingRoom }) => {
      refuseIf(roomFor(spendingRoom, MOST));
      await tx.insert(rows.SpendingRoom, { ...this.acts.stamp(tx, map, key), fromOn: input.fromOn, weekCents: input.weekCents });
      return { subject: key };
    });
  }

  addEvidence(operation: Operation, key: Id, input: inputs.AddEvidenceInput): Answer {
    return this.change(operation, 'addEvidence', key, input, async (tx, map, papers) => {
      const { person: personId, kind, receivedOn, stable, purposes, special } = input;
      const dates = { issuedOn: input.issuedOn ?? null, receivedOn, validUntil: input.validUntil ?? null };
      refuseIf([
        ...evidence.whyNotAddEvidence(
          { personId, purposes, ...dates },
          { members: map.members, purposes: this.purposes() },
          tx.today,
        ),
        ...roomFor(papers.evidence, MOST),
      ]);
      const owner = { kind: 'PERSON' as const, id: personId, household: map.id };
      await tx.insert(rows.Evidence, {
        ...this.acts.stamp(tx, map, key),
        ...{ personId, kind, ...dates, stable, purposes, dataClass: special ? 'K5' : 'K4' },
        issuedBy: await this.acts.seal(tx, map, owner, 'evidence', 'issued_by', key, input.issuedBy),
      });
      return { subject: key };
    });
  }

  requestEvidence(operation: Operation, key: Id, input: inputs.RequestEvidenceInput): Answer {
    return this.change(operation, 'requestEvidence', key, input, async (tx, map, papers) => {
      const { involvement: involvementId, person: personId, kind, purpose } = input;
      const [onFile] = await tx.query<evidence.OnFile>(
        'select may, id, received_on::text as "receivedOn" from gate.evidence_on_file($1, $2, $3, $4, $5)',
        [map.id, involvementId, personId, kind, purpose],
      );
      const known = {
        involvement: map.involvements.some(
          ({ id, fromOn, toOn }) => id === involvementId && holds({ from: fromOn, to: toOn }, tx.today),
        ),
        members: map.members,
        purposes: this.purposes(),
        onFile: onFile!,
        asked: papers.evidenceRequests,
      };
      refuseIf([
        ...evidence.whyNotRequest({ involvementId, personId, kind, purpose }, known),
        ...roomFor(papers.evidenceRequests, MOST),
      ]);
      const row = { involvementId, personId, kind, purpose, askedOn: tx.today };
      await tx.insert(rows.EvidenceRequest, { ...this.acts.stamp(tx, map, key), ...row });
      return { subject: key };
    });
  }

  addIndication(operation: Operation, key: Id, input: inputs.AddIndicationInput): Answer {
    return this.change(operation, 'addIndication', key, input, async (tx, map, papers) => {
      const { involvement: involvementId, person: personId, law, fromOn, stable, evidence: evidenceIds } = input;
      const toOn = input.toOn ?? null;
      const known = {
        involvements: map.involvements,
        members: map.members,
        evidence: papers.evidence,
        law: await this.laws.isLaw(tx, map.municipalityId, law),
      };
      refuseIf([
        ...indications.whyNotIndicate({ involvementId, personId, fromOn, toOn, evidenceIds }, known, law),
        ...roomFor(papers.indications, MOST),
      ]);
      const row = { involvementId, personId, law, fromOn, toOn, stable, evidenceIds };
      await tx.insert(rows.Indication, { ...this.acts.stamp(tx, map, key, law), ...row });
      return { subject: key };
    });
  }

  planIndicationLook(operation: Operation, key: Id, input: inputs.PlanIndicationLookInput): Answer {
    return this.change(operation, 'planIndicationLook', key, input, async (tx, map, papers) => {
      const indication = only(papers.indications, input.indication, 'INDICATION_UNKNOWN');
      refuseIf([...indications.whyNotLook(indication, input.onDay), ...roomFor(indication.looks, MOST)]);
      const row = { indicationId: indication.id, onDay: input.onDay, how: input.how };
      await tx.insert(rows.IndicationLook, { ...this.acts.stamp(tx, map, key, indication.law), ...row });
      return { subject: key };
    });
  }

  addClaim(operation: Operation, key: Id, input: inputs.AddClaimInput): Answer {
    return this.change(operation, 'addClaim', key, input, async (tx, map, papers) => {
      const { involvement: involvementId, amountCents, lowerBound } = input;
      const wish = { involvementId, problemId: input.problem ?? null, law: input.law ?? null, factYear: input.factYear ?? null };
      const law = wish.law === null || (await this.laws.isLaw(tx, map.municipalityId, wish.law));
      refuseIf([
        ...claims.whyNotClaim(wish, { involvements: map.involvements, problems: map.problems, law }, tx.today),
        ...roomFor(papers.claims, MOST),
      ]);
      await tx.insert(rows.DebtClaim, { ...this.acts.stamp(tx, map, key), ...wish, amountCents, lowerBound, version: 1 });
      return { subject: key };
    });
  }

  waiveClaim(operation: Operation, key: Id, input: inputs.WaiveClaimInput): Answer {
    return this.actOn(operation, 'waiveClaim', key, input, { kind: 'WAIVE', cents: input.cents });
  }

  pauseClaim(operation: Operation, key: Id, input: inputs.PauseClaimInput): Answer {
    const { untilOn, condition } = input;
    return this.actOn(operation, 'pauseClaim', key, input, { kind: 'PAUSE', untilOn, condition: condition ?? null });
  }

  endPause(operation: Operation, key: Id, input: inputs.EndPauseInput): Answer {
    return this.actOn(operation, 'endPause', key, input, { kind: 'RESUME', reason: input.reason });
  }

  planClaim(operation: Operation, key: Id, input: inputs.PlanClaimInput): Answer {
    const { monthCents, months } = input;
    return this.actOn(operation, 'planClaim', key, input, { kind: 'PLAN', monthCents, months });
  }

  countContactsOfYear(operation: Operation, key: Id, input: inputs.CountContactsOfYearInput): Answer {
    return this.change(operation, 'countContactsOfYear', key, input, async (tx, map, papers) => {
      const { involvement, fromOn, count } = input;
      refuseIf([
        ...unknownInvolvement(map, involvement),
        ...whyNotCountYear(fromOn, tx.today),
        ...roomFor(papers.contactYears, MOST),
      ]);
      await tx.insert(rows.ContactYear, { ...this.acts.stamp(tx, map, key), involvementId: involvement ?? null, fromOn, count });
      return { subject: key };
    });
  }

  /** Raises the version of the claim, so that nobody waives what somebody else paused a moment ago. */
  private actOn(
    operation: Operation,
    act: 'waiveClaim' | 'pauseClaim' | 'endPause' | 'planClaim',
    key: Id,
    input: inputs.WaiveClaimInput | inputs.PauseClaimInput | inputs.EndPauseInput | inputs.PlanClaimInput,
    words: Partial<rows.ClaimAction> & Pick<rows.ClaimAction, 'kind'>,
  ): Answer {
    return this.change(operation, act, key, input, async (tx, map, papers) => {
      const claim = only(papers.claims, input.claim, 'CLAIM_UNKNOWN');
      const nothing = { cents: null, untilOn: null, monthCents: null, months: null, condition: null, reason: null };
      const action = { ...nothing, ...words, onDay: input.onDay };
      const whyNot =
        action.kind === 'RESUME'
          ? claims.whyNotEndPause(claim, claim.actions, action.onDay)
          : claims.whyNotAct(claim, claim.actions, action);
      refuseIf([...whyNot, ...roomFor(claim.actions, MOST)]);
      await tx.insert(rows.ClaimAction, {
        ...this.acts.stamp(tx, map, key),
        ...action,
        ...{ claimId: claim.id, measureId: input.measure ?? null },
      });
      return edited(tx, rows.DebtClaim, claim, claim.version, {});
    });
  }

  private change(
    operation: Operation,
    act: Parameters<HouseholdActs['change']>[1],
    key: Id,
    input: { household: Id },
    run: Run,
  ): Answer {
    return this.acts.change(operation, act, key, input, inHousehold(input), async (tx, map) =>
      run(tx, map, await this.books.load(tx, map.id)),
    );
  }

  private purposes = () => new Set([...this.reference.legalBases.values()].flatMap(({ purposes }) => purposes));
}
