import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Ago } from '../ui/Moment.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type LinkedAgency, linkedQuery } from './queries.ts';
import { Standing } from './Standing.tsx';
import './linked.css';

/** Who decides for each agency, whether its link is well, and how much waits for it. */
export function LinkedPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(linkedQuery());
  useEffect(() => {
    if (data) setServerNow(data.now);
  }, [data]);
  return (
    <>
      <PageHead title={t('linked.title')} intro={t('linked.intro')} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {data && (
        <div className="panel table-scroll">
          <table className="table linked-table">
            <caption className="sr-only">{t('linked.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('linked.agency')}</th>
                <th scope="col">{t('linked.judge')}</th>
                <th scope="col">{t('linked.link')}</th>
                <th scope="col" className="figure">
                  {t('linked.waiting')}
                </th>
                <th scope="col" className="figure">
                  {t('linked.undelivered')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.agencies.map((one) => (
                <Row key={one.agency} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Row({ one }: { readonly one: LinkedAgency }) {
  const { t } = useTexts();
  const { agency, name, judge, link, waiting, oldest, deliveries } = one;
  return (
    <tr>
      <th scope="row">
        <Link to="/agency-links/$agency" params={{ agency }} data-shortcut="row">
          <Said text={name} />
        </Link>
      </th>
      <td>{t(`linked.judges.${judge}`)}</td>
      <td>
        {link === undefined ? (
          <span className="quiet">{t('linked.noLink')}</span>
        ) : (
          <>
            <Standing link={link} /> <code>{link.address}</code>
          </>
        )}
      </td>
      <td className="figure">
        {waiting}
        {oldest && (
          <>
            {' · '}
            <Ago at={oldest} />
          </>
        )}
      </td>
      <td className="figure">{deliveries.waiting + deliveries.failed}</td>
    </tr>
  );
}
