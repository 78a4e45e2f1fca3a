import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Connection, Database } from '#postgres';
import type { LoadOf } from './load.ts';

/** The tables a dossier leaves rows in, with the column that tells how to cut their rows into batches. */
const importTables = [
  'orders.import_order',
  'orders.import_order_item',
  'payments.import_payment',
  'waybills.import_waybill',
  'declarations.import_list',
  'declarations.import_list_item',
  'exchange.message',
  'exchange.receipt',
  'clearance.decision',
  'quotas.movement',
  'quotas.allowance',
  'journal.entry',
] as const;

/** The same of an export. */
const exportTables = [
  'exports.export_order',
  'exports.export_order_item',
  'exports.export_waybill',
  'exports.export_list',
  'exports.export_list_item',
  'exchange.message',
  'exchange.receipt',
  'exports.decision',
  'exports.standing',
  'journal.entry',
] as const;

/**
 * The bare rate of COPY on this machine: the very rows that a run has left behind, written again into empty
 * tables of the same shape and indexes, in the same number of connections as the platform commits with, durably.
 * @param dossiers how many dossiers the rows belong to
 * @returns dossiers a second
 */
export async function copyOnly(
  database: Database,
  dossiers: number,
  perBatch: number,
  lanes: number,
  of: LoadOf = 'import',
): Promise<number> {
  const tables = of === 'export' ? exportTables : importTables;
  const chunks = new Map<string, Buffer[]>();
  const batches = Math.max(1, Math.floor(dossiers / perBatch));
  for (const table of tables) chunks.set(table, await cut(database, table, batches));
  const schema = `copy_only_${createHash('sha256').update(String(Math.random())).digest('hex').slice(0, 8)}`;
  await database.run(`create schema ${schema}`);
  for (const table of tables)
    await database.run(`create table ${schema}.${flat(table)} (like ${table} including all)`);
  const start = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    const connection = await database.connect();
    for (let batch = next++; batch < batches; batch = next++) {
      await connection.query('begin');
      for (const table of tables) {
        const rows = chunks.get(table)?.[batch];
        if (rows?.length) await write(connection, `${schema}.${flat(table)}`, rows);
      }
      await connection.query('commit');
    }
    connection.release();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (performance.now() - start) / 1000;
  await database.run(`drop schema ${schema} cascade`);
  return dossiers / seconds;
}

const flat = (table: string): string => table.replace('.', '_');

async function write(connection: Connection, table: string, rows: Buffer): Promise<void> {
  const stream = connection.raw.query(copyFrom(`copy ${table} from stdin`));
  const ended = new Promise((resolve, reject) => stream.once('finish', resolve).once('error', reject));
  stream.end(rows);
  await ended;
}

/** A table's rows as COPY text, in as many parts of about the same number of rows. */
async function cut(database: Database, table: string, parts: number): Promise<Buffer[]> {
  const connection = await database.connect();
  const received: Buffer[] = [];
  await pipeline(
    connection.raw.query(copyTo(`copy ${table} to stdout`)),
    async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) received.push(chunk);
    },
  );
  connection.release();
  const text = Buffer.concat(received);
  const lines: number[] = [0];
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) lines.push(at + 1);
  const rows = lines.length - 1;
  return Array.from({ length: parts }, (_, part) => {
    const begin = lines[Math.floor((rows * part) / parts)] ?? 0;
    const end = lines[Math.floor((rows * (part + 1)) / parts)] ?? text.length;
    return text.subarray(begin, end);
  });
}
