import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { DataMark, RowMark } from './data.decorators';
import { DoorError } from './errors';
import type { Operation, Scope } from './operation';
import { ACTS, DataClass, type ActName } from './policy';
import { actRelations } from './policy.rules';

export type GraphqlContext = {
  /** The operation of this request; it throws a DoorError for somebody who is not signed in or not known. */
  operation(): Operation;
  /** For what goes on longer than a request: a new operation of the same person, with the account as it is now; null = no longer known. */
  again(): Promise<Operation | null>;
};

type AnyField = GraphQLField<unknown, GraphqlContext>;

/**
 * Puts the policy around every field of the built schema: questions and acts by name, everything else by the data class that the
 * field declares. Guards of the framework cannot do this: they never see a plain property. Called once, at start; a field that
 * declares nothing stops the start.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const faults: string[] = [];
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInterfaceType(type)) faults.push(`${type.name}: interfaces are not guarded; use a union`);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()) as AnyField[]) {
      faults.push(
        ...(roots.has(type) ? guardRoot(field) : guardField(type, field)).map((fault) => `${type.name}.${field.name}: ${fault}`),
      );
    }
  }
  if (faults.length) throw new Error(`The schema is not covered by the policy:\n  ${faults.join('\n  ')}`);
  return schema;
}

function guardRoot(field: AnyField): string[] {
  const act = field.extensions['act'] as ActName | undefined;
  if (!act) return ['no @Act'];
  if (!(act in ACTS)) return [`the policy does not know the act ${act}`];
  const { resolve = defaultFieldResolver, subscribe } = field;
  const guarded =
    (go: typeof resolve): typeof resolve =>
    async (source, args, context, info) => {
      const operation = context.operation();
      operation.acts.push(act);
      if (actRelations(operation.actor.roles, act).length === 0) {
        await operation.refuse(act, ['NOT_ALLOWED']);
        throw new DoorError('NOT_ALLOWED');
      }
      return go(source, args, context, info);
    };
  // What is followed is asked for once and handed over many times, each time to somebody whose rights are as they are then.
  if (subscribe) field.subscribe = guarded(subscribe);
  field.resolve = guarded(subscribe ? (source) => source : resolve);
  return [];
}

function guardField(type: GraphQLObjectType, field: AnyField): string[] {
  const row = type.extensions['row'] as RowMark | undefined;
  const data = field.extensions['data'] as DataMark | undefined;
  if (!row) return ['its type has no @RowClass'];
  if (!data) return ['no @Data'];
  // A refused field answers null. Where the schema forbids null that would blank the whole answer, so such a field may carry no other
  // class than the one it takes to see its row.
  if (isNonNullType(field.type) && data.class !== row.class && data.class !== DataClass.K0)
    return [`${data.class} in a ${row.class} row must be nullable`];
  // What leads to rows is judged as those rows are: the narrow relation that opens them opens it, and no other. A list of them is empty for
  // who may read none; one that is worked out from what he may read is no exception.
  const below = (getNamedType(field.type).extensions as { row?: RowMark }).row;
  const opening = below && below.class !== DataClass.K0 ? below : row;
  const isList = isListType(getNullableType(field.type));
  if (isNonNullType(field.type) && !isList && row.narrow.some((relation) => !opening.narrow.includes(relation)))
    return [`its row is opened by less than the row it stands in (${row.narrow.join()}), so it must be nullable`];
  const nothing = isNonNullType(field.type) && isList ? [] : null;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const operation = context.operation();
    const scope = operation.scopeOf(source as object);
    const mark = ofRow(data, source);
    if (!operation.mayServe(scope, opening, mark)) return nothing;
    const value: unknown = resolve(source, args, context, info);
    return value instanceof Promise
      ? value.then((late: unknown) => hand(operation, scope, mark, late))
      : hand(operation, scope, mark, value);
  };
  return [];
}

/** Where the domain is that of the row, so is the class: a problem may be ordinary (K4) or special (K5) content. */
const ofRow = (data: DataMark, source: unknown): DataMark =>
  data.domain === 'ROW' ? { ...data, class: (source as { dataClass?: DataClass }).dataClass ?? data.class } : data;

/** What is handed on belongs to the household of what it came from, and counts as seen when it is something. */
function hand(operation: Operation, scope: Scope | undefined, data: DataMark, value: unknown): unknown {
  const items = Array.isArray(value) ? (value as unknown[]) : [value];
  for (const item of items) {
    if (item === null || item === undefined) continue;
    if (data.class !== DataClass.K0) operation.served(scope, data);
    if (scope && typeof item === 'object' && !operation.scopeOf(item)) operation.place(item, scope);
  }
  return value;
}
