import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { formatAmount } from '../ui/format.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { AccountOverTime } from './AccountOverTime.tsx';
import { GivenList } from './GivenList.tsx';
import { MoreRows } from './MoreRows.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';
import { type Account, accountsQuery } from './queries.ts';
import './money.css';

const route = getRouteApi('/guarantees');

/** Guarantee accounts: one's own, or those of the zone, with the guarantees given and what moved them. */
export function GuaranteesPage() {
  const { t } = useTexts();
  const { of } = route.useSearch();
  const [proposing, setProposing] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const found = useInfiniteQuery(accountsQuery());
  const accounts = found.data?.pages.flatMap((page) => page.accounts);
  const chosen = accounts?.find(({ guarantor }) => guarantor === of) ?? accounts?.[0];
  const proposes = session && sessionAllows(session, { resource: 'guarantees', action: 'propose' });
  return (
    <>
      <PageHead title={t('money.guarantees')} intro={t('money.guaranteesIntro')}>
        {proposes && (
          <Button kind="primary" onClick={() => setProposing(true)}>
            {t('money.propose')}
          </Button>
        )}
      </PageHead>
      <div className="money-page">
        {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
        {!accounts && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
        {accounts?.length === 0 && <Empty title={t('money.noAccount')} hint={t('money.noAccountHint')} />}
        {accounts && accounts.length > 0 && (
          <AccountsTable accounts={accounts} chosen={chosen?.guarantor} more={<MoreRows found={found} />} />
        )}
        {chosen && <AccountOverTime key={chosen.guarantor} account={chosen} />}
        <GivenList session={session} />
      </div>
      {proposing && (
        <ProposeDialog zone={session?.role !== 'enterprise'} onClose={() => setProposing(false)} />
      )}
    </>
  );
}

interface AccountsTableProps {
  readonly accounts: readonly Account[];
  readonly chosen: string | undefined;
  readonly more: ReactNode;
}

function AccountsTable({ accounts, chosen, more }: AccountsTableProps) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('money.guarantees')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('money.guarantor')}</th>
            <th scope="col" className="money-amount">
              {t('money.cover')}
            </th>
            <th scope="col" className="money-amount">
              {t('money.available')}
            </th>
            <th scope="col" className="money-amount">
              {t('money.reserved')}
            </th>
            <th scope="col" className="money-amount">
              {t('money.beyond')}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ guarantor, cover, available, reserved, beyond }) => (
            <tr key={guarantor} className={guarantor === chosen ? 'money-chosen' : undefined}>
              <th scope="row">
                <Link className="row-link" data-shortcut="row" to="/guarantees" search={{ of: guarantor }}>
                  {guarantor}
                </Link>
              </th>
              <td className="money-amount">{formatAmount(cover)}</td>
              <td className="money-amount">{formatAmount(available)}</td>
              <td className="money-amount">{formatAmount(reserved)}</td>
              <td className="money-amount">{formatAmount(beyond)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}
