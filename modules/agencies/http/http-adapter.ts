import { randomUUID } from 'node:crypto';
import { signaturesOf } from '#notices';
import type { OutboundFetch } from '#outbound';
import { AdapterFault, type AgencyAdapter } from '../application/adapter.ts';
import { answersPage } from './adapter-schemas.ts';

/** Headers that sign a request as Standard Webhooks have it; of a reading the body is its address. */
export function signedHeaders(
  secret: string,
  message: { readonly id: string; readonly body: string; readonly at: Date },
): Record<string, string> {
  const timestamp = Math.floor(message.at.getTime() / 1000);
  return {
    'user-agent': 'chama-agencies/1',
    'webhook-id': message.id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signaturesOf([secret], { id: message.id, timestamp, body: message.body }),
  };
}

/** Joins the address of a link and what is asked there. */
export const placeAt = (address: string, path: string): string => `${address.replace(/\/+$/, '')}/${path}`;

/** Speaks with an agency over HTTP, signed both ways of asking. */
export function httpAdapter(
  fetch: OutboundFetch,
  address: string,
  secret: string,
  now: () => Date,
): AgencyAdapter {
  const ask = async (method: 'GET' | 'POST', path: string, id: string, body?: string): Promise<string> => {
    const headers = signedHeaders(secret, { id, body: body ?? `/${path}`, at: now() });
    let response: Response;
    try {
      response = await fetch(placeAt(address, path), {
        method,
        headers:
          body === undefined ? headers : { ...headers, 'content-type': 'application/json; charset=utf-8' },
        ...(body === undefined ? {} : { body }),
      });
    } catch (fault) {
      const { code } = fault as { code?: unknown };
      throw new AdapterFault(typeof code === 'string' ? code : 'NETWORK');
    }
    if (response.status < 200 || response.status >= 300) throw new AdapterFault(`HTTP-${response.status}`);
    return response.text();
  };
  return {
    deliver: async (delivery) => {
      await ask('POST', 'deliveries', delivery.id, JSON.stringify(delivery));
    },
    answers: async (after) => {
      const text = await ask('GET', `answers?after=${encodeURIComponent(after)}`, randomUUID());
      try {
        return answersPage.parse(JSON.parse(text));
      } catch {
        throw new AdapterFault('ANSWERS-UNREADABLE');
      }
    },
  };
}
