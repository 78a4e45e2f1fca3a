import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { cargoQuery } from './queries.ts';

/** The lists a transit carries. */
export function Cargo({ transitNo }: { readonly transitNo: string }) {
  const { t } = useTexts();
  const found = useInfiniteQuery(cargoQuery(transitNo));
  const lists = found.data?.pages.flatMap((page) => page.lists);
  if (!lists || lists.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="transit-cargo">
      <h2 id="transit-cargo">{t('transit.lists')}</h2>
      <ul className="transit-cargo">
        {lists.map(({ ebpCode, orderNo }) => (
          <li key={`${ebpCode}/${orderNo}`}>
            <Link className="row-link" to="/lists/$ebpCode/$orderNo" params={{ ebpCode, orderNo }}>
              {orderNo}
            </Link>{' '}
            <span className="quiet code">{ebpCode}</span>
          </li>
        ))}
      </ul>
      <More found={found} />
    </section>
  );
}
