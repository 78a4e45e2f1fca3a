import { readSample } from '../scenarios/folders.ts';
import type { Platform } from './platform.ts';

const waybill = readSample('01-direct-purchase/03-waybill.xml').toString('utf8');
const carried = /<ceb:logisticsNo>([^<]*)</.exec(waybill)?.[1] ?? '';

/** A return centre with a parcel nobody knows and one that may not come back; made once a platform. */
export async function keepCentre(platform: Platform): Promise<void> {
  const ask = async (method: 'PUT' | 'POST', path: string, body: object): Promise<void> => {
    const answer = await fetch(`${platform.url}/api/return-centres/KMRC01${path}`, {
      method,
      headers: { authorization: `Bearer ${platform.operatorKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  await ask('PUT', '', {
    ...{
      nameZh: '昆明综保区退货中心仓',
      nameEn: 'Return centre of Kunming bonded zone',
      address: '综保大道1号',
    },
    ...{ customsCode: '8628', owner: '5301363602', openedOn: '2026-01-01' },
  });
  for (const scanned of ['SF1400000001', carried]) await ask('POST', '/scans', { scanned });
}
