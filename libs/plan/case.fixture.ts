import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '@doorbraak/kernel';
import { LawCatalogue, type ProvisionRole } from '@doorbraak/law';
import { realReference } from '../../test/reference';
import {
  type Asker,
  type DecidablePlan,
  type LawBook,
  type PositionAnswer,
  type PositionFacts,
  type Perspective,
  REVERSE_TEST_STEPS,
  VALUES,
  type Verdict,
} from './plan.facts';

/** The acceptance cases and the law catalogue as facts of this room, for its specs. */
type Text = { nl: string };
type Line = { key: string; measure?: string; intervention?: string; payer: string; cents: number };
type CaseScenario = { horizonMonths: number; costLines: Line[]; unpriced: { item: string; measure?: string }[] };
type CasePosition = {
  key: string;
  agency: string;
  measures: string[];
  askedOn: LocalDate;
  dueOn: LocalDate;
  position: PositionAnswer | null;
  answeredOn: LocalDate | null;
  conditionAccepted?: boolean;
  answer?: { text: Text };
  escalations?: { on: LocalDate; dueOn: LocalDate }[];
  proceedReason?: Text & { by: string };
};

export type CaseFile = {
  key: string;
  household: { lead: string; deputy: string };
  problems: { key: string }[];
  involvements: { key: string; law: string | null; problems: string[] }[];
  waits: { key: string; provision: string | null }[];
  plan: {
    date: LocalDate;
    author: string;
    goals: { key: string; nl: string; firstStep: Text | null }[];
    reverseTest: Record<string, Text>;
    scenarios: Record<'AS_NOW' | 'BREAKTHROUGH', CaseScenario>;
    measures: {
      key: string;
      agency: string;
      addresses: string[];
      lifts: string[];
      deviatesFromStandard: boolean;
      deviationKind?: string;
      lawsAdded: string[];
      lawsStruckOut: { law: string; reason: Text }[];
      lawsTouched: string[];
    }[];
    grounds: { key: string; measure: string; provision: string; role: ProvisionRole; argument: Text; answers?: string[] }[];
    contradictions: {
      key: string;
      measure: string;
      a: string;
      b: string;
      type: string;
      pattern: string | null;
      resolvedVia: string[];
      reasoning: Text;
    }[];
    values: Record<string, { verdict: Verdict; argument: Text }>;
    perspectives: { kind: Perspective; by: string; verdict: Verdict; argument: Text }[];
    positions: CasePosition[];
    funding: {
      measure: string;
      noExtraMoney?: boolean;
      advancedBy?: string;
      shares?: { payer: string; percent: number; cents: number | null }[];
    }[];
    agreement: { by: string };
    mandates: { person: string; kinds: string[]; maxCents: number | null; from: LocalDate; to: LocalDate }[];
  };
  expectWhyNotDecide: { stage: string; acts: string[]; asking: string; codes: string[] }[];
};

const ROOT = join(__dirname, '../..');
const read = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;

export const CASES = ['peter-beschermd-wonen', 'wajong-debt', 'maria-anw', 'yearly-indication', 'twenty-five'] as const;
export const caseFile = (name: (typeof CASES)[number]): CaseFile => read(`apps/demo/cases/${name}.json`);

/** What a case file holds once these acts were done; the acts are defined with the cases. */
export function planOf(file: CaseFile, acts: string[]): DecidablePlan {
  const { plan } = file;
  const all = acts.includes('*');
  const did = (act: string) => (all ? !acts.includes(`-${act}`) : acts.includes(act));
  const part = <T>(act: string, list: T[]): T[] => (did(act) ? list : []);
  const set = new Map(
    acts.filter((act) => act.startsWith('set:')).map((act) => act.slice('set:'.length).split('=') as [string, Verdict]),
  );
  const funding = part('funding', plan.funding);
  return {
    planOn: plan.date,
    writerIds: [plan.author],
    leadId: did('lead') ? file.household.lead : null,
    deputyId: did('lead') ? file.household.deputy : null,
    household: {
      problems: file.problems.map(({ key }) => ({ id: key })),
      involvements: file.involvements.map(({ key, law, problems }) => ({ id: key, law, problemIds: problems })),
      waits: file.waits.map(({ key, provision }) => ({ id: key, provision })),
    },
    goals: part('goals', plan.goals).map(({ key, nl, firstStep }) => ({
      id: key,
      words: nl,
      firstStep: did('firstStep') ? (firstStep?.nl ?? null) : null,
    })),
    scenarios: (['AS_NOW', 'BREAKTHROUGH'] as const)
      .filter((kind) => did(`scenario:${kind}`))
      .map((kind) => ({
        id: kind,
        kind,
        horizonMonths: plan.scenarios[kind].horizonMonths,
        costLines: plan.scenarios[kind].costLines.map(({ key, measure, intervention, payer, cents }) => ({
          id: key,
          measureId: measure ?? null,
          interventionId: intervention ?? null,
          payer,
          cents: BigInt(cents),
        })),
        unpriced: plan.scenarios[kind].unpriced.map(({ item, measure }) => ({ item, measureId: measure ?? null })),
      })),
    reverseTest: part('reverseTest', [...REVERSE_TEST_STEPS]).map((step) => ({ step, answer: plan.reverseTest[step]!.nl })),
    measures: part('measures', plan.measures).map((measure) => ({
      id: measure.key,
      involvementId: measure.agency,
      problemIds: measure.addresses,
      lifts: measure.lifts,
      deviates: measure.deviatesFromStandard,
      deviationKind: measure.deviationKind ?? null,
      lawsAdded: measure.lawsAdded,
      noExtraMoney: funding.some((f) => f.measure === measure.key && f.noExtraMoney === true),
    })),
    struckOut: part('measures', plan.measures).flatMap(({ key, lawsStruckOut }) =>
      lawsStruckOut.map(({ law, reason }) => ({ measureId: key, law, line: reason.nl })),
    ),
    grounds: [
      ...(did('measures') ? part('grounds', plan.grounds) : []),
      ...acts.filter((act) => act.startsWith('+ground:')).map(oneMore),
    ].map((ground) => ({
      id: ground.key,
      measureId: ground.measure,
      provision: ground.provision,
      knownOn: plan.date,
      role: ground.role,
      overrideReason: null,
      argument: ground.argument.nl,
      answers: did('answers') ? (ground.answers ?? []) : [],
    })),
    contradictions: part('contradictions', plan.contradictions).map((c) => ({
      id: c.key,
      measureId: c.measure,
      a: c.a,
      b: c.b,
      type: c.type.replace(/[A-Z]/g, '_$&').toUpperCase(),
      pattern: c.pattern,
      resolvedVia: did('contradictionsResolved') ? c.resolvedVia : [],
      reasoning: did('contradictionsResolved') ? c.reasoning.nl : null,
    })),
    values: part('values', [...VALUES]).map((value) => {
      const key = { LEGITIMACY: 'legitimacy', ENGAGEMENT: 'engagement', PUBLIC_RETURN: 'publicReturn' }[value];
      const { verdict, argument } = plan.values[key]!;
      return { value, verdict: set.get(`value:${key}`) ?? verdict, argument: argument.nl };
    }),
    perspectives: plan.perspectives
      .filter(({ kind }) =>
        all ? did('perspectives') && did(`perspective:${kind}`) : did('perspectives') || did(`perspective:${kind}`),
      )
      .map(({ kind, by, verdict, argument }) => ({
        kind,
        byPerson: by,
        verdict: set.get(`perspective:${kind}`) ?? verdict,
        argument: argument.nl,
        measureIds: plan.measures.map(({ key: measure }) => measure),
      })),
    fundingShares: funding.flatMap(({ measure, shares = [] }) =>
      shares.map(({ payer, percent, cents }) => ({
        measureId: measure,
        payer,
        percent: String(percent),
        cents: cents === null ? null : BigInt(cents),
      })),
    ),
    positions: part('positions', plan.positions).map((position) => positionOf(position, did)),
    disputes: [],
    agreements: did('agreement')
      ? [
          {
            personId: plan.agreement.by,
            state: 'AGREED',
            measureIds: plan.measures.map(({ key: measure }) => measure),
            proceedReason: null,
            proceedBy: null,
          },
        ]
      : [],
  };
}

export const askerOf = (file: CaseFile, person: string): Asker => ({
  personId: person,
  mandates: file.plan.mandates
    .filter((mandate) => mandate.person === person)
    .map(({ kinds, maxCents, from, to }) => ({
      kinds,
      maxCents: maxCents === null ? null : BigInt(maxCents),
      fromOn: from,
      toOn: to,
    })),
});

const positionOf = (position: CasePosition, did: (act: string) => boolean): PositionFacts => {
  const escalation = did('escalation') ? position.escalations?.[0] : undefined;
  const proceed = did('escalation') ? position.proceedReason : undefined;
  return {
    id: position.key,
    involvementId: position.agency,
    measureIds: position.measures,
    askedOn: position.askedOn,
    dueOn: position.dueOn,
    answer: position.position,
    answeredOn: position.answeredOn,
    conditionAcceptedOn: position.conditionAccepted ? position.answeredOn : null,
    objectionAnswer: did('objectionAnswers') ? (position.answer?.text.nl ?? null) : null,
    escalations: escalation
      ? [
          {
            id: 'step',
            rung: 1,
            onDay: escalation.on,
            dueOn: escalation.dueOn,
            outcome: null,
            outcomeOn: null,
            outcomeWords: null,
          },
        ]
      : [],
    proceedReason: proceed?.nl ?? null,
    proceedBy: proceed?.by ?? null,
  };
};

function oneMore(act: string): CaseFile['plan']['grounds'][number] {
  const [measure, provision, role] = act.slice('+ground:'.length).split('|') as [string, string, ProvisionRole];
  return { key: act, measure, provision, role, argument: { nl: act } };
}

/** The real catalogue is what the rules ask: no adapter stands between. */
export const catalogueLaws = (): LawBook => new LawCatalogue(realReference());
