import { useSyncExternalStore } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from './Icon.tsx';
import './toast.css';

type Tone = 'done' | 'failed';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
}

/** Good news goes by itself; what failed stays until it has been read. */
const goneAfterMs = 6_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Says in a corner what came of something, where the page itself does not show it. */
export function toast(text: string, tone: Tone = 'done'): void {
  lastId += 1;
  const id = lastId;
  show([...toasts, { id, text, tone }]);
  if (tone === 'done') window.setTimeout(() => dismiss(id), goneAfterMs);
}

function dismiss(id: number): void {
  show(toasts.filter((one) => one.id !== id));
}

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function Toasts() {
  const { t } = useTexts();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status">
      {shown.map(({ id, text, tone }) => (
        <p key={id} className={`toast toast-${tone}`}>
          <Icon name={tone === 'done' ? 'released' : 'warning'} />
          <span>{text}</span>
          <button type="button" aria-label={t('app.close')} onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </p>
      ))}
    </div>
  );
}
