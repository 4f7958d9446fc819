import fc from 'fast-check';
import { parseCsv } from './csv.rules';

describe('comma separated text', () => {
  test('is read cell by cell, with quotes, commas, doubled quotes and line feeds inside quotes', () => {
    const text = 'key,nl,en\nA,"huur, kaal","the ""bare"" rent"\nB,"over\ntwee regels",\n';
    expect(parseCsv(text)).toEqual({
      rows: [
        { line: 2, cells: { key: 'A', nl: 'huur, kaal', en: 'the "bare" rent' } },
        { line: 3, cells: { key: 'B', nl: 'over\ntwee regels', en: '' } },
      ],
      faults: [],
    });
  });

  test('may end with or without a line end, of either kind', () => {
    for (const text of ['a,b\n1,', 'a,b\n1,\n', 'a,b\r\n1,\r\n'])
      expect(parseCsv(text).rows).toEqual([{ line: 2, cells: { a: '1', b: '' } }]);
  });

  test('with faults says every line that is wrong, and reads on where it can', () => {
    expect(parseCsv('a,b\n1\n"x\ny",2\n1,2,3\n').faults).toEqual([
      { line: 2, message: '1 cells, 2 expected' },
      { line: 5, message: '3 cells, 2 expected' },
    ]);
  });

  test.each([
    ['a quote that is never closed', 'a,b\n1,"2\n', 2],
    ['a quote in the middle of a cell', 'a,b\n1,2"3"\n', 2],
    ['text after a closing quote', 'a,b\n"1"x,2\n', 2],
    ['a column named twice', 'a,a\n1,2\n', 1],
    ['nothing at all', '', 1],
  ])('%s is a fault', (_, text, line) => {
    expect(parseCsv(text).faults).toMatchObject([{ line }]);
  });

  test('gives back what was written, whatever is in the cells', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\n', '\r\n', '""', 'a"b'));
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const text = ['a,b', ...rows.map((row) => row.map(quote).join(','))].join('\n');
        const read = parseCsv(text);
        expect(read.faults).toEqual([]);
        expect(read.rows.map(({ cells }) => [cells.a, cells.b])).toEqual(rows);
      }),
    );
  });
});
