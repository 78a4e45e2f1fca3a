import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OFFICIAL, officialPresent } from '../testing/official-schema.ts';
import { paymentAnswerMeaning } from './answers.ts';
import { formBody } from './form.ts';
import { readPaymentData } from './real-time-data.ts';
import { readOpenRequest, readPaymentAnswer } from './requests.ts';

const sample = (name: string): string => readFileSync(join(OFFICIAL, 'samples', `179-${name}.json`), 'utf8');

describe.skipIf(!officialPresent)('the samples of notice 2018 No. 179', () => {
  test('have a message that is sound but for its short number in lower case and its white space', () => {
    const read = readPaymentData(sample('realTimeDataUp-request-official-1'));
    expect(read.valid).toBe(true);
    expect(read.findings.map(({ code }) => code)).toEqual(['PAYDATA-GUID', 'PAYDATA-SIGNED-FORM']);
    expect(read.message).toMatchObject({
      payExchangeInfoHead: { totalAmount: '2000', note: '备注' },
      payExchangeInfoLists: [
        { orderNo: 'ord201808030001', goodsInfo: [{ gname: '小米盒子' }, { gname: '零食' }] },
        { orderNo: 'ord201808030002' },
      ],
      serviceTime: '1533282603450',
    });
  });

  test('have a request, and an answer to it', () => {
    expect(readOpenRequest(formBody('openReq', sample('platDataOpen-request-official-1')))).toEqual({
      request: {
        orderNo: 'ord201800002',
        sessionID: 'fe2374-8fnejf97-32839218',
        serviceTime: '1533271903898',
      },
      findings: [],
    });
    expect(readPaymentAnswer(sample('platDataOpen-response-official-1'))?.code).toBe('10000');
  });

  test('have answers of customs that are read and explained', () => {
    const answers = ['official-1', 'official-2', 'weasley-3'].map((name) =>
      readPaymentAnswer(sample(`realTimeDataUp-response-${name}`)),
    );
    expect(answers.map((answer) => answer?.code)).toEqual(['10000', '20000', '20000']);
    expect(answers[2]?.message).toContain('certNo不为空');
    for (const answer of answers) expect(paymentAnswerMeaning(answer?.code ?? '')).toBeDefined();
  });
});
