import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { BindingsPanel } from './BindingsPanel.tsx';
import { ProviderDialog } from './ProviderDialog.tsx';
import { ProviderPanel } from './ProviderPanel.tsx';
import { type AgencySignIn, providersQuery } from './queries.ts';
import './agencies.css';

/** How agencies sign their own officers in: entered by one administrator, confirmed by another. */
export function AgenciesPage() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(providersQuery());
  const [kept, setKept] = useState<AgencySignIn | 'new'>();
  const may = (action: 'set-up' | 'confirm') =>
    session !== undefined && sessionAllows(session, { resource: 'agency-sign-in', action });
  return (
    <>
      <PageHead title={t('agencies.title')} intro={t('agencies.intro')}>
        {may('set-up') && (
          <Button kind="primary" onClick={() => setKept('new')}>
            {t('agencies.add')}
          </Button>
        )}
      </PageHead>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[60, 100, 100]} />}
      {data?.providers.length === 0 && <Empty title={t('agencies.none')} hint={t('agencies.noneHint')} />}
      {data?.providers.map((provider) => (
        <ProviderPanel
          key={provider.providerId}
          provider={provider}
          setsUp={may('set-up')}
          confirms={may('confirm')}
          onChange={() => setKept(provider)}
        />
      ))}
      {data && data.providers.length > 0 && (
        <BindingsPanel providers={data.providers} setsUp={may('set-up')} confirms={may('confirm')} />
      )}
      {kept && (
        <ProviderDialog {...(kept === 'new' ? {} : { provider: kept })} onClose={() => setKept(undefined)} />
      )}
    </>
  );
}
