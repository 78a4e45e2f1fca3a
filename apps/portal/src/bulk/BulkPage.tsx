import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { formatCount } from '../ui/format.ts';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { BulkStateTag } from './BulkStateTag.tsx';
import { kindOf } from './kinds.ts';
import { type BulkFile, filesQuery } from './queries.ts';
import { UploadPanel } from './UploadPanel.tsx';
import './bulk.css';

/** Tables of documents: handed in here, and how those handed in before stand. */
export function BulkPage() {
  const { t } = useTexts();
  const { cursor, kind } = useSearch({ from: '/bulk' });
  const { data, error, refetch } = useQuery(filesQuery(cursor));
  const { data: session } = useQuery(sessionQuery());
  const mayHandIn =
    session !== undefined && sessionAllows(session, { resource: 'bulk-files', action: 'hand-in' });
  return (
    <>
      <PageHead title={t('bulk.title')} intro={t('bulk.intro')} />
      {mayHandIn && <UploadPanel first={kind ?? 'orders'} />}
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {data?.files.length === 0 && <Empty title={t('bulk.none')} hint={t('bulk.noneHint')} />}
      {data && data.files.length > 0 && <FilesTable files={data.files} />}
      {data?.next && (
        <p className="bulk-more">
          <Link className="button button-plain" to="/bulk" search={{ cursor: data.next }}>
            {t('bulk.older')}
          </Link>
        </p>
      )}
    </>
  );
}

function FilesTable({ files }: { readonly files: readonly BulkFile[] }) {
  const { t, locale } = useTexts();
  const area = useRef<HTMLDivElement>(null);
  useRowKeys(area);
  return (
    <div className="table-scroll" ref={area}>
      <table className="table">
        <caption className="sr-only">{t('bulk.files')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bulk.file')}</th>
            <th scope="col">{t('bulk.kind')}</th>
            <th scope="col">{t('bulk.stateLabel')}</th>
            <th scope="col" className="figure">
              {t('bulk.good')}
            </th>
            <th scope="col" className="figure">
              {t('bulk.bad')}
            </th>
            <th scope="col" className="figure">
              {t('bulk.onFile')}
            </th>
            <th scope="col">{t('bulk.uploaded')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ fileId, name, kind, state, documents, madeAt }) => (
            <tr key={fileId}>
              <th scope="row">
                <Link to="/bulk/$fileId" params={{ fileId }} data-shortcut="row">
                  {name}
                </Link>
              </th>
              <td>{t(`bulk.kinds.${kindOf(kind)}`)}</td>
              <td>
                <BulkStateTag state={state} />
              </td>
              <td className="figure">{formatCount(documents.good, locale)}</td>
              <td className="figure">{formatCount(documents.bad + documents.refused, locale)}</td>
              <td className="figure">{formatCount(documents.accepted + documents.repeated, locale)}</td>
              <td>
                <Ago at={madeAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
