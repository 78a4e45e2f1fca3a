import type { FoundDocument, PageEnd } from '#documents';
import { type CellToWrite, csvLine, writeWorkbook } from '#sheets';
import { kindShapes, type PaperworkKind } from '../domain/kinds.ts';
import type { ExportQuery } from '../http/schemas.ts';
import { wishOf } from './pages.ts';
import type { PaperworkPorts } from './ports.ts';

/** Documents read at once: memory stays flat, and a reader's connection is never held for long. */
const readAtOnce = 1_000;
/** A spreadsheet program opens a CSV file as UTF-8 only when it begins so. */
const byteOrderMark = '\ufeff';
const columnWidth = 18;

/** Everything a filter finds as a file, given out as it is read; personal data masked as on the page. */
export async function* exported(
  ports: PaperworkPorts,
  kind: PaperworkKind,
  customsCode: string,
  query: ExportQuery,
): AsyncGenerator<string | Uint8Array> {
  const rows = rowsOf(ports, kind, customsCode, query);
  if (query.format === 'xlsx') {
    const widths = [...ports.fields[kind], ...added].map(() => columnWidth);
    yield* writeWorkbook([{ name: kindShapes[kind].name[query.language], widths, frozenRows: 1, rows }]);
    return;
  }
  yield byteOrderMark;
  for await (const row of rows) yield csvLine(row, { longNumbers: true });
}

/** Columns beside the standard's: what the platform knows of a document. */
const added = [
  { zh: '收到时间', en: 'Received at' },
  { zh: '回执状态', en: 'Receipt status' },
  { zh: '已删除', en: 'Deleted' },
  { zh: '首项商品', en: 'First goods line' },
  { zh: '商品项数', en: 'Goods lines' },
] as const;

async function* rowsOf(
  ports: PaperworkPorts,
  kind: PaperworkKind,
  customsCode: string,
  query: ExportQuery,
): AsyncGenerator<string[] & CellToWrite[]> {
  const fields = ports.fields[kind];
  yield [...fields, ...added].map((field) => field[query.language]);
  const { wish } = await wishOf(ports, kind, customsCode, query);
  let after: PageEnd | undefined;
  for (;;) {
    const found = await ports.pages[kind].pageAfter(ports.database.readers, wish, after, readAtOnce);
    for (const one of found) yield cellsOf(ports, kind, one);
    if (found.length < readAtOnce) return;
    after = found.at(-1);
  }
}

function cellsOf(ports: PaperworkPorts, kind: PaperworkKind, found: FoundDocument): string[] {
  const { head, firstItem, itemCount, receivedAt, returnStatus, deleted } = found;
  const { goods } = kindShapes[kind];
  const first = goods && 'item' in goods ? firstItem?.[goods.item] : undefined;
  return [
    ...ports.fields[kind].map(({ name }) => {
      const value = head[name];
      return value === undefined ? '' : ports.masked(name, String(value));
    }),
    ...[receivedAt.toISOString(), returnStatus, deleted ? '1' : '', String(first ?? ''), String(itemCount)],
  ];
}
