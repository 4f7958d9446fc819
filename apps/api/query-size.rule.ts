import {
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValidationContext,
} from 'graphql';
import { DoorError } from '@doorbraak/access';

type Size = { depth: number; aliases: number; directives: number };

/** Set from the largest lawful question (the map and plan of a household of 25 problems and 25 agencies), with room to spare. */
const MOST: Size = { depth: 12, aliases: 15, directives: 20 };
export const MOST_TOKENS = 3000;

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0 };
const INTROSPECTION = new Set(['__schema', '__type']);

/**
 * Refuses a document that is too large before anything of it runs. Fragments count wherever they are used; each is weighed once, so
 * that fragments which use each other twice cost no more to judge than to write.
 */
export function notTooLarge(context: ValidationContext): ASTVisitor {
  const weighed = new Map<string, Size>();

  const sizeOf = (node: OperationDefinitionNode | FragmentDefinitionNode | SelectionNode): Size => {
    const below =
      node.kind === Kind.FRAGMENT_SPREAD ? [fragment(node.name.value)] : (node.selectionSet?.selections ?? []).map(sizeOf);
    const sum = (what: 'aliases' | 'directives') => below.reduce((total, size) => total + size[what], 0);
    const isField = node.kind === Kind.FIELD;
    return {
      // How deep introspection may go has a rule of its own in the library.
      depth:
        isField && INTROSPECTION.has(node.name.value) ? 0 : Math.max(0, ...below.map(({ depth }) => depth)) + (isField ? 1 : 0),
      aliases: sum('aliases') + (isField && node.alias ? 1 : 0),
      directives: sum('directives') + (node.directives?.length ?? 0),
    };
  };

  const fragment = (name: string): Size => {
    const known = weighed.get(name);
    if (known) return known;
    weighed.set(name, NOTHING); // a circle is refused by a rule of the library; here it must only come to an end
    const definition = context.getFragment(name);
    const size = definition ? sizeOf(definition) : NOTHING;
    weighed.set(name, size);
    return size;
  };

  return {
    OperationDefinition(operation) {
      const size = sizeOf(operation);
      if (size.depth > MOST.depth || size.aliases > MOST.aliases || size.directives > MOST.directives)
        context.reportError(new DoorError('QUERY_TOO_LARGE'));
    },
  };
}
