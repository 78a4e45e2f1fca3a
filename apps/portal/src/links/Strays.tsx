import { useQuery } from '@tanstack/react-query';
import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { unmatchedQuery, unreadableQuery } from './queries.ts';

/** Receipts that speak of a document nobody knows. */
export function Unmatched() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(unmatchedQuery());
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[100, 100]} />;
  if (data.answers.length === 0) return <Empty title={t('links.none')} hint={t('links.noneHint')} />;
  return (
    <ul className="links-strays">
      {data.answers.map((answer) => (
        <li key={`${answer.arrivedAt} ${JSON.stringify(answer.body)}`}>
          <Moment at={answer.arrivedAt} /> <code>{answer.type}</code> <code>{answer.returnStatus}</code>{' '}
          {answer.returnInfo}
          <Findings findings={answer.findings} />
          <details>
            <summary>{t('links.fields')}</summary>
            <pre>{JSON.stringify(answer.body, undefined, 2)}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** Pieces that came and could not be read at all. */
export function Unreadable() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(unreadableQuery());
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[100, 100]} />;
  if (data.arrivals.length === 0) return <Empty title={t('links.none')} hint={t('links.noneHint')} />;
  return (
    <ul className="links-strays">
      {data.arrivals.map((arrival) => (
        <li key={arrival.digest}>
          <Moment at={arrival.arrivedAt} /> <code>{arrival.name}</code>
          <Findings findings={arrival.findings} />
        </li>
      ))}
    </ul>
  );
}

function Findings({ findings }: { readonly findings: readonly components['schemas']['Finding'][] }) {
  return (
    <ul>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.path}`}>
          <code>{finding.code}</code> <Said text={finding.message} /> <Said text={finding.remedy} />
        </li>
      ))}
    </ul>
  );
}
