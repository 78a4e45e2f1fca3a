import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { decode } from '#ceb';
import { type Bilingual, chinaDay } from '#kernel';
import { OperatorError } from '#postgres';
import {
  type ExportList,
  type LeftOut,
  type ProofFault,
  prove,
  type SummaryProof,
  summarise,
  verifyProof,
} from '#summaries';
import { parameterOn } from '#tax';
import { loadTaxBook } from '../../modules/tax/wiring.ts';
import { bytesOf } from './message-file.ts';
import { Misuse } from './misuse.ts';

const NOT_SOUND = 1;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const LEFT_OUT: Readonly<Record<LeftOut, Bilingual>> = {
  'SUMMARY-STATISTICS': {
    zh: '汇总统计的清单不汇总申报',
    en: 'a list of summary statistics is not declared',
  },
  'SUMMARY-NO-NUMBER': { zh: '尚无海关清单编号', en: 'customs has not numbered the list' },
  'SUMMARY-LIST-TWICE': { zh: '清单重复', en: 'the list is given twice' },
  'SUMMARY-TOO-MANY-LINES': {
    zh: '清单自身已超过报关单项数上限',
    en: 'the list alone has more lines than a declaration may',
  },
};

const FAULTS: Readonly<Record<ProofFault['fault'], Bilingual>> = {
  'PROOF-ROOT': { zh: '校验值与内容不符', en: 'the root does not stand for what the proof says' },
  'PROOF-LIST-MISSING': { zh: '缺少所列清单', en: 'a list it names is not given' },
  'PROOF-LIST-CHANGED': { zh: '清单与汇总时不同', en: 'a list is not as it was' },
  'PROOF-LIST-TWICE': { zh: '清单被列两次', en: 'a list is named twice' },
  'PROOF-LINES': { zh: '各项不等于清单之和', en: 'the lines are not the sums of the lists' },
};

/** The export lists of files: CEB603 messages, or what the platform gives out of a summary's lists. @throws OperatorError for a file that is none */
async function listsOf(files: readonly string[]): Promise<ExportList[]> {
  const lists: ExportList[] = [];
  for (const file of files) {
    const bytes = await bytesOf(file);
    // What the platform gives out of a summary's lists: one list a line.
    if (bytes.toString('latin1', 0, 1) === '{') {
      lists.push(...jsonLines<ExportList>(bytes, file));
      continue;
    }
    const { message } = decode(bytes);
    if (message?.root !== 'CEB603Message')
      throw new OperatorError({
        zh: `${file} 既不是有效的 CEB603 报文，也不是汇总单的清单`,
        en: `${file} is neither a sound CEB603 message nor what the platform gives out of a summary's lists`,
      });
    lists.push(...message.documents);
  }
  return lists;
}

/** The things in a file of JSON, one a line. @throws OperatorError for a file that is none */
function jsonLines<Thing>(bytes: Buffer, file: string): Thing[] {
  const lines = bytes.toString('utf8').split('\n');
  try {
    return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Thing);
  } catch (fault) {
    throw new OperatorError(
      { zh: `${file} 不是逐行的 JSON（证明或清单）`, en: `${file} is not JSON, one proof or list a line` },
      fault,
    );
  }
}

async function make(files: readonly string[], bySeller: boolean, byName: boolean): Promise<number> {
  const day = chinaDay(Date.now());
  const most = Number(parameterOn(loadTaxBook().parameters, 'export.summary_most_lines', day)?.value);
  const wish = { bySeller, byName };
  const { declarations, leftOut } = summarise(await listsOf(files), wish, most);
  for (const one of declarations) process.stdout.write(`${JSON.stringify(prove(one, wish, most, digest))}\n`);
  for (const { list, why } of leftOut) {
    const { zh, en } = LEFT_OUT[why];
    process.stderr.write(`${list.head.invtNo ?? '–'}  ${why}\n  ${zh}\n  ${en}\n`);
  }
  return leftOut.length === 0 ? 0 : NOT_SOUND;
}

async function verify(proofFile: string, files: readonly string[]): Promise<number> {
  const lists = await listsOf(files);
  let sound = true;
  for (const proof of jsonLines<SummaryProof>(await bytesOf(proofFile), proofFile)) {
    const faults = verifyProof(proof, lists, digest);
    sound &&= faults.length === 0;
    process.stdout.write(`${faults.length === 0 ? '✓' : '✗'} ${proof.root}  ${proof.lists.length}\n`);
    for (const fault of faults) {
      const { zh, en } = FAULTS[fault.fault];
      process.stdout.write(`  ${fault.fault} ${'invtNo' in fault ? fault.invtNo : ''}\n  ${zh}\n  ${en}\n`);
    }
  }
  return sound ? 0 : NOT_SOUND;
}

/**
 * `chama summary make [--by-seller] [--by-name] FILE…`: puts the export lists of CEB603 files together into declarations,
 * one a line with its proof. `chama summary verify PROOFS FILE…`: recomputes proofs from the lists.
 * @returns 0; 1 where a list is left out, or a proof does not hold.
 */
export async function summaryCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'by-seller': { type: 'boolean', default: false },
      'by-name': { type: 'boolean', default: false },
    },
  });
  const [verb, ...files] = positionals;
  const [first, ...others] = files;
  if (verb === 'make' && first !== undefined) return make(files, values['by-seller'], values['by-name']);
  if (verb === 'verify' && first !== undefined && others.length > 0) return verify(first, others);
  throw new Misuse({
    zh: '用法：chama summary make [--by-seller] [--by-name] 文件… | summary verify 证明文件 文件…',
    en: 'Usage: chama summary make [--by-seller] [--by-name] FILE… | summary verify PROOFS FILE…',
  });
}
