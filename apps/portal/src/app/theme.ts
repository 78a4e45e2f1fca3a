import { useSyncExternalStore } from 'react';

export type Appearance = 'light' | 'dark';

const storageKey = 'chama.appearance';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function current(): Appearance {
  const chosen = localStorage.getItem(storageKey);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system.matches ? 'dark' : 'light';
}

/** ui/theme.css has the colours of both; which of them hold stands on <html>. */
function apply(): void {
  document.documentElement.dataset.appearance = current();
  for (const listener of listeners) listener();
}

export function startTheme(): void {
  apply();
  system.addEventListener('change', apply);
}

export function toggleAppearance(): void {
  localStorage.setItem(storageKey, current() === 'dark' ? 'light' : 'dark');
  apply();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}
