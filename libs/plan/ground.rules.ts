import { type LocalDate, type Reason, reason } from '@doorbraak/kernel';
import { isResolved } from './contradiction.rules';
import { type DecidablePlan, type GroundFacts, isFilled, type LawBook, opens } from './plan.facts';

/** A ground as it is cited; when it was known is the day on which it is written. */
export type Citation = Omit<GroundFacts, 'knownOn'>;
type Answering = Pick<GroundFacts, 'measureId' | 'provision' | 'role' | 'answers'>;
type Carrying = NonNullable<ReturnType<LawBook['lawOf']>>;

/**
 * What may be written. A provision that is not in force may: somebody may have to show that a lapsed rule is behind a demand.
 * The decision then refuses it, so the plan keeps the trace and never stands on it.
 */
export function whyNotAddGround(
  ground: Citation,
  plan: { planOn: LocalDate; measures: readonly { id: string }[]; grounds: readonly GroundFacts[] },
  laws: LawBook,
): Reason[] {
  return [
    ...(plan.measures.some((measure) => measure.id === ground.measureId) ? [] : [reason('MEASURE_UNKNOWN', ground.measureId)]),
    ...(isFilled(ground.argument) ? [] : [reason('REQUIRED', 'argument')]),
    ...citedTwice(ground, plan.grounds),
    ...roleUnfit(ground, plan.planOn, laws),
    ...whyNotAnswerLimits(ground, plan.grounds),
  ];
}

/** Grounds that are written together are judged one after the other: a later one can answer an earlier one. */
export const whyNotAddGrounds = (
  grounds: readonly Citation[],
  plan: { planOn: LocalDate; measures: readonly { id: string }[]; grounds: readonly GroundFacts[] },
  laws: LawBook,
): Reason[] =>
  grounds.flatMap((ground, at) => {
    const before = [...plan.grounds, ...grounds.slice(0, at).map((one) => ({ ...one, knownOn: plan.planOn }))];
    return whyNotAddGround(ground, { ...plan, grounds: before }, laws);
  });

/** Which limits a ground answers, judged alike when it is added and when that is changed later. */
export function whyNotAnswerLimits(ground: Answering, grounds: readonly GroundFacts[]): Reason[] {
  const limits = new Set(grounds.filter((g) => g.measureId === ground.measureId && g.role === 'LIMIT').map((g) => g.id));
  return [
    ...(ground.answers.length && !opens(ground) ? [reason('ANSWER_WITHOUT_ROOM', ground.provision)] : []),
    ...ground.answers.filter((id) => !limits.has(id)).map((id) => reason('ANSWERED_IS_NO_LIMIT', id)),
  ];
}

/** A LIMIT is met by a ground that names it, or by a resolved contradiction on it. */
export const isAnswered = (limit: GroundFacts, plan: Pick<DecidablePlan, 'grounds' | 'contradictions'>): boolean =>
  plan.grounds.some((g) => g.measureId === limit.measureId && opens(g) && g.answers.includes(limit.id)) ||
  plan.contradictions.some((c) => (c.a === limit.id || c.b === limit.id) && isResolved(c, plan.grounds));

export const limitUnanswered = (plan: DecidablePlan): Reason[] =>
  plan.grounds
    .filter((ground) => ground.role === 'LIMIT' && !isAnswered(ground, plan))
    .map((ground) => reason('LIMIT_UNANSWERED', ground.id));

/** The laws that carry a measure: only room and protection count, and a law counts once. */
export const supportingLaws = (
  measure: { id: string },
  grounds: readonly GroundFacts[],
  laws: Pick<LawBook, 'lawOf'>,
): Carrying[] => {
  const carrying = grounds.filter((ground) => ground.measureId === measure.id && opens(ground));
  const byKey = new Map(carrying.map((ground) => laws.lawOf(ground.provision)).map((law) => [law?.key, law]));
  return [...byKey.values()].filter((law) => law !== undefined).sort((a, b) => (a.key < b.key ? -1 : 1));
};

export const fewerThanTwoLaws = (plan: DecidablePlan, laws: Pick<LawBook, 'lawOf'>): Reason[] =>
  plan.measures
    .filter((measure) => measure.deviates && supportingLaws(measure, plan.grounds, laws).length < 2)
    .map((measure) => reason('FEWER_THAN_TWO_LAWS', measure.id));

export const noRoomCited = (plan: DecidablePlan): Reason[] =>
  plan.measures
    .filter((measure) => measure.deviates)
    .filter((measure) => !plan.grounds.some((ground) => ground.measureId === measure.id && ground.role === 'ROOM'))
    .map((measure) => reason('NO_ROOM_CITED', measure.id));

/** What is not established may be cited, and is shown as such by the warnings; only what is known not to hold blocks. */
export const provisionNotInForce = (plan: DecidablePlan, laws: Pick<LawBook, 'inForce'>): Reason[] =>
  plan.grounds
    .filter((ground) => laws.inForce(ground.provision, plan.planOn, ground.knownOn) === 'NOT_IN_FORCE')
    .map((ground) => reason('PROVISION_NOT_IN_FORCE', ground.id));

/**
 * A next version cites anew, and the catalogue may by then read a provision otherwise: whoever would decide finds a reason with every role
 * that is not the catalogue's. A provision that is no longer there has no role; it is not in force.
 */
export const roleUnexplained = (plan: Pick<DecidablePlan, 'planOn' | 'grounds'>, laws: Pick<LawBook, 'versionOn'>): Reason[] =>
  plan.grounds
    .filter((ground) => isReadOtherwise(ground, plan.planOn, laws) && !isFilled(ground.overrideReason))
    .map((ground) => reason('ROLE_DIFFERS', ground.id));

export function isReadOtherwise(
  { provision, knownOn, role }: Pick<GroundFacts, 'provision' | 'knownOn' | 'role'>,
  day: LocalDate,
  laws: Pick<LawBook, 'versionOn'>,
): boolean {
  const text = laws.versionOn(provision, day, knownOn);
  return text !== undefined && text.role !== role;
}

const citedTwice = (ground: Citation, grounds: readonly GroundFacts[]): Reason[] =>
  grounds.some((other) => other.measureId === ground.measureId && other.provision === ground.provision)
    ? [reason('GROUND_EXISTS', ground.provision)]
    : [];

function roleUnfit(ground: Citation, day: LocalDate, laws: LawBook): Reason[] {
  const law = laws.lawOf(ground.provision);
  const text = laws.versionOn(ground.provision, day);
  if (!law || !text) return [reason('PROVISION_UNKNOWN', ground.provision)];
  // A body cannot give itself room against the act by a rule of its own (Awb 4:84 gives it, from outside the rule).
  if ((law.kind === 'POLICY_RULE' || law.kind === 'BYLAW') && opens(ground))
    return [reason('OWN_RULE_GIVES_NO_ROOM', ground.provision)];
  return text.role !== ground.role && !isFilled(ground.overrideReason) ? [reason('ROLE_DIFFERS', ground.provision)] : [];
}
