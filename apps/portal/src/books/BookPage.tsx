import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Counts } from './Counts.tsx';
import { Expiring } from './Expiring.tsx';
import { ItemsTable } from './ItemsTable.tsx';
import { CountDialog, MovementDialog, TransferDialog } from './KeepDialogs.tsx';
import { Movements } from './Movements.tsx';
import { bookQuery, itemsQuery } from './queries.ts';
import { StockChart } from './StockChart.tsx';
import './books.css';

const route = getRouteApi('/books/$bookNo');
const dialogs = { move: MovementDialog, transfer: TransferDialog, count: CountDialog } as const;

/** One book: what lies where, how it went, what is near its day, and what is written in it. */
export function BookPage() {
  const { t } = useTexts();
  const { bookNo } = route.useParams();
  const { item: chosen } = route.useSearch();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<keyof typeof dialogs>();
  const { data: session } = useQuery(sessionQuery());
  const { data: book, error, refetch } = useQuery(bookQuery(bookNo));
  const found = useInfiniteQuery(itemsQuery(bookNo));
  const items = found.data?.pages.flatMap((page) => page.items);
  const item = items?.find(({ itemNo }) => String(itemNo) === chosen) ?? items?.[0];
  const keeps =
    session !== undefined && sessionAllows(session, { resource: 'account-books', action: 'keep' });
  const Doing = doing && dialogs[doing];
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead
        title={bookNo}
        intro={
          book
            ? [
                `${t('books.owner')} ${book.owner}`,
                `${t('books.tradeMode')} ${book.tradeMode}`,
                `${t('books.term')} ${book.openedOn} – ${book.validTo}`,
              ].join(' · ')
            : ''
        }
      >
        {keeps &&
          item &&
          (['count', 'transfer', 'move'] as const).map((deed) => (
            <Button key={deed} kind={deed === 'move' ? 'primary' : 'plain'} onClick={() => setDoing(deed)}>
              {t(`books.${deed}`)}
            </Button>
          ))}
      </PageHead>
      <div className="books-page">
        {!items && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
        {items?.length === 0 && <Empty title={t('books.noItems')} hint={t('books.noItemsHint')} />}
        <Expiring bookNo={bookNo} />
        {items && items.length > 0 && (
          <ItemsTable
            found={found}
            items={items}
            chosen={item?.itemNo}
            onChoose={(itemNo) =>
              void navigate({
                to: '/books/$bookNo',
                params: { bookNo },
                search: { item: String(itemNo) },
                replace: true,
              })
            }
          />
        )}
        {item && <StockChart bookNo={bookNo} item={item} />}
        <Counts bookNo={bookNo} session={session} />
        {item && <Movements bookNo={bookNo} item={item} />}
      </div>
      {Doing && item && <Doing bookNo={bookNo} item={item} onClose={() => setDoing(undefined)} />}
    </>
  );
}
