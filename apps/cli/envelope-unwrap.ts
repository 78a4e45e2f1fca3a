import { parseArgs, styleText } from 'node:util';
import { type DxpRep, meaningsOf, type TransInfo, type Unwrapped, unwrap } from '#ceb';
import type { Bilingual, Finding } from '#kernel';
import { nodePrimitives, TrustStore, type Verdict, verify } from '#signatures';
import { registerList } from '../../modules/clearance/wiring.ts';
import { loadCodeLists } from '../../modules/registry/wiring.ts';
import { checkBytes, type FileReport } from './check-file.ts';
import { plain, told } from './check-words.ts';
import { readOne } from './envelope-files.ts';
import { writeOut } from './message-file.ts';
import { trustFolder } from './signing-options.ts';

const REFUSED = 1;

/** What is known of an envelope and of the message in it. */
interface EnvelopeReport {
  readonly file: string;
  readonly root: string | null;
  /** The verdict on the structure of the envelope. */
  readonly valid: boolean;
  readonly findings: readonly Finding[];
  readonly transInfo: TransInfo | null;
  /** Of a signed envelope: whether its signature holds. */
  readonly signature: Pick<Verdict, 'ok' | 'findings' | 'signer'> | null;
  /** The message inside, checked as `chama check` does. */
  readonly message: Omit<FileReport, 'file'> | null;
  /** Of the exchange platform's answer: each code with its meaning. */
  readonly responses: readonly Response[];
}

interface Response {
  readonly copMsgId: string;
  readonly code: string;
  readonly info: string;
  readonly meaning: Bilingual | null;
}

/**
 * `chama envelope unwrap FILE`: says what is on a transport message, whether it holds together, whether its signature
 * holds (with the certificates of the trust folder: a transport signature names its key only), and checks the
 * message inside, which `-o` writes to a file. With `--json` one line: an EnvelopeReport.
 * @returns 0; 1 when there is a finding on the envelope, or the message inside breaks the schema.
 */
export async function unwrapFile(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      trust: { type: 'string' },
      json: { type: 'boolean', default: false },
      output: { type: 'string', short: 'o' },
    },
    allowPositionals: true,
  });
  const { file, bytes } = await readOne(positionals);
  const unwrapped = unwrap(bytes);
  const report: EnvelopeReport = {
    file,
    root: unwrapped.root ?? null,
    valid: unwrapped.valid,
    findings: unwrapped.findings,
    transInfo: unwrapped.dxpMsg?.TransInfo ?? null,
    signature: await signatureOf(bytes, unwrapped, values.trust),
    message: checked(unwrapped),
    responses: unwrapped.dxpRep ? responsesOf(unwrapped.dxpRep) : [],
  };
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : inWords(report));
  if (values.output !== undefined && unwrapped.message) await writeOut(values.output, unwrapped.message);
  const sound = report.findings.length === 0 && (report.signature?.ok ?? true);
  return sound && (report.message?.valid ?? true) ? 0 : REFUSED;
}

async function signatureOf(
  bytes: Uint8Array,
  { envelope }: Unwrapped,
  trustNamed: string | undefined,
): Promise<EnvelopeReport['signature']> {
  if (envelope?.signature === undefined) return null;
  const trust = await new TrustStore(trustFolder(trustNamed)).current();
  const { ok, findings, signer } = await verify(bytes, { trust, primitives: nodePrimitives });
  return { ok, findings, ...(signer === undefined ? {} : { signer }) };
}

/** What is no message of the standard is told of among the findings on the envelope. */
function checked({ message, messageRoot }: Unwrapped): EnvelopeReport['message'] {
  if (message === undefined || messageRoot === undefined) return null;
  const lists = loadCodeLists();
  return checkBytes(message, { has: (list, code) => lists.has(registerList(list), code) });
}

function responsesOf({ Response }: DxpRep): Response[] {
  return Response.map(({ ResponseCode, ResponseInfo, OriHead }) => ({
    copMsgId: OriHead.CopMsgId,
    code: ResponseCode,
    info: ResponseInfo ?? '',
    meaning: meaningsOf(ResponseCode).find(({ family }) => family === 'transport')?.text ?? null,
  }));
}

function inWords(report: EnvelopeReport): string {
  const { file, root, valid, findings, transInfo, signature, message, responses } = report;
  const lines = [
    `${mark(valid && findings.length === 0)} ${plain(file)}  ${styleText('dim', plain(root ?? ''))}`,
  ];
  if (transInfo) {
    const { CopMsgId, SenderId, ReceiverIds, CreatTime, MsgType } = transInfo;
    lines.push(`    ${plain(SenderId)} → ${plain(ReceiverIds.join(', '))}  ${plain(MsgType)}`);
    lines.push(`    ${plain(CopMsgId)}  ${plain(CreatTime)}`);
  }
  lines.push(...findings.flatMap(told));
  if (signature) {
    lines.push(`${mark(signature.ok)} 传输签名 · transport signature`, ...signature.findings.flatMap(told));
  }
  for (const { copMsgId, code, info, meaning } of responses) {
    lines.push(`    ${plain(copMsgId)}  ${plain(code)}  ${plain(info)}`);
    if (meaning) lines.push(`      ${meaning.zh}`, `      ${meaning.en}`);
  }
  if (message) {
    lines.push(`${mark(message.valid)} ${plain(message.root ?? '')}`, ...message.findings.flatMap(told));
  }
  return `${lines.join('\n')}\n`;
}

function mark(good: boolean): string {
  return good ? styleText('green', '✓') : styleText('red', '✗');
}
