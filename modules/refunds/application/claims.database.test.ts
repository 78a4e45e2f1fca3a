import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { refundOf } from '../domain/refund.ts';
import { Exporters, invoiceOf, july } from '../testing/exporters.ts';
import { RefundHouse } from '../testing/refund-house.ts';
import { exportReturned } from '../wiring.ts';
import { claimLinesAfter, decideClaim, draftClaim, moveClaim } from './claims.ts';
import { fileInvoices } from './filing.ts';

type Firm = ReturnType<RefundHouse['firm']>;
let house: RefundHouse;
let exporters: Exporters;
beforeAll(async () => {
  house = await RefundHouse.open();
  exporters = new Exporters(house);
});
afterAll(() => house?.close());

describe('a claim', () => {
  test('takes each line once, however many claim at the same moment', async () => {
    const { firm } = await exporters.readyToClaim(30);
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => draftClaim(house.ports, firm, july)),
    );
    const made = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made.reduce((whole, { lines }) => whole + lines, 0)).toBe(30);
    const [twice] = await house.database.query(
      `select 1 from refunds.claim_line where ebc_code = $1 and live group by invt_no, gnum having count(*) > 1`,
      [firm.customsCode],
    );
    expect(twice).toBeUndefined();
    await expect(draftClaim(house.ports, firm, july)).rejects.toMatchObject({ code: 'CLAIM-NOTHING' });
  });

  test('is worked out as the pure rule says, and is handed in, decided and claimed again where it was refused', async () => {
    const { firm, invtNos } = await exporters.readyToClaim(2);
    const drafted = await draftClaim(house.ports, firm, july);
    const { refund } = refundOf({
      ...{
        invoiceGross: parseDecimal('1130'),
        vatRate: parseDecimal('0.13'),
        refundRate: parseDecimal('0.09'),
      },
    });
    const [line] = await claimLinesAfter(house.ports, drafted, ['', 0], 10);
    expect(parseDecimal(line?.refund ?? '0')).toBe(refund);
    expect(drafted).toMatchObject({ state: 'drafted', lines: 2, net: '2000.00', refund: '180.00' });
    const { claimNo } = drafted;
    await expect(
      decideClaim(house.ports, 'o', claimNo, { verdict: 'accept', refused: [] }),
    ).rejects.toMatchObject({
      code: 'CLAIM-STATE',
    });
    await moveClaim(house.ports, firm, claimNo, 'hand-in');
    const refused = [{ invtNo: invtNos[1] ?? '', gnum: 1, reason: '发票异常' }];
    const unknown = [{ invtNo: 'NONE', gnum: 1, reason: '发票异常' }];
    await expect(
      decideClaim(house.ports, 'o', claimNo, { verdict: 'accept', refused: unknown }),
    ).rejects.toMatchObject({ code: 'CLAIM-LINE-UNKNOWN' });
    const accepted = await decideClaim(house.ports, 'o', claimNo, { verdict: 'accept', refused });
    expect(accepted).toMatchObject({ state: 'accepted', acceptedLines: 1, acceptedRefund: '90.00' });
    const again = await draftClaim(house.ports, firm, july);
    expect(again.lines).toBe(1);
    await moveClaim(house.ports, firm, again.claimNo, 'withdraw');
    await expect(moveClaim(house.ports, firm, again.claimNo, 'hand-in')).rejects.toMatchObject({
      status: 409,
    });
    await expect(moveClaim(house.ports, house.firm(), claimNo, 'withdraw')).rejects.toMatchObject({
      status: 404,
    });
    expect((await draftClaim(house.ports, firm, july)).lines).toBe(1);
  });

  test('loses lines whose summary declaration was cancelled, and ends where none is left', async () => {
    const { firm, invtNos } = await exporters.readyToClaim(1);
    const [invtNo = ''] = invtNos;
    const more = await house.leave(firm.customsCode);
    const declSeqNo = await house.sumUp(firm.customsCode, [more]);
    await house.takeIn();
    await exporters.receive(firm, 'BOC-2');
    await fileInvoices(house.ports, firm, [invoiceOf('20', '1000.00')]);
    const { claimNo, lines } = await draftClaim(house.ports, firm, july);
    expect(lines).toBe(2);
    await moveClaim(house.ports, firm, claimNo, 'hand-in');
    await house.cancelSummary(firm.customsCode, declSeqNo);
    await house.takeIn();
    const refused = [{ invtNo, gnum: 1, reason: '核实' }];
    await expect(
      decideClaim(house.ports, 'o', claimNo, { verdict: 'accept', refused }),
    ).rejects.toMatchObject({ code: 'CLAIM-NONE-LEFT' });
    const accepted = await decideClaim(house.ports, 'o', claimNo, { verdict: 'accept', refused: [] });
    expect(accepted.acceptedLines).toBe(1);
    const after = await exporters.lines(firm);
    expect(after.find((line) => line.invtNo === more)).toMatchObject({
      ...{ claimNo: null, lacksForRefund: ['DECLARED'] },
    });
  });

  test('is not for factories, nor after the months of the claim', async () => {
    const factory = await exporters.trader({ kind: 'factory' });
    await expect(draftClaim(house.ports, factory, july)).rejects.toMatchObject({ code: 'CLAIM-FACTORY' });
    const { firm } = await exporters.readyToClaim();
    house.clock.now = new Date('2029-07-11T10:00:00+08:00');
    await expect(draftClaim(house.ports, firm, july)).rejects.toMatchObject({ code: 'CLAIM-NOTHING' });
    house.clock.now = new Date('2029-07-10T10:00:00+08:00');
    expect((await draftClaim(house.ports, firm, july)).lines).toBe(1);
    house.clock.now = new Date('2026-08-03T10:00:00+08:00');
  });
});

describe('goods that come back', () => {
  const back = (firm: Firm, returnNo: string, invtNo: string, quantity: string) =>
    house.database.transaction((client) =>
      exportReturned(client, {
        ...{ ebcCode: firm.customsCode, returnNo, invtNo, lines: [{ gnum: 1, quantity }] },
        at: house.clock.now,
      }),
    );

  test('are claimed no more, and of what is claimed their part is repaid, once a return (R-1.42)', async () => {
    const { firm, invtNos } = await exporters.readyToClaim(2);
    const [first = '', second = ''] = invtNos;
    expect(await back(firm, 'R1', first, '5')).toBe('0.00');
    const claim = await draftClaim(house.ports, firm, july);
    expect(claim.refund).toBe('157.50');
    expect(await back(firm, 'R2', second, '7')).toBe('31.50');
    expect(await back(firm, 'R2', second, '7')).toBe('0.00');
    expect(await back(firm, 'R3', second, '13')).toBe('58.50');
    const [shown] = await house.database.query(
      `select sum(repay)::text as repay from refunds.returned where ebc_code = $1 and claim_no = $2`,
      [firm.customsCode, claim.claimNo],
    );
    expect(shown).toEqual({ repay: '90.00' });
    await expect(back(firm, 'R4', second, '1')).rejects.toThrow('no_more_back_than_left');
  });

  test('before their list was taken in are known when it is', async () => {
    const firm = await exporters.trader();
    const invtNo = await house.leave(firm.customsCode);
    expect(await back(firm, 'R1', invtNo, '8')).toBe('0.00');
    await house.takeIn();
    expect(await exporters.lines(firm)).toMatchObject([{ returned: '8' }]);
  });

  test('are not claimed by a claim of the same moment', async () => {
    const { firm, invtNos } = await exporters.readyToClaim(1);
    const [invtNo = ''] = invtNos;
    const [repay, claim] = await Promise.all([
      back(firm, 'R1', invtNo, '20'),
      draftClaim(house.ports, firm, july).catch(() => undefined),
    ]);
    // Whoever came first: the refund is not claimed, or is to be repaid.
    expect(repay).toBe(claim ? '90.00' : '0.00');
  });
});
