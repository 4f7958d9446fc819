import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, Kind, parse, validate, visit, type DocumentNode, type FragmentDefinitionNode } from 'graphql';

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

// The types are computed from the schema too, but a field that it does not have is no mistake to them.
test('every question and act of the client is one that the api knows', () => {
  const schema = buildSchema(readFileSync(path.join(ROOT, 'schema.graphql'), 'utf8'));
  const wrong = documents
    .filter(({ document }) => document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
    .flatMap(({ file, document }) => {
      const own = new Set(document.definitions.map((part) => ('name' in part ? part.name?.value : undefined)));
      const others = [...spread(document).values()].filter(({ name }) => !own.has(name.value));
      return validate(schema, { kind: Kind.DOCUMENT, definitions: [...document.definitions, ...others] }).map(
        ({ message }) => `${file}: ${message}`,
      );
    });
  expect(documents.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});
