const DAY = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/**
 * Working days from `today` until the last day to answer; 0 = today is the last one, below zero = over. Null when a year is not in the
 * list of holidays: nobody knows then.
 */
export function workingDaysUntil(today: string, due: string, holidays: readonly string[]): number | null {
  const years = new Set(holidays.map((day) => day.slice(0, 4)));
  if (!years.has(today.slice(0, 4)) || !years.has(due.slice(0, 4))) return null;
  const free = new Set(holidays);
  const isWorked = (time: number) => {
    const day = new Date(time);
    return day.getUTCDay() % 6 !== 0 && !free.has(day.toISOString().slice(0, 10));
  };
  const step = at(due) < at(today) ? -1 : 1;
  let days = 0;
  // Forward the last day counts; backward the day after it is the first one that is late.
  for (let time = at(today); time !== at(due); time += step * DAY) if (isWorked(step > 0 ? time + DAY : time)) days += step;
  return days;
}

export interface LookLine {
  id: string;
  who: string;
  label: string | null;
  agency: string | null;
  at: string;
  day: string;
  outcome: string;
  classes: readonly string[];
  relations: readonly string[];
}
export type SeenPart = 'name' | 'number' | 'home' | 'health' | 'plan' | 'sharing' | 'looks' | 'file';
export type LookWhy = 'help' | 'advise' | 'team' | 'agency' | 'other';
/** What one person did with the data of a household on one day. */
export interface DayLook {
  id: string;
  label: string | null;
  agency: string | null;
  at: string;
  changed: boolean;
  parts: SeenPart[];
  why: LookWhy;
}

const PARTS: readonly [SeenPart, readonly string[]][] = [
  ['name', ['K2']],
  ['number', ['K3']],
  ['home', ['K4', 'K12']],
  ['health', ['K5', 'K6']],
  ['plan', ['K7']],
  ['sharing', ['K8']],
  ['looks', ['K9']],
];
const WHYS: readonly [LookWhy, readonly string[]][] = [
  ['help', ['ASSIGNED']],
  ['advise', ['ASKED']],
  ['agency', ['OWN_INVOLVEMENT', 'SHARED', 'OWN_MEASURE']],
  ['team', ['OWN_TEAM']],
];

/** Lines of the log as a person reads them: one for each day and person, newest first, without the looks of the reader. */
export function dayLooks(lines: readonly LookLine[], me: string): DayLook[] {
  const groups = new Map<string, LookLine[]>();
  for (const line of lines) {
    if (line.who === me || line.outcome === 'REFUSED') continue;
    const key = `${line.at.slice(0, 10)} ${line.who} ${line.outcome === 'DONE'}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const [newest] = group;
    if (!newest) return [];
    const holds = (kinds: readonly string[], keys: readonly string[]) => keys.some((key) => kinds.includes(key));
    const classes = group.flatMap((line) => line.classes);
    const relations = group.flatMap((line) => line.relations);
    const parts = PARTS.filter(([, keys]) => holds(classes, keys)).map(([part]) => part);
    return [
      {
        id: newest.id,
        label: newest.label,
        agency: newest.agency,
        at: newest.at,
        changed: newest.outcome === 'DONE',
        parts: parts.length > 0 ? parts : ['file' as const],
        why: WHYS.find(([, keys]) => holds(relations, keys))?.[0] ?? 'other',
      },
    ];
  });
}
