import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { expiringQuery } from './queries.ts';

/** Goods past their best-before day or near it. */
export function Expiring({ bookNo }: { readonly bookNo: string }) {
  const { t } = useTexts();
  const { data } = useQuery(expiringQuery(bookNo));
  if (!data || data.lots.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('books.expiring')}</h2>
      <ul className="books-lots">
        {data.lots.map(({ itemNo, gname, expiresOn, quantity, state }) => (
          <li key={`${itemNo} ${expiresOn}`} className={state === 'expired' ? 'tone-refused' : 'tone-held'}>
            <Icon name="warning" />
            <span>
              {t(`books.lots.${state}`, { day: expiresOn, quantity })} <span lang="zh">{gname}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
