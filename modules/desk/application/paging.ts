import { Problem } from '#http';
import type { QueueEnd } from '../storage/queue.ts';

/** Where a page ends, as text for the next request. */
export function cursorText(end: QueueEnd): string {
  return Buffer.from(JSON.stringify([end.dueAt, end.orderNo, end.ebpCode])).toString('base64url');
}

/** @throws Problem 400 for what is no cursor of this interface */
export function readCursor(text: string): QueueEnd {
  try {
    const [dueAt, orderNo, ebpCode] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const strings = [dueAt, orderNo, ebpCode].every((part) => typeof part === 'string');
    if (strings && !Number.isNaN(Date.parse(dueAt))) return { dueAt, orderNo, ebpCode };
  } catch {
    // Falls through to the refusal.
  }
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}
