/** The ladder, from the fixteam to the national escalation team. */
export const RUNGS = [1, 2, 3, 4, 5] as const;
export type Rung = (typeof RUNGS)[number];

/** The usual working days of each rung; the national ones have no clock. */
const USUAL: Readonly<Record<number, number | null>> = { 1: 10, 2: 15, 3: 10, 4: null, 5: null };
export const usualDays = (rung: number): number | null => USUAL[rung] ?? null;

/** What can be asked after the steps that were taken: the next one first. */
export const nextRungs = (taken: readonly { rung: number }[]): readonly Rung[] => {
  const reached = Math.max(0, ...taken.map(({ rung }) => rung));
  return RUNGS.filter((rung) => rung > reached);
};
