import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { ListRow } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { formatAmount } from '../ui/format.ts';
import { Ago } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { StateTag } from '../ui/StateTag.tsx';
import { useFresh } from './useFresh.ts';

const keyOf = (row: ListRow) => `${row.ebpCode}/${row.orderNo}`;

export function ListsTable({ rows, stale }: { readonly rows: readonly ListRow[]; readonly stale: boolean }) {
  const { t } = useTexts();
  const fresh = useFresh(
    rows.map((row) => [keyOf(row), row.state]),
    stale,
  );
  return (
    <div className="table-scroll">
      <table className="table lists-table" aria-busy={stale}>
        <caption className="sr-only">{t('lists.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lists.state')}</th>
            <th scope="col">{t('lists.number')}</th>
            <th scope="col">{t('lists.firms')}</th>
            <th scope="col">{t('lists.goods')}</th>
            <th scope="col">{t('lists.mode')}</th>
            <th scope="col">{t('lists.office')}</th>
            <th scope="col">{t('lists.buyer')}</th>
            <th scope="col" className="figure">
              {t('lists.value')}
            </th>
            <th scope="col" className="figure">
              {t('lists.tax')}
            </th>
            <th scope="col" className="figure">
              {t('lists.received')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={keyOf(row)} row={row} fresh={fresh.has(keyOf(row))} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Row = memo(function Row({ row, fresh }: { readonly row: ListRow; readonly fresh: boolean }) {
  const { t, say } = useTexts();
  return (
    <tr className={fresh ? 'fresh' : undefined}>
      <td className="cell-state">
        <StateTag state={row.state} />
        {row.outcome && row.state !== 'released' && (
          <small className="outcome" title={say(row.outcome)}>
            <Said text={row.outcome} />
          </small>
        )}
      </td>
      <th scope="row" className="cell-number">
        <Link
          to="/lists/$ebpCode/$orderNo"
          params={{ ebpCode: row.ebpCode, orderNo: row.orderNo }}
          className="row-link"
          data-shortcut="row"
        >
          {row.orderNo}
        </Link>
        <small className="code">{row.invtNo ?? t('lists.noInvtNo')}</small>
      </th>
      <td className="cell-firms">
        <span>{row.ebpName}</span>
        <small>{row.ebcName}</small>
        {row.sentByDelegate && (
          <small>
            {t('lists.sentFor', { by: row.sentByDelegate.by.name, for: row.sentByDelegate.for.name })}
          </small>
        )}
      </td>
      <td className="cell-goods">
        <span title={row.firstGoodsName}>{row.firstGoodsName}</span>
        {row.itemCount > 1 && <small>{t('lists.moreGoods', { count: row.itemCount })}</small>}
      </td>
      <td>
        <span className="mark">{row.tradeMode}</span>
      </td>
      <td className="cell-office">
        <span>{row.customsName ? say(row.customsName) : row.customsCode}</span>
        <small className="code">{row.customsCode}</small>
      </td>
      <td>{row.buyerName}</td>
      <td className="figure">{formatAmount(row.goodsValue)}</td>
      <td className="figure">{row.taxTotal === undefined ? '—' : formatAmount(row.taxTotal)}</td>
      <td className="figure quiet">
        <Ago at={row.receivedAt} />
      </td>
    </tr>
  );
});
