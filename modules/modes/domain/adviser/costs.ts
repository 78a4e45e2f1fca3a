import type { Bilingual, Confidence, Decimal } from '#kernel';
import { RowReader, type TableRow } from '#tax';
import { ADVISED_MODES } from './criteria.ts';
import type { Direction, ModeCode } from './criterion.ts';

/** When a paper is needed: always, or only in the named case. */
export type PaperWhen = 'always' | 'refund' | 'licence' | 'list' | 'declaration' | 'declared';

interface Cost {
  readonly mode: ModeCode;
  readonly direction: Direction;
  readonly code: string;
  readonly name: Bilingual;
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/** A paper a mode asks for. */
export interface Paper extends Cost {
  readonly when: PaperWhen;
}

/** A step a mode takes, and for how long as a rule. */
export interface Step extends Cost {
  readonly hours: Decimal;
}

/** What each mode costs in papers and time. */
export interface ModeCosts {
  readonly papers: readonly Paper[];
  readonly steps: readonly Step[];
}

const MODES = [...new Set([...ADVISED_MODES.import, ...ADVISED_MODES.export])];
const WHENS: readonly PaperWhen[] = ['refund', 'licence', 'list', 'declaration', 'declared'];

/**
 * Reads the rows of `contracts/mode-costs.csv`.
 * @throws RangeError naming the row and column that cannot be read.
 */
export function parseModeCosts(rows: readonly TableRow[]): ModeCosts {
  const papers: Paper[] = [];
  const steps: Step[] = [];
  rows.forEach((cells, index) => {
    const row = new RowReader('mode-costs.csv', index + 2, cells);
    const cost: Cost = {
      mode: row.oneOf('mode', MODES),
      direction: row.oneOf('direction', ['import', 'export']),
      code: row.text('code'),
      name: { zh: row.text('zh'), en: row.text('en') },
      rule: row.text('rule'),
      source: row.text('source'),
      confidence: row.confidence('confidence'),
    };
    if (row.oneOf('kind', ['paper', 'step']) === 'step') steps.push({ ...cost, hours: row.decimal('hours') });
    else
      papers.push({
        ...cost,
        when: row.optional('when') === undefined ? 'always' : row.oneOf('when', WHENS),
      });
  });
  return { papers, steps };
}
