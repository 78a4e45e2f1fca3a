import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ownSearch } from '../app/search.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useShortcut } from '../ui/shortcuts.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { DataTable } from '../ui/table/DataTable.tsx';
import { usePages } from '../ui/table/usePages.ts';
import { toast } from '../ui/toast.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { type DeskCase, deeds, loadQuery, queuePage } from './queries.ts';
import { keyOfCase, useQueueColumns } from './useQueueColumns.tsx';
import { useTold } from './useTold.ts';
import './desk.css';

/** How often the queue is read anew. */
const refreshMs = 4_000;

/** The queue: held lists that wait for an officer, the one due first first. */
export function QueuePage() {
  const { t } = useTexts();
  const filter = ownSearch(useSearch({ from: '/desk' }));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [deciding, setDeciding] = useState(false);
  const queue = usePages({
    queryKey: ['desk', 'queue', filter],
    fetchPage: queuePage(filter),
    refetchInterval: refreshMs,
  });
  const load = useQuery({ ...loadQuery(filter.office), refetchInterval: refreshMs });
  const now = load.data?.now;
  useEffect(() => {
    if (now) setServerNow(now);
  }, [now]);
  const columns = useQueueColumns();
  const takeRow = useTakeRow(queue.refetch);
  useShortcut('t', t('desk.key.take'), takeRow);
  useOpenNext(queue.rows);
  const chosen = queue.rows.filter((row) => selected.has(keyOfCase(row)));
  return (
    <section className="desk-page">
      <PageHead title={t('desk.title')} intro={t('desk.intro')}>
        <Link to="/desk/search" className="button button-plain">
          {t('desk.search.title')}
        </Link>
        <Link to="/desk/load" className="button button-plain">
          {t('desk.load.title')}
        </Link>
        <Button kind="primary" disabled={chosen.length === 0} onClick={() => setDeciding(true)}>
          {t('desk.bulk', { count: chosen.length })}
        </Button>
      </PageHead>
      <QueueFilters filter={filter} load={load.data} />
      {queue.error && <Trouble error={queue.error} onRetry={queue.refetch} />}
      {queue.total === undefined && !queue.error && (
        <Skeleton label={t('app.loading')} bars={[100, 96, 98, 92, 97]} />
      )}
      {queue.total === 0 && <Empty title={t('desk.empty')} hint={t('desk.emptyHint')} />}
      {queue.total !== undefined && queue.total > 0 && (
        <DataTable
          caption={t('desk.title')}
          columns={columns}
          count={queue.total}
          rowAt={queue.rowAt}
          keyOf={keyOfCase}
          onVisible={queue.onVisible}
          selection={{ selected, onChange: setSelected, all: queue.rows.map(keyOfCase) }}
        />
      )}
      <p className="quiet desk-foot">
        {t('desk.total', { count: queue.total ?? 0 })} · <kbd>?</kbd> {t('app.shortcuts')}
      </p>
      {deciding && (
        <BulkDialog
          cases={chosen}
          onClose={() => setDeciding(false)}
          onDone={() => {
            setDeciding(false);
            setSelected(new Set());
            queue.refetch();
          }}
        />
      )}
    </section>
  );
}

/** Takes the case whose row has the focus. */
function useTakeRow(refetch: () => void): () => void {
  const { t } = useTexts();
  const told = useTold();
  return () => {
    const link = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-case]');
    const [ebpCode = '', orderNo = ''] = (link?.dataset.case ?? '').split(' ');
    if (orderNo)
      void told(
        deeds.take({ ebpCode, orderNo }).then(() => {
          toast(t('desk.taken'));
          refetch();
        }),
      );
  };
}

/** `n` opens the case that is due first and is nobody's. */
function useOpenNext(rows: readonly DeskCase[]): void {
  const { t } = useTexts();
  const navigate = useNavigate();
  useShortcut('n', t('desk.key.next'), () => {
    const next = rows.find(({ taken, state }) => state === 'open' && (!taken || taken.mine));
    if (!next) return;
    const { ebpCode, orderNo } = next;
    void navigate({ to: '/desk/cases/$ebpCode/$orderNo', params: { ebpCode, orderNo } });
  });
}
