import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { DelegationDialog } from './DelegationDialog.tsx';
import { DelegationsTable } from './DelegationsTable.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import { delegationsQuery } from './queries.ts';
import './delegations.css';

const route = getRouteApi('/delegations');

/** Who hands in documents for whom: what the enterprise has given, and what it has received. */
export function DelegationsPage() {
  const { t } = useTexts();
  const { side } = route.useSearch();
  const navigate = useNavigate();
  const [giving, setGiving] = useState(false);
  const [shown, setShown] = useState<string>();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    delegationsQuery(side),
  );
  const rows = data?.pages.flatMap(({ delegations }) => delegations);
  const gives = session !== undefined && sessionAllows(session, { resource: 'delegations', action: 'give' });
  return (
    <>
      <PageHead title={t('delegations.title')} intro={t('delegations.intro')}>
        {gives && (
          <Button kind="primary" onClick={() => setGiving(true)}>
            {t('delegations.give')}
          </Button>
        )}
      </PageHead>
      <div className="delegations-filters">
        <Choice
          label={t('delegations.side')}
          value={side ?? 'all'}
          options={(['all', 'given', 'received'] as const).map((value) => ({
            value,
            label: t(`delegations.sides.${value}`),
          }))}
          onChange={(value) =>
            void navigate({ to: '/delegations', search: value === 'all' ? {} : { side: value } })
          }
        />
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <Empty title={t('delegations.none')} hint={t('delegations.noneHint')} />}
      {rows && rows.length > 0 && <DelegationsTable rows={rows} onOpen={setShown} />}
      {hasNextPage && (
        <p className="delegations-more">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('delegations.more')}
          </Button>
        </p>
      )}
      {giving && <GiveDialog onClose={() => setGiving(false)} />}
      {shown !== undefined && session && (
        <DelegationDialog delegationId={shown} session={session} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}
