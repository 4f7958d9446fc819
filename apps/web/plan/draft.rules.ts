import type { DocumentNode } from 'graphql';

/**
 * Under which name a form is kept: its act, and of what it is the form. That is everything in the input of the act that nobody types: the
 * plan, the measure, the step. A version that is named is not of it, so that a draft comes back after somebody else's change too.
 */
export function draftName(act: DocumentNode, input: object, typed: object): string {
  const [definition] = act.definitions;
  const name = definition && 'name' in definition ? definition.name?.value : undefined;
  const of = Object.entries(input)
    .filter(([key, value]) => key !== 'seen' && !(key in typed) && typeof value === 'string' && value !== '')
    .map(([key, value]) => `${key} ${String(value)}`)
    .sort();
  return [name ?? '', ...of].join(' ');
}
