import { type ScenarioKind, whyNotCompare } from '@doorbraak/cost';
import { type Reason, reason } from '@doorbraak/kernel';

type Side = { kind: ScenarioKind; horizonMonths: number };

/** One picture of going on as now, over as many months as what it is compared with. */
export const whyNotScenario = (added: Side, scenarios: readonly Side[]): Reason[] => [
  ...(added.kind === 'AS_NOW' && scenarios.some(({ kind }) => kind === 'AS_NOW') ? [reason('AS_NOW_EXISTS')] : []),
  ...scenarios.slice(0, 1).flatMap((other) => whyNotCompare(added, other)),
];

/** Money of a measure stands in a breakthrough; going on as now has no measures. */
export const whyNotPayFor = (
  measureId: string | null,
  scenario: Pick<Side, 'kind'>,
  measures: readonly { id: string }[],
): Reason[] =>
  measureId === null || (scenario.kind === 'BREAKTHROUGH' && measures.some(({ id }) => id === measureId))
    ? []
    : [reason('MEASURE_UNKNOWN', measureId)];

/** A line that carries on what help costs names help of this household. */
export const whyNotCarryOn = (interventionId: string | null, interventions: readonly { id: string }[]): Reason[] =>
  interventionId === null || interventions.some(({ id }) => id === interventionId)
    ? []
    : [reason('INTERVENTION_UNKNOWN', interventionId)];
