import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalDate, Words } from '@doorbraak/kernel';

/** The cases that are kept beside this file, by their short name. What the fields mean stands in the README of `cases`. */
const FILES = {
  peter: 'peter-beschermd-wonen',
  wajong: 'wajong-debt',
  maria: 'maria-anw',
  yearly: 'yearly-indication',
  'twenty-five': 'twenty-five',
} as const;
export type CaseName = keyof typeof FILES;
export const CASE_NAMES = Object.keys(FILES) as CaseName[];

export type PerspectiveName = 'LEGAL' | 'ECONOMIC' | 'SOCIETAL';
export type ScenarioName = 'AS_NOW' | 'BREAKTHROUGH';
type Verdict = 'SUFFICIENT' | 'INSUFFICIENT' | 'NOT_YET';
type Consent = { by: string; on: LocalDate; how: string };
type CostKind = { costLines: CaseCostLine[]; unpriced: { item: string; note: Words; measure?: string }[] };

export type CaseSharing = {
  basis: string;
  purpose: string;
  domains: string[];
  from: LocalDate;
  to: LocalDate;
  consent?: Consent;
  items?: { key: string; what: Words; from: string }[];
};

export type CaseCostLine = {
  key: string;
  unitCost: string;
  quantity: number;
  probability?: number;
  payer: string;
  oneOff: boolean;
  measure?: string;
  intervention?: string;
  note: Words;
};

/** A promise of a person of the file, or of a member. */
export type CaseCommitment = {
  key: string;
  by: string;
  what: Words;
  due: LocalDate;
  certainty: string;
  status: 'KEPT' | 'LATE';
  toldOn?: LocalDate;
  newDue?: LocalDate;
  keptOn: LocalDate;
  reason?: Words;
};

export type CaseReview = {
  key: string;
  months: 0 | 3 | 6 | 12;
  on: LocalDate;
  by: string;
  scores: Record<string, number>;
  contactsPerMonth: number;
  measures?: Record<string, 'OPEN' | 'DONE'>;
  problemStatus?: Record<string, string>;
  closes?: boolean;
};

export type CaseEvidence = {
  key: string;
  kind: string;
  about: string;
  issuedBy: Words;
  issuedOn: LocalDate | null;
  receivedOn: LocalDate;
  validUntil: LocalDate | null;
  stable: boolean;
  allowedPurposes: string[];
  dataClass: 'K4' | 'K5';
  requests: { on: LocalDate; by: string; kind: string; purpose: string; expect: string; pointer?: string }[];
};

export type CaseClaim = {
  key: string;
  creditor: string;
  problem: string;
  law: string;
  amountCents: number;
  amountIsLowerBound: boolean;
  factYear: number;
  actions: {
    type: 'CANCEL' | 'PAUSE' | 'PLAN';
    on: LocalDate;
    cents?: number;
    until?: LocalDate;
    remindOn?: LocalDate;
    condition?: Words;
    monthlyCents?: number;
    months?: number;
    measure?: string;
  }[];
};

export type CaseRealised = CostKind & { from: LocalDate; to: LocalDate; known: boolean };

export type CasePosition = {
  key: string;
  agency: string;
  askedOn: LocalDate;
  clockWorkingDays: number;
  dueOn: LocalDate;
  shownAs?: string;
  by?: string;
  position: 'AGREES' | 'AGREES_IF' | 'OBJECTS' | null;
  answeredOn: LocalDate | null;
  condition?: Words;
  conditionAccepted?: boolean;
  reason?: Words;
  article?: string | null;
  answer?: { on: LocalDate; text: Words };
  escalations?: { on: LocalDate; clockWorkingDays: number; dueOn: LocalDate }[];
  proceedReason?: Words & { by: string; on: LocalDate };
};

export type CaseGround = { key: string; measure: string; provision: string; role: string; argument: Words; answers?: string[] };

export type Cost = { totalCents: number; byPayer: Record<string, number>; unpriced: number };

export type CaseFile = {
  title: Words;
  demoClock: { mappedOn: LocalDate; planDate: LocalDate; today: LocalDate };
  household: {
    code: string;
    lead: string;
    deputy: string;
    ownWords: Words;
    neighbourhood?: { code: string; year: number };
    members: { key: string; label: Words; role: 'ADULT' | 'CHILD'; protectedAddress?: boolean }[];
  };
  people: { key: string; role: string; label: Words; agency?: string; member?: string }[];
  problems: {
    key: string;
    type: string;
    title: Words;
    persons: string[];
    since: LocalDate | null;
    status: string;
    causedBy?: string[];
  }[];
  involvements: {
    key: string;
    agency: string;
    label: Words;
    law: string | null;
    lawNote?: string;
    payer: string | null;
    payerNote?: string;
    from: LocalDate;
    to: LocalDate | null;
    problems: string[];
    sharing: CaseSharing | null;
  }[];
  waits: {
    key: string;
    waiting: string;
    for: string;
    holder: string;
    what: Words;
    provision: string | null;
    liftable: boolean;
    since: LocalDate | null;
  }[];
  interventions: {
    key: string;
    service: string;
    by: string;
    addresses: string[];
    from: LocalDate;
    to: LocalDate | null;
    costLines: CaseCostLine[];
  }[];
  contacts: {
    before: { month?: string; year?: string; perMonth?: number; perYear?: number; byAgency: Record<string, number> };
    after: { month?: string; year?: string; perMonth?: number; perYear?: number }[];
    /** of the whole household, and one by one */
    months?: { month: string; count: number }[];
    days?: { key: string; on: LocalDate; agency: string; channel: string; direction: string; minutes: number }[];
  };
  letters?: { key: string; agency: string; receivedOn: LocalDate; demand: Words; deadline: LocalDate; amountCents: number }[];
  evidence?: CaseEvidence[];
  indications?: {
    key: string;
    law: string;
    person: string;
    by: string;
    from: LocalDate;
    to: LocalDate;
    isStable: boolean;
    evidence: string[];
    lookedAtAgain?: { on: LocalDate; how: Words }[];
  }[];
  debtClaims?: CaseClaim[];
  plan: {
    author: string;
    goals: { key: string; nl: string; firstStep: Words | null }[];
    reverseTest: Record<'EFFECT' | 'VALUES' | 'CONSEQUENCES' | 'LEGAL', Words>;
    capacityToAct?: { factors: string[]; askMoreLikeThis: boolean };
    letterConflict?: { from: LocalDate; to: LocalDate; letters: string[]; demandedCents: number; disposableCents: number };
    scenarios: Record<ScenarioName, CostKind & { horizonMonths: number }>;
    measures: {
      key: string;
      agency: string;
      owner: string;
      due: LocalDate;
      addresses: string[];
      lifts: string[];
      deviationKind?: string;
      service: string;
      result: Words;
      lawsAdded: string[];
      lawsStruckOut: { law: string; reason: Words }[];
    }[];
    grounds: CaseGround[];
    contradictions: {
      key: string;
      measure: string;
      a: string;
      b: string;
      pattern: string | null;
      type: string;
      resolvedVia: string[];
      reasoning: Words;
    }[];
    values: Record<'legitimacy' | 'engagement' | 'publicReturn', { verdict: Verdict; argument: Words }>;
    perspectives: { kind: PerspectiveName; by: string; verdict: Verdict; advice?: Words; argument: Words }[];
    positions: CasePosition[];
    funding: {
      measure: string;
      noExtraMoney?: boolean;
      advancedBy?: string;
      shares?: { payer: string; percent: number; cents: number | null }[];
    }[];
    agreement: { by: string; on: LocalDate; how: string; words: Words };
    mandates: { person: string; kinds: string[]; maxCents: number | null; from: LocalDate; to: LocalDate }[];
    decision: { by: string; on: LocalDate; text: Words; negativeReturnSigned: boolean };
  };
  commitments: CaseCommitment[];
  reviews: CaseReview[];
  experience: { on: LocalDate; member: string; voice: number; respect: number; treatment: number; words: Words }[];
  realised: { before12: CaseRealised; after12: CaseRealised };
  bottleneck: { key: string; provision: string; problem: string; obstacle: Words; kind: 'FIX' | 'SOLVE' };
  signal: {
    about: Words;
    asked: Words;
    occurrencesPerYear: number | null;
    occurrencesNote?: string;
    status: 'SENT' | 'ACKNOWLEDGED' | 'ANSWERED';
    sentOn: LocalDate;
    answeredOn?: LocalDate;
    answer?: Words;
    overdueOn?: LocalDate;
  };
  precedent?: { findBy: { provision: string; problemType: string }; mustReturn: string[]; neverShows: string[]; remind: Words };
  expectUnlock: { circles: string[][]; smallestSize: number; smallestSets: string[][]; preferred: string[] };
  expectCost: Record<ScenarioName, Cost> & {
    saving: { totalCents: number; byPayer: Record<string, number>; publicCents: number };
    realised: { before12: Cost; after12: Cost };
  };
  expectWhyNotDecide: { stage: string; acts: string[]; asking: string; codes: string[] }[];
  mustShow: { by: string; text: string }[];
};

/** A fresh copy each time: a proof may be asked to spoil it. */
export const caseFile = (name: CaseName): CaseFile =>
  JSON.parse(readFileSync(path.join(__dirname, 'cases', `${FILES[name]}.json`), 'utf8')) as CaseFile;
