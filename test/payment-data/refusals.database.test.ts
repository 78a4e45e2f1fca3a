import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedRequest } from '../../apps/sandbox/payment-data/customs.ts';
import { BothSides, begun, others, own } from './both-sides.ts';
import { type CustomsStand, customsStand, paymentOf, platformCode, until } from './stand.ts';

let sides: BothSides;
beforeAll(async () => {
  sides = await BothSides.meet();
});
beforeEach(() => sides.reset());
afterAll(() => sides?.part());

describe('customs does not take the data', () => {
  /** Asks for an order whose payment is there. */
  async function asked(orderNo: string): Promise<OpenedRequest> {
    await sides.handIn(paymentOf(platformCode, [orderNo]).json);
    return sides.ask(orderNo);
  }

  test('of a certificate it does not know: refused at once, with what to do', async () => {
    sides.customs.certificates.set(platformCode, others.certificate);
    const opened = await asked('N1');
    expect(await sides.inState(opened.request.sessionID, 'refused')).toMatchObject({
      ...{ tries: 1, code: '20004', meaning: { zh: '证书未登记' } },
    });
    expect((await sides.verdicts(opened))[0]?.explanation.en).toContain('03000000000000b2');
  });

  test('of a signature that fails: tried again, until the time is up', async () => {
    sides.customs.certificates.set(platformCode, {
      ...others.certificate,
      certificateNumber: own.signer.certificateNumber,
    });
    const opened = await asked('N2');
    const { sessionID } = opened.request;
    const tried = (tries: number) =>
      until(async () => {
        const found = await sides.requestOf(sessionID);
        return found.attempts.length >= tries && found;
      });
    expect(await tried(1)).toMatchObject({ state: 'asked', code: '20000' });
    sides.after(1_500);
    await tried(2);
    expect((await sides.verdicts(opened)).map(({ code }) => code)).toEqual(['20000', '20000']);
    sides.after(121_000);
    expect(await sides.inState(sessionID, 'overdue')).toMatchObject({ tries: 2, code: '20000' });
  });

  test.each<[string, NonNullable<CustomsStand['instead']>, string, string]>([
    [
      'and sends elsewhere: nothing follows it there',
      { status: 302, body: '', location: 'http://127.0.0.1:1/' },
      'refused',
      'HTTP-STATUS',
    ],
    ['and knows no such page', { status: 404, body: '' }, 'refused', 'HTTP-STATUS'],
    [
      'and answers a book in place of a line',
      { status: 200, body: `{"code":"10000","message":"${'x'.repeat(100_000)}"}` },
      'asked',
      'ANSWER-TOO-LARGE',
    ],
    [
      'and answers a page in place of JSON',
      { status: 200, body: '<html></html>' },
      'asked',
      'ANSWER-UNREADABLE',
    ],
    ['being out of order', { status: 503, body: '' }, 'asked', 'HTTP-STATUS'],
  ])('%s', async (what, instead, state, fault) => {
    sides.customs.instead = instead;
    const opened = await asked(`E-${what.length}`);
    const found = await until(
      async () => {
        const now = await sides.requestOf(opened.request.sessionID);
        return now.attempts.length === 1 && now;
      },
      async () => [
        await sides.requestOf(opened.request.sessionID),
        opened,
        sides.platform.faults.map(String),
      ],
    );
    expect(found).toMatchObject({ state, fault });
    expect(found.attempts[0]).toMatchObject({ httpStatus: instead.status, fault });
    sides.customs.instead = undefined;
    sides.after(2_000);
    if (state === 'asked')
      expect(await sides.inState(opened.request.sessionID, 'answered')).toMatchObject({ tries: 2 });
  });

  test('as the key to sign them is pulled out: signed and sent once it is back', async () => {
    own.pulledOut = true;
    const opened = await asked('U1');
    const { sessionID } = opened.request;
    const waiting = await until(async () => {
      const found = await sides.requestOf(sessionID);
      return found.fault === 'SIGNER' && found;
    });
    expect(waiting).toMatchObject({ state: 'asked', tries: 1, attempts: [] });
    expect(sides.platform.faults.map(String)).toEqual(['Error: The key is not there.']);
    own.pulledOut = false;
    sides.after(1_500);
    expect(await sides.inState(sessionID, 'answered')).toMatchObject({ tries: 2, attempts: [{ number: 2 }] });
  });

  test('because it is away: tried again until it is there', async () => {
    const url = new URL(sides.customs.url);
    await sides.customs.close();
    await sides.handIn(paymentOf(platformCode, ['G1']).json);
    await sides.open(`{"orderNo":"G1","sessionID":"G1-SESSION","serviceTime":${begun.getTime()}}`);
    const away = await until(async () => {
      const found = await sides.requestOf('G1-SESSION');
      return found.attempts.length === 1 && found;
    });
    expect(away).toMatchObject({ state: 'asked', fault: 'ECONNREFUSED' });
    sides.customs = await customsStand(() => sides.platform.clock.now, Number(url.port));
    sides.customs.instead = { status: 200, body: '{"code":"10000","message":""}' };
    sides.after(1_500);
    expect(await sides.inState('G1-SESSION', 'answered')).toMatchObject({ tries: 2, code: '10000' });
  });
});
