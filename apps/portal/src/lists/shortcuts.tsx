import { type RefObject, useEffect, useState } from 'react';
import { useTexts } from '../i18n/index.ts';

const storageKey = 'chama.shortcuts';
/** Single letters must be able to be switched off: voice control types them by accident (WCAG 2.1.4). */
const enabled = () => localStorage.getItem(storageKey) !== 'off';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]') !== null;

/** `/` goes to the search box, j and k (or the arrows, once in the table) from row to row; Enter is the row's own link. */
export function useShortcuts(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!enabled() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        area.current?.querySelector<HTMLInputElement>('[data-shortcut=search]')?.focus();
        event.preventDefault();
        return;
      }
      const links = [...(area.current?.querySelectorAll<HTMLElement>('[data-shortcut=row]') ?? [])];
      const at = links.indexOf(document.activeElement as HTMLElement);
      const to = destination(event.key, at);
      if (to === undefined) return;
      links[Math.min(Math.max(to, 0), links.length - 1)]?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [area]);
}

function destination(key: string, at: number): number | undefined {
  if (key === 'j' || (key === 'ArrowDown' && at >= 0)) return at + 1;
  if (key === 'k' || (key === 'ArrowUp' && at >= 0)) return at - 1;
  return undefined;
}

export function ShortcutsSwitch() {
  const { t } = useTexts();
  const [on, setOn] = useState(enabled);
  return (
    <label className="shortcuts">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => {
          localStorage.setItem(storageKey, target.checked ? 'on' : 'off');
          setOn(target.checked);
        }}
      />
      {t('app.shortcuts')}
      <span className="quiet"> · {t('app.shortcutsHint')}</span>
    </label>
  );
}
