/** The steps of a plan, in the order of the method. Addresses are Dutch: people read them. */
export const STEPS = ['wens', 'waarden', 'gevolgen', 'wet', 'besluit', 'uitvoeren', 'versies'] as const;
export type Step = (typeof STEPS)[number];
export const isStep = (text: string): text is Step => (STEPS as readonly string[]).includes(text);

type Place = { step: Step; field: string | ((about: string) => string) };

/** Where a reason is mended: the step, and the id of the field or act there. Complete: `mend.rules.spec.ts` reads the judges of the api. */
export const PLACES = {
  GOAL_MISSING: { step: 'wens', field: 'add-goal' },
  FIRST_STEP_MISSING: { step: 'wens', field: 'first-step' },
  MEASURE_MISSING: { step: 'wens', field: 'add-measure' },
  REVERSE_TEST_INCOMPLETE: { step: 'waarden', field: (step) => `test-${step}` },
  VALUE_NOT_SUFFICIENT: { step: 'waarden', field: (value) => `value-${value}` },
  AS_NOW_MISSING: { step: 'gevolgen', field: 'as-now' },
  FEWER_THAN_TWO_SCENARIOS: { step: 'gevolgen', field: 'add-scenario' },
  FUNDING_NOT_COMPLETE: { step: 'gevolgen', field: (measure) => `fund-${measure}` },
  LAW_TOUCHED_WITHOUT_GROUND: { step: 'wet', field: (cell) => `cell-${cell}` },
  LIMIT_UNANSWERED: { step: 'wet', field: (ground) => `ground-${ground}` },
  CONTRADICTION_UNRESOLVED: { step: 'wet', field: (contradiction) => `contradiction-${contradiction}` },
  FEWER_THAN_TWO_LAWS: { step: 'wet', field: (measure) => `measure-${measure}` },
  NO_ROOM_CITED: { step: 'wet', field: (measure) => `measure-${measure}` },
  PROVISION_NOT_IN_FORCE: { step: 'wet', field: (ground) => `ground-${ground}` },
  ROLE_DIFFERS: { step: 'wet', field: (ground) => `ground-${ground}` },
  PERSPECTIVE_MISSING: { step: 'besluit', field: (kind) => `perspective-${kind}` },
  PERSPECTIVE_NOT_SUFFICIENT: { step: 'besluit', field: (kind) => `perspective-${kind}` },
  POSITION_UNANSWERED: { step: 'besluit', field: (involvement) => `position-${involvement}` },
  OBJECTION_UNANSWERED: { step: 'besluit', field: (position) => `answer-${position}` },
  HOUSEHOLD_NOT_AGREED: { step: 'besluit', field: 'agreement' },
  LEAD_OR_DEPUTY_MISSING: { step: 'besluit', field: 'deputy' },
  MANDATE_EXCEEDED: { step: 'besluit', field: 'decider' },
  NOT_OWN_PLAN: { step: 'besluit', field: 'decider' },
  RETURN_NOT_SIGNED: { step: 'besluit', field: 'signed' },
} as const satisfies Record<string, Place>;
export type MendCode = keyof typeof PLACES;

export const isMendable = (code: string): code is MendCode => code in PLACES;

/** The address of a page of a plan, and on it of what to mend. */
export const stepAddress = (household: string, step: Step, field = ''): string =>
  `/huishouden/${household}/plan/${step}${field && `#${field}`}`;

export function placeOf(code: string, about: string | null | undefined): { step: Step; field: string } | null {
  if (!isMendable(code)) return null;
  const { step, field }: Place = PLACES[code];
  return { step, field: typeof field === 'string' ? field : field(about ?? '') };
}

/** How many reasons each step can still mend. A step without a number has nothing to judge. */
export function openPerStep(reasons: readonly { code: string }[]): ReadonlyMap<Step, number> {
  const open = new Map<Step, number>([...new Set(Object.values(PLACES).map(({ step }) => step))].map((step) => [step, 0]));
  for (const { code } of reasons) {
    const place = placeOf(code, '');
    if (place) open.set(place.step, (open.get(place.step) ?? 0) + 1);
  }
  return open;
}

type Sayable = { code: string; about?: string | null };
type Owners = readonly { id: string; involvementId: string }[];

/** What a reason is mended at. The api names the measure that waits for an answer; who answers is its agency. */
export const mendedAt = ({ code, about }: Sayable, measures: Owners): string | null =>
  (code === 'POSITION_UNANSWERED' && measures.find(({ id }) => id === about)?.involvementId) || (about ?? null);

/** Reasons of which a plan can have several. */
const REPEATED = [
  'REVERSE_TEST_INCOMPLETE',
  'VALUE_NOT_SUFFICIENT',
  'FUNDING_NOT_COMPLETE',
  'LAW_TOUCHED_WITHOUT_GROUND',
  'LIMIT_UNANSWERED',
  'CONTRADICTION_UNRESOLVED',
  'FEWER_THAN_TWO_LAWS',
  'NO_ROOM_CITED',
  'PROVISION_NOT_IN_FORCE',
  'ROLE_DIFFERS',
  'PERSPECTIVE_MISSING',
  'PERSPECTIVE_NOT_SUFFICIENT',
  'POSITION_UNANSWERED',
  'OBJECTION_UNANSWERED',
  'HOUSEHOLD_NOT_AGREED',
] as const satisfies MendCode[];
export const isRepeated = (code: string): code is (typeof REPEATED)[number] => (REPEATED as readonly string[]).includes(code);

/** Two reasons that are mended by one act at one place are one to a reader. */
export const onePerPlace = <Reason extends Sayable>(reasons: readonly Reason[], measures: Owners): Reason[] => {
  const keyOf = (reason: Reason) => `${reason.code} ${mendedAt(reason, measures) ?? ''}`;
  const told = new Map<string, Reason>();
  for (const reason of reasons) if (!told.has(keyOf(reason))) told.set(keyOf(reason), reason);
  return [...told.values()];
};

/** Reasons that are alike, together, where the first of them stood. */
export function alike<Reason extends Sayable>(reasons: readonly Reason[]): Reason[][] {
  const groups = new Map<string, Reason[]>();
  for (const reason of reasons) groups.set(reason.code, [...(groups.get(reason.code) ?? []), reason]);
  return [...groups.values()];
}

const OF_THE_DECIDER: readonly string[] = ['MANDATE_EXCEEDED', 'NOT_OWN_PLAN'] satisfies MendCode[];

/**
 * The api judges for whoever asks. Whoever does not decide is not the one who needs a mandate: once somebody was asked to decide, those two
 * reasons are for that person and stand on that page; before that they say that somebody has still to be asked.
 */
export const forReader = <Reason extends { code: string }>(
  reasons: readonly Reason[],
  { decides, isAsked }: { decides: boolean; isAsked: boolean },
): readonly Reason[] => (decides || !isAsked ? reasons : reasons.filter(({ code }) => !OF_THE_DECIDER.includes(code)));
