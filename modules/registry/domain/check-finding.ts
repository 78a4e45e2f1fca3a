import type { Bilingual, Finding } from '#kernel';

/** A finding about one field of a register entry. `shown` is the value as it may be shown: mask personal data first. */
export function checkFinding(
  code: string,
  path: string,
  rule: string,
  message: Bilingual,
  remedy: Bilingual,
  shown?: string,
): Finding {
  return {
    code,
    level: 'field',
    path,
    message,
    remedy,
    rule,
    ...(shown === undefined ? {} : { evidence: [{ paper: 'registry', path, value: shown }] }),
  };
}
