import { PolicySignal, Precedent, PrecedentProposal, SignalReport } from './signal.entity';

export const SIGNAL_ENTITIES = [PolicySignal, Precedent, PrecedentProposal, SignalReport];
export { PlanCourses } from './course';
export * from './signal.module';
export { SignalReports } from './signal.reports';
export { isLearned } from './signal.rules';
