import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Operation } from './operation';
import type { GraphqlContext } from './schema-wrapper';

export const CurrentOperation = createParamDecorator(
  (_: unknown, context: ExecutionContext): Operation =>
    GqlExecutionContext.create(context).getContext<GraphqlContext>().operation(),
);

/** For a subscription, which outlives the operation that began it. */
export const CurrentContext = createParamDecorator(
  (_: unknown, context: ExecutionContext): GraphqlContext => GqlExecutionContext.create(context).getContext<GraphqlContext>(),
);
