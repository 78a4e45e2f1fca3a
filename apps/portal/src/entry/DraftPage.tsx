import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { DraftForm } from './DraftForm.tsx';
import { HandedIn, type Outcome } from './HandedIn.tsx';
import { draftQuery, formQuery } from './queries.ts';
import './entry.css';

/** One document being written, or what became of it. */
export function DraftPage() {
  const { t } = useTexts();
  const { draftId } = useParams({ from: '/entry/$draftId' });
  const { data, error, refetch } = useQuery(draftQuery(draftId));
  const form = useQuery(formQuery(data?.draft.kind));
  const [outcome, setOutcome] = useState<Outcome>();
  if (outcome) return <HandedIn outcome={outcome} />;
  return (
    <section className="entry-page">
      <Link to="/entry" className="back">
        {t('entry.title')}
      </Link>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {form.error && <Trouble error={form.error} onRetry={() => void form.refetch()} />}
      {!(data && form.data) && !error && !form.error && (
        <Skeleton label={t('app.loading')} bars={[40, 100, 100, 100]} />
      )}
      {data && form.data && (
        <DraftForm
          key={data.tag}
          draft={data.draft}
          tag={data.tag}
          form={form.data}
          onTaken={setOutcome}
          onReload={() => void refetch()}
        />
      )}
    </section>
  );
}
