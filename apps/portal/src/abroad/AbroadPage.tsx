import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { CodeName } from '../registry/CodeName.tsx';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { BookingDialog } from './BookingDialog.tsx';
import { batchesQuery, warehousesQuery } from './queries.ts';
import { WarehouseDialog } from './WarehouseDialog.tsx';
import './abroad.css';

/** Overseas warehouses and what is booked into them: one's own, or those of the zone. */
export function AbroadPage() {
  const { t } = useTexts();
  const [doing, setDoing] = useState<'file' | 'book'>();
  const { data: session } = useQuery(sessionQuery());
  const keeps =
    session !== undefined && sessionAllows(session, { resource: 'overseas-stock', action: 'keep' });
  const { data } = useInfiniteQuery(warehousesQuery());
  const open = (data?.pages ?? []).flatMap(({ warehouses }) =>
    warehouses.filter(({ closedOn }) => closedOn === null),
  );
  const close = () => setDoing(undefined);
  return (
    <>
      <PageHead title={t('abroad.title')} intro={t('abroad.intro')}>
        {keeps && (
          <Button kind={open.length > 0 ? 'plain' : 'primary'} onClick={() => setDoing('file')}>
            {t('abroad.file')}
          </Button>
        )}
        {keeps && open.length > 0 && (
          <Button kind="primary" onClick={() => setDoing('book')}>
            {t('abroad.book')}
          </Button>
        )}
      </PageHead>
      <div className="abroad-page">
        <Batches />
        <Warehouses />
      </div>
      {doing === 'file' && <WarehouseDialog onClose={close} />}
      {doing === 'book' && <BookingDialog warehouses={open} onClose={close} />}
    </>
  );
}

function Batches() {
  const { t } = useTexts();
  const found = useInfiniteQuery(batchesQuery());
  const batches = found.data?.pages.flatMap((page) => page.batches);
  if (found.error) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  if (!batches) return <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />;
  if (batches.length === 0) return <Empty title={t('abroad.none')} hint={t('abroad.noneHint')} />;
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('abroad.batches')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('abroad.batchNo')}</th>
            <th scope="col">{t('abroad.exporter')}</th>
            <th scope="col">{t('abroad.warehouseNo')}</th>
            <th scope="col">{t('abroad.standing')}</th>
            <th scope="col">{t('abroad.departedOn')}</th>
            <th scope="col">{t('abroad.claimedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={`${batch.enterprise}/${batch.batchNo}`}>
              <th scope="row">
                <Link
                  className="row-link"
                  data-shortcut="row"
                  to="/abroad/$enterprise/$batchNo"
                  params={{ enterprise: batch.enterprise, batchNo: batch.batchNo }}
                >
                  {batch.batchNo}
                </Link>
              </th>
              <td className="code">{batch.enterprise}</td>
              <td className="code">{batch.warehouseNo}</td>
              <td>{t(`abroad.states.${batch.state}`)}</td>
              <td>{batch.departedOn ?? '–'}</td>
              <td>{batch.claimedOn ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}

function Warehouses() {
  const { t, locale } = useTexts();
  const found = useInfiniteQuery(warehousesQuery());
  const warehouses = found.data?.pages.flatMap((page) => page.warehouses);
  if (found.error) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  if (!warehouses || warehouses.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption>{t('abroad.warehouses')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('abroad.warehouseNo')}</th>
            <th scope="col">{t('abroad.name')}</th>
            <th scope="col">{t('abroad.operator')}</th>
            <th scope="col">{t('abroad.city')}</th>
            <th scope="col">{t('abroad.area')}</th>
            <th scope="col">{t('abroad.contractTo')}</th>
            <th scope="col">{t('abroad.linesThere')}</th>
          </tr>
        </thead>
        <tbody>
          {warehouses.map((one) => (
            <tr key={`${one.enterprise}/${one.warehouseNo}`}>
              <th scope="row" className="code">
                {one.warehouseNo}
              </th>
              <td>{one.name}</td>
              <td>{one.operator}</td>
              <td>
                {one.city} · <CodeName list="country" code={one.country} />
              </td>
              <td>{Number(one.areaM2).toLocaleString(locale)}</td>
              <td>{one.closedOn ? t('abroad.closed', { day: one.closedOn }) : one.contractTo}</td>
              <td>{one.linesThere}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}
