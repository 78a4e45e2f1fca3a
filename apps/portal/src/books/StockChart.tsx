import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Bars } from '../ui/charts/Bars.tsx';
import { Lines } from '../ui/charts/Lines.tsx';
import { type BookItem, daysQuery } from './queries.ts';

/** How the stock of an item went, and what came and left. */
export function StockChart({ bookNo, item }: { readonly bookNo: string; readonly item: BookItem }) {
  const { t, locale } = useTexts();
  const { data } = useQuery(daysQuery(bookNo, item.itemNo));
  if (!data || data.days.length === 0) return null;
  const write = (value: number) => value.toLocaleString(locale);
  const points = data.days.map(({ day, came, left, stock }) => ({
    label: day,
    values: { came: Number(came), left: Number(left), stock: Number(stock) },
  }));
  const description = t('books.chart', { name: item.gname, stock: item.stock });
  return (
    <div className="books-charts">
      <section className="panel">
        <Lines
          title={t('books.stockOverDays')}
          description={description}
          series={[{ key: 'stock', label: t('books.places.stock'), tone: 'primary' }]}
          points={points}
          write={write}
        />
      </section>
      <section className="panel">
        <Bars
          title={t('books.cameAndLeft')}
          description={description}
          series={[
            { key: 'came', label: t('books.came'), tone: 'success' },
            { key: 'left', label: t('books.left'), tone: 'warning' },
          ]}
          points={points}
          write={write}
        />
      </section>
    </div>
  );
}
