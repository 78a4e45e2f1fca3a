import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Ago } from '../ui/Moment.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { type AgencyQuestion, agencyQueueQuery } from './queries.ts';
import { Standing } from './Standing.tsx';
import './consents.css';

/** How often the desk is read anew. */
const refreshMs = 10_000;

/** What waits for an officer's agency, the longest waiting first; and what it has decided. */
export function AgencyDeskPage() {
  const { t } = useTexts();
  const { show = 'waiting' } = useSearch({ from: '/agency-desk' });
  const navigate = useNavigate({ from: '/agency-desk' });
  const found = useInfiniteQuery({ ...agencyQueueQuery(show), refetchInterval: refreshMs });
  const rows = found.data?.pages.flatMap((page) => page.questions);
  const now = found.data?.pages[0]?.now;
  useEffect(() => {
    if (now) setServerNow(now);
  }, [now]);
  return (
    <section className="consents-desk">
      <PageHead title={t('consents.desk.title')} intro={t('consents.desk.intro')} />
      <Choice
        label={t('consents.desk.show')}
        value={show}
        options={(['waiting', 'decided'] as const).map((value) => ({
          value,
          label: t(`consents.desk.${value}`),
        }))}
        onChange={(value) =>
          void navigate({ to: '/agency-desk', search: value === 'decided' ? { show: 'decided' } : {} })
        }
      />
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 96, 98]} />}
      {rows?.length === 0 && <Empty title={t('consents.desk.none')} hint={t('consents.desk.noneHint')} />}
      {rows && rows.length > 0 && <Rows rows={rows} />}
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('consents.desk.more')}
        </Button>
      )}
    </section>
  );
}

function Rows({ rows }: { readonly rows: readonly AgencyQuestion[] }) {
  const { t } = useTexts();
  const area = useRef<HTMLElement>(null);
  useRowKeys(area);
  return (
    <section className="panel table-scroll" ref={area}>
      <table className="table">
        <caption className="sr-only">{t('consents.desk.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('consents.list')}</th>
            <th scope="col">{t('consents.asked')}</th>
            <th scope="col">{t('consents.since')}</th>
            <th scope="col">{t('consents.stands')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.ebcCode} ${row.ebpCode} ${row.orderNo} ${row.attempt}`}>
              <th scope="row">
                <Link
                  className="row-link"
                  data-shortcut="row"
                  to="/agency-desk/$ebpCode/$orderNo"
                  params={{ ebpCode: row.ebpCode, orderNo: row.orderNo }}
                  search={row.ebcCode === undefined ? {} : { ebcCode: row.ebcCode }}
                >
                  {row.orderNo}
                </Link>
              </th>
              <td>
                <Asked asked={row.asked} />
              </td>
              <td className={row.overdue ? 'consents-late' : undefined}>
                <Ago at={row.decidedAt ?? row.since} />
                {row.overdue && ` · ${t('consents.overdue')}`}
              </td>
              <td>
                <Standing state={row.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Why an agency is asked, in the words of the table. */
export function Asked({ asked }: { readonly asked: AgencyQuestion['asked'] }) {
  return (
    <ul className="consents-asked">
      {asked.map(({ id, why }) => (
        <li key={id}>
          <Said text={why} />
        </li>
      ))}
    </ul>
  );
}
