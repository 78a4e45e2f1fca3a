import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';
import type { EnterpriseFile } from './queries.ts';

export type ApplicationMade = components['schemas']['EnterpriseApplicationMade'];
export type ApplicationState = components['schemas']['EnterpriseApplicationState'];

/** What is wrong with the file of a firm that has no account, while it is typed. */
export const applicationFindingsQuery = (file: EnterpriseFile, begun: boolean) =>
  queryOptions({
    queryKey: ['application-findings', file],
    queryFn: ({ signal }) =>
      answerOf(client.POST('/api/registry/applications/findings', { signal, body: file })),
    placeholderData: keepPreviousData,
    enabled: begun,
  });

export const applyWithoutAccount = (file: EnterpriseFile, paper: string): Promise<ApplicationMade> =>
  answerOf(client.POST('/api/registry/applications', { body: { file, paper } }));

export const followApplication = ({ filingId, ticket }: ApplicationMade): Promise<ApplicationState> =>
  answerOf(
    client.GET('/api/registry/applications/{filingId}', {
      params: { path: { filingId }, header: { 'x-application-ticket': ticket } },
    }),
  );
