import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DECLARANT, ExportReturnsStand } from './export-returns-stand.ts';

describe('an export list is cancelled', { timeout: 60_000 }, () => {
  let stand: ExportReturnsStand;
  beforeAll(async () => {
    stand = await ExportReturnsStand.open();
  });
  afterAll(() => stand?.close());
  afterEach(() => expect(stand.faults).toEqual([]));

  const cancel = (orderNo: string, invtNo: string, head: object = {}) =>
    stand.send('CEB605Message', orderNo, { head: { invtNo, ...head } });
  const decide = (file: { returnNo: string; revision: number }, verdict = 'accepted') =>
    stand.call('POST', `/api/returns/${file.returnNo}/verdict`, 'officer', {
      ...{ revision: file.revision, verdict, reason: '货物在场所内，未离境' },
    });

  it('by an officer where it is released; its goods do not move any more, and it may be declared anew', async () => {
    const invtNo = await stand.released('CANCEL1');
    expect(await cancel('CANCEL1', invtNo)).toMatchObject({ verdict: 'accepted', status: '2' });
    const applied = await stand.caseOf(invtNo, 'applied');
    expect(applied).toMatchObject({ kind: 'cancellation', direction: 'export', orderNo: 'CANCEL1' });
    const { body } = await decide(applied);
    expect(body.file.state).toBe('closed');
    expect(await stand.receipts(DECLARANT, 'CEB606', invtNo)).toEqual(['2', '3', '399']);
    const list = await stand.standing('CANCEL1', ({ outcome }) => outcome === 'cancelled');
    expect(list).toMatchObject({ step: 1, goods: 'awaited', returnStatus: '399' });
    await stand.send('CEB507Message', 'CANCEL1');
    expect(await cancel('CANCEL1', invtNo)).toMatchObject({ verdict: 'repeated', status: '399' });
    await stand.send('CEB603Message', 'CANCEL1', { head: { appTime: '20260701130000' } });
    const anew = await stand.standing('CANCEL1', ({ outcome }) => outcome === 'released');
    expect(anew.attempt).toBe(2);
    expect(anew.invtNo).not.toBe(invtNo);
    await stand.standing('CANCEL1', ({ goods }) => goods === 'arrived');
  });

  it('not when its goods have left, even if that happens while customs looks at it', async () => {
    const left = await stand.departed('CANCEL2');
    await cancel('CANCEL2', left);
    expect((await stand.caseOf(left, 'refused')).refusedFor).toEqual(['CANCEL-DEPARTED']);
    const leaving = await stand.released('CANCEL3');
    await cancel('CANCEL3', leaving);
    const applied = await stand.caseOf(leaving, 'applied');
    await stand.send('CEB507Message', 'CANCEL3');
    await stand.send('CEB509Message', 'CANCEL3');
    await stand.standing('CANCEL3', ({ outcome }) => outcome === 'closed');
    const { body } = await decide(applied);
    expect(body.file).toMatchObject({ state: 'refused', refusedFor: ['CANCEL-DEPARTED'] });
  });

  it('or its goods leave, one of the two, when both come at the same moment', async () => {
    for (const orderNo of ['CANCEL4A', 'CANCEL4B', 'CANCEL4C']) {
      const invtNo = await stand.released(orderNo);
      await cancel(orderNo, invtNo);
      const applied = await stand.caseOf(invtNo, 'applied');
      await stand.send('CEB507Message', orderNo);
      await stand.standing(orderNo, ({ goods }) => goods === 'arrived');
      const [{ body }] = await Promise.all([decide(applied), stand.send('CEB509Message', orderNo)]);
      const list = await stand.standing(orderNo, ({ outcome }) => outcome !== 'released');
      expect([body.file.state, list.outcome, list.goods]).toEqual(
        body.file.state === 'closed' ? ['closed', 'cancelled', 'arrived'] : ['refused', 'closed', 'departed'],
      );
    }
  });

  it('at once while it waits for a review only', async () => {
    await stand.send('CEB303Message', 'CANCEL5');
    await stand.send('CEB505Message', 'CANCEL5');
    // The unit differs from that of the order: an officer has to say whether they mean the same.
    await stand.send('CEB603Message', 'CANCEL5', {
      lines: (items) => items.map((item) => (item.gnum === 1 ? { ...item, unit: '011' } : item)),
    });
    const { invtNo } = await stand.standing('CANCEL5', ({ outcome }) => outcome === 'held');
    await cancel('CANCEL5', invtNo ?? '');
    await stand.caseOf(invtNo ?? '', 'closed');
    await stand.standing('CANCEL5', ({ outcome }) => outcome === 'cancelled');
    expect(await stand.receipts(DECLARANT, 'CEB606', invtNo ?? '')).toEqual(['2', '399']);
  });

  it('not in the name of another, nor at another office, and refused by an officer with his reason', async () => {
    const invtNo = await stand.released('CANCEL6');
    await cancel('CANCEL6', invtNo, { ebcCode: '5301963605' });
    expect((await stand.caseOf(invtNo, 'refused')).refusedFor).toEqual(['CANCEL-EXPORT-UNKNOWN']);
    await cancel('CANCEL6', invtNo, { customsCode: '5141' });
    const refused = await stand.until(async () => {
      const one = await stand.caseOf(invtNo, 'refused');
      return one.refusedFor[0] === 'CANCEL-EXPORT-OFFICE' ? one : undefined;
    });
    expect(refused.refusedFor).toEqual(['CANCEL-EXPORT-OFFICE']);
    await cancel('CANCEL6', invtNo, { appTime: '20260701130000' });
    const { body } = await decide(await stand.caseOf(invtNo, 'applied'), 'refused');
    expect(body.file).toMatchObject({ state: 'refused', refusedFor: ['RETURN-OFFICER'] });
    await stand.standing('CANCEL6', ({ outcome }) => outcome === 'released');
  });

  it('by form, written from the list', async () => {
    const invtNo = await stand.released('CANCEL7');
    const { ebpCode, ebcCode } = await stand.standing('CANCEL7', () => true);
    const { status } = await stand.call('POST', '/api/returns', DECLARANT, {
      ...{ kind: 'cancellation', orderNo: 'CANCEL7', ebpCode, reason: '买家取消', exported: { ebcCode } },
    });
    expect(status).toBe(200);
    await stand.caseOf(invtNo, 'applied');
  });
});
