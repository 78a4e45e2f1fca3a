import { parseArgs, styleText } from 'node:util';
import { nodePrimitives, TrustStore, type Verdict, type VerifyOptions, verify } from '#signatures';
import { plain, told } from './check-words.ts';
import { messageFiles } from './files.ts';
import { bytesOrFinding } from './message-file.ts';
import { Misuse } from './misuse.ts';
import { trustFolder } from './signing-options.ts';

const REFUSED = 1;

/**
 * `chama verify [--json] [--trust DIR] [--owner CODE] [--every-declaration] PATH…`: verifies the signatures of files
 * and of the .xml files in folders and below. Without a trust folder issuers are not judged.
 * With `--json` one line a file: `{"file", …verdict}`.
 * @returns 0; 1 when a file has a finding or cannot be read.
 */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      trust: { type: 'string' },
      owner: { type: 'string' },
      'every-declaration': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const files = await messageFiles(positionals, true);
  if (files.length === 0) {
    throw new Misuse({ zh: '没有可验签的报文。', en: 'There is no message to verify.' });
  }
  const trust = await new TrustStore(trustFolder(values.trust)).current();
  const known = trust.roots.length + trust.pinned.length > 0;
  let refused = 0;
  for (const file of files) {
    const verdict = await verdictOn(file, {
      ...(known || values.trust !== undefined ? { trust } : {}),
      ...(values.owner === undefined ? {} : { owner: ownerOf(values.owner) }),
      mandatory: values['every-declaration'] ? 'every-declaration' : 'standard',
      primitives: nodePrimitives,
    });
    if (!verdict.ok) refused += 1;
    process.stdout.write(`${values.json ? JSON.stringify({ file, ...verdict }) : inWords(file, verdict)}\n`);
  }
  return refused === 0 ? 0 : REFUSED;
}

function ownerOf(code: string) {
  return code.length === 18 ? { socialCreditCode: code } : { customsCode: code };
}

/** A file that cannot be read is told of like one that does not verify, and the rest are verified. */
async function verdictOn(file: string, options: VerifyOptions): Promise<Verdict> {
  const bytes = await bytesOrFinding(file);
  if (Buffer.isBuffer(bytes)) return verify(bytes, options);
  return { ok: false, signed: false, verified: false, findings: [bytes], notes: [] };
}

const TRUST_WORDS = {
  pinned: '已绑定 pinned',
  chain: '可信 trusted',
  untrusted: '不可信 untrusted',
  'not-judged': '未判断签发者 issuer not judged',
} as const;

function inWords(file: string, { ok, signed, root, findings, notes, signature, signer }: Verdict): string {
  const mark = ok ? styleText('green', '✓') : styleText('red', '✗');
  const state = signed || root === undefined ? '' : ' 未签名 unsigned';
  const lines = [
    `${mark} ${plain(file)}${root === undefined ? '' : `  ${styleText('dim', plain(root))}`}${state}`,
  ];
  if (signature) {
    const { suite, digest } = signature;
    lines.push(`    ${suite === 'sm2-sm3' ? 'SM2/SM3' : 'RSA-SHA1'}, ${digest.toUpperCase()}`);
  }
  if (signer) {
    const { number, subject, issuer, notBefore, notAfter, trust } = signer;
    const days = `${notBefore.toISOString().slice(0, 10)} – ${notAfter.toISOString().slice(0, 10)}`;
    lines.push(
      `    ${number}  ${plain(subject)}  (${days})`,
      `    ← ${plain(issuer)}  ${TRUST_WORDS[trust]}`,
    );
  }
  return [...lines, ...[...findings, ...notes].flatMap(told)].join('\n');
}
