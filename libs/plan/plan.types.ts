import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, RefusalReason, Refused, RowClass } from '@doorbraak/access';
import { CostLine, PayerAmountType } from '@doorbraak/cost';
import { ComparedPayer } from './payer.types';
import type { Cents, Id } from '@doorbraak/kernel';
import { InForceEnum, type InForce, ProvisionRoleEnum, type ProvisionRole } from '@doorbraak/law';
import { CentsScalar } from '@doorbraak/platform';
import { BreakthroughPlan } from './plan.entity';
import type { PlanStage } from './plan-stage.rules';
import type { PositionState } from './position.rules';
import type { TouchOrigin } from './touched.rules';

@RowClass(DataClass.K0)
@ObjectType({ description: 'An act on a plan was not done. All reasons come at once.' })
export class PlanRefused extends Refused {}

export const PlanOutcome = createUnionType({
  name: 'PlanOutcome',
  description: 'What came of an act on a plan: the plan as it is now, or every reason why not.',
  types: () => [BreakthroughPlan, PlanRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? PlanRefused : BreakthroughPlan),
});

export const PlanStageEnum = describeEnum<PlanStage>(
  'PlanStage',
  'How far a plan is. What lies between SELECTED and DECIDED follows from its content, what comes after DECIDED from what came of it.',
  {
    SELECTED: 'Chosen to be made.',
    MAPPED: 'The household is on the map.',
    PERSPECTIVE_SET: 'There is a goal in own words, and a first step.',
    OPTIONS_COMPARED: 'As now and a breakthrough stand side by side.',
    JUSTIFIED: 'Measures, laws, values and perspectives hold.',
    DECIDED: 'Decided.',
    EXECUTING: 'Being carried out: a measure was started, done or dropped.',
    VERIFIED: 'Looked back at: the last review was held.',
    LEARNED:
      'Lessons were drawn, after the last review: something was written down that stood in the way or that others can learn from, and every rule that has to change was reported under a signal.',
    STOPPED: 'Stopped, before the decision or after it.',
  },
);
export const PositionStateEnum = describeEnum<PositionState>(
  'PositionState',
  'How the asking of an agency stands today; derived from its days.',
  {
    ASKED: 'Its clock runs.',
    ANSWERED: 'It answered.',
    OVERDUE: 'Its clock ran out.',
    ESCALATED: 'The clock of the escalation runs.',
    REFUSED:
      'On the ladder it said no, and it gave no answer itself. Blocks as an objection until that no is answered, and as a question without an answer until the clock of the first step has run out.',
    SOLVED: 'It was solved on the ladder; ask the agency for its answer. Blocks as a question without an answer.',
    DID_NOT_ANSWER: 'It did not answer, also not after escalation.',
  },
);
export const TouchKindEnum = describeEnum<TouchOrigin['kind']>('TouchKind', 'Through what a measure touches a law.', {
  OWNER: 'The agency that does it works under this law.',
  PROBLEM: 'An agency on a problem that it addresses works under this law.',
  WAIT: 'A wait that it lifts rests on this law.',
  ADDED: 'The author added it.',
});

@RowClass(DataClass.K7)
@ObjectType({ description: 'What a decider must have seen. It never blocks.' })
export class PlanWarning {
  @Data(DataClass.K7)
  @Field({ description: 'Stable code.' })
  code: string;

  @Data(DataClass.K7)
  @Field({ description: 'In plain Dutch.' })
  nl: string;

  @Data(DataClass.K7)
  @Field({ description: 'In English.' })
  en: string;

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'What it is about; null = the plan.' })
  about: string | null;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'One way in which a measure touches a law.' })
export class LawTouchOrigin {
  @Data(DataClass.K7)
  @Field(() => TouchKindEnum, { description: 'Through what.' })
  kind: TouchOrigin['kind'];

  @Data(DataClass.K7)
  @Field(() => ID, { nullable: true, description: 'The involvement or the wait; null = added by the author.' })
  about: Id | null;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A law that a measure touches; it needs a ground, or is struck out with a line.' })
export class LawTouched {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Key of the law.' })
  law: string;

  @Data(DataClass.K7)
  @Field(() => [LawTouchOrigin], { description: 'Through what.' })
  origins: LawTouchOrigin[];

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why it was struck out; null = it stands.' })
  struckOut: string | null;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A known contradiction that a measure seems to run into; it only asks, and never blocks.' })
export class ProposedContradiction {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The measure.' })
  measureId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The pattern, a key of the catalogue.' })
  pattern: string;

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'Grounds that stand on one side.' })
  groundIds: Id[];

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'Laws through which the measure meets the other side.' })
  otherLaws: string[];

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'Provisions through which it was resolved elsewhere.' })
  roomVia: string[];
}

@RowClass(DataClass.K7)
@ObjectType({
  description: 'As now against the breakthrough that is proposed. Both are expectations; nothing realised is in them.',
})
export class PlanComparison {
  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Over how many months.' })
  horizonMonths: number;

  @Data(DataClass.K7)
  @Field(() => CentsScalar, {
    nullable: true,
    description:
      'As now minus breakthrough, of what has a price; below zero = it costs more than going on as now; null = nothing of one of them has a price, so nobody knows.',
  })
  savingCents: Cents | null;

  @Data(DataClass.K7)
  @Field(() => [PayerAmountType], { description: 'The saving of each payer, of what has a price.' })
  byPayer: PayerAmountType[];

  @Data(DataClass.K7)
  @Field(() => CentsScalar, { nullable: true, description: 'The saving of public money; null as above.' })
  publicCents: Cents | null;

  @Data(DataClass.K7)
  @Field(() => [PayerAmountType], { description: 'Who pays more than now.' })
  whoInvests: PayerAmountType[];

  @Data(DataClass.K7)
  @Field(() => [PayerAmountType], { description: 'Who keeps money.' })
  whoGains: PayerAmountType[];

  @Data(DataClass.K7)
  @Field(() => Int, { description: 'Items without a price in both together; they are in no sum.' })
  unpricedCount: number;

  @Data(DataClass.K7)
  @Field(() => [ComparedPayer], {
    description:
      'Who invests and who gains, per payer and measure, in order of key. What was settled in a dispute stands under who pays after all, here and in every amount per payer above.',
  })
  payers: ComparedPayer[];
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'What one intervention costs.' })
export class InterventionCost {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The intervention.' })
  interventionId: Id;

  @Data(DataClass.K7)
  @Field(() => [CostLine], { description: 'Its cost lines.' })
  costLines: CostLine[];

  @Data(DataClass.K7)
  @Field(() => [CostLine], {
    description: 'Lines that were withdrawn as a mistake, or all of them when the intervention was: in no sum.',
  })
  withdrawn: CostLine[];
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A ground in the matrix.' })
export class MatrixGroundType {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The ground.' })
  groundId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The provision.' })
  provision: string;

  @Data(DataClass.K7)
  @Field(() => ProvisionRoleEnum, { description: 'Its role here.' })
  role: ProvisionRole;

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why its role differs from the catalogue.' })
  overrideReason: string | null;

  @Data(DataClass.K7)
  @Field(() => InForceEnum, { description: 'Was it in force on the day of the plan?' })
  force: InForce;

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'The limits that it answers.' })
  answers: Id[];

  @Data(DataClass.K7)
  @Field({ description: 'It is a limit that nothing answers.' })
  limitUnanswered: boolean;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'Where a measure meets a law. No origins and no grounds: they have nothing to do with each other.' })
export class MatrixCellType {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'Name of the cell.' })
  id: string;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The law.' })
  law: string;

  @Data(DataClass.K7)
  @Field(() => [LawTouchOrigin], { description: 'Through what the measure touches the law.' })
  touchedBy: LawTouchOrigin[];

  @Data(DataClass.K7)
  @Field(() => String, { nullable: true, description: 'Why it was struck out.' })
  struckOut: string | null;

  @Data(DataClass.K7)
  @Field({ description: 'Touched, not struck out, and no ground.' })
  groundMissing: boolean;

  @Data(DataClass.K7)
  @Field(() => [MatrixGroundType], { description: 'The grounds.' })
  grounds: MatrixGroundType[];
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A contradiction, drawn under its row from cell to cell.' })
export class MatrixContradictionType {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The contradiction.' })
  contradictionId: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'From this cell.' })
  fromCell: string;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'To this cell.' })
  toCell: string;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'One ground.' })
  a: Id;

  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The other.' })
  b: Id;

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'Grounds that resolve it.' })
  resolvedVia: Id[];

  @Data(DataClass.K7)
  @Field({ description: 'Is it resolved?' })
  isResolved: boolean;
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'A measure against all laws.' })
export class MatrixRowType {
  @Data(DataClass.K7)
  @Field(() => ID, { description: 'The measure.' })
  measureId: Id;

  @Data(DataClass.K7)
  @Field(() => [MatrixCellType], { description: 'One cell per law, in their order.' })
  cells: MatrixCellType[];

  @Data(DataClass.K7)
  @Field(() => [MatrixContradictionType], { description: 'Contradictions under this row.' })
  contradictions: MatrixContradictionType[];

  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'Laws that carry the measure: only room and protection count.' })
  supportingLaws: string[];

  @Data(DataClass.K7)
  @Field(() => [RefusalReason], { description: 'What is open in this row, in the words of the decision.' })
  open: RefusalReason[];
}

@RowClass(DataClass.K7)
@ObjectType({ description: 'Measures against the laws that they touch or cite, ready to draw.' })
export class PlanMatrix {
  @Data(DataClass.K7)
  @Field(() => [ID], { description: 'Keys of the laws, in the order of the columns.' })
  laws: string[];

  @Data(DataClass.K7)
  @Field(() => [MatrixRowType], { description: 'One row per measure.' })
  rows: MatrixRowType[];
}

export const originOf = (origin: TouchOrigin): LawTouchOrigin => ({
  kind: origin.kind,
  about: origin.kind === 'ADDED' ? null : origin.kind === 'WAIT' ? origin.waitId : origin.involvementId,
});
