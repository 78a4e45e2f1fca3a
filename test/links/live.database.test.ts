import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openChannel } from '#channels';
import type { CustomsSettings } from '../../apps/server/customs.ts';
import { dxpMail } from '../../modules/links/wiring.ts';
import { discrepancies } from '../faults/books.ts';
import { PAPER_KINDS, Purchases } from '../faults/purchases.ts';
import { Stand, until } from '../faults/stand.ts';
import { allPasses, CustomsPeer, type Script, TerminalNode } from './customs-peer.ts';

let node: TerminalNode;
let peer: CustomsPeer;
let stand: Stand;
let purchases: Purchases;

/** A platform whose customs answers by a script. */
async function open(script: Script, settings: Partial<CustomsSettings> = {}, servers = 1): Promise<void> {
  peer = await CustomsPeer.open(node.customs, script);
  stand = await Stand.open(servers, {
    sweepMs: 50,
    customs: async () => ({
      channel: await openChannel(node.platform),
      mail: dxpMail(),
      lookMs: 20,
      ...settings,
    }),
  });
  purchases = new Purchases(stand.zone, 'LIVE');
}

beforeEach(() => {
  node = new TerminalNode();
});
afterEach(async () => {
  await stand.close();
  await peer.close();
  node.remove();
});

async function declare(count = 1) {
  const dossiers = Array.from({ length: count }, () => purchases.make());
  for (const kind of PAPER_KINDS) {
    const bytes = purchases.message(kind, dossiers.map((dossier) => dossier[kind]) as never);
    const answer = await stand.post(purchases.sender(kind).customsCode, bytes);
    expect(answer.documents.map(({ verdict }) => verdict)).toEqual(dossiers.map(() => 'accepted'));
  }
  return dossiers;
}

const stateOf = async ({
  declaration: { head },
}: {
  declaration: { head: { orderNo: string; ebpCode: string } };
}) => {
  const response = await stand.get(`/api/lists/${head.ebpCode}/${head.orderNo}`, stand.key('operator'));
  return (await response.json()) as { list: { state: string; statusCode: string; invtNo?: string } };
};

describe('a purchase where customs decides', () => {
  test('goes paper by paper to customs, and its list is released when customs says so', async () => {
    await open(allPasses);
    const [dossier] = await declare();
    if (!dossier) return;
    await until(async () => (await stateOf(dossier)).list.state === 'released', 10_000, 'not released');
    expect(peer.got.map(({ root }) => root).sort()).toEqual([
      'CEB311Message',
      'CEB411Message',
      'CEB511Message',
      'CEB621Message',
    ]);
    const receipts = await stand.receipts(purchases.sender('declaration').customsCode, 'CEB622');
    expect(receipts.map(({ returnStatus }) => returnStatus)).toEqual(['2', '120', '800']);
    expect(await discrepancies(stand.database)).toEqual([]);
    expect(stand.faults).toEqual([]);
  });
});
