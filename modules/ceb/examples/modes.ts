import type { Root } from '../types.ts';
import type { Firm } from './firms.ts';

/** Supervision modes an example can go under, by direction; the first where none is chosen. */
export const EXAMPLE_MODES = {
  import: ['9610', '1210'],
  export: ['9610', '1210', '9710', '9810'],
} as const;

export type ExampleMode = (typeof EXAMPLE_MODES)['import' | 'export'][number];

/** In the platform's place where goods go to a warehouse abroad; it has no code in China. */
export const WAREHOUSE_ABROAD: Firm = { code: '无', name: '曼谷示例海外仓', dxpId: '' };

/** Kind of an export order by its mode: retail, business to business, booking of a warehouse abroad. */
export const ORDER_TYPES: Readonly<Record<ExampleMode, string>> = {
  9610: 'E',
  1210: 'E',
  9710: 'B',
  9810: 'W',
};

/** Business to business by list is declared simplified and in no summary. */
export const isB2b = (mode: ExampleMode): boolean => mode === '9710' || mode === '9810';

/** Account book of the zone's firm, and the number of an item in it. */
export const BOOK = { emsNo: 'T8601W000026', itemRecordNo: (at: number): string => String(at + 1) } as const;

const SUMMARY: ReadonlySet<Root> = new Set<Root>(['CEB701Message', 'CEB702Message', 'CEB792Message']);
const TALLY: ReadonlySet<Root> = new Set<Root>(['CEB711Message', 'CEB712Message']);

/** Whether there is such a message under a mode. */
export function occursUnder(mode: ExampleMode, root: Root): boolean {
  return !(isB2b(mode) && SUMMARY.has(root)) && !(mode === '1210' && TALLY.has(root));
}
