import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isLocalDate, isPartialDate, type RefusalCode } from '@doorbraak/kernel';

const wrong = (code: RefusalCode, value: unknown) =>
  new GraphQLError(`${code}: ${typeof value === 'string' && value.length <= 40 ? value : 'this value'}`, {
    extensions: { code },
  });

function textScalar(
  name: string,
  description: string,
  code: RefusalCode,
  read: (value: unknown) => unknown,
  write: (value: unknown) => unknown,
) {
  return new GraphQLScalarType({
    name,
    description,
    serialize: write,
    parseValue: read,
    parseLiteral: (node) => {
      if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return read(node.value);
      throw wrong(code, undefined);
    },
  });
}

const day = (value: unknown) => {
  if (isLocalDate(value)) return value;
  throw wrong('DATE_INVALID', value);
};
export const LocalDateScalar = textScalar(
  'LocalDate',
  'A calendar day, `YYYY-MM-DD` (ISO 8601), on the Dutch calendar of the tenant. Anything else is refused with DATE_INVALID.',
  'DATE_INVALID',
  day,
  day,
);

const partial = (value: unknown) => {
  if (isPartialDate(value)) return value;
  throw wrong('DATE_INVALID', value);
};
export const PartialDateScalar = textScalar(
  'PartialDate',
  'A day of which month and day may be unknown: `1960-00-00`, `1960-04-00` or `1960-04-12`, as the population register writes it. Anything else is refused with DATE_INVALID.',
  'DATE_INVALID',
  partial,
  partial,
);

/** Above this the sum of a few lines could leave a 64-bit integer. */
const MOST = 10n ** 15n;
const readCents = (value: unknown) => {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') throw wrong('AMOUNT_RANGE', value);
  if (/^-?\d[\d.,]*[.,]\d+$/.test(String(value))) throw wrong('AMOUNT_PRECISION', value);
  if (!/^-?\d{1,16}$/.test(String(value))) throw wrong('AMOUNT_RANGE', value);
  const cents = BigInt(value);
  if (cents < -MOST || cents > MOST) throw wrong('AMOUNT_RANGE', value);
  return cents;
};
export const CentsScalar = textScalar(
  'Cents',
  'Money in whole euro cents, as a string of digits (safe beyond 2^53). A fraction or any other sign between digits is refused with AMOUNT_PRECISION, an exponent or more than 10^15 with AMOUNT_RANGE.',
  'AMOUNT_RANGE',
  readCents,
  (value) => String(value),
);

export const InstantScalar = textScalar(
  'Instant',
  'A moment in real time, ISO 8601 in UTC.',
  'DATE_INVALID',
  (value) => {
    const instant = new Date(String(value));
    if (Number.isNaN(instant.getTime())) throw wrong('DATE_INVALID', value);
    return instant;
  },
  (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
);
