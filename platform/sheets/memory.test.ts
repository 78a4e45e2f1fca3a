import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readSheet } from './read-sheet.ts';
import type { ByteSource } from './source.ts';
import { limits, sourceOf, workbookOf } from './testing/sheets.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const columns = 40;
const row = (at: number): string[] => Array.from({ length: columns }, (_, column) => `${at} 行 ${column}`);

/** A CSV file that is made while it is read, so that only its reader can hold it. */
function csvOf(rows: number): ByteSource {
  const first = Buffer.from(`${row(0).join(',')}\n`);
  return {
    size: first.length * rows,
    async *read(from, to) {
      for (let at = from; at < to; ) {
        const piece = first.subarray(at % first.length, (at % first.length) + to - at);
        at += piece.length;
        yield piece;
      }
    },
  };
}

/** Most bytes in use while the rows of a file go by, above what was in use before; and how many rows there were. */
async function peakOf(
  source: ByteSource,
  name: string,
): Promise<{ readonly bytes: number; readonly rows: number }> {
  const inUse = (): number => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = inUse();
  let bytes = 0;
  let rows = 0;
  let looked = 0;
  for await (const some of readSheet(source, name, { ...limits, mostRows: 1_000_000 })) {
    rows += some.length;
    if (rows - looked < 2_000) continue;
    looked = rows;
    bytes = Math.max(bytes, inUse() - before);
  }
  return { bytes, rows };
}

const mebibyte = 1024 * 1024;

describe('reading takes no more memory for a file that is longer', () => {
  test('as CSV: sixty thousand rows as twenty thousand', async () => {
    const short = await peakOf(csvOf(20_000), 'a.csv');
    const long = await peakOf(csvOf(60_000), 'a.csv');
    expect([short.rows, long.rows]).toEqual([20_000, 60_000]);
    expect(long.bytes - short.bytes).toBeLessThan(4 * mebibyte);
    expect(long.bytes).toBeLessThan(16 * mebibyte);
  }, 120_000);

  test('as a workbook: nine thousand rows as three thousand', async () => {
    const workbook = async (count: number): Promise<ByteSource> =>
      sourceOf(await workbookOf(Array.from({ length: count }, (_, at) => row(at))));
    const short = await peakOf(await workbook(3_000), 'a.xlsx');
    const long = await peakOf(await workbook(9_000), 'a.xlsx');
    expect([short.rows, long.rows]).toEqual([3_000, 9_000]);
    expect(long.bytes - short.bytes).toBeLessThan(4 * mebibyte);
    expect(long.bytes).toBeLessThan(16 * mebibyte);
  }, 120_000);
});
