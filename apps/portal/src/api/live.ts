import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { components } from './schema.gen.ts';

type ListChanges = components['schemas']['ListChanges'];

/** live: told by the server; polling: asking every few seconds, the stream being away; paused: by the user. */
export type LiveState = 'live' | 'polling' | 'paused';

/** Screens are read anew at most this often, however fast lists change. */
const refreshEveryMs = 1_000;
const reconnectAfterMs = 10_000;
/** What happened to lists is told a moment later. */
const toldAfterMs = 1_000;
/**
 * How often screens are read anew unasked: often without the stream, seldom with it, for what it does not tell
 * (it tells of decisions; a list that comes and waits for its papers is not decided).
 */
const pollEveryMs = { polling: 5_000, live: 10_000, paused: false } as const;

let state: LiveState = 'polling';
let paused = false;
const listeners = new Set<() => void>();

function show(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** For queries whose screen should follow the world. */
export function useRefetchInterval(): number | false {
  return pollEveryMs[useLiveState()];
}

let connection: { pause(): void; resume(): void } | undefined;

/** After signing in or out the stream has to be asked for anew. */
export function reconnectLive(): void {
  if (!paused) connection?.resume();
}

export function toggleLive(): void {
  paused = !paused;
  if (paused) connection?.pause();
  else connection?.resume();
}

/** Listens to the stream and marks what changed as stale. Returns how to stop. */
export function connectLive(queries: QueryClient): () => void {
  const changedLists = new Map<string, readonly [string, string]>();
  let source: EventSource | undefined;
  let refreshTimer: number | undefined;
  let reconnectTimer: number | undefined;
  let toldTimer: number | undefined;

  const refresh = () => {
    refreshTimer = undefined;
    void queries.invalidateQueries({ queryKey: ['lists'] });
    void queries.invalidateQueries({ queryKey: ['summary'] });
    for (const [ebpCode, orderNo] of changedLists.values())
      void queries.invalidateQueries({ queryKey: ['list', ebpCode, orderNo] });
    changedLists.clear();
    toldTimer ??= window.setTimeout(() => {
      toldTimer = undefined;
      void queries.invalidateQueries({ queryKey: ['notifications'] });
    }, toldAfterMs);
  };
  const onChanges = (event: MessageEvent<string>) => {
    const changes = JSON.parse(event.data) as ListChanges;
    for (const { ebpCode, orderNo } of changes.lists)
      changedLists.set(`${ebpCode}/${orderNo}`, [ebpCode, orderNo]);
    if (changes.more) void queries.invalidateQueries({ queryKey: ['list'] });
    refreshTimer ??= window.setTimeout(refresh, refreshEveryMs);
  };
  const close = () => {
    source?.close();
    source = undefined;
    window.clearTimeout(refreshTimer);
    window.clearTimeout(reconnectTimer);
    window.clearTimeout(toldTimer);
    toldTimer = undefined;
    refreshTimer = undefined;
  };
  const open = () => {
    close();
    const opened = new EventSource('/api/stream');
    source = opened;
    opened.addEventListener('open', () => {
      show('live');
      // What changed while nobody listened was told to nobody.
      void queries.invalidateQueries();
    });
    opened.addEventListener('list', onChanges);
    opened.addEventListener('error', () => {
      show('polling');
      // A browser retries a broken line by itself, but gives up for good on an HTTP error.
      if (opened.readyState === EventSource.CLOSED)
        reconnectTimer = window.setTimeout(open, reconnectAfterMs);
    });
  };

  connection = {
    pause() {
      close();
      show('paused');
    },
    resume() {
      show('polling');
      open();
    },
  };
  if (!paused) open();
  return () => {
    close();
    connection = undefined;
  };
}
