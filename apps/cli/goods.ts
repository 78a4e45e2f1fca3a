import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chinaDay } from '#kernel';
import { type Database, OperatorError } from '#postgres';
import type { Goods } from '#registry';
import { findGoods, type GoodsReport, importGoods, loadCodeLists } from '../../modules/registry/wiring.ts';
import { loadTaxBook } from '../../modules/tax/wiring.ts';
import { tariffFacts } from '../server/registry.ts';
import { withDatabase } from './database.ts';
import { Misuse } from './misuse.ts';

const NOT_SOUND = 1;
const PAGE = 500;

/**
 * `goods add FILE.csv --of CODE [--sound]`: enters goods of a seller, all or the sound ones, as approved;
 * `goods find [--of CODE] [--json] WORDS…`.
 */
export async function goodsCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      of: { type: 'string' },
      sound: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb, ...rest] = positionals;
  const [file] = rest;
  if (verb === 'add' && file && rest.length === 1 && values.of) return add(file, values.of, values.sound);
  if (verb === 'find')
    return withDatabase((database) =>
      find(database, values.of, rest.join(' '), values.json ? JSON.stringify : inWords),
    );
  throw new Misuse({
    zh: '用法：goods add 文件.csv --of 电商企业代码 [--sound] | goods find [--of 代码] [--json] 词…',
    en: 'Usage: goods add FILE.csv --of CODE [--sound] | goods find [--of CODE] [--json] WORDS…',
  });
}

async function add(file: string, ebcCode: string, soundOnes: boolean): Promise<number> {
  const text = await readFile(file, 'utf8').catch((fault: unknown) => {
    throw new OperatorError({ zh: `无法读取 ${file}`, en: `${file} cannot be read` }, fault);
  });
  const { tariff } = loadTaxBook();
  const checks = {
    lists: loadCodeLists(),
    tariff: (gcode: string, day: string) => tariffFacts(tariff, gcode, day),
    day: chinaDay(Date.now()),
  };
  const report = await withDatabase((database) =>
    importGoods(database, checks, { text, ebcCode, soundOnes, by: 'chama goods add' }),
  );
  for (const bad of report.bad) process.stderr.write(inFile(bad));
  process.stdout.write(
    `登记 ${report.filed} 项，未变 ${report.unchanged} 项，不符 ${report.bad.length} 项。\n${report.filed} entered, ${report.unchanged} unchanged, ${report.bad.length} not sound.\n`,
  );
  return report.bad.length === 0 ? 0 : NOT_SOUND;
}

function inFile({ place, itemNo, findings }: GoodsReport['bad'][number]): string {
  const lines = findings.map(
    ({ code, path, message, remedy }) =>
      `  ${code}  ${path}\n    ${message.zh}\n    ${message.en}\n    → ${remedy.zh}\n      ${remedy.en}\n`,
  );
  return `[${place}] ${itemNo}\n${lines.join('')}`;
}

async function find(
  database: Database,
  ebcCode: string | undefined,
  search: string,
  show: (goods: Goods) => string,
): Promise<number> {
  let cursor: string | undefined;
  do {
    const page = await findGoods(database, { ebcCode, search, cursor, limit: PAGE });
    for (const { goods } of page.goods) process.stdout.write(`${show(goods)}\n`);
    cursor = page.next;
  } while (cursor !== undefined);
  return 0;
}

const inWords = ({ ebcCode, itemNo, gcode, itemName, gmodel }: Goods): string =>
  `${ebcCode}  ${itemNo.padEnd(20)}  ${gcode}  ${itemName}  ${gmodel}`;
