import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../apps/demo/dossiers.ts';
import { NUMBER_TAKEN } from '../../apps/demo/faults/conduct.ts';
import { unusedNumber } from '../../apps/demo/faults/fault.ts';
import type { PaperKind, Papers } from '../../apps/demo/papers.ts';
import { discrepancies } from './books.ts';
import { PAPER_KINDS, Purchases, shuffled } from './purchases.ts';
import { type DocumentAnswer, Stand } from './stand.ts';

let stand: Stand;

beforeAll(async () => {
  stand = await Stand.open(2);
});

afterAll(async () => {
  await stand.close();
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((first) =>
    permutations(list.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

/** One paper as a message of its own. */
function send<K extends PaperKind>(
  purchases: Purchases,
  kind: K,
  document: Papers[K],
  server: number,
  on = stand,
): Promise<DocumentAnswer> {
  return on.send(kind, document, purchases.sender(kind), purchases.random, server);
}

const orderNoOf = ({ declaration }: Dossier): string => declaration.head.orderNo;

interface Outcome {
  readonly attempt: number;
  readonly outcome: string;
  readonly returnInfo: string;
}

/** Every decision on a list, in order. */
function decisions(dossier: Dossier, on = stand): Promise<Outcome[]> {
  return on.database.query<Outcome>(
    `select attempt, outcome, return_info as "returnInfo" from clearance.decision where order_no = $1 order by attempt`,
    [orderNoOf(dossier)],
  );
}

/** The receipts of one kind of paper for an order. */
async function receiptsFor(purchases: Purchases, kind: PaperKind, dossier: Dossier) {
  const receipts = await stand.receipts(purchases.sender(kind).customsCode);
  return receipts.filter(({ orderNo }) => orderNo === orderNoOf(dossier));
}

const verdictsOf = (answers: readonly DocumentAnswer[]): string[] =>
  answers.map(({ verdict }) => verdict).sort();

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('the four papers of an order, through two servers', () => {
  it('may come in any order: each of the 24 leads to one release and one final receipt', async () => {
    const purchases = new Purchases(stand.zone, 'P1');
    const orders = permutations(PAPER_KINDS).map((kinds) => ({ kinds, dossier: purchases.make() }));
    await Promise.all(
      orders.map(async ({ kinds, dossier }, n) => {
        for (const [i, kind] of kinds.entries())
          expect((await send(purchases, kind, dossier[kind], n + i)).verdict).toBe('accepted');
      }),
    );
    await stand.settled();
    for (const { dossier } of orders)
      expect(await decisions(dossier)).toMatchObject([{ attempt: 1, outcome: 'released' }]);
    expect(await discrepancies(stand.database)).toEqual([]);
    expect(stand.faults).toEqual([]);
  });

  it('may come all at the same moment: whoever is last, the list is judged at once', async () => {
    const purchases = new Purchases(stand.zone, 'P2');
    for (let round = 0; round < 4; round += 1) {
      const dossiers = times(40, () => purchases.make());
      const papers = dossiers.flatMap((dossier) => PAPER_KINDS.map((kind) => ({ kind, dossier })));
      await Promise.all(
        shuffled(papers, purchases.random).map(({ kind, dossier }, server) =>
          send(purchases, kind, dossier[kind], server),
        ),
      );
      await stand.settled();
    }
    expect(await discrepancies(stand.database)).toEqual([]);
  }, 60_000);

  it('sent ten times at once are taken once, repeated nine times and answered by one receipt', async () => {
    const purchases = new Purchases(stand.zone, 'P3');
    const dossier = purchases.make();
    for (const kind of PAPER_KINDS) {
      const answers = await Promise.all(times(10, (server) => send(purchases, kind, dossier[kind], server)));
      expect(verdictsOf(answers)).toEqual(['accepted', ...times(9, () => 'repeated')]);
      expect(new Set(answers.map(({ status, info }) => `${status} ${info}`)).size).toBe(1);
      if (kind !== 'declaration') expect(await receiptsFor(purchases, kind, dossier)).toHaveLength(1);
    }
    await stand.settled();
    expect(await decisions(dossier)).toHaveLength(1);
    const receipts = await receiptsFor(purchases, 'declaration', dossier);
    expect(receipts.map(({ returnStatus }) => returnStatus)).toEqual(['2', '800']);
  });

  it('of one number and different contents at once: one is taken, the others are refused by the standard’s code', async () => {
    const purchases = new Purchases(stand.zone, 'P4');
    const dossier = purchases.make();
    for (const kind of PAPER_KINDS) {
      const { head, items } = dossier[kind];
      const variants = times(
        8,
        (i) => ({ head: { ...head, note: `第${i}份` }, items }) as Dossier[typeof kind],
      );
      const answers = await Promise.all(
        variants.map((variant, server) => send(purchases, kind, variant, server)),
      );
      expect(verdictsOf(answers)).toEqual(['accepted', ...times(7, () => 'refused')]);
      const refused = answers.filter(({ verdict }) => verdict === 'refused');
      for (const { status } of refused) expect(status).toBe(NUMBER_TAKEN[kind].status);
    }
    await stand.settled();
    expect(await decisions(dossier)).toHaveLength(1);
  });
});

/** A paper of another content that the list does not agree with. */
function spoilt<K extends PaperKind>(purchases: Purchases, kind: K, dossier: Dossier): Papers[K] {
  const fields: Readonly<Record<PaperKind, Record<string, string>>> = {
    order: { buyerName: '另一人' },
    payment: { payerName: '另一人' },
    waybill: { consigneeTelephone: '13900009999' },
    declaration: { buyerName: '另一人' },
  };
  return purchases.again(kind, dossier[kind], { appType: '2', ...fields[kind] });
}

describe('a change that races with the judge', () => {
  /** The last paper of each order and a change of one before it, at about the same moment; what became of both. */
  async function race(
    purchases: Purchases,
    kind: PaperKind,
    dossiers: readonly Dossier[],
  ): Promise<string[]> {
    const last = kind === 'declaration' ? 'waybill' : 'declaration';
    for (const other of PAPER_KINDS.filter((paper) => paper !== last))
      await Promise.all(dossiers.map((dossier, server) => send(purchases, other, dossier[other], server)));
    const changes = await Promise.all(
      dossiers.map(async (dossier, server) => {
        const [, change] = await Promise.all([
          send(purchases, last, dossier[last], server),
          sleep(purchases.random.below(150)).then(() =>
            send(purchases, kind, spoilt(purchases, kind, dossier), server + purchases.random.below(2)),
          ),
        ]);
        return change.verdict;
      }),
    );
    await stand.settled();
    const outcomes = await Promise.all(dossiers.map((dossier) => decisions(dossier)));
    return outcomes.map((made, i) => `${changes[i]}, ${made.at(-1)?.outcome}`);
  }

  it.each(PAPER_KINDS)(
    'of the %s either comes in time and is judged, or is refused: what was released rests on what is on file',
    async (kind) => {
      const purchases = new Purchases(stand.zone, `R${PAPER_KINDS.indexOf(kind)}`);
      const told = new Set<string>();
      // Which of the two is first is for the machine to say: often enough, and both come.
      for (let round = 0; round < 10 && told.size < 2; round += 1)
        for (const end of await race(
          purchases,
          kind,
          times(60, () => purchases.make()),
        ))
          told.add(end);
      expect([...told].sort()).toEqual(['accepted, refused', 'refused, released']);
      expect(await discrepancies(stand.database)).toEqual([]);
      expect(stand.faults).toEqual([]);
    },
    60_000,
  );
});

describe('a paper that comes late', () => {
  let hasty: Stand;

  beforeAll(async () => {
    hasty = await Stand.open(2, { paperWaitMs: 300, sweepMs: 200 });
  });

  afterAll(async () => {
    await hasty.close();
  });

  it('after the list’s time is kept; the list, sent anew, is judged with it', async () => {
    const purchases = new Purchases(hasty.zone, 'L1');
    const dossier = purchases.make();
    for (const kind of ['order', 'payment', 'declaration'] as const)
      await send(purchases, kind, dossier[kind], 0, hasty);
    await hasty.settled();
    expect(await decisions(dossier, hasty)).toMatchObject([{ attempt: 1, outcome: 'refused' }]);
    expect((await send(purchases, 'waybill', dossier.waybill, 1, hasty)).verdict).toBe('accepted');
    expect(await decisions(dossier, hasty)).toHaveLength(1);
    const anew = purchases.again('declaration', dossier.declaration, {});
    expect((await send(purchases, 'declaration', anew, 1, hasty)).verdict).toBe('accepted');
    await hasty.settled();
    expect(await decisions(dossier, hasty)).toMatchObject([
      { attempt: 1, outcome: 'refused' },
      { attempt: 2, outcome: 'released' },
    ]);
    expect(await discrepancies(hasty.database)).toEqual([]);
  });

  it('at the very moment the time is up leads to one decision, with it or without it', async () => {
    const purchases = new Purchases(hasty.zone, 'L2');
    const told = new Set<string | undefined>();
    // On a busy machine a paper takes its time to come: earlier ones are sent until some are in time and some are not.
    // At last, of a few only, a waybill goes out beside its declaration: that one is in time wherever any can be.
    for (let latest = 450; told.size < 2 && latest >= 0; latest -= 75) {
      const dossiers = times(latest > 200 ? 60 : 8, () => purchases.make());
      await Promise.all(
        dossiers.map(async (dossier, server) => {
          const both = ['order', 'payment'] as const;
          await Promise.all(both.map((kind) => send(purchases, kind, dossier[kind], server, hasty)));
          const declared = send(purchases, 'declaration', dossier.declaration, server, hasty);
          if (latest > 0) await declared.then(() => sleep(purchases.random.below(latest)));
          const waybill = send(purchases, 'waybill', dossier.waybill, server + 1, hasty);
          const [{ verdict }] = await Promise.all([waybill, declared]);
          expect(verdict).toBe('accepted');
        }),
      );
      await hasty.settled();
      for (const dossier of dossiers) {
        const made = await decisions(dossier, hasty);
        expect(made).toHaveLength(1);
        told.add(made[0]?.outcome);
      }
    }
    expect(told).toEqual(new Set(['released', 'refused']));
    expect(await discrepancies(hasty.database)).toEqual([]);
    expect(hasty.faults).toEqual([]);
  }, 60_000);

  it('for another order does not end the waiting: the list says which paper is missing', async () => {
    const purchases = new Purchases(hasty.zone, 'L3');
    const dossier = purchases.make();
    const astray = {
      ...dossier.payment,
      head: { ...dossier.payment.head, orderNo: unusedNumber(orderNoOf(dossier)) },
    };
    await send(purchases, 'payment', astray, 0, hasty);
    for (const kind of ['order', 'waybill', 'declaration'] as const)
      await send(purchases, kind, dossier[kind], 1, hasty);
    await hasty.settled();
    const [decision] = await decisions(dossier, hasty);
    expect(decision?.outcome).toBe('refused');
    expect(decision?.returnInfo).toContain('支付');
  });
});
