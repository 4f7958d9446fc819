import { Inject, Injectable } from '@nestjs/common';
import { isMember, listOf, only, type Operation, refuseIf, roomFor, withdrawEntry } from '@doorbraak/access';
import { CostService } from '@doorbraak/cost';
import { HouseholdReference } from '@doorbraak/household';
import { type Id, newId, type Reason, reason } from '@doorbraak/kernel';
import { type BreakthroughPlan, type PlanAnswer, PlanActs, type PlanBook } from '@doorbraak/plan';
import { Secrets, type Tx } from '@doorbraak/platform';
import { Facts } from './fact.service';
import { Bottleneck, Experience, RealisedPeriod, Review, ReviewScore } from './outcome.entity';
import type * as inputs from './outcome.inputs';
import { isInStatistics } from './fact.rules';
import { type OutcomeBook, OutcomeBooks } from './outcome.load';
import { BOTTLENECK_FOLLOWER, type BottleneckFollower } from './outcome.ports';
import * as rules from './outcome.rules';

type Run = (tx: Tx, book: PlanBook, came: OutcomeBook) => Promise<{ subject: Id; version?: number }>;

type Held = Pick<Review, 'months' | 'heldOn' | 'closes' | 'reported' | 'byPerson'>;

/** What came of a decided plan: looking back, what it really cost, how it was felt, and what stood in the way. All but looking back goes on when it is stopped. */
@Injectable()
export class OutcomeService {
  constructor(
    @Inject(PlanActs) private readonly acts: PlanActs,
    @Inject(OutcomeBooks) private readonly books: OutcomeBooks,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CostService) private readonly costs: CostService,
    @Inject(HouseholdReference) private readonly reference: HouseholdReference,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(BOTTLENECK_FOLLOWER) private readonly follower: BottleneckFollower,
  ) {}

  /** The review that closes hands over one fact in the same transaction: both are there, or neither. */
  recordReview(operation: Operation, key: Id, input: inputs.RecordReviewInput): Promise<PlanAnswer> {
    return this.acts.follow(operation, 'recordReview', key, { plan: input.plan, input }, async (tx, book) => {
      const { plan } = book;
      const came = await this.books.load(tx, plan.householdId);
      const { months, heldOn, closes } = input;
      const known = {
        decidedOn: plan.decidedOn!,
        held: came.reviewsOf(plan.id),
        periods: came.periodsOf(plan.id, book.costs),
      };
      refuseIf([...whyNotLookBack(book), ...rules.whyNotReview(input, known, this.domains, tx.today)]);
      const reported = closes && isInStatistics(came.statisticsActs);
      await this.keep(tx, plan, key, input, { months, heldOn, closes, reported, byPerson: tx.person });
      if (reported) await this.facts.close(tx, book);
      return { subject: key };
    });
  }

  /** Another review takes its place, also of the one that closed; what was handed over stays until the correction is handed over too. One that is made the last one hands its fact over now. */
  correctReview(operation: Operation, key: Id, input: inputs.CorrectReviewInput): Promise<PlanAnswer> {
    return this.after(operation, 'correctReview', key, input, async (tx, book, came) => {
      const { plan, costs } = book;
      const { review, reason } = input;
      const reviews = came.reviewsOf(plan.id);
      const found = reviews.find(({ id }) => id === review);
      const closesNow = input.closes && found?.closes === false;
      refuseIf([
        ...rules.whyNotCorrect(review, reviews, came.withdrawnOf(plan.id, costs).reviews),
        ...(closesNow ? [...whyNotLookBack(book), ...rules.whyNotClose(found.months, came.periodsOf(plan.id, costs))] : []),
        ...rules.whyNotScore(input, this.domains),
      ]);
      const { months, heldOn, byPerson, closes, reported } = only(reviews, review);
      const held = closesNow
        ? { months, heldOn, byPerson, closes: true, reported: isInStatistics(came.statisticsActs) }
        : { months, heldOn, byPerson, closes, reported };
      await withdrawEntry(tx, TABLES.reviews, plan.municipalityId, review, reason);
      await this.keep(tx, plan, key, input, held);
      if (closesNow && held.reported) await this.facts.close(tx, book);
      return { subject: key };
    });
  }

  recordRealised(operation: Operation, key: Id, input: inputs.RecordRealisedInput): Promise<PlanAnswer> {
    return this.after(operation, 'recordRealised', key, input, async (tx, { plan }) => {
      const { kind, known } = input;
      const period = rules.periodOf(kind, plan.decidedOn!);
      refuseIf(rules.whyNotRealise(period, tx.today));
      const row = { kind, known, ...period, planId: plan.id };
      await tx.insert(RealisedPeriod, { ...row, ...this.acts.stamp(tx, plan, key) });
      return { subject: key };
    });
  }

  addRealisedCost(operation: Operation, key: Id, input: inputs.AddRealisedCostInput): Promise<PlanAnswer> {
    return this.after(operation, 'addRealisedCost', key, input, async (tx, book, came) => {
      const { plan, costs } = book;
      const period = only(came.periodsOf(plan.id, costs), input.period, 'PERIOD_UNKNOWN');
      const whyNot = [...rules.whyNotRealisedCost(period), ...roomFor(costs.linesOf(period.id))];
      const { unitCost, quantity, payer, oneOff, note } = input;
      await this.costs.addLine(
        tx,
        { ...this.acts.stamp(tx, plan, key), ownerKind: 'REALISED', ownerId: period.id, measureId: null },
        { unitCost, quantity, probability: null, payer, oneOff, note },
        // what was paid is certain; tariffs change within twelve months, and the last one is known to have been there
        { kind: 'REALISED', on: period.toOn, whyNot },
      );
      return { subject: key };
    });
  }

  addRealisedUnpriced(operation: Operation, key: Id, input: inputs.AddRealisedUnpricedInput): Promise<PlanAnswer> {
    return this.after(operation, 'addRealisedUnpriced', key, input, async (tx, { plan, costs }, came) => {
      const period = only(came.periodsOf(plan.id, costs), input.period, 'PERIOD_UNKNOWN');
      const row = { ...this.acts.stamp(tx, plan, key), ownerKind: 'REALISED', ownerId: period.id, measureId: null } as const;
      await this.costs.addUnpriced(tx, row, input, roomFor(costs.unpricedOf(period.id)));
      return { subject: key };
    });
  }

  giveExperience(operation: Operation, key: Id, input: inputs.GiveExperienceInput): Promise<PlanAnswer> {
    return this.after(operation, 'giveExperience', key, input, async (tx, { plan, household }) => {
      const { person: personId, onDay, voice, respect, treatment, words, how } = input;
      const by = { personId: tx.person, isMember: isMember(operation.actor) };
      const known = { decidedOn: plan.decidedOn!, members: household.members };
      refuseIf(rules.whyNotExperience({ personId, onDay, how }, by, known, tx.today));
      const owner = { kind: 'PERSON', id: personId, household: household.id } as const;
      const place = { tenant: plan.municipalityId, table: 'experience', column: 'words', row: key };
      await tx.insert(Experience, {
        ...this.acts.stamp(tx, plan, key),
        ...{ planId: plan.id, personId, onDay, voice, respect, treatment, how },
        words: words ? await this.secrets.seal(tx, owner, place, words) : null,
      });
      return { subject: key };
    });
  }

  addBottleneck(operation: Operation, key: Id, input: inputs.AddBottleneckInput): Promise<PlanAnswer> {
    return this.after(operation, 'addBottleneck', key, input, async (tx, book, came) => {
      const { provision, problem: problemId, obstacle, kind } = input;
      const problem = book.household.problems.find(({ id }) => id === problemId);
      const known = { provision: book.laws.lawOf(provision) !== undefined, problem: problem !== undefined };
      refuseIf([...rules.whyNotBottleneck(input, known), ...roomFor(came.bottlenecksOf(book.plan.id))]);
      const row = { planId: book.plan.id, provision, problemId, problemType: problem!.type, obstacle, kind };
      await tx.insert(Bottleneck, { ...row, ...this.acts.stamp(tx, book.plan, key) });
      return { subject: key };
    });
  }

  /** A mistaken entry stays visible as withdrawn. */
  withdraw(operation: Operation, key: Id, input: inputs.WithdrawFromOutcomeInput): Promise<PlanAnswer> {
    return this.after(operation, 'withdrawFromOutcome', key, input, async (tx, { plan, costs }, came) => {
      const { entry } = input;
      if (await takenBackUnseen(tx, plan, entry, input.reason)) return { subject: entry };
      const periods = came.periodsOf(plan.id, costs);
      const lists: rules.Withdrawable = {
        reviews: came.reviewsOf(plan.id),
        periods,
        costLines: periods.flatMap(({ costLines }) => costLines),
        unpriced: periods.flatMap(({ unpriced }) => unpriced),
        bottlenecks: came.bottlenecksOf(plan.id),
        experiences: came.experiencesOf(plan.id),
      };
      const before = Object.values(came.withdrawnOf(plan.id, costs)).flat();
      refuseIf(rules.whyNotWithdraw(entry, lists, before, isMember(operation.actor)));
      const list = listOf(entry, lists)!;
      await withdrawEntry(tx, TABLES[list], plan.municipalityId, entry, input.reason);
      if (list === 'bottlenecks') await this.follower.withdrawn(tx, entry);
      return { subject: entry };
    });
  }

  private get domains(): ReadonlySet<string> {
    return new Set(this.reference.lifeDomains.map(({ key }) => key));
  }

  private async keep(tx: Tx, plan: BreakthroughPlan, id: Id, told: inputs.ReviewInput, held: Held): Promise<void> {
    const { scores, contactsPerMonth = null, hours = null, words = null } = told;
    const row = { ...held, contactsPerMonth, hours, words, planId: plan.id };
    await tx.insert(Review, { ...row, ...this.acts.stamp(tx, plan, id) });
    await tx.insert(
      ReviewScore,
      scores.map(({ domain, score }) => ({ ...this.acts.stamp(tx, plan, newId()), reviewId: id, domain, score })),
    );
  }

  private after(
    operation: Operation,
    act: Parameters<PlanActs['after']>[1],
    key: Id,
    input: { plan: Id },
    run: Run,
  ): Promise<PlanAnswer> {
    return this.acts.after(operation, act, key, { plan: input.plan, input }, async (tx, book) =>
      run(tx, book, await this.books.load(tx, book.plan.householdId)),
    );
  }
}

/** A plan that is over is not looked back at: it was stopped, or a newer version took its place. */
const whyNotLookBack = ({ plan, replaced }: PlanBook): Reason[] => [
  ...(plan.status === 'STOPPED' ? [reason('PLAN_CLOSED', plan.id)] : []),
  ...(replaced ? [reason('PLAN_REPLACED', plan.id)] : []),
];

/** An experience that this person wrote down for somebody else. */
async function takenBackUnseen(tx: Tx, plan: BreakthroughPlan, entry: Id, reason: string): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('select gate.take_back_experience($1, $2, $3) as done', [
    entry,
    plan.id,
    reason,
  ]);
  return row!.done;
}

const TABLES: Record<rules.ListName, string> = {
  reviews: 'review',
  periods: 'realised_period',
  costLines: 'cost_line',
  unpriced: 'unpriced_item',
  bottlenecks: 'bottleneck',
  experiences: 'experience',
};
