import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dossier } from '../../apps/demo/dossiers.ts';
import { showPersons } from '../../modules/persons/application/showing-list.ts';
import { foundIn } from './planted.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let dossier: Dossier;
beforeAll(async () => {
  stand = await openStand('SH');
  ({ dossier } = await stand.purchase());
});
afterAll(() => stand.close());

const reason = '客户来电核对收货地址';
const path = (): string => {
  const { ebpCode, orderNo } = dossier.declaration.head;
  return `/api/lists/${ebpCode}/${orderNo}/persons`;
};

interface Shown {
  readonly papers: readonly { readonly paper: string; readonly fields: Readonly<Record<string, string>> }[];
}
interface Showings {
  readonly showings: readonly Readonly<Record<string, unknown>>[];
  readonly next?: string;
}

describe('the persons of a list', () => {
  test('are shown in full to an enterprise in its own papers, with a reason that goes on record', async () => {
    const { payCode } = dossier.payment.head;
    const { status, body } = await stand.ask(path(), payCode, { reason });
    expect(status).toBe(200);
    const { papers } = body as unknown as Shown;
    expect(papers.map(({ paper }) => paper)).toEqual(['payment']);
    expect(papers[0]?.fields.payerIdNumber).toBe(dossier.payment.head.payerIdNumber);
    const { body: record } = await stand.ask('/api/showings', payCode);
    expect((record as unknown as Showings).showings).toMatchObject([
      {
        kind: 'list',
        number: dossier.declaration.head.orderNo,
        reader: payCode,
        reason,
        papers: ['payment'],
      },
    ]);
  });

  test('are shown of all papers to an officer of customs, and each enterprise learns of it', async () => {
    const officer = {
      by: 'session' as const,
      id: '00000000-0000-4000-8000-000000000009',
      role: 'officer' as const,
    };
    const caller = { ...officer, agency: 'customs' as const, office: '8620' };
    const papers = await showPersons(
      { database: stand.rented.database, now: () => new Date() },
      { caller, party: undefined, address: '10.1.2.3' },
      dossier.declaration.head,
      'inspection',
    );
    expect(papers.map(({ paper }) => paper)).toEqual(['order', 'payment', 'waybill', 'declaration']);
    for (const code of [dossier.declaration.head.agentCode, dossier.waybill.head.logisticsCode]) {
      const { body } = await stand.ask('/api/showings', code);
      const [latest] = (body as unknown as Showings).showings;
      expect(latest).toMatchObject({ role: 'officer', reader: 'customs 8620', reason: 'inspection' });
      // From where an officer asked is for auditors.
      expect(latest).not.toHaveProperty('address');
    }
  });

  test.each([
    ['without a reason', {}, 'own', 400],
    ['with a reason of two letters', { reason: 'ok' }, 'own', 400],
    ['to an enterprise that has no paper of the list', { reason }, 'other', 404],
    ['to an operator', { reason }, 'operator', 403],
    ['to nobody known', { reason }, undefined, 401],
  ])('are not shown %s', async (_what, body, who, status) => {
    const own = dossier.payment.head.payCode;
    const [other = ''] = stand.others(dossier);
    const as = who === 'own' ? own : who === 'other' ? other : who;
    expect((await stand.ask(path(), as, body)).status).toBe(status);
  });

  test('do not come to lie in the database by being shown', async () => {
    await stand.ask(path(), dossier.order.head.ebpCode, { reason });
    const { found } = await foundIn(stand.rented.owner, [
      dossier.order.head.buyerIdNumber,
      dossier.order.head.consigneeAddress,
    ]);
    expect(found).toEqual([]);
  });
});

test('the record of showings is read in pages, the latest first, and nobody can change it', async () => {
  const { ebpCode } = dossier.order.head;
  for (const word of ['eins', 'zwei', 'drei']) await stand.ask(path(), ebpCode, { reason: word });
  const first = (await stand.ask('/api/showings?limit=2', ebpCode)).body as unknown as Showings;
  const second = (
    await stand.ask(`/api/showings?limit=2&cursor=${encodeURIComponent(first.next ?? '')}`, ebpCode)
  ).body as unknown as Showings;
  expect([...first.showings, ...second.showings].slice(0, 3).map((one) => one.reason)).toEqual([
    'drei',
    'zwei',
    'eins',
  ]);
  expect((await stand.ask('/api/showings?cursor=x', ebpCode)).status).toBe(400);
  await expect(stand.rented.database.run('delete from persons.showing')).rejects.toThrow('permission denied');
});
