import type { Type } from '@nestjs/common';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { Transform, Type as TransformTo } from 'class-transformer';
import { registerDecorator, ValidateNested, type ValidationOptions } from 'class-validator';
import { FORBIDDEN_CHARACTERS, isId, type Id, type RefusalCode } from '@doorbraak/kernel';

/** A validation that answers with a code of the one list; the pipe of the api turns it into sentences and a path. */
export const Check =
  (
    code: RefusalCode,
    valid: (value: unknown, whole: Record<string, unknown>) => boolean,
    options?: ValidationOptions,
  ): PropertyDecorator =>
  (target, property) => {
    registerDecorator({
      name: code,
      target: target.constructor,
      propertyName: property as string,
      options: { message: code, ...options },
      validator: { validate: (value, args) => valid(value, (args?.object ?? {}) as Record<string, unknown>) },
    });
  };

/** A whole number from `low` up to and including `high`. */
export const within = (low: number, high: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= low && Number(value) <= high;

export const IsId = (options?: ValidationOptions) => Check('ID_INVALID', isId, options);

/** An accent is one character with its letter, however the keyboard sent it (Unicode NFC); nothing else of the words is touched. */
const composed = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(composed) : typeof value === 'string' ? value.normalize('NFC') : value;

/** Words that somebody typed: not only spaces, no control characters, at most `most` characters. */
export const Text =
  (most: number, options?: ValidationOptions): PropertyDecorator =>
  (target, property) => {
    Transform(({ value }) => composed(value))(target, property);
    Check('REQUIRED', (value) => typeof value === 'string' && value.trim().length > 0, options)(target, property);
    Check('TOO_LONG', (value) => typeof value !== 'string' || [...value].length <= most, options)(target, property);
    Check(
      'CHAR_NOT_ALLOWED',
      (value) => typeof value !== 'string' || !FORBIDDEN_CHARACTERS.test(value),
      options,
    )(target, property);
  };

/** What every act takes: a key that the client makes. For an addition it becomes the id of what is added. */
@ArgsType()
export class KeyArgs {
  @IsId()
  @Field(() => ID, {
    description:
      'Idempotency key: a UUID (version 7) made by the client. The same key never acts twice; sent again with the same input it gives the same answer, with other input IDEMPOTENCY_MISMATCH. An addition takes this key as the id of what it adds.',
  })
  key: Id;
}

/** The arguments of an act with an input: key and input are judged together, so that all errors come at once with their full path. */
export function WithInput<T extends object>(Input: Type<T>): Type<KeyArgs & { input: T }> {
  @ArgsType()
  class KeyAndInput extends KeyArgs {
    @ValidateNested()
    @TransformTo(() => Input)
    @Field(() => Input, { description: 'What the act needs.' })
    input: T;
  }
  return KeyAndInput;
}
