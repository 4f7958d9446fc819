interface Looked {
  id: string;
  at: string;
  who: string;
  act: string;
  outcome: string;
}

export interface Looks<Look extends Looked> {
  /** The newest of them. */
  look: Look;
  times: number;
}

/** Who did the same on the same day stands there once, with how often; the newest first, as the api gives them. Looking is looking, whatever was asked. */
export function sameLooks<Look extends Looked>(looks: readonly Look[]): Looks<Look>[] {
  const groups = new Map<string, Looks<Look>>();
  for (const look of looks) {
    const key = [look.at.slice(0, 10), look.who, look.outcome === 'DONE' ? look.act : ''].join(' ');
    const known = groups.get(key);
    if (known) known.times += 1;
    else groups.set(key, { look, times: 1 });
  }
  return [...groups.values()];
}

interface Shared {
  fromOn: string;
  toOn: string;
  withdrawnOn: string | null;
}
/** What may be read today, what later, and what no more. A share counts up to and with its last day; from the day of its withdrawal it is over. */
export function whenShared({ fromOn, toOn, withdrawnOn }: Shared, today: string): 'now' | 'later' | 'over' {
  if ((withdrawnOn !== null && withdrawnOn <= today) || toOn < today) return 'over';
  return fromOn > today ? 'later' : 'now';
}

/** Are these all who live there now? Of one person a sentence says the name. */
export const isEverybody = (
  members: readonly { personId: string; toOn: string | null }[],
  personIds: readonly string[],
): boolean => {
  const now = members.filter(({ toOn }) => toOn === null);
  return now.length > 1 && now.every(({ personId }) => personIds.includes(personId));
};
