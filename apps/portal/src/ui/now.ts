import { useSyncExternalStore } from 'react';

/** One clock for all relative times of a page, ticking once a second and set by the server's answers. */
let aheadMs = 0;
let shownMs = Date.now();
const listeners = new Set<() => void>();
let timer: number | undefined;

/** Follows the server's clock, so a wrong clock here does not show lists from the future. */
export function setServerNow(iso: string): void {
  aheadMs = Date.parse(iso) - Date.now();
}

function tick(): void {
  shownMs = Date.now() + aheadMs;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(tick, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => shownMs);
}
