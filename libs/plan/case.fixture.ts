import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '@doorbraak/kernel';
import { LawCatalogue } from '@doorbraak/law';
import { realReference } from '../../test/reference';
import {
  type Asker,
  type DecidablePlan,
  type GroundRole,
  type LawBook,
  type PositionAnswer,
  type PositionFacts,
  type Perspective,
  REVERSE_TEST_STEPS,
  VALUES,
  type Verdict,
} from './plan.facts';
import { lawBook } from './plan.laws';

/** The acceptance cases and the law catalogue as facts of this room, for its specs. */
type Text = { nl: string };
type Line = { measure?: string; payer: string; cents: number };
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
    grounds: { key: string; measure: string; provision: string; role: GroundRole; argument: Text; answers?: string[] }[];
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
    agreement: { state: 'AGREED' | 'DISAGREES' };
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
    date: plan.date,
    authorId: plan.author,
    leadId: did('lead') ? file.household.lead : null,
    deputyId: did('lead') ? file.household.deputy : null,
    household: {
      problemIds: file.problems.map(({ key }) => key),
      involvements: file.involvements.map(({ key, law, problems }) => ({ id: key, lawKey: law, problemIds: problems })),
      waits: file.waits.map(({ key, provision }) => ({ id: key, provisionKey: provision })),
    },
    goals: part('goals', plan.goals).map(({ key, nl, firstStep }) => ({
      id: key,
      words: nl,
      firstStep: did('firstStep') ? (firstStep?.nl ?? null) : null,
    })),
    scenarios: (['AS_NOW', 'BREAKTHROUGH'] as const)
      .filter((kind) => did(`scenario:${kind}`))
      .map((kind, order) => ({
        id: kind,
        kind,
        order,
        horizonMonths: plan.scenarios[kind].horizonMonths,
        costLines: plan.scenarios[kind].costLines.map(({ measure, payer, cents }) => ({
          measureId: measure ?? null,
          payerKey: payer,
          cents: BigInt(cents),
        })),
        unpriced: plan.scenarios[kind].unpriced.map(({ item, measure }) => ({ itemKey: item, measureId: measure ?? null })),
      })),
    reverseTest: did('reverseTest')
      ? Object.fromEntries(REVERSE_TEST_STEPS.map((step) => [step, plan.reverseTest[step]!.nl]))
      : {},
    measures: part('measures', plan.measures).map((measure) => ({
      id: measure.key,
      involvementId: measure.agency,
      addresses: measure.addresses,
      lifts: measure.lifts,
      deviatesFromStandard: measure.deviatesFromStandard,
      deviationKind: measure.deviationKind ?? null,
      lawsAdded: measure.lawsAdded,
      lawsStruckOut: measure.lawsStruckOut.map(({ law, reason }) => ({ lawKey: law, reason: reason.nl })),
      noExtraMoney: funding.some((f) => f.measure === measure.key && f.noExtraMoney === true),
    })),
    grounds: [
      ...(did('measures') ? part('grounds', plan.grounds) : []),
      ...acts.filter((act) => act.startsWith('+ground:')).map(oneMore),
    ].map((ground) => ({
      id: ground.key,
      measureId: ground.measure,
      provisionKey: ground.provision,
      role: ground.role,
      roleReason: null,
      argument: ground.argument.nl,
      answers: did('answers') ? (ground.answers ?? []) : [],
    })),
    contradictions: part('contradictions', plan.contradictions).map((c) => ({
      id: c.key,
      measureId: c.measure,
      groundA: c.a,
      groundB: c.b,
      type: c.type.replace(/[A-Z]/g, '_$&').toUpperCase(),
      patternKey: c.pattern,
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
        personId: by,
        verdict: set.get(`perspective:${kind}`) ?? verdict,
        argument: argument.nl,
      })),
    fundingShares: funding.flatMap(({ measure, shares = [] }) =>
      shares.map(({ payer, percent, cents }) => ({
        measureId: measure,
        payerKey: payer,
        percent: String(percent),
        cents: cents === null ? null : BigInt(cents),
      })),
    ),
    positions: part('positions', plan.positions).flatMap((position) =>
      position.measures.map((measure) => positionOf(position, measure, did)),
    ),
    agreement: did('agreement') ? { state: plan.agreement.state, proceedReason: null } : null,
  };
}

export const askerOf = (file: CaseFile, person: string): Asker => ({
  personId: person,
  mandates: file.plan.mandates
    .filter((mandate) => mandate.person === person)
    .map(({ kinds, maxCents, from, to }) => ({ kinds, maxCents: maxCents === null ? null : BigInt(maxCents), from, to })),
});

const positionOf = (position: CasePosition, measure: string, did: (act: string) => boolean): PositionFacts => {
  const escalation = did('escalation') ? position.escalations?.[0] : undefined;
  const proceed = did('escalation') ? position.proceedReason : undefined;
  return {
    id: `${position.key}/${measure}`,
    involvementId: position.agency,
    measureId: measure,
    askedOn: position.askedOn,
    dueOn: position.dueOn,
    answer: position.position,
    answeredOn: position.answeredOn,
    conditionAccepted: position.conditionAccepted ?? false,
    reply: did('objectionAnswers') ? (position.answer?.text.nl ?? null) : null,
    escalation: escalation ? { on: escalation.on, dueOn: escalation.dueOn } : null,
    proceedReason: proceed ? { personId: proceed.by, text: proceed.nl } : null,
  };
};

function oneMore(act: string): CaseFile['plan']['grounds'][number] {
  const [measure, provision, role] = act.slice('+ground:'.length).split('|') as [string, string, GroundRole];
  return { key: act, measure, provision, role, argument: { nl: act } };
}

export const catalogueLaws = (): LawBook => lawBook(new LawCatalogue(realReference()));
