import { createHash } from 'node:crypto';
import { Problem } from '#http';
import { record } from '#journal';
import type { Client, Queryable } from '#postgres';
import { type ParameterTable, parameterOn } from '#tax';
import { dayAfter, monthsAfter, type Span, spanOf } from '../domain/periods.ts';
import {
  addFile,
  type ExportRow,
  type FileKind,
  type FileName,
  fileOf,
  fileRows,
  filesPage,
  keepFileLines,
  latestFile,
  lockPeriod,
  type Taking,
  type TaxFile,
  takingsOf,
} from '../storage/files.ts';
import { sellerIncomes } from '../storage/incomes.ts';
import type { RefundPorts } from './ports.ts';

export type { FileName, TaxFile };

/** Rows read at once: memory stays flat however long a file is. */
const readAtOnce = 5_000;

const before = { exporter: '', invtNo: '', gnum: 0 } as const;

/** Rows of a file of exports, read as they are asked for. */
export async function* rowsOfExports(client: Queryable, name: FileName): AsyncGenerator<ExportRow> {
  for (let after: Pick<ExportRow, 'exporter' | 'invtNo' | 'gnum'> = before; ; ) {
    const rows = await fileRows(client, name, after, readAtOnce);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < readAtOnce) return;
    after = last;
  }
}

/** A row of a file as its digest takes it. */
export const rowText = (row: object): string => `${JSON.stringify(row)}\n`;

/** When a file is due; the rules of its last day say so. */
function dueOf(parameters: ParameterTable, kind: FileKind, span: Span): string {
  const figure = (key: string): number => Number(parameterOn(parameters, key, span.to)?.value ?? Number.NaN);
  const due = {
    exports: () => dayAfter(span, figure('export.tax_file_due_day')),
    principals: () => dayAfter(span, figure('cit.prepayment_due_day')),
    sellers: () => monthsAfter(span, figure('platform.income_report_months')),
  }[kind]();
  return due;
}

const noFile = ({ kind, period, edition }: FileName): Problem =>
  new Problem(404, 'BUREAU-FILE-NOT-FOUND', {
    zh: `没有报税文件 ${kind} ${period} 第${edition}版`,
    en: `There is no file ${kind} of ${period}, edition ${edition}`,
  });

/** Files are of months or of quarters; those begin before any is made. @throws Problem 422 */
function checkPeriod(ports: RefundPorts, kind: FileKind, period: string): Span {
  const monthly = period.includes('-');
  if (monthly !== (kind === 'exports'))
    throw new Problem(422, 'BUREAU-FILE-PERIOD', {
      zh: '出口清册按月，委托方与平台内经营者收入按季',
      en: 'The file of exports is of a month, those of principals and of sellers are of a quarter',
    });
  const span = spanOf(period);
  const known = span.from <= ports.today() && !Number.isNaN(Date.parse(dueText(ports, kind, span)));
  if (!known)
    throw new Problem(422, 'BUREAU-FILE-PERIOD', {
      zh: '该期尚未开始，或当时无此报送义务',
      en: 'The period has not begun, or nothing had to be reported then',
    });
  return span;
}

function dueText(ports: RefundPorts, kind: FileKind, span: Span): string {
  try {
    return dueOf(ports.parameters, kind, span);
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

interface Made {
  readonly rows: number;
  readonly sha256: string;
  readonly content: string | null;
}

/**
 * Makes the file of a period for the tax bureau. Where nothing has changed since the edition before, that one is given: the
 * same data make the same file, to the byte.
 * @throws Problem 422 where the period is none of its kind
 */
export async function makeFile(
  ports: RefundPorts,
  by: string,
  kind: FileKind,
  period: string,
): Promise<TaxFile> {
  const span = checkPeriod(ports, kind, period);
  const at = ports.now();
  const complete = ports.today() > span.to;
  let same: TaxFile | undefined;
  const made = await ports.database
    .transaction(async (client) => {
      await lockPeriod(client, kind, period);
      const latest = await latestFile(client, kind, period);
      const name = { kind, period, edition: (latest?.edition ?? 0) + 1 };
      const content =
        kind === 'exports'
          ? await makeExports(ports, client, name, span)
          : await makeSums(ports, client, kind, span);
      if (latest?.sha256 === content.sha256 && latest.complete === complete) {
        same = latest;
        throw unchanged;
      }
      const file = { ...name, ...content, dueOn: dueOf(ports.parameters, kind, span), complete, madeAt: at };
      await addFile(client, { ...file, by });
      const subject = `${kind}/${period}/${name.edition}`;
      await record(client, [
        { at, kind: 'tax-file-made', subject, body: { ...name, sha256: file.sha256, by } },
      ]);
      return file;
    })
    .catch((error: unknown) => {
      if (error === unchanged && same) return same;
      throw error;
    });
  const { dueOn, rows, sha256, madeAt, edition } = made;
  return { kind, period, edition, dueOn, complete: made.complete, rows, sha256, madeAt };
}

/** Undoes what was kept for an edition that says nothing new. */
const unchanged = new Error('the file is as it was');

async function makeExports(ports: RefundPorts, client: Client, name: FileName, span: Span): Promise<Made> {
  const principals = await ports.realPrincipals(client, span);
  await keepFileLines(client, name, { today: ports.today(), month: span.from, principals });
  const hash = createHash('sha256');
  let rows = 0;
  for await (const row of rowsOfExports(client, name)) {
    hash.update(rowText(row));
    rows += 1;
  }
  return { rows, sha256: hash.digest('hex'), content: null };
}

async function makeSums(
  ports: RefundPorts,
  client: Client,
  kind: Exclude<FileKind, 'exports'>,
  span: Span,
): Promise<Made> {
  const rows =
    kind === 'principals' ? await ports.principalSums(client, span) : await sellersOf(ports, client, span);
  const content = rows.map(rowText).join('');
  return { rows: rows.length, sha256: createHash('sha256').update(content).digest('hex'), content };
}

/** Who sold what on which platform, with who they are. */
async function sellersOf(ports: RefundPorts, client: Client, span: Span): Promise<object[]> {
  const incomes = await sellerIncomes(client, span);
  const firms = await ports.firms(new Set(incomes.flatMap(({ platform, seller }) => [platform, seller])));
  return incomes.map(({ platform, seller, currency, orders, income }) => ({
    ...{ platform, platformName: firms.get(platform)?.name ?? '', seller },
    ...{ sellerName: firms.get(seller)?.name ?? '', sellerUscc: firms.get(seller)?.uscc ?? '' },
    ...{ orders, income, currency },
  }));
}

/** A file with who took it. @throws Problem 404 */
export async function fileFor(
  ports: RefundPorts,
  name: FileName,
): Promise<TaxFile & { readonly takings: readonly Taking[] }> {
  const found = await fileOf(ports.database.readers, name);
  if (!found) throw noFile(name);
  return { ...found, takings: await takingsOf(ports.database.readers, name) };
}

export const filesBefore = (
  ports: RefundPorts,
  wish: Parameters<typeof filesPage>[1],
  limit: number,
): Promise<TaxFile[]> => filesPage(ports.database.readers, wish, limit);
