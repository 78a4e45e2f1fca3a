import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** How the platform stands to one requirement of OWASP ASVS. */
export interface AsvsLine {
  /** `V6.2.1` */
  readonly id: string;
  readonly level: '1' | '2';
  readonly state: AsvsState;
  readonly zh: string;
  readonly en: string;
  /** Paths from the root where it is met, tests among them. */
  readonly where: readonly string[];
  /** What is missing, why it does not apply, or how it is met. */
  readonly note: string;
}

export const asvsStates = {
  met: '满足 met',
  partly: '部分满足 partly',
  'not met': '未满足 not met',
  'n/a': '不适用 does not apply',
} as const;

export type AsvsState = keyof typeof asvsStates;

/** The lines of `contracts/security/asvs.csv` under the root given, in its order. */
export function asvsLines(root: string): AsvsLine[] {
  const rows: Record<string, string>[] = parse(
    readFileSync(join(root, 'contracts/security/asvs.csv'), 'utf8'),
    {
      columns: true,
    },
  );
  return rows.map(({ where = '', ...row }) => ({
    ...(row as unknown as Omit<AsvsLine, 'where'>),
    where: where.split(' ').filter((path) => path !== ''),
  }));
}
