import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ClosingSection } from './ClosingSection.tsx';
import { FactorSection } from './FactorSection.tsx';
import { PasskeySection } from './PasskeySection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { ownAccountQuery } from './queries.ts';
import { SessionsSection } from './SessionsSection.tsx';
import './account.css';

/** One's own account; a newcomer sees here what is still to be done, and nowhere anything else. */
export function AccountPage() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const { data: own, error, refetch } = useQuery(ownAccountQuery());
  const newcomer = session?.role === 'newcomer';
  return (
    <>
      <PageHead
        title={t('account.own.title')}
        intro={own && `${own.account.displayName} · ${own.account.login}`}
      />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!own && !error && <Skeleton label={t('app.loading')} bars={[60, 100, 100]} />}
      {own && (
        <div className="account">
          {newcomer && (
            <p className="account-newcomer" role="status">
              {t('account.own.newcomer')}
            </p>
          )}
          <PasswordSection own={own} />
          <FactorSection own={own} newcomer={newcomer} />
          <PasskeySection own={own} newcomer={newcomer} />
          <SessionsSection />
          {session?.role === 'consumer' && <ClosingSection />}
        </div>
      )}
    </>
  );
}
