import { describe, expect, test } from 'vitest';
import { purchase } from '../../clearance/testing/purchases.ts';
import { importWaybillHandler } from './handler.ts';

const handler = importWaybillHandler(async () => new Map());
const { head } = purchase(1).waybill;
const sender = (customsCode: string, roles: string[] = []) => ({ customsCode, name: '', roles });

describe('a waybill', () => {
  test('is sent by its carrier and nobody else (R-1.11)', () => {
    expect(handler.mayNotSend(head, sender(head.logisticsCode))).toBeUndefined();
    expect(handler.mayNotSend(head, sender('5301969999', ['LGS']))).toMatchObject({
      code: 'EXCHANGE-RIGHT',
      path: 'logisticsCode',
    });
  });

  test('taken in is answered 120, one only saved is answered 1', () => {
    expect(handler.accepted(head).status).toBe('120');
    expect(handler.accepted({ ...head, appStatus: '1' }).status).toBe('1');
  });

  test('is named in its receipt by carrier and number', () => {
    const { guid, logisticsCode, logisticsNo } = head;
    expect(handler.receiptBody(head, [])).toEqual({ guid, logisticsCode, logisticsNo });
    expect(handler.codes.exists).toMatch(/^-504/);
  });
});
