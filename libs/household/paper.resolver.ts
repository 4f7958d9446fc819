import { Args, ArgsType, Field, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, Data, DataClass, isAgency, type Operation, WithInput } from '@doorbraak/access';
import type { LocalDate } from '@doorbraak/kernel';
import { CentsScalar, LocalDateScalar } from '@doorbraak/platform';
import { claimState, openCents, reminderOf } from './claim.rules';
import { answerTo } from './evidence.rules';
import { Household } from './household.entity';
import type { HouseholdMap } from './household.map';
import { HouseholdOutcome } from './household.types';
import { renewalOf } from './indication.rules';
import { letterConflicts } from './letter.rules';
import { DebtClaim, Evidence, EvidenceRequest, Indication, Letter, SpendingRoom } from './paper.entity';
import * as inputs from './paper.inputs';
import { PaperBooks } from './paper.load';
import { PaperService } from './paper.service';
import { ClaimReminderType, ClaimStateEnum, LetterConflictType, RenewalType, YearOfContacts } from './paper.types';

@ArgsType()
class RecordLetterArgs extends WithInput(inputs.RecordLetterInput) {}
@ArgsType()
class SettleLetterArgs extends WithInput(inputs.SettleLetterInput) {}
@ArgsType()
class RecordSpendingRoomArgs extends WithInput(inputs.RecordSpendingRoomInput) {}
@ArgsType()
class AddEvidenceArgs extends WithInput(inputs.AddEvidenceInput) {}
@ArgsType()
class RequestEvidenceArgs extends WithInput(inputs.RequestEvidenceInput) {}
@ArgsType()
class AddIndicationArgs extends WithInput(inputs.AddIndicationInput) {}
@ArgsType()
class PlanIndicationLookArgs extends WithInput(inputs.PlanIndicationLookInput) {}
@ArgsType()
class AddClaimArgs extends WithInput(inputs.AddClaimInput) {}
@ArgsType()
class WaiveClaimArgs extends WithInput(inputs.WaiveClaimInput) {}
@ArgsType()
class PauseClaimArgs extends WithInput(inputs.PauseClaimInput) {}
@ArgsType()
class EndPauseArgs extends WithInput(inputs.EndPauseInput) {}
@ArgsType()
class PlanClaimArgs extends WithInput(inputs.PlanClaimInput) {}
@ArgsType()
class CountContactsOfYearArgs extends WithInput(inputs.CountContactsOfYearInput) {}
@ArgsType()
class DayArgs {
  @Field(() => LocalDateScalar, { description: 'The day to look at.' })
  day: LocalDate;
}

/** The papers of a household. They are read when something of them is asked, all with one statement. */
@Resolver(() => Household)
export class PaperResolver {
  constructor(
    private readonly papers: PaperService,
    private readonly books: PaperBooks,
  ) {}

  @Data(DataClass.K4)
  @ResolveField(() => [Letter], {
    nullable: true,
    description: 'Letters by their day; an agency sees its own. Null = not for this reader.',
  })
  async letters(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return (await this.books.of(operation, household)).letters;
  }

  @Data(DataClass.K4)
  @ResolveField(() => [LetterConflictType], {
    nullable: true,
    description: 'Demands of several agencies in one week that cannot all be met; null = not for this reader.',
  })
  async letterConflicts(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    const { letters, spendingRoom } = await this.books.of(operation, household);
    const agencies = new Map(household.involvements.map(({ id, agencyId }) => [id, agencyId]));
    return letterConflicts(
      letters.map((letter) => ({ ...letter, agencyId: agencies.get(letter.involvementId)! })),
      spendingRoom,
    );
  }

  @Data(DataClass.K4)
  @ResolveField(() => [SpendingRoom], {
    nullable: true,
    description: 'What there is to spend in a week, by day; null = not for this reader.',
  })
  async spendingRoom(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return (await this.books.of(operation, household)).spendingRoom;
  }

  @Data(DataClass.K4)
  @ResolveField(() => [Evidence], { nullable: true, description: 'Evidence on file; null = not for this reader.' })
  async evidence(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return (await this.books.of(operation, household)).evidence;
  }

  @Data(DataClass.K4)
  @ResolveField(() => [EvidenceRequest], {
    nullable: true,
    description: 'Proof that agencies asked for and that was not on file; null = not for this reader.',
  })
  async evidenceRequests(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return (await this.books.of(operation, household)).evidenceRequests;
  }

  @Data(DataClass.K5)
  @ResolveField(() => [Indication], {
    nullable: true,
    description: 'Indications on one line of time; null = not for this reader.',
  })
  async indications(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return (await this.books.of(operation, household)).indications;
  }

  @Data(DataClass.K4)
  @ResolveField(() => [DebtClaim], {
    nullable: true,
    description: 'Debt claims; a creditor sees its own. Null = not for this reader.',
  })
  async claims(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return (await this.books.of(operation, household)).claims;
  }

  @Data(DataClass.K1)
  @ResolveField(() => [YearOfContacts], { description: 'Contacts per twelve months, where somebody told a number.' })
  async contactsPerYear(@CurrentOperation() operation: Operation, @Parent() household: HouseholdMap) {
    return (await this.books.of(operation, household)).contactsPerYear;
  }

  @Act('recordLetter')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Record a letter that came in. Refused: INVOLVEMENT_UNKNOWN, DATE_FUTURE, DATE_IMPLAUSIBLE, REQUIRED (an amount for PAY), AMOUNT_WITHOUT_PAY, AMOUNT_RANGE, LIST_FULL.',
  })
  recordLetter(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordLetterArgs) {
    return this.papers.recordLetter(operation, key, input);
  }

  @Act('settleLetter')
  @Mutation(() => HouseholdOutcome, {
    description:
      'A letter was dealt with. Refused: LETTER_UNKNOWN, DATE_FUTURE, DATE_IMPLAUSIBLE, RANGE_INVERTED (before it came), CHANGED_MEANWHILE.',
  })
  settleLetter(@CurrentOperation() operation: Operation, @Args() { key, input }: SettleLetterArgs) {
    return this.papers.settleLetter(operation, key, input);
  }

  @Act('recordSpendingRoom')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Record what there is to spend in a week, as the household told it. Refused: AMOUNT_NEGATIVE, ENTERED_ALREADY, LIST_FULL.',
  })
  recordSpendingRoom(@CurrentOperation() operation: Operation, @Args() { key, input }: RecordSpendingRoomArgs) {
    return this.papers.recordSpendingRoom(operation, key, input);
  }

  @Act('addEvidence')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Record evidence that was handed in, once. Refused: MEMBER_UNKNOWN, REQUIRED (a purpose), PURPOSE_UNKNOWN, DATE_FUTURE, DATE_IMPLAUSIBLE, RANGE_INVERTED, LIST_FULL.',
  })
  addEvidence(@CurrentOperation() operation: Operation, @Args() { key, input }: AddEvidenceArgs) {
    return this.papers.addEvidence(operation, key, input);
  }

  @Act('requestEvidence')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Ask for a proof. What is on file for this purpose is not asked again: refused with EVIDENCE_ON_FILE, which names the evidence. Refused too: INVOLVEMENT_UNKNOWN, MEMBER_UNKNOWN, PURPOSE_UNKNOWN, PURPOSE_NOT_SHARED (an agency asks for what is shared with it), EVIDENCE_ASKED_ALREADY (and not answered since), LIST_FULL.',
  })
  requestEvidence(@CurrentOperation() operation: Operation, @Args() { key, input }: RequestEvidenceArgs) {
    return this.papers.requestEvidence(operation, key, input);
  }

  @Act('addIndication')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Record a right to help that was granted. Refused: INVOLVEMENT_UNKNOWN, MEMBER_UNKNOWN, LAW_UNKNOWN, DATE_IMPLAUSIBLE, RANGE_INVERTED, EVIDENCE_UNKNOWN, LIST_FULL.',
  })
  addIndication(@CurrentOperation() operation: Operation, @Args() { key, input }: AddIndicationArgs) {
    return this.papers.addIndication(operation, key, input);
  }

  @Act('planIndicationLook')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Say when and how an indication is looked at again. Refused: INDICATION_UNKNOWN, DATE_OUTSIDE_INDICATION, LIST_FULL.',
  })
  planIndicationLook(@CurrentOperation() operation: Operation, @Args() { key, input }: PlanIndicationLookArgs) {
    return this.papers.planIndicationLook(operation, key, input);
  }

  @Act('addClaim')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Record what a creditor claims. Refused: INVOLVEMENT_UNKNOWN, PROBLEM_UNKNOWN, LAW_UNKNOWN, AMOUNT_RANGE, YEAR_IMPLAUSIBLE, LIST_FULL.',
  })
  addClaim(@CurrentOperation() operation: Operation, @Args() { key, input }: AddClaimArgs) {
    return this.papers.addClaim(operation, key, input);
  }

  @Act('waiveClaim')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Waive a claim or a part of it. Refused: CLAIM_UNKNOWN, CLAIM_WAIVED, WAIVER_ABOVE_CLAIM, AMOUNT_RANGE, DATE_IMPLAUSIBLE, MEASURE_UNKNOWN, LIST_FULL.',
  })
  waiveClaim(@CurrentOperation() operation: Operation, @Args() { key, input }: WaiveClaimArgs) {
    return this.papers.waiveClaim(operation, key, input);
  }

  @Act('pauseClaim')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Pause a claim until a day on which it is active again; 30 days before there is a reminder. Refused: CLAIM_UNKNOWN, CLAIM_WAIVED, RANGE_INVERTED, DATE_IMPLAUSIBLE, PAUSE_OVERLAPS, MEASURE_UNKNOWN, LIST_FULL.',
  })
  pauseClaim(@CurrentOperation() operation: Operation, @Args() { key, input }: PauseClaimArgs) {
    return this.papers.pauseClaim(operation, key, input);
  }

  @Act('endPause')
  @Mutation(() => HouseholdOutcome, {
    description:
      'End a pause that runs: from that day on the claim is active again, and nobody is reminded of the day that was agreed. A pause that should not have begun is withdrawn instead. Refused: CLAIM_UNKNOWN, CLAIM_NOT_PAUSED, DATE_IMPLAUSIBLE, MEASURE_UNKNOWN, LIST_FULL.',
  })
  endPause(@CurrentOperation() operation: Operation, @Args() { key, input }: EndPauseArgs) {
    return this.papers.endPause(operation, key, input);
  }

  @Act('planClaim')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Agree on instalments for a claim. Refused: CLAIM_UNKNOWN, CLAIM_WAIVED, INSTALMENTS_ABOVE_CLAIM, AMOUNT_RANGE, DATE_IMPLAUSIBLE, MEASURE_UNKNOWN, LIST_FULL.',
  })
  planClaim(@CurrentOperation() operation: Operation, @Args() { key, input }: PlanClaimArgs) {
    return this.papers.planClaim(operation, key, input);
  }

  @Act('countContactsOfYear')
  @Mutation(() => HouseholdOutcome, {
    description:
      'Record how many contacts twelve months had, as somebody told it. Refused: INVOLVEMENT_UNKNOWN, PERIOD_NOT_OVER, DATE_IMPLAUSIBLE, YEAR_COUNTED, LIST_FULL.',
  })
  countContactsOfYear(@CurrentOperation() operation: Operation, @Args() { key, input }: CountContactsOfYearArgs) {
    return this.papers.countContactsOfYear(operation, key, input);
  }
}

/** An agency sees none, whatever is on file: that nothing came in would be said to it as if there were none. */
const seesNoEvidence = ({ actor }: Operation): boolean => isAgency(actor);

@Resolver(() => EvidenceRequest)
export class EvidenceRequestResolver {
  constructor(private readonly books: PaperBooks) {}

  @Data(DataClass.K4)
  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Did what was asked come in since? Null for an agency, which does not see what is on file.',
  })
  async answered(@CurrentOperation() operation: Operation, @Parent() request: EvidenceRequest) {
    if (seesNoEvidence(operation)) return null;
    return answerTo(request, (await this.books.of(operation, { id: request.householdId })).evidence) !== null;
  }
}

@Resolver(() => Indication)
export class IndicationResolver {
  constructor(private readonly books: PaperBooks) {}

  @Data(DataClass.K5)
  @ResolveField(() => RenewalType, {
    description:
      'What a renewal should ask, today; also for the agency that granted it, which sees nothing else of the evidence.',
  })
  async renewal(@CurrentOperation() operation: Operation, @Parent() indication: Indication) {
    const { evidence, proofs } = await this.books.of(operation, { id: indication.householdId });
    return renewalOf(indication, [...evidence, ...proofs], operation.actor.today);
  }
}

@Resolver(() => DebtClaim)
export class ClaimResolver {
  @Data(DataClass.K4)
  @ResolveField(() => ClaimStateEnum, { description: 'How it stands today, derived from its days.' })
  state(@CurrentOperation() operation: Operation, @Parent() claim: DebtClaim) {
    return claimState(claim, claim.actions, operation.actor.today);
  }

  @Data(DataClass.K4)
  @ResolveField(() => ClaimStateEnum, { description: 'How it stands on another day.' })
  stateOn(@Parent() claim: DebtClaim, @Args() { day }: DayArgs) {
    return claimState(claim, claim.actions, day);
  }

  @Data(DataClass.K4)
  @ResolveField(() => CentsScalar, {
    description:
      'What is still claimed today; of a lower bound, what is known to be claimed. Instalments that were paid are not known here.',
  })
  openCents(@CurrentOperation() operation: Operation, @Parent() claim: DebtClaim) {
    return openCents(claim, claim.actions, operation.actor.today);
  }

  @Data(DataClass.K4)
  @ResolveField(() => LocalDateScalar, {
    nullable: true,
    description: 'The day from which it can be collected again after a pause; null = no pause runs, comes or ends today.',
  })
  activeAgainOn(@CurrentOperation() operation: Operation, @Parent() claim: DebtClaim) {
    return reminderOf(claim, claim.actions, operation.actor.today)?.untilOn ?? null;
  }

  @Data(DataClass.K4)
  @ResolveField(() => ClaimReminderType, {
    nullable: true,
    description: 'When to be reminded that a pause ends; null = no pause runs, comes or ends today.',
  })
  reminder(@CurrentOperation() operation: Operation, @Parent() claim: DebtClaim) {
    return reminderOf(claim, claim.actions, operation.actor.today);
  }
}
