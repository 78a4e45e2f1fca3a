import type { Finding } from '#kernel';
import { SHEET_CODES, type SheetCode } from './sheet-codes.ts';

/** Why a file cannot be read on; what was read before it stands. */
export class SheetFault extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(`${finding.code}: ${finding.message.en}`);
    this.finding = finding;
  }
}

const texts = new Map(SHEET_CODES.map((entry) => [entry.code, entry]));

/**
 * @param path where in the file: `row 17`, `line 20`, a part of the workbook, or nothing
 * @param more what is known besides, in both languages
 */
export function sheetFault(code: SheetCode, path = '', more?: readonly [zh: string, en: string]): SheetFault {
  const entry = texts.get(code);
  if (!entry) throw new RangeError(`no text for ${code}`);
  const { text, remedy } = entry;
  const message = more
    ? { zh: `${text.zh}：${more[0]}`, en: `${text.en}: ${more[1]}` }
    : { zh: text.zh, en: text.en };
  return new SheetFault({ code, level: 'structure', path, message, remedy });
}
