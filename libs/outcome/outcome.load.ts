import { Inject, Injectable } from '@nestjs/common';
import { type Operation, partWithdrawn } from '@doorbraak/access';
import type { CostBook } from '@doorbraak/cost';
import { VISIBLE as HOUSEHOLD } from '@doorbraak/household';
import type { Id } from '@doorbraak/kernel';
import { loadAggregate, oncePer, rowsOf, Secrets, type Tx, type WrappedKey } from '@doorbraak/platform';
import { Bottleneck, Experience, RealisedPeriod, Review, ReviewScore, StatisticsAct } from './outcome.entity';
import { domainsMissing } from './outcome.rules';
import { VISIBLE } from './outcome.visibility';

const of = (table: keyof typeof VISIBLE) => `${VISIBLE[table]} and household_id = $1`;
const PARTS = {
  reviews: { entity: Review, where: of('review'), order: 't.months, t.id' },
  scores: { entity: ReviewScore, where: of('review_score'), order: 't.domain' },
  periods: { entity: RealisedPeriod, where: of('realised_period'), order: 't.from_on' },
  experiences: { entity: Experience, where: of('experience'), order: 't.on_day, t.id' },
  bottlenecks: { entity: Bottleneck, where: of('bottleneck') },
  acts: { entity: StatisticsAct, where: of('statistics_act') },
  /** Only who gave an experience reads it, so these are keys of that person. */
  keys: rowsOf<WrappedKey>(`
    select municipality_id as "municipalityId", id, subject_kind as "subjectKind", subject_id as "subjectId", wrapped
    from person_key where ${HOUSEHOLD.person_key} and subject_id = (select gate.person())`),
};
/** A period with what it is made of. The room of costs keeps that, and reads it with everything else that the household costs. */
const withCosts = (period: RealisedPeriod, costs: CostBook): RealisedPeriod =>
  Object.assign(period, { costLines: costs.linesOf(period.id), unpriced: costs.unpricedOf(period.id) });

type Rows = Awaited<ReturnType<typeof loadAggregate<typeof PARTS>>>;

/** What came of the plans of one household, as far as this actor may see it. It lives in memory for one request. */
export class OutcomeBook {
  constructor(
    private readonly rows: Rows,
    private readonly withdrawn: Rows,
  ) {}

  reviewsOf = (plan: Id): Review[] => this.rows.reviews.filter(({ planId }) => planId === plan);
  periodsOf = (plan: Id, costs: CostBook): RealisedPeriod[] =>
    this.rows.periods.filter(({ planId }) => planId === plan).map((period) => withCosts(period, costs));
  experiencesOf = (plan: Id): Experience[] => this.rows.experiences.filter(({ planId }) => planId === plan);
  bottlenecksOf = (plan: Id): Bottleneck[] => this.rows.bottlenecks.filter(({ planId }) => planId === plan);

  /** What was withdrawn as a mistake, by list; nothing is judged or added up by it. */
  withdrawnOf(plan: Id, costs: CostBook) {
    const own = ({ planId }: { planId: Id }) => planId === plan;
    const periods = this.withdrawn.periods.filter(own).map((period) => withCosts(period, costs));
    const ofPeriod = ({ ownerId }: { ownerId: Id }) =>
      [...periods, ...this.periodsOf(plan, costs)].some(({ id }) => id === ownerId);
    return {
      periods,
      reviews: this.withdrawn.reviews.filter(own),
      costLines: costs.withdrawn.lines.filter(ofPeriod),
      unpriced: costs.withdrawn.unpriced.filter(ofPeriod),
      bottlenecks: this.withdrawn.bottlenecks.filter(own),
      experiences: this.withdrawn.experiences.filter(own),
    };
  }

  get statisticsActs(): StatisticsAct[] {
    return this.rows.acts;
  }

  /** The reviews with which something was handed to the reports: one per plan. */
  get reported(): Review[] {
    return this.rows.reviews.filter(({ reported }) => reported);
  }
}

/** Reads all of this room about one household, with one statement per transaction, however many plans ask. */
@Injectable()
export class OutcomeBooks {
  private readonly once = oncePer((tx, household) => this.load(tx, household));

  constructor(@Inject(Secrets) private readonly secrets: Secrets) {}

  async load(tx: Tx, household: Id): Promise<OutcomeBook> {
    const rows = await loadAggregate(tx, PARTS, [household]);
    const keys = new Map(rows.keys.map((key) => [key.id, key]));
    for (const one of rows.experiences) {
      const place = { tenant: one.municipalityId, table: 'experience', column: 'words', row: one.id };
      one.words = one.words && this.secrets.open(keys, place, one.words);
    }
    for (const review of rows.reviews) review.scores = rows.scores.filter(({ reviewId }) => reviewId === review.id);
    const { standing, withdrawn } = partWithdrawn(rows);
    for (const review of rows.reviews)
      review.domainsMissing = domainsMissing(
        review,
        standing.reviews.find(({ planId, months }) => planId === review.planId && months === 0),
      );
    return new OutcomeBook(standing, withdrawn);
  }

  /** For what is answered with; an act reads for itself, before and after it writes. */
  async of(operation: Operation, household: Id): Promise<OutcomeBook> {
    return this.once(await operation.read(), household);
  }
}
