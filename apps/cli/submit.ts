import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decode } from '#ceb';
import type { Finding } from '#kernel';
import { OperatorError } from '#postgres';
import { messageFiles } from './files.ts';
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
    throw new OperatorError({ zh: '请给出要发送的报文文件。', en: 'Name the messages to send.' });
  const platform = await platformOf(values);
  let good = true;
  for (const file of await messageFiles(positionals)) {
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
  const bytes = await readFile(file);
  const copCode = decode(bytes).message?.transfer?.copCode;
  const key = platform.keyFor(copCode);
  if (!key)
    throw new OperatorError({
      zh: `没有 ${copCode ?? '该企业'} 的密钥；用 --key 或 CHAMA_KEY 给出，或用 keys create --save 生成。`,
      en: `No key for ${copCode ?? 'this enterprise'}; give one by --key or CHAMA_KEY, or make one with keys create --save.`,
    });
  const response = await platform.fetch(`/api/messages?wait=${encodeURIComponent(wait)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', authorization: `Bearer ${key}` },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

function print(file: string, status: number, body: Answer): void {
  const out = (text: string): void => void process.stdout.write(`${text}\n`);
  out(`${file}  ${body.root ?? ''}  HTTP ${status}`);
  if (body.zh) out(`  ${body.zh}\n  ${body.en}`);
  for (const document of body.documents ?? []) {
    const key = Object.values(document.key).join(' / ');
    out(`  ${key}: ${document.verdict} ${document.status} ${document.info}`);
    if (document.outcome)
      out(`    → ${document.outcome.state} ${document.outcome.returnStatus} ${document.outcome.returnInfo}`);
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
