import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type ModeAdvice = components['schemas']['ModeAdvice'];

/** Advice on a question; the advice before stays in sight while the next is fetched. */
export const adviceQuery = (question: Record<string, unknown> | undefined) =>
  queryOptions({
    queryKey: ['advice', question],
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answerOf(client.POST('/api/modes/advice', { body: question ?? {}, signal })),
  });
