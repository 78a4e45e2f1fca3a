import type { Finding } from '#kernel';
import type { Frame } from './frames.ts';
import { strayText } from './sequence-findings.ts';

const ONLY_SPACE = /^[ \t\n\r]*$/;

/**
 * Gives a stretch of character data to the element it stands in. Between elements only white space may stand, and
 * no CDATA section, not even an empty one; each element is blamed for stray text once.
 */
export function takeText(frame: Frame, value: string, cdata: boolean): Finding | undefined {
  if (frame.kind === 'skip' || frame.kind === 'lax') {
    return undefined;
  }
  if (frame.kind === 'field') {
    frame.text += value;
    frame.empty = false;
    return undefined;
  }
  if (frame.kind === 'signature' && (frame.declaration.element.simple || frame.declaration.element.mixed)) {
    frame.text += value;
    return undefined;
  }
  if (frame.blamed || (!cdata && ONLY_SPACE.test(value))) {
    return undefined;
  }
  frame.blamed = true;
  return strayText(frame.path, value);
}
