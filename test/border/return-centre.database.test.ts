import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ReturnsStand, type Sold } from './returns-stand.ts';

/** Keeps the centre; sells nothing. */
const KEEPER = '5301560006';
const STRANGER = '5301960003';
const CENTRE = 'KMRC01';

describe('parcels of returns in a centre of the zone', { timeout: 120_000 }, () => {
  let stand: ReturnsStand;
  beforeAll(async () => {
    stand = await ReturnsStand.open();
    const filed = await stand.call('PUT', `/api/return-centres/${CENTRE}`, 'operator', centre);
    if (filed.status !== 200) throw new Error(JSON.stringify(filed));
  });
  afterAll(() => stand?.close());
  afterEach(() => expect(stand.faults).toEqual([]));

  const centre = {
    ...{ nameZh: '退货中心仓', nameEn: 'Return centre', address: '综保大道1号', customsCode: '8601' },
    ...{ owner: KEEPER, openedOn: '2026-01-01' },
  };
  const bonded = (qty: string) => stand.sell({ tradeMode: '1210', qty });
  const agentOf = ({ dossier }: Sold) => dossier.declaration.head.agentCode;
  const scan = async (scanned: string, as = KEEPER) =>
    stand.call('POST', `/api/return-centres/${CENTRE}/scans`, as, { scanned });
  const announce = (sold: Sold, scanned: string) =>
    stand.call('POST', `/api/return-centres/${CENTRE}/announcements`, agentOf(sold), {
      ...{ scanned, orderNo: sold.orderNo, ebpCode: sold.ebpCode },
    });
  const act = (parcel: { parcelNo: string; revision: number }, name: string, body: object) =>
    stand.call('POST', `/api/return-parcels/${parcel.parcelNo}/${name}`, KEEPER, {
      ...{ revision: parcel.revision, ...body },
    });
  const sort = (parcel: { parcelNo: string; revision: number }, fit: string, unfit = '0') =>
    act(parcel, 'sorting', { lines: [{ gnum: 1, fit, unfit }] });
  const look = async (parcelNo: string, as = KEEPER) =>
    (await stand.call('GET', `/api/return-parcels/${parcelNo}`, as)).body;
  const labelOf = ({ dossier }: Sold) => dossier.waybill.head.logisticsNo;

  it('are known by the number they left by, and are one however often they are scanned', async () => {
    const sold = await bonded('2');
    const answers = await Promise.all([1, 2, 3].map(() => scan(labelOf(sold))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const parcels = new Set(answers.map(({ body }) => body.parcel.parcelNo));
    expect(parcels.size).toBe(1);
    expect(answers.map(({ body }) => body.again).sort()).toEqual([false, true, true]);
    expect((await scan(labelOf(sold))).body).toMatchObject({
      again: true,
      parcel: { state: 'identified', orderNo: sold.orderNo, arriveBy: '2027-01-07', bars: [] },
      goods: [{ gnum: 1, bought: '2' }],
    });
  });

  it('are kept when nobody knows them, and known once their enterprise has said what they are', async () => {
    const sold = await bonded('1');
    const { body } = await scan('SF-UNKNOWN-1');
    expect(body).toMatchObject({ parcel: { state: 'unidentified' }, goods: [] });
    expect((await announce(sold, 'SF-UNKNOWN-1')).body).toEqual({ parcelNo: body.parcel.parcelNo });
    expect((await look(body.parcel.parcelNo)).parcel).toMatchObject({
      ...{ state: 'identified', orderNo: sold.orderNo, revision: 2 },
    });
    const other = await bonded('1');
    expect(await announce(other, 'SF-UNKNOWN-1')).toMatchObject({
      status: 409,
      body: { code: 'CENTRES-ANNOUNCED' },
    });
    const { body: lost } = await scan('SF-UNKNOWN-2');
    const key = { orderNo: other.orderNo, ebpCode: other.ebpCode };
    const named = await act(lost.parcel, 'identification', key);
    expect(named.body.parcel).toMatchObject({ state: 'identified', orderNo: other.orderNo });
    expect((await act(named.body.parcel, 'identification', key)).body.code).toBe('CENTRES-STATE');
  });

  it('bring their return back by themselves when it is handed in for them', async () => {
    const sold = await bonded('3');
    const agent = agentOf(sold);
    await announce(sold, 'SF-BACK-A');
    await announce(sold, 'SF-BACK-B');
    const parcels = [];
    for (const [label, quantity] of [
      ['SF-BACK-A', '1'],
      ['SF-BACK-B', '2'],
    ] as const) {
      const { body } = await scan(label);
      parcels.push((await sort(body.parcel, quantity)).body.parcel.parcelNo);
    }
    await stand.pass(1);
    const asked = { parcels, reason: '七日内无理由退货' };
    const handed = await stand.call('POST', '/api/return-parcels/returns', agent, asked);
    expect(handed.body).toMatchObject({ verdict: 'accepted' });
    const file = await stand.caseOf(sold, 'arrived');
    expect(file).toMatchObject({ arrivedOn: '2026-11-23' });
    for (const parcelNo of parcels) {
      expect(file.reason).toContain(parcelNo);
      expect((await look(parcelNo, agent)).parcel).toMatchObject({
        ...{ state: 'listed', returnNo: file.returnNo, returnState: 'arrived' },
      });
    }
    const { body } = await stand.call('GET', `/api/returns/${file.returnNo}`, agent);
    expect(body.steps.at(-1)).toMatchObject({ to: 'arrived', by: 'centre' });
    expect(body.lines).toMatchObject([{ gnum: 1, quantity: '3' }]);
    expect(await stand.receipts(agent, 'CEB626', sold.orderNo)).toEqual(['2', '120', '300']);
    const again = await stand.call('POST', '/api/return-parcels/returns', agent, asked);
    expect(again).toMatchObject({ status: 422, body: { findings: [{ code: 'CENTRE-PARCEL' }, {}] } });
  });

  it('bring back a return that was applied for before they came, and no other', async () => {
    const sold = await bonded('3');
    const items = (qty: string) => [{ gnum: 1, qty }];
    await stand.send('CEB625Message', sold, { head: { copNo: 'EARLY' }, items: items('1') });
    await stand.send('CEB625Message', sold, { head: { copNo: 'OTHER' }, items: items('2') });
    await stand.caseOf(sold, 'accepted', 'EARLY');
    await stand.caseOf(sold, 'accepted', 'OTHER');
    const { body } = await scan(labelOf(sold));
    await sort(body.parcel, '1', '1');
    const { returnNo } = await stand.caseOf(sold, 'arrived', 'EARLY');
    await stand.caseOf(sold, 'accepted', 'OTHER');
    const { body: page } = await stand.call('GET', `/api/return-parcels?orderNo=${sold.orderNo}`, KEEPER);
    const apart = page.parcels.find(({ state }: { state: string }) => state === 'set-apart');
    expect(apart).toMatchObject({ splitOf: body.parcel.parcelNo });
    expect((await look(apart.parcelNo)).goods).toMatchObject([{ gnum: 1, quantity: '1' }]);
    const gone = { way: 'destroyed', paper: 'XH-2026-1' };
    expect((await act(apart, 'end', gone)).body.parcel).toMatchObject({
      state: 'destroyed',
      paper: 'XH-2026-1',
    });
    // On a return that lives a parcel stays; once it is refused it may be sent out again.
    const { parcel } = await look(body.parcel.parcelNo);
    const out = { way: 'sent-back', paper: 'SF-OUT-1' };
    expect((await act(parcel, 'end', out)).body.code).toBe('CENTRES-STATE');
    const lines = [{ gnum: 1, original: false, saleable: false }];
    const { revision } = await stand.caseOf(sold, 'arrived', 'EARLY');
    await stand.call('POST', `/api/returns/${returnNo}/inspection`, 'officer', { revision, lines });
    expect((await act(parcel, 'end', out)).body.parcel.state).toBe('sent-back');
    // Who declared and who sold them have been told of each step.
    const told = await stand.rented.owner.query<{ kind: string }>(
      `select kind from journal.entry where kind like 'parcel-%' and body ->> 'orderNo' = $1
         and body ->> 'recipient' = $2 and body ->> 'enterprise' = $3 order by tx, seq`,
      [sold.orderNo, agentOf(sold), sold.dossier.declaration.head.ebcCode],
    );
    expect(told.map(({ kind }) => kind)).toEqual([
      ...['parcel-identified', 'parcel-sorted', 'parcel-set-apart', 'parcel-listed', 'parcel-destroyed'],
      'parcel-sent-back',
    ]);
    // Sent out, its label may come again.
    expect((await scan(labelOf(sold))).body).toMatchObject({ again: false });
  });

  it('are set apart with every reason where nothing of them may come back', async () => {
    const direct = await stand.sell({ tradeMode: '9610' });
    const { body } = await scan(labelOf(direct));
    expect(body.parcel).toMatchObject({ state: 'set-apart', bars: ['CENTRE-MODE'] });
    const late = await bonded('1');
    await stand.pass(46);
    const { body: told } = await scan(labelOf(late));
    expect(told.parcel).toMatchObject({ state: 'set-apart', bars: ['CENTRE-TOO-LATE'] });
    expect((await sort(told.parcel, '1')).body.code).toBe('CENTRES-STATE');
  });

  it('are sorted within what was bought', async () => {
    const sold = await bonded('2');
    const { body } = await scan(labelOf(sold));
    const wrong = {
      lines: [
        { gnum: 1, fit: '2', unfit: '1' },
        { gnum: 9, fit: '0', unfit: '0' },
      ],
    };
    const refused = await act(body.parcel, 'sorting', wrong);
    const codes = refused.body.findings.map(({ code }: { code: string }) => code);
    expect([refused.status, codes]).toEqual([422, ['CENTRE-QUANTITY', 'CENTRE-LINE']]);
    expect((await sort(body.parcel, '0')).body.findings[0].code).toBe('CENTRE-NOTHING');
    expect((await sort({ ...body.parcel, revision: 9 }, '1')).body.code).toBe('CENTRES-MOVED');
  });

  it('are seen and worked on by nobody else', async () => {
    const sold = await bonded('1');
    const { body } = await scan(labelOf(sold));
    const path = `/api/return-parcels/${body.parcel.parcelNo}`;
    expect((await stand.call('GET', path, STRANGER)).status).toBe(404);
    expect((await scan('SF-STRANGER', STRANGER)).status).toBe(404);
    expect((await stand.call('GET', path, agentOf(sold))).status).toBe(200);
    const asIfKeeper = { revision: 1, lines: [{ gnum: 1, fit: '1', unfit: '0' }] };
    expect((await stand.call('POST', `${path}/sorting`, agentOf(sold), asIfKeeper)).status).toBe(404);
    const wrong = await stand.call('PUT', '/api/return-centres/KMRC02', 'operator', {
      ...{ ...centre, owner: '5301999999', validTo: '2025-01-01' },
    });
    const codes = wrong.body.findings.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['CENTRE-OWNER', 'CENTRE-DAYS']);
  });

  it('are taken in only while their centre is open', async () => {
    const shut = { ...centre, validTo: '2026-06-30' };
    await stand.call('PUT', '/api/return-centres/KMRC03', 'operator', shut);
    const answer = await stand.call('POST', '/api/return-centres/KMRC03/scans', KEEPER, {
      scanned: 'SF-SHUT-1',
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'CENTRES-SHUT' } });
    const { body } = await stand.call('GET', '/api/return-centres', STRANGER);
    expect(body.centres).toMatchObject([
      { centreCode: CENTRE },
      { centreCode: 'KMRC03', validTo: '2026-06-30' },
    ]);
  });
});
