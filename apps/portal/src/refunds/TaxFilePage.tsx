import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { contentAddress, fileFormats, taxFileQuery } from './tax-files.ts';
import './refunds.css';

const route = getRouteApi('/tax-files/$kind/$period/$edition');

/** A file for the tax bureau: its digest, itself in three forms, and who has taken it. */
export function TaxFilePage() {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const { kind, period, edition } = route.useParams();
  const path = { kind, period, edition };
  const { data, error, refetch } = useQuery(taxFileQuery(path));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[40, 100, 100]} />;
  return (
    <>
      <PageHead
        title={`${period} ${t(`refunds.files.kinds.${data.kind}`)}`}
        intro={t('refunds.files.oneIntro')}
      />
      <div className="export-tax">
        <section className="panel">
          <p>
            {t('refunds.files.edition')} <span className="code">{data.edition}</span>
            {!data.complete && ` ${t('refunds.files.early')}`} · {t('refunds.files.rows')}{' '}
            <span className="code">{data.rows}</span> · {t('refunds.files.dueOn')}{' '}
            <span className="code">{data.dueOn}</span> · {t('refunds.files.made')} <Moment at={data.madeAt} />
          </p>
          <p className="export-tax-digest">
            {t('refunds.files.digest')} <span className="code">{data.sha256}</span>
          </p>
          <p className="export-tax-deeds">
            {fileFormats.map((format) => (
              <a
                key={format}
                className="button"
                download
                href={contentAddress(path, format)}
                onClick={() => {
                  // Who takes it is on record, and stands below once it has been looked at anew.
                  setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['tax-files'] }), 1_000);
                }}
              >
                <Icon name="download" /> {format.toUpperCase()}
              </a>
            ))}
          </p>
        </section>
        <section className="panel">
          <h2>{t('refunds.files.takings')}</h2>
          {data.takings.length === 0 && <p className="quiet">{t('refunds.files.untaken')}</p>}
          <ul>
            {data.takings.map(({ takenAt, by, format }) => (
              <li key={`${takenAt} ${by} ${format}`}>
                <Moment at={takenAt} /> <span className="code">{by}</span> {format.toUpperCase()}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
