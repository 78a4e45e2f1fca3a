import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applicant, carrier, list, stranger, transitStand } from './transit-stand.ts';

const { exported, open, close, freeLists, call, wish, at, apply, step, stateOf, sendOff, bring } =
  transitStand();

describe('transfers under customs control, on the real platform', { timeout: 60_000 }, () => {
  beforeAll(open);
  afterAll(close);
  beforeEach(freeLists);

  it('a batch goes from the border to the zone: applied, approved, sealed, on the road, arrived, unsealed, written off', async () => {
    at('10T12:00:00');
    const no = await apply();
    expect(no).toMatch(/^86122026Z\d{9}$/);
    const sealNo = await sendOff(no);
    const road = await call('GET', `/transits/${no}`, applicant);
    expect(road.body.transit).toMatchObject({
      ...{ goodsName: '跨境电子商务商品一批', departureOffice: '8612', destinationOffice: '8628', lists: 1 },
      departedAt: '2026-03-10T04:00:00.000Z',
      // 670 minutes are usual on this road; a fifth more is late, a day is the limit.
      lateAt: '2026-03-10T17:24:00.000Z',
      dueAt: '2026-03-11T04:00:00.000Z',
    });
    const ofList = await call('GET', `/lists/${list.ebpCode}/${list.orderNo}/transits`, applicant);
    expect(ofList.body.transits).toMatchObject([{ transitNo: no, state: 'on-the-road' }]);
    await bring(no, sealNo);
    const { body } = await call('GET', `/transits/${no}`, carrier);
    const events = body.events as never as { act: string; party: string; ofWhom: string }[];
    expect(events.map(({ act, party, ofWhom }) => [act, party, ofWhom])).toEqual([
      ['apply', 'applicant', applicant],
      ['approve', 'departure', '8612'],
      ['seal', 'departure', '8612'],
      ['depart', 'carrier', carrier],
      ['arrive', 'destination', '8628'],
      ['unseal', 'destination', '8628'],
      ['write-off', 'destination', '8628'],
    ]);
    expect(body.seals).toMatchObject([{ sealNo, state: 'intact' }]);
    const after = await call('GET', `/lists/${list.ebpCode}/${list.orderNo}/transits`, applicant);
    expect(after.body.transits).toMatchObject([{ state: 'written-off', closedAt: expect.any(String) }]);
  });

  it('nobody does what is for another side: neither the other office, nor the carrier, nor a stranger', async () => {
    at('10T12:00:00');
    const no = await apply();
    expect(stateOf(await step(no, 'approve', 'zone'))).toBe('TRANSIT-PARTY');
    expect((await step(no, 'approve', applicant)).status).toBe(401);
    expect((await step(no, 'departure', stranger)).status).toBe(404);
    expect((await call('GET', `/transits/${no}`, stranger)).status).toBe(404);
    expect(stateOf(await step(no, 'departure', carrier))).toBe('TRANSIT-STATE');
    expect(stateOf(await step(no, 'cancel', carrier, { reason: 'no truck' }))).toBe('TRANSIT-PARTY');
    // An officer of the district stands for every office of it.
    expect(stateOf(await step(no, 'approve', 'district'))).toBe('approved');
    expect(stateOf(await step(no, 'cancel', applicant, { reason: 'no truck' }))).toBe('cancelled');
  });

  it('a list goes with one transit at a time, and is free again when that is closed', async () => {
    at('10T12:00:00');
    const no = await apply();
    const again = await call('POST', '/transits', applicant, wish);
    expect(again).toMatchObject({
      status: 422,
      body: { code: 'TRANSIT-INPUT', findings: [{ code: 'ROAD-LIST-TAKEN', path: 'lists[0]' }] },
    });
    await step(no, 'refuse', 'mohan', { reason: '单证不符' });
    const many = await Promise.all(
      Array.from({ length: 6 }, () => call('POST', '/transits', applicant, wish)),
    );
    expect(many.filter(({ status }) => status === 201)).toHaveLength(1);
    const [{ body } = { body: {} as never }] = many.filter(({ status }) => status === 201);
    await step((body.transit as never as { transitNo: string }).transitNo, 'cancel', applicant, {
      reason: 'x',
    });
  });

  it('all that is wrong with an application is told at once', async () => {
    const refused = await call('POST', '/transits', applicant, {
      ...{ ...wish, corridor: 'NOWHERE', carrier: stranger },
      lists: [list, list, { ...list, orderNo: 'NONE' }, { ebpCode: '5301263603', orderNo: 'D260310S16A' }],
    });
    const found = (refused.body.findings as never as { code: string; path: string }[]).map(
      ({ code, path }) => [code, path],
    );
    expect(found).toEqual([
      ['ROAD-CORRIDOR', 'corridor'],
      ['ROAD-CARRIER', 'carrier'],
      ['ROAD-LIST-TWICE', 'lists[1]'],
      ['ROAD-LIST-UNKNOWN', 'lists[2]'],
      ['ROAD-LIST-UNKNOWN', 'lists[3]'],
    ]);
  });

  it('of two officers who decide in the same moment one does, and the other is told how it stands', async () => {
    at('10T12:00:00');
    const no = await apply();
    const both = await Promise.all([
      step(no, 'approve', 'mohan'),
      step(no, 'refuse', 'district', { reason: 'x' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await call('GET', `/transits/${no}`, 'mohan');
    expect(body.events).toHaveLength(2);
    if ((body.transit as never as { state: string }).state === 'approved')
      await step(no, 'cancel', 'mohan', { reason: 'x' });
  });

  it('transits are found page by page, by state, office and number', async () => {
    at('10T12:00:00');
    const no = await apply({ billNo: 'MB-FIND-ME' });
    const found = async (query: string, as = applicant) =>
      ((await call('GET', `/transits?${query}`, as)).body.transits as never as { transitNo: string }[]).map(
        ({ transitNo }) => transitNo,
      );
    expect(await found('search=MB-FIND')).toEqual([no]);
    expect(await found('live=true&office=8612', 'operator')).toEqual([no]);
    expect(await found('state=approved')).toEqual([]);
    expect(await found('', stranger)).toEqual([]);
    const first = await call('GET', '/transits?limit=2', 'operator');
    const second = await found(`limit=200&cursor=${first.body.next}`, 'operator');
    expect(second.length).toBeGreaterThan(3);
    expect(second).not.toContain(no);
    const lists = await call('GET', `/transits/${no}/lists?limit=1`, carrier);
    expect(lists.body).toEqual({ lists: [list], next: `${list.ebpCode}/${list.orderNo}` });
    expect(
      (await call('GET', `/transits/${no}/lists?cursor=${lists.body.next}`, carrier)).body.lists,
    ).toEqual([]);
    const corridors = await call('GET', '/transit-corridors', carrier);
    expect(corridors.body.corridors).toContainEqual(
      expect.objectContaining({ corridor: 'MOHAN-RAIL', borderOffice: '8612', inlandOffice: '8601' }),
    );
    await step(no, 'cancel', applicant, { reason: 'x' });
  });

  it('goods go by truck and by train under one number, handed over with every seal looked at', async () => {
    at('10T12:00:00');
    const train = '5301963699';
    const legs = [
      { mode: 'road', carrier, vehicleNo: '云A12345', documentNo: 'CMR-1', to: 'JINGHONG', cost: '1200.00' },
      { mode: 'rail', carrier, vehicleNo: 'X70-5201', documentNo: 'RWB-1', to: 'WJY', co2Kg: '45.5' },
    ];
    const rail = { ...wish, corridor: 'MOHAN-RAIL' };
    const strange = [
      { ...legs[0], vehicleNo: '云A99999', to: 'WJY' },
      { ...legs[1], carrier: train },
    ];
    const refused = await call('POST', '/transits', applicant, { ...rail, legs: strange });
    expect(
      (refused.body.findings as never as { code: string; path: string }[]).map(({ code, path }) => [
        code,
        path,
      ]),
    ).toEqual([
      ['ROAD-LEG-FIRST', 'legs[0]'],
      ['ROAD-LEG-PLACE', 'legs[0].to'],
      ['ROAD-LEG-PLACE', 'legs[1].to'],
      ['ROAD-CARRIER', 'legs[1].carrier'],
    ]);
    const no = await apply({ corridor: 'MOHAN-RAIL', legs });
    const intact = (sealNo: string, more: object = {}) => ({ sealNo, found: 'intact', ...more });
    expect(stateOf(await step(no, 'handovers', carrier, { leg: 2, seals: [intact('YN000')] }))).toBe(
      'TRANSIT-STATE',
    );
    const sealNo = await sendOff(no);
    at('10T14:30:00');
    expect(stateOf(await step(no, 'arrival', 'district'))).toBe('TRANSIT-LEGS-OPEN');
    const over = (as: string, seals: readonly object[], leg = 2) => step(no, 'handovers', as, { leg, seals });
    expect(stateOf(await over('zone', [intact(sealNo)]))).toBe('TRANSIT-PARTY');
    expect(stateOf(await over(carrier, [intact(sealNo)], 3))).toBe('TRANSIT-LEG');
    expect(stateOf(await over(carrier, [intact('YN-OTHER')]))).toBe('TRANSIT-SEAL-NOT-FOUND');
    const changed = await over(carrier, [intact(sealNo, { newSealNo: 'YN-NEW-1' })]);
    expect(changed.body.findings).toMatchObject([{ code: 'ROAD-SEAL-CUSTOMS', path: 'seals[0].newSealNo' }]);
    const both = await Promise.all([
      over('district', [intact(sealNo, { newSealNo: 'YN-NEW-1' })]),
      over(carrier, [intact(sealNo)]),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won] = both.filter(({ status }) => status === 200);
    const on = ((won?.body.seals ?? []) as never as { sealNo: string; state: string }[]).find(
      ({ state }) => state === 'on',
    );
    at('10T18:30:00');
    await step(no, 'arrival', 'district');
    const { body } = await call('GET', `/transits/${no}`, applicant);
    expect(body.transit).toMatchObject({ state: 'arrived', vehicleNo: 'X70-5201' });
    expect(body.legs).toMatchObject([
      { legNo: 1, from: 'MOHAN', to: 'JINGHONG', usualMinutes: 130, minutes: 150, cost: '1200.00' },
      {
        legNo: 2,
        from: 'JINGHONG',
        to: 'WJY',
        minutes: 240,
        handover: { seals: [{ sealNo, found: 'intact' }] },
      },
    ]);
    await bring(no, on?.sealNo ?? '', 'district');
  });

  it('a transit that is not there, or not theirs, is not found by whatever way', async () => {
    const no = '86122026Z000009999';
    const reason = { reason: 'x' };
    const steps: readonly (readonly [string, string, object?])[] = [
      ...(['departure', 'arrival'] as const).map((path) => [path, carrier] as const),
      ...([
        ['cancel', applicant, reason],
        ['broken-seal', carrier, { sealNo: 'YN01', note: 'x' }],
      ] as const),
      ...([
        ['approve', 'mohan'],
        ['refuse', 'mohan', reason],
        ['seals', 'mohan', { sealNos: ['YN01'] }],
      ] as const),
      ['seal-in-place', 'mohan', { sealNo: 'YN01', newSealNo: 'YN02' }],
      ['unsealing', 'zone', { seals: [{ sealNo: 'YN01', found: 'intact' }] }],
      ['write-off', 'zone', { counted: 1 }],
      ['alerts/resolve', 'zone', { kind: 'late', occasion: '', reason: 'x' }],
    ];
    for (const [path, as, body] of steps)
      expect([path, (await step(no, path, as, body)).status]).toEqual([path, 404]);
    for (const path of ['', '/lists', '/positions'])
      expect([path, (await call('GET', `/transits/${no}${path}`, carrier)).status]).toEqual([path, 404]);
  });

  it('a released export list goes out to the border; one that is held or has left does not', async () => {
    at('10T12:00:00');
    await exported('E1', 'released', 'awaited');
    await exported('E2', 'held', 'awaited');
    await exported('E3', 'released', 'departed');
    const out = (orderNo: string) =>
      call('POST', '/transits', applicant, {
        ...{ ...wish, direction: 'export', lists: [{ orderNo, ebpCode: applicant }] },
      });
    expect((await out('E2')).body).toMatchObject({ findings: [{ code: 'ROAD-LIST-STATE' }] });
    expect((await out('E3')).body).toMatchObject({ findings: [{ code: 'ROAD-LIST-STATE' }] });
    const { body } = await out('E1');
    expect(body.transit).toMatchObject({ departureOffice: '8628', destinationOffice: '8612' });
  });
});
