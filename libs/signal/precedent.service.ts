import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ActName,
  Acts,
  type Done,
  edited,
  idAfter,
  only,
  type Operation,
  pageOf,
  Refusal,
  type Refused,
  refuseIf,
  roomFor,
} from '@doorbraak/access';
import { HouseholdReference } from '@doorbraak/household';
import { type Id, type Reason, reason } from '@doorbraak/kernel';
import { LawCatalogue } from '@doorbraak/law';
import { notAsked, placeOfPlan, PlanBooks, progressState, stepsOf } from '@doorbraak/plan';
import { loadAggregate, PlatformReference, rowsOf, type Tx } from '@doorbraak/platform';
import { knownOf } from './nameless.load';
import { type Knowable, whyNotTimeless } from './nameless.rules';
import * as rules from './precedent.rules';
import { Precedent, PrecedentProposal } from './signal.entity';
import type * as inputs from './signal.inputs';
import { type SignalBook, SignalBooks } from './signal.load';
import type { PrecedentAnswer } from './signal.types';

type Answer = PrecedentProposal | Refused;
type Book = NonNullable<Awaited<ReturnType<PlanBooks['load']>>>;

const MOST = 100;

/** What one plan taught, and what all plans in the country taught before. */
@Injectable()
export class PrecedentService {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(PlanBooks) private readonly plans: PlanBooks,
    @Inject(SignalBooks) private readonly books: SignalBooks,
    @Inject(LawCatalogue) private readonly laws: LawCatalogue,
    @Inject(HouseholdReference) private readonly household: HouseholdReference,
    @Inject(PlatformReference) private readonly platform: PlatformReference,
  ) {}

  async precedents(
    operation: Operation,
    { provision, problemType, first, after }: inputs.PrecedentsArgs,
  ): Promise<PrecedentAnswer> {
    const fits = `not retracted and ($1::text is null or provisions @> array[$1]) and ($2::text is null or problem_types @> array[$2])`;
    const order = 't.decided_year desc, t.id desc';
    const page = `${fits} and ($3::uuid is null or (decided_year, id) < (select c.decided_year, c.id from precedent c where c.id = $3))`;
    const { counted, found, decidedOtherwise } = await loadAggregate(
      await operation.read(),
      {
        counted: rowsOf<{ granted: number; total: number }>(
          `select count(*) filter (where decision = 'GRANTED')::int as granted, count(*)::int as total from precedent where ${fits}`,
        ),
        found: { entity: Precedent, where: page, order, limit: first + 1 },
        decidedOtherwise: { entity: Precedent, where: `${fits} and decision <> 'GRANTED'`, order, limit: MOST },
      },
      [provision ?? null, problemType ?? null, idAfter(after)],
    );
    const { granted, total } = counted[0]!;
    return { reminder: rules.REMINDER, granted, otherwise: total - granted, total, ...pageOf(found, first), decidedOtherwise };
  }

  proposePrecedent(operation: Operation, key: Id, input: inputs.ProposePrecedentInput): Promise<Answer> {
    return this.change(operation, 'proposePrecedent', key, input, async (tx, book, { proposals }) => {
      const { obstacle, outcome } = input;
      const taught = rules.taughtBy({ ...book, problems: book.household.problems });
      const provisions = input.provisions ?? taught.provisions;
      const problemTypes = input.problemTypes ?? taught.problemTypes;
      const decided = rules.decisionOf(book.plan, {
        droppedDeviation: droppedDeviation(book),
        refused: rules.isRefused(book),
      });
      refuseIf([
        ...(decided ? [] : [reason('PLAN_TEACHES_NOTHING_YET', input.plan)]),
        ...roomFor(proposals),
        ...this.whyNotPropose(provisions, problemTypes),
        ...whyNotTimeless({ obstacle, outcome }, [knownOf(book.household), ...(await placesOf(tx, book.plan.municipalityId))]),
      ]);
      const { municipalityId, householdId, id: planId } = book.plan;
      await tx.insert(PrecedentProposal, {
        ...{ municipalityId, id: key, householdId, planId, provisions, problemTypes, obstacle, outcome, ...decided!, version: 1 },
        ...this.platform.recorded(tx),
      });
      return { subject: key, version: 1 };
    });
  }

  publishPrecedent(operation: Operation, key: Id, input: inputs.PublishPrecedentInput): Promise<Answer> {
    return this.change(operation, 'publishPrecedent', key, input, (tx, book, signals) => {
      const proposal = only(signals.proposalsOf(input.plan), input.precedent, 'PRECEDENT_UNKNOWN');
      const reasons = [...notAsked(book.asked, tx.person, null, tx.today), ...rules.whyNotPublish(proposal, tx.person)];
      // An id of its own, without the moment that ours carry: nothing in it leads back.
      const set = { publishedOn: tx.today, publishedBy: tx.person, precedentId: randomUUID() as Id };
      return publish(tx, proposal, input.seen, reasons, set);
    });
  }

  retractPrecedent(operation: Operation, key: Id, input: inputs.RetractPrecedentInput): Promise<Answer> {
    return this.change(operation, 'retractPrecedent', key, input, (tx, _book, signals) => {
      const proposal = only(signals.proposalsOf(input.plan), input.precedent, 'PRECEDENT_UNKNOWN');
      const set = { retractedOn: tx.today, retractedReason: input.reason };
      return publish(tx, proposal, input.seen, rules.whyNotRetract(proposal), set);
    });
  }

  private whyNotPropose(provisions: string[], problemTypes: string[]): Reason[] {
    return rules.whyNotPropose(
      { provisions, problemTypes },
      {
        isProvision: (key) => this.laws.provision(key) !== undefined,
        isProblemType: (key) => this.household.problemType(key) !== undefined,
      },
    );
  }

  private change(
    operation: Operation,
    act: ActName,
    key: Id,
    input: { plan: Id },
    run: (tx: Tx, book: Book, signals: SignalBook) => Promise<Done>,
  ): Promise<Answer> {
    return this.acts.do(
      operation,
      { act, key, at: placeOfPlan(input.plan), input },
      async (tx) => {
        const book = await this.plans.load(operation, tx, input.plan);
        if (!book) throw new Refusal([reason('NOT_FOUND', input.plan)]);
        return run(tx, book, await this.books.load(tx, book.household.id));
      },
      async (tx, { subject }) => {
        const book = await this.plans.load(operation, tx, input.plan);
        const proposal = only((await this.books.load(tx, book!.household.id)).proposals, subject, 'PRECEDENT_UNKNOWN');
        return operation.place(proposal, operation.scopeOf(book!.plan)!);
      },
    );
  }
}

async function publish(
  tx: Tx,
  proposal: PrecedentProposal,
  seen: number,
  reasons: Reason[],
  set: Partial<PrecedentProposal>,
): Promise<Done> {
  refuseIf(proposal.version === seen ? reasons : reasons.filter(({ code }) => code === 'FOUR_EYES' || code === 'NOT_ASKED'));
  const done = await edited(tx, PrecedentProposal, proposal, seen, set);
  await tx.query('select gate.publish_precedent($1)', [proposal.id]);
  return done;
}

/** Whether a measure that deviates was given up after the decision. */
const droppedDeviation = ({ measures, steps }: Book): boolean =>
  measures.some((measure) => measure.deviates && progressState(stepsOf(measure, steps)) === 'DROPPED');

/** A precedent says nothing of where it is from: not the municipality, and not a team, which often has the name of its area. */
async function placesOf(tx: Tx, municipality: Id): Promise<Knowable[]> {
  const rows = await tx.query<{ code: string }>(
    `select name as code from municipality where id = $1 union select code from municipality where id = $1
     union select name from fixteam where municipality_id = $1`,
    [municipality],
  );
  return rows.map(({ code }) => ({ code, neighbourhoodCode: null, names: [] }));
}
