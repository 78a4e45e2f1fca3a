import { type RefObject, useEffect } from 'react';
import { useTexts } from '../i18n/index.ts';
import { useShortcut } from './shortcuts.ts';

/** j and k (or the arrows, once among them) go from row to row of an area; Enter is the row's own link. */
export function useRowKeys(area: RefObject<HTMLElement | null>): void {
  const { t } = useTexts();
  const step = (by: number) => {
    const links = rowLinks(area.current);
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  useShortcut('j', t('app.shortcut.down'), () => step(1));
  useShortcut('k', t('app.shortcut.up'), () => step(-1));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const links = rowLinks(area.current);
      const at = links.indexOf(document.activeElement as HTMLElement);
      if (by === 0 || at < 0) return;
      links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [area]);
}

/** The link that stands for a row says so: `data-shortcut="row"`. */
const rowLinks = (area: HTMLElement | null): HTMLElement[] => [
  ...(area?.querySelectorAll<HTMLElement>('[data-shortcut=row]') ?? []),
];
