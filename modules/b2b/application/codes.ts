import type { Finding } from '#kernel';
import { ABROAD_CODES } from '../domain/finding-codes.ts';
import type { B2bPorts } from './ports.ts';
import { unfit } from './refusals.ts';

const [unknownCode] = ABROAD_CODES.filter(({ code }) => code === 'ABROAD-CODE');

/** Checks codes against their lists. @throws Problem 422 with a finding for each that is in none */
export function checkCodes(
  { isCode }: B2bPorts,
  codes: readonly {
    readonly list: 'country' | 'unit' | 'currency';
    readonly code: string;
    readonly path: string;
  }[],
): void {
  const findings = codes
    .filter(({ list, code }) => !isCode(list, code))
    .map(({ list, code, path }): Finding => {
      if (!unknownCode) throw new RangeError('no finding for an unknown code');
      const { text, remedy } = unknownCode;
      return {
        ...{ code: 'ABROAD-CODE', level: 'field', path, remedy },
        message: { zh: `${text.zh}：${list} ${code}`, en: `${text.en}: ${list} ${code}` },
      };
    });
  if (findings.length > 0) throw unfit(findings);
}
