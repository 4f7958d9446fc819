import type { Id, LocalDate } from '@doorbraak/kernel';

/*
 * What must be true of a decided plan (design, section 6), told a second time and as plainly as possible. It is fed with what the product
 * acknowledged, never with what the product concludes, and shares no code with it.
 */

export type Role = 'ROOM' | 'LIMIT' | 'PROTECTION' | 'PROCEDURE';

/** Provisions of the real catalogue that the walks cite: their law, their role, and whether they held on the day of the plan. */
export const PROVISIONS: Record<string, { law: string; role: Role; lapsed?: true }> = {
  'wmo2015:2.3.5:6': { law: 'wmo2015', role: 'LIMIT' },
  'wmo2015:2.3.3': { law: 'wmo2015', role: 'ROOM' },
  'wmo2015:2.3.8:2': { law: 'wmo2015', role: 'PROTECTION' },
  'wmo2015:2.3.2:1': { law: 'wmo2015', role: 'PROCEDURE' },
  'wlz:3.2.1:3': { law: 'wlz', role: 'ROOM' },
  'wlz:3.2.1:4': { law: 'wlz', role: 'LIMIT' },
  'wlz:3.2.3:1': { law: 'wlz', role: 'PROCEDURE' },
  'awb:3:4:2': { law: 'awb', role: 'ROOM' },
  'awb:4:93:4': { law: 'awb', role: 'PROTECTION' },
  'wajong:1a:6:1:a': { law: 'wajong', role: 'LIMIT', lapsed: true },
};

/** Two agencies, each under its own law; the first problem is of both, the second of the municipality only. */
export const AGENCIES = { wmo: { law: 'wmo2015', problems: [1, 2] }, wlz: { law: 'wlz', problems: [1] } } as const;
export type AgencyName = keyof typeof AGENCIES;

export type MeasureMade = { agency: AgencyName; problems: number[]; kind: string | null; added: string[]; struck: Set<string> };
export type GroundMade = { measure: Id; provision: string; role: Role; answers: Id[] };
export type Answer = 'AGREES' | 'AGREES_IF' | 'OBJECTS';
export type Asked = {
  measures: Id[];
  dueOn: LocalDate;
  answer: Answer | null;
  accepted: boolean;
  answered: boolean;
  escalatedUntil: LocalDate | null;
  proceeded: boolean;
};
export type Line = { measure: Id | null; payer: string; cents: bigint };

export type Person = 'lead' | 'deputy' | 'holder' | 'small' | 'legal' | 'economic' | 'societal';
/** The lead writes every plan and the deputy sometimes too; their mandates must not help them. */
export const MANDATES: Partial<Record<Person, { kinds: string[]; cents: bigint }>> = {
  holder: { kinds: ['INTERIM_PAYER'], cents: 1_000_000n },
  small: { kinds: ['INTERIM_PAYER'], cents: 100_000n },
  lead: { kinds: ['INTERIM_PAYER'], cents: 9_000_000n },
  deputy: { kinds: ['INTERIM_PAYER'], cents: 1_000_000n },
};

/** Why somebody may not decide, in words of this model. */
export const WHYS = [
  'no deputy',
  'no goal',
  'no first step',
  'as now missing',
  'nothing to compare',
  'reverse test',
  'no measure',
  'a value',
  'a perspective',
  'law without ground',
  'limit',
  'fewer than two laws',
  'no room',
  'money',
  'position',
  'contradiction',
  'lapsed',
  'objection',
  'household',
  'own plan',
  'not asked',
  'mandate',
  'not signed',
] as const;
export type Why = (typeof WHYS)[number];

const unless = (holds: boolean, why: Why): Why[] => (holds ? [] : [why]);

export class Model {
  deputy = false;
  /** whether it has a first step, and who wrote it; of the rest of the plan the lead writes everything */
  readonly goals = new Map<Id, { withStep: boolean; by: 'lead' | 'deputy' }>();
  readonly scenarios = new Map<Id, { kind: 'AS_NOW' | 'BREAKTHROUGH'; lines: Line[]; unpriced: number }>();
  readonly steps = new Set<string>();
  readonly values = new Map<string, string>();
  readonly perspectives = new Map<string, { by: Person; verdict: string }>();
  readonly measures = new Map<Id, MeasureMade>();
  readonly grounds = new Map<Id, GroundMade>();
  readonly contradictions = new Map<Id, { measure: Id; a: Id; b: Id; via: Id[] }>();
  /** shares per measure; an empty list = no extra money */
  readonly funding = new Map<Id, { payer: string; percent: number; cents: bigint }[]>();
  readonly positions = new Map<AgencyName, Asked>();
  agreement: { state: 'AGREED' | 'DISAGREED'; proceeded: boolean } | null = null;
  readonly deciders = new Set<Person>();

  /** Everything that forbids this person to decide today. */
  why(person: Person, today: LocalDate, signed: boolean): Why[] {
    return [
      ...unless(this.deputy, 'no deputy'),
      ...unless(this.goals.size > 0, 'no goal'),
      ...unless(!this.goals.size || [...this.goals.values()].some(({ withStep }) => withStep), 'no first step'),
      ...unless(
        this.ofKind('AS_NOW').some(({ lines, unpriced }) => lines.length + unpriced > 0),
        'as now missing',
      ),
      ...unless(this.scenarios.size >= 2, 'nothing to compare'),
      ...unless(this.steps.size === 4, 'reverse test'),
      ...unless(this.measures.size > 0, 'no measure'),
      ...unless(
        ['LEGITIMACY', 'ENGAGEMENT', 'PUBLIC_RETURN'].every((value) => this.values.get(value) === 'SUFFICIENT'),
        'a value',
      ),
      ...unless(this.isJudged(), 'a perspective'),
      ...[...this.measures].flatMap(([id, measure]) => this.ofMeasure(id, measure, today)),
      ...[...this.contradictions.values()].flatMap((one) => unless(this.isResolved(one), 'contradiction')),
      ...[...this.grounds.values()].flatMap(({ provision }) => unless(!PROVISIONS[provision]!.lapsed, 'lapsed')),
      ...[...this.positions.values()].flatMap((one) => unless(!this.isOpenObjection(one), 'objection')),
      ...unless(this.agreement !== null && (this.agreement.state === 'AGREED' || this.agreement.proceeded), 'household'),
      ...unless(person !== 'lead' && [...this.goals.values()].every(({ by }) => by !== person), 'own plan'),
      ...unless(this.deciders.has(person) || person === 'lead', 'not asked'),
      ...unless(this.mayDecide(person), 'mandate'),
      ...unless(!this.costsMore() || signed, 'not signed'),
    ];
  }

  private ofKind = (kind: string) => [...this.scenarios.values()].filter((one) => one.kind === kind);

  /** The first breakthrough that was made says what measures cost. */
  private proposed() {
    const [first] = [...this.scenarios].filter(([, { kind }]) => kind === 'BREAKTHROUGH').sort(([a], [b]) => (a < b ? -1 : 1));
    return first?.[1];
  }

  private isJudged(): boolean {
    const all = ['LEGAL', 'ECONOMIC', 'SOCIETAL'].map((kind) => this.perspectives.get(kind));
    const by = new Set(all.map((one) => one?.by));
    return all.every((one) => one?.verdict === 'SUFFICIENT') && by.size === 3 && !by.has('lead');
  }

  private groundsOf = (measure: Id) => [...this.grounds].filter(([, ground]) => ground.measure === measure);

  private ofMeasure(id: Id, measure: MeasureMade, today: LocalDate): Why[] {
    const grounds = this.groundsOf(id);
    const touched = new Set([
      AGENCIES[measure.agency].law,
      ...Object.values(AGENCIES).flatMap(({ law, problems }) =>
        problems.some((one) => measure.problems.includes(one)) ? [law] : [],
      ),
      ...measure.added,
    ]);
    const cited = new Set(grounds.map(([, { provision }]) => PROVISIONS[provision]!.law));
    const opening = grounds.filter(([, { role }]) => role === 'ROOM' || role === 'PROTECTION');
    const laws = new Set(opening.map(([, { provision }]) => PROVISIONS[provision]!.law));
    const answered = (limit: Id) =>
      opening.some(([, { answers }]) => answers.includes(limit)) ||
      [...this.contradictions.values()].some((one) => [one.a, one.b].includes(limit) && this.isResolved(one));
    return [
      ...[...touched].flatMap((law) => unless(measure.struck.has(law) || cited.has(law), 'law without ground')),
      ...grounds.flatMap(([limit, { role }]) => unless(role !== 'LIMIT' || answered(limit), 'limit')),
      ...unless(measure.kind === null || laws.size >= 2, 'fewer than two laws'),
      ...unless(measure.kind === null || opening.some(([, { role }]) => role === 'ROOM'), 'no room'),
      ...unless(this.isFunded(id), 'money'),
      ...unless(this.isAnswered(id, measure.agency, today), 'position'),
    ];
  }

  private isResolved({ measure, via }: { measure: Id; via: Id[] }): boolean {
    return via.some((id) => {
      const ground = this.grounds.get(id);
      return ground?.measure === measure && (ground.role === 'ROOM' || ground.role === 'PROTECTION');
    });
  }

  private isFunded(measure: Id): boolean {
    const shares = this.funding.get(measure);
    if (!shares) return false;
    const lines = (this.proposed()?.lines ?? []).filter((line) => line.measure === measure);
    if (shares.length === 0) return lines.length === 0;
    if (shares.reduce((sum, { percent }) => sum + percent, 0) !== 100) return false;
    if (!this.proposed()) return true;
    const per = (list: { payer: string; cents: bigint }[], payer: string) =>
      list.reduce((sum, one) => (one.payer === payer ? sum + one.cents : sum), 0n);
    const payers = new Set([...shares, ...lines].map(({ payer }) => payer));
    return lines.length > 0 && [...payers].every((payer) => per(shares, payer) === per(lines, payer));
  }

  private isAnswered(measure: Id, agency: AgencyName, today: LocalDate): boolean {
    const asked = this.positions.get(agency);
    if (!asked?.measures.includes(measure)) return false;
    if (asked.answer) return true;
    return asked.escalatedUntil !== null && asked.escalatedUntil < today && asked.proceeded;
  }

  private isOpenObjection({ answer, accepted, answered, measures }: Asked): boolean {
    if (!measures.some((id) => this.measures.has(id))) return false;
    return (answer === 'OBJECTS' || (answer === 'AGREES_IF' && !accepted)) && !answered;
  }

  private mayDecide(person: Person): boolean {
    const mandate = MANDATES[person];
    const kinds = [...this.measures.values()].flatMap(({ kind }) => (kind === null ? [] : [kind]));
    const cents = [...this.funding].flatMap(([measure, shares]) => (this.measures.has(measure) ? shares : []));
    const total = cents.reduce((sum, share) => sum + share.cents, 0n);
    return mandate !== undefined && kinds.every((kind) => mandate.kinds.includes(kind)) && total <= mandate.cents;
  }

  private costsMore(): boolean {
    const total = (lines: Line[] = []) => lines.reduce((sum, { cents }) => sum + cents, 0n);
    const [now] = this.ofKind('AS_NOW');
    const proposed = this.proposed();
    return Boolean(now && proposed) && total(proposed?.lines) > total(now?.lines);
  }
}
