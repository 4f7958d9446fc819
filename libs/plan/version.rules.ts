import { type Reason, reason } from '@doorbraak/kernel';
import { leadOrDeputyMissing } from './decide.rules';
import type { DecidablePlan } from './plan.facts';
import type { PlanStatus } from './plan-stage.rules';

type Leading = Pick<DecidablePlan, 'leadId' | 'deputyId'>;
type Versions = readonly { status: PlanStatus }[];

const openAlready = (versions: Versions): Reason[] =>
  versions.some(({ status }) => status === 'SELECTED') ? [reason('PLAN_OPEN_ALREADY')] : [];

/** A plan that stands still when one person is away is no promise; and there is one plan at a time. */
export const whyNotStart = (leading: Leading, versions: Versions): Reason[] => [
  ...leadOrDeputyMissing(leading),
  ...openAlready(versions),
];

/** Of a stopped plan too: who stopped it by mistake, or starts anew, types nothing twice. */
export const whyNotNewVersion = (of: { status: PlanStatus }, leading: Leading, versions: Versions): Reason[] => [
  ...(of.status === 'SELECTED' ? [reason('PLAN_NOT_DECIDED')] : []),
  ...whyNotStart(leading, versions),
];
