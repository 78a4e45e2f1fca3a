import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { listRules } from '#clearance';
import { exportRules } from '#exports';
import { matchingRules } from '#matching';
import { FINISH_TABLE } from '#modes';
import { codeListNames } from '#registry';
import { riskRules } from '#risk';
import { TAX_RULES } from '#tax';

const CONTRACTS = new URL('../../contracts/', import.meta.url);

/** Every table that decisions are read from, by its path in `contracts/`. */
export const DECIDING_TABLES: readonly string[] = [
  'parameters.csv',
  'tariff.csv',
  'risk-rules.csv',
  'agency-requirements.csv',
  'sampling-rates.csv',
  'certificate-kinds.csv',
  'certificate-recognition.csv',
  'guarantee-cover.csv',
  ...codeListNames.map((list) => `codelists/${list}.csv`),
];

/** The rules in the code: their codes, versions, days, sentences and what they lead to. */
const RULES = { listRules, matchingRules, riskRules, TAX_RULES, exportRules, FINISH_TABLE };

/**
 * Names what decisions rest on by its content: twelve characters of the digest of all deciding tables and all rules
 * listed in the code. Two decisions of one edition followed the same tables and rules; a change of what a rule of the
 * code does shows only with its new version or sentence.
 * @param read bytes of a table.
 * @param rules what is digested as JSON beside the tables.
 * @param overlays editions that lie over the tables.
 */
export function editionOf(
  read: (table: string) => Uint8Array = (table) => readFileSync(new URL(table, CONTRACTS)),
  rules: unknown = RULES,
  overlays: readonly unknown[] = [],
): string {
  const digest = createHash('sha256');
  for (const table of DECIDING_TABLES) {
    const bytes = read(table);
    digest.update(`${table} ${bytes.length}\n`).update(bytes);
  }
  digest.update(JSON.stringify(rules));
  if (overlays.length > 0) digest.update(JSON.stringify(overlays));
  return digest.digest('hex').slice(0, 12);
}
