import { type QueryKey, useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

/** A stretch of rows from the server, which also says how many there are. */
export interface Stretch<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

interface PagesOptions<Row> {
  /** Names the question; its rows are kept under it page by page. */
  readonly queryKey: QueryKey;
  readonly fetchPage: (skip: number, limit: number, signal: AbortSignal) => Promise<Stretch<Row>>;
  readonly refetchInterval?: number | false;
}

const pageSize = 100;
const noRows = new Map();

/** The rows of a long table, fetched a hundred at a time where somebody looks, and kept for a while. */
export function usePages<Row>({ queryKey, fetchPage, refetchInterval = false }: PagesOptions<Row>) {
  const [[first, last], setPages] = useState([0, 0]);
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
      total: results[0]?.data?.total,
      error: results.find(({ error }) => error)?.error ?? undefined,
      refetch: () => void Promise.all(results.map(({ refetch }) => refetch())),
    }),
  });
  const known = pages ?? (noRows as Map<number, readonly Row[]>);
  const onVisible = useCallback((from: number, to: number) => {
    setPages(([before, after]) => {
      const [next, end] = [Math.floor(from / pageSize), Math.floor(to / pageSize)];
      return next === before && end === after ? [before, after] : [next, end];
    });
  }, []);
  return {
    ...state,
    onVisible,
    rowAt: (place: number): Row | undefined => known.get(Math.floor(place / pageSize))?.[place % pageSize],
    /** The rows that have come, in order. */
    rows: [...known].sort(([left], [right]) => left - right).flatMap(([, rows]) => rows),
  };
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, place) => first + place);
