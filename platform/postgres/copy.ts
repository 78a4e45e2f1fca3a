import type pg from 'pg';
import { type CopyStreamQuery, from } from 'pg-copy-streams';
import { CopyText, type CopyValue } from './copy-text.ts';

/**
 * Appends rows by `COPY … FROM STDIN`, the fastest way in: all rows or none. One COPY at a time on a
 * connection; await it before the next query.
 *
 * `table` and `columns` are written into the statement as they are: only names from the program's own
 * text, never input. Returns the number of rows; throws PostgreSQL's error (with `code`) if it refuses.
 */
export async function copyInto(
  connection: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: CopyText | Iterable<readonly CopyValue[]>,
): Promise<number> {
  const chunks = rows instanceof CopyText ? rows.take() : textOf(rows).take();
  if (chunks.length === 0) return 0;
  const stream = connection.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
  await sent(stream, chunks);
  return stream.rowCount;
}

function textOf(rows: Iterable<readonly CopyValue[]>): CopyText {
  const text = new CopyText();
  for (const row of rows) text.row(row);
  return text;
}

/**
 * Sends the chunks one after another. When PostgreSQL refuses a row the stream loses its connection, and a
 * chunk written after that would throw outside any promise; so nothing is handed over ahead of time.
 */
function sent(stream: CopyStreamQuery, chunks: readonly Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let next = 0;
    let refused = false;
    stream.once('error', (fault) => {
      refused = true;
      reject(fault);
    });
    stream.once('finish', resolve);
    const sendNext = (): void => {
      if (refused) return;
      const chunk = chunks[next];
      next += 1;
      if (chunk === undefined) stream.end();
      else stream.write(chunk, sendNext);
    };
    sendNext();
  });
}
