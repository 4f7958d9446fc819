import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Acts, isMember, type Operation, type Refused, refuseIf, roomFor } from '@doorbraak/access';
import { type HouseholdMap, HouseholdMaps, placeOfHousehold } from '@doorbraak/household';
import { holds, type Id, type LocalDate } from '@doorbraak/kernel';
import { cameToNothing, type PlanAnswer, PlanActs, type PlanBook, stepsOf, wasLate } from '@doorbraak/plan';
import { CONFIGURATION, type Configuration, derive, keyedHash, type Tx } from '@doorbraak/platform';
import {
  completeOn,
  type FactContent,
  factOf,
  type FactSource,
  halfYearOf,
  whyNotAdjust,
  whyNotErase,
  whyNotObject,
} from './fact.rules';
import { type Review, StatisticsAct, StatisticsActKind } from './outcome.entity';
import type * as inputs from './outcome.inputs';
import { type OutcomeBook, OutcomeBooks } from './outcome.load';

type FactKind = 'FACT' | 'ADJUSTMENT' | 'ERASURE' | 'OBJECTION';

/** Hands over to the reports what one household brought, under a name that only this room can make, and what the household says about that. */
@Injectable()
export class Facts {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(PlanActs) private readonly planActs: PlanActs,
    @Inject(OutcomeBooks) private readonly books: OutcomeBooks,
    @Inject(HouseholdMaps) private readonly maps: HouseholdMaps,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** In the transaction of the review that closes; what came is read anew, so that this review is in it. */
  async close(tx: Tx, book: PlanBook): Promise<void> {
    const came = await this.books.load(tx, book.plan.householdId);
    await this.put(tx, book, 'FACT', reportedWith(came, book.plan.id)!, await contentOf(tx, book, came));
  }

  /** What was handed over stays; the correction stands beside it and is released later. */
  adjust(operation: Operation, key: Id, input: inputs.AdjustFactInput): Promise<PlanAnswer> {
    const { plan: id, reason } = input;
    return this.planActs.after(operation, 'adjustFact', key, { plan: id, input }, async (tx, book) => {
      const came = await this.books.load(tx, book.plan.householdId);
      const review = reportedWith(came, id);
      const periods = came.periodsOf(id, book.costs);
      refuseIf([
        ...whyNotAdjust(came.statisticsActs, { reported: review !== undefined, periods }),
        ...roomFor(came.statisticsActs),
      ]);
      await this.put(tx, book, 'ADJUSTMENT', review!, await contentOf(tx, book, came));
      await tx.insert(StatisticsAct, {
        ...this.planActs.stamp(tx, book.plan, key),
        ...{ planId: id, kind: StatisticsActKind.ADJUSTMENT, onDay: tx.today, reason },
      });
      return { subject: key };
    });
  }

  object(operation: Operation, key: Id, input: inputs.ObjectToStatisticsInput): Promise<HouseholdMap | Refused> {
    return this.say(operation, 'objectToStatistics', key, input, StatisticsActKind.OBJECTION, (came) =>
      whyNotObject(came.statisticsActs),
    );
  }

  erase(operation: Operation, key: Id, input: inputs.EraseFromStatisticsInput): Promise<HouseholdMap | Refused> {
    return this.say(operation, 'eraseFromStatistics', key, input, StatisticsActKind.ERASURE, (came) =>
      whyNotErase(came.statisticsActs, came.reported.length > 0),
    );
  }

  private say(
    operation: Operation,
    act: 'objectToStatistics' | 'eraseFromStatistics',
    key: Id,
    input: inputs.StatisticsInput,
    kind: StatisticsActKind.OBJECTION | StatisticsActKind.ERASURE,
    whyNot: (came: OutcomeBook) => Parameters<typeof refuseIf>[0],
  ): Promise<HouseholdMap | Refused> {
    return this.acts.do(
      operation,
      { act, key, at: placeOfHousehold(input.household), input },
      async (tx) => {
        const map = await this.maps.mustLoad(operation, tx, input.household);
        const came = await this.books.load(tx, map.id);
        refuseIf(whyNot(came));
        for (const review of came.reported)
          await this.put(tx, await this.planActs.mustLoad(operation, tx, review.planId), kind, review, {});
        await tx.insert(StatisticsAct, {
          ...this.planActs.stamp(tx, { municipalityId: map.municipalityId, householdId: map.id }, key),
          ...{ kind, onDay: tx.today, reason: input.reason },
          personId: isMember(operation.actor) ? tx.person : null,
        });
        return { subject: key };
      },
      (tx) => this.maps.mustLoad(operation, tx, input.household),
    );
  }

  /** A random id, since one that rises would tell an order; and nothing is asked back, since this role may not read what it adds. */
  private async put(
    tx: Tx,
    { plan, household: { municipalityId, fixteamId, id } }: PlanBook,
    kind: FactKind,
    { heldOn }: Review,
    content: FactContent | object,
  ): Promise<void> {
    const half = halfYearOf(completeOn(plan.decidedOn!, heldOn));
    const pseudonym = pseudonymOf(this.configuration.DOORBRAAK_MASTER_KEY, municipalityId, id);
    await tx.query(
      'insert into report_fact (municipality_id, id, kind, pseudonym, fixteam_id, half_year, content) values ($1, $2, $3, $4, $5, $6, $7)',
      [municipalityId, randomUUID(), kind, pseudonym, fixteamId, half, JSON.stringify(content)],
    );
  }
}

/** The same for all that is handed over of one household, and of use to nobody without the key: no other room derives this one. */
export const pseudonymOf = (masterKey: string, municipality: Id, household: Id): string =>
  keyedHash(derive(masterKey, `report fact ${municipality}`), household);

/** The review with which the window of this plan was complete. */
const reportedWith = (came: OutcomeBook, plan: Id) => came.reported.find(({ planId }) => planId === plan);

async function contentOf(tx: Tx, book: PlanBook, came: OutcomeBook): Promise<FactContent> {
  const { plan, costs } = book;
  const [experience] = await tx.query<FactContent['experience']>(
    'select answers, round(voice, 2)::text as voice, round(respect, 2)::text as respect, round(treatment, 2)::text as treatment from gate.experience_of($1)',
    [plan.id],
  );
  return factFrom(
    book,
    {
      reviews: came.reviewsOf(plan.id),
      periods: came.periodsOf(plan.id, costs),
      bottlenecks: came.bottlenecksOf(plan.id),
      // those of an earlier version too, unless it handed them over itself
      commitments: book.commitments.filter((one) => one.planId === plan.id || !reportedWith(came, one.planId)),
      experience: experience ?? { answers: 0, voice: null, respect: null, treatment: null },
    },
    tx.today,
  );
}

type Came = Pick<FactSource, 'periods' | 'bottlenecks' | 'experience'> & {
  reviews: readonly Review[];
  commitments: PlanBook['commitments'];
};

/** What a plan and what came of it say to the reports. */
export function factFrom(book: PlanBook, { reviews, commitments, ...came }: Came, today: LocalDate): FactContent {
  const { plan, household } = book;
  const agenciesOn = (day: LocalDate) =>
    new Set(
      household.involvements.filter(({ fromOn, toOn }) => holds({ from: fromOn, to: toOn }, day)).map(({ agencyId }) => agencyId),
    ).size;
  const carriedOut = book.measures.filter((measure) => !cameToNothing(stepsOf(measure, book.steps)));
  return factOf({
    ...came,
    measureLines: book.proposed()?.costLines.filter(({ measureId }) => carriedOut.some(({ id }) => id === measureId)) ?? [],
    reviews,
    agencies: { before: agenciesOn(plan.decidedOn!), after: agenciesOn(reviews.at(-1)!.heldOn) },
    commitments: commitments.map((one) => ({ ...one, wasLate: wasLate(one, today) })),
  });
}
