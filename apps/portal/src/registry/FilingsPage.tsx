import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { NextPage, RegistryState } from './pieces.tsx';
import { filingsQuery } from './queries.ts';

/** Open applications, whoever waits longest first. */
export function FilingsPage() {
  const { t } = useTexts();
  const filter = useSearch({ from: '/registry/filings' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(filingsQuery(filter));
  const area = useRef<HTMLDivElement>(null);
  useRowKeys(area);
  return (
    <div ref={area} className="registry-page">
      <PageHead title={t('registry.filings')} intro={t('registry.filingsIntro')} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('registry.loading')} bars={[100, 80, 90]} />}
      {data?.filings.length === 0 && (
        <Empty title={t('registry.noFilings')} hint={t('registry.noFilingsHint')} />
      )}
      {data && data.filings.length > 0 && (
        <div className="table-scroll">
          <table className="table">
            <caption className="sr-only">{t('registry.filings')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('registry.field.state')}</th>
                <th scope="col">{t('registry.field.name')}</th>
                <th scope="col">{t('registry.asked')}</th>
                <th scope="col">{t('registry.source')}</th>
                <th scope="col">{t('registry.since')}</th>
              </tr>
            </thead>
            <tbody>
              {data.filings.map((one) => (
                <tr key={one.filingId}>
                  <td>
                    <RegistryState state={one.state} />
                  </td>
                  <th scope="row">
                    <Link
                      to="/registry/filings/$filingId"
                      params={{ filingId: one.filingId }}
                      className="row-link"
                      data-shortcut="row"
                    >
                      {one.name || one.customsCode}
                    </Link>
                    <small className="code"> {one.customsCode}</small>
                  </th>
                  <td>{t(`registry.begin.${one.kind}`)}</td>
                  <td>{t(`registry.from.${one.source}`)}</td>
                  <td>
                    <Ago at={one.changedAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NextPage
        onNext={
          data?.next
            ? () => void navigate({ to: '/registry/filings', search: { cursor: data.next ?? '' } })
            : undefined
        }
      />
    </div>
  );
}
