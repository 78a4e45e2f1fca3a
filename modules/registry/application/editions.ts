import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { Problem } from '#http';
import { record } from '#journal';
import { chinaDay, type Day, isDay } from '#kernel';
import type { Database, Queryable } from '#postgres';
import { differenceOf, type TableDifference, type TableRow, withEdition } from '../domain/editions.ts';
import {
  addEdition,
  decideEdition,
  type Edition,
  findEdition,
  listEditions,
  lockEditions,
  type WholeEdition,
} from '../storage/editions.ts';

export type { Edition, Overlay } from '../storage/editions.ts';

/** What editions need from outside. */
export interface EditionPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** The tables rules are read from, as they are with all approved editions. */
  readonly tables: {
    readonly names: readonly string[];
    /** Brings them up to the editions approved last, on this server or another. */
    refresh(): Promise<void>;
    rows(table: string): readonly TableRow[];
    /** Reads rows as they are read for judgement. @throws RangeError naming what cannot be read */
    read(table: string, rows: readonly TableRow[]): void;
  };
}

/** A new edition as it is handed in. */
export interface EditionWish {
  readonly table: string;
  readonly from: Day;
  readonly source: string;
  readonly note: string;
  /** CSV with the table's own columns. */
  readonly text: string;
}

const refused = (code: string, zh: string, en: string, status = 422): Problem =>
  new Problem(status, code, { zh, en });

const unreadable = (reason: string): Problem =>
  refused(
    'EDITION-UNREADABLE',
    `文件不能作为此表的新版：${reason}`,
    `The file is no edition of this table: ${reason}`,
  );

/** The rows of a new edition; a row without a source has that of the edition. @throws Problem 422 */
function readEdition({ table, text, source, from }: EditionWish, ports: EditionPorts): TableRow[] {
  if (!ports.tables.names.includes(table))
    throw refused('EDITION-TABLE', `没有“${table}”这张表`, `There is no table "${table}"`, 404);
  if (!isDay(from)) throw unreadable(`"${from}" is not a day YYYY-MM-DD`);
  const present = ports.tables.rows(table);
  let rows: TableRow[];
  try {
    rows = parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true });
  } catch (fault) {
    throw unreadable(fault instanceof Error ? fault.message : String(fault));
  }
  const columns = Object.keys(present[0] ?? {});
  const given = Object.keys(rows[0] ?? {});
  const missing = columns.filter((column) => !given.includes(column));
  if (rows.length === 0 || missing.length > 0)
    throw unreadable(rows.length === 0 ? 'no rows' : `columns are missing: ${missing.join(', ')}`);
  const kept = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column, row[column] || (column === 'source' ? source : '')])),
  );
  try {
    ports.tables.read(table, withEdition(present, kept, from));
  } catch (fault) {
    if (fault instanceof RangeError) throw unreadable(fault.message);
    throw fault;
  }
  return kept;
}

/** One day has one law: an edition begins on a day that has not begun. @throws Problem 409 */
function mustLieAhead(from: Day, now: Date): void {
  if (from > chinaDay(now.getTime())) return;
  throw refused(
    'EDITION-DAY',
    `生效日须在今天之后：${from} 的清单可能已按现行表判定`,
    `It must begin on a coming day: lists of ${from} may have been judged by the table in force`,
    409,
  );
}

/** An edition with what it changes. */
export interface EditionView {
  readonly edition: Edition;
  readonly difference: TableDifference;
}

/** Proposes a new edition of a table: read, compared and kept, in force only once another person approves it. */
export async function proposeEdition(
  ports: EditionPorts,
  who: string,
  wish: EditionWish,
): Promise<EditionView> {
  await ports.tables.refresh();
  const rows = readEdition(wish, ports);
  mustLieAhead(wish.from, ports.now());
  const difference = differenceOf(ports.tables.rows(wish.table), rows, wish.from);
  if (difference.added.length + difference.ended.length + difference.changed.length === 0)
    throw refused('EDITION-SAME', '与现行表没有差别', 'It does not differ from the table in force', 409);
  const { table, from, source, note } = wish;
  const edition = {
    table,
    editionId: randomUUID(),
    from,
    source,
    note,
    proposedBy: who,
    proposedAt: ports.now(),
  };
  await addEdition(ports.database, edition, rows);
  return { edition: { ...edition, state: 'proposed' }, difference };
}

/** Editions, the newest first. */
export const editionsOf = (client: Queryable, table: string | undefined): Promise<Edition[]> =>
  listEditions(client, table);

/** An edition and what it changes, or changed when it was approved. @throws Problem 404 */
export async function editionSeen(
  { tables }: EditionPorts,
  client: Queryable,
  editionId: string,
): Promise<EditionView> {
  const whole = (await findEdition(client, editionId)) ?? notFound(editionId);
  const { rows, difference, ...edition } = whole;
  return { edition, difference: difference ?? differenceOf(tables.rows(edition.table), rows, edition.from) };
}

function notFound(editionId: string): never {
  throw refused('EDITION-NOT-FOUND', `没有此版本 ${editionId}`, `There is no edition ${editionId}`, 404);
}

/** What is decided of an edition: withdrawn by who proposed it, approved or returned by another. */
export type EditionDeed = 'approve' | 'return' | 'withdraw';
const stateAfter = { approve: 'approved', return: 'returned', withdraw: 'withdrawn' } as const;

/**
 * Decides on a proposed edition. Approved, it is in force from its day on every server within seconds.
 * @throws Problem 404, 409 where it is decided already, begins too early, or four eyes are not kept
 */
export async function stepEdition(
  ports: EditionPorts,
  who: string,
  editionId: string,
  deed: EditionDeed,
  reasons?: string,
): Promise<void> {
  await ports.database.transaction(async (client) => {
    await lockEditions(client);
    // Whatever was approved before has committed, now that the lock is held.
    await ports.tables.refresh();
    const edition = (await findEdition(client, editionId, true)) ?? notFound(editionId);
    mustBeOpenTo(edition, who, deed);
    const at = ports.now();
    const difference = deed === 'approve' ? approvedDifference(ports, edition, at) : undefined;
    await decideEdition(client, editionId, { state: stateAfter[deed], by: who, at, reasons, difference });
    const { table, from, source } = edition;
    const body = { table, editionId, from, source, by: who, proposedBy: edition.proposedBy };
    await record(client, [{ at, kind: `table-edition-${stateAfter[deed]}`, subject: table, body }]);
  });
  await ports.tables.refresh();
}

function mustBeOpenTo({ state, proposedBy }: Edition, who: string, deed: EditionDeed): void {
  if (state !== 'proposed')
    throw refused('EDITION-STATE', `此版本已为“${state}”`, `The edition is ${state} already`, 409);
  if ((deed === 'withdraw') !== (proposedBy === who))
    throw refused(
      'EDITION-FOUR-EYES',
      '批准或退回须由另一人办理，撤回由提交人办理',
      'Another person approves or returns it; who proposed it may withdraw it',
      409,
    );
}

/** What an edition changes as things stand when it is approved; it may have been proposed before another one. */
function approvedDifference(ports: EditionPorts, edition: WholeEdition, at: Date): TableDifference {
  const { table, rows, from } = edition;
  mustLieAhead(from, at);
  const present = ports.tables.rows(table);
  try {
    ports.tables.read(table, withEdition(present, rows, from));
  } catch (fault) {
    if (fault instanceof RangeError) throw unreadable(fault.message);
    throw fault;
  }
  return differenceOf(present, rows, from);
}
