/** A cell could not be read: the line of the file (1 is the heading) and what is wrong there. */
export type CsvFault = { line: number; message: string };

export type CsvRow = { line: number; cells: Record<string, string> };

/** The cells of one record, and the line of the file on which it begins. */
export type CsvRecord = { line: number; cells: string[] };

/**
 * Comma separated text as RFC 4180 writes it: quoted cells may hold commas, line feeds and doubled quotes. Strict, because a price
 * list that is read generously is read wrongly: a stray quote or a missing cell is a fault, never a guess.
 */
export function parseCsv(text: string): { rows: CsvRow[]; faults: CsvFault[] } {
  const { records, brokenAt } = csvRecords(text);
  const faults: CsvFault[] =
    brokenAt === null ? [] : [{ line: brokenAt, message: 'a quote that opens or closes in the middle of a cell' }];
  const [heading, ...body] = records;
  if (!heading) return { rows: [], faults: [{ line: 1, message: 'the file is empty' }] };
  const names = heading.cells;
  if (new Set(names).size < names.length) faults.push({ line: 1, message: 'a column is named twice' });
  const rows = body.flatMap(({ line, cells }) => {
    if (cells.length === names.length) return [{ line, cells: Object.fromEntries(names.map((name, i) => [name, cells[i]!])) }];
    faults.push({ line, message: `${cells.length} cells, ${names.length} expected` });
    return [];
  });
  return { rows, faults };
}

/** Every record as far as the text can be read; `brokenAt` is the line with a stray quote, after which nothing is sure. */
export function csvRecords(text: string, delimiter: ',' | ';' | '\t' = ','): { records: CsvRecord[]; brokenAt: number | null } {
  const records: CsvRecord[] = [];
  // one cell with what ends it; a quoted cell may run over line ends
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n|$)`, 'y');
  let line = 1;
  let cells: string[] = [];
  let begin = line;
  while (cell.lastIndex < text.length || cells.length) {
    const match = cell.exec(text);
    if (!match) return { records, brokenAt: line };
    const [whole, quoted, plain, end] = match;
    cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    line += whole.split('\n').length - 1;
    if (end !== delimiter) {
      records.push({ line: begin, cells });
      cells = [];
      begin = line;
    }
  }
  return { records, brokenAt: null };
}
