import { sum, type Words } from '@doorbraak/kernel';
import { isReadOtherwise, supportingLaws } from './ground.rules';
import type { DecidablePlan, LawBook, PlanContext } from './plan.facts';
import { isAboutPlan, type PositionState, positionState } from './position.rules';
import { proposedScenario } from './funding.rules';

/** What never blocks, and what a decider must have seen. */
export const WARNINGS = {
  TEXT_OLDER: {
    nl: 'Of dit artikel sindsdien is gewijzigd, is niet nagegaan.',
    en: 'Whether this provision changed since was not checked.',
  },
  NOT_ESTABLISHED: {
    nl: 'Of dit artikel toen gold, is niet vastgesteld.',
    en: 'Whether this provision was in force then is not established.',
  },
  ROLE_OVERRIDDEN: {
    nl: 'De schrijver leest dit artikel anders dan de catalogus.',
    en: 'The author reads this provision otherwise than the catalogue.',
  },
  ONLY_ONE_SPECIFIC_LAW: {
    nl: 'Deze maatregel steunt op één bijzondere wet; de rest is algemeen recht.',
    en: 'This measure stands on one specific law; the rest is general law.',
  },
  DID_NOT_ANSWER: {
    nl: 'Deze instantie antwoordde niet, ook niet na opschalen.',
    en: 'This agency did not answer, also not after escalation.',
  },
  REFUSED_ON_LADDER: {
    nl: 'Deze instantie antwoordde zelf niet. Bij het opschalen kwam er een nee.',
    en: 'This agency gave no answer itself. On the ladder it said no.',
  },
  SOLVED_ON_LADDER: {
    nl: 'Opgelost bij het opschalen. Vraag de instantie om haar antwoord.',
    en: 'Solved on the ladder. Ask the agency for its answer.',
  },
  AMOUNT_NOT_KNOWN: { nl: 'Van deze maatregel is een bedrag niet bekend.', en: 'An amount of this measure is not known.' },
  MONEY_OF_NO_MEASURE: {
    nl: 'Dit bedrag hoort bij geen maatregel en bij geen hulp die al loopt. Niemand heeft het verdeeld.',
    en: 'This amount belongs to no measure and to no help that runs already. Nobody has divided it.',
  },
  HOUSEHOLD_DISAGREES: {
    nl: 'Het huishouden is het niet eens met dit plan.',
    en: 'The household does not agree with this plan.',
  },
  AGREEMENT_OLDER_THAN_PLAN: {
    nl: 'Na dit ja kwam er een maatregel bij. Vraag het opnieuw.',
    en: 'A measure was added after this yes. Ask again.',
  },
  ASSESSMENT_OLDER_THAN_PLAN: {
    nl: 'Na dit oordeel kwam er een maatregel bij. Vraag het opnieuw.',
    en: 'A measure was added after this judgement. Ask again.',
  },
  DISPUTE_OPEN: {
    nl: 'Welke wet betaalt is nog niet beslecht. Wat de voorlopige betaler betaalt, kan nog verschuiven.',
    en: 'Which law pays is not settled yet. What the interim payer pays may still move.',
  },
  COSTS_MORE_THAN_NOW: { nl: 'Het plan kost meer dan doorgaan zoals nu.', en: 'The plan costs more than going on as now.' },
} as const satisfies Record<string, Words>;

export type WarningCode = keyof typeof WARNINGS;
export type Warning = { code: WarningCode; about?: string };

export const warnings = (plan: DecidablePlan, context: PlanContext): Warning[] => [
  ...weakProof(plan, context.laws),
  ...rolesOverridden(plan, context.laws),
  ...mostlyGeneralLaw(plan, context.laws),
  ...withoutOwnAnswer(plan, context),
  ...amountsNotKnown(plan),
  ...moneyOfNoMeasure(plan),
  ...plan.agreements
    .filter(({ state }) => state === 'DISAGREED')
    .map((said): Warning => ({ code: 'HOUSEHOLD_DISAGREES', about: said.personId })),
  ...saidBefore(plan),
  ...plan.disputes.filter(({ settledOn }) => settledOn === null).map(({ id }): Warning => ({ code: 'DISPUTE_OPEN', about: id })),
  ...(costsMoreThanNow(plan) ? [{ code: 'COSTS_MORE_THAN_NOW' } as const] : []),
];

const weakProof = (plan: DecidablePlan, laws: Pick<LawBook, 'inForce'>): Warning[] =>
  plan.grounds.flatMap((ground): Warning[] => {
    const state = laws.inForce(ground.provision, plan.planOn, ground.knownOn);
    return state === 'TEXT_OLDER' || state === 'NOT_ESTABLISHED' ? [{ code: state, about: ground.id }] : [];
  });

const rolesOverridden = (plan: DecidablePlan, laws: Pick<LawBook, 'versionOn'>): Warning[] =>
  plan.grounds
    .filter((ground) => isReadOtherwise(ground, plan.planOn, laws))
    .map((ground) => ({ code: 'ROLE_OVERRIDDEN', about: ground.id }));

/** Two laws of which one is the Awb is allowed, and worth a second look: general law fits any case. */
const mostlyGeneralLaw = (plan: DecidablePlan, laws: LawBook): Warning[] =>
  plan.measures
    .filter((measure) => measure.deviates)
    .filter((measure) => {
      const carrying = supportingLaws(measure, plan.grounds, laws);
      return carrying.length > 1 && carrying.filter((law) => !law.general).length < 2;
    })
    .map((measure) => ({ code: 'ONLY_ONE_SPECIFIC_LAW', about: measure.id }));

const CAME_OF_LADDER: Partial<Record<PositionState, WarningCode>> = {
  DID_NOT_ANSWER: 'DID_NOT_ANSWER',
  REFUSED: 'REFUSED_ON_LADDER',
  SOLVED: 'SOLVED_ON_LADDER',
};

/** What the lead wrote down of an agency that did not speak for itself. */
const withoutOwnAnswer = (plan: DecidablePlan, { today }: Pick<PlanContext, 'today'>): Warning[] =>
  plan.positions
    .filter((position) => isAboutPlan(position, plan))
    .flatMap((position) => {
      const code = CAME_OF_LADDER[positionState(position, today)];
      return code ? [{ code, about: position.id }] : [];
    });

const amountsNotKnown = (plan: DecidablePlan): Warning[] => {
  const items = proposedScenario(plan.scenarios)?.unpriced ?? [];
  return plan.measures
    .filter((measure) => items.some((item) => item.measureId === measure.id))
    .map((measure) => ({ code: 'AMOUNT_NOT_KNOWN', about: measure.id }));
};

/** Shares and the mandate are about measures, and help that goes on is paid already: what is neither was decided by nobody. */
const moneyOfNoMeasure = ({ scenarios }: DecidablePlan): Warning[] =>
  (proposedScenario(scenarios)?.costLines ?? [])
    .filter(({ measureId, interventionId }) => measureId === null && interventionId === null)
    .map(({ id }) => ({ code: 'MONEY_OF_NO_MEASURE', about: id }));

/** A yes and a judgement are about the measures that stood there; it is for the decider to see that one came later. */
function saidBefore({ measures, agreements, perspectives }: DecidablePlan): Warning[] {
  const later = ({ measureIds }: { measureIds: readonly string[] }) => measures.some(({ id }) => !measureIds.includes(id));
  return [
    ...agreements
      .filter((said) => said.state === 'AGREED' && later(said))
      .map(({ personId }): Warning => ({ code: 'AGREEMENT_OLDER_THAN_PLAN', about: personId })),
    ...perspectives.filter(later).map(({ kind }): Warning => ({ code: 'ASSESSMENT_OLDER_THAN_PLAN', about: kind })),
  ];
}

/** The return may be below zero when the social return is argued; the mandate holder then signs for it. */
export function costsMoreThanNow(plan: Pick<DecidablePlan, 'scenarios'>): boolean {
  const now = plan.scenarios.find((scenario) => scenario.kind === 'AS_NOW');
  const proposed = proposedScenario(plan.scenarios);
  if (!now || !proposed) return false;
  const total = ({ costLines }: typeof now) => sum(costLines.map(({ cents }) => cents));
  return total(proposed) > total(now);
}
