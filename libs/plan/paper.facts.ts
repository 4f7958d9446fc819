import type { Cents, Id, LocalDate, Words } from '@doorbraak/kernel';
import type { InForce, ProvisionRole } from '@doorbraak/law';
import type { EscalationOutcome } from './ladder.rules';
import type { PayerRole } from './payer.rules';
import type { Perspective, PositionAnswer, PublicValue, Verdict } from './plan.facts';
import type { PositionState } from './position.rules';

/*
 * What papers are made of. A line that is about special content carries of whom; what is shown of it is a rule, not a matter of who loads.
 */

export type LivesAs = 'ADULT' | 'CHILD';
/** Of whom a line is, when it is about special content. Nobody named = nobody knows of whom. */
export type Special = { persons: readonly Id[]; roles: readonly LivesAs[] };

export type MeasureLine = {
  id: Id;
  /** of the list of services */ name: Words;
  /** what it brings about, as the professional wrote it */ result: string;
  /** the agency that does it */ agency: string;
  by: LocalDate;
  special: Special | null;
};

export type PromiseLine = {
  id: Id;
  who: string;
  /** a member of the household promises it */ own: boolean;
  what: string;
  /** not promised by somebody: what the plan has an agency do, by the list of services */ listed?: Words;
  by: LocalDate;
  kept: boolean;
  special: Special | null;
};

export type ArticleLine = {
  measure: Id;
  law: string;
  article: string;
  role: ProvisionRole;
  /** what it says, in own words */ summary: Words;
};

export type PlanPaperFacts = {
  number: number;
  today: LocalDate;
  decidedOn: LocalDate | null;
  stoppedOn: LocalDate | null;
  /** who lives alone: then nothing that is told is somebody else's */ alone: Id | null;
  ownWords: string | null;
  goals: readonly { words: string; firstStep: string | null }[];
  lead: string | null;
  deputy: string | null;
  /** the newest whole month before the decision of which contacts are known */
  contacts: { month: LocalDate; count: number } | null;
  measures: readonly MeasureLine[];
  promises: readonly PromiseLine[];
  articles: readonly ArticleLine[];
};

export type DecisionPaperFacts = PlanPaperFacts & {
  decision: { text: string; kinds: readonly Words[]; maxCents: Cents | null; costsMoreSigned: boolean } | null;
  /** measures that cost nothing extra */ noExtraMoney: readonly Id[];
  deviations: readonly { measure: Id; kind: Words | null }[];
  shares: readonly { measure: Id; payer: Words; percent: string; cents: Cents | null }[];
  grounds: readonly (ArticleLine & {
    id: Id;
    argument: string;
    answers: readonly Id[];
    force: InForce;
    readOtherwise: string | null;
  })[];
  struckOut: readonly { measure: Id; law: string; line: string }[];
  contradictions: readonly { measure: Id; a: Id; b: Id; type: string; reasoning: string | null; via: readonly Id[] }[];
  positions: readonly {
    agency: string;
    measures: readonly Id[];
    state: PositionState;
    answer: PositionAnswer | null;
    reason: string | null;
    condition: string | null;
    accepted: boolean;
    reply: string | null;
    wentOn: string | null;
    ladder: readonly { rung: number; on: LocalDate; outcome: EscalationOutcome | null }[];
  }[];
  values: readonly { value: PublicValue; verdict: Verdict; argument: string }[];
  perspectives: readonly { kind: Perspective; verdict: Verdict; argument: string }[];
  /** how many of the household agreed, and who disagreed with the reason to go on */
  agreement: { agreed: number; passedOver: readonly (string | null)[] };
  money: {
    months: number;
    payers: readonly { payer: Words; now: Cents; then: Cents; role: PayerRole }[];
    unpriced: number;
  } | null;
};
