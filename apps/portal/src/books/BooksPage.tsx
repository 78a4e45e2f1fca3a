import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { More } from './More.tsx';
import { OpenBookDialog } from './OpenBookDialog.tsx';
import { booksQuery } from './queries.ts';
import './books.css';

/** Account books of bonded goods: one's own, or those of the zone. */
export function BooksPage() {
  const { t } = useTexts();
  const [opening, setOpening] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const found = useInfiniteQuery(booksQuery());
  const books = found.data?.pages.flatMap((page) => page.books);
  const opens =
    session !== undefined && sessionAllows(session, { resource: 'account-books', action: 'open' });
  return (
    <>
      <PageHead title={t('books.title')} intro={t('books.intro')}>
        <Link className="button button-plain" to="/books/transfers">
          {t('books.transfers')}
        </Link>
        {opens && (
          <Button kind="primary" onClick={() => setOpening(true)}>
            {t('books.open')}
          </Button>
        )}
      </PageHead>
      {found.error && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {!books && !found.error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
      {books?.length === 0 && <Empty title={t('books.none')} hint={t('books.noneHint')} />}
      {books && books.length > 0 && (
        <section className="panel table-scroll">
          <table className="table">
            <caption className="sr-only">{t('books.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('books.bookNo')}</th>
                <th scope="col">{t('books.owner')}</th>
                <th scope="col">{t('books.tradeMode')}</th>
                <th scope="col">{t('books.area')}</th>
                <th scope="col">{t('books.term')}</th>
              </tr>
            </thead>
            <tbody>
              {books.map((book) => (
                <tr key={book.bookNo}>
                  <th scope="row">
                    <Link
                      className="row-link"
                      data-shortcut="row"
                      to="/books/$bookNo"
                      params={{ bookNo: book.bookNo }}
                    >
                      {book.bookNo}
                    </Link>
                  </th>
                  <td className="code">{book.owner}</td>
                  <td className="code">{book.tradeMode}</td>
                  <td>
                    <span lang="zh">{book.areaName}</span>
                  </td>
                  <td>
                    {book.openedOn} – {book.validTo}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <More found={found} />
      {opening && <OpenBookDialog onClose={() => setOpening(false)} />}
    </>
  );
}
