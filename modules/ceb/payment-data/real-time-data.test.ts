import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formBody, formField } from './form.ts';
import { draftPaymentData, readPaymentData } from './real-time-data.ts';
import { amounts, UNSIGNED, unsignedData } from './testing/payments.ts';

/** Without fields that are not there: reading leaves them out. */
const present = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const sent = draftPaymentData(UNSIGNED).signed('03000000000cde6f', 'c2lnbmF0dXJl');

describe('what is signed', () => {
  test('are the four parts in quotes, the JSON inside as it is sent', () => {
    const { toSign } = draftPaymentData(UNSIGNED);
    expect(toSign).toMatch(
      /^"sessionID":"fe2374-8fnejf97-32839218"\|\|"payExchangeInfoHead":"\{"guid":"E4B7/,
    );
    expect(toSign).toContain(
      '}"||"payExchangeInfoLists":"[{"orderNo":"D260310S01A","goodsInfo":[{"gname":"普洱茶"',
    );
    expect(toSign).toMatch(/\}\]"\|\|"serviceTime":"1773107700000"$/);
  });

  test('stands byte for byte in what is sent, whatever the texts hold', () => {
    fc.assert(
      fc.property(unsignedData, (data) => {
        const draft = draftPaymentData(data);
        const json = draft.signed('1111100', 'c2ln');
        const parts =
          /^"sessionID":("[^"]*")\|\|"payExchangeInfoHead":"(\{.*\})"\|\|"payExchangeInfoLists":"(\[.*\])"\|\|"serviceTime":"(\d+)"$/su.exec(
            draft.toSign,
          );
        const [, sessionID, head, lists, serviceTime] = parts ?? [];
        expect(json).toBe(
          `{"sessionID":${sessionID},"payExchangeInfoHead":${head},"payExchangeInfoLists":${lists},"serviceTime":${serviceTime},"certNo":"1111100","signValue":"c2ln"}`,
        );
        expect(readPaymentData(formField(formBody('payExInfoStr', json), 'payExInfoStr') ?? '').toSign).toBe(
          draft.toSign,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('is read from what was sent, not from what it means: 5.0 stays 5.0, and 5 stays 5', () => {
    for (const amount of ['5.0', '5', '5.00000', '0.10', '88.08']) {
      const other = sent.replace('"totalAmount":5.0', `"totalAmount":${amount}`);
      const read = readPaymentData(other);
      expect(read.toSign).toContain(`"totalAmount":${amount},"currency"`);
      expect(read.message?.payExchangeInfoHead.totalAmount).toBe(amount);
    }
  });

  test('is the same whether the time is sent as a number, as in the notice, or as text, as is done', () => {
    const asText = sent.replace('"serviceTime":1773107700000', '"serviceTime":"1773107700000"');
    expect(asText).not.toBe(sent);
    expect(readPaymentData(asText).toSign).toBe(readPaymentData(sent).toSign);
  });
});

describe('what is written', () => {
  test('is read back as the same message, without a finding of structure', () => {
    fc.assert(
      fc.property(unsignedData, (data) => {
        const read = readPaymentData(draftPaymentData(data).signed('1111100', 'c2ln'));
        expect(read.findings.filter(({ level }) => level === 'structure')).toEqual([]);
        expect(read.message).toEqual({ ...present(data), certNo: '1111100', signValue: 'c2ln' });
      }),
      { numRuns: 300 },
    );
  });

  test('is JSON to others too, and means the same', () => {
    fc.assert(
      fc.property(unsignedData, (data) => {
        const { payExchangeInfoHead: head, ...rest } = JSON.parse(draftPaymentData(data).signed('1', '2'));
        expect({ ...rest, serviceTime: String(rest.serviceTime) }).toMatchObject({
          sessionID: data.sessionID,
          payExchangeInfoLists: present(data.payExchangeInfoLists),
          serviceTime: data.serviceTime,
        });
        expect(head).toEqual({
          ...present(data.payExchangeInfoHead),
          totalAmount: Number(data.payExchangeInfoHead.totalAmount),
        });
      }),
    );
  });

  test('keeps amounts no floating-point number can hold', () => {
    fc.assert(
      fc.property(amounts, (totalAmount) => {
        const data = { ...UNSIGNED, payExchangeInfoHead: { ...UNSIGNED.payExchangeInfoHead, totalAmount } };
        expect(draftPaymentData(data).toSign).toContain(`"totalAmount":${totalAmount},`);
        expect(
          readPaymentData(draftPaymentData(data).signed('1', '2')).message?.payExchangeInfoHead.totalAmount,
        ).toBe(totalAmount);
      }),
    );
  });
});

test('one that is not signed yet is read where that is asked for', () => {
  const unsigned = sent.replace(/,"certNo".*$/, '}');
  expect(readPaymentData(unsigned, { unsigned: true })).toMatchObject({
    valid: true,
    findings: [],
    message: { certNo: '', signValue: '' },
    toSign: draftPaymentData(UNSIGNED).toSign,
  });
});
