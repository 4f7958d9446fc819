import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import { newId } from '@doorbraak/kernel';
import { PlanTown } from './plan';
import { repository } from './reference';
import type { Someone } from './world';

/**
 * Every field of every act, filled with what it can never be: rows 10, 22-26, 61-63, 74 and 106-109 of the list of the trust guide, and
 * that no answer says back what came in. `bad-input.api.spec.ts` has what depends on what is there.
 */
const schema = buildSchema(readFileSync(path.join(repository, 'schema.graphql'), 'utf8'));
const ACTS = Object.values(schema.getMutationType()!.getFields()).sort((a, b) => a.name.localeCompare(b.name));
const SECRET = '999990019';

/** Ids of what is in a list of the product: a word, of which the act says that it is not there. */
const WORDS = ['law', 'laws', 'lawsAdded', 'provision', 'advancedBy'];

/** Something of the right shape; whether it means anything is not asked. */
function something(type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [something(inner.ofType)];
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (isInputObjectType(inner)) return filled(Object.values(inner.getFields()));
  const plain: Record<string, () => unknown> = {
    ID: newId,
    String: () => 'x',
    Int: () => 1,
    Float: () => 1,
    Boolean: () => true,
    Cents: () => '100',
    LocalDate: () => '2025-09-29',
    PartialDate: () => '1960-00-00',
    Instant: () => '2025-09-29T10:00:00.000Z',
  };
  return plain[inner.toString()]!();
}
const filled = (fields: readonly { name: string; type: GraphQLInputType }[]): Record<string, unknown> =>
  Object.fromEntries(fields.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => [name, something(type)]));

type Wrong = [what: string, value: unknown, code: string];
const TEXT: Wrong[] = [
  ['text that turns around', `Ans\u202E${SECRET}`, 'CHAR_NOT_ALLOWED'],
  ['a NUL', `An\u0000${SECRET}`, 'CHAR_NOT_ALLOWED'],
  ['half a character', `${SECRET} \uD83D`, 'CHAR_NOT_ALLOWED'],
];
const DAY: Wrong[] = [
  ['30 February', '2025-02-30', 'DATE_INVALID'],
  ['no day', SECRET, 'DATE_INVALID'],
];
const WRONG: Record<string, Wrong[]> = {
  String: TEXT,
  ID: [
    ['no id', SECRET, 'ID_INVALID'],
    ['an empty id', '', 'ID_INVALID'],
  ],
  Cents: [
    ['half a cent', '0.005', 'AMOUNT_PRECISION'],
    ['1e309', '1e309', 'AMOUNT_RANGE'],
    ['no number', 'NaN', 'AMOUNT_RANGE'],
  ],
  Int: [
    ['a part', 1.5, 'BAD_INPUT'],
    ['a number of 40 bits', 2 ** 40, 'BAD_INPUT'],
  ],
  Boolean: [['a word for yes', SECRET, 'BAD_INPUT']],
  LocalDate: DAY,
  PartialDate: DAY,
  Instant: [['no moment', SECRET, 'DATE_INVALID']],
};
function wrongFor(type: GraphQLInputType): Wrong[] {
  const inner = getNullableType(type);
  const nothing: Wrong[] = isNonNullType(type) ? [['nothing', null, 'BAD_INPUT']] : [];
  if (isListType(inner))
    return [...nothing, ...wrongFor(inner.ofType).map(([what, value, code]): Wrong => [`${what}, in a list`, [value], code])];
  if (isEnumType(inner)) return [...nothing, ['a word that is not in the list', SECRET, 'BAD_INPUT']];
  if (isInputObjectType(inner))
    return [...nothing, ['a field too many', { ...filled(Object.values(inner.getFields())), secret: SECRET }, 'BAD_INPUT']];
  return [...nothing, ...WRONG[inner.toString()]!];
}

let here: PlanTown;
let people: Someone[];
beforeAll(async () => {
  here = await PlanTown.open();
  const { lead, small, holder, legal, wmo, peter } = here.people;
  people = [lead, here.town.admin, small, holder, legal, wmo, peter];
});
afterAll(() => here.close());

/** A text with a shape of its own has one answer to all that it is not. */
const OF_A_SHAPE = ['BAD_INPUT', 'KEY_INVALID', 'DECIMAL_INVALID'];

type Found = { code: string; path: string };
type Said = { found: Found[]; text: string };
/** What was wrong with the shape, and all that was said of it. */
async function said(who: Someone, act: (typeof ACTS)[number], variables: Record<string, unknown>): Promise<Said> {
  const declared = act.args.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
  const given = act.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const { errors = [] } = await who.ask(`mutation (${declared}) { ${act.name}(${given}) { __typename } }`, variables);
  const found = errors.flatMap(({ extensions }) => {
    const { code, problems = [] } = extensions as { code: string; problems?: Found[] };
    return problems.length ? problems : [{ code, path: '' }];
  });
  return { found, text: JSON.stringify(errors) };
}

/** Whoever may do this at all: what is wrong with the shape is told to nobody else. */
async function doer(act: (typeof ACTS)[number]): Promise<Someone> {
  for (const who of people) if (!(await said(who, act, filled(act.args))).text.includes('NOT_ALLOWED')) return who;
  throw new Error(`nobody here may ${act.name}`);
}

test.each(ACTS.map((act) => [act.name, act] as const))(
  '%s: what no field of it can be is refused by field, and not said back',
  async (_, act) => {
    const who = await doer(act);
    const input = act.args.find(({ name }) => name === 'input');
    const type = input && getNullableType(input.type);
    const fields = isInputObjectType(type) ? Object.values(type.getFields()) : act.args;
    const missed: string[] = [];
    for (const field of fields)
      for (const [what, value, code] of wrongFor(field.type)) {
        const variables = filled(act.args);
        Object.assign((input ? variables['input'] : variables) as object, { [field.name]: value });
        const { found, text } = await said(who, act, variables);
        const isTold = found.some(
          (one) => [code, ...OF_A_SHAPE].includes(one.code) && (one.path.includes(field.name) || one.path === 'input'),
        );
        const isRight = isTold || WORDS.includes(field.name);
        if (!isRight || text.includes(SECRET) || text.includes('INTERNAL')) missed.push(`${field.name} ${what}: ${text}`);
      }
    expect(missed).toEqual([]);
  },
);

const QUESTIONS = Object.values(schema.getQueryType()!.getFields()).filter(({ args }) => args.length > 0);
test.each(QUESTIONS.map((question) => [question.name, question] as const))(
  '%s: what no part of the question can be is no surprise, and not said back',
  async (_, { name, args, type }) => {
    const declared = args.map((arg) => `$${arg.name}: ${arg.type.toString()}`).join(', ');
    const shown = isLeafType(getNamedType(type)) ? '' : '{ __typename }';
    const query = `query (${declared}) { ${name}(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) ${shown} }`;
    const missed: string[] = [];
    for (const arg of args)
      for (const [what, value] of wrongFor(arg.type))
        for (const who of [here.people.lead, here.town.admin]) {
          const answer = JSON.stringify(await who.ask(query, { ...filled(args), [arg.name]: value }));
          if (answer.includes(SECRET) || answer.includes('INTERNAL')) missed.push(`${arg.name} ${what}: ${answer}`);
        }
    expect(missed).toEqual([]);
  },
);
