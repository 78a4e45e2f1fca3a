import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  /** What to do about it, or when something will be here. */
  readonly hint: string;
  readonly children?: ReactNode;
}

/** Where nothing is: says so, and what comes next. */
export function Empty({ title, hint, children }: EmptyProps) {
  return (
    <div className="notice">
      <h2>{title}</h2>
      <p>{hint}</p>
      {children}
    </div>
  );
}
