import type { Finding } from '#kernel';
import { BULK_CODES, type BulkCode } from './finding-codes.ts';

const texts = new Map(BULK_CODES.map((entry) => [entry.code, entry]));

/**
 * @param path row or column it is about, or nothing
 * @param more what is known besides, in both languages
 */
export function bulkFinding(code: BulkCode, path = '', more?: readonly [zh: string, en: string]): Finding {
  const entry = texts.get(code);
  if (!entry) throw new RangeError(`no text for ${code}`);
  const { text, remedy, levels } = entry;
  return {
    code,
    level: levels[0] ?? 'structure',
    path,
    message: more
      ? { zh: `${text.zh}：${more[0]}`, en: `${text.en}: ${more[1]}` }
      : { zh: text.zh, en: text.en },
    remedy,
  };
}
