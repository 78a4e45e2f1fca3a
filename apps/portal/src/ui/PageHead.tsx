import type { ReactNode } from 'react';
import { useTitle } from './title.ts';

interface PageHeadProps {
  readonly title: string;
  /** A sentence on what the page is for, where its title does not say it. */
  readonly intro?: ReactNode;
  /** Buttons of the whole page, the one that matters last. */
  readonly children?: ReactNode;
}

/** The first thing of a page: its name, also in the browser's tab, and what can be done with the whole. */
export function PageHead({ title, intro, children }: PageHeadProps) {
  useTitle(title);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {intro && <p className="quiet">{intro}</p>}
      </div>
      {children && <div className="page-actions">{children}</div>}
    </header>
  );
}
