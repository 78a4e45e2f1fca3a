import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openChannel } from '#channels';
import { dxpMail } from '../../modules/links/wiring.ts';
import { Purchases } from '../faults/purchases.ts';
import { Stand, until } from '../faults/stand.ts';
import { CustomsPeer, type Declared, TerminalNode } from './customs-peer.ts';

let node: TerminalNode;
let peer: CustomsPeer;
let stand: Stand;
let purchases: Purchases;
const sent: Declared[] = [];

beforeEach(async () => {
  node = new TerminalNode();
  peer = await CustomsPeer.open(node.customs, (document) => {
    sent.push(document);
    return [];
  });
  stand = await Stand.open(1, {
    sweepMs: 200,
    paperWaitMs: 100,
    customs: async () => ({ channel: await openChannel(node.platform), mail: dxpMail(), lookMs: 20 }),
  });
  purchases = new Purchases(stand.zone, 'ODD');
});
afterEach(async () => {
  await stand.close();
  await peer.close();
  node.remove();
});

test('a receipt with a number longer than any the database could find it by is relayed all the same', async () => {
  const dossier = purchases.make();
  const sender = purchases.sender('declaration').customsCode;
  await stand.post(sender, purchases.message('declaration', [dossier.declaration] as never));
  await until(async () => sent.length > 0, 10_000, 'nothing was sent');
  const [list] = sent;
  if (!list) return;
  const preNo = randomBytes(4_000).toString('hex');
  await peer.say(list, { status: '120', info: 'taken in', fields: { preNo } }, 'DXPENT0000000001');
  const came = async () =>
    (await stand.receipts(sender, 'CEB622')).some(({ returnStatus }) => returnStatus === '120');
  await until(async () => stand.faults.length > 0 || came(), 20_000, 'not relayed');
  expect(stand.faults).toEqual([]);
});
