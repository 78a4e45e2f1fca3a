import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';

export const paperQuery = (seal: string) =>
  queryOptions({
    queryKey: ['paper', seal],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/api/papers/{seal}', { params: { path: { seal } }, signal })),
  });
