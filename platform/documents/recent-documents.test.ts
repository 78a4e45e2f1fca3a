import { describe, expect, test } from 'vitest';
import { RecentDocuments } from './recent-documents.ts';

const written = (key: string, messageId = 'M1') => ({
  ...{ key, messageId, sender: '5301960001', receivedAt: new Date(0), extra: [] },
  document: { head: { orderNo: key }, items: [] },
});

/** Which of these documents are still at hand. */
const atHand = (recent: RecentDocuments, keys: readonly string[]): string[] =>
  keys.filter((key) => recent.get(key, 'M1') !== undefined);

describe('the documents written lately', () => {
  test('are kept up to so much text, whatever their number; the oldest give way', () => {
    const recent = new RecentDocuments(1_000);
    for (const key of ['a', 'b', 'c', 'd']) recent.add(written(key), 250);
    expect(atHand(recent, ['a', 'b', 'c', 'd'])).toEqual(['a', 'b', 'c', 'd']);
    recent.add(written('long'), 600);
    expect(atHand(recent, ['a', 'b', 'c', 'd', 'long'])).toEqual(['d', 'long']);
  });

  test('of one number count once, as the last message left it', () => {
    const recent = new RecentDocuments(1_000);
    for (let i = 0; i < 10; i += 1) recent.add(written('a'), 500);
    recent.add(written('b'), 500);
    expect(atHand(recent, ['a', 'b'])).toEqual(['a', 'b']);
    recent.add(written('a', 'M2'), 500);
    expect(recent.get('a', 'M1')).toBeUndefined();
    expect(recent.get('a', 'M2')?.messageId).toBe('M2');
  });

  test('do not hold one that is larger than all the room, nor what it has replaced', () => {
    const recent = new RecentDocuments(1_000);
    recent.add(written('a'), 10);
    recent.add(written('b'), 10);
    recent.add(written('a'), 1_001);
    expect(atHand(recent, ['a', 'b'])).toEqual(['b']);
  });
});
