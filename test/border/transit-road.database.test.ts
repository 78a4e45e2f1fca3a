import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { carrier, transitStand } from './transit-stand.ts';

const { open, close, freeLists, call, at, apply, step, stateOf, sendOff, bring, kindsOf } = transitStand();

describe('a transit on the road', { timeout: 60_000 }, () => {
  beforeAll(open);
  afterAll(close);
  beforeEach(freeLists);

  it('positions are taken in any order and as often as they come; what is wrong with one is said of that one', async () => {
    at('10T12:00:00');
    const no = await apply();
    const sealNo = await sendOff(no);
    at('10T15:00:00');
    const position = (time: string, lon: number, lat: number, more: object = {}) => ({
      ...{ transitNo: no, at: `2026-03-10T${time}:00+08:00`, lon, lat, ...more },
    });
    const { body } = await call('POST', '/transit-positions', carrier, {
      positions: [
        position('14:30', 100.97, 22.79, { speedKmh: 74 }),
        position('13:00', 101.56, 21.48),
        position('14:30', 100.97, 22.79),
        position('14:30', 100.9, 22.79),
        position('14:00', 22.01, 100.8),
        position('11:59', 101.69, 21.19),
        position('15:30', 100.97, 22.79),
        { ...position('14:00', 100.8, 22.01), at: 'yesterday' },
        { ...position('14:00', 100.8, 22.01), transitNo: '86122026Z000009999' },
      ],
    });
    const told = body.positions as never as { outcome: string; finding?: { code: string } }[];
    expect(told.map(({ outcome, finding }) => finding?.code ?? outcome)).toEqual([
      ...['kept', 'kept', 'repeated', 'ROAD-POSITION-DIFFERS', 'ROAD-POSITION-PLACE', 'ROAD-NOT-THEN'],
      ...['ROAD-POSITION-TIME', 'ROAD-POSITION-TIME', 'ROAD-TRANSIT-UNKNOWN'],
    ]);
    const { transit } = (await call('GET', `/transits/${no}`, carrier)).body as never as {
      transit: { last: object; along: number };
    };
    expect(transit.last).toMatchObject({
      at: '2026-03-10T06:30:00.000Z',
      lon: 100.97,
      lat: 22.79,
      speedKmh: 74,
    });
    expect(transit.along).toBeGreaterThan(0.4);
    const page = await call('GET', `/transits/${no}/positions?limit=1`, carrier);
    expect(page.body.positions).toMatchObject([{ at: '2026-03-10T06:30:00.000Z' }]);
    const next = await call('GET', `/transits/${no}/positions?limit=1&cursor=${page.body.next}`, carrier);
    expect(next.body.positions).toMatchObject([{ at: '2026-03-10T05:00:00.000Z' }]);
    await bring(no, sealNo);
  });

  it('a vehicle off its route is told of once, until somebody has looked into it and it strays again', async () => {
    at('10T12:00:00');
    const no = await apply();
    const sealNo = await sendOff(no);
    at('10T13:20:00');
    const stray = (time: string) =>
      call('POST', '/transit-positions', carrier, {
        positions: [{ transitNo: no, at: `2026-03-10T${time}:00+08:00`, lon: 103.4, lat: 23.4 }],
      });
    // Nothing was heard for an hour besides, which is told of as well.
    const strayed = async () => (await kindsOf(no)).filter((kind) => kind === 'off-route');
    await stray('13:00');
    await Promise.all([stray('13:05'), stray('13:06'), stray('13:07')]);
    expect(await strayed()).toEqual(['off-route']);
    const occasion = '1';
    await step(no, 'alerts/resolve', 'mohan', { kind: 'off-route', occasion, reason: '绕行' });
    await stray('13:10');
    expect(await strayed()).toEqual(['off-route']);
    at('10T13:40:00');
    await stray('13:30');
    expect(await strayed()).toEqual(['off-route', 'off-route']);
    await bring(no, sealNo);
  });

  it('who is silent, late or beyond the limit is told of by the clock, each once', async () => {
    at('10T12:00:00');
    const no = await apply();
    const sealNo = await sendOff(no);
    at('10T12:31:00');
    await expect.poll(() => kindsOf(no)).toEqual(['silent']);
    at('11T01:30:00');
    await expect.poll(() => kindsOf(no)).toEqual(['silent', 'late']);
    at('11T12:01:00');
    await expect.poll(() => kindsOf(no)).toEqual(['silent', 'late', 'overdue']);
    await step(no, 'alerts/resolve', 'zone', { kind: 'late', occasion: '', reason: '塌方' });
    // Some further looks at the road.
    await new Promise((done) => setTimeout(done, 200));
    expect(await kindsOf(no)).toEqual(['silent', 'late', 'overdue']);
    await step(no, 'arrival', 'zone');
    await step(no, 'unsealing', 'zone', { seals: [{ sealNo, found: 'intact' }] });
    expect(stateOf(await step(no, 'write-off', 'zone', { counted: 120 }))).toBe('TRANSIT-ALERTS-OPEN');
    await bring(no, sealNo);
  });

  it('a broken seal is told of and replaced, and looked into before the transit is written off', async () => {
    at('10T12:00:00');
    const no = await apply();
    const sealNo = await sendOff(no);
    expect((await step(no, 'broken-seal', carrier, { sealNo: 'YN-NONE', note: 'x' })).body.code).toBe(
      'TRANSIT-SEAL-NOT-FOUND',
    );
    await step(no, 'broken-seal', carrier, { sealNo, note: '刮断' });
    expect(await kindsOf(no)).toEqual(['seal-broken']);
    const used = await step(no, 'seal-in-place', 'mohan', { sealNo, newSealNo: sealNo });
    expect(used.body).toMatchObject({ findings: [{ code: 'ROAD-SEAL-USED' }] });
    await step(no, 'seal-in-place', 'mohan', { sealNo, newSealNo: 'YN-NEW-1' });
    await step(no, 'arrival', 'zone');
    const unchecked = await step(no, 'unsealing', 'zone', { seals: [{ sealNo, found: 'broken' }] });
    expect(unchecked.body).toMatchObject({ findings: [{ code: 'ROAD-SEAL-UNCHECKED' }] });
    await step(no, 'unsealing', 'zone', { seals: [{ sealNo: 'YN-NEW-1', found: 'missing' }] });
    expect((await kindsOf(no)).toSorted()).toEqual(['seal-broken', 'seal-missing']);
    await bring(no, sealNo);
    const { body } = await call('GET', `/transits/${no}`, carrier);
    expect(body.seals).toMatchObject([
      { sealNo, state: 'broken', replacedBy: 'YN-NEW-1' },
      { sealNo: 'YN-NEW-1', state: 'missing' },
    ]);
  });

  it('a carrier reports its arrival where it is near; another office takes it in with a reason, and it ends there', async () => {
    at('10T12:00:00');
    const no = await apply();
    const sealNo = await sendOff(no);
    expect((await step(no, 'arrival', carrier)).body.code).toBe('TRANSIT-FAR');
    expect((await step(no, 'arrival', 'airport')).body.code).toBe('TRANSIT-REASON');
    expect(stateOf(await step(no, 'arrival', 'airport', { note: '综保区停电' }))).toBe('arrived');
    expect(await kindsOf(no)).toEqual(['elsewhere']);
    const wrong = await step(no, 'unsealing', 'zone', { seals: [{ sealNo, found: 'intact' }] });
    expect(wrong.body.code).toBe('TRANSIT-PARTY');
    expect(stateOf(await step(no, 'unsealing', 'airport', { seals: [{ sealNo, found: 'intact' }] }))).toBe(
      'unsealed',
    );
    await step(no, 'alerts/resolve', 'airport', { kind: 'elsewhere', occasion: '', reason: '已核实' });
    expect((await step(no, 'write-off', 'airport', { counted: 119 })).body.code).toBe('TRANSIT-COUNT');
    expect(stateOf(await step(no, 'write-off', 'airport', { counted: 119, note: '短少一件，已立案' }))).toBe(
      'written-off',
    );
    const next = await apply();
    const nextSeal = await sendOff(next);
    at('10T23:00:00');
    await call('POST', '/transit-positions', carrier, {
      positions: [{ transitNo: next, at: '2026-03-10T22:59:00+08:00', lon: 102.86, lat: 24.92 }],
    });
    expect(stateOf(await step(next, 'arrival', carrier))).toBe('arrived');
    await bring(next, nextSeal);
  });

  it('positions are erased six months after a transit is closed, and not before', async () => {
    at('10T12:00:00');
    const no = await apply();
    const sealNo = await sendOff(no);
    await call('POST', '/transit-positions', carrier, {
      positions: [{ transitNo: no, at: '2026-03-10T12:00:00+08:00', lon: 101.69, lat: 21.19 }],
    });
    await bring(no, sealNo);
    const kept = async () => (await call('GET', `/transits/${no}/positions`, carrier)).body.positions;
    at('09T12:00:00', '2026-09');
    // Some looks at the road.
    await new Promise((done) => setTimeout(done, 300));
    expect(await kept()).toHaveLength(1);
    at('12T12:00:00', '2026-09');
    await expect.poll(kept).toEqual([]);
  });
});
