import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { Bars } from './Bars.tsx';
import { ParcelDeeds } from './ParcelDeeds.tsx';
import type { Parcel } from './queries.ts';

/** Parcels of a centre, each with what may be done with it. */
export function ParcelRows({ rows }: { readonly rows: readonly Parcel[] }) {
  const { t } = useTexts();
  return (
    <section className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('centre.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('centre.parcel')}</th>
            <th scope="col">{t('centre.label')}</th>
            <th scope="col">{t('centre.state')}</th>
            <th scope="col">{t('returns.order')}</th>
            <th scope="col">{t('returns.arriveBy')}</th>
            <th scope="col">{t('centre.received')}</th>
            <th scope="col">{t('centre.deeds')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((parcel) => (
            <tr key={parcel.parcelNo}>
              <th scope="row" className="code">
                {parcel.parcelNo}
              </th>
              <td className="code">{parcel.scanned}</td>
              <td>
                {t(`centre.states.${parcel.state}`)} <Becoming of={parcel} />
                <Bars of={parcel} />
              </td>
              <td className="code">{parcel.orderNo ?? '–'}</td>
              <td>{parcel.arriveBy ?? '–'}</td>
              <td>
                <Moment at={parcel.receivedAt} />
              </td>
              <td>
                <ParcelDeeds parcel={parcel} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What became of it: the return it is on, or the paper it left with. */
function Becoming({ of: { returnNo, paper } }: { readonly of: Parcel }) {
  return (
    <>
      {returnNo && (
        <Link to="/returns/$returnNo" params={{ returnNo }}>
          {returnNo}
        </Link>
      )}
      {paper && <span className="code"> {paper}</span>}
    </>
  );
}
