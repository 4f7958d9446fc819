import { ArgsType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { isId, type Id, type Words } from '@doorbraak/kernel';
import { Data, RowClass } from './data.decorators';
import { DoorError } from './errors';
import { Check, within } from './inputs';
import { DataClass } from './policy';

/** Shapes that the API of every room uses in the same way. */

@RowClass(DataClass.K0)
@ObjectType('Words', { description: 'The same words in two languages.' })
export class WordsShape implements Words {
  @Data(DataClass.K0)
  @Field({ description: 'Plain Dutch.' })
  nl: string;

  @Data(DataClass.K0)
  @Field({ description: 'English.' })
  en: string;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'Where a page ends.' })
export class PageInfo {
  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'Hand this in as `after` to go on; null on an empty page. Opaque.' })
  endCursor: string | null;

  @Data(DataClass.K0)
  @Field({ description: 'Whether there is more after this page.' })
  hasNextPage: boolean;
}

@ArgsType()
export class PageArgs {
  @Check('LIMIT_PAGE', within(1, 100))
  @Field(() => Int, { description: 'How many rows, 1 to 100. Anything else is refused with LIMIT_PAGE.' })
  first: number;

  @Allow()
  @Field(() => String, { nullable: true, description: 'Go on after this cursor; left out = from the begin.' })
  after?: string | null;
}

/** An enum of the API from the words that the rules use, each with its meaning; the compiler wants every word described. */
export function describeEnum<Value extends string>(
  name: string,
  description: string,
  values: Record<Value, string>,
): Record<Value, Value> {
  const keys = Object.keys(values) as Value[];
  const words = Object.fromEntries(keys.map((key) => [key, key])) as Record<Value, Value>;
  const valuesMap = Object.fromEntries(keys.map((key) => [key, { description: values[key] }])) as Record<
    Value,
    { description: string }
  >;
  registerEnumType(words, { name, description, valuesMap });
  return words;
}

/** One page out of `first + 1` rows in their order: the extra row only says that there is more. The cursor of a row is its id. */
export function pageOf<Row extends { id: Id }>(rows: Row[], first: number): { nodes: Row[]; pageInfo: PageInfo } {
  const nodes = rows.slice(0, first);
  return { nodes, pageInfo: { endCursor: nodes.at(-1)?.id ?? null, hasNextPage: rows.length > first } };
}

export function idAfter(cursor: string | null | undefined): Id | null {
  if (cursor && !isId(cursor)) throw new DoorError('ID_INVALID');
  return cursor ?? null;
}
