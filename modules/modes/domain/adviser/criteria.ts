import type { CriterionRow, Direction, ModeCode } from './criterion.ts';
import { EXPORT_CRITERIA } from './export-criteria.ts';
import { IMPORT_CRITERIA } from './import-criteria.ts';

/** First day of mode 1239. */
export const BONDED_A_SINCE = '2016-12-01';

/** Every criterion of every mode. */
export const CRITERIA: readonly CriterionRow[] = [...IMPORT_CRITERIA, ...EXPORT_CRITERIA];

/** The modes that advice is given on, in the order they are shown where nothing tells them apart. */
export const ADVISED_MODES: Readonly<Record<Direction, readonly ModeCode[]>> = {
  import: ['9610', '1210', '1239', '0110'],
  export: ['9610', '1210', '9710', '9810', '1039', '4019', '0110'],
};
