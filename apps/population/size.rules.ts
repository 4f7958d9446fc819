import { Dice } from './dice';

/** The fixteam of a neighbourhood, in which live so many households with 25 problems and more, and so many with fewer. */
export type Team = {
  number: number;
  heavy: number;
  middling: number;
  /** of the heavy ones, over two years */
  completed: number;
  /** which part of the other heavy ones has a plan; all the rest is only mapped */
  planned: number;
};
/** A municipality that is nowhere. */
export type Place = { code: string; name: string; teams: Team[] };

export const SIZES = ['demo', 'town', 'bench', 'nation'] as const;
export type Size = (typeof SIZES)[number];
export type Wish = { size: Size; seed: number; completed: number };

/** A fixteam with fewer completed households in a year than this has nothing to publish. */
const TOO_FEW = 6;
const MUNICIPALITIES = 342;
const NATION = 100_000;
const YEARS = 2;
/** Of those who are known in a country most have no plan yet. */
const PLANNED = 0.15;
/** In a nation: as many as one team can know. */
const LARGEST_TEAM = 100;

/** Where the households of a population live, and how many. Codes begin where those of real municipalities have long ended. */
export function placesOf({ size, seed, completed }: Wish): Place[] {
  const team = (of: Partial<Team>, index: number): Team => ({
    ...{ number: index + 1, heavy: 0, middling: 0, completed: 0, planned: 0.75 },
    ...of,
  });
  const place = (code: number, name: string, teams: Partial<Team>[]): Place => ({
    code: `GM${code}`,
    name: `${name} (verzonnen, ${size}, zaad ${seed})`,
    teams: teams.map(team),
  });
  // The last one is the one that is too small.
  const likeEachOther = (count: number, of: Partial<Team>): Partial<Team>[] =>
    Array.from({ length: count }, (_, n) => ({
      ...of,
      completed: Math.min(n === count - 1 ? TOO_FEW : YEARS * completed, of.heavy ?? 0),
    }));
  switch (size) {
    case 'demo':
      return [
        place(9100, 'Populatiedorp', [
          { heavy: 4, middling: 4, completed: 1 },
          { heavy: 2, middling: 2, completed: 1 },
        ]),
      ];
    case 'town':
      return [place(9110, 'Populatiestad', likeEachOther(20, { heavy: 100 }))];
    case 'bench':
      return [place(9120, 'Meetstad', likeEachOther(100, { heavy: 25, middling: 250 }))];
    case 'nation':
      return shares(NATION, MUNICIPALITIES, new Dice(`nation ${seed}`)).map((households, n) =>
        place(9200 + n, `Populatieland ${n + 1}`, teamsOf(households, completed)),
      );
  }
}

/** A few municipalities are large, most are small; together they are all. */
function shares(total: number, count: number, dice: Dice): number[] {
  const weights = Array.from({ length: count }, () => dice.tail(0.8));
  const all = weights.reduce((sum, one) => sum + one, 0);
  const whole = weights.map((one) => Math.max(1, Math.floor((one / all) * total)));
  whole[0]! += total - whole.reduce((sum, one) => sum + one, 0);
  return whole;
}

function teamsOf(households: number, completed: number): Partial<Team>[] {
  const count = Math.ceil(households / LARGEST_TEAM);
  return Array.from({ length: count }, (_, n) => {
    const heavy = Math.floor(households / count) + (n < households % count ? 1 : 0);
    return { heavy, completed: Math.floor((heavy * completed) / 250), planned: PLANNED };
  });
}

export const householdsOf = ({ heavy, middling }: Team): number => heavy + middling;
