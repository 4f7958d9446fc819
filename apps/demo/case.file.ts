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
  note: Words;
};

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
    members: { key: string; label: Words; role: 'ADULT' | 'CHILD' }[];
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
  contacts: { before: { month?: string; byAgency: Record<string, number> } };
  plan: {
    author: string;
    goals: { key: string; nl: string; firstStep: Words | null }[];
    reverseTest: Record<'EFFECT' | 'VALUES' | 'CONSEQUENCES' | 'LEGAL', Words>;
    scenarios: Record<
      ScenarioName,
      { horizonMonths: number; costLines: CaseCostLine[]; unpriced: { item: string; note: Words; measure?: string }[] }
    >;
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
  expectUnlock: { circles: string[][]; smallestSize: number; smallestSets: string[][]; preferred: string[] };
  expectCost: Record<ScenarioName, Cost> & { saving: { totalCents: number; byPayer: Record<string, number> } };
  expectWhyNotDecide: { stage: string; acts: string[]; asking: string; codes: string[] }[];
  mustShow: { by: string; text: string }[];
};

/** A fresh copy each time: a proof may be asked to spoil it. */
export const caseFile = (name: CaseName): CaseFile =>
  JSON.parse(readFileSync(path.join(__dirname, 'cases', `${FILES[name]}.json`), 'utf8')) as CaseFile;
