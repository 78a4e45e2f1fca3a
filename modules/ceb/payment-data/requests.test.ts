import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAYMENT_DATA_ANSWERS, paymentAnswerMeaning } from './answers.ts';
import { formBody, formField } from './form.ts';
import { readOpenRequest, readPaymentAnswer, writeOpenRequest, writePaymentAnswer } from './requests.ts';

const request = {
  orderNo: 'ord201800002',
  sessionID: 'fe2374-8fnejf97-32839218',
  serviceTime: '1533271903898',
};

describe('a request of customs', () => {
  test('is read as it was written', () => {
    expect(readOpenRequest(writeOpenRequest(request))).toEqual({ request, findings: [] });
  });

  test('is read with its time as text, as customs sends it in practice', () => {
    const json = JSON.stringify({ ...request, serviceTime: '1533271903898' });
    expect(readOpenRequest(formBody('openReq', json)).request).toEqual(request);
  });

  test.each<[string, string, string]>([
    ['no form', '{"orderNo":"1"}', 'PAYDATA-FORM'],
    ['no field', 'open=1', 'PAYDATA-FORM'],
    ['an empty field', 'openReq=', 'PAYDATA-FORM'],
    ['the field twice', 'openReq=1&openReq=2', 'PAYDATA-FORM'],
    ['bytes that are no UTF-8', 'openReq=%ff%fe', 'PAYDATA-FORM'],
    ['no JSON', 'openReq=hello', 'PAYDATA-JSON'],
    ['a list', 'openReq=[]', 'PAYDATA-TYPE'],
    ['no order', formBody('openReq', '{"sessionID":"1","serviceTime":1}'), 'PAYDATA-MISSING'],
    [
      'a time that is none',
      formBody('openReq', '{"orderNo":"1","sessionID":"1","serviceTime":"today"}'),
      'PAYDATA-TYPE',
    ],
    [
      'an order number of 61 characters',
      formBody('openReq', JSON.stringify({ ...request, orderNo: '茶'.repeat(61) })),
      'PAYDATA-LENGTH',
    ],
  ])('with %s is none, and why', (_what, body, code) => {
    const read = readOpenRequest(body);
    expect(read.request).toBeUndefined();
    expect(read.findings.map((finding) => finding.code)).toContain(code);
  });
});

describe('a form', () => {
  test('carries every text there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(formField(`a=1&${formBody('b', text)}`, 'b')).toBe(text);
      }),
    );
  });

  test('is written as HTML forms write it', () => {
    const text = "a b+c&d=e%f茶😀*-._!'()~\r\n";
    expect(formBody('payExInfoStr', text)).toBe(new URLSearchParams({ payExInfoStr: text }).toString());
  });
});

describe('an answer', () => {
  test('is written as in the notice', () => {
    expect(writePaymentAnswer({ code: '10000', message: '', serviceTime: '1533271903898' })).toBe(
      '{"code":"10000","message":"","serviceTime":1533271903898}',
    );
  });

  test('is read with the field total, with its code as a number, and without a message', () => {
    expect(
      readPaymentAnswer('{"code":"20000","message":"上传失败","total":0,"serviceTime":1542338687081}'),
    ).toEqual({
      code: '20000',
      message: '上传失败',
      serviceTime: '1542338687081',
    });
    expect(readPaymentAnswer('{"code":10000}')).toEqual({ code: '10000', message: '' });
  });

  test.each(['', '<html>502</html>', '[]', '{"message":"ok"}', '{"code":true}'])('%s is none', (text) => {
    expect(readPaymentAnswer(text)).toBeUndefined();
  });

  test('has its meaning from 10000 to 21000, the known ones before the range', () => {
    expect(paymentAnswerMeaning('10000')?.meaning.en).toBe('Taken');
    expect(paymentAnswerMeaning('20000')?.again).toBe(true);
    expect(paymentAnswerMeaning('20004')?.meaning.en).toBe('The certificate is not registered');
    for (const code of ['20001', '20500', '21000'])
      expect(paymentAnswerMeaning(code)?.codes).toEqual([20001, 21000]);
    for (const code of ['10001', '19999', '21001', '', '2e4'])
      expect(paymentAnswerMeaning(code)).toBeUndefined();
  });

  test('says in both languages what it means, why, and what to do, and where that is known from', () => {
    for (const { meaning, cause, remedy, source, confidence } of PAYMENT_DATA_ANSWERS) {
      for (const { zh, en } of [meaning, cause, remedy])
        expect([/[一-鿿]/.test(zh), /[a-z]{3}/.test(en)]).toEqual([true, true]);
      expect([source.length > 4, /^[VHMLD]$/.test(confidence)]).toEqual([true, true]);
    }
  });
});
