import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { encodeEnvelope, wrap } from '#ceb';
import { chinaStamp, type Finding } from '#kernel';
import { nodePrimitives, openSigner, sign } from '#signatures';
import { told } from './check-words.ts';
import { readOne } from './envelope-files.ts';
import { writeOut } from './message-file.ts';
import { KEY_OPTIONS, type KeyOptions, keyNamed, withKeys } from './signing-options.ts';

const REFUSED = 1;

/**
 * `chama envelope wrap FILE`: puts a message into a DxpMsg, to standard output without `-o`. A declaration goes from
 * its own dxpId to customs; for others `--from` and `--to` say it. `--number` is the CopMsgId to be kept when the same
 * message is sent again, a new GUID by default. With a key (`--key`, `--p12`, `--pkcs11`) the envelope is signed.
 * With `--json` one line instead: `{"file","transInfo","signed","findings"}`.
 * @returns 0; 1 when the message cannot be wrapped or signed.
 */
export async function wrapFile(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      ...KEY_OPTIONS,
      from: { type: 'string' },
      to: { type: 'string', multiple: true },
      number: { type: 'string' },
      json: { type: 'boolean', default: false },
      output: { type: 'string', short: 'o' },
    },
    allowPositionals: true,
  });
  const { file, bytes } = await readOne(positionals);
  const { envelope, findings } = wrap(bytes, {
    CopMsgId: values.number ?? randomUUID().toUpperCase(),
    CreatTime: beijingNow(),
    SenderId: values.from,
    ReceiverIds: values.to,
  });
  const signing = [values.key, values.p12, values.pkcs11].some((one) => one !== undefined);
  const written = envelope && (await signedOrNot(encodeEnvelope(envelope), signing ? values : undefined));
  const all = [...findings, ...(written && 'findings' in written ? written.findings : [])];
  const done = written !== undefined && 'bytes' in written;
  if (values.json) {
    const transInfo = envelope?.TransInfo ?? null;
    process.stdout.write(`${JSON.stringify({ file, transInfo, signed: done && signing, findings: all })}\n`);
  } else if (all.length > 0) {
    process.stderr.write(`${all.flatMap(told).join('\n')}\n`);
  }
  if (!done) return REFUSED;
  if (values.output !== undefined) await writeOut(values.output, written.bytes);
  else if (!values.json) process.stdout.write(written.bytes);
  return 0;
}

/** A transport signature names its key only, without certificate. */
async function signedOrNot(
  text: string,
  key: KeyOptions | undefined,
): Promise<{ readonly bytes: Uint8Array } | { readonly findings: readonly Finding[] }> {
  const bytes = Buffer.from(text);
  if (key === undefined) return { bytes };
  return withKeys(async () => {
    const signer = await openSigner(await keyNamed(key));
    try {
      return await sign(bytes, signer, { nameOnly: true, primitives: nodePrimitives });
    } finally {
      await signer.close();
    }
  });
}

/** Now in Beijing as an `xs:dateTime` without zone, as clients write it. */
function beijingNow(): string {
  return chinaStamp(Date.now()).replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6');
}
