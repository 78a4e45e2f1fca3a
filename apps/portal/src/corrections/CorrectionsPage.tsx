import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { OpenedRequest } from './OpenedRequest.tsx';
import { About, CorrectionState } from './parts.tsx';
import { type Correction, correctionsQuery } from './queries.ts';
import './corrections.css';

const route = getRouteApi('/corrections');

/** What persons ask about their data, for those who have to answer: the one that is due first first. */
export function CorrectionsPage() {
  const { t } = useTexts();
  const { requests: state = 'open' } = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    correctionsQuery(state),
  );
  const rows = data?.pages.flatMap(({ corrections }) => corrections);
  return (
    <section className="corrections-page">
      <PageHead title={t('corrections.page.title')} intro={t('corrections.page.intro')} />
      <Choice
        label={t('corrections.page.which')}
        value={state}
        options={(['open', 'ended'] as const).map((one) => ({
          ...{ value: one, label: t(`corrections.page.${one}`) },
        }))}
        onChange={(next) =>
          void navigate({ to: '/corrections', search: next === 'ended' ? { requests: next } : {} })
        }
      />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Skeleton label={t('app.loading')} bars={[100, 80]} />}
      {rows?.length === 0 && (
        <Empty title={t('corrections.page.none')} hint={t('corrections.page.noneHint')} />
      )}
      {rows?.map((one) => (
        <OneRequest key={one.requestId} one={one} onAnswered={() => void refetch()} />
      ))}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('corrections.page.more')}
        </Button>
      )}
    </section>
  );
}

interface OneRequestProps {
  readonly one: Correction;
  readonly onAnswered: () => void;
}

function OneRequest({ one, onAnswered }: OneRequestProps) {
  const { t } = useTexts();
  const { requestId, wish, about, holder, askedAt, dueAt, state, endedAt, reason } = one;
  return (
    <section className="panel corrections-request" aria-labelledby={`request-${requestId}`}>
      <h2 id={`request-${requestId}`}>
        {t(`corrections.wish.${wish}`)} · <About about={about} /> <CorrectionState one={one} />
      </h2>
      <p className="quiet">
        {t('corrections.own.asked')} <Moment at={askedAt} /> ·{' '}
        {t('corrections.own.by', { holder: holder === 'operator' ? t('corrections.platformHolds') : holder })}{' '}
        ·{' '}
        {endedAt ? (
          <>
            {t('corrections.own.answered')} <Moment at={endedAt} />
          </>
        ) : (
          <>
            {t('corrections.due')} <Moment at={dueAt} />
          </>
        )}
      </p>
      {reason && <p>{t(`corrections.reason.${reason}`)}</p>}
      {state !== 'withdrawn' && <OpenedRequest one={one} onAnswered={onAnswered} />}
    </section>
  );
}
