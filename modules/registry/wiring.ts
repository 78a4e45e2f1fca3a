import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type CodeListName, type CodeListRow, type CodeLists, codeListNames, codeListsOf } from './index.ts';

const CODE_LISTS = new URL('../../contracts/codelists/', import.meta.url);

function readTable(folder: URL, list: CodeListName): CodeListRow[] {
  return parse(readFileSync(new URL(`${list}.csv`, folder)), { columns: true, skip_empty_lines: true });
}

/**
 * Reads all code lists from their CSV files, once, when the program starts.
 * @param folder where they lie; by default `contracts/codelists` of this project.
 * @throws when a file is missing or a row is unsound.
 */
export function loadCodeLists(folder: URL = CODE_LISTS): CodeLists {
  const tables = Object.fromEntries(codeListNames.map((list) => [list, readTable(folder, list)]));
  return codeListsOf(tables as Record<CodeListName, CodeListRow[]>);
}

export { enterpriseRegister } from './storage/enterprises.ts';
export { goodsRegister } from './storage/goods.ts';
