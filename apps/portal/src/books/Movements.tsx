import { useInfiniteQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { More } from './More.tsx';
import { type BookItem, type Movement, movementsQuery } from './queries.ts';

/** What is written in the book of an item, the latest first. */
export function Movements({ bookNo, item }: { readonly bookNo: string; readonly item: BookItem }) {
  const { t } = useTexts();
  const found = useInfiniteQuery(movementsQuery(bookNo, item.itemNo));
  const rows = found.data?.pages.flatMap(({ movements }) => movements);
  if (!rows || rows.length === 0) return null;
  const place = (at: Movement['from']) => (at === null ? t('books.outside') : t(`books.places.${at}`));
  return (
    <section className="panel table-scroll">
      <h2>{t('books.movements')}</h2>
      <table className="table">
        <caption className="sr-only">{t('books.movements')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('books.day')}</th>
            <th scope="col">{t('books.kind')}</th>
            <th scope="col">{t('books.way')}</th>
            <th scope="col" className="figure">
              {t('books.quantity')}
            </th>
            <th scope="col" className="figure">
              {t('books.stockAfter')}
            </th>
            <th scope="col">{t('books.reference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.movementNo}>
              <th scope="row">{row.day}</th>
              <td>{t(`books.kinds.${row.kind}`)}</td>
              <td>
                {place(row.from)} → {place(row.to)}
              </td>
              <td className="figure code">{row.quantity}</td>
              <td className="figure code">{row.stockAfter}</td>
              <td className="code books-reference">{row.reference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}
