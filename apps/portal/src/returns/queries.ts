import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, client, ProblemError } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

type Schemas = components['schemas'];
export type ReturnRow = Schemas['Returns']['returns'][number];
export type ReturnDetail = Schemas['ReturnDetail'];
type ReturnState = ReturnRow['state'];

/** In the order in which a case goes through them. */
export const states = [
  ...(['received', 'applied', 'accepted', 'arrived', 'inspected', 'closed', 'refused', 'withdrawn'] as const),
] as const satisfies readonly ReturnState[];

export const returnsQuery = (state: ReturnState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['returns', state ?? ''],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/api/returns', {
          signal,
          params: { query: { ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const returnQuery = (returnNo: string) =>
  queryOptions({
    queryKey: ['return', returnNo],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/returns/{returnNo}', { signal, params: { path: { returnNo } } })),
  });

/** What a document that was handed in was refused for, thrown as a problem is shown. */
function heeded(answer: Schemas['ReturnHandedIn']): Schemas['ReturnHandedIn'] {
  const [finding] = answer.findings;
  if (answer.verdict !== 'refused' || !finding) return answer;
  const { code, message } = finding;
  throw new ProblemError(422, { type: '', title: message.en, status: 422, instance: '', code, ...message });
}

export const applyFor = async (body: Schemas['NewReturn']) =>
  heeded(await answerOf(client.POST('/api/returns', { body })));

export const withdrawReturn = async (returnNo: string, revision: number) =>
  heeded(
    await answerOf(
      client.POST('/api/returns/{returnNo}/withdrawal', {
        params: { path: { returnNo } },
        body: { revision },
      }),
    ),
  );

export const noteArrival = (returnNo: string, body: Schemas['ReturnArrival']) =>
  answerOf(client.POST('/api/returns/{returnNo}/arrival', { params: { path: { returnNo } }, body }));

export const inspect = (returnNo: string, body: Schemas['ReturnInspection']) =>
  answerOf(client.POST('/api/returns/{returnNo}/inspection', { params: { path: { returnNo } }, body }));

export const decide = (returnNo: string, body: Schemas['ReturnVerdict']) =>
  answerOf(client.POST('/api/returns/{returnNo}/verdict', { params: { path: { returnNo } }, body }));

export const dispose = (returnNo: string, body: Schemas['ReturnDisposition']) =>
  answerOf(client.POST('/api/returns/{returnNo}/dispositions', { params: { path: { returnNo } }, body }));
