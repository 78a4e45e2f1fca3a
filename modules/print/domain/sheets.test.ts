import { expect, test } from 'vitest';
import { released } from '../testing/released.ts';
import type { PrintedList } from './printed-list.ts';
import { cannotPrint } from './sheets.ts';

const waiting: PrintedList = {
  list: { ...released.list, state: 'waiting', statusCode: '2' },
  papers: released.papers,
};

test('a released list prints as all sheets; one that waits only as the list it is', () => {
  expect((['list', 'tax', 'release'] as const).map((kind) => cannotPrint(kind, released))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect((['list', 'tax', 'release'] as const).map((kind) => cannotPrint(kind, waiting))).toEqual([
    undefined,
    'PRINT-NO-TAX',
    'PRINT-NOT-RELEASED',
  ]);
});
