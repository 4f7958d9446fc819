import { caseFile, type CaseFile, type CaseName } from '../demo/case.file';

/**
 * What households of a population are made of: the problems, agencies, waits, measures and grounds of the two cases that can be part of a
 * larger household. Agencies go by their type, so that what two cases say of one agency comes together.
 */
export type Library = Pick<
  CaseFile,
  'problems' | 'involvements' | 'waits' | 'interventions' | 'letters' | 'commitments' | 'realised' | 'experience'
> &
  Pick<
    CaseFile['plan'],
    | 'goals'
    | 'reverseTest'
    | 'scenarios'
    | 'measures'
    | 'grounds'
    | 'contradictions'
    | 'values'
    | 'perspectives'
    | 'positions'
    | 'funding'
  > & {
    /** what may be said as the own words of a household */
    ownWords: string[];
    mappedOn: string;
  };

/** Whose place somebody of a case takes in a household. */
const SLOTS: Record<string, string> = { peter: 'father' };

/** The members that a household can have, in the order in which they are added. */
export const MEMBERS = [
  { key: 'mother', role: 'ADULT' },
  { key: 'father', role: 'ADULT' },
  { key: 'son', role: 'CHILD' },
  { key: 'daughter', role: 'CHILD' },
] as const;

export const liaisonOf = (agencyType: string): string => `liaison ${agencyType}`;

export function library(): Library {
  const [whole, part] = [renamed('twenty-five', ''), renamed('peter', 'p-')];
  return {
    ...whole,
    problems: [...whole.problems, ...part.problems],
    involvements: [...new Set([...whole.involvements, ...part.involvements].map(({ key }) => key))].map((type) =>
      [...whole.involvements, ...part.involvements]
        .filter(({ key }) => key === type)
        .reduce((a, b) => ({ ...a, problems: [...a.problems, ...b.problems], sharing: a.sharing ?? b.sharing })),
    ),
    waits: [...whole.waits, ...part.waits],
    interventions: [...whole.interventions, ...part.interventions],
    measures: [...whole.measures, ...part.measures],
    grounds: [...whole.grounds, ...part.grounds],
    contradictions: [...whole.contradictions, ...part.contradictions],
    positions: [...whole.positions, ...part.positions],
    funding: [...whole.funding, ...part.funding],
    scenarios: {
      AS_NOW: whole.scenarios.AS_NOW,
      BREAKTHROUGH: {
        ...whole.scenarios.BREAKTHROUGH,
        costLines: [...whole.scenarios.BREAKTHROUGH.costLines, ...part.scenarios.BREAKTHROUGH.costLines],
      },
    },
    ownWords: [...whole.ownWords, ...part.ownWords],
  };
}

/** Every key of a case with something before it, so that it is that of no other case. */
function renamed(name: CaseName, before: string): Library {
  const { household, people, plan, ...file } = caseFile(name);
  const typeOf = (agency: string) => file.involvements.find(({ key }) => key === agency)!.agency;
  const own = (key: string) => `${before}${key}`;
  const slot = (person: string) => SLOTS[person] ?? person;
  const by = (key: string) => {
    const agency = people.find((one) => one.key === key)?.agency;
    return agency ? liaisonOf(typeOf(agency)) : slot(key);
  };
  const end = (key: string) => (file.involvements.some((one) => one.key === key) ? typeOf(key) : own(key));
  const costs = <Line extends { key: string; measure?: string; intervention?: string }>(lines: Line[]): Line[] =>
    lines.map((line) => ({
      ...line,
      key: own(line.key),
      ...(line.measure === undefined ? {} : { measure: own(line.measure) }),
      ...(line.intervention === undefined ? {} : { intervention: own(line.intervention) }),
    }));
  const priced = <Kind extends { costLines: Parameters<typeof costs>[0]; unpriced: { measure?: string }[] }>(
    kind: Kind,
  ): Kind => ({
    ...kind,
    costLines: costs(kind.costLines),
    unpriced: kind.unpriced.map((one) => (one.measure === undefined ? one : { ...one, measure: own(one.measure) })),
  });
  return {
    mappedOn: file.demoClock.mappedOn,
    ownWords: [household.ownWords.nl],
    problems: file.problems.map((one) => ({
      ...one,
      key: own(one.key),
      persons: one.persons.map(slot),
      causedBy: (one.causedBy ?? []).map(own),
    })),
    involvements: file.involvements.map(({ key: _, agency, problems, sharing, ...one }) => ({
      ...{ ...one, key: agency, agency, problems: problems.map(own) },
      // Notes about somebody are of that somebody alone.
      sharing: sharing?.items
        ? null
        : sharing && {
            ...sharing,
            ...(sharing.consent ? { consent: { ...sharing.consent, by: slot(sharing.consent.by) } } : {}),
          },
    })),
    waits: file.waits.map((one) => ({
      ...one,
      ...{ key: own(one.key), waiting: end(one.waiting), for: end(one.for), holder: typeOf(one.holder) },
    })),
    interventions: file.interventions.map((one) => ({
      ...one,
      ...{ key: own(one.key), by: typeOf(one.by), addresses: one.addresses.map(own), costLines: costs(one.costLines), to: null },
    })),
    letters: (file.letters ?? []).map((one) => ({ ...one, key: own(one.key), agency: typeOf(one.agency) })),
    commitments: file.commitments.map((one) => ({ ...one, key: own(one.key), by: by(one.by) })),
    realised: { before12: priced(file.realised.before12), after12: priced(file.realised.after12) },
    experience: file.experience.map((one) => ({ ...one, member: slot(one.member) })),
    goals: plan.goals,
    reverseTest: plan.reverseTest,
    scenarios: { AS_NOW: priced(plan.scenarios.AS_NOW), BREAKTHROUGH: priced(plan.scenarios.BREAKTHROUGH) },
    measures: plan.measures.map((one) => ({
      ...one,
      ...{ key: own(one.key), agency: typeOf(one.agency), owner: by(one.owner) },
      ...{ addresses: one.addresses.map(own), lifts: one.lifts.map(own) },
    })),
    grounds: plan.grounds.map((one) => ({
      ...one,
      ...{ key: own(one.key), measure: own(one.measure), answers: (one.answers ?? []).map(own) },
    })),
    contradictions: plan.contradictions.map((one) => ({
      ...one,
      ...{ key: own(one.key), measure: own(one.measure), a: own(one.a), b: own(one.b), resolvedVia: one.resolvedVia.map(own) },
    })),
    values: plan.values,
    perspectives: plan.perspectives,
    positions: plan.positions.map(({ escalations: _, proceedReason: __, by: who, ...one }) => ({
      ...{ ...one, key: own(one.key), agency: typeOf(one.agency) },
      ...(who === undefined ? { by: liaisonOf(typeOf(one.agency)), position: 'AGREES' as const } : { by: by(who) }),
    })),
    funding: plan.funding.map((one) => ({ ...one, measure: own(one.measure) })),
  };
}
