import { describe, expect, test } from 'vitest';
import { purchase } from '../../clearance/testing/purchases.ts';
import { importOrderHandler } from './handler.ts';

const handler = importOrderHandler(async () => new Map());
const { head } = purchase(1).order;
const sender = (customsCode: string, roles: string[] = []) => ({ customsCode, name: '', roles });

describe('an order', () => {
  test.each([
    ['its platform', sender(head.ebpCode)],
    ['its seller', sender(head.ebcCode)],
  ])('may be sent by %s', (_who, from) => {
    expect(handler.mayNotSend(head, from)).toBeUndefined();
  });

  test.each([
    ['anybody else', sender(head.payCode ?? '', ['PAY'])],
    ['an express or postal operator whose promise nobody has filed', sender('5301969999', ['LGS'])],
  ])('may not be sent by %s (R-1.11)', (_who, from) => {
    const finding = handler.mayNotSend(head, from);
    expect(finding).toMatchObject({ code: 'EXCHANGE-RIGHT', path: 'ebcCode', rule: 'R-1.11' });
  });

  test('taken in is answered 120, one only saved is answered 1', () => {
    expect(handler.accepted(head)).toEqual({ status: '120', info: '[Code:1800;Desc:逻辑校验通过]' });
    expect(handler.accepted({ ...head, appStatus: '1' }).status).toBe('1');
  });

  test('is named in its receipt by platform, seller and number, and refused by the codes of CEB312', () => {
    const { guid, ebpCode, ebcCode, orderNo } = head;
    expect(handler.receiptBody(head, [])).toEqual({ guid, ebpCode, ebcCode, orderNo });
    expect(handler.codes).toEqual({
      exists: '-301010',
      notFound: '-301009',
      invalid: '-301008',
      locked: '-301011',
      stale: '-301014',
    });
  });

  test('of one number on two platforms is two orders', () => {
    expect(handler.table.keyOf(head)).not.toBe(handler.table.keyOf({ ...head, ebpCode: 'other' }));
  });
});
