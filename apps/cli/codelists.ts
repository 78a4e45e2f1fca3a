import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OperatorError } from '#postgres';
import { type Ask, asking } from './asking.ts';
import { aligned } from './columns.ts';
import { Misuse } from './misuse.ts';
import { platformOf } from './platform-client.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const sayRows = (rows: readonly (readonly string[])[]): void => {
  for (const line of aligned(rows)) say(line);
};

interface Call {
  readonly ask: Ask;
  readonly subject: string;
  readonly rest: readonly string[];
  readonly json: boolean;
  readonly given: Readonly<Record<'day' | 'from' | 'source' | 'note' | 'reason', string>>;
}

type Row = Readonly<Record<string, string>>;

/** What of an edition is shown here. */
interface TableEdition {
  readonly editionId: string;
  readonly table: string;
  readonly state: string;
  readonly from: string;
  readonly source: string;
}

interface TableEditionView extends TableEdition {
  readonly added: readonly Row[];
  readonly ended: readonly Row[];
  readonly changed: readonly { readonly before: Row; readonly after: Row }[];
}

/** `codelists VERB …`: code lists, and new editions of them and of the tariff, as on the pages of the portal. */
export async function codelistsCommand(args: readonly string[]): Promise<number> {
  const text = { type: 'string', default: '' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ url: { type: 'string' }, key: { type: 'string' } },
      ...{ day: text, from: text, source: text, note: text, reason: text },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb = '', subject = '', ...rest] = positionals;
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run || (subject === '' && verb !== 'list' && verb !== 'editions')) throw usage();
  const ask = asking(await platformOf(values), undefined);
  return run({ ask, subject, rest, json: values.json, given: values });
}

const usage = (): Misuse =>
  new Misuse({
    zh: '用法：codelists list | show 代码表 [--day 日期] [词…] | editions [表] | import 表 文件.csv --from 日期 --source 来源 [--note 说明] | diff|approve|withdraw 版本 | return 版本 --reason 理由',
    en: 'Usage: codelists list | show LIST [--day DAY] [WORDS…] | editions [TABLE] | import TABLE FILE.csv --from DAY --source TEXT [--note TEXT] | diff|approve|withdraw EDITION | return EDITION --reason TEXT',
  });

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  list: async ({ ask, json }) => {
    const { lists } = await ask<{ lists: { list: string; entries: number }[] }>('/api/registry/code-lists');
    if (json) for (const each of lists) say(JSON.stringify(each));
    else sayRows(lists.map(({ list, entries }) => [list, String(entries)]));
    return 0;
  },
  show: async ({ ask, subject, rest, json, given: { day } }) => {
    const path = `/api/registry/code-lists/${encodeURIComponent(subject)}${day ? `?day=${day}` : ''}`;
    const { entries } = await ask<{ entries: Row[] }>(path);
    const words = rest.map((word) => word.toLowerCase());
    const found = entries.filter(({ code = '', zh = '', en = '' }) =>
      words.every((word) => `${code} ${zh} ${en}`.toLowerCase().includes(word)),
    );
    if (json) for (const each of found) say(JSON.stringify(each));
    else
      sayRows(
        found.map(({ code = '', zh = '', en = '', from = '', to = '', confidence = '' }) => [
          ...[code, zh, en, from || to ? `${from}…${to}` : '', confidence],
        ]),
      );
    return found.length > 0 ? 0 : 1;
  },
  editions: async ({ ask, subject, json }) => {
    const query = subject ? `?table=${encodeURIComponent(subject)}` : '';
    const page = await ask<{ editions: TableEdition[]; tables: string[] }>(`/api/registry/editions${query}`);
    if (json) for (const each of page.editions) say(JSON.stringify(each));
    else if (page.editions.length === 0)
      say(`还没有新版；可更新的表：\nNo edition yet; tables that may have one:\n${page.tables.join(' ')}`);
    else
      sayRows(
        page.editions.map(({ editionId, table, state, from, source }) => [
          editionId,
          table,
          state,
          from,
          source,
        ]),
      );
    return 0;
  },
  import: async ({ ask, subject, rest, json, given: { from, source, note } }) => {
    const [file] = rest;
    if (!file || !from || !source) throw usage();
    const text = await readFile(file, 'utf8').catch((fault: unknown) => {
      throw new OperatorError({ zh: `无法读取 ${file}`, en: `${file} cannot be read` }, fault);
    });
    const query = new URLSearchParams({ table: subject, from, source, ...(note ? { note } : {}) });
    const proposed = await ask<TableEditionView>(`/api/registry/editions?${query}`, 'POST', text);
    showEdition(proposed, json);
    if (!json)
      say(`由另一人批准 · another person approves it: chama codelists approve ${proposed.editionId}`);
    return 0;
  },
  diff: async ({ ask, subject, json }) => showEdition(await ask<TableEditionView>(edition(subject)), json),
  approve: (call) => step(call, 'approve'),
  withdraw: (call) => step(call, 'withdraw'),
  return: (call) => step(call, 'return'),
};

const edition = (id: string): string => `/api/registry/editions/${encodeURIComponent(id)}`;

async function step({ ask, subject, json, given: { reason } }: Call, deed: string): Promise<number> {
  if (deed === 'return' && !reason) throw usage();
  const body = deed === 'return' ? { reasons: reason } : {};
  return showEdition(await ask<TableEditionView>(`${edition(subject)}/${deed}`, 'POST', body), json);
}

/** What an edition is, then what it ends (-), adds (+) and changes (~), row by row. */
function showEdition(view: TableEditionView, json: boolean): number {
  if (json) {
    say(JSON.stringify(view));
    return 0;
  }
  const { editionId, table, state, from, source, added, ended, changed } = view;
  say(`${table} ${from} ${state} ${editionId}\n${source}`);
  for (const row of ended) say(`- ${inLine(row)}`);
  for (const row of added) say(`+ ${inLine(row)}`);
  for (const { before, after } of changed) {
    const names = Object.keys(after).filter((name) => (before[name] ?? '') !== (after[name] ?? ''));
    const [first = ''] = Object.values(after);
    say(
      `~ ${first} ${names.map((name) => `${name}: ${before[name] ?? ''} → ${after[name] ?? ''}`).join('; ')}`,
    );
  }
  say(`-${ended.length} +${added.length} ~${changed.length}`);
  return 0;
}

const inLine = (row: Row): string => Object.values(row).filter(Boolean).join(' | ');
