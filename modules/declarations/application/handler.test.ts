import { describe, expect, test } from 'vitest';
import { encode } from '#ceb';
import { purchase } from '../../clearance/testing/purchases.ts';
import { importListHandler } from './handler.ts';

const handler = importListHandler({
  standings: async () => new Map(),
  taken: async () => undefined,
  chinaDay: () => '20261123',
});
const { head } = purchase(1).declaration;
const sender = (customsCode: string) => ({ customsCode, name: '', roles: [] });

describe('an import list', () => {
  test('is sent by its declaring agent, or by the seller or its domestic agent (R-1.11)', () => {
    expect(handler.mayNotSend(head, sender(head.agentCode))).toBeUndefined();
    expect(handler.mayNotSend(head, sender(head.ebcCode))).toBeUndefined();
    expect(handler.mayNotSend(head, sender(head.ebpCode))).toMatchObject({
      code: 'EXCHANGE-RIGHT',
      path: 'agentCode',
    });
  });

  test.each([
    ['1', '清单新增申报成功'],
    ['2', '清单变更申报成功'],
    ['3', '清单删除申报成功'],
  ])('sent with appType %s is answered 2, %s', (appType, words) => {
    const { status, info } = handler.accepted({ ...head, appType });
    expect(status).toBe('2');
    expect(info).toContain(words);
    expect(info).toContain(head.orderNo);
  });

  test('only saved is answered 1 and said to be saved', () => {
    expect(handler.accepted({ ...head, appStatus: '1' })).toEqual({ status: '1', info: '电子口岸已暂存' });
  });

  test('has no code of its own for an old message: it counts as one that fails the check', () => {
    expect(handler.codes).toEqual({
      exists: '-621004',
      notFound: '-621011',
      invalid: '-621001',
      locked: '-621012',
      stale: '-621001',
    });
  });
});

describe('the receipt of a list', () => {
  test('names it by its own number and ours', () => {
    const body = handler.receiptBody(head, ['B20261123000000001']);
    expect(body).toMatchObject({ copNo: head.copNo, preNo: 'B20261123000000001', ebcCode: head.ebcCode });
  });

  test('of one without a number of its own carries ours in its place, as the schema demands one', () => {
    const { copNo: _, ...rest } = head;
    expect(handler.receiptBody(rest, ['B20261123000000001']).copNo).toBe('B20261123000000001');
  });

  test('of one that was refused has eighteen zeros for the number it was not given', () => {
    const { copNo: _, ...rest } = head;
    const body = handler.receiptBody(rest, []);
    expect(body).toMatchObject({ copNo: '-', preNo: '0'.repeat(18) });
    const receipt = { ...body, returnStatus: '-621001', returnTime: '20261123130000000', returnInfo: 'x' };
    const documents = [{ head: receipt, items: [] }];
    const message = { root: 'CEB622Message', guid: head.guid, version: '1.0', documents, subscriptions: [] };
    expect(encode(message as unknown as Parameters<typeof encode>[0])).toContain(
      '<preNo>000000000000000000</preNo>',
    );
  });
});
