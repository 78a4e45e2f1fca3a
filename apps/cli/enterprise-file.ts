import { readFile } from 'node:fs/promises';
import type { Finding } from '#kernel';
import { OperatorError } from '#postgres';
import { type CodeLists, checkEnterprise, type Enterprise } from '#registry';

/** Fields of an entry that are text, and whether each must be given. */
const TEXTS = {
  customsCode: true,
  uscc: true,
  name: true,
  customsOffice: true,
  dxpId: false,
  validFrom: true,
  validTo: false,
  state: true,
} as const;

const STATES: readonly unknown[] = ['active', 'suspended', 'closed'];

/** What is wrong with one entry of a file. */
export interface EntryFindings {
  /** Place in the file, from 1. */
  readonly place: number;
  readonly customsCode: string;
  readonly findings: readonly Finding[];
}

/**
 * Reads enterprises from a JSON file, one or a list of them, in the shape of `contracts/samples/enterprises.json`.
 * @returns the entries, and what is wrong with those that are not sound.
 * @throws OperatorError where the file cannot be read or is not of that shape.
 */
export async function readEnterprises(
  file: string,
  lists: CodeLists,
): Promise<{ enterprises: readonly Enterprise[]; unsound: readonly EntryFindings[] }> {
  const enterprises = [await parsed(file)].flat().map((entry, at) => shaped(entry, file, at + 1));
  const unsound = enterprises.flatMap((enterprise, at) => {
    const findings = checkEnterprise(enterprise, lists);
    return findings.length === 0 ? [] : [{ place: at + 1, customsCode: enterprise.customsCode, findings }];
  });
  return { enterprises, unsound };
}

async function parsed(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new OperatorError(
      { zh: `无法读取 ${file}：${reason}`, en: `${file} cannot be read: ${reason}` },
      fault,
    );
  }
}

/** The entry as an enterprise if it has the fields of one, each of its kind, and no others. */
function shaped(entry: unknown, file: string, place: number): Enterprise {
  const fields: Readonly<Record<string, unknown>> =
    typeof entry === 'object' && entry !== null ? { ...entry } : {};
  const wrong = [
    ...Object.entries(TEXTS)
      .filter(([name, needed]) => typeof fields[name] !== (needed || name in fields ? 'string' : 'undefined'))
      .map(([name]) => name),
    ...(STATES.includes(fields.state) ? [] : ['state']),
    ...(Array.isArray(fields.roles) && fields.roles.every((role) => typeof role === 'string')
      ? []
      : ['roles']),
    ...Object.keys(fields).filter((name) => name !== 'roles' && !(name in TEXTS)),
  ];
  if (wrong.length === 0) return fields as unknown as Enterprise;
  const names = [...new Set(wrong)].join(', ');
  throw new OperatorError({
    zh: `${file} 第 ${place} 个企业的字段缺失、类型不符或不认识：${names}；格式见 contracts/samples/enterprises.json。`,
    en: `Enterprise ${place} in ${file} has fields that are missing, of the wrong kind or unknown: ${names}; see contracts/samples/enterprises.json.`,
  });
}
