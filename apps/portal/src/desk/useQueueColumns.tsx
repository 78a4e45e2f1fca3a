import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTexts } from '../i18n/index.ts';
import { formatAmount } from '../ui/format.ts';
import { Ago } from '../ui/Moment.tsx';
import { useNow } from '../ui/now.ts';
import type { Column } from '../ui/table/column.ts';
import type { DeskCase } from './queries.ts';

export const keyOfCase = ({ ebpCode, orderNo }: DeskCase): string => `${ebpCode} ${orderNo}`;

/** When a case is due: what is late stands out in words too. */
export function Due({ at }: { readonly at: string }) {
  const { t } = useTexts();
  const late = Date.parse(at) < useNow();
  return (
    <span className={late ? 'desk-late' : undefined}>
      {late && `${t('desk.overdue')} `}
      <Ago at={at} />
    </span>
  );
}

/** Where the list stands, and what is going on with its case. */
export function CaseState({ row }: { readonly row: DeskCase }) {
  const { t } = useTexts();
  return (
    <span className="desk-state">
      <span className={`mark desk-status-${row.status}`}>
        {row.status} {statusWord(t, row.status)}
      </span>
      {row.state !== 'open' && row.state !== 'closed' && (
        <span className="mark">{t(`desk.state.${row.state}`)}</span>
      )}
    </span>
  );
}

function statusWord(t: ReturnType<typeof useTexts>['t'], status: string): string {
  if (status === '300') return t('desk.status.review');
  if (status === '500') return t('desk.status.inspection');
  return status === '800' ? t('desk.status.released') : t('desk.status.detained');
}

export function useQueueColumns(): readonly Column<DeskCase>[] {
  const { t, say } = useTexts();
  return useMemo(
    () => [
      { key: 'due', header: t('desk.due'), width: '11rem', cell: (row) => <Due at={row.dueAt} /> },
      {
        key: 'number',
        header: t('desk.number'),
        width: '12rem',
        names: true,
        cell: (row) => (
          <Link
            to="/desk/cases/$ebpCode/$orderNo"
            params={{ ebpCode: row.ebpCode, orderNo: row.orderNo }}
            className="row-link"
            data-shortcut="row"
            data-case={keyOfCase(row)}
          >
            {row.orderNo}
          </Link>
        ),
      },
      { key: 'state', header: t('desk.stands'), width: '11rem', cell: (row) => <CaseState row={row} /> },
      {
        key: 'why',
        header: t('desk.why'),
        width: '17rem',
        cell: (row) => (
          <span title={row.rules.join(', ')}>
            {row.riskClass && row.riskClass !== 'green' && (
              <span className={`mark desk-${row.riskClass}`}>
                {t(row.riskClass === 'red' ? 'desk.risk.red' : 'desk.risk.yellow')}
              </span>
            )}{' '}
            <code>{row.rules.join(', ')}</code>
          </span>
        ),
      },
      { key: 'goods', header: t('desk.goods'), cell: (row) => row.goodsName },
      {
        key: 'value',
        header: t('desk.value'),
        width: '7rem',
        figure: true,
        cell: (row) => (row.dutiableValue === undefined ? '—' : formatAmount(row.dutiableValue)),
      },
      {
        key: 'office',
        header: t('desk.office'),
        width: '5rem',
        cell: (row) => (
          <span title={row.customsName && say(row.customsName)} className="code">
            {row.customsCode}
          </span>
        ),
      },
      {
        key: 'holder',
        header: t('desk.holder'),
        width: '8rem',
        cell: (row) =>
          row.taken ? row.taken.mine ? t('desk.me') : row.taken.by : <span className="quiet">—</span>,
      },
    ],
    [t, say],
  );
}
