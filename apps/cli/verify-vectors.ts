import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from '#postgres';
import { type SignatureVector, verifyVector } from '#signatures';
import { bytesOf } from './message-file.ts';
import { Misuse } from './misuse.ts';

const REFUSED = 1;

/**
 * `chama verify-vectors [--json] FILE`: verifies a file of signature vectors, `{"vectors": […]}`, one line each:
 * `{"index","verified"}`. Where a vector names a document beside the file, its digest is verified too.
 * @returns 0; 1 when a vector does not verify.
 */
export async function verifyVectorsCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) throw new Misuse({ zh: '请指明向量文件。', en: 'Name the file of vectors.' });
  const vectors = await vectorsIn(file);
  let refused = 0;
  for (const [index, vector] of vectors.entries()) {
    const document = vector.document === undefined ? undefined : await beside(file, vector.document);
    const verified = await verifyVector(vector, document);
    if (!verified) refused += 1;
    const line = values.json
      ? JSON.stringify({ index, verified })
      : `${verified ? '✓' : '✗'} ${index} ${vector.kind ?? ''} ${vector.algorithm ?? ''}`;
    process.stdout.write(`${line}\n`);
  }
  return refused === 0 ? 0 : REFUSED;
}

async function vectorsIn(file: string): Promise<readonly SignatureVector[]> {
  const text = (await bytesOf(file)).toString('utf8');
  try {
    const { vectors } = JSON.parse(text) as { vectors?: unknown };
    if (Array.isArray(vectors)) return vectors as SignatureVector[];
  } catch (cause) {
    throw new OperatorError({ zh: `${file} 不是 JSON 文本。`, en: `${file} is not text in JSON.` }, cause);
  }
  throw new OperatorError({ zh: `${file} 中没有 vectors。`, en: `There are no vectors in ${file}.` });
}

async function beside(file: string, name: string): Promise<Buffer | undefined> {
  return readFile(join(dirname(file), name)).catch(() => undefined);
}
