import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from './csv-write.ts';
import { cellsOf, faultOf, rowsOf } from './testing/sheets.ts';

describe('a CSV file is read', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a separator it names', 'sep=|\r\na|b\r\n1|2'],
    ['line ends of three kinds', 'a,b\r1,2\r\n'],
    ['no line end at its end', 'a,b\n1,2'],
    ['a mark of UTF-8', '\ufeffa,b\n1,2\n'],
    ['empty rows', '\n\na,b\n,\n1,2\n\n'],
  ])('with %s', async (_what, text) => {
    expect(await cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('with quotes around separators, line ends and quotes, counting rows as a spreadsheet program does', async () => {
    expect(await rowsOf('a,b\n"x,\n""y"""z,"2"\n3,4')).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['x,\n"y"z', '2'] },
      { number: 3, cells: ['3', '4'] },
    ]);
  });

  test.each([
    ['GB18030', Buffer.from('d0d5c3fb2cb5d8d6b70ac0eecbc42cc0a5c3f70a', 'hex')],
    ['UTF-16 with a mark', Buffer.from('\ufeff姓名\t地址\n李四\t昆明\n', 'utf16le')],
  ])('in %s', async (_encoding, bytes) => {
    expect(await cellsOf(bytes, 'a.csv', { pieceBytes: 3 })).toEqual([
      ['姓名', '地址'],
      ['李四', '昆明'],
    ]);
  });

  test('the same whatever the pieces it comes in, and written again it is the same table', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '茶', '"', ',', ';', '\n', '\r', '=', '-', '7', ' '),
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, pieceBytes) => {
          const text = ['h,h,h\r\n', ...rows.map((row) => csvLine(row))].join('');
          const filled = rows.filter((row) => row.some((one) => one.trim() !== ''));
          expect(await cellsOf(text, 'a.csv', { pieceBytes })).toEqual([['h', 'h', 'h'], ...filled]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a CSV file that is no table ends with a finding', () => {
  test.each([
    ['an empty one', '', 'SHEET-EMPTY'],
    ['one of blanks', ' , \n\n', 'SHEET-EMPTY'],
    ['a quote left open', 'a,b\n1,"2\n3,4\n', 'SHEET-QUOTE line 2'],
    ['a quote left open in a long file', `a,b\n1,2\n3,"${'x,y\n'.repeat(400_000)}`, 'SHEET-QUOTE line 3'],
    ['a million columns', `${'a,'.repeat(1_000_000)}\n`, 'SHEET-COLUMNS line 1'],
    ['a cell of a hundred thousand letters', `a\n${'x'.repeat(100_000)}\n`, 'SHEET-CELL line 2'],
    ['a line without end', `a\n${'x'.repeat(2_000_000)}`, 'SHEET-CELL line 2'],
    ['NUL in it', 'a,b\n1,\u0000\n', 'SHEET-NUL line 2'],
    ['too many rows', 'a\n'.repeat(100_001), 'SHEET-ROWS'],
  ])('%s', async (_what, text, fault) => {
    expect(await faultOf(text)).toBe(fault);
  });

  test('one that is partly UTF-8 and partly GB18030, naming the line', async () => {
    const mixed = Buffer.concat([
      Buffer.from('名称,数量\n普洱茶古树,1\n'),
      Buffer.from('c6d5b6fdb2e82c320a', 'hex'),
    ]);
    expect(await faultOf(mixed, 'a.csv')).toBe('SHEET-ENCODING line 3');
  });

  test.each([
    ['bytes that are no text', Buffer.from('612c620aff80ff0a', 'hex'), 'a.csv', 'SHEET-ENCODING line 2'],
    [
      'a character cut off at the end',
      Buffer.from('e88ce88c', 'hex').subarray(0, 3),
      'a.csv',
      'SHEET-ENCODING line 1',
    ],
    ['a CSV named .xlsx', Buffer.from('a,b\n1,2\n'), 'a.xlsx', 'SHEET-EXTENSION'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'a.xls', 'SHEET-LOCKED'],
    ['a workbook with macros', Buffer.from('PK\u0003\u0004'), 'a.xlsm', 'SHEET-MACROS'],
    ['a binary workbook', Buffer.from('PK\u0003\u0004'), 'a.xlsb', 'SHEET-BINARY'],
  ])('%s', async (_what, bytes, name, fault) => {
    expect(await faultOf(bytes, name)).toBe(fault);
  });
});

test('what would begin a formula is written so that it does not, and long numbers so that they keep their digits', () => {
  expect(
    csvLine(['=1+1', '+86 1', '-5', '@a', '\tb', '-', '530102199001011234', 'a'], { longNumbers: true }),
  ).toBe(`'=1+1,'+86 1,-5,'@a,"'\tb",'-,"\t530102199001011234",a\r\n`);
});
