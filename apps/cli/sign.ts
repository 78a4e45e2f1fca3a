import { parseArgs } from 'node:util';
import { openSigner, type Signer, sign } from '#signatures';
import { told } from './check-words.ts';
import { bytesOf, writeOut } from './message-file.ts';
import { Misuse } from './misuse.ts';
import { KEY_OPTIONS, keyNamed, withKeys } from './signing-options.ts';

const REFUSED = 1;

/**
 * `chama sign (--key FILE [--certificate FILE] | --p12 FILE | --pkcs11 LIBRARY --label LABEL) [--password-file FILE]
 * [--variant] IN [-o OUT]`: signs one message; to standard output without `-o`.
 * @returns 0; 1 when the message cannot be signed.
 */
export async function signCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      ...KEY_OPTIONS,
      variant: { type: 'boolean', default: false },
      out: { type: 'string', short: 'o' },
    },
    allowPositionals: true,
  });
  const [input, ...rest] = positionals;
  if (input === undefined || rest.length > 0) {
    throw new Misuse({ zh: '请指明一份报文。', en: 'Name one message to sign.' });
  }
  const bytes = await bytesOf(input);
  return withKeys(async () => {
    const signer = await openSigner(await keyNamed(values));
    try {
      return await signTo(values.out, bytes, signer, values.variant);
    } finally {
      await signer.close();
    }
  });
}

async function signTo(
  out: string | undefined,
  bytes: Buffer,
  signer: Signer,
  variant: boolean,
): Promise<number> {
  const signed = await sign(bytes, signer, { variant });
  if (!('bytes' in signed)) {
    process.stderr.write(`${signed.findings.flatMap(told).join('\n')}\n`);
    return REFUSED;
  }
  if (out === undefined) process.stdout.write(signed.bytes);
  else await writeOut(out, signed.bytes);
  return 0;
}
