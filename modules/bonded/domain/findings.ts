import { type Bilingual, type Decimal, type Finding, formatDecimal } from '#kernel';
import { BONDED_CODES } from './finding-codes.ts';
import type { Refusal } from './post.ts';

const TEXTS = new Map(BONDED_CODES.map((one) => [one.code, one]));

/** The finding of a refused movement. @param there what is available, or what was written under the reference. */
export function bondedFinding(refusal: Refusal | 'BONDED-UNIT', path: string, there: Decimal): Finding {
  const known = TEXTS.get(refusal);
  if (known === undefined) throw new RangeError(`no code ${refusal}`);
  const more: Bilingual =
    refusal === 'BONDED-NOT-ENOUGH' || refusal === 'BONDED-REFERENCE-USED'
      ? { zh: `：${formatDecimal(there)}`, en: `: ${formatDecimal(there)}` }
      : { zh: '', en: '' };
  return {
    code: refusal,
    level: 'business',
    path,
    message: { zh: known.text.zh + more.zh, en: known.text.en + more.en },
    remedy: known.remedy,
    rule: 'R-8.6',
  };
}

/** The finding of goods whose unit is no code of the list. */
export function unitFinding(unit: string, path: string): Finding {
  const found = bondedFinding('BONDED-UNIT', path, 0n as Decimal);
  return {
    ...found,
    level: 'field',
    message: { zh: `${found.message.zh}：${unit}`, en: `${found.message.en}: ${unit}` },
  };
}
