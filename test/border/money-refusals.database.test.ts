import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlatform, type Platform } from '../portal/platform.ts';

const guarantor = '5301363602';
const certificateNo = '8620202602000000001';

describe('what is refused of guarantees and payments', { timeout: 60_000 }, () => {
  let platform: Platform;
  let officer = '';

  beforeAll(async () => {
    platform = await openPlatform({ portal: false });
    officer = await platform.signIn({ role: 'officer', agency: 'customs' });
    await platform.database.run(
      `insert into taxbills.certificate (certificate_no, guarantor, customs_code, released_on, due_from, due_to, bills, total,
         state, made_at) values ($1, $2, '8620', '2026-01-01', '2026-02-01', '2026-02-15', 1, 1000000, 'open', now())`,
      [certificateNo, guarantor],
    );
  });
  afterAll(() => platform?.close());

  const call = async (as: string, path: string, body: object) => {
    const who =
      as === 'officer'
        ? { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' }
        : { authorization: `Bearer ${as === 'operator' ? platform.operatorKey : platform.keyOf(as)}` };
    const answer = await fetch(`${platform.url}/api${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { ...who, 'content-type': 'application/json' },
    });
    const said = (await answer.json()) as { code?: string; instrumentId?: string; en?: string };
    return { answer: [answer.status, said.code], said };
  };
  const letter = (more: object = {}) => ({
    ...{ kind: 'letter', paperNo: 'BH-9', issuer: '示例银行', amount: '10', validFrom: '2026-01-01' },
    ...more,
  });
  const verdict = (instrumentId: string) =>
    call('officer', `/guarantees/given/${instrumentId}/verdict`, { verdict: 'confirm' });
  const pay = (no: string, more: object) =>
    call('officer', `/tax-bills/certificates/${no}/payment`, {
      ...{ way: 'paid', paidOn: '2026-03-07', amount: '1010000', reference: 'GK1' },
      ...more,
    });

  it('a guarantee nobody gave, and one that is not valid today, is not confirmed', async () => {
    expect((await verdict('00000000-0000-4000-8000-000000000000')).answer).toEqual([404, 'COVER-NOT-FOUND']);
    const { said } = await call(guarantor, '/guarantees/given', letter({ validTo: '2026-02-28' }));
    expect((await verdict(said.instrumentId ?? '')).answer).toEqual([422, 'COVER-NOT-VALID']);
  });

  it('guarantees together are within what an account holds', async () => {
    const { said } = await call(
      guarantor,
      '/guarantees/given',
      letter({ paperNo: 'B', amount: '99999999999999' }),
    );
    expect((await verdict(said.instrumentId ?? '')).answer).toEqual([422, 'COVER-TOO-LARGE']);
  });

  it('an operator names whose guarantee it is, and an enterprise enters its own only', async () => {
    expect((await call('operator', '/guarantees/given', letter())).answer).toEqual([
      422,
      'GUARANTOR-MISSING',
    ]);
    const other = letter({ guarantor: '5301963601' });
    expect((await call(guarantor, '/guarantees/given', other)).answer).toEqual([422, 'GUARANTOR-OTHER']);
  });

  it('a payment is of a certificate there is, of a day it could be paid on, and of what is owed with the late charge', async () => {
    expect((await pay('8620202602000000002', {})).answer).toEqual([404, 'BILL-CERTIFICATE-NOT-FOUND']);
    expect((await pay(certificateNo, { paidOn: '2026-01-31' })).answer).toEqual([422, 'BILL-PAID-ON']);
    expect((await pay(certificateNo, { paidOn: '2026-03-11' })).answer).toEqual([422, 'BILL-PAID-ON']);
    const short = await pay(certificateNo, { amount: '1000000' });
    expect(short.answer).toEqual([422, 'BILL-AMOUNT']);
    // Twenty days late, five ten-thousandths a day.
    expect(short.said.en).toContain('10000.00 of it for being late');
    expect((await pay(certificateNo, {})).answer).toEqual([200, undefined]);
  });
});
