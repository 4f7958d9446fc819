import { addDays, type LocalDate, monthsAfter } from '@doorbraak/kernel';
import type { Dice } from './dice';
import type { Team } from './size.rules';

/** On which day everything stands still, and from which day on windows of twelve months were complete. */
export const TODAY: LocalDate = '2026-12-14';
const FIRST_COMPLETE: LocalDate = '2025-01-06';

/** How far a household has come. A decision without a stage of its own is being carried out. */
export type Stage = 'COMPLETED' | 'EXECUTING' | 'ASKING' | 'PLANNING' | 'MAPPED';

export type Course = {
  stage: Stage;
  heavy: boolean;
  mappedOn: LocalDate;
  planOn: LocalDate;
  decidedOn: LocalDate;
};

/** Prime, and larger than any team: each place is taken once, and neighbours differ. */
const STRIDE = 7919;

/** Of the plans that are not through their year: how far they are. */
const UNDERWAY = [
  ['EXECUTING', 0.6],
  ['ASKING', 0.2],
  ['PLANNING', 0.2],
] as const;
/** Few of those with fewer problems need a plan. */
const PLANNED_MIDDLING = 0.4;

const days = (from: LocalDate, to: LocalDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
/** Agencies are asked on working days. */
const monday = (day: LocalDate): LocalDate => addDays(day, -((new Date(day).getUTCDay() + 6) % 7));

/** When the household with this number, from 0, was mapped, planned and decided. */
export function courseOf(team: Team, number: number, dice: Dice): Course {
  const heavy = number < team.heavy;
  const peers = heavy ? team.heavy : team.middling;
  const rank = heavy ? number : number - team.heavy;
  const place = (rank * STRIDE + team.number) % peers;
  const dated = (stage: Stage, decidedOn: LocalDate): Course => {
    const planOn = addDays(decidedOn, -14);
    return { stage, heavy, decidedOn, planOn, mappedOn: addDays(planOn, -7 * dice.whole(5, 14)) };
  };
  if (heavy && place < team.completed) {
    const window = (days(FIRST_COMPLETE, TODAY) * (place + 0.5)) / team.completed;
    return dated('COMPLETED', monday(monthsAfter(addDays(FIRST_COMPLETE, Math.floor(window)), -12)));
  }
  const done = heavy ? team.completed : 0;
  const stage = stageAt((place - done) / Math.max(1, peers - done), heavy ? team.planned : PLANNED_MIDDLING);
  const ahead = { COMPLETED: 0, EXECUTING: -dice.whole(20, 300), ASKING: 7, PLANNING: dice.whole(15, 18), MAPPED: 60 }[stage];
  const course = dated(stage, monday(addDays(TODAY, ahead)));
  return stage === 'MAPPED' ? { ...course, mappedOn: addDays(TODAY, -dice.whole(7, 120)) } : course;
}

function stageAt(share: number, planned: number): Stage {
  let from = 0;
  for (const [stage, part] of UNDERWAY) if (share < (from += part * planned)) return stage;
  return 'MAPPED';
}
