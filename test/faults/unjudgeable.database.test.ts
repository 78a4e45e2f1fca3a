import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../apps/demo/dossiers.ts';
import type { PaperKind } from '../../apps/demo/papers.ts';
import { discrepancies } from './books.ts';
import { PAPER_KINDS, Purchases } from './purchases.ts';
import { Stand, until } from './stand.ts';

let stand: Stand;
let purchases: Purchases;

beforeAll(async () => {
  stand = await Stand.open(1);
  purchases = new Purchases(stand.zone, 'U1');
});

afterAll(async () => {
  await stand.close();
});

/** The papers of some purchases, one message of each kind. */
async function sendAll(dossiers: readonly Pick<Dossier, PaperKind>[]): Promise<void> {
  for (const kind of PAPER_KINDS) {
    const papers = dossiers.map((dossier) => dossier[kind]);
    const answer = await stand.post(purchases.sender(kind).customsCode, purchases.message(kind, papers));
    expect(answer.documents.map(({ verdict }) => verdict)).toEqual(papers.map(() => 'accepted'));
  }
}

const orderNoOf = ({ declaration }: Pick<Dossier, 'declaration'>): string => declaration.head.orderNo;

async function outcomes(dossiers: readonly Pick<Dossier, 'declaration'>[]): Promise<(string | undefined)[]> {
  const rows = await stand.database.query<{ order_no: string; outcome: string }>(
    'select order_no, outcome from clearance.decision where order_no = any($1)',
    [dossiers.map(orderNoOf)],
  );
  const byOrder = new Map(rows.map(({ order_no, outcome }) => [order_no, outcome]));
  return dossiers.map((dossier) => byOrder.get(orderNoOf(dossier)));
}

/** The same purchase with every amount at the largest the standard has room for: nineteen digits. */
function immense(dossier: Dossier, amount: string): Pick<Dossier, PaperKind> {
  const { order, payment, waybill, declaration } = dossier;
  const priced = <T extends object>(item: T): T => ({
    ...item,
    price: amount,
    totalPrice: amount,
    qty1: amount,
  });
  const of = { goodsValue: amount, freight: amount, taxTotal: amount, acturalPaid: amount };
  return {
    order: { head: { ...order.head, ...of }, items: order.items.map(priced) },
    payment: { head: { ...payment.head, amountPaid: amount }, items: [] },
    waybill: { head: { ...waybill.head, freight: amount, insuredFee: amount, weight: amount }, items: [] },
    declaration: {
      head: {
        ...declaration.head,
        freight: amount,
        insuredFee: amount,
        grossWeight: amount,
        netWeight: amount,
      },
      items: declaration.items.map(priced),
    },
  };
}

describe('a list that is hard to judge', () => {
  it.each([
    ['9999999999999999999', 'refused'],
    ['99999999999999.99999', 'refused'],
    ['0.00001', 'released'],
  ])(
    'for its amounts of %s is answered as any other, and so are those beside it',
    async (amount, outcome) => {
      const dossiers = [purchases.make(), immense(purchases.make(), amount), purchases.make()];
      await sendAll(dossiers);
      await stand.settled();
      expect(await outcomes(dossiers)).toEqual(['released', outcome, 'released']);
      expect(stand.faults).toEqual([]);
      expect(await discrepancies(stand.database)).toEqual([]);
    },
  );

  it('because the database will not record it keeps nobody waiting but itself, and is judged once that is mended', async () => {
    const dossiers = Array.from({ length: 20 }, () => purchases.make());
    const [stuck, ...others] = dossiers;
    if (stuck === undefined) throw new Error('no dossier');
    await stand.owner.run(`
      create function clearance.stumble() returns trigger language plpgsql as
      $$ begin raise exception 'stumbled' using errcode = 'numeric_value_out_of_range'; end $$`);
    await stand.owner.run(`
      create trigger stumble before insert on clearance.decision for each row
      when (new.order_no = '${orderNoOf(stuck)}') execute function clearance.stumble()`);
    await sendAll(dossiers);
    const judged = async () => (await outcomes(others)).every((outcome) => outcome === 'released');
    await until(judged, 20_000, 'the others still wait');
    // What comes later does not wait behind it either.
    const later = [purchases.make()];
    await sendAll(later);
    await until(async () => (await outcomes(later))[0] === 'released', 20_000, 'who came later still waits');
    expect(await outcomes([stuck])).toEqual([undefined]);
    expect(stand.faults.join()).toContain('stumbled');

    await stand.owner.run('drop trigger stumble on clearance.decision');
    await stand.send('order', stuck.order, purchases.sender('order'), purchases.random);
    await stand.settled();
    expect(await outcomes([stuck])).toEqual(['released']);
    expect(await discrepancies(stand.database)).toEqual([]);
  }, 60_000);
});
