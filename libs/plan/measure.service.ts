import { Inject, Injectable } from '@nestjs/common';
import { edited, only, type Operation, refuseIf, roomFor } from '@doorbraak/access';
import { type CostOwner, type CostRow, CostService } from '@doorbraak/cost';
import { DirectoryReference } from '@doorbraak/directory';
import { HouseholdReference } from '@doorbraak/household';
import { holds, type Id, newId } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { costOfMeasure, divided, whyNotFund } from './funding.rules';
import { whyNotAddGrounds } from './ground.rules';
import { citationOf, GroundService } from './ground.service';
import { whyNotAnotherDay, whyNotMeasure } from './measure.rules';
import { PlanActs, type PlanAnswer } from './plan.act';
import { type BreakthroughPlan, FundingShare, LawStruckOut, LegalGround, Measure, Scenario } from './plan.entity';
import type * as inputs from './plan.inputs';
import { VISIBLE } from './plan.visibility';
import { whyNotCarryOn, whyNotPayFor, whyNotScenario } from './scenario.rules';
import { touchedLaws, whyNotStrikeOut } from './touched.rules';

/** What will be done, which laws that touches, what it costs and who pays. */
@Injectable()
export class MeasureService {
  constructor(
    @Inject(PlanActs) private readonly planActs: PlanActs,
    @Inject(GroundService) private readonly grounds: GroundService,
    @Inject(CostService) private readonly costs: CostService,
    @Inject(HouseholdReference) private readonly services: HouseholdReference,
    @Inject(DirectoryReference) private readonly directory: DirectoryReference,
  ) {}

  addMeasure(operation: Operation, key: Id, input: inputs.AddMeasureInput): Promise<PlanAnswer> {
    const { involvement: involvementId, problems: problemIds, deviationKind, ...words } = input;
    return this.planActs.do(operation, 'addMeasure', key, { plan: input.plan, input }, async (tx, book) => {
      const { plan, measures, household, laws } = book;
      const { owner, dueOn, service, result, lifts, lawsAdded } = words;
      const grounds = input.grounds.map((ground) => ({ ...citationOf(key, ground), id: ground.id }));
      const facts = book.facts();
      refuseIf([
        ...roomFor(measures),
        ...whyNotMeasure(
          { involvementId, problemIds, lifts, lawsAdded, service },
          {
            problems: household.problems,
            involvements: household.involvements.filter(({ fromOn, toOn }) => holds({ from: fromOn, to: toOn }, tx.today)),
            waits: household.waits,
            isService: (service) => this.services.service(service) !== undefined,
            isLaw: (law) => laws.law(law) !== undefined,
          },
        ),
        ...whyNotAddGrounds(grounds, { ...facts, measures: [...facts.measures, { id: key }] }, laws),
      ]);
      await tx.insert(Measure, {
        ...this.planActs.stamp(tx, plan, key),
        planId: plan.id,
        involvementId,
        owner,
        dueOn,
        service,
        result,
        problemIds,
        lifts,
        deviates: Boolean(deviationKind),
        deviationKind: deviationKind ?? null,
        lawsAdded,
        noExtraMoney: false,
        version: 1,
      });
      if (grounds.length)
        await tx.insert(
          LegalGround,
          grounds.map((ground) => this.grounds.rowOf(tx, plan, ground)),
        );
      return { subject: key, version: 1 };
    });
  }

  setMeasureDay(operation: Operation, key: Id, input: inputs.SetMeasureDayInput): Promise<PlanAnswer> {
    return this.planActs.do(operation, 'setMeasureDay', key, { plan: input.plan, input }, (tx, { measures, positions }) => {
      const measure = only(measures, input.measure, 'MEASURE_UNKNOWN');
      refuseIf(whyNotAnotherDay(measure.id, positions));
      return edited(tx, Measure, measure, input.seen, { dueOn: input.dueOn });
    });
  }

  strikeOutLaw(operation: Operation, key: Id, input: inputs.StrikeOutLawInput): Promise<PlanAnswer> {
    return this.planActs.do(operation, 'strikeOutLaw', key, { plan: input.plan, input }, async (tx, book) => {
      const { law, line } = input;
      const measure = only(book.measures, input.measure, 'MEASURE_UNKNOWN');
      refuseIf(whyNotStrikeOut(law, line, touchedLaws(measure, book.facts(), book.laws)));
      await tx.insert(LawStruckOut, { ...this.planActs.stamp(tx, book.plan, key), measureId: measure.id, law, line });
      return { subject: key };
    });
  }

  /** Shares are divided anew as a whole; what was said before stays, with the day on which it was replaced. */
  fundMeasure(operation: Operation, key: Id, input: inputs.FundMeasureInput): Promise<PlanAnswer> {
    return this.planActs.do(operation, 'fundMeasure', key, { plan: input.plan, input }, async (tx, book) => {
      const measure = only(book.measures, input.measure, 'MEASURE_UNKNOWN');
      const { id } = measure;
      const { noExtraMoney } = input;
      const advancedBy = input.advancedBy ?? null;
      const shares = input.shares.map(({ payer, percent, cents }) => ({ payer, percent, cents: cents ?? null }));
      const cost = costOfMeasure(id, book.facts().scenarios);
      refuseIf(whyNotFund({ noExtraMoney, advancedBy, shares }, cost, new Set(this.directory.payers.keys())));
      const done = await edited(tx, Measure, measure, input.seen, { noExtraMoney, advancedBy });
      await tx.query(
        `update funding_share set replaced_on = $2 where ${VISIBLE.funding_share} and measure_id = $1 and replaced_on is null`,
        [id, tx.today],
      );
      for (const share of divided(shares, cost))
        await tx.insert(FundingShare, { ...this.planActs.stamp(tx, book.plan, newId()), measureId: id, ...share });
      return done;
    });
  }

  addScenario(operation: Operation, key: Id, input: inputs.AddScenarioInput): Promise<PlanAnswer> {
    return this.planActs.do(operation, 'addScenario', key, { plan: input.plan, input }, async (tx, { plan, scenarios }) => {
      const { kind, name, horizonMonths } = input;
      refuseIf([...roomFor(scenarios), ...whyNotScenario({ kind, horizonMonths }, scenarios)]);
      await tx.insert(Scenario, { ...this.planActs.stamp(tx, plan, key), planId: plan.id, kind, name, horizonMonths });
      return { subject: key };
    });
  }

  addCostLine(operation: Operation, key: Id, input: inputs.AddCostLineInput): Promise<PlanAnswer> {
    const { plan: planId, scenario: scenarioId, measure, probability, unitCost, quantity, payer, oneOff, note } = input;
    return this.planActs.do(operation, 'addCostLine', key, { plan: planId, input }, async (tx, book) => {
      const { plan, scenarios, measures, costs, household } = book;
      const scenario = only(scenarios, scenarioId);
      const interventionId = input.intervention ?? null;
      const whyNot = [
        ...roomFor(costs.linesOf(scenario.id)),
        ...whyNotPayFor(measure ?? null, scenario, measures),
        ...whyNotCarryOn(interventionId, household.interventions),
      ];
      const { indexTo = null } = input;
      const entry = { unitCost, quantity, probability: probability ?? null, payer, oneOff, note, indexTo, interventionId };
      const row = this.costRow(tx, plan, key, { ownerKind: 'SCENARIO', ownerId: scenario.id, measureId: measure ?? null });
      await this.costs.addLine(tx, row, entry, { kind: scenario.kind, on: plan.planOn, whyNot });
      return { subject: key };
    });
  }

  addUnpriced(operation: Operation, key: Id, input: inputs.AddUnpricedInput): Promise<PlanAnswer> {
    const { plan: planId, scenario: scenarioId, measure, item, note } = input;
    return this.planActs.do(operation, 'addUnpriced', key, { plan: planId, input }, async (tx, book) => {
      const { plan, scenarios, measures, costs } = book;
      const scenario = only(scenarios, scenarioId);
      const whyNot = [...roomFor(costs.unpricedOf(scenario.id)), ...whyNotPayFor(measure ?? null, scenario, measures)];
      const row = this.costRow(tx, plan, key, { ownerKind: 'SCENARIO', ownerId: scenario.id, measureId: measure ?? null });
      await this.costs.addUnpriced(tx, row, { item, note }, whyNot);
      return { subject: key };
    });
  }

  private costRow(
    tx: Tx,
    of: Pick<BreakthroughPlan, 'municipalityId' | 'householdId'>,
    id: Id,
    owner: { ownerKind: CostOwner; ownerId: Id; measureId: Id | null },
  ): CostRow {
    return { ...this.planActs.stamp(tx, of, id), ...owner };
  }
}
