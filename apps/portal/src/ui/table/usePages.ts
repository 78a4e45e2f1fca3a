import { type QueryKey, useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

/** A stretch of rows from the server, which also says how many there are. */
interface Stretch {
  readonly rows: readonly unknown[];
  readonly total: number;
}

interface PagesOptions<Page extends Stretch> {
  /** Names the question; its rows are kept under it page by page. */
  readonly queryKey: QueryKey;
  readonly fetchPage: (skip: number, limit: number, signal: AbortSignal) => Promise<Page>;
  readonly refetchInterval?: number | false;
}

const pageSize = 100;

/** The rows of a long table, fetched a hundred at a time where somebody looks, and kept for a while. */
export function usePages<Page extends Stretch>(options: PagesOptions<Page>) {
  type Row = Page['rows'][number];
  const { queryKey, fetchPage, refetchInterval = false } = options;
  const [[first, last], setPages] = useState<readonly [number, number]>([0, 0]);
  // The first page is always asked: it says how many rows there are.
  const wanted = [...new Set([0, ...range(first, last)])];
  const { pages, ...state } = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [...queryKey, page],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchPage(page * pageSize, pageSize, signal),
      refetchInterval,
    })),
    combine: (results) => ({
      pages: new Map<number, readonly Row[]>(
        results.flatMap(({ data }, place) => (data ? [[wanted[place] ?? 0, data.rows] as const] : [])),
      ),
      /** The first stretch as it came: it says what holds for all. */
      first: results[0]?.data,
      total: results[0]?.data?.total,
      error: results.find(({ error }) => error)?.error ?? undefined,
      refetch: () => void Promise.all(results.map(({ refetch }) => refetch())),
    }),
  });
  const onVisible = useCallback((from: number, to: number) => {
    setPages((before) => {
      const [next, end] = [Math.floor(from / pageSize), Math.floor(to / pageSize)];
      return next === before[0] && end === before[1] ? before : [next, end];
    });
  }, []);
  return {
    ...state,
    onVisible,
    rowAt: (place: number): Row | undefined => pages.get(Math.floor(place / pageSize))?.[place % pageSize],
    /** The rows that have come, in order. */
    rows: [...pages].sort(([left], [right]) => left - right).flatMap(([, rows]) => rows),
  };
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, place) => first + place);
