import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { BookDialog } from '../books/BookDialog.tsx';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type Display, displaysQuery, sendOnDisplay, shopsQuery, stale } from './queries.ts';
import { ShopDialog, Shops } from './Shops.tsx';
import { DisplayTag } from './Tags.tsx';
import './displays.css';

/** Display shops, and the goods of account books that are shown there. */
export function DisplaysPage() {
  const { t } = useTexts();
  const [open, setOpen] = useState<'shop' | 'send'>();
  const { data: session } = useQuery(sessionQuery());
  const found = useInfiniteQuery(displaysQuery());
  const rows = found.data?.pages.flatMap(({ displays }) => displays);
  const may = (action: 'keep' | 'decide') =>
    session !== undefined && sessionAllows(session, { resource: 'displays', action });
  return (
    <>
      <PageHead title={t('displays.title')} intro={t('displays.intro')}>
        {may('keep') && (
          <>
            <Button onClick={() => setOpen('shop')}>{t('displays.apply')}</Button>
            <Button kind="primary" onClick={() => setOpen('send')}>
              {t('displays.send')}
            </Button>
          </>
        )}
      </PageHead>
      <div className="display-page">
        {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
        {!rows && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
        {rows?.length === 0 && <Empty title={t('displays.none')} hint={t('displays.noneHint')} />}
        {rows && rows.length > 0 && <DisplayTable rows={rows} />}
        <More found={found} />
        <Shops decides={may('decide')} />
      </div>
      {open === 'shop' && <ShopDialog onClose={() => setOpen(undefined)} />}
      {open === 'send' && <SendDialog onClose={() => setOpen(undefined)} />}
    </>
  );
}

function DisplayTable({ rows }: { readonly rows: readonly Display[] }) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('displays.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('displays.displayNo')}</th>
            <th scope="col">{t('displays.standing')}</th>
            <th scope="col">{t('displays.goods')}</th>
            <th scope="col">{t('displays.dueOn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.displayNo}>
              <th scope="row">
                <Link
                  className="row-link code"
                  data-shortcut="row"
                  to="/displays/$displayNo"
                  params={{ displayNo: row.displayNo }}
                >
                  {row.displayNo}
                </Link>
              </th>
              <td>
                <DisplayTag state={row.state} overdue={row.overdue} />
              </td>
              <td>
                {row.goods.map(({ itemNo, gname, there, quantity }) => (
                  <div key={itemNo}>
                    <span lang="zh">{gname}</span>{' '}
                    <span className="quiet">{t('displays.thereOf', { there, quantity })}</span>
                  </div>
                ))}
              </td>
              <td className="code">{row.dueOn ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Sends one item on display; more of them by the interface. */
function SendDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const found = useInfiniteQuery(shopsQuery());
  const shops = (found.data?.pages.flatMap((page) => page.shops) ?? []).filter(
    ({ state }) => state === 'approved',
  );
  return (
    <BookDialog
      title={t('displays.send')}
      hint={t('displays.sendHint')}
      deed={t('displays.send')}
      initial={{ shopId: '', bookNo: '', itemNo: '', quantity: '', grossKg: '' }}
      stale={stale}
      fields={[
        {
          name: 'shopId',
          label: t('displays.shop'),
          choices: [['', '…'], ...shops.map(({ shopId, name }) => [shopId, name] as const)],
        },
        { name: 'bookNo', label: t('displays.book'), most: 20 },
        { name: 'itemNo', label: t('displays.itemNo'), type: 'number', most: 9 },
        { name: 'quantity', label: t('displays.quantity'), type: 'decimal', most: 20 },
        { name: 'grossKg', label: t('displays.grossKg'), type: 'decimal', most: 20 },
      ]}
      onSend={({ shopId, bookNo, itemNo, quantity, grossKg }) =>
        sendOnDisplay({ shopId, bookNo, grossKg, goods: [{ itemNo: Number(itemNo), quantity }] })
      }
      onClose={onClose}
    />
  );
}
