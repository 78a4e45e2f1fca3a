import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../check/check.ts';
import { decode } from '../decode/decode.ts';
import { encode } from '../encode/encode.ts';
import { messageTables } from '../tables/message-tables.ts';
import type { MessageTable } from '../tables/row.ts';
import { TABLES } from '../tables/tables.ts';
import type { CebMessage, Root } from '../types.ts';
import { allExamples, exampleMessage } from './example.ts';
import { EXAMPLE_FIRMS } from './firms.ts';
import { following, guidOf } from './identity.ts';
import { EXAMPLE_MODES, type ExampleMode, occursUnder } from './modes.ts';

const ROOTS: readonly Root[] = TABLES.map(({ root }) => root);
const bytesOf = (message: CebMessage) => new TextEncoder().encode(encode(message));

function fieldsOf(root: Root): Record<string, string | number | undefined> {
  const [document] = exampleMessage(root, { orderNo: 'T1' }).documents;
  return (document?.head ?? {}) as Record<string, string | number | undefined>;
}

describe('the examples', () => {
  it('are there for every message of the standard', () => {
    expect(allExamples().map(({ root }) => root)).toEqual(ROOTS.toSorted());
  });

  it.each(ROOTS)(
    '%s is sound by structure, fields and business checks, and is read back as it was',
    (root) => {
      const message = exampleMessage(root);
      const decoded = decode(bytesOf(message));
      expect(decoded.findings).toEqual([]);
      expect(check(message)).toEqual([]);
      expect(encode(decoded.message as CebMessage)).toBe(encode(message));
    },
  );

  it.each(
    (['import', 'export'] as const).flatMap((direction) =>
      EXAMPLE_MODES[direction].flatMap((mode) =>
        ROOTS.filter((root) => messageTables[root].direction === direction && occursUnder(mode, root)).map(
          (root) => [root, mode] as const,
        ),
      ),
    ),
  )('%s is as sound under %s', (root, mode) => {
    const message = exampleMessage(root, { mode });
    expect(decode(bytesOf(message)).findings).toEqual([]);
    expect(check(message)).toEqual([]);
  });

  it('say in which mode they go', () => {
    const first = (root: Root, mode: ExampleMode) => exampleMessage(root, { mode }).documents[0];
    expect(first('CEB303Message', '9710')?.head).toMatchObject({ orderType: 'B' });
    expect(first('CEB303Message', '9810')?.head).toMatchObject({ orderType: 'W', ebpCode: '无' });
    expect(exampleMessage('CEB303Message', { mode: '9810' }).transfer?.copCode).toBe(
      EXAMPLE_FIRMS.seller.code,
    );
    expect(first('CEB603Message', '9810')?.head).toMatchObject({ tradeMode: '9810', statisticsFlag: 'A' });
    expect(first('CEB603Message', '1210')?.items[0]).toMatchObject({ itemRecordNo: '1' });
    expect(first('CEB213Message', '1210')?.head).toMatchObject({ tradeMode: '1261' });
    expect(first('CEB621Message', '1210')?.head).toMatchObject({ tradeMode: '1210', country: '142' });
    expect(first('CEB621Message', '1210')?.head).not.toHaveProperty('trafNo');
    expect(first('CEB511Message', '1210')?.head).not.toHaveProperty('billNo');
  });

  it('are not there where a mode has none', () => {
    expect(() => exampleMessage('CEB621Message', { mode: '9710' })).toThrow(RangeError);
    expect(() => exampleMessage('CEB701Message', { mode: '9710' })).toThrow(RangeError);
    expect(() => exampleMessage('CEB711Message', { mode: '1210' })).toThrow(RangeError);
  });

  it('are the same for the same choice, and others for another', () => {
    for (const root of ROOTS) {
      expect(exampleMessage(root)).toEqual(exampleMessage(root));
      expect(exampleMessage(root, { orderNo: 'T1' })).not.toEqual(exampleMessage(root));
    }
  });

  it('stay sound for any order number and time', () => {
    const orderNo = fc
      .string({ unit: fc.constantFrom('A', '7', '-', '茶', '😀', '&', '<'), minLength: 1, maxLength: 60 })
      .filter((text) => [...text].length <= 60);
    const orderedAt = fc.constantFrom('20200229000000', '20231231235959', '20260701093000');
    fc.assert(
      fc.property(fc.constantFrom(...ROOTS), orderNo, orderedAt, (root, number, time) => {
        const message = exampleMessage(root, { orderNo: number, orderedAt: time });
        expect(decode(bytesOf(message)).findings).toEqual([]);
        expect(check(message)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('refuse an order number or time that is none', () => {
    expect(() => exampleMessage('CEB311Message', { orderNo: '' })).toThrow(RangeError);
    expect(() => exampleMessage('CEB311Message', { orderNo: '单'.repeat(61) })).toThrow(RangeError);
    expect(() => exampleMessage('CEB311Message', { orderedAt: '20260230120000' })).toThrow(RangeError);
  });

  it('let another firm play a part', () => {
    const firm = { code: '5301960001', name: '昆明示例新店', dxpId: 'DXPENT0000000001' };
    const message = exampleMessage('CEB311Message', { firms: { platform: firm } });
    expect(message.documents[0]?.head).toMatchObject({ ebpCode: firm.code, ebpName: firm.name });
    expect(message.transfer).toMatchObject({ copCode: firm.code, dxpId: firm.dxpId });
  });
});

describe('the papers of one purchase', () => {
  it.each([
    ['orderNo', ['CEB311Message', 'CEB411Message', 'CEB511Message', 'CEB621Message', 'CEB625Message']],
    ['payTransactionId', ['CEB311Message', 'CEB411Message', 'CEB412Message']],
    ['logisticsNo', ['CEB511Message', 'CEB513Message', 'CEB621Message', 'CEB623Message', 'CEB514Message']],
    ['billNo', ['CEB511Message', 'CEB621Message', 'CEB711Message']],
    ['invtNo', ['CEB622Message', 'CEB623Message', 'CEB625Message', 'CEB816Message', 'CEB818Message']],
    ['copNo', ['CEB621Message', 'CEB622Message', 'CEB623Message', 'CEB624Message']],
    ['preNo', ['CEB622Message', 'CEB623Message']],
    ['taxNo', ['CEB816Message', 'CEB818Message']],
  ] as const)('name the same %s', (field, roots) => {
    expect(new Set(roots.map((root) => fieldsOf(root)[field])).size).toBe(1);
    expect(fieldsOf(roots[0])[field]).toBeTruthy();
  });
});

describe('the papers of one sale', () => {
  it.each([
    ['orderNo', ['CEB303Message', 'CEB403Message', 'CEB603Message', 'CEB604Message']],
    ['logisticsNo', ['CEB505Message', 'CEB603Message', 'CEB213Message', 'CEB215Message']],
    ['billNo', ['CEB603Message', 'CEB507Message', 'CEB509Message', 'CEB607Message']],
    ['invtNo', ['CEB604Message', 'CEB605Message', 'CEB213Message', 'CEB215Message']],
    ['copNo', ['CEB603Message', 'CEB604Message', 'CEB605Message']],
    ['preNo', ['CEB604Message', 'CEB605Message']],
    ['sumNo', ['CEB702Message', 'CEB792Message']],
    ['coElNo', ['CEB213Message', 'CEB214Message', 'CEB215Message', 'CEB216Message']],
  ] as const)('name the same %s', (field, roots) => {
    expect(new Set(roots.map((root) => fieldsOf(root)[field])).size).toBe(1);
    expect(fieldsOf(roots[0])[field]).toBeTruthy();
  });

  it('are bundled and summed up by the number of their list', () => {
    const invtNo = fieldsOf('CEB604Message').invtNo;
    for (const root of ['CEB607Message', 'CEB701Message', 'CEB792Message'] as const) {
      const [document] = exampleMessage(root, { orderNo: 'T1' }).documents;
      expect(document?.items[0]).toMatchObject({ invtNo });
    }
  });
});

describe('receipts', () => {
  it('are answers to their paper: what both have is the same', () => {
    const tables: readonly MessageTable[] = TABLES;
    for (const { root, answer } of tables) {
      if (answer === undefined) continue;
      const [paper, receipt] = [fieldsOf(root as Root), fieldsOf(answer as Root)];
      const shared = Object.keys(receipt).filter((name) => name !== 'guid' && paper[name] !== undefined);
      expect(shared.length, answer).toBeGreaterThan(0);
      for (const name of shared) expect(receipt[name], `${answer} ${name}`).toBe(paper[name]);
    }
  });
});

describe('numbers that follow from a text', () => {
  it('are GUIDs in capitals, each text its own', () => {
    const guids = Array.from({ length: 20_000 }, (_, at) => guidOf(`paper ${at}`));
    expect(new Set(guids).size).toBe(guids.length);
    for (const guid of guids)
      expect(guid).toMatch(/^[\dA-F]{8}-[\dA-F]{4}-4[\dA-F]{3}-[89AB][\dA-F]{3}-[\dA-F]{12}$/);
  });

  it('begin like the order number, and keep apart where they must be cut', () => {
    expect(following('D1', 'W', 60)).toBe('D1-W');
    const [one, other] = [
      following(`SBX-800-${'7'.repeat(40)}1`, 'C', 20),
      following(`SBX-800-${'7'.repeat(40)}2`, 'C', 20),
    ];
    expect(one).toMatch(/^SBX-800-/);
    expect([...one]).toHaveLength(20);
    expect(one).not.toBe(other);
  });
});
