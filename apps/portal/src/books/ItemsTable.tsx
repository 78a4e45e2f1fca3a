import { useTexts } from '../i18n/index.ts';
import { More } from './More.tsx';
import type { BookItem } from './queries.ts';

interface ItemsTableProps {
  readonly found: Parameters<typeof More>[0]['found'];
  readonly items: readonly BookItem[];
  readonly chosen: number | undefined;
  readonly onChoose: (itemNo: number) => void;
}

/** Goods of a book and how much of each lies where; the one that is chosen is shown below. */
export function ItemsTable({ found, items, chosen, onChoose }: ItemsTableProps) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('books.items')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('books.itemNo')}</th>
            <th scope="col">{t('books.gname')}</th>
            <th scope="col">{t('books.gcode')}</th>
            <th scope="col" className="figure">
              {t('books.places.stock')}
            </th>
            <th scope="col" className="figure">
              {t('books.places.display')}
            </th>
            <th scope="col" className="figure">
              {t('books.places.pending')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.itemNo} className={item.itemNo === chosen ? 'books-chosen' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="row-link books-item"
                  data-shortcut="row"
                  aria-pressed={item.itemNo === chosen}
                  onClick={() => onChoose(item.itemNo)}
                >
                  {item.itemNo} · {item.goodsNo}
                </button>
              </th>
              <td>
                <span lang="zh">{item.gname}</span>
              </td>
              <td className="code">{item.gcode}</td>
              <td className="figure code">{item.stock}</td>
              <td className="figure code">{item.display}</td>
              <td className="figure code">{item.pending}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More found={found} />
    </section>
  );
}
