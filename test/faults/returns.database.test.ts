import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueKey } from '#exchange';
import { chinaStamp } from '#kernel';
import { declarationBytes } from '../../apps/demo/messages.ts';
import { createRandom } from '../../apps/demo/random.ts';
import { goodsOn } from '../../apps/demo/zone.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type PlatformUnderLoad, startPlatform } from '../load/platform.ts';
import { discrepancies } from './books.ts';
import { BorderPeople, type Person } from './border-people.ts';
import { PAPER_KINDS, shuffled } from './purchases.ts';
import { type Asked, Returned } from './returned.ts';
import { returnDiscrepancies } from './returned-books.ts';
import { until } from './stand.ts';

/** Two hundred in `npm run soak`; CHAMA_SEED to have the moments of a run again, as near as a clock lets it. */
const kills = Number(process.env.CHAMA_KILLS || 2);
const seed = process.env.CHAMA_SEED || String(Date.now() % 1_000_000);
/** Lists that are sold, and whose goods are on their way back while the platform is killed once. */
const LISTS = 12;
/** Time from the first application to a kill, milliseconds. */
const LONGEST_WORK_MS = 700;
const CENTRE = '/api/return-centres/KMRC01';

let platform: PlatformUnderLoad;
const asked = new Map<string, Asked>();
const random = createRandom(`returns/${seed}`);

const keyOf = (customsCode: string): Person => ({
  authorization: `Bearer ${platform.keys.get(customsCode) ?? ''}`,
});

/** The warehouse keeps an account book of all bonded goods, and a return centre. */
async function openWarehouse(): Promise<Person> {
  const [warehouse] = platform.zone.warehouses;
  const { customsCode = '', emsNo = '' } = warehouse ?? {};
  const { database } = platform;
  await database.run(
    `insert into bonded.book (book_no, owner, trade_mode, customs_code, area_code, area_name, opened_on, valid_to)
     values ($1, $2, '1210', '8628', '5301', 'returns', '2020-01-01', '2099-12-31')`,
    [emsNo, customsCode],
  );
  const goods = goodsOn(platform.zone, '1210');
  const of = <Name extends keyof (typeof goods)[number]>(name: Name) => goods.map((one) => one[name]);
  await database.run(
    `insert into bonded.item (book_no, item_no, item_record_no, goods_no, gcode, gname, unit, unit_value)
     select $1, row_number() over (), r, g, c, n, u, 80
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as i(r, g, c, n, u)`,
    [emsNo, of('itemRecordNo'), of('itemNo'), of('gcode'), of('gname'), of('unit')],
  );
  const { token } = await issueKey(database, 'operator', 'returns', 'operator', new Date());
  const filed = await fetch(`${platform.url}${CENTRE}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ nameZh: '退货中心仓', nameEn: 'Return centre', address: '综保大道1号', customsCode: '8628' },
      ...{ owner: customsCode, openedOn: '2026-01-01' },
    }),
  });
  if (!filed.ok) throw new Error(await filed.text());
  return keyOf(customsCode);
}

async function officers(count: number): Promise<readonly Person[]> {
  const somebody = { role: 'officer', agency: 'customs' } as const;
  const signedIn = Array.from({ length: count }, () => signedInAs(platform.database, somebody));
  return (await Promise.all(signedIn)).map(({ headers }) => headers);
}

/** Has so many lists released; answers their numbers by order, and what is asked back of them. */
async function sell(people: BorderPeople, wave: number) {
  const returned = new Returned(platform.zone, `${wave.toString(36)}${seed}`.toUpperCase().slice(0, 8));
  const sold = Array.from({ length: LISTS }, () => returned.make());
  for (const kind of PAPER_KINDS) {
    const { customsCode } = returned.purchases.sender(kind);
    const papers = sold.map(({ dossier }) => dossier[kind]);
    await people.ask(keyOf(customsCode), '/api/messages', returned.purchases.message(kind, papers));
  }
  const orders = sold.map(({ dossier }) => dossier.order.head.orderNo);
  const released = async () =>
    platform.database.query<{ orderNo: string; invtNo: string }>(
      `select order_no as "orderNo", invt_no as "invtNo" from clearance.decision
       where order_no = any($1) and outcome = 'released'`,
      [orders],
    );
  await until(async () => (await released()).length === LISTS, 30_000, 'lists are not released');
  const invtNos = new Map((await released()).map(({ orderNo, invtNo }) => [orderNo, invtNo]));
  const back = sold.flatMap((one) => one.asked);
  for (const one of back) asked.set(one.copNo, one);
  return { back, invtNos };
}

/** The application as its declarant sends it. */
function applicationOf({ copNo, root, dossier, lines }: Asked, invtNo: string): Uint8Array {
  const { head: list, items } = dossier.declaration;
  const { customsCode, orderNo, ebpCode, ebpName, ebcCode, ebcName, logisticsNo, logisticsCode } = list;
  const { logisticsName, buyerIdType, buyerIdNumber, buyerName, buyerTelephone, agentCode, agentName } = list;
  const head = {
    ...{ guid: random.guid(), appType: '1', appTime: chinaStamp(Date.now()), appStatus: '2' },
    ...{ customsCode, orderNo, ebpCode, ebpName, ebcCode, ebcName, logisticsNo, logisticsCode },
    ...{ logisticsName, buyerIdType, buyerIdNumber, buyerName, buyerTelephone, agentCode, agentName },
    ...{ copNo, invtNo, reason: '七日内无理由退货' },
  };
  const goods = lines.flatMap(({ gnum, quantity }) => {
    const item = items.find((one) => one.gnum === gnum);
    if (!item) return [];
    const { gcode, gname, unit } = item;
    return [{ gnum, gcode, gname, qty: String(quantity), unit }];
  });
  const sender = platform.zone.brokers.find((one) => one.customsCode === agentCode);
  if (!sender) throw new RangeError(`no broker ${agentCode}`);
  return declarationBytes(root, { head, items: goods }, sender, random);
}

/** Everything that is asked back of a wave of lists, in an order of chance, and what return centres sort of it. */
async function bringBack(
  people: BorderPeople,
  keeper: Person,
  { back, invtNos }: Awaited<ReturnType<typeof sell>>,
): Promise<void> {
  const acts = back.flatMap((one) => {
    const { orderNo, agentCode } = one.dossier.declaration.head;
    const bytes = applicationOf(one, invtNos.get(orderNo) ?? '');
    const apply = () => people.apply(keyOf(agentCode), bytes);
    return one.unfit === undefined ? [apply] : [apply, () => people.sort(keeper, CENTRE, one)];
  });
  const left = shuffled(acts, random);
  const work = async (): Promise<void> => {
    for (let act = left.pop(); act; act = left.pop()) {
      await act();
      await sleep(random.below(80));
    }
  };
  await Promise.all([work(), work(), work()]);
}

/** What is asked back and has no end yet: its number, and how it stands. */
async function notEnded(): Promise<readonly string[]> {
  const rows = await platform.database.query<{ copNo: string; state: string }>(
    'select cop_no as "copNo", state from returns.case_file',
  );
  const states = new Map(rows.map(({ copNo, state }) => [copNo, state]));
  const open = [...asked.keys()].map((copNo) => [copNo, states.get(copNo) ?? 'not taken in'] as const);
  return open.filter(([, state]) => !['closed', 'refused'].includes(state)).map((one) => one.join(' '));
}

/** How each case has to end, by the number of its enterprise; of rivals, which of them has the goods is left open. */
const endOf = ({ original, root }: Asked): string =>
  root === 'CEB623Message' || original.length > 0 ? 'closed' : 'refused';

async function expectRightEnds(): Promise<void> {
  const rows = await platform.database.query<{ copNo: string; state: string }>(
    'select cop_no as "copNo", state from returns.case_file',
  );
  const ends = new Map(rows.map(({ copNo, state }) => [copNo, state]));
  expect([...ends.keys()].sort()).toEqual([...asked.keys()].sort());
  expect(rows.length).toBe(ends.size);
  const wrong = [...asked.values()].filter((one) => !one.rival && ends.get(one.copNo) !== endOf(one));
  expect(wrong.map(({ copNo }) => [copNo, ends.get(copNo)])).toEqual([]);
  const rivals = [...asked.values()].filter(({ rival }) => rival);
  for (const pair of Map.groupBy(rivals, ({ dossier }) => dossier.number).values())
    expect(pair.map(({ copNo }) => ends.get(copNo)).sort()).toEqual(['closed', 'refused']);
}

describe('a platform killed again and again while goods come back', () => {
  beforeAll(async () => {
    platform = await startPlatform();
  }, 120_000);
  afterAll(() => platform?.stop(), 60_000);

  it(
    `takes each return in once and gives everything back once, through ${kills} kills (seed ${seed})`,
    async () => {
      const keeper = await openWarehouse();
      const people = new BorderPeople(platform.url, asked, random);
      const working = [
        ...(await officers(2)).map((officer) => people.officer(officer)),
        ...platform.zone.brokers.map(({ customsCode }) => people.declarant(keyOf(customsCode))),
      ];
      for (let kill = 1; kill <= kills; kill += 1) {
        const wave = await sell(people, kill);
        const coming = bringBack(people, keeper, wave);
        await sleep(50 + random.below(LONGEST_WORK_MS));
        // As when the power fails: every fourth time the database dies with the server.
        if (kill % 4 === 2) await Promise.all([platform.killDatabase(), platform.kill()]);
        else await platform.kill();
        await platform.restart();
        await coming;
      }
      const { database } = platform;
      await until(async () => (await notEnded()).length === 0, 120_000, '').catch(() => undefined);
      expect(await notEnded()).toEqual([]);
      people.stop();
      await Promise.all(working);

      expect(people.faults).toEqual([]);
      await expectRightEnds();
      expect(await returnDiscrepancies(database)).toEqual([]);
      expect(await discrepancies(database)).toEqual([]);
    },
    120_000 + kills * 15_000,
  );
});
