import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';
import type { Agency, CertificateState } from './states.ts';

type Schemas = components['schemas'];
export type CertificateRow = Schemas['GoodsCertificates']['certificates'][number];
export type Certificate = Schemas['GoodsCertificate'];
export type Kind = Schemas['GoodsCertificateTables']['kinds'][number];

/** What is read anew when something has become of a certificate. */
export const STALE = [['goods-certificates']] as const;

interface Wish {
  readonly state?: CertificateState;
  readonly agency?: Agency;
  readonly gcode?: string;
}

export const certificatesQuery = (wish: Wish) =>
  infiniteQueryOptions({
    queryKey: ['goods-certificates', wish],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/goods-certificates', {
          signal,
          params: { query: { ...wish, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const certificateQuery = (certificateId: string) =>
  queryOptions({
    queryKey: ['goods-certificates', 'one', certificateId],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/goods-certificates/{certificateId}', {
          signal,
          params: { path: { certificateId } },
        }),
      ),
  });

/** Kinds and what each is recognised for, as they hold today. */
export const tablesQuery = () =>
  queryOptions({
    queryKey: ['goods-certificate-tables'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/goods-certificate-tables', { signal })),
  });

export const fileCertificate = (body: Schemas['GoodsCertificateWish']) =>
  answerOf(client.POST('/api/goods-certificates', { body }));

export const withdrawCertificate = (certificateId: string) =>
  answerOf(
    client.POST('/api/goods-certificates/{certificateId}/withdrawal', {
      params: { path: { certificateId } },
    }),
  );

export const decideCertificate = (certificateId: string, body: Schemas['GoodsCertificateDecision']) =>
  answerOf(
    client.POST('/api/goods-certificates/{certificateId}/decision', {
      params: { path: { certificateId } },
      body,
    }),
  );

export const paperAddress = (certificateId: string): string =>
  `/api/goods-certificates/${certificateId}/paper`;

export const sendPaper = (certificateId: string, file: File) =>
  answerOf(
    client.PUT('/api/goods-certificates/{certificateId}/paper', {
      params: { path: { certificateId } },
      body: file as never,
      bodySerializer: (given: unknown) => given as Blob,
      headers: { 'content-type': file.type || 'application/octet-stream' },
    }),
  );
