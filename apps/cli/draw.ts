import { createHash, randomBytes } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Commitment, commit, type DrawFault, type DrawRecord, draw, verifyDraw } from '#draws';
import { type Bilingual, type Decimal, ONE, readDecimal } from '#kernel';
import { OperatorError } from '#postgres';
import { bytesOf, writeOut } from './message-file.ts';
import { Misuse } from './misuse.ts';

const NOT_FAIR = 1;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const FAULTS: Readonly<Record<DrawFault, Bilingual>> = {
  'DRAW-COMMITMENT': { zh: '与事先公布的承诺不符', en: 'not what was committed to beforehand' },
  'DRAW-SEED': { zh: '种子不是承诺的种子', en: 'the seed is not the one committed to' },
  'DRAW-CANDIDATES': { zh: '候选名单不同', en: 'the candidates are others' },
  'DRAW-RESULT': { zh: '抽中名单不对', en: 'not the right ones are drawn' },
};

const textOf = async (file: string): Promise<string> => (await bytesOf(file)).toString('utf8');

async function jsonOf<T>(file: string): Promise<T> {
  try {
    return JSON.parse(await textOf(file)) as T;
  } catch (fault) {
    if (fault instanceof OperatorError) throw fault;
    throw new OperatorError({ zh: `${file} 不是 JSON`, en: `${file} is not JSON` }, fault);
  }
}

/** One candidate a line; empty lines are left out. */
const candidatesOf = async (file: string): Promise<string[]> =>
  (await textOf(file)).split(/\r?\n/).flatMap((line) => line.trim() || []);

function rateOf(text: string): Decimal {
  const rate = readDecimal(text);
  if (rate !== undefined && rate > 0n && rate <= ONE) return rate;
  throw new Misuse({
    zh: `抽查比例应大于 0、不大于 1：${text}`,
    en: `A rate is above 0 and at most 1: ${text}`,
  });
}

async function make(purpose: string, rate: Decimal, seedFile: string): Promise<number> {
  const seed = randomBytes(32).toString('hex');
  await writeOut(seedFile, `${seed}\n`);
  // Whoever reads it before the draw foresees whom it falls on.
  await chmod(seedFile, 0o600);
  process.stdout.write(`${JSON.stringify(commit(purpose, rate, seed, digest))}\n`);
  return 0;
}

async function reveal(commitmentFile: string, seedFile: string, candidatesFile: string): Promise<number> {
  const commitment = await jsonOf<Commitment>(commitmentFile);
  const seed = (await textOf(seedFile)).trim();
  const candidates = await candidatesOf(candidatesFile);
  try {
    const record = draw(commitment, rateOf(commitment.rate), seed, candidates, digest);
    process.stdout.write(`${JSON.stringify(record)}\n`);
    return 0;
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    throw new OperatorError(
      { zh: `不能抽取：${fault.message}`, en: `It cannot be drawn: ${fault.message}` },
      fault,
    );
  }
}

async function verify(commitmentFile: string, recordFile: string, candidatesFile: string): Promise<number> {
  const committed = await jsonOf<Commitment>(commitmentFile);
  const record = await jsonOf<DrawRecord>(recordFile);
  const faults = verifyDraw(
    committed,
    record,
    rateOf(committed.rate),
    await candidatesOf(candidatesFile),
    digest,
  );
  process.stdout.write(`${faults.length === 0 ? '✓' : '✗'} ${record.drawn.length} / ${record.candidates}\n`);
  for (const fault of faults)
    process.stdout.write(`  ${fault}\n  ${FAULTS[fault].zh}\n  ${FAULTS[fault].en}\n`);
  return faults.length === 0 ? 0 : NOT_FAIR;
}

/**
 * `chama draw commit PURPOSE --rate R --seed-file FILE`: makes a secret seed and prints what to publish beforehand.
 * `draw reveal COMMITMENT SEED CANDIDATES`: draws, one candidate a line. `draw verify COMMITMENT RECORD CANDIDATES`: draws
 * again and says whether it was fair.
 * @returns 0; 1 where it was not.
 */
export async function drawCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { rate: { type: 'string' }, 'seed-file': { type: 'string' } },
  });
  const [verb, first, second, third] = positionals;
  const { rate, 'seed-file': seedFile } = values;
  if (verb === 'commit' && first && rate && seedFile && positionals.length === 2)
    return make(first, rateOf(rate), seedFile);
  if (first && second && third && positionals.length === 4) {
    if (verb === 'reveal') return reveal(first, second, third);
    if (verb === 'verify') return verify(first, second, third);
  }
  throw new Misuse({
    zh: '用法：chama draw commit 用途 --rate 比例 --seed-file 文件 | draw reveal 承诺 种子 候选 | draw verify 承诺 结果 候选',
    en: 'Usage: chama draw commit PURPOSE --rate R --seed-file FILE | draw reveal COMMITMENT SEED CANDIDATES | draw verify COMMITMENT RECORD CANDIDATES',
  });
}
