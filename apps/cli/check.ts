import { parseArgs } from 'node:util';
import { registerList } from '../../modules/clearance/wiring.ts';
import { loadCodeLists } from '../../modules/registry/wiring.ts';
import { checkFile } from './check-file.ts';
import { inWords, summary } from './check-words.ts';
import { messageFiles } from './files.ts';
import { Misuse } from './misuse.ts';

const NOT_VALID = 1;

/**
 * `chama check [--json] PATH…`: checks files, and the .xml files in folders and below, without a platform.
 * With `--json` one line a file: `{"file","root","valid","findings"}`.
 * Throws Misuse when there is nothing to check.
 * @returns 0; 1 when a file is not valid or cannot be read.
 */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const files = await messageFiles(positionals, true);
  if (files.length === 0) throw nothingToCheck(positionals);
  const lists = loadCodeLists();
  const show = values.json ? JSON.stringify : inWords;
  let refused = 0;
  for (const file of files) {
    const report = await checkFile(file, { has: (list, code) => lists.has(registerList(list), code) });
    if (!report.valid) refused += 1;
    process.stdout.write(`${show(report)}\n`);
  }
  if (!values.json) process.stdout.write(`${summary(files.length, refused)}\n`);
  return refused === 0 ? 0 : NOT_VALID;
}

function nothingToCheck(paths: readonly string[]): Misuse {
  return new Misuse(
    paths.length === 0
      ? { zh: '请给出要检查的报文文件。', en: 'Name the messages to check.' }
      : {
          zh: `${paths.join('、')} 中没有 .xml 文件。`,
          en: `There is no .xml file in ${paths.join(', ')}.`,
        },
  );
}
