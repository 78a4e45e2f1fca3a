import type { Finding } from '#kernel';
import { DISPLAY_CODES, type DisplayFault } from './finding-codes.ts';

const TEXTS = new Map(DISPLAY_CODES.map((one) => [one.code, one]));

/** A finding of a code. @param more what it is about, added to the sentence */
export function displayFinding(code: DisplayFault, path: string, more = ''): Finding {
  const known = TEXTS.get(code);
  if (known === undefined) throw new RangeError(`no code ${code}`);
  const [zh, en] = more === '' ? ['', ''] : [`：${more}`, `: ${more}`];
  return {
    ...{ code, level: 'business', path, rule: 'R-8.6', remedy: known.remedy },
    message: { zh: known.text.zh + zh, en: known.text.en + en },
  };
}
