import { describe, expect, test } from 'vitest';
import { purchase } from '../../clearance/testing/purchases.ts';
import { importPaymentHandler } from './handler.ts';

const handler = importPaymentHandler(async () => new Map());
const { head } = purchase(1).payment;
const sender = (customsCode: string, roles: string[] = []) => ({ customsCode, name: '', roles });

describe('a payment', () => {
  test('is sent by its payment firm and nobody else (R-1.11)', () => {
    expect(handler.mayNotSend(head, sender(head.payCode))).toBeUndefined();
    for (const other of [sender('5301969999', ['LGS']), sender(head.ebpCode, ['EBP'])])
      expect(handler.mayNotSend(head, other)).toMatchObject({ code: 'EXCHANGE-RIGHT', path: 'payCode' });
  });

  test('taken in is answered 120, one only saved is answered 1', () => {
    expect(handler.accepted(head).status).toBe('120');
    expect(handler.accepted({ ...head, appStatus: '1' }).status).toBe('1');
  });

  test('is named in its receipt by payment firm and transaction', () => {
    const { guid, payCode, payTransactionId } = head;
    expect(handler.receiptBody(head, [])).toEqual({ guid, payCode, payTransactionId });
    expect(handler.codes.exists).toMatch(/^-4010/);
  });

  test('is told apart by firm and transaction: one order may be paid twice', () => {
    expect(handler.table.keyOf(head)).not.toBe(handler.table.keyOf({ ...head, payTransactionId: 'another' }));
  });
});
