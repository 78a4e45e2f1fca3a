import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useShortcut } from '../shortcuts.ts';

interface ActiveRow {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Place of the row the keyboard is at, -1 before it has come in. */
  readonly activeRow: RefObject<number>;
  readonly count: number;
  readonly scrollTo: (place: number) => void;
  readonly onChoose: (place: number) => void;
}

/** Rows a page key goes by. */
const pageRows = 20;
/** A row gone to may first have to be drawn, or even fetched: it is looked for this many frames. */
const framesToWait = 600;

/** Moves the keyboard through a table of which only a part is drawn. */
export function useActiveRow({ scroller, activeRow, count, scrollTo, onChoose }: ActiveRow) {
  const { t } = useTexts();
  const goTo = (wanted: number) => {
    if (count === 0) return;
    const place = Math.min(Math.max(wanted, 0), count - 1);
    activeRow.current = place;
    scrollTo(place);
    const focus = (frames: number) => {
      if (activeRow.current !== place) return;
      const row = scroller.current?.querySelector(`[data-place="${place}"]`);
      const link = row?.querySelector<HTMLElement>('[data-shortcut=row]');
      if (link) link.focus({ preventScroll: true });
      else if (frames > 0) requestAnimationFrame(() => focus(frames - 1));
    };
    focus(framesToWait);
  };
  useShortcut('j', t('app.shortcut.down'), () => goTo(activeRow.current + 1));
  useShortcut('k', t('app.shortcut.up'), () => goTo(activeRow.current - 1));
  useShortcut('x', t('app.shortcut.choose'), () => {
    if (activeRow.current >= 0) onChoose(activeRow.current);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const at = activeRow.current;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + pageRows, PageUp: at - pageRows }[
      event.key
    ];
    const end = event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : undefined;
    if (end === undefined && (to === undefined || at < 0)) return;
    event.preventDefault();
    goTo(end ?? to ?? 0);
  };
  const onFocus = ({ target }: FocusEvent) => {
    const place = target.closest('[data-place]')?.getAttribute('data-place');
    if (place) activeRow.current = Number(place);
  };
  return { onKeyDown, onFocus };
}
