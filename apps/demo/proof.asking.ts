import { eurosInWords, type Id, type Words } from '@doorbraak/kernel';
import type { CaseFile } from './case.file';
import type { CasePlayer } from './case.player';
import type { Scene } from './case.proof';

/** How a proof asks, and how it names what it found. */

export const HOUSEHOLD = 'query ($id: ID!) { household(id: $id)';

/** The household of the scene, as somebody sees it. */
export const asked = <T>(
  { stage, player }: Pick<Scene, 'stage' | 'player'>,
  who: { subject: string },
  fields: string,
): Promise<T> =>
  stage.ask<{ household: T }>(who, `${HOUSEHOLD} { ${fields} } }`, { id: player.household }).then(({ household }) => household);

/** The plan of that household. */
export const askedPlan = <T>(scene: Pick<Scene, 'stage' | 'player'>, who: { subject: string }, fields: string): Promise<T> =>
  asked<{ plan: T }>(scene, who, `plan { ${fields} }`).then(({ plan }) => plan);

/** What the file calls the thing with this id. */
export const keyOf = (player: CasePlayer, kind: string, list: { key: string }[], id: Id): string =>
  list.find(({ key }) => player.id(kind, key) === id)?.key ?? `unknown ${id}`;

export const sorted = (list: readonly string[]): string[] => [...list].sort();

export const labelOf = (file: CaseFile, agency: string): Words =>
  file.involvements.find(({ key }) => key === agency)?.label ?? { nl: agency, en: agency };

/** Who somebody of the file is, or a member of the household. */
export const personOf = (file: CaseFile, key: string): Words =>
  [...file.people, ...file.household.members].find((one) => one.key === key)?.label ?? { nl: key, en: key };

/** 1483220 -> 14.832,20, as amounts are written in Dutch. */
export const euros = (cents: string): string => eurosInWords(BigInt(cents)).nl;

/** An amount that may not be known: no zero. */
export const money = (cents: string | null): string => (cents === null ? 'niet bekend / not known' : euros(cents));

/** The files write 0 where nothing has a price; the product says that it is not known. */
export const expectTotal = (cents: number, costLines: readonly unknown[]): string | null =>
  costLines.length ? `${cents}` : null;

/** A line of a table: a name and its figures. */
export const row = (name: string, ...cells: string[]): string =>
  `${name.padEnd(16)}${cells.map((cell) => cell.padStart(26)).join('')}`;

export type Amounts = { payer: string; cents: string }[];
export const amounts = (list: Amounts): string[] => sorted(list.map(({ payer, cents }) => `${payer} ${cents}`));
export const expectAmounts = (list: Record<string, number>): string[] =>
  sorted(Object.entries(list).map(([payer, cents]) => `${payer} ${cents}`));
