import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type RuleRow = components['schemas']['RuleRow'];
export const ruleGroups = ['list', 'matching', 'risk', 'tax', 'figure'] as const;

/** The filters of the address bar. */
export interface RulesFilter {
  readonly search?: string;
  readonly group?: RuleRow['group'];
  /** Twelve characters; the one in use by default. */
  readonly edition?: string;
  /** The edition it is held against. */
  readonly against?: string;
}

export const rulebooksQuery = () =>
  queryOptions({
    queryKey: ['rulebooks'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/rulebooks', { signal })),
  });

export const rulebookQuery = (edition: string | undefined) =>
  queryOptions({
    queryKey: ['rulebook', edition],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/rulebooks/{edition}', { params: { path: { edition: edition ?? '' } }, signal }),
      ),
    enabled: edition !== undefined,
    // An edition never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
