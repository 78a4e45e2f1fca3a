import { type ReactNode, useRef } from 'react';

interface HintProps {
  /** Said on hover and on focus; the thing inside says it to a screen reader by its own name. */
  readonly text: string;
  readonly children: ReactNode;
}

/** A word more about something small, in the top layer so that no table cuts it off; Escape puts it away. */
export function Hint({ text, children }: HintProps) {
  const bubble = useRef<HTMLSpanElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const show = () => {
    const place = anchor.current?.getBoundingClientRect();
    if (!bubble.current || !place) return;
    bubble.current.showPopover();
    const { width, height } = bubble.current.getBoundingClientRect();
    const left = Math.min(
      Math.max(8, place.left + place.width / 2 - width / 2),
      window.innerWidth - width - 8,
    );
    const above = place.top - height - 6;
    bubble.current.style.left = `${left}px`;
    bubble.current.style.top = `${above < 8 ? place.bottom + 6 : above}px`;
  };
  const hide = () => bubble.current?.hidePopover();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches what the thing inside is doing
    <span
      ref={anchor}
      className="hint"
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') hide();
      }}
    >
      {children}
      <span ref={bubble} role="tooltip" popover="manual" className="hint-bubble">
        {text}
      </span>
    </span>
  );
}
