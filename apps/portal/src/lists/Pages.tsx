import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';

interface PagesProps {
  readonly count: number;
  readonly cursor: string | undefined;
  readonly next: string | undefined;
}

/** Pages go by cursor, newest to oldest; the way back is the browser's own button or the newest. */
export function Pages({ count, cursor, next }: PagesProps) {
  const { t } = useTexts();
  // A page that looked through many lists may hold none and still lead on to older ones.
  if (count === 0 && !next) return <span />;
  return (
    <nav className="pages" aria-label={t('lists.pages')}>
      <span className="quiet">{t(cursor ? 'lists.onLater' : 'lists.onFirst', { count })}</span>
      {cursor && (
        <Link to="/lists" search={({ cursor: _cursor, ...search }) => search}>
          <Icon name="left" />
          {t('lists.first')}
        </Link>
      )}
      {next && (
        <Link to="/lists" search={(search) => ({ ...search, cursor: next })} rel="next">
          {t('lists.next')}
          <Icon name="right" />
        </Link>
      )}
    </nav>
  );
}
