import { Inject, Injectable } from '@nestjs/common';
import { type ActName, Acts, edited, only, type Operation, refuseIf, rolesFor, roomFor } from '@doorbraak/access';
import { HouseholdMaps, placeOfHousehold } from '@doorbraak/household';
import { type Id, reason } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { whyNotAskAdviser, whyNotAskDecider } from './asking.rules';
import { placeOfPlan, PlanActs, type PlanAnswer } from './plan.act';
import { copyOf } from './plan.copy';
import { Asked, type AskedAs, BreakthroughPlan, Goal, ReverseTestAnswer, ValueJudgement } from './plan.entity';
import type { Perspective } from './plan.facts';
import type * as inputs from './plan.inputs';
import { leadingOf, type PlanBook, PlanBooks } from './plan.load';
import { VISIBLE } from './plan.visibility';
import { whyNotNewVersion, whyNotStart } from './version.rules';

/** A plan from its start to its next version, who is asked on it, and what the household wants of it. */
@Injectable()
export class PlanService {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(PlanActs) private readonly planActs: PlanActs,
    @Inject(PlanBooks) private readonly books: PlanBooks,
    @Inject(HouseholdMaps) private readonly maps: HouseholdMaps,
  ) {}

  async plan(operation: Operation, id: Id): Promise<BreakthroughPlan | null> {
    const book = await this.books.load(operation, await operation.read(), id);
    if (!book) operation.miss();
    return book?.plan ?? null;
  }

  startPlan(operation: Operation, key: Id, input: inputs.StartPlanInput): Promise<PlanAnswer> {
    return this.acts.do(
      operation,
      { act: 'startPlan', key, at: placeOfHousehold(input.household), input },
      async (tx) => {
        const household = await this.maps.load(operation, tx, input.household);
        const versions = await this.books.ofHousehold(operation, tx, input.household);
        refuseIf(household ? whyNotStart(leadingOf(household), versions) : [reason('NOT_FOUND', input.household)]);
        await tx.insert(BreakthroughPlan, {
          ...this.planActs.stamp(tx, { municipalityId: household!.municipalityId, householdId: household!.id }, key),
          number: (versions[0]?.number ?? 0) + 1,
          authorId: tx.person,
          status: 'SELECTED',
          planOn: input.planOn ?? tx.today,
          version: 1,
        });
        return { subject: key, version: 1 };
      },
      (tx, { subject }) => this.planActs.answer(operation, tx, subject),
    );
  }

  startNewVersion(operation: Operation, key: Id, input: inputs.StartNewVersionInput): Promise<PlanAnswer> {
    return this.acts.do(
      operation,
      { act: 'startNewVersion', key, at: placeOfPlan(input.plan), input },
      async (tx) => {
        const book = await this.planActs.mustLoad(operation, tx, input.plan);
        const versions = await this.books.ofHousehold(operation, tx, book.plan.householdId);
        refuseIf(whyNotNewVersion(book.plan, leadingOf(book.household), versions));
        const { number } = versions[0] ?? book.plan;
        const planOn = input.planOn ?? tx.today;
        const stamp = (id: Id) => this.planActs.stamp(tx, book.plan, id);
        await tx.insert(BreakthroughPlan, {
          ...stamp(key),
          number: number + 1,
          previousId: book.plan.id,
          authorId: tx.person,
          status: 'SELECTED',
          planOn,
          version: 1,
        });
        for (const { entity, rows } of copyOf(book, { planId: key, planOn, knownOn: tx.today, stamp }))
          if (rows.length) await tx.insert(entity, rows);
        return { subject: key, version: 1 };
      },
      (tx, { subject }) => this.planActs.answer(operation, tx, subject),
    );
  }

  stopPlan(operation: Operation, key: Id, input: inputs.StopPlanInput): Promise<PlanAnswer> {
    return this.planActs.with(operation, 'stopPlan', key, { plan: input.plan, input }, (tx, { plan }) => {
      const stopped = { status: 'STOPPED', stoppedOn: tx.today, stoppedReason: input.reason } as const;
      return edited(tx, BreakthroughPlan, plan, input.seen, stopped);
    });
  }

  // Who is asked

  askAdviser(operation: Operation, key: Id, input: inputs.AskAdviserInput): Promise<PlanAnswer> {
    const { plan, person, perspective } = input;
    return this.planActs.do(operation, 'askAdviser', key, { plan, input }, async (tx, book) => {
      refuseIf([
        ...(await whyNotProfessional(tx, book, person, 'assessPerspective')),
        ...whyNotAskAdviser(person, perspective, { writerIds: book.writerIds, asked: book.asked }),
      ]);
      return this.ask(tx, book, key, person, 'ADVISER', perspective);
    });
  }

  askDecider(operation: Operation, key: Id, input: inputs.AskDeciderInput): Promise<PlanAnswer> {
    const { plan, person } = input;
    return this.planActs.do(operation, 'askDecider', key, { plan, input }, async (tx, book) => {
      const mandates = await this.books.mandatesOf(tx, person);
      refuseIf([
        ...(await whyNotProfessional(tx, book, person, 'decidePlan')),
        ...whyNotAskDecider(
          { personId: person, mandates },
          { writerIds: book.writerIds, planOn: book.plan.planOn, asked: book.asked },
        ),
      ]);
      return this.ask(tx, book, key, person, 'DECIDER', null);
    });
  }

  endAsking(operation: Operation, key: Id, input: inputs.EndAskingInput): Promise<PlanAnswer> {
    return this.planActs.do(operation, 'endAsking', key, { plan: input.plan, input }, async (tx, book) => {
      const { id } = only(
        book.asked.filter(({ untilOn }) => untilOn === null),
        input.asking,
      );
      await tx.query(`update asked set until_on = greatest(from_on, $2) where ${VISIBLE.asked} and id = $1`, [id, tx.today]);
      return { subject: id };
    });
  }

  private async ask(tx: Tx, book: PlanBook, id: Id, personId: Id, asWhat: AskedAs, perspective: Perspective | null) {
    const row = { planId: book.plan.id, personId, asWhat, perspective, fromOn: tx.today };
    await tx.insert(Asked, { ...this.planActs.stamp(tx, book.plan, id), ...row });
    return { subject: id };
  }

  // What the household wants, and whether the plan does it

  addGoal(operation: Operation, key: Id, input: inputs.AddGoalInput): Promise<PlanAnswer> {
    return this.planActs.do(operation, 'addGoal', key, { plan: input.plan, input }, async (tx, { plan, goals }) => {
      refuseIf(roomFor(goals));
      const { words, firstStep } = input;
      const row = { planId: plan.id, position: goals.length + 1, words, firstStep: firstStep ?? null, version: 1 };
      await tx.insert(Goal, { ...this.planActs.stamp(tx, plan, key), ...row });
      return { subject: key, version: 1 };
    });
  }

  setFirstStep(operation: Operation, key: Id, input: inputs.SetFirstStepInput): Promise<PlanAnswer> {
    return this.planActs.do(operation, 'setFirstStep', key, { plan: input.plan, input }, (tx, { goals }) =>
      edited(tx, Goal, only(goals, input.goal), input.seen, { firstStep: input.firstStep }),
    );
  }

  answerReverseTest(operation: Operation, key: Id, input: inputs.AnswerReverseTestInput): Promise<PlanAnswer> {
    const { step, answer, seen } = input;
    return this.planActs.do(operation, 'answerReverseTest', key, { plan: input.plan, input }, (tx, { plan, reverseTest }) =>
      this.planActs.write(
        tx,
        ReverseTestAnswer,
        plan,
        key,
        reverseTest.find((one) => one.step === step),
        seen,
        {
          planId: plan.id,
          step,
          answer,
        },
      ),
    );
  }

  judgeValue(operation: Operation, key: Id, input: inputs.JudgeValueInput): Promise<PlanAnswer> {
    const { value, verdict, argument, seen } = input;
    return this.planActs.do(operation, 'judgeValue', key, { plan: input.plan, input }, (tx, { plan, values }) =>
      this.planActs.write(
        tx,
        ValueJudgement,
        plan,
        key,
        values.find((one) => one.value === value),
        seen,
        {
          planId: plan.id,
          value,
          verdict,
          argument,
        },
      ),
    );
  }
}

/** Advisers and deciders work for the municipality, in a role that can do what is asked; an agency is asked for its position instead. */
async function whyNotProfessional(tx: Tx, { plan }: PlanBook, person: Id, asked: ActName) {
  const [known] = await tx.query<{ suited: boolean }>(
    `select id = any (gate.people_with($3)) as suited from professional where municipality_id = $1 and id = $2 and agency_id is null`,
    [plan.municipalityId, person, rolesFor(asked)],
  );
  if (!known) return [reason('NOT_A_PROFESSIONAL', person)];
  return known.suited ? [] : [reason('ROLE_UNSUITED', person)];
}
