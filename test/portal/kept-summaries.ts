import { setTimeout as sleep } from 'node:timers/promises';
import { keepClosed } from '../../modules/summaries/application/keep-closed.ts';
import { itemOf, listOf } from '../../modules/summaries/testing/lists.ts';
import type { Platform } from './platform.ts';

const consignor = '5301363602';
/** Three months of closed export lists of a consignor: one summed up, one overdue, one of which a part is. */
export async function keepSummaries(platform: Platform): Promise<void> {
  let number = 0;
  const close = async (month: string, count: number, statisticsFlag: 'A' | 'B' = 'B') => {
    const lists = Array.from({ length: count }, () => {
      number += 1;
      const items = [
        itemOf(),
        itemOf({ gnum: 2, gcode: '0901210000', gname: '小粒咖啡', qty: '1.5', totalPrice: '96' }),
      ];
      return listOf(number, { ebcCode: consignor, ebcName: '昆明示例跨境电商', statisticsFlag }, items);
    });
    const closedAt = new Date(`${month}-20T04:00:00Z`);
    await platform.database.transaction((client) =>
      keepClosed(
        client,
        lists.map((list) => ({ list, closedAt })),
      ),
    );
    return lists.map(({ head }) => head.invtNo ?? '');
  };
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`${platform.url}/api/summaries${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${platform.keyOf(consignor)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await answer.json()) as { sumNo: string; finishedAt?: string };
  };
  const apply = async (body: object): Promise<void> => {
    const { sumNo } = await ask('/applications', body);
    while (!(await ask(`/applications/${sumNo}`)).finishedAt) await sleep(20);
  };
  await close('2025-12', 6);
  await close('2025-12', 2, 'A');
  const january = await close('2026-01', 5);
  await close('2026-02', 4);
  await apply({ month: '2025-12' });
  await apply({ invtNos: [...january.slice(0, 3), '86002026E999999999'] });
}
