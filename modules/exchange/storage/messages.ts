import { zstdCompressSync } from 'node:zlib';
import { type Client, CopyText, escapeText, type Queryable } from '#postgres';
import { placeOf, sealedColumn } from '#vault';

/** A message as it came, kept as evidence. */
export interface MessageRecord {
  readonly sender: string;
  readonly messageId: string;
  readonly receivedAt: Date;
  readonly root: string | undefined;
  readonly guid: string | undefined;
  readonly sizeBytes: number;
  readonly verdict: 'taken' | 'refused';
  readonly documentCount: number;
  readonly findings: readonly object[];
  /** The raw bytes, zstd; they are sealed when they are kept. */
  readonly content: Buffer;
}

const columns = [
  'sender',
  'message_id',
  'received_at',
  'root',
  'guid',
  'size_bytes',
  'verdict',
  'document_count',
  'findings',
  'content',
] as const;

export async function keepMessages(client: Client, messages: readonly MessageRecord[]): Promise<void> {
  const rows = new CopyText();
  for (const message of messages) {
    let text = '';
    const sealed = client.vault.seal(placeOfContent(message.sender, message.messageId), message.content);
    const findings = message.findings.length ? escapeText(JSON.stringify(message.findings)) : '\\N';
    text += `${escapeText(message.sender)}\t${message.messageId}\t${message.receivedAt.toISOString()}\t`;
    text += `${nullable(message.root)}\t${nullable(message.guid)}\t${message.sizeBytes}\t${message.verdict}\t`;
    text += `${message.documentCount}\t${findings}\t\\\\x${sealed.toString('hex')}\n`;
    rows.lines(text, 1);
  }
  await client.copy('exchange.message', columns, rows);
}

const placeOfContent = (sender: string, messageId: string): string =>
  placeOf('exchange.message', sender, messageId);

function nullable(value: string | undefined): string {
  // PostgreSQL keeps no NUL character in text; a refused message may have put one anywhere.
  return value === undefined ? '\\N' : escapeText(value.replaceAll('\u0000', '\ufffd'));
}

/** The compressed bytes of a message as received. */
export async function messageContent(
  client: Queryable,
  sender: string,
  messageId: string,
): Promise<Buffer | undefined> {
  const rows = await client.query<{ content: Buffer }>(
    'select content from exchange.message where sender = $1 and message_id = $2',
    [sender, messageId],
  );
  const [row] = rows;
  return row && client.vault.open(placeOfContent(sender, messageId), row.content);
}

/** The messages as received, for a pass that seals them anew. */
export const sealedMessages = sealedColumn({
  ...{ table: 'exchange.message', column: 'content' },
  key: { sender: 'text', message_id: 'uuid' },
});

/** Which messages are past their time. */
export interface AgedMessages {
  /** Of these roots, or of all but these. */
  readonly roots: readonly string[];
  readonly but: boolean;
  readonly before: Date;
  /** The last one of the stretch before. */
  readonly after: MessageKey | undefined;
  readonly limit: number;
}

export interface MessageKey {
  readonly sender: string;
  readonly messageId: string;
}

/** Messages of which something is to be erased; `before` is when they were received at the latest. */
export function agedMessages(
  client: Queryable,
  { roots, but, before, after, limit }: AgedMessages,
): Promise<MessageKey[]> {
  return client.query(
    `select sender, message_id as "messageId" from exchange.message
     where received_at < $1 and erased_at is null and (coalesce(root, '') = any($2)) <> $3
       and ($5::text is null or (sender, message_id) > ($5, $6::uuid))
     order by sender, message_id limit $4`,
    [before, roots, but, limit, after?.sender ?? null, after?.messageId ?? null],
  );
}

/** Takes the bytes of messages away for good; that they came, from whom and what became of them stays. */
export async function eraseMessages(
  client: Queryable,
  messages: readonly MessageKey[],
  at: Date,
): Promise<number> {
  if (messages.length === 0) return 0;
  return client.run(
    `update exchange.message m set content = u.empty, findings = null, erased_at = $4
     from unnest($1::text[], $2::uuid[], $3::bytea[]) as u(sender, message_id, empty)
     where m.sender = u.sender and m.message_id = u.message_id`,
    [
      messages.map(({ sender }) => sender),
      messages.map(({ messageId }) => messageId),
      messages.map(({ sender, messageId }) =>
        client.vault.seal(placeOfContent(sender, messageId), zstdCompressSync(Buffer.alloc(0))),
      ),
      at,
    ],
  );
}
