import type { DocumentNode } from 'graphql';

/**
 * Under which name a form is kept: its act, and of what it is the form. That is everything in the input of the act that nobody types: the
 * plan, the measure, the step. A version that is named and a day are not of it, so that a draft comes back after somebody else's change
 * and tomorrow too.
 */
export function draftName(act: DocumentNode, input: object, typed: object): string {
  const [definition] = act.definitions;
  const name = definition && 'name' in definition ? definition.name?.value : undefined;
  const of = Object.entries(input)
    .filter(([key, value]) => key !== 'seen' && !(key in typed) && typeof value === 'string' && value !== '' && !isDay(value))
    .map(([key, value]) => `${key} ${String(value)}`)
    .sort();
  return [name ?? '', ...of].join(' ');
}
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** Something that somebody else can change too. */
export interface Shared<Typed> {
  label: string;
  /** How it reads as it stands now, and as it was typed. */
  stands: string;
  read: (typed: Typed) => string;
  /** The fields of the form as they stand now; where there are none, leaving what stands there is not doing the act. */
  now?: Partial<Typed>;
  /** The field, where it is a text of which both versions can be kept. */
  text?: keyof Typed;
}
/** A text that somebody else can change too. */
export const sharedText = <Name extends string, Typed extends Record<Name, string>>(
  name: Name,
  label: string,
  now: string | null | undefined,
): Shared<Typed> => ({
  label,
  stands: now ?? '',
  read: (typed) => typed[name],
  now: { [name]: now ?? '' } as unknown as Partial<Typed>,
  text: name,
});

export interface ToChoose<Typed> {
  name: string;
  label: string;
  mine: string;
  theirs: string;
  isText: boolean;
  /** The fields of the form when this is what should stand there: one of both versions, or a text; null = the act is not done. */
  valueOf: (chosen: string) => Partial<Typed> | null;
}
/** What somebody else changed since the form was opened, where something else was typed. */
export const toChoose = <Typed>(shared: readonly Shared<Typed>[], saidThen: readonly string[], typed: Typed): ToChoose<Typed>[] =>
  shared.flatMap(({ label, stands: theirs, read, now = null, text }, at) => {
    const mine = read(typed);
    if (theirs === saidThen[at] || mine === theirs) return [];
    const valueOf = (chosen: string): Partial<Typed> | null => {
      if (chosen === theirs) return now;
      return chosen === mine || text === undefined ? {} : ({ [text]: chosen } as unknown as Partial<Typed>);
    };
    return [{ name: String(at), label, mine, theirs, isText: text !== undefined, valueOf }];
  });
