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
