import { copyLists } from '../border/gate-stand.ts';
import { until } from '../faults/stand.ts';
import type { Platform } from './platform.ts';

const owner = '5301363602';
const direct = { ebpCode: owner, orderNo: 'D260310S01A' };
const bookNo = 'T5301W000001';

/** Lists of a book that wait, a checklist and an entry, a vehicle that has gone and one that is stopped: numbered 1 to 4. */
export async function driveVehicles(platform: Platform): Promise<void> {
  const { database } = platform;
  const judged = 'select 1 from clearance.decision where order_no = $1';
  await until(async () => (await database.query(judged, [direct.orderNo])).length > 0, 20_000, 'it waits');
  await copyLists(database, ['D260310S01B', 'D260310S01C', 'D260310S01D'], direct, {
    list: { trade_mode: '1210', traf_mode: 'Y', ems_no: bookNo },
    goods: { item_record_no: 'IR-0001', unit: '142' },
  });
  await database.run(`update gate.draw set rate = '0.00001'`);
  const send = async (path: string, key: string, body: object): Promise<void> => {
    const answer = await fetch(`${platform.url}/api${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  const own = (path: string, body: object) => send(path, platform.keyOf(owner), body);
  const come = (number: number, passNo: string, plate: string, weightKg: string) =>
    send('/gate/passages', platform.operatorKey, {
      ...{ gate: 'KM-ZB-02', eventNo: `20260310-${number}`, passNo, plate, weightKg },
    });
  await own('/checklists', { bookNo, lists: [{ ebpCode: owner, orderNo: 'D260310S01B' }] });
  await own('/checklists/entries', {
    ...{ bookNo, entryNo: '862820261000000123', grossKg: '512.5' },
    goods: [{ itemNo: 2, quantity: '480', expiresOn: '2027-08-31' }],
  });
  const vehicle = {
    direction: 'out',
    customsCode: '8628',
    plate: '云A·D12345',
    tareKg: '4200',
    packingKg: '80',
  };
  await own('/passes', { ...vehicle, checklists: ['QD862826E000000001'] });
  await own('/passes', { ...vehicle, plate: '云A·D54321', lists: [direct] });
  await come(1, 'HF862826E000000003', '云A·D99999', '5100');
  await database.run('update gate.pass set drawn = true where drawn_on is not null');
  await come(2, 'HF862826E000000003', '云A·D12345', '4290');
  await come(3, 'HF862826E000000004', '云A·D54321', '4282');
}
