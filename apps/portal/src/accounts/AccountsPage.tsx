import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { DealDialog } from './DealDialog.tsx';
import { MakeDialog } from './MakeDialog.tsx';
import { type AccountRow, accountsQuery } from './queries.ts';
import './accounts.css';

const states = ['proposed', 'active', 'locked', 'closed'] as const;

/** Accounts of others: an enterprise's own staff, or everybody's for those who keep accounts. */
export function AccountsPage() {
  const { t } = useTexts();
  const { standing, q, after } = useSearch({ from: '/accounts' });
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(accountsQuery({ state: standing, q, after }));
  const [dealing, setDealing] = useState<AccountRow>();
  const [making, setMaking] = useState(false);
  const makes = session !== undefined && sessionAllows(session, { resource: 'accounts', action: 'make' });
  return (
    <>
      <PageHead title={t('accounts.title')} intro={t('accounts.intro')}>
        {makes && (
          <Button kind="primary" onClick={() => setMaking(true)}>
            {t('accounts.make')}
          </Button>
        )}
      </PageHead>
      <div className="accounts-filters">
        <label>
          {t('accounts.state')}{' '}
          <select
            className="field"
            value={standing ?? ''}
            onChange={({ target }) => {
              const chosen = states.find((one) => one === target.value);
              void navigate({
                to: '/accounts',
                search: { ...(chosen && { standing: chosen }), ...(q && { q }) },
              });
            }}
          >
            <option value="">{t('accounts.all')}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {t(`accounts.states.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('accounts.search')}{' '}
          <input
            className="field"
            type="search"
            defaultValue={q ?? ''}
            onChange={({ target }) => {
              const found = target.value.trim();
              const search = { ...(standing && { standing }), ...(found && { q: found }) };
              void navigate({ to: '/accounts', search, replace: true });
            }}
          />
        </label>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {data?.accounts.length === 0 && <Empty title={t('accounts.none')} hint={t('accounts.noneHint')} />}
      {data && data.accounts.length > 0 && <AccountsTable accounts={data.accounts} onOpen={setDealing} />}
      {data?.next && (
        <Link to="/accounts" search={{ ...(standing && { standing }), ...(q && { q }), after: data.next }}>
          {t('accounts.more')}
        </Link>
      )}
      {dealing && <DealDialog account={dealing} onClose={() => setDealing(undefined)} />}
      {making && <MakeDialog onClose={() => setMaking(false)} />}
    </>
  );
}

interface AccountsTableProps {
  readonly accounts: readonly AccountRow[];
  readonly onOpen: (account: AccountRow) => void;
}

function AccountsTable({ accounts, onOpen }: AccountsTableProps) {
  const { t } = useTexts();
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            {(['login', 'name', 'role', 'of', 'state', 'factor', 'seen'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`accounts.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.accountId}>
              <th scope="row">
                <Button kind="text" small onClick={() => onOpen(account)}>
                  {account.login}
                </Button>
              </th>
              <td lang="zh-CN">{account.displayName}</td>
              <td>
                {t(`accounts.roles.${account.role}`)}
                {account.member && ` · ${t(`accounts.rights.${account.member}`)}`}
              </td>
              <td>
                {account.agency ? t(`accounts.agencies.${account.agency}`) : account.customsCode}{' '}
                {account.office}
              </td>
              <td>{t(`accounts.states.${account.state}`)}</td>
              <td>{account.hasSecondFactor ? '✓' : '–'}</td>
              <td>{account.lastSeenAt ? <Ago at={account.lastSeenAt} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
