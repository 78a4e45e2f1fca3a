import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';

interface ListedProps {
  readonly lists: readonly {
    readonly ebpCode: string;
    readonly orderNo: string;
    readonly invtNo: string;
    readonly grossKg: string;
  }[];
}

/** Lists on a paper. */
export function Listed({ lists }: ListedProps) {
  const { t } = useTexts();
  if (lists.length === 0) return null;
  return (
    <section className="panel table-scroll">
      <h2>{t('gate.lists')}</h2>
      <table className="table">
        <caption className="sr-only">{t('gate.lists')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gate.orderNo')}</th>
            <th scope="col">{t('gate.invtNo')}</th>
            <th scope="col" className="figure">
              {t('gate.grossKg')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lists.map(({ ebpCode, orderNo, invtNo, grossKg }) => (
            <tr key={`${ebpCode} ${orderNo}`}>
              <th scope="row">
                <Link className="code" to="/lists/$ebpCode/$orderNo" params={{ ebpCode, orderNo }}>
                  {orderNo}
                </Link>
              </th>
              <td className="code">{invtNo}</td>
              <td className="figure code">{grossKg}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
