import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, describeEnum, RowClass } from '@doorbraak/access';
import { REFUSALS } from '@doorbraak/kernel';
import { UnitCostType } from './cost.reference.resolver';
import type { Delimiter, Encoding, OwnPrice, PriceChange, PriceFault } from './price-file.rules';

export const FileEncodingEnum = describeEnum<Encoding>('FileEncoding', 'How the characters of a file are written.', {
  UTF_8: 'UTF-8, with or without byte order mark.',
  UTF_16_LE: 'UTF-16, little end first, by its byte order mark.',
  UTF_16_BE: 'UTF-16, big end first, by its byte order mark.',
  WINDOWS_1252: 'Windows-1252: a guess, because it is no UTF-8. Look at the accents in the preview.',
});

export const FileDelimiterEnum = describeEnum<Delimiter>(
  'FileDelimiter',
  'What stands between cells; guessed from the heading.',
  {
    COMMA: 'A comma.',
    SEMICOLON: 'A semicolon.',
    TAB: 'A tab.',
  },
);

export const PriceChangeEnum = describeEnum<PriceChange['change']>('PriceChange', 'What a row of a file would do.', {
  NEW: 'A price that was not there.',
  REPLACES: 'Another text of a price with the same key and first day; what it said before is kept, and lines keep their price.',
  SAME: 'It is there already, word for word; nothing is written.',
  FAULTY: 'It cannot be written; see the faults of its line.',
});

@RowClass(DataClass.K0)
@ObjectType({ description: 'Something that is wrong in a file.' })
export class UnitCostFault {
  @Data(DataClass.K0)
  @Field(() => Int, { description: 'Line of the file; 1 is the heading, also for what is wrong with the file as a whole.' })
  line: number;

  @Data(DataClass.K0)
  @Field(() => String, { nullable: true, description: 'Column, as the heading names it; null = the whole line.' })
  column: string | null;

  @Data(DataClass.K0)
  @Field({ description: 'Stable code, from the one list of the product.' })
  code: string;

  @Data(DataClass.K0)
  @Field({ description: 'What is wrong and what to do, in plain Dutch.' })
  nl: string;

  @Data(DataClass.K0)
  @Field({ description: 'The same in English.' })
  en: string;

  static of({ line, column, code }: PriceFault): UnitCostFault {
    return Object.assign(new UnitCostFault(), { line, column, code, ...REFUSALS[code] });
  }
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'What one row of a file would do.' })
export class UnitCostPreviewRow {
  @Data(DataClass.K0)
  @Field(() => Int, { description: 'Line of the file.' })
  line: number;

  @Data(DataClass.K0)
  @Field(() => ID, { description: 'Key of the price, as the file has it; empty when it cannot be read.' })
  key: string;

  @Data(DataClass.K0)
  @Field(() => PriceChangeEnum, { description: 'What it would do.' })
  change: PriceChange['change'];

  @Data(DataClass.K0)
  @Field(() => UnitCostType, { nullable: true, description: 'The own price whose place it takes; null = none.' })
  before: OwnPrice | null;

  @Data(DataClass.K0)
  @Field(() => UnitCostType, { nullable: true, description: 'The price as it was read; null = it is faulty.' })
  after: OwnPrice | null;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'What a file with prices would do. Nothing was written.' })
export class UnitCostPreview {
  @Data(DataClass.K0)
  @Field(() => FileDelimiterEnum, { nullable: true, description: 'What stands between cells; null = the file cannot be read.' })
  delimiter: Delimiter | null;

  @Data(DataClass.K0)
  @Field(() => FileEncodingEnum, { nullable: true, description: 'How its characters are written; null = it cannot be read.' })
  encoding: Encoding | null;

  @Data(DataClass.K0)
  @Field(() => [UnitCostPreviewRow], { description: 'Every row, in order of the file; none when the heading is wrong.' })
  rows: UnitCostPreviewRow[];

  @Data(DataClass.K0)
  @Field(() => [UnitCostFault], {
    description:
      'Everything that is wrong, in order of line. Of the file: FILE_UNREADABLE, FILE_EMPTY, FILE_TOO_LARGE, CSV_MALFORMED, HEADER_UNKNOWN, HEADER_DUPLICATE, COLUMN_MISSING, LIST_FULL. Of a row: CELLS_DIFFER, REQUIRED, TOO_LONG, CHAR_NOT_ALLOWED, FORMULA_REFUSED, PRICE_KEY_INVALID, PRICE_FIXED, AMOUNT_NEGATIVE, AMOUNT_PRECISION, AMOUNT_RANGE, YEAR_INVALID, DATE_INVALID, RANGE_INVERTED, PAYER_UNKNOWN, PAYER_DIFFERS_FROM_PRICE, UNIT_DIFFERS_FROM_PRICE, VALUE_NOT_IN_LIST, CONFIDENCE_TOO_LOW, ROW_TWICE, PRICE_OVERLAPS.',
  })
  faults: UnitCostFault[];

  @Data(DataClass.K0)
  @Field(() => Boolean, { description: 'Nothing is wrong: an import with ABORT would be done.' })
  ok: boolean;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'A file with prices was read in.' })
export class UnitCostImport {
  @Data(DataClass.K0)
  @Field(() => Int, { description: 'How many prices it wrote; what was there already is not written again.' })
  written: number;

  @Data(DataClass.K0)
  @Field(() => [UnitCostType], { description: 'All prices of the municipality as they are known now.' })
  prices: OwnPrice[];

  @Data(DataClass.K0)
  @Field(() => [UnitCostFault], { description: 'What was wrong with the rows that were skipped.' })
  faults: UnitCostFault[];
}
