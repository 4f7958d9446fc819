import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  isEnumType,
  OperationTypeNode,
  Kind,
  parse,
  validate,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
} from 'graphql';
import { newId } from '@doorbraak/kernel';
import { costOf, MOST_COST } from '../../apps/api/query-cost.plugin';

const ROOT = path.join(__dirname, '../..');
const CLIENT = path.join(ROOT, 'apps/web');

const documents = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.d)\.tsx?$/.test(file))
  .flatMap((file) => {
    const source = readFileSync(path.join(CLIENT, file), 'utf8');
    return [...source.matchAll(/graphql\(\s*`([^`]+)`/g)].map(([, text = '']) => ({
      file,
      // how the types are made is no matter of the api
      document: parse(text.replaceAll('@_unmask', '')),
    }));
  });
const fragments = new Map<string, FragmentDefinitionNode>();
for (const { document } of documents)
  for (const part of document.definitions) if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part);

/** The fragments that a document spreads, and those that these spread. */
function spread(document: DocumentNode, found = new Map<string, FragmentDefinitionNode>()) {
  visit(document, {
    FragmentSpread: ({ name: { value } }) => {
      const fragment = fragments.get(value);
      if (!fragment || found.has(value)) return;
      found.set(value, fragment);
      spread({ kind: Kind.DOCUMENT, definitions: [fragment] }, found);
    },
  });
  return found;
}

const schema = buildSchema(readFileSync(path.join(ROOT, 'schema.graphql'), 'utf8'));
/** Each question and act of the client, with the fragments that it spreads. */
const asked = documents
  .filter(({ document }) => document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
  .map(({ file, document }) => {
    const own = new Set(document.definitions.map((part) => ('name' in part ? part.name?.value : undefined)));
    const others = [...spread(document).values()].filter(({ name }) => !own.has(name.value));
    return { file, query: { kind: Kind.DOCUMENT as const, definitions: [...document.definitions, ...others] } };
  });

/** Something lawful for each variable of a question, and the largest page. */
const SAYS: Record<string, unknown> = { Int: 100, LocalDate: '2026-01-01', Boolean: true };
const valueOf = (type: string): unknown => {
  const named = schema.getType(type);
  return isEnumType(named) ? named.getValues()[0]?.name : (SAYS[type] ?? newId());
};
const variablesOf = (part: DefinitionNode) =>
  part.kind === Kind.OPERATION_DEFINITION && part.operation === OperationTypeNode.QUERY
    ? (part.variableDefinitions ?? []).flatMap(({ variable, type }) =>
        type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.NAMED_TYPE
          ? [[variable.name.value, valueOf(type.type.name.value)] as const]
          : [],
      )
    : [];

// The types are computed from the schema too, but a field that it does not have is no mistake to them.
test('every question and act of the client is one that the api knows', () => {
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.flatMap(({ file, query }) => validate(schema, query).map(({ message }) => `${file}: ${message}`))).toEqual([]);
});

test('the dearest of them costs at most half of what a question may cost', () => {
  const questions = asked.filter(({ query }) =>
    query.definitions.some((part) => part.kind === Kind.OPERATION_DEFINITION && part.operation === OperationTypeNode.QUERY),
  );
  const costs = questions.map(({ query }) =>
    costOf({ schema, query, variables: Object.fromEntries(query.definitions.flatMap(variablesOf)) }),
  );
  expect(Math.min(...costs)).toBeGreaterThan(0);
  expect(Math.max(...costs)).toBeLessThanOrEqual(MOST_COST / 2);
});
