import { openSealedText, placeOf, sealedText, sealedTextOf, type Vault } from '#vault';
import type { SubscriptionKey } from './subscriptions.ts';

const table = 'notices.subscription';
/** A secret and the one before it have one place: which of them signs is no secret. */
const placeOfSecret = ({ customsCode, subscriptionId }: SubscriptionKey): string =>
  placeOf(table, customsCode, subscriptionId);

export const sealSecret = (vault: Vault, key: SubscriptionKey, secret: string): string =>
  sealedTextOf(vault, placeOfSecret(key), secret);

export const openSecret = (vault: Vault, key: SubscriptionKey, sealed: string): string =>
  openSealedText(vault, placeOfSecret(key), sealed);

/** Secrets of webhooks, for a pass that seals them anew. */
export const sealedNotices = ['secret', 'former_secret'].map((column) =>
  sealedText({
    ...{ table, name: column, key: { customs_code: 'text', subscription_id: 'uuid' } },
    ...{ read: column, write: (text) => `${column} = ${text}` },
  }),
);
