import type { Bilingual, Finding } from '#kernel';
import { GATE_CODES, type PaperFault, type StopReason } from './finding-codes.ts';

const TEXTS = new Map(GATE_CODES.map((one) => [one.code, one]));

/** A finding of a code. @param more what it is about, added to the sentence */
export function gateFinding(code: PaperFault | StopReason, path: string, more?: string | Bilingual): Finding {
  const known = TEXTS.get(code);
  if (known === undefined) throw new RangeError(`no code ${code}`);
  const { zh, en } = typeof more === 'object' ? more : { zh: more ?? '', en: more ?? '' };
  return {
    ...{ code, level: 'business', path, rule: 'R-1.18a', remedy: known.remedy },
    message: {
      zh: zh === '' ? known.text.zh : `${known.text.zh}：${zh}`,
      en: en === '' ? known.text.en : `${known.text.en}: ${en}`,
    },
  };
}
