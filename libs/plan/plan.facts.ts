import type { Holidays, LocalDate, Period } from '@doorbraak/kernel';
import type { CostedLine, ScenarioKind } from '@doorbraak/cost';

/*
 * The facts that the rules of this room judge. Entities satisfy these types as they are; a rule never sees more than it names.
 * Withdrawn rows and ended involvements are left out by whoever loads the facts.
 */

export const ROLES = ['ROOM', 'LIMIT', 'PROTECTION', 'PROCEDURE', 'PURPOSE'] as const;
export type GroundRole = (typeof ROLES)[number];

/** Room and floors carry a deviation; limits stand in its way; procedure and purpose support, and do not count. */
export const opens = (ground: { role: GroundRole }): boolean => ground.role === 'ROOM' || ground.role === 'PROTECTION';

export type ForceState = 'IN_FORCE' | 'IN_FORCE_BY_TEXT' | 'TEXT_OLDER' | 'NOT_ESTABLISHED' | 'NOT_IN_FORCE';

export type ConflictPattern = {
  key: string;
  type: string;
  sideA: readonly string[];
  sideB: readonly string[];
  roomVia: readonly string[];
};

/** What the rules ask of the law catalogue. Keys of provisions are opaque: only `lawOf` knows which law one belongs to. */
export type LawBook = {
  /** In the order of the catalogue, the order in which screens show laws. */
  lawKeys: readonly string[];
  lawOf(provisionKey: string): string | null;
  /** Acts that hold for every decision, such as the Awb. */
  isGeneral(lawKey: string): boolean;
  /** A policy rule or a by-law: made by the body that applies it. */
  isOwnRule(lawKey: string): boolean;
  /** The role of the version that holds the day. */
  roleOf(provisionKey: string, day: LocalDate): GroundRole | null;
  inForce(provisionKey: string, day: LocalDate): ForceState;
  patterns: readonly ConflictPattern[];
};

export type GoalFacts = { id: string; words: string; firstStep: string | null };

/** `measureId` and price lines: what a measure costs is what its lines in the proposed scenario say. */
export type ScenarioFacts = {
  id: string;
  kind: ScenarioKind;
  order: number;
  horizonMonths: number;
  costLines: readonly (CostedLine & { measureId: string | null })[];
  unpriced: readonly { itemKey: string; measureId: string | null }[];
};

export const REVERSE_TEST_STEPS = ['EFFECT', 'VALUES', 'CONSEQUENCES', 'LEGAL'] as const;
export type ReverseTestStep = (typeof REVERSE_TEST_STEPS)[number];

export type MeasureFacts = {
  id: string;
  /** The involvement of the agency that carries it out. */
  involvementId: string;
  addresses: readonly string[];
  lifts: readonly string[];
  deviatesFromStandard: boolean;
  deviationKind: string | null;
  lawsAdded: readonly string[];
  lawsStruckOut: readonly { lawKey: string; reason: string }[];
  noExtraMoney: boolean;
};

export type GroundFacts = {
  id: string;
  measureId: string;
  provisionKey: string;
  role: GroundRole;
  /** Why the professional reads the provision in another role than the catalogue; the decider sees it. */
  roleReason: string | null;
  argument: string;
  /** The LIMIT grounds of the same measure that this ground meets. */
  answers: readonly string[];
};

export type ContradictionFacts = {
  id: string;
  measureId: string;
  groundA: string;
  groundB: string;
  type: string;
  patternKey: string | null;
  resolvedVia: readonly string[];
  reasoning: string | null;
};

export const VALUES = ['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'] as const;
export type PublicValue = (typeof VALUES)[number];
export const PERSPECTIVES = ['LEGAL', 'ECONOMIC', 'SOCIETAL'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];
export type Verdict = 'SUFFICIENT' | 'INSUFFICIENT' | 'NOT_YET';

export type ValueFacts = { value: PublicValue; verdict: Verdict; argument: string };
export type PerspectiveFacts = { kind: Perspective; personId: string; verdict: Verdict; argument: string };

/** `percent` is a decimal as text; `cents` null where what it costs is not known. */
export type FundingShareFacts = { measureId: string; payerKey: string; percent: string; cents: bigint | null };

export type PositionAnswer = 'AGREES' | 'AGREES_IF' | 'OBJECTS';

/** What the mandate holder wrote to go on although somebody is silent or disagrees. */
export type ProceedReason = { personId: string; text: string };

export type PositionFacts = {
  id: string;
  involvementId: string;
  measureId: string;
  askedOn: LocalDate;
  dueOn: LocalDate;
  answer: PositionAnswer | null;
  answeredOn: LocalDate | null;
  conditionAccepted: boolean;
  /** What the plan says back to an objection. */
  reply: string | null;
  escalation: { on: LocalDate; dueOn: LocalDate } | null;
  proceedReason: ProceedReason | null;
};

export type AgreementFacts = { state: 'AGREED' | 'DISAGREES'; proceedReason: ProceedReason | null };

/** What the rules know of the household: only what makes a measure touch a law. */
export type HouseholdFacts = {
  problemIds: readonly string[];
  involvements: readonly { id: string; lawKey: string | null; problemIds: readonly string[] }[];
  waits: readonly { id: string; provisionKey: string | null }[];
};

export type DecidablePlan = {
  /** The day whose law and mandates count. */
  date: LocalDate;
  authorId: string;
  leadId: string | null;
  deputyId: string | null;
  household: HouseholdFacts;
  goals: readonly GoalFacts[];
  scenarios: readonly ScenarioFacts[];
  reverseTest: Readonly<Partial<Record<ReverseTestStep, string | null>>>;
  measures: readonly MeasureFacts[];
  grounds: readonly GroundFacts[];
  contradictions: readonly ContradictionFacts[];
  values: readonly ValueFacts[];
  perspectives: readonly PerspectiveFacts[];
  fundingShares: readonly FundingShareFacts[];
  positions: readonly PositionFacts[];
  agreement: AgreementFacts | null;
};

/** `maxCents` null = no ceiling. */
export type Mandate = Period & { kinds: readonly string[]; maxCents: bigint | null };

/** The person who asks, with the mandates of that person only. */
export type Asker = { personId: string; mandates: readonly Mandate[] };

/** The tenant's day, by which clocks run. */
export type PlanContext = { today: LocalDate; laws: LawBook };

export type ClockSettings = { answerWorkingDays: number; escalationWorkingDays: number; holidays: Holidays };

export const isFilled = (text: string | null | undefined): text is string => !!text?.trim();

/** Where a measure meets a law: the name of a cell of the matrix, and what a reason about it points at. */
export const cellId = (measureId: string, lawKey: string): string => `${measureId}/${lawKey}`;
