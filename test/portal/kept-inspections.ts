import type { Platform } from './platform.ts';

const broker = '5301363602';
/** The inspection whose visit is on. */
export const begunInspection = '3c1f0a52-6f0e-4b0e-9d57-6a3a54a20085';
/** The inspection that is booked and to come. */
export const bookedInspection = '3c1f0a52-6f0e-4b0e-9d57-6a3a54a20086';

/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const list = { orderNo: 'D260310S01A', ebpCode: broker };

/** An order of the broker's of what these agencies want. */
async function ordered(
  { database }: Platform,
  id: string,
  wants: readonly (readonly [agency: string, ground: string, sampleWanted: boolean])[],
): Promise<void> {
  await database.run(
    `insert into inspections.inspection (group_key, inspection_id, state, customs_code, parties, opened_at)
     values ($1::text, $1::uuid, 'waiting', '8601', array[$2], '2026-03-10T02:00:00Z')`,
    [id, broker],
  );
  for (const [agency, ground, sampleWanted] of wants) {
    await database.run(
      `insert into inspections.hold (group_key, inspection_id, order_no, ebp_code, agency, ground, attempt, note,
         sample_wanted, trade_mode, goods_name, hs_chapter, origin, recipient, opened_by, opened_at, state)
       values ($1::text, $1::uuid, $2, $3, $4, $5, 1, '', $6, '9610', '泰国乳胶枕', '94', '136', $3, 'clearance',
         '2026-03-10T02:00:00Z', 'open')`,
      [id, list.orderNo, list.ebpCode, agency, ground, sampleWanted],
    );
    await database.run(
      `insert into inspections.step (group_key, inspection_id, at, kind, by_whom, body)
       values ($1::text, $1::uuid, '2026-03-10T02:00:00Z', 'opened', 'clearance', $2)`,
      [id, JSON.stringify({ ...list, agency, ground, note: '' })],
    );
  }
}

/** A site with its hours and a closed day, an inspection that is booked, and one whose visit is on with a photo and a sample. */
export async function keepInspections(platform: Platform): Promise<void> {
  const officer = await platform.signIn({ role: 'officer', displayName: '李查', office: '8601' });
  const by = {
    operator: { authorization: `Bearer ${platform.operatorKey}` },
    broker: { authorization: `Bearer ${platform.keyOf(broker)}` },
    officer: { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' },
  } as const;
  const send = async (method: string, path: string, as: keyof typeof by, body?: object): Promise<void> => {
    const picture = Buffer.isBuffer(body);
    const answer = await fetch(`${platform.url}/api${path}`, {
      method,
      headers: {
        ...by[as],
        ...(body ? { 'content-type': picture ? 'image/png' : 'application/json' } : {}),
      },
      ...(body ? { body: picture ? new Uint8Array(body) : JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  await send('PUT', '/inspection-sites/KMGPOST1', 'operator', {
    ...{ name: { zh: '昆明跨境电商查验场', en: 'Kunming e-commerce site' }, customsCode: '8601' },
    ...{ address: '昆明市官渡区示例路1号', slotMinutes: 120, seen: 0 },
    openings: [1, 2, 3, 4, 5].map((weekday) => ({
      ...{ weekday, opens: 540, closes: 1_020, from: '2026-01-01', capacity: 2 },
    })),
    closedDays: [{ day: '2026-03-13', why: '设备检修' }],
  });
  await ordered(platform, bookedInspection, [['customs', 'CUS-ORDERED', false]]);
  await send('PUT', `/inspections/${bookedInspection}/booking`, 'broker', {
    ...{ siteCode: 'KMGPOST1', startsAt: '2026-03-11T01:00:00.000Z' },
  });
  await ordered(platform, begunInspection, [
    ['customs', 'CUS-QUARANTINE', false],
    ['market', 'MKT-QUALITY', true],
  ]);
  const one = `/inspections/${begunInspection}`;
  await send('POST', `${one}/begin`, 'officer');
  const photoId = '3c1f0a52-6f0e-4b0e-9d57-6a3a54a20087';
  const shows = encodeURIComponent('外包装');
  await send(
    'POST',
    `${one}/photos?photoId=${photoId}&shows=${shows}&orderNo=${list.orderNo}&ebpCode=${list.ebpCode}`,
    'officer',
    dot,
  );
  await send('POST', `${one}/samples`, 'officer', {
    ...{ entryId: '3c1f0a52-6f0e-4b0e-9d57-6a3a54a20088', ...list, agency: 'market', ground: 'MKT-QUALITY' },
    ...{ sampleNo: 'YP-0001', what: '乳胶枕一个', sealNo: 'FQ-0001' },
  });
  await send('POST', `${one}/results`, 'officer', {
    ...{ entryId: '3c1f0a52-6f0e-4b0e-9d57-6a3a54a20089', ...list, agency: 'customs' },
    ...{ ground: 'CUS-QUARANTINE', verdict: 'conforming', found: '品名、数量相符' },
  });
}
