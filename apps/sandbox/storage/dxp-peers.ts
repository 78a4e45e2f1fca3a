import type { Queryable } from '#postgres';

/** An enterprise that speaks DXP, and how far its receipts have been sent. */
export interface DxpPeer {
  readonly customsCode: string;
  readonly dxpId: string;
  /** Of the last receipt sent. */
  readonly cursor: string;
}

export async function dxpPeers(client: Queryable): Promise<DxpPeer[]> {
  return client.query<DxpPeer>(
    'select customs_code as "customsCode", dxp_id as "dxpId", cursor from sandbox.dxp_peer order by customs_code',
  );
}

/** Remembers an enterprise that has spoken; one that is known keeps its cursor. */
export async function rememberPeer(client: Queryable, peer: DxpPeer): Promise<void> {
  await client.run(
    `insert into sandbox.dxp_peer (customs_code, dxp_id, cursor) values ($1, $2, $3)
     on conflict (customs_code) do update set dxp_id = excluded.dxp_id`,
    [peer.customsCode, peer.dxpId, peer.cursor],
  );
}

export async function knowsPeer(client: Queryable, customsCode: string): Promise<boolean> {
  const rows = await client.query('select 1 from sandbox.dxp_peer where customs_code = $1', [customsCode]);
  return rows.length > 0;
}

export async function moveCursor(client: Queryable, customsCode: string, cursor: string): Promise<void> {
  await client.run('update sandbox.dxp_peer set cursor = $2 where customs_code = $1', [customsCode, cursor]);
}

/** Remembers by which CopMsgId a message came. */
export async function rememberMessage(
  client: Queryable,
  sender: string,
  messageId: string,
  copMsgId: string,
): Promise<void> {
  await client.run('insert into sandbox.dxp_message (sender, message_id, cop_msg_id) values ($1, $2, $3)', [
    sender,
    messageId,
    copMsgId,
  ]);
}

/** The CopMsgId a message came by; undefined for one that came otherwise. */
export async function copMsgIdOf(
  client: Queryable,
  sender: string,
  messageId: string,
): Promise<string | undefined> {
  const [row] = await client.query<{ id: string }>(
    'select cop_msg_id as id from sandbox.dxp_message where sender = $1 and message_id = $2',
    [sender, messageId],
  );
  return row?.id;
}
