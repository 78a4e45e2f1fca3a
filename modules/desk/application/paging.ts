import { cursorOf, readCursor as wordsOf } from '#http';
import type { QueueEnd } from '../storage/queue.ts';

/** Where a page ends, as text for the next request. */
export const cursorText = ({ dueAt, orderNo, ebpCode }: QueueEnd): string =>
  cursorOf(dueAt, orderNo, ebpCode);

/** @throws Problem 400 for what is no cursor of this interface */
export function readCursor(text: string): QueueEnd {
  const [dueAt = '', orderNo = '', ebpCode = ''] = wordsOf(text, 3);
  return { dueAt, orderNo, ebpCode };
}
