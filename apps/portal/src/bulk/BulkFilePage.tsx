import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { BadTable } from './BadTable.tsx';
import { BulkStateTag } from './BulkStateTag.tsx';
import { Deeds } from './Deeds.tsx';
import { kindOf } from './kinds.ts';
import { Progress } from './Progress.tsx';
import { type BulkFile, fileQuery } from './queries.ts';
import './bulk.css';

/** One table of documents: how far it is, what is wrong in it, and what shall become of it. */
export function BulkFilePage() {
  const { t } = useTexts();
  const { fileId } = useParams({ from: '/bulk/$fileId' });
  const { data: file, error, refetch } = useQuery(fileQuery(fileId));
  return (
    <>
      <p className="bulk-back">
        <Link to="/bulk">
          <Icon name="left" />
          {t('bulk.title')}
        </Link>
      </p>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!file && !error && <Skeleton label={t('app.loading')} bars={[60, 100, 100]} />}
      {file && <OneFile file={file} />}
    </>
  );
}

function OneFile({ file }: { readonly file: BulkFile }) {
  const { t } = useTexts();
  const bad = file.documents.bad + file.documents.refused;
  return (
    <>
      <PageHead
        title={file.name}
        intro={
          <>
            {t(`bulk.kinds.${kindOf(file.kind)}`)} · <Ago at={file.madeAt} />
          </>
        }
      >
        <Deeds file={file} />
      </PageHead>
      <section className="panel bulk-standing" aria-labelledby="bulk-standing">
        <h2 id="bulk-standing" className="sr-only">
          {t('bulk.stateLabel')}
        </h2>
        <p role="status">
          <BulkStateTag state={file.state} /> {t(`bulk.meaning.${file.state}`)}
        </p>
        <Progress file={file} />
        <Counts file={file} />
        {file.unknownColumns.length > 0 && (
          <p className="quiet">{t('bulk.unknownColumns', { names: file.unknownColumns.join(', ') })}</p>
        )}
        {file.rows.examples > 0 && <p className="quiet">{t('bulk.examples')}</p>}
        {file.findings.map(({ code, path, message, remedy }) => (
          <p key={`${code} ${path}`} className="bulk-finding">
            <Icon name="warning" />
            <span>
              <strong>
                <Said text={message} />
              </strong>{' '}
              <Said text={remedy} /> <span className="code">{code}</span>
            </span>
          </p>
        ))}
      </section>
      {bad > 0 && <BadTable file={file} count={bad} />}
    </>
  );
}

function Counts({ file: { rows, documents } }: { readonly file: BulkFile }) {
  const { t, locale } = useTexts();
  const figures = [
    ['rows', rows.read],
    ['good', documents.good],
    ['bad', documents.bad],
    ['accepted', documents.accepted],
    ['repeated', documents.repeated],
    ['refused', documents.refused],
  ] as const;
  return (
    <dl className="bulk-counts">
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{t(`bulk.count.${name}`)}</dt>
          <dd>{figure.toLocaleString(locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
