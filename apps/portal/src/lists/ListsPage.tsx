import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ProblemError } from '../api/client.ts';
import { useRefetchInterval } from '../api/live.ts';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import type { ListsPage as Page } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { setServerNow } from '../ui/now.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useShortcut } from '../ui/shortcuts.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { useTitle } from '../ui/title.ts';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { Filters } from './Filters.tsx';
import { ListsTable } from './ListsTable.tsx';
import { Pages } from './Pages.tsx';
import { listsQuery } from './queries.ts';
import { SummaryStrip } from './SummaryStrip.tsx';
import './lists.css';

export function ListsPage() {
  const { t } = useTexts();
  const { state, mode, search, office, cursor } = useSearch({ from: '/lists' });
  const filter = {
    ...(state && { state }),
    ...(mode && { mode }),
    ...(search && { search }),
    ...(office && { office }),
    ...(cursor && { cursor }),
  };
  const refetchInterval = useRefetchInterval();
  const lists = useQuery({ ...listsQuery(filter), refetchInterval });
  const session = useQuery(sessionQuery());
  const area = useRef<HTMLElement>(null);
  useTitle(t('lists.title'));
  useRowKeys(area);
  useShortcut('/', t('app.shortcut.search'), () =>
    area.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
  );
  const now = lists.data?.now;
  useEffect(() => {
    if (now) setServerNow(now);
  }, [now]);

  const barred = session.data && !sessionAllows(session.data, { resource: 'lists', action: 'read' });
  // Also for a session that has ended since it was read.
  if (barred || (lists.error instanceof ProblemError && lists.error.status === 401))
    return <Navigate to="/sign-in" />;
  return (
    <section ref={area} className="lists-page" aria-labelledby="lists-title">
      <h1 id="lists-title" className="sr-only">
        {t('lists.title')}
      </h1>
      <SummaryStrip counts={lists.data?.counts} refetchInterval={refetchInterval} />
      <Filters filter={filter} />
      {lists.error && <Trouble error={lists.error} onRetry={() => void lists.refetch()} />}
      <Found
        key={JSON.stringify(filter)}
        page={lists.data}
        filtered={Boolean(state || mode || search || office)}
        stale={lists.isPlaceholderData}
      />
      <footer className="lists-footer">
        <Pages count={lists.data?.lists.length ?? 0} cursor={cursor} next={lists.data?.next} />
        <span className="quiet">
          <kbd>?</kbd> {t('app.shortcuts')}
        </span>
      </footer>
    </section>
  );
}

interface FoundProps {
  readonly page: Page | undefined;
  readonly filtered: boolean;
  readonly stale: boolean;
}

function Found({ page, filtered, stale }: FoundProps) {
  const { t } = useTexts();
  if (!page) return <Skeleton label={t('lists.loading')} bars={[100, 96, 98, 92, 97, 94, 99, 93]} />;
  if (page.lists.length === 0)
    return (
      <Empty
        title={t(filtered ? 'lists.emptyFiltered' : 'lists.empty')}
        hint={t(filtered ? 'lists.emptyFilteredHint' : 'lists.emptyHint')}
      />
    );
  return <ListsTable rows={page.lists} stale={stale} />;
}
