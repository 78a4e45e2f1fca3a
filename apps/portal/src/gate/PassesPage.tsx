import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { NewPassDialog } from './NewPassDialog.tsx';
import { type Pass, passesQuery } from './queries.ts';
import { PassTag } from './Tag.tsx';
import './gate.css';

/** Passes of vehicles: one's own, or those of the zone. */
export function PassesPage() {
  const { t } = useTexts();
  const [making, setMaking] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const found = useInfiniteQuery(passesQuery());
  const rows = found.data?.pages.flatMap(({ passes }) => passes);
  const makes = session !== undefined && sessionAllows(session, { resource: 'passes', action: 'make' });
  return (
    <>
      <PageHead title={t('gate.passes')} intro={t('gate.passesIntro')}>
        {makes && (
          <Button kind="primary" onClick={() => setMaking(true)}>
            {t('gate.makePass')}
          </Button>
        )}
      </PageHead>
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {rows?.length === 0 && <Empty title={t('gate.noPasses')} hint={t('gate.noPassesHint')} />}
      {rows && rows.length > 0 && <PassTable rows={rows} />}
      <More found={found} />
      {making && <NewPassDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function PassTable({ rows }: { readonly rows: readonly Pass[] }) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('gate.passes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gate.passNo')}</th>
            <th scope="col">{t('gate.direction')}</th>
            <th scope="col">{t('gate.standing')}</th>
            <th scope="col">{t('gate.plate')}</th>
            <th scope="col" className="figure">
              {t('gate.lists')}
            </th>
            <th scope="col" className="figure">
              {t('gate.goodsKg')}
            </th>
            <th scope="col">{t('gate.madeAt')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.passNo}>
              <th scope="row">
                <Link
                  className="row-link code"
                  data-shortcut="row"
                  to="/passes/$passNo"
                  params={{ passNo: row.passNo }}
                >
                  {row.passNo}
                </Link>
              </th>
              <td>{t(`gate.directions.${row.direction}`)}</td>
              <td>
                <PassTag state={row.state} />
              </td>
              <td lang="zh">{row.plate}</td>
              <td className="figure code">{row.lists}</td>
              <td className="figure code">{row.goodsKg}</td>
              <td>
                <Moment at={row.madeAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
