import { randomUUID } from 'node:crypto';
import { Problem } from '#http';
import { record } from '#journal';
import { parseDecimal } from '#kernel';
import type { Client } from '#postgres';
import type { MovementWish } from '../domain/movement.ts';
import { bookOf, itemsOf } from '../storage/books.ts';
import { addTransfer, lockTransfer, settleTransfer, type Transfer } from '../storage/transfers.ts';
import { bookFor, noBook } from './books.ts';
import type { BondedPorts } from './ports.ts';
import { postTogether } from './post-together.ts';

/** A transfer that is wished for. */
export interface TransferWish {
  readonly fromBook: string;
  readonly fromItem: number;
  readonly toBook: string;
  readonly toItem: number;
  readonly quantity: string;
  readonly note?: string | undefined;
}

interface By {
  readonly customsCode: string;
  readonly id: string;
}

const wishOf = (
  transfer: Transfer,
  cause: 'transfer-out' | 'transfer-sent' | 'transfer-in' | 'transfer-back',
  day: string,
  by: string,
): MovementWish => ({
  ...{ cause, day, by, reference: transfer.transferId, line: 1, quantity: parseDecimal(transfer.quantity) },
  ...(cause === 'transfer-in'
    ? { bookNo: transfer.toBook, itemNo: transfer.toItem }
    : { bookNo: transfer.fromBook, itemNo: transfer.fromItem }),
});

/**
 * Proposes to move goods into another book: they are set aside at once, and arrive when the other side accepts. Goods of
 * a 1210 book never go into one of 1239 or back, and only into an item of the same code and unit.
 */
export async function proposeTransfer(ports: BondedPorts, caller: By, wish: TransferWish): Promise<Transfer> {
  const { database } = ports;
  const from = await bookFor(ports, wish.fromBook, caller.customsCode);
  const to = await bookOf(database.readers, wish.toBook);
  if (!to || to.bookNo === from.bookNo) throw noBook(wish.toBook);
  if (to.tradeMode !== from.tradeMode)
    throw new Problem(422, 'TRANSFER-MODES', {
      zh: `${from.tradeMode} 账册的货物不得转入 ${to.tradeMode} 账册`,
      en: `Goods of a ${from.tradeMode} book must not move into a ${to.tradeMode} book`,
    });
  const [ours] = await itemsOf(database.readers, from.bookNo, [wish.fromItem]);
  const [theirs] = await itemsOf(database.readers, to.bookNo, [wish.toItem]);
  if (!ours || !theirs || ours.gcode !== theirs.gcode || ours.unit !== theirs.unit)
    throw new Problem(422, 'TRANSFER-ITEMS', {
      zh: '两本账册的商品序号应存在，且商品编码和计量单位一致',
      en: 'Both items must be there, with the same commodity code and unit',
    });
  const at = ports.now();
  const transfer: Transfer = {
    ...{
      ...wish,
      note: wish.note ?? '',
      transferId: randomUUID(),
      state: 'proposed',
      sender: from.owner,
      receiver: to.owner,
    },
    ...{ proposedBy: caller.id, proposedAt: at, settledAt: null },
  };
  await database.transaction(async (client) => {
    await addTransfer(client, transfer);
    await postTogether(client, [wishOf(transfer, 'transfer-out', ports.today(), caller.id)], at);
    await tell(client, 'book-transfer-proposed', transfer, at);
  });
  return transfer;
}

const SETTLED = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const;
export type TransferAct = keyof typeof SETTLED;

/** Accepts, declines or withdraws a transfer; both books are written in one transaction, or neither is. */
export async function settle(
  ports: BondedPorts,
  caller: By,
  transferId: string,
  act: TransferAct,
): Promise<Transfer> {
  const at = ports.now();
  const day = ports.today();
  return ports.database.transaction(async (client) => {
    const transfer = await lockTransfer(client, transferId, caller.customsCode);
    if (!transfer)
      throw new Problem(404, 'TRANSFER-NOT-FOUND', {
        zh: `没有转移单 ${transferId}`,
        en: `There is no transfer ${transferId}`,
      });
    const side = act === 'withdraw' ? transfer.sender : transfer.receiver;
    if (side !== caller.customsCode || transfer.state !== 'proposed')
      throw new Problem(409, 'TRANSFER-STATE', {
        zh: '转移单已办结，或应由另一方办理',
        en: 'The transfer is settled, or this is for the other side to do',
      });
    const causes =
      act === 'accept' ? (['transfer-sent', 'transfer-in'] as const) : (['transfer-back'] as const);
    await postTogether(
      client,
      causes.map((cause) => wishOf(transfer, cause, day, caller.id)),
      at,
    );
    await settleTransfer(client, transfer, SETTLED[act], caller.id, at);
    const after: Transfer = { ...transfer, state: SETTLED[act], settledAt: at };
    await tell(client, `book-transfer-${after.state}`, after, at);
    return after;
  });
}

async function tell(client: Client, kind: string, transfer: Transfer, at: Date): Promise<void> {
  const { proposedAt: _proposed, settledAt: _settled, ...body } = transfer;
  await record(client, [{ at, kind, subject: transfer.transferId, body }]);
}
