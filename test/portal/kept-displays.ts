import type { Platform } from './platform.ts';

const owner = '5301363602';
const bookNo = 'T5301W000001';

/** A shop that waits for customs, and one with goods on display that are nearly over their time, one of them missing. */
export async function keepDisplays(platform: Platform): Promise<void> {
  const officer = await platform.signIn({ role: 'officer', agency: 'customs' });
  const send = async (path: string, headers: Readonly<Record<string, string>>, body: object) => {
    const answer = await fetch(`${platform.url}/api${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json', ...headers },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Readonly<Record<string, string>>;
  };
  const own = (path: string, body: object) =>
    send(path, { authorization: `Bearer ${platform.keyOf(owner)}` }, body);
  const decide = (path: string, body: object) =>
    send(path, { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' }, body);
  const address = '昆明市五华区示例路8号';
  await own('/display-shops', {
    name: '翠湖保税展示店',
    address: '昆明市五华区示例路20号',
    customsCode: '8628',
  });
  const { shopId } = await own('/display-shops', { name: '南屏街保税展示店', address, customsCode: '8628' });
  await decide(`/display-shops/${shopId}/verdict`, {
    ...{ verdict: 'approved', pickUp: true, reason: '场地与监控符合要求' },
  });
  const { displayNo, checklistNo } = await own('/displays', {
    ...{ shopId, bookNo, grossKg: '14', goods: [{ itemNo: 1, quantity: '12' }] },
  });
  const vehicle = { direction: 'out', customsCode: '8628', plate: '云A·D67890', tareKg: '4200' };
  const { passNo } = await own('/passes', { ...vehicle, checklists: [checklistNo] });
  const coming = {
    gate: 'KM-ZB-02',
    eventNo: '20260310-display',
    passNo,
    plate: '云A·D67890',
    weightKg: '4214',
  };
  await send('/gate/passages', { authorization: `Bearer ${platform.operatorKey}` }, coming);
  await own(`/displays/${displayNo}/counts`, { lines: [{ itemNo: 1, counted: '11' }], note: '月末盘点' });
  await own(`/displays/${displayNo}/returns`, { grossKg: '3', goods: [{ itemNo: 1, quantity: '2' }] });
}
