import { Inject, Injectable } from '@nestjs/common';
import { type Operation, partWithdrawn } from '@doorbraak/access';
import { VISIBLE as HOUSEHOLD } from '@doorbraak/household';
import type { Id } from '@doorbraak/kernel';
import { loadAggregate, rowsOf, Secrets, type Tx, type WrappedKey } from '@doorbraak/platform';
import { Bottleneck, Experience, RealisedPeriod, Review, ReviewScore, StatisticsAct } from './outcome.entity';
import type { PeriodKind } from './outcome.rules';
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
type Rows = Awaited<ReturnType<typeof loadAggregate<typeof PARTS>>>;

/** What came of the plans of one household, as far as this actor may see it. It lives in memory for one request. */
export class OutcomeBook {
  constructor(
    private readonly rows: Rows,
    readonly withdrawn: Rows,
  ) {}

  reviewsOf = (plan: Id): Review[] => this.rows.reviews.filter(({ planId }) => planId === plan);
  scoresOf = (review: Id): ReviewScore[] => this.rows.scores.filter(({ reviewId }) => reviewId === review);
  periodsOf = (plan: Id): RealisedPeriod[] => this.rows.periods.filter(({ planId }) => planId === plan);
  periodOf = (plan: Id, kind: PeriodKind) => this.periodsOf(plan).find((one) => one.kind === kind);
  experiencesOf = (plan: Id): Experience[] => this.rows.experiences.filter(({ planId }) => planId === plan);
  bottlenecksOf = (plan: Id): Bottleneck[] => this.rows.bottlenecks.filter(({ planId }) => planId === plan);

  get statisticsActs(): StatisticsAct[] {
    return this.rows.acts;
  }

  /** Plans whose last review was held: what came of them was handed over, unless the household had objected. */
  get closedPlans(): Id[] {
    return this.rows.reviews.filter(({ closes }) => closes).map(({ planId }) => planId);
  }
}

/** Reads all of this room about one household, with one statement. */
@Injectable()
export class OutcomeBooks {
  private readonly held = new WeakMap<object, Promise<OutcomeBook>>();

  constructor(@Inject(Secrets) private readonly secrets: Secrets) {}

  async load(tx: Tx, household: Id): Promise<OutcomeBook> {
    const rows = await loadAggregate(tx, PARTS, [household]);
    const keys = new Map(rows.keys.map((key) => [key.id, key]));
    for (const one of rows.experiences) {
      const place = { tenant: one.municipalityId, table: 'experience', column: 'words', row: one.id };
      one.words = one.words && this.secrets.open(keys, place, one.words);
    }
    const { standing, withdrawn } = partWithdrawn(rows);
    return new OutcomeBook(standing, withdrawn);
  }

  /** The book of the household that this plan or household belongs to, read once for what one question or act answers with. */
  of(operation: Operation, { row, household }: { row: object; household: Id }): Promise<OutcomeBook> {
    let book = this.held.get(row);
    if (!book) this.held.set(row, (book = operation.read().then((tx) => this.load(tx, household))));
    return book;
  }
}
