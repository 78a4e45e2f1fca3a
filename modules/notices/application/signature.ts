import { createHmac, randomBytes } from 'node:crypto';

/** Standard Webhooks: 24 to 64 bytes. */
const secretBytes = 32;
const prefix = 'whsec_';

/** A new secret, as both sides keep it: `whsec_` and base64. */
export const newSecret = (): string => `${prefix}${randomBytes(secretBytes).toString('base64')}`;

/** Value of `webhook-signature`: one `v1,…` a secret. */
export function signaturesOf(
  secrets: readonly string[],
  message: { readonly id: string; readonly timestamp: number; readonly body: string },
): string {
  const signed = `${message.id}.${message.timestamp}.${message.body}`;
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(prefix.length), 'base64');
      return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
    })
    .join(' ');
}
