import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type AccountEvent = components['schemas']['AccountEvent'];
export type Act = components['schemas']['AuditEntry'];

export const eventKinds = [
  'signed-in',
  'sign-in-failed',
  'sign-in-barred',
  'signed-out',
  'session-ended',
  'password-changed',
  'password-reset',
  'second-factor-set',
  'second-factor-removed',
  'passkey-set',
  'passkey-renamed',
  'passkey-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'account-proposed',
  'account-made',
  'account-approved',
  'account-refused',
  'account-changed',
  'account-locked',
  'account-unlocked',
  'account-closed',
  'agency-proposed',
  'agency-changed',
  'agency-confirmed',
  'agency-stopped',
  'agency-tried',
  'identity-proposed',
  'identity-confirmed',
  'identity-removed',
] as const;

/** Which events are asked for. */
export interface EventsFilter {
  readonly kind?: (typeof eventKinds)[number];
  readonly accountId?: string;
  readonly day?: string;
}

export const eventsQuery = ({ kind, accountId, day }: EventsFilter) =>
  infiniteQueryOptions({
    queryKey: ['account-events', kind ?? '', accountId ?? '', day ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) => {
      const query = {
        ...(kind && { kind }),
        ...(accountId && { accountId }),
        ...(day && { day }),
        ...(pageParam && { cursor: pageParam }),
      };
      return answerOf(client.GET('/api/account-events', { signal, params: { query } }));
    },
    getNextPageParam: ({ next }) => next,
  });

/** What is done where: how the kinds of such acts begin. */
export const actAreas = [
  ...(['enterprise', 'goods', 'table-edition', 'case', 'delegation'] as const),
  ...(['key', 'certificate', 'dispatch', 'status'] as const),
] as const;

/** Which acts are asked for. */
export interface ActsFilter {
  readonly area?: (typeof actAreas)[number];
  readonly subject?: string;
  readonly day?: string;
}

export const actsQuery = ({ area, subject, day }: ActsFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit-entries', area ?? '', subject ?? '', day ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) => {
      const query = {
        ...(area && { kind: `${area}-` }),
        ...(subject && { subject }),
        ...(day && { day }),
        ...(pageParam && { cursor: pageParam }),
      };
      return answerOf(client.GET('/api/audit/entries', { signal, params: { query } }));
    },
    getNextPageParam: ({ next }) => next,
  });
