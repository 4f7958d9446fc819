import type { LocalDate } from '@doorbraak/kernel';
import type { CostedLine, ScenarioKind } from '@doorbraak/cost';
import type { ConflictPattern, InForce, Law, ProvisionRole } from '@doorbraak/law';
import type { DisputeFacts } from './dispute.rules';
import type { StepUp } from './ladder.rules';

/*
 * The facts that the rules of this room judge. Entities satisfy these types as they are; a rule never sees more than it names.
 * Ended involvements, lifted waits and what former members said are left out by whoever loads the facts.
 */

/** Room and floors carry a deviation; limits stand in its way; procedure and purpose support, and do not count. */
export const opens = (ground: { role: ProvisionRole }): boolean => ground.role === 'ROOM' || ground.role === 'PROTECTION';

/** What the rules ask of the law catalogue. Keys of provisions are opaque: only `lawOf` knows which law one belongs to. */
export type LawBook = {
  /** In the order in which screens show laws. */
  laws(which: { examples: boolean }): readonly { key: string }[];
  lawOf(provision: string): Pick<Law, 'key' | 'kind' | 'general'> | undefined;
  /** The version that holds the day: a number can come back in another role. */
  versionOn(provision: string, day: LocalDate, knownOn?: LocalDate): { role: ProvisionRole } | undefined;
  inForce(provision: string, day: LocalDate, knownOn?: LocalDate): InForce;
  patterns: readonly Pick<ConflictPattern, 'key' | 'type' | 'sideA' | 'sideB' | 'roomVia'>[];
};

export type GoalFacts = { id: string; words: string; firstStep: string | null };

/** What it pays for: a measure of the plan, help that runs and is carried on, or neither. */
export type CostLineFacts = CostedLine & { id: string; measureId: string | null; interventionId: string | null };

/** What a measure costs is what its lines in the proposed scenario say. */
export type ScenarioFacts = {
  id: string;
  kind: ScenarioKind;
  horizonMonths: number;
  costLines: readonly CostLineFacts[];
  unpriced: readonly { item: string; measureId: string | null }[];
};

/** In the order in which they are asked: the law comes last. */
export const REVERSE_TEST_STEPS = ['EFFECT', 'VALUES', 'CONSEQUENCES', 'LEGAL'] as const;
export type ReverseTestStep = (typeof REVERSE_TEST_STEPS)[number];

export type MeasureFacts = {
  id: string;
  /** The involvement of the agency that carries it out. */
  involvementId: string;
  problemIds: readonly string[];
  /** Waits. */
  lifts: readonly string[];
  deviates: boolean;
  deviationKind: string | null;
  lawsAdded: readonly string[];
  noExtraMoney: boolean;
};

export type StruckOutLaw = { measureId: string; law: string; line: string };

export type GroundFacts = {
  id: string;
  measureId: string;
  provision: string;
  /** The day on which the catalogue said what is cited; a later correction of it does not change a plan. */
  knownOn: LocalDate;
  role: ProvisionRole;
  /** Why the professional reads the provision in another role than the catalogue; the decider sees it. */
  overrideReason: string | null;
  argument: string;
  /** The LIMIT grounds of the same measure that this ground meets. */
  answers: readonly string[];
};

export type ContradictionFacts = {
  id: string;
  measureId: string;
  a: string;
  b: string;
  type: string;
  pattern: string | null;
  resolvedVia: readonly string[];
  reasoning: string | null;
};

export const VALUES = ['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'] as const;
export type PublicValue = (typeof VALUES)[number];
export const PERSPECTIVES = ['LEGAL', 'ECONOMIC', 'SOCIETAL'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];
export type Verdict = 'SUFFICIENT' | 'INSUFFICIENT' | 'NOT_YET';

export type ValueFacts = { value: PublicValue; verdict: Verdict; argument: string };
export type PerspectiveFacts = {
  kind: Perspective;
  byPerson: string;
  verdict: Verdict;
  argument: string;
  /** The measures that stood there when it was judged. */
  measureIds: readonly string[];
};

/** `percent` is a decimal as text; `cents` null where what it costs is not known. */
export type FundingShareFacts = { measureId: string; payer: string; percent: string; cents: bigint | null };

/** What a mandate holder wrote to go on although somebody is silent or disagrees. */
export type Proceed = { proceedReason: string | null; proceedBy: string | null };

export type PositionAnswer = 'AGREES' | 'AGREES_IF' | 'OBJECTS';

/** One agency on all its measures in the plan. */
export type PositionFacts = Proceed & {
  id: string;
  involvementId: string;
  measureIds: readonly string[];
  askedOn: LocalDate;
  dueOn: LocalDate;
  answer: PositionAnswer | null;
  answeredOn: LocalDate | null;
  conditionAcceptedOn: LocalDate | null;
  /** What the plan says back. */
  objectionAnswer: string | null;
  /** Steps up the ladder for this question, lowest first. */
  escalations: readonly StepUp[];
};

/** What one member of the household said of the plan; `measureIds` are the measures that stood there then. */
export type AgreementFacts = Proceed & { personId: string; state: 'AGREED' | 'DISAGREED'; measureIds: readonly string[] };

/** What the rules know of the household: only what makes a measure touch a law. */
export type HouseholdFacts = {
  problems: readonly { id: string }[];
  involvements: readonly { id: string; law: string | null; problemIds: readonly string[] }[];
  waits: readonly { id: string; provision: string | null }[];
};

export type DecidablePlan = {
  /** The day whose law and mandates count. */
  planOn: LocalDate;
  /** Who began this version or one before it, or wrote a goal, a measure or a ground of them: nobody judges the own text. */
  writerIds: readonly string[];
  leadId: string | null;
  deputyId: string | null;
  household: HouseholdFacts;
  goals: readonly GoalFacts[];
  scenarios: readonly ScenarioFacts[];
  reverseTest: readonly { step: ReverseTestStep; answer: string }[];
  measures: readonly MeasureFacts[];
  struckOut: readonly StruckOutLaw[];
  grounds: readonly GroundFacts[];
  contradictions: readonly ContradictionFacts[];
  values: readonly ValueFacts[];
  perspectives: readonly PerspectiveFacts[];
  fundingShares: readonly FundingShareFacts[];
  positions: readonly PositionFacts[];
  agreements: readonly AgreementFacts[];
  disputes: readonly DisputeFacts[];
};

/** `maxCents` null = no ceiling. */
export type MandateFacts = { kinds: readonly string[]; maxCents: bigint | null; fromOn: LocalDate; toOn: LocalDate };

/** The person who asks, with the mandates of that person only. */
export type Asker = { personId: string; mandates: readonly MandateFacts[] };

/** The tenant's day, by which clocks run. */
export type PlanContext = { today: LocalDate; laws: LawBook };

export const isFilled = (text: string | null | undefined): text is string => !!text?.trim();

/** Where a measure meets a law: the name of a cell of the matrix, and what a reason about it points at. */
export const cellId = (measureId: string, law: string): string => `${measureId}/${law}`;
