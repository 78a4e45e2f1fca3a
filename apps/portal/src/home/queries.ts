import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';

export const attentionQuery = () =>
  queryOptions({
    queryKey: ['attention'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/attention', { signal })),
  });
