import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOperation, Data, DataClass, type Operation, RefusalReason, Refused } from '@doorbraak/access';
import { compare, whyNotCompare } from '@doorbraak/cost';
import { DirectoryReference } from '@doorbraak/directory';
import { reason } from '@doorbraak/kernel';
import { proposedContradictions } from './contradiction.rules';
import { asSettled, provisionalPayers } from './dispute.rules';
import { payerRows } from './payer.rules';
import { lawMatrix } from './matrix.rules';
import {
  AgencyPosition,
  Agreement,
  Asked,
  BreakthroughPlan,
  Contradiction,
  Goal,
  LegalGround,
  Measure,
  PerspectiveAssessment,
  ReverseTestAnswer,
  Scenario,
  ValueJudgement,
} from './plan.entity';
import { PlanBooks } from './plan.load';
import { originOf, PlanComparison, PlanMatrix, PlanWarning, ProposedContradiction } from './plan.types';
import { warnings, WARNINGS } from './warning.rules';

const ofAll = 'Null for who may not read the problems and waits of the household: without them the answer would be wrong.';

/**
 * Fields answer from the book that the question or the act has read. What is judged from the whole household carries the class of its
 * problems, so that nobody is told a verdict on half of the facts.
 */
@Resolver(() => BreakthroughPlan)
export class PlanFieldsResolver {
  constructor(
    private readonly books: PlanBooks,
    private readonly directory: DirectoryReference,
  ) {}

  @Data(DataClass.K7)
  @ResolveField(() => [Asked], { description: 'Advisers and deciders who were asked, also those of before.' })
  async asked(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).asked;
  }

  @Data(DataClass.K7)
  @ResolveField(() => [Goal], { description: 'What the household wants, in its order.' })
  async goals(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).goals;
  }

  @Data(DataClass.K7)
  @ResolveField(() => [Scenario], {
    description: 'As now, and breakthroughs; the first breakthrough is the one that is proposed.',
  })
  async scenarios(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).scenarios;
  }

  @Data(DataClass.K7)
  @ResolveField(() => PlanComparison, {
    nullable: true,
    description: 'As now against the breakthrough that is proposed; null while one of them is missing.',
  })
  async comparison(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan): Promise<PlanComparison | null> {
    const book = await this.books.of(operation, plan);
    const now = book.facts().scenarios.find(({ kind }) => kind === 'AS_NOW');
    const proposed = book.proposed();
    if (!now || !proposed || whyNotCompare(now, proposed).length) return null;
    const { disputes, measures } = book;
    const shares = asSettled(book.shares, disputes);
    const isPublic = (payer: string) => this.directory.payer(payer)?.publicMoney ?? false;
    const { saving, invests, gains, asNow, breakthrough } = compare(
      { ...now, lines: now.costLines },
      { ...proposed, lines: proposed.costLines },
      isPublic,
    );
    return {
      horizonMonths: now.horizonMonths,
      savingCents: saving.total,
      byPayer: saving.byPayer,
      publicCents: saving.publicMoney,
      whoInvests: invests,
      whoGains: gains,
      unpricedCount: asNow.unpriced.length + breakthrough.unpriced.length,
      payers: payerRows(now, proposed, { measures, shares }, provisionalPayers(disputes)),
    };
  }

  @Data(DataClass.K7)
  @ResolveField(() => [ReverseTestAnswer], { description: 'Answers to the reverse test.' })
  async reverseTest(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).reverseTest;
  }

  @Data(DataClass.K7)
  @ResolveField(() => [Measure], { description: 'What will be done. An agency sees its own measures.' })
  async measures(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).measures;
  }

  @Data(DataClass.K7)
  @ResolveField(() => [LegalGround], { description: 'All grounds.' })
  async grounds(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).grounds;
  }

  @Data(DataClass.K7)
  @ResolveField(() => [Contradiction], { description: 'All contradictions that were written down.' })
  async contradictions(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).contradictions;
  }

  @Data(DataClass.K5)
  @ResolveField(() => [ProposedContradiction], {
    nullable: true,
    description: `Known contradictions that measures seem to run into, neither written down nor dismissed. ${ofAll}`,
  })
  async proposedContradictions(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    const book = await this.books.of(operation, plan);
    return proposedContradictions(book.facts(), book.laws, book.dismissed);
  }

  @Data(DataClass.K7)
  @ResolveField(() => [ValueJudgement], { description: 'The three values.' })
  async values(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).values;
  }

  @Data(DataClass.K7)
  @ResolveField(() => [PerspectiveAssessment], { description: 'The three perspectives; arguments are never merged.' })
  async perspectives(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).perspectives;
  }

  @Data(DataClass.K7)
  @ResolveField(() => [AgencyPosition], { description: 'What agencies say. An agency sees its own position.' })
  async positions(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).positions;
  }

  @Data(DataClass.K7)
  @ResolveField(() => [Agreement], { description: 'What members of the household say.' })
  async agreements(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    return (await this.books.of(operation, plan)).agreements;
  }

  @Data(DataClass.K5)
  @ResolveField(() => [PlanWarning], { nullable: true, description: `What a decider must have seen. ${ofAll}` })
  async warnings(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan): Promise<PlanWarning[]> {
    const book = await this.books.of(operation, plan);
    return warnings(book.facts(), { today: operation.actor.today, laws: book.laws }).map(({ code, about }) => ({
      code,
      ...WARNINGS[code],
      about: about ?? null,
    }));
  }

  @Data(DataClass.K5)
  @ResolveField(() => [RefusalReason], {
    nullable: true,
    description: `Everything that keeps the person who asks from deciding this plan today, by the same judgement as the act; empty = it can be decided. ${ofAll}`,
  })
  async whyNotDecide(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan): Promise<RefusalReason[]> {
    if (plan.status !== 'SELECTED') return new Refused([reason('PLAN_CLOSED', plan.id)]).reasons;
    const book = await this.books.of(operation, plan);
    const { person, today } = operation.actor;
    return new Refused(book.whyNotDecide(person, today)).reasons;
  }

  @Data(DataClass.K5)
  @ResolveField(() => PlanMatrix, { nullable: true, description: `Measures against laws, ready to draw. ${ofAll}` })
  async matrix(@CurrentOperation() operation: Operation, @Parent() plan: BreakthroughPlan) {
    const book = await this.books.of(operation, plan);
    const { laws, rows } = lawMatrix(book.facts(), book.laws);
    return {
      laws,
      rows: rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, touchedBy: cell.touchedBy.map(originOf) })),
        open: new Refused(row.open).reasons,
      })),
    };
  }
}
