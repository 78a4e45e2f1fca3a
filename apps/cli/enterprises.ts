import { parseArgs } from 'node:util';
import type { Database } from '#postgres';
import type { Enterprise } from '#registry';
import { enterpriseRegister, loadCodeLists } from '../../modules/registry/wiring.ts';
import { withDatabase } from './database.ts';
import { type EntryFindings, readEnterprises } from './enterprise-file.ts';
import { Misuse } from './misuse.ts';

const NOT_SOUND = 1;
const PAGE = 500;

/** `enterprises add FILE…`: enters or replaces enterprises, all or none; `enterprises list [--json]`. */
export async function enterprisesCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [verb, ...files] = positionals;
  if (verb === 'add' && files.length > 0) return add(files);
  if (verb === 'list' && files.length === 0)
    return withDatabase((database) => list(database, values.json ? JSON.stringify : inWords));
  throw new Misuse({
    zh: '用法：enterprises add 文件.json… | enterprises list [--json]',
    en: 'Usage: enterprises add FILE.json… | enterprises list [--json]',
  });
}

async function add(files: readonly string[]): Promise<number> {
  const lists = loadCodeLists();
  const read = await Promise.all(files.map((file) => readEnterprises(file, lists)));
  const unsound = read.flatMap((one, at) => one.unsound.map((entry) => inFile(files[at] ?? '', entry)));
  if (unsound.length > 0) {
    process.stderr.write(`${unsound.join('')}未登记任何企业。\nNothing was entered.\n`);
    return NOT_SOUND;
  }
  const enterprises = read.flatMap((one) => one.enterprises);
  const origin = { by: 'chama enterprises add', paper: files.join(', ') };
  await withDatabase((database) => enterpriseRegister(database).save(enterprises, origin));
  process.stdout.write(
    `已登记 ${enterprises.length} 家企业，五秒内生效。\n${enterprises.length} enterprises entered; in force within five seconds.\n`,
  );
  return 0;
}

function inFile(file: string, { place, customsCode, findings }: EntryFindings): string {
  const lines = findings.map(
    ({ code, path, message, remedy }) =>
      `  ${code}  ${path}\n    ${message.zh}\n    ${message.en}\n    → ${remedy.zh}\n      ${remedy.en}\n`,
  );
  return `${file} [${place}] ${customsCode}\n${lines.join('')}`;
}

async function list(database: Database, show: (enterprise: Enterprise) => string): Promise<number> {
  const register = enterpriseRegister(database);
  let page = await register.list({ limit: PAGE });
  while (page.length > 0) {
    for (const enterprise of page) process.stdout.write(`${show(enterprise)}\n`);
    page = await register.list({ limit: PAGE, after: page.at(-1)?.customsCode ?? '' });
  }
  return 0;
}

function inWords({ customsCode, uscc, name, roles, state, validFrom, validTo }: Enterprise): string {
  const period = `${validFrom}–${validTo ?? ''}`;
  return `${customsCode}  ${uscc}  ${roles.join(',').padEnd(8)}  ${state.padEnd(9)}  ${period}  ${name}`;
}
