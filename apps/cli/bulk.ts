import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { BadDocumentsPage, BulkFileView } from '#bulk';
import { type Asking, bulkAsking, refusalOf } from './bulk-asking.ts';
import { uploadFile } from './bulk-upload.ts';
import { aligned } from './columns.ts';
import { Misuse } from './misuse.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
/** Bad documents told of on the screen; all of them are in the file of errors. */
const mostTold = 20;
const lookMs = 500;

interface Call {
  readonly asking: Asking;
  readonly words: readonly string[];
  readonly kind: string | undefined;
  readonly acceptGood: boolean;
  readonly resume: string | undefined;
  readonly wait: boolean;
  readonly out: string | undefined;
  readonly format: string | undefined;
  readonly lang: string;
  readonly json: boolean;
}

/** `bulk VERB …`, with a key of the enterprise whose files they are. */
export async function bulkCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      enterprise: { type: 'string' },
      kind: { type: 'string' },
      'accept-good': { type: 'boolean', default: false },
      resume: { type: 'string' },
      wait: { type: 'boolean', default: false },
      out: { type: 'string', short: 'o' },
      format: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb = '', ...words] = positionals;
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  const { kind, resume, wait, out, format, lang, json } = values;
  const lacks =
    (verb !== 'list' && words.length !== 1) ||
    (verb === 'submit' && kind === undefined && resume === undefined) ||
    ((verb === 'template' || verb === 'errors') && out === undefined);
  if (!run || lacks) throw usage();
  const asking = await bulkAsking(values);
  return run({
    asking,
    words,
    kind,
    acceptGood: values['accept-good'],
    resume,
    wait,
    out,
    format,
    lang,
    json,
  });
}

const usage = (): Misuse =>
  new Misuse({
    zh: '用法：bulk submit 文件 --kind 种类 [--accept-good] [--wait] [--resume 编号] | list | show|hand-in|cancel 编号 [--wait] | errors 编号 -o 文件 | template 种类 -o 文件',
    en: 'Usage: bulk submit FILE --kind KIND [--accept-good] [--wait] [--resume ID] | list | show|hand-in|cancel ID [--wait] | errors ID -o FILE | template KIND -o FILE',
  });

const pathOf = ({ words: [id = ''] }: Call): string => `/files/${encodeURIComponent(id)}`;

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  submit: async (call) => {
    const { asking, words, kind = '', acceptGood, resume, wait } = call;
    const file = await uploadFile(asking, words[0] ?? '', { kind, acceptGood, fileId: resume });
    return show(call, wait ? await settled(call, file.fileId) : file);
  },
  list: async ({ asking, json }) => {
    const { files } = await asking.ask<{ files: BulkFileView[] }>('/files?limit=100');
    if (json) for (const file of files) say(JSON.stringify(file));
    else if (files.length === 0) say('没有文件。None.');
    else for (const line of aligned(files.map((file) => ['', ...summary(file)]))) say(line);
    return 0;
  },
  show: async (call) => {
    const { fileId } = await call.asking.ask<BulkFileView>(pathOf(call));
    return show(
      call,
      await (call.wait ? settled(call, fileId) : call.asking.ask<BulkFileView>(pathOf(call))),
    );
  },
  'hand-in': async (call) => {
    const file = await call.asking.ask<BulkFileView>(`${pathOf(call)}/hand-in`, 'POST');
    return show(call, call.wait ? await settled(call, file.fileId) : file);
  },
  cancel: async (call) => {
    await show(call, await call.asking.ask<BulkFileView>(`${pathOf(call)}/cancel`, 'POST'));
    return 0;
  },
  errors: (call) => download(call, `${pathOf(call)}/errors`),
  template: (call) => download(call, `/templates/${encodeURIComponent(call.words[0] ?? '')}`),
};

/** Waits until nothing more happens to a file by itself. */
async function settled({ asking }: Call, fileId: string): Promise<BulkFileView> {
  for (;;) {
    const file = await asking.ask<BulkFileView>(`/files/${fileId}`);
    if (!['reading', 'handing-in'].includes(file.state)) return file;
    await sleep(lookMs);
  }
}

/** Writes a table to a file as it comes; its name tells the form, unless it is asked for. */
async function download({ asking, out = '', format, lang }: Call, path: string): Promise<number> {
  const form = format ?? (out.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx');
  const response = await asking.send(
    `${path}?format=${encodeURIComponent(form)}&lang=${encodeURIComponent(lang)}`,
  );
  if (!response.ok || !response.body) throw await refusalOf(response);
  await pipeline(
    Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
    createWriteStream(out),
  );
  say(`已写入 ${out}。Written.`);
  return 0;
}

const summary = ({ fileId, kind, state, name, rows, documents }: BulkFileView): string[] => [
  ...[
    fileId,
    kind,
    state,
    `${rows.read}`,
    `✓${documents.good}`,
    `✗${documents.bad + documents.refused}`,
    name,
  ],
];

/** Exit code 1 where anything of it was not taken. */
async function show({ asking, json }: Call, file: BulkFileView): Promise<number> {
  const { documents, fileId } = file;
  const bad = documents.bad + documents.refused > 0 || file.state === 'unreadable';
  if (json) {
    say(JSON.stringify(file));
    return bad ? 1 : 0;
  }
  say(`${fileId}  ${file.kind}  ${file.state}  ${file.name}`);
  const facts = [
    ['行 · rows', `${file.rows.read}`, `错误 · bad ${file.rows.bad}`],
    ['单证 · documents', `合格 · good ${documents.good}`, `错误 · bad ${documents.bad}`],
    [
      '报送 · handed in',
      `接收 · accepted ${documents.accepted}`,
      `重复 · repeated ${documents.repeated}  未接收 · refused ${documents.refused}`,
    ],
  ];
  for (const line of aligned(facts.map((row) => ['', ...row]))) say(line);
  if (file.unknownColumns.length > 0) say(`未识别的列 · unknown columns: ${file.unknownColumns.join('、')}`);
  for (const { code, message, remedy } of file.findings)
    say(`  ${code}\n    ${message.zh}\n    ${message.en}\n    → ${remedy.zh}\n    → ${remedy.en}`);
  if (bad) await tellBad(asking, fileId);
  if (file.state === 'read' && documents.good > 0)
    say(`报送合格的单证 · to hand the good ones in: chama bulk hand-in ${fileId}`);
  return bad ? 1 : 0;
}

async function tellBad(asking: Asking, fileId: string): Promise<void> {
  const page = await asking.ask<BadDocumentsPage>(`/files/${fileId}/bad-documents?limit=${mostTold}`);
  for (const { row, key, findings } of page.documents) {
    say(`  第 ${row} 行 · row ${row}  ${key.join(' / ')}`);
    for (const { code, message, remedy, row: at, column, heading } of findings) {
      say(
        `    ${code} ${column ? `${column}${at} ${heading}` : ''}\n      ${message.zh}\n      ${message.en}`,
      );
      say(`      → ${remedy.zh}\n      → ${remedy.en}`);
    }
  }
  if (page.next !== undefined)
    say(`  其余见错误文件 · all of them: chama bulk errors ${fileId} -o errors.xlsx`);
}
