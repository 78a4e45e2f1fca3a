import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A key that does something on the page that is open; the help shows them all. */
interface Shortcut {
  /** As `KeyboardEvent.key` says it: "/", "j", "Enter"; "mod+k" with Ctrl or ⌘. */
  readonly keys: string;
  readonly text: string;
  readonly run: (event: KeyboardEvent) => void;
}

const storageKey = 'chama.shortcuts';
const listeners = new Set<() => void>();
/** The latest first: a dialog's key goes before the page's. */
let active: readonly Shortcut[] = [];
let listening = false;

/** Letters must be able to be switched off: voice control types them by accident (WCAG 2.1.4). */
const lettersOn = (): boolean => localStorage.getItem(storageKey) !== 'off';

export function switchLetters(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  tell();
}

/** Offers a key while the component stands. Not while somebody types, and no single letters where they are off. */
export function useShortcut(keys: string, text: string, run: (event: KeyboardEvent) => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const shortcut: Shortcut = { keys, text, run: (event) => latest.current(event) };
    active = [shortcut, ...active];
    tell();
    if (!listening) {
      document.addEventListener('keydown', onKey);
      listening = true;
    }
    return () => {
      active = active.filter((one) => one !== shortcut);
      tell();
    };
  }, [keys, text]);
}

/** What keys do here, in the order they were offered. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => active);
}

export function useLettersOn(): boolean {
  return useSyncExternalStore(subscribe, lettersOn);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]') !== null;

function onKey(event: KeyboardEvent): void {
  if (event.altKey || event.isComposing) return;
  const mod = event.ctrlKey || event.metaKey;
  if (!mod && (isTyping(event.target) || (event.key.length === 1 && !lettersOn()))) return;
  // Behind an open dialog the page is out of reach, and so are its keys.
  if (document.querySelector('dialog:modal')) return;
  const keys = mod ? `mod+${event.key.toLowerCase()}` : event.key;
  const shortcut = active.find((one) => one.keys === keys);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run(event);
}
