import type { Queryable } from '#postgres';

/** What of an enterprise's webhooks does not arrive. */
export interface WebhookTroubles {
  /** Subscriptions that were switched off because nobody answered. */
  readonly disabled: number;
  /** Deliveries that were given up. */
  readonly failed: number;
  readonly failedSince: Date | undefined;
}

export async function troublesOf(client: Queryable, customsCode: string): Promise<WebhookTroubles> {
  const [row] = await client.query<{ disabled: string; failed: string; since: Date | null }>(
    `select (select count(*) from notices.subscription
        where customs_code = $1 and state = 'disabled') as disabled,
       count(*) as failed, min(happened_at) as since
     from notices.delivery where customs_code = $1 and state = 'failed' and kind <> 'webhook.test'`,
    [customsCode],
  );
  return {
    disabled: Number(row?.disabled ?? 0),
    failed: Number(row?.failed ?? 0),
    failedSince: row?.since ?? undefined,
  };
}
