import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { BeginFiling } from './BeginFiling.tsx';
import { NextPage, RegistryState, SearchField } from './pieces.tsx';
import { enterprisesQuery, type RegisteredEnterprise } from './queries.ts';

/** The register: for an enterprise its own entry, for who works for the zone all of them. */
export function EnterprisesPage() {
  const { t } = useTexts();
  const filter = useSearch({ from: '/registry/enterprises' });
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(enterprisesQuery(filter));
  const area = useRef<HTMLDivElement>(null);
  useRowKeys(area);
  const mayApply = session && sessionAllows(session, { resource: 'enterprise-files', action: 'apply' });
  const own = session?.enterprise?.code;
  return (
    <div ref={area} className="registry-page">
      <PageHead title={t('registry.enterprises')} intro={t('registry.enterprisesIntro')}>
        {mayApply && data && !data.enterprises.some(({ customsCode }) => customsCode === own) && (
          <BeginFiling customsCode={own ?? ''} />
        )}
      </PageHead>
      <div className="registry-bar">
        <SearchField
          label={t('registry.searchEnterprises')}
          value={filter.search ?? ''}
          to="/registry/enterprises"
        />
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('registry.loading')} bars={[100, 80, 90]} />}
      {data?.enterprises.length === 0 && <Empty title={t('registry.none')} hint={t('registry.noneHint')} />}
      {data && data.enterprises.length > 0 && <EnterprisesTable enterprises={data.enterprises} />}
      <NextPage
        onNext={
          data?.next
            ? () =>
                void navigate({ to: '/registry/enterprises', search: { ...filter, cursor: data.next ?? '' } })
            : undefined
        }
      />
    </div>
  );
}

function EnterprisesTable({ enterprises }: { readonly enterprises: readonly RegisteredEnterprise[] }) {
  const { t } = useTexts();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{t('registry.enterprises')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('registry.field.state')}</th>
            <th scope="col">{t('registry.field.name')}</th>
            <th scope="col">{t('registry.field.customsCode')}</th>
            <th scope="col">{t('registry.field.uscc')}</th>
            <th scope="col">{t('registry.field.roles')}</th>
            <th scope="col">{t('registry.field.validTo')}</th>
          </tr>
        </thead>
        <tbody>
          {enterprises.map((one) => (
            <tr key={one.customsCode}>
              <td>
                <RegistryState state={one.state} />
              </td>
              <th scope="row">
                <Link
                  to="/registry/enterprises/$customsCode"
                  params={{ customsCode: one.customsCode }}
                  className="row-link"
                  data-shortcut="row"
                >
                  {one.name}
                </Link>
              </th>
              <td className="code">{one.customsCode}</td>
              <td className="code">{one.uscc}</td>
              <td>{one.roles.join(' ')}</td>
              <td>{one.validTo ?? t('registry.open')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
