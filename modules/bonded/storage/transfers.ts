import type { Client, Queryable } from '#postgres';

/** A move of goods from one book into another. */
export interface Transfer {
  readonly transferId: string;
  readonly fromBook: string;
  readonly fromItem: number;
  readonly toBook: string;
  readonly toItem: number;
  readonly quantity: string;
  readonly state: 'proposed' | 'accepted' | 'declined' | 'withdrawn';
  /** Customs codes of the enterprises of both books. */
  readonly sender: string;
  readonly receiver: string;
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly settledAt: Date | null;
}

const COLUMNS = `transfer_id::text as "transferId", from_book as "fromBook", from_item as "fromItem", to_book as "toBook",
  to_item as "toItem", trim_scale(quantity)::text as quantity, state, sender, receiver, note, proposed_by as "proposedBy",
  proposed_at as "proposedAt", settled_at as "settledAt"`;

export async function addTransfer(client: Client, transfer: Transfer): Promise<void> {
  await client.run(
    `insert into bonded.transfer (from_book, transfer_id, from_item, to_book, to_item, quantity, state, sender, receiver, note,
       proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, 'proposed', $7, $8, $9, $10, $11)`,
    [
      ...[
        transfer.fromBook,
        transfer.transferId,
        transfer.fromItem,
        transfer.toBook,
        transfer.toItem,
        transfer.quantity,
      ],
      ...[transfer.sender, transfer.receiver, transfer.note, transfer.proposedBy, transfer.proposedAt],
    ],
  );
}

/** A transfer, locked until the transaction ends; undefined where there is none, or none of the party's. */
export async function lockTransfer(
  client: Client,
  transferId: string,
  party: string,
): Promise<Transfer | undefined> {
  const [row] = await client.query<Transfer>(
    `select ${COLUMNS} from bonded.transfer where transfer_id = $1 and (sender = $2 or receiver = $2) for update`,
    [transferId, party],
  );
  return row;
}

export async function settleTransfer(
  client: Client,
  { fromBook, transferId }: Transfer,
  state: Transfer['state'],
  by: string,
  at: Date,
): Promise<void> {
  await client.run(
    'update bonded.transfer set state = $3, settled_by = $4, settled_at = $5 where from_book = $1 and transfer_id = $2',
    [fromBook, transferId, state, by, at],
  );
}

/** Transfers of a party or of the zone, the latest first. */
export async function transfersPage(
  client: Queryable,
  wish: {
    readonly party: string | undefined;
    readonly before: { readonly at: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<Transfer[]> {
  return client.query<Transfer>(
    `select ${COLUMNS} from bonded.transfer
     where ($1::text is null or sender = $1 or receiver = $1)
       and ($2::timestamptz is null or (proposed_at, transfer_id) < ($2, $3::uuid))
     order by proposed_at desc, transfer_id desc limit $4`,
    [wish.party ?? null, wish.before?.at ?? null, wish.before?.id ?? null, wish.limit],
  );
}
