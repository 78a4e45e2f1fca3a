import { readFileSync } from 'node:fs';
import type { Enterprise } from '#registry';
import { readSample } from '../scenarios/folders.ts';
import { fileRequest } from './own-data.ts';
import type { Platform } from './platform.ts';

/** The platform of the samples' orders, as which the pages are looked at. */
const owner = '5301363602';

/** A firm of its own that applies without an account, with the licence a carrier needs. */
const carrier = {
  ...{ customsCode: '5301980003', uscc: '91530100MA6KABCD1H', name: '滇运速递有限公司', roles: ['LGS'] },
  ...{ customsOffice: '8620', validFrom: '2026-01-01' },
  licences: [{ kind: 'express', number: '17', issuer: '云南省邮政管理局', from: '2024-03-01' }],
  contacts: [{ name: '张强', phone: '13800000001' }],
  legalPerson: { name: '赵军' },
};

/** A picture of one pixel. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** Puts an application, a draft and goods on file, so that there is something to look at. */
export async function fileForShow({ url, database, keyOf, operatorKey }: Platform): Promise<void> {
  const post = async (path: string, body: object, key?: string): Promise<void> => {
    const response = await fetch(`${url}/api/registry${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  await database.run(
    `insert into access.event (at, kind, login, address, detail)
     values ('2026-03-10T02:00:00Z', 'sign-in-failed', 'zhao', '203.0.113.7', '{"failures":3}')`,
  );
  await post('/applications', { file: carrier, paper: '网上申请' });
  await fileRequest(database, owner);
  const entries: readonly Enterprise[] = JSON.parse(readSample('enterprises.json').toString('utf8'));
  const { state: _state, ...file } = entries.find(({ customsCode }) => customsCode === owner) as Enterprise;
  const asked = { ...file, licences: [{ kind: 'other', number: '', issuer: '商务厅', from: '2026-01-01' }] };
  await post('/filings', { kind: 'change', customsCode: owner, file: asked }, keyOf(owner));
  await post(
    '/goods',
    {
      ...{
        ebcCode: owner,
        itemNo: 'PERFUME-50',
        itemName: '玫瑰香水50毫升',
        gcode: '3303000010',
        gname: '香水',
      },
      ...{
        gmodel: '50毫升/瓶',
        country: '305',
        unit: '142',
        unit1: '035',
        unit2: '011',
        validFrom: '2026-01-01',
      },
    },
    keyOf(owner),
  );
  const photo = await fetch(
    `${url}/api/registry/goods/${owner}/PERFUME-50/photos?alt=${encodeURIComponent('玫瑰香水瓶')}`,
    {
      method: 'POST',
      headers: { 'content-type': 'image/png', authorization: `Bearer ${keyOf(owner)}` },
      body: Buffer.from(picture, 'base64'),
    },
  );
  if (!photo.ok) throw new Error(await photo.text());
  const table = new URL('../../contracts/codelists/transport.csv', import.meta.url);
  const text = readFileSync(table, 'utf8').replace('水路运输,Water', '水上运输,By water');
  const query = 'table=transport&from=2027-01-01&source=%E5%85%AC%E5%91%8A2026-99';
  const proposed = await fetch(`${url}/api/registry/editions?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${operatorKey}` },
    body: text,
  });
  if (!proposed.ok) throw new Error(await proposed.text());
}
