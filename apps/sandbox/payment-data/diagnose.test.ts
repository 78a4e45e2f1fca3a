import { describe, expect, test } from 'vitest';
import { draftPaymentData, readPaymentData } from '#ceb';
import { UNSIGNED } from '../../../modules/ceb/payment-data/testing/payments.ts';
import { diagnose } from './diagnose.ts';

const { toSign, signed } = draftPaymentData(UNSIGNED);
const json = signed('1111100', 'c2ln');
const signature = new Uint8Array(64);

/** What is said of a message when it was another text that was signed. */
async function told(actually: string, sent = json, value = signature) {
  const read = readPaymentData(sent);
  if (!read.pieces || read.toSign === undefined) throw new Error('The message sent is not sound.');
  return diagnose(read.toSign, read.pieces, value, async (text) => text === actually);
}

describe('a signature that does not fit is explained by what was signed instead', () => {
  test.each<[string, string, RegExp]>([
    ['a line end behind it', `${toSign}\n`, /A line end was signed/],
    [
      'the form the notice shows',
      toSign.replace(/"([{[].*?[}\]])"(?=\|\|)/gs, '$1'),
      /without the quotes around it/,
    ],
    [
      'a time without quotes',
      toSign.replace('"1773107700000"', '1773107700000'),
      /serviceTime was signed without quotes/,
    ],
    ['the name in the singular', toSign.replace('InfoLists"', 'InfoList"'), /it is payExchangeInfoLists/],
    ['slashes escaped', toSign.replaceAll('/', '\\/'), /A slash was signed/],
    ['5 for 5.0', toSign.replace(':5.0,', ':5,'), /signed as 5 and sent as 5\.0/],
    ['5.00 for 5.0', toSign.replace(':5.0,', ':5.00,'), /signed as 5\.00 and sent as 5\.0/],
  ])('%s', async (_what, actually, sentence) => {
    expect(actually).not.toBe(toSign);
    const found = await told(actually);
    expect(found.en).toMatch(sentence);
    expect(found.signed).toBe(actually);
  });

  test('JSON that was escaped once more', async () => {
    const head = /"payExchangeInfoHead":"(\{.*\})"\|\|"payEx/s.exec(toSign)?.[1] ?? '';
    const lists = /"payExchangeInfoLists":"(\[.*\])"\|\|/s.exec(toSign)?.[1] ?? '';
    const escaped = toSign
      .replace(`"${head}"`, () => JSON.stringify(head))
      .replace(`"${lists}"`, () => JSON.stringify(lists));
    expect((await told(escaped)).en).toMatch(/was escaped/);
  });

  test('JSON with white space', async () => {
    const spaced = json.replace('"currency":', '"currency": ');
    expect((await told(toSign.replace('"currency":', '"currency": '), spaced)).en).toMatch(/white space/);
  });

  test('DER in place of r‖s', async () => {
    const der = Uint8Array.from([0x30, 0x44, ...new Uint8Array(68)]);
    expect((await told('', json, der)).en).toMatch(/is DER/);
  });

  test('or by nothing usual: then by what is to be looked at', async () => {
    const found = await told('something else');
    expect(found.en).toMatch(/nor any usual slip/);
    expect(found.signed).toBeUndefined();
  });
});
