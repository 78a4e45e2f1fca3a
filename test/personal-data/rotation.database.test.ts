import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importLists } from '#declarations';
import { keepMessages } from '#exchange';
import { importOrders } from '#orders';
import { addSealingKey, isSealed, learnKeys, readKeyFile, sealTable } from '#vault';
import { sealedTables } from '../../apps/cli/sealed-tables.ts';
import type { Dossier } from '../../apps/demo/dossiers.ts';
import type { TestDatabase } from '../../platform/postgres/testing/index.ts';
import { foundIn } from './planted.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let rented: TestDatabase;
beforeAll(async () => {
  stand = await openStand('RT');
  rented = stand.rented;
});
afterAll(() => stand.close());

const purchase = () => stand.purchase();

const sealAll = async (): Promise<void> => {
  for (const table of sealedTables) await sealTable(rented.owner, table);
};
const behind = async (): Promise<number> => {
  let rows = 0;
  for (const table of sealedTables) rows += await table.behind(rented.owner);
  return rows;
};
const namesIn = ({ order, declaration }: Dossier): string[] => [
  ...[order.head.buyerIdNumber, order.head.consigneeTelephone, declaration.head.buyerTelephone],
];

/** Puts the row of an order and of a list back as it was written before there were keys. */
async function layBare({ order, declaration }: Dossier): Promise<void> {
  const { buyerRegNo, buyerName, buyerTelephone, buyerIdNumber, consignee, ...rest } = order.head;
  await rented.owner.run(
    `update orders.import_order set personal = null, person = null, content_hash = md5('bare')::uuid, buyer_reg_no = $2, buyer_name = $3,
       buyer_telephone = $4, buyer_id_number = $5, consignee = $6, consignee_telephone = $7, consignee_address = $8
     where order_no = $1`,
    [
      ...[rest.orderNo, buyerRegNo, buyerName, buyerTelephone, buyerIdNumber, consignee],
      ...[rest.consigneeTelephone, rest.consigneeAddress],
    ],
  );
  const list = declaration.head;
  await rented.owner.run(
    `update declarations.import_list set personal = null, person = null, content_hash = md5('bare')::uuid, buyer_id_number = $2,
       buyer_name = $3, buyer_telephone = $4, consignee_address = $5 where order_no = $1`,
    [list.orderNo, list.buyerIdNumber, list.buyerName, list.buyerTelephone, list.consigneeAddress],
  );
}

test('what a database holds bare from before is sealed by a pass, and every paper stays what it was', async () => {
  const { dossier, state } = await purchase();
  expect(state).toBe('released');
  await layBare(dossier);
  expect((await foundIn(rented.owner, namesIn(dossier))).found).toContain(
    'orders.import_order.buyer_id_number',
  );
  expect(await behind()).toBe(2);
  await sealAll();
  expect(await behind()).toBe(0);
  expect((await foundIn(rented.owner, namesIn(dossier))).found).toEqual([]);
  const [order] = await rented.database.transaction((client) =>
    importOrders.readAll(client, [dossier.order.head.orderNo]),
  );
  expect(order?.document).toEqual(dossier.order);
  const [first] = dossier.steps;
  expect(first && (await stand.send(first))?.verdict).toBe('repeated');
  const rows = await rented.database.query(
    'select 1 from declarations.import_list where person = (select person from orders.import_order where order_no = $1) and order_no = $1',
    [dossier.order.head.orderNo],
  );
  expect(rows.length).toBe(1);
});

test('keys change while goods are cleared: all is released, all is read, and all is under the new key', async () => {
  const masters = await readKeyFile(rented.keyFile);
  if (!masters) throw new Error('no key file');
  const before = await Promise.all([1, 2, 3].map(purchase));
  let going = true;
  const cleared: Awaited<ReturnType<typeof purchase>>[] = [];
  const load = [1, 2].map(async () => {
    while (going) cleared.push(await purchase());
  });
  const number = await addSealingKey(rented.owner, masters, new Date(Date.now() + 300));
  await learnKeys(rented.owner, masters, rented.database.vault);
  await new Promise((resolve) => setTimeout(resolve, 350));
  await sealAll();
  going = false;
  await Promise.all(load);
  expect(cleared.length).toBeGreaterThan(2);
  expect(new Set([...before, ...cleared].map(({ state }) => state))).toEqual(new Set(['released']));
  expect(rented.database.vault.keyInUse).toBe(number);
  expect(await behind()).toBe(0);
  const orderNos = [...before, ...cleared].map(({ dossier }) => dossier.declaration.head.orderNo);
  const read = await rented.database.transaction((client) => importLists.readAll(client, orderNos));
  const names = new Map(read.map(({ document: { head } }) => [(head as { orderNo: string }).orderNo, head]));
  for (const { dossier } of [...before, ...cleared])
    expect(names.get(dossier.declaration.head.orderNo)).toMatchObject({
      buyerIdNumber: dossier.declaration.head.buyerIdNumber,
    });
});

describe('a pass that is killed', () => {
  let child: ChildProcess;
  afterAll(() => child?.kill('SIGKILL'));

  test('goes on where it was, and nothing is lost on the way', async () => {
    const bare = Array.from({ length: 1_500 }, (_, at) => ({
      ...{ sender: 'S1', messageId: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}` },
      ...{
        receivedAt: new Date(),
        root: undefined,
        guid: undefined,
        sizeBytes: 1,
        verdict: 'taken' as const,
      },
      ...{
        documentCount: 0,
        findings: [],
        content: Buffer.from(`28b52ffd${String(at).padStart(8, '0')}`, 'hex'),
      },
    }));
    await rented.database.transaction((client) => keepMessages(client, bare));
    for (const { messageId, content } of bare.slice(0, 1_200))
      await rented.owner.run('update exchange.message set content = $1 where message_id = $2', [
        content,
        messageId,
      ]);
    await rented.owner.run('delete from vault.pass');
    const main = fileURLToPath(new URL('../../apps/cli/main.ts', import.meta.url));
    const env = { ...process.env, DATABASE_URL: rented.url, CHAMA_KEY_FILE: rented.keyFile };
    const run = (): ChildProcess =>
      spawn(process.execPath, [main, 'secrets', 'encrypt'], { env, stdio: 'ignore' });
    // The pass waits for one of the last rows: it is under way when it is killed, however long the kill takes.
    const holder = await rented.owner.connect();
    await holder.query('begin');
    await holder.query('select from exchange.message where message_id = $1 for update', [
      bare[1_199]?.messageId,
    ]);
    child = run();
    const target = 'exchange.message.content';
    const seen = async (): Promise<{ seen: number; ended: boolean } | undefined> => {
      const rows = await rented.owner.query<{ seen: number; ended: boolean }>(
        'select seen::int as seen, ended_at is not null as ended from vault.pass where target = $1',
        [target],
      );
      return rows[0];
    };
    while (((await seen())?.seen ?? 0) < 300) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    await holder.query('rollback');
    holder.release();
    const killed = await seen();
    expect(killed?.ended).toBe(false);
    child = run();
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(0);
    expect((await seen())?.ended).toBe(true);
    expect(await behind()).toBe(0);
    const rows = await rented.owner.query<{ id: string; content: Buffer }>(
      `select message_id::text as id, content from exchange.message where sender = 'S1' order by 1`,
    );
    expect(rows.length).toBe(bare.length);
    for (const [at, { id, content }] of rows.entries()) {
      expect(isSealed(content)).toBe(true);
      expect(rented.database.vault.open(`exchange.message\u0000S1\u0000${id}`, content)).toEqual(
        bare[at]?.content,
      );
    }
  }, 60_000);
});
