import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cellsOf } from '../../platform/sheets/testing/sheets.ts';
import { call, type Uploader, untilState, uploadAll } from '../bulk/uploading.ts';
import { type BulkTable, csvTable, xlsxTable } from './bulk-tables.ts';
import { type CpuTimes, cpuTimes } from './cpu.ts';
import type { PlatformUnderLoad } from './platform.ts';
import { quietMedianMs } from './quiet.ts';

/** Lists sent one by one to see whether a table is in their way. */
const listsSent = 15;

/** What one file took, from its first byte sent to its last good order on file. */
export interface BulkFigures {
  readonly orders: number;
  readonly megabytes: number;
  /** Until every byte is on disk. */
  readonly uploadSeconds: number;
  /** From then until every row has been read and checked. */
  readonly readSeconds: number;
  /** From the word to hand in until all good orders are answered. */
  readonly handInSeconds: number;
  readonly errorsSeconds: number;
  /** Processor time of the server and of PostgreSQL, which other work on the machine does not lengthen. */
  readonly cpuSeconds: { readonly read: CpuTimes; readonly handedIn: CpuTimes };
  /** A list sent and decided, median: while nothing else happens, and while the table is read. */
  readonly listMs: { readonly alone: number; readonly whileRead: number };
  readonly peakServerMegabytes: number;
  /** Rows of the workbook of errors; equal to those planted, or it is a fault. */
  readonly errorRows: number;
  readonly planted: number;
}

/** Times a table of orders through a running platform. */
export async function bulkFigures(
  platform: PlatformUnderLoad,
  form: 'csv' | 'xlsx',
  orders: number,
  mark: string,
): Promise<BulkFigures> {
  const [firm] = platform.zone.platforms;
  if (!firm) throw new Error('the zone has no platform');
  const who: Uploader = { url: platform.url, key: platform.keys.get(firm.customsCode) ?? '' };
  const table: BulkTable = await (form === 'csv' ? csvTable : xlsxTable)(firm, orders, mark);
  const alone = await quietMedianMs(platform, listsSent, `${mark}A`);
  const peak = watchMemory(platform.pid);
  const used = [await cpuTimes(platform.pid, platform.database)];
  const began = performance.now();
  const fileId = await uploadAll(who, table.bytes, { name: `orders.${form}` }, 4 << 20);
  const uploaded = performance.now();
  const sending = quietMedianMs(platform, listsSent, `${mark}R`);
  const file = await untilState(who, fileId, 'read', 'unreadable');
  const read = performance.now();
  const whileRead = await sending;
  used.push(await cpuTimes(platform.pid, platform.database));
  const asked = performance.now();
  await call(who, `/files/${fileId}/hand-in`, { method: 'POST' });
  const done = await untilState(who, fileId, 'done');
  const handedIn = performance.now();
  used.push(await cpuTimes(platform.pid, platform.database));
  const errors = Buffer.from(await (await call(who, `/files/${fileId}/errors`)).arrayBuffer());
  const given = performance.now();
  const peakServerMegabytes = await peak();
  if (file.state !== 'read' || done.documents.accepted !== orders - table.planted)
    throw new Error(`not all good orders are on file: ${JSON.stringify(done)}`);
  const seconds = (from: number, to: number): number => (to - from) / 1000;
  return {
    ...{ orders, megabytes: table.bytes.length / 1024 / 1024 },
    uploadSeconds: seconds(began, uploaded),
    readSeconds: seconds(uploaded, read),
    handInSeconds: seconds(asked, handedIn),
    errorsSeconds: seconds(handedIn, given),
    cpuSeconds: { read: cpuBetween(used, 0), handedIn: cpuBetween(used, 1) },
    listMs: { alone, whileRead },
    ...{ peakServerMegabytes, errorRows: (await cellsOf(errors)).length - 1, planted: table.planted },
  };
}

function cpuBetween(used: readonly CpuTimes[], at: number): CpuTimes {
  const between = (name: keyof CpuTimes): number =>
    ((used[at + 1]?.[name] ?? 0) - (used[at]?.[name] ?? 0)) / 1e6;
  return { node: between('node'), postgres: between('postgres') };
}

/** Looks at the memory of a process ten times a second; tells the most it had, in MiB. */
function watchMemory(pid: number): () => Promise<number> {
  let most = 0;
  let watching = true;
  const watched = (async () => {
    while (watching) {
      most = Math.max(most, residentBytes(pid));
      await sleep(100);
    }
  })();
  return async () => {
    watching = false;
    await watched;
    return most / 1024 / 1024;
  };
}

/** Memory a process has in RAM at present, as Linux tells it; 0 elsewhere. */
function residentBytes(pid: number): number {
  try {
    const [, kilobytes = '0'] =
      /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
