import { Field, InputType } from '@nestjs/graphql';
import { describeEnum, Text } from '@doorbraak/access';

export type WhenFaulty = 'ABORT' | 'SKIP';
export const WhenFaultyEnum = describeEnum<WhenFaulty>('WhenFaulty', 'What to do when rows of a file are wrong.', {
  ABORT: 'Write nothing at all; the answer is every fault.',
  SKIP: 'Write the good rows only. A file that is wrong itself (heading, encoding, a stray quote) is refused all the same.',
});

/** As long as a request can be; the file itself is judged by its size. */
export const LONGEST_FILE = 262_144;

@InputType({ description: 'Prices of the municipality itself, from its contracts.' })
export class ImportUnitCostsInput {
  @Text(LONGEST_FILE)
  @Field({
    description:
      'The file, base64: CSV of at most 180,000 bytes with the columns key, nl, en, unit, amountCents, priceYear, validFrom, validTo, payer, source, confidence, vatIncluded and enabled. UTF-8, UTF-16 with a byte order mark, or Windows-1252; comma, semicolon or tab.',
  })
  fileBase64: string;

  @Field(() => WhenFaultyEnum, { description: 'What to do when rows are wrong.' })
  whenFaulty: WhenFaulty;
}
