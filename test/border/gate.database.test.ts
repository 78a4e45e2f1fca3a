import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, bonded, bookNo, copyLists, GateStand, warehouse } from './gate-stand.ts';

const other = '5301963601';
const direct = { ebpCode: '5301363602', orderNo: 'D260310S01A' };

describe('checklists, passes and the gate, on the real platform', { timeout: 60_000 }, () => {
  let stand: GateStand;
  beforeAll(async () => {
    stand = await GateStand.open();
  });
  afterAll(() => stand?.platform.close());

  const codes = (body: Body, key: 'findings' | 'reasons' = 'reasons') => body[key].map(({ code }) => code);
  const checklist = () => stand.checklist([bonded.orderNo]);

  it('a released list is set aside by a checklist, carried by a pass, and leaves the book at the gate, once', async () => {
    const waiting = await stand.call('GET', `/checklists/waiting-lists?bookNo=${bookNo}`, warehouse);
    expect(waiting.body.lists).toMatchObject([{ ...bonded, grossKg: '1.15', lines: 1 }]);
    const made = await checklist();
    expect(made).toMatchObject({
      status: 201,
      body: { direction: 'out', state: 'made', lists: 1, grossKg: '1.15' },
    });
    expect(await stand.lies()).toEqual({ stock: '99', pending: '1' });
    expect(
      (await stand.call('GET', `/checklists/waiting-lists?bookNo=${bookNo}`, warehouse)).body.lists,
    ).toEqual([]);
    const again = await checklist();
    expect([again.status, codes(again.body, 'findings')]).toEqual([422, ['GATE-LIST-TAKEN']]);

    const { checklistNo } = made.body;
    const pass = await stand.pass([checklistNo]);
    expect(pass).toMatchObject({
      status: 201,
      body: { state: 'made', goodsKg: '1.15', checklists: 1, lists: 1 },
    });
    const second = await stand.pass([checklistNo]);
    expect([second.status, codes(second.body, 'findings')]).toEqual([422, ['GATE-CHECKLIST']]);

    const { passNo } = pass.body;
    const wrong = await stand.drive(passNo, { plate: '云B00000', weightKg: '9000' });
    expect([wrong.body.answer, codes(wrong.body)]).toEqual(['stop', ['GATE-VEHICLE', 'GATE-WEIGHT']]);
    expect((await stand.call('GET', `/passes/${passNo}`, warehouse)).body.state).toBe('stopped');
    expect(await stand.lies()).toEqual({ stock: '99', pending: '1' });

    const opened = await stand.drive(passNo, { weightKg: '4010', eventNo: 'ONE' });
    expect(opened.body).toMatchObject({ answer: 'open', reasons: [], repeated: false });
    expect(await stand.lies()).toEqual({ stock: '99', pending: '0' });
    expect((await stand.drive(passNo, { eventNo: 'ONE' })).body).toMatchObject({
      answer: 'open',
      repeated: true,
    });
    expect(codes((await stand.drive(passNo)).body)).toEqual(['GATE-PASS-USED']);
    expect((await stand.call('GET', `/checklists/${checklistNo}`, warehouse)).body).toMatchObject({
      ...{ state: 'passed', passNo, goods: [{ itemNo: 13, quantity: '1' }], listed: [bonded] },
    });
    expect((await stand.call('POST', `/passes/${passNo}/void`, warehouse)).body.code).toBe('PASS-STATE');
    expect((await stand.call('POST', `/checklists/${checklistNo}/cancel`, warehouse)).body.code).toBe(
      'CHECKLIST-STATE',
    );
  });

  it('a list recalled after its pass was made stops the vehicle; without it the pass is void and its checklist free', async () => {
    await copyLists(stand.platform.database, ['B']);
    const { body: made } = await stand.checklist(['B']);
    const { body: pass } = await stand.pass([made.checklistNo]);
    await stand.recall('B');
    const stopped = await stand.drive(pass.passNo);
    expect([stopped.body.answer, codes(stopped.body)]).toEqual(['stop', ['GATE-RECALLED']]);
    expect((await stand.call('POST', `/passes/${pass.passNo}/void`, other)).status).toBe(404);
    expect((await stand.call('POST', `/passes/${pass.passNo}/void`, warehouse)).body.state).toBe('void');
    expect(codes((await stand.drive(pass.passNo)).body)).toEqual(['GATE-PASS-VOID']);
    const before = await stand.lies();
    const cancelled = await stand.call('POST', `/checklists/${made.checklistNo}/cancel`, warehouse);
    expect(cancelled.body.state).toBe('cancelled');
    expect(await stand.lies()).toEqual({ stock: String(Number(before.stock) + 1), pending: '0' });
    const anew = await stand.checklist(['B']);
    expect([anew.status, codes(anew.body, 'findings')]).toEqual([422, ['GATE-LIST-NOT-RELEASED']]);
  });

  it('goods come into a book when customs has approved their entry and the gate has let them in', async () => {
    const entry = {
      ...{ bookNo, entryNo: '862820261000000123', grossKg: '500' },
      goods: [{ itemNo: 13, quantity: '40', expiresOn: '2027-08-31' }],
    };
    const made = await stand.call('POST', '/checklists/entries', warehouse, entry);
    expect(made).toMatchObject({ status: 201, body: { direction: 'in', state: 'made' } });
    const { checklistNo } = made.body;
    expect((await stand.call('POST', '/checklists/entries', warehouse, entry)).body.code).toBe(
      'CHECKLIST-ENTRY-TAKEN',
    );
    const into = { direction: 'in' };
    expect(codes((await stand.pass([checklistNo], into)).body, 'findings')).toEqual(['GATE-CHECKLIST']);
    const verdict = `/checklists/${checklistNo}/verdict`;
    expect((await stand.call('POST', verdict, warehouse, { verdict: 'approved' })).status).toBe(403);
    expect((await stand.call('POST', verdict, 'officer', { verdict: 'approved' })).body.state).toBe(
      'approved',
    );
    const { body: pass } = await stand.pass([checklistNo], into);
    const before = await stand.lies();
    expect((await stand.drive(pass.passNo, { weightKg: '4600' })).body.answer).toBe('open');
    expect(await stand.lies()).toEqual({ ...before, stock: String(Number(before.stock) + 40) });
    const unknown = { ...entry, entryNo: '862820261000000124', goods: [{ itemNo: 99, quantity: '1' }] };
    const refused = await stand.call('POST', '/checklists/entries', warehouse, unknown);
    expect([refused.body.code, codes(refused.body, 'findings')]).toEqual([
      'CHECKLIST-GOODS',
      ['GATE-GOODS-RECORD'],
    ]);
  });

  it('a list bought direct goes out on a pass by itself, by those it concerns alone; an empty vehicle goes out with nothing', async () => {
    await stand.tell('01-direct-purchase');
    const lists = [direct];
    const foreign = await stand.pass([], { lists });
    expect(codes(foreign.body, 'findings')).toEqual(['GATE-LIST-UNKNOWN']);
    const wish = { direction: 'out', customsCode: '8620', plate: '云A·D12345', tareKg: '4000', lists };
    const { body: pass } = await stand.call('POST', '/passes', direct.ebpCode, wish);
    expect(pass).toMatchObject({ checklists: 0, lists: 1 });
    expect(codes((await stand.call('POST', '/passes', direct.ebpCode, wish)).body, 'findings')).toEqual([
      'GATE-LIST-TAKEN',
    ]);
    expect((await stand.drive(pass.passNo)).body.answer).toBe('open');
    const { body: empty } = await stand.pass([]);
    expect((await stand.drive(empty.passNo, { weightKg: '4030' })).body.answer).toBe('open');
    const bondedAlone = await stand.pass([], { lists: [bonded] });
    expect(codes(bondedAlone.body, 'findings')).toContain('GATE-LIST-UNKNOWN');
  });

  it('a vehicle that is drawn waits for the check of customs, and passes when it is clear', async () => {
    const { body: pass } = await stand.pass([]);
    await stand.drive(pass.passNo, { plate: 'X' });
    await stand.platform.database.run('update gate.pass set drawn = true where pass_no = $1', [pass.passNo]);
    expect(codes((await stand.drive(pass.passNo)).body)).toEqual(['GATE-DRAWN']);
    const check = `/passes/${pass.passNo}/check`;
    expect((await stand.call('POST', check, warehouse, { result: 'clear' })).status).toBe(403);
    expect((await stand.call('POST', check, 'officer', { result: 'clear' })).body.check).toBe('clear');
    expect((await stand.call('POST', check, 'officer', { result: 'found' })).body.code).toBe('PASS-STATE');
    expect((await stand.drive(pass.passNo)).body.answer).toBe('open');
  });

  it('the board shows the zone every vehicle, an enterprise its own, and the gate is asked by its machine alone', async () => {
    const { body } = await stand.call('GET', '/gate/passages?answer=stop', 'officer');
    expect((body.passages as unknown[]).length).toBeGreaterThan(3);
    expect((await stand.call('GET', '/gate/passages', other)).body.passages).toEqual([]);
    expect((await stand.call('GET', '/gate/board', 'officer')).body).toMatchObject({ waiting: 0 });
    expect((await stand.call('GET', '/passes?state=passed', warehouse)).body.passes).toHaveLength(4);
    expect((await stand.call('GET', '/checklists?state=passed', warehouse)).body.checklists).toHaveLength(2);
    const asked = await stand.call('POST', '/gate/passages', warehouse, {
      ...{ gate: 'G', eventNo: 'E', passNo: 'HF862826E000000001', plate: 'X' },
    });
    expect(asked.status).toBe(403);
    expect(codes((await stand.drive('HF862826E999999999')).body)).toEqual(['GATE-PASS-UNKNOWN']);
  });

  it('what is not there, or not theirs, is not found; too many lists are told so', async () => {
    const [checklistNo, passNo] = ['QD862826E999999999', 'HF862826E999999999'];
    const asked: readonly (readonly [string, string, string, object?])[] = [
      ['GET', `/checklists/waiting-lists?bookNo=${bookNo}`, other],
      ['GET', `/checklists/${checklistNo}`, warehouse],
      ['POST', '/checklists', other, { bookNo, lists: [bonded] }],
      ['POST', `/checklists/${checklistNo}/cancel`, warehouse],
      ['POST', `/checklists/${checklistNo}/verdict`, 'officer', { verdict: 'approved' }],
      [
        'POST',
        '/checklists/entries',
        other,
        { bookNo, entryNo: '8'.repeat(18), grossKg: '1', goods: [{ itemNo: 1, quantity: '1' }] },
      ],
      ['GET', `/passes/${passNo}`, warehouse],
      ['POST', `/passes/${passNo}/void`, warehouse],
      ['POST', `/passes/${passNo}/check`, 'officer', { result: 'clear' }],
      ['GET', '/gate/draws/2020-01-01', 'officer'],
    ];
    for (const [method, path, as, body] of asked) {
      const { status } = await stand.call(method, path, as, body);
      expect([method, path, status]).toEqual([method, path, 404]);
    }
    const lists = Array.from({ length: 5_001 }, (_, at) => ({ ...bonded, orderNo: `N${at}` }));
    for (const [path, body] of [
      ['/checklists', { bookNo, lists }],
      ['/passes', { direction: 'out', customsCode: '8628', plate: '云A·D12345', tareKg: '1', lists }],
    ] as const)
      expect((await stand.call('POST', path, warehouse, body)).body.code).toBe('PAPER-TOO-MANY');
  });

  it('commitments of the draws are for anybody to see before the day, without the secret', async () => {
    const { draws } = (await (await fetch(`${stand.platform.url}/api/gate/draws`)).json()) as never as {
      draws: { day: string; seedDigest: string }[];
    };
    expect(draws.length).toBeGreaterThanOrEqual(2);
    const day = draws[0]?.day ?? '';
    const shown = await (await fetch(`${stand.platform.url}/api/gate/draws/${day}`)).json();
    expect(shown).toMatchObject({ day, candidates: [], seedDigest: draws[0]?.seedDigest });
    expect(shown).not.toHaveProperty('record');
  });
});
