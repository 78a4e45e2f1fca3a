import { parseArgs } from 'node:util';
import { decode } from '#ceb';
import type { Finding } from '#kernel';
import { OperatorError } from '#postgres';
import { messageFiles } from './files.ts';
import { bytesOf } from './message-file.ts';
import { Misuse } from './misuse.ts';
import { type Platform, platformOf } from './platform-client.ts';

interface DocumentAnswer {
  readonly key: Readonly<Record<string, string>>;
  readonly verdict: string;
  readonly status: string;
  readonly info: string;
  readonly findings: readonly Finding[];
  readonly outcome?: { readonly state: string; readonly returnStatus: string; readonly returnInfo: string };
}

interface Answer {
  readonly root?: string;
  readonly documents?: readonly DocumentAnswer[];
  readonly findings?: readonly Finding[];
  readonly zh?: string;
  readonly en?: string;
}

/** `submit PATH…`: sends messages to a running platform in the order given, waits, and prints what became of them. */
export async function submitCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      wait: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0)
    throw new Misuse({ zh: '请给出要发送的报文文件。', en: 'Name the messages to send.' });
  const files = await messageFiles(positionals);
  if (files.length === 0)
    throw new OperatorError({
      zh: `${positionals.join('、')} 中没有 .xml 文件。`,
      en: `There is no .xml file in ${positionals.join(', ')}.`,
    });
  const platform = await platformOf(values);
  let good = true;
  for (const file of files) {
    const answer = await send(platform, file, values.wait);
    if (values.json) process.stdout.write(`${JSON.stringify({ file, ...answer.body })}\n`);
    else print(file, answer.status, answer.body);
    good &&=
      answer.status === 200 && (answer.body.documents ?? []).every(({ verdict }) => verdict !== 'refused');
  }
  return good ? 0 : 1;
}

async function send(
  platform: Platform,
  file: string,
  wait: string,
): Promise<{ status: number; body: Answer }> {
  const bytes = await bytesOf(file);
  const copCode = decode(bytes).message?.transfer?.copCode;
  const key = platform.keyFor(copCode);
  if (!key) throw noKey(file, copCode);
  const response = await platform.fetch(`/api/messages?wait=${encodeURIComponent(wait)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', authorization: `Bearer ${key}` },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

function noKey(file: string, copCode: string | undefined): OperatorError {
  return copCode === undefined
    ? new OperatorError({
        zh: `从 ${file} 读不出发送企业（copCode）；请用 --key 或 CHAMA_KEY 给出密钥。`,
        en: `${file} does not tell its sender (copCode); give the key by --key or CHAMA_KEY.`,
      })
    : new OperatorError({
        zh: `没有 ${copCode} 的密钥；用 --key 或 CHAMA_KEY 给出，或用 keys create --save 生成。`,
        en: `No key for ${copCode}; give one by --key or CHAMA_KEY, or make one with keys create --save.`,
      });
}

const VERDICTS: Readonly<Record<string, string>> = {
  accepted: '已接收 · accepted',
  repeated: '重复报送 · repeated',
  refused: '未接收 · refused',
};

const STATES: Readonly<Record<string, string>> = {
  waiting: '等待 · waiting',
  released: '放行 · released',
  held: '待处理 · held',
  refused: '退单 · refused',
  forwarded: '申报中 · with customs',
  withdrawn: '已撤回 · withdrawn',
};

function print(file: string, status: number, body: Answer): void {
  const out = (text: string): void => void process.stdout.write(`${text}\n`);
  out([file, body.root, ...(status === 200 ? [] : [`HTTP ${status}`])].filter(Boolean).join('  '));
  if (body.zh) out(`  ${body.zh}\n  ${body.en}`);
  for (const document of body.documents ?? []) {
    const key = Object.values(document.key).join(' / ');
    out(`  ${key}: ${VERDICTS[document.verdict] ?? document.verdict}  ${document.status} ${document.info}`);
    const { outcome } = document;
    if (outcome)
      out(`    → ${STATES[outcome.state] ?? outcome.state}  ${outcome.returnStatus} ${outcome.returnInfo}`);
    printFindings(document.findings, out);
  }
  printFindings(body.findings ?? [], out);
}

function printFindings(findings: readonly Finding[], out: (text: string) => void): void {
  for (const { code, path, message, remedy } of findings) {
    out(
      `    ${code} ${path}\n      ${message.zh}\n      ${message.en}\n      → ${remedy.zh}\n      → ${remedy.en}`,
    );
  }
}
