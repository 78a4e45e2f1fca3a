import { describe, expect, it } from 'vitest';
import { decode } from '#ceb';
import { type BatchOptions, makeBatch } from './batches.ts';
import { createZone } from './zone.ts';

const zone = createZone();
const options: BatchOptions = {
  seed: 'B1',
  from: 300,
  count: 100,
  faultShare: 0.03,
  orderedAt: Date.parse('2026-03-10T10:00:00+08:00'),
};

describe('a batch', () => {
  const batch = makeBatch(zone, options);

  it('is four messages of a hundred documents, each read by the standard and sent by its firm', () => {
    const decoded = batch.messages.map(({ bytes }) => decode(bytes));
    expect(decoded.flatMap(({ findings }) => findings)).toEqual([]);
    expect(decoded.map(({ root }) => root)).toEqual([
      'CEB311Message',
      'CEB411Message',
      'CEB511Message',
      'CEB621Message',
    ]);
    decoded.forEach(({ message }, at) => {
      expect(message?.documents).toHaveLength(100);
      expect(message?.transfer?.copCode).toBe(batch.messages[at]?.sender.customsCode);
    });
  });

  it('has a buyer of its own in each dossier', () => {
    const { message } = decode(batch.messages[0]?.bytes ?? new Uint8Array());
    if (message?.root !== 'CEB311Message') throw new Error('the first message is not one of orders');
    expect(new Set(message.documents.map(({ head }) => head.buyerIdNumber)).size).toBe(100);
  });

  it('is the same to the byte for the same seed and numbers, and shares nothing with the next', () => {
    expect(makeBatch(zone, options)).toEqual(batch);
    const next = makeBatch(zone, { ...options, from: 400 });
    const numbers = new Set(batch.dossiers.map(({ number }) => number));
    expect(next.dossiers.filter(({ number }) => numbers.has(number))).toEqual([]);
  });

  it('has as many faults as are asked for', () => {
    const faulty = (faultShare: number) =>
      makeBatch(zone, { ...options, faultShare }).dossiers.filter(({ fault }) => fault !== undefined).length;
    expect(faulty(0)).toBe(0);
    expect(faulty(1)).toBe(100);
    expect(faulty(0.3)).toBeGreaterThan(15);
  });
});
