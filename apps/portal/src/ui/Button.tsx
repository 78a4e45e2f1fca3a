import type { ComponentProps } from 'react';

interface ButtonProps extends ComponentProps<'button'> {
  /** primary: what one came for, once a view; danger: what cannot be taken back; text: beside other things. */
  readonly kind?: 'plain' | 'primary' | 'danger' | 'text';
  readonly small?: boolean;
  /** It has been pressed and works: it keeps its place and its focus, and takes no second press. */
  readonly busy?: boolean;
}

export function Button({ kind = 'plain', small = false, busy = false, className, ...button }: ButtonProps) {
  const classes = ['button', `button-${kind}`, small && 'button-small', className].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      {...button}
      className={classes}
      aria-disabled={busy || button['aria-disabled']}
      aria-busy={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else button.onClick?.(event);
      }}
    />
  );
}
