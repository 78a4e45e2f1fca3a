import { useRef } from 'react';

/** How long a row that is new or has changed stays marked. */
const freshForMs = 2_500;

interface Memory {
  readonly states: Map<string, string>;
  readonly since: Map<string, number>;
}

const none: ReadonlySet<string> = new Set();

/** Keys of rows that came or changed state since they were last shown; none on the first showing, nor of rows left over. */
export function useFresh(
  rows: readonly (readonly [key: string, state: string])[],
  leftOver: boolean,
): ReadonlySet<string> {
  const memory = useRef<Memory>(undefined);
  if (leftOver) return none;
  const nowMs = performance.now();
  const first = memory.current === undefined;
  memory.current ??= { states: new Map(), since: new Map() };
  const { states, since } = memory.current;
  for (const [key, state] of rows) {
    if (!first && states.get(key) !== state) since.set(key, nowMs);
    states.set(key, state);
  }
  for (const [key, sinceMs] of since) if (nowMs - sinceMs > freshForMs) since.delete(key);
  return new Set(since.keys());
}
