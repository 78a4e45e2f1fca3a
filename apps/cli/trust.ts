import { parseArgs } from 'node:util';
import { addTrust, readTrustFolder, removeTrust, type TrustEntry } from '#signatures';
import { plain } from './check-words.ts';
import { Misuse } from './misuse.ts';
import { trustFolder, withKeys } from './signing-options.ts';

/** `trust add FILE… [--owner CODE]…`, `trust list`, `trust remove NUMBER|FILE`; each with `--trust DIR`. */
export async function trustCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { trust: { type: 'string' }, owner: { type: 'string', multiple: true, default: [] } },
    allowPositionals: true,
  });
  const [verb, ...names] = positionals;
  const folder = trustFolder(values.trust);
  return withKeys(async () => {
    if (verb === 'add' && names.length > 0) return add(folder, names, values.owner);
    if (verb === 'list' && names.length === 0) return list(folder);
    if (verb === 'remove' && names.length === 1) return remove(folder, names[0] ?? '');
    throw new Misuse({
      zh: '用法：trust add 文件… [--owner 企业代码]… | trust list | trust remove 证书编号或文件',
      en: 'Usage: trust add FILE… [--owner CODE]… | trust list | trust remove NUMBER-OR-FILE',
    });
  });
}

async function add(folder: string, files: readonly string[], owners: readonly string[]): Promise<number> {
  for (const file of files) {
    for (const written of await addTrust(folder, file, owners)) process.stdout.write(`+ ${written}\n`);
  }
  return 0;
}

async function list(folder: string): Promise<number> {
  const { entries, unreadable } = await readTrustFolder(folder);
  for (const entry of entries) process.stdout.write(`${lineOf(entry)}\n`);
  for (const file of unreadable) {
    process.stderr.write(`${plain(file)}：无法读取，不起作用 · cannot be read and counts for nothing\n`);
  }
  if (entries.length === 0)
    process.stderr.write(`${folder} 中没有信任的证书。\nNobody is trusted in ${folder}.\n`);
  return 0;
}

async function remove(folder: string, name: string): Promise<number> {
  for (const entry of await removeTrust(folder, name)) process.stdout.write(`- ${lineOf(entry)}\n`);
  return 0;
}

function lineOf(entry: TrustEntry): string {
  if (entry.kind === 'revocations') {
    const { issuerText, revoked, thisUpdate } = entry.list;
    return `${entry.file}  ${plain(issuerText)}  ${revoked.size}  ${thisUpdate.toISOString().slice(0, 10)}`;
  }
  const { number, subjectText, notAfter } = entry.certificate;
  return `${entry.file}  ${number}  ${plain(subjectText)}  → ${notAfter.toISOString().slice(0, 10)}`;
}
