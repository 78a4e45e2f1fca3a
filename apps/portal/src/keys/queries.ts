import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type ApiKey = components['schemas']['ApiKey'];
export type KeyScope = components['schemas']['KeyScope'];
export type KeysPageData = components['schemas']['KeysPage'];
export type ClientCertificate = components['schemas']['ClientCertificate'];

/** @param enterprise of those who see the whole zone; an enterprise sees its own */
export const keysQuery = (enterprise: string | undefined) =>
  queryOptions({
    queryKey: ['keys', enterprise ?? ''],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/keys', { signal, params: { query: enterprise ? { enterprise } : {} } })),
  });

export const certificatesQuery = (enterprise: string | undefined) =>
  queryOptions({
    queryKey: ['client-certificates', enterprise ?? ''],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/client-certificates', {
          signal,
          params: { query: enterprise ? { enterprise } : {} },
        }),
      ),
  });

export function makeKey(body: components['schemas']['NewKey']) {
  return answerOf(client.POST('/api/keys', { body }));
}

export function rotateKey(keyId: string, overlapDays: number) {
  return answerOf(
    client.POST('/api/keys/{keyId}/rotate', { params: { path: { keyId } }, body: { overlapDays } }),
  );
}

export function revokeKey(keyId: string) {
  return answerOf(client.DELETE('/api/keys/{keyId}', { params: { path: { keyId } } }));
}

export function registerCertificate(body: components['schemas']['NewClientCertificate']) {
  return answerOf(client.POST('/api/client-certificates', { body }));
}

export function revokeCertificate(certificateId: string) {
  return answerOf(
    client.DELETE('/api/client-certificates/{certificateId}', { params: { path: { certificateId } } }),
  );
}

export function requireCertificates(required: boolean) {
  return answerOf(client.PUT('/api/client-certificates/rule', { body: { required } }));
}
