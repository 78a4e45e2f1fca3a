import type { Day, Finding } from '#kernel';
import { type ParameterTable, parameterOn } from '#tax';
import { type ExportFacts, exportVerdict } from './export-application.ts';
import type { TaxedReason } from './export-return.ts';
import { type ReturnsCode, returnsFinding } from './finding-codes.ts';

/** Why exported goods are back; freedom from tax is for the first two. */
export type CauseOfReturn = 'unsold' | 'sent-back' | 'other';

/** 出口货物已补税/未退税证明: the refund was repaid, or never taken. */
export interface RefundProof {
  readonly kind: 'repaid' | 'not-refunded';
  readonly number: string;
}

/** What an officer has found of goods that are back from abroad. */
export interface ExportFound {
  readonly cause: CauseOfReturn;
  readonly proof?: RefundProof | undefined;
  readonly arrivedOn: Day;
  /** Office of the site they came to. */
  readonly office: string;
}

/** Whether a line comes in free of tax, and why not. */
export interface LineFreedom {
  readonly gnum: number;
  readonly taxFree: boolean;
  /** Codes of findings. */
  readonly taxedBecause: readonly string[];
}

const CODES: Readonly<Record<TaxedReason, ReturnsCode>> = {
  TAX_FREE_WINDOW: 'RETURN-TAXED-WINDOW',
  TAX_FREE_NOT_IN_FORCE: 'RETURN-TAXED-NOT-IN-FORCE',
  FOOD: 'RETURN-TAXED-FOOD',
  OTHER_REASON: 'RETURN-TAXED-CAUSE',
  REFUND_NOT_SETTLED: 'RETURN-TAXED-REFUND',
};

/** Whether goods of a commodity code are food: by chapters named for the day, e.g. `02-04 07-11` (D). */
export function isFood(gcode: string, parameters: ParameterTable, day: Day): boolean {
  const chapter = gcode.slice(0, 2);
  const ranges = parameterOn(parameters, 'export.return_food_chapters', day)?.value ?? '';
  return ranges
    .split(' ')
    .map((range) => range.split('-'))
    .some(([from = '', to = from]) => from !== '' && chapter >= from && chapter <= to);
}

/**
 * Whether each line that was found to be the original goods comes in free of tax. A list of summary statistics
 * (A) is one without a refund: nothing has to be proved of it.
 */
export function freedomOf(
  list: Pick<ExportFacts, 'tradeMode' | 'customsCode' | 'releasedOn' | 'leftOn'> & {
    readonly statisticsFlag: string;
  },
  lines: readonly { readonly gnum: number; readonly gcode: string }[],
  { cause, proof, arrivedOn, office }: ExportFound,
  parameters: ParameterTable,
): LineFreedom[] {
  return lines.map(({ gnum, gcode }) => {
    const verdict = exportVerdict(
      list,
      {
        ...{ on: arrivedOn, office, unsoldOrReturned: cause !== 'other' },
        food: isFood(gcode, parameters, arrivedOn),
        refundSettled: proof !== undefined || list.statisticsFlag === 'A',
      },
      parameters,
    );
    const taxedBecause = verdict?.taxedBecause ?? (['TAX_FREE_NOT_IN_FORCE'] as const);
    return {
      ...{ gnum, taxFree: taxedBecause.length === 0 },
      taxedBecause: taxedBecause.map((reason) => CODES[reason]),
    };
  });
}

/** The reasons lines bear tax for, as they are told. */
export const taxedFindings = (lines: readonly LineFreedom[]): Finding[] =>
  lines.flatMap(({ gnum, taxedBecause }) =>
    taxedBecause.map((code) => returnsFinding(code as ReturnsCode, `lines[gnum=${gnum}]`)),
  );
