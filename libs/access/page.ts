import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Check } from './inputs';
import { Data, RowClass } from './data.decorators';
import { DataClass } from './policy';

/** A cursor holds the sort keys of the row it stands after; opaque to clients, and no more than what they have seen. */
export const cursorOf = (...keys: string[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

export function readCursor(cursor: string): string[] | null {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(keys) && keys.length === 2 && keys.every((key) => typeof key === 'string') ? keys : null;
  } catch {
    return null;
  }
}

@ArgsType()
export class PageArgs {
  @Check('LIMIT_PAGE', (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 100)
  @Field(() => Int, { description: 'How many, 1 to 100; more or fewer is refused with LIMIT_PAGE.' })
  first: number;

  @IsOptional()
  @Check('BAD_INPUT', (value) => typeof value === 'string' && readCursor(value) !== null)
  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before; null = from the start.' })
  after: string | null;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'Where a page ends.' })
export class PageInfo {
  @Data(DataClass.K0)
  @Field(() => Boolean, { description: 'Is there a next page?' })
  hasNextPage: boolean;

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'Give this as `after` for the next page; null = this page is empty.' })
  endCursor: string | null;
}

/** One page out of `first + 1` rows: the extra one only says that there is more. */
export function pageOf<T>(rows: T[], first: number, cursor: (row: T) => string): { nodes: T[]; pageInfo: PageInfo } {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? cursor(last) : null } };
}
