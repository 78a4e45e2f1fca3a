import type { Bilingual } from '#kernel';
import type { Piece, Row, Table, Text } from './piece.ts';
import type { Seal } from './printed-list.ts';

/** A text in both languages, Chinese first and larger. */
const both = (zh: string, en: string): Text => ({
  text: [{ text: zh }, { text: `  ${en}`, style: 'label' }],
});

/** What a paper begins with: its name, the bar code of its number, and where to check it. */
export function beginning(name: Bilingual, number: { label: Bilingual; value: string }, seal: Seal): Piece[] {
  return [
    {
      columns: [
        {
          width: '*',
          text: [
            { text: `${name.zh}\n`, style: 'title' },
            { text: `${name.en}\n`, style: 'subtitle' },
            { text: '\n', style: 'small' },
            { text: `${number.label.zh} ${number.label.en}  `, style: 'label' },
            { text: number.value, style: 'strong' },
          ],
        },
        {
          width: 70,
          stack: [
            { code: 'square', value: seal.address, width: 70 },
            { text: '扫码核验 Check', style: 'small', alignment: 'center', link: seal.address },
          ],
        },
      ],
      margin: [0, 0, 0, 4],
    },
    { code: 'bar', value: number.value, width: 220, margin: [0, 0, 0, 8] },
  ];
}

/** Label and value, two pairs a line. */
export function facts(pairs: readonly (readonly [Bilingual, string])[]): Table {
  const cells = pairs.flatMap(([label, value]): Text[] => [
    {
      text: [
        { text: `${label.zh}\n`, style: 'label' },
        { text: label.en, style: 'small' },
      ],
    },
    { text: value, style: 'value' },
  ]);
  const body: Text[][] = [];
  for (let place = 0; place < cells.length; place += 4)
    body.push([...cells.slice(place, place + 4), ...blanks(4 - cells.slice(place, place + 4).length)]);
  return { table: { headerRows: 0, widths: [84, '*', 84, '*'], body }, layout: 'facts' };
}

const blanks = (count: number): Text[] => Array.from({ length: count }, () => ({ text: '' }));

export interface Column {
  readonly zh: string;
  readonly en: string;
  readonly width: number | '*' | 'auto';
  readonly number?: boolean;
}

/** A table with its head on every page; `foot` is its last row, in strong letters. */
export function ruled(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  foot?: readonly string[],
): Table {
  const head = columns.map(
    ({ zh, en, number }): Text => ({
      text: [
        { text: `${zh}\n`, style: 'strong' },
        { text: en, style: 'small' },
      ],
      ...(number ? { alignment: 'right' } : {}),
    }),
  );
  const line = (cells: readonly string[], strong: boolean): Text[] =>
    cells.map((text, place) => {
      const number = columns[place]?.number === true;
      return {
        text,
        style: strong ? 'strong' : number ? 'number' : 'value',
        ...(number ? { alignment: 'right' } : {}),
      };
    });
  return {
    table: {
      headerRows: 1,
      widths: columns.map(({ width }) => width),
      body: [head, ...rows.map((cells) => line(cells, false)), ...(foot ? [line(foot, true)] : [])],
      dontBreakRows: true,
    },
    layout: 'ruled',
  };
}

export const heading = (zh: string, en: string): Text => ({
  ...both(zh, en),
  style: 'heading',
  margin: [0, 10, 0, 4],
});

export const note = (zh: string, en: string): Text => ({
  text: [{ text: `${zh}\n` }, { text: en, style: 'small' }],
  style: 'label',
  margin: [0, 8, 0, 0],
});

/** Where and by what one may sign and stamp. */
export const signing = (...places: readonly Bilingual[]): Row => ({
  columns: places.map(({ zh, en }) => ({ width: '*', ...both(zh, en) })),
  margin: [0, 26, 0, 0],
});
