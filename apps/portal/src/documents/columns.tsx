import { useTexts } from '../i18n/index.ts';
import { formatAmount } from '../ui/format.ts';
import { Ago } from '../ui/Moment.tsx';
import type { Column } from '../ui/table/column.ts';
import type { DocumentKind, DocumentRow } from './queries.ts';

/** Columns of a kind; the number opens the document. */
export function useDocumentColumns(
  kind: DocumentKind,
  onOpen: (row: DocumentRow) => void,
): readonly Column<DocumentRow>[] {
  const { t } = useTexts();
  return [
    {
      key: 'orderNo',
      header: t('documents.orderNo'),
      names: true,
      cell: (row) => <NumberCell row={row} onOpen={onOpen} />,
    },
    ...(kind === 'orders'
      ? []
      : [{ key: 'number', header: t(`documents.number.${kind}`), cell: OwnNumberCell }]),
    { key: 'firms', header: t('documents.firms'), cell: FirmsCell },
    ...(kind === 'payments'
      ? []
      : [{ key: 'goods', header: t('documents.goods'), cell: (row: DocumentRow) => <Goods {...row} /> }]),
    {
      key: 'person',
      header: t(`documents.person.${kind}`),
      width: '7rem',
      cell: ({ person }) => <span>{person ?? '—'}</span>,
    },
    {
      key: 'amount',
      header: t(`documents.amount.${kind}`),
      width: '8rem',
      figure: true,
      cell: ({ amount }) => <span>{amount === undefined ? '—' : formatAmount(amount)}</span>,
    },
    {
      key: 'status',
      header: t('documents.status'),
      width: '6rem',
      cell: ({ status, deleted }) => (
        <>
          <span className="code">{status}</span>
          {deleted && <small>{t('documents.deleted')}</small>}
        </>
      ),
    },
    {
      key: 'received',
      header: t('documents.received'),
      width: '9rem',
      figure: true,
      cell: ({ receivedAt }) => <Ago at={receivedAt} />,
    },
  ];
}

interface NumberCellProps {
  readonly row: DocumentRow;
  readonly onOpen: (row: DocumentRow) => void;
}

function NumberCell({ row, onOpen }: NumberCellProps) {
  const { t } = useTexts();
  return (
    <>
      <button type="button" className="open-row code" data-shortcut="row" onClick={() => onOpen(row)}>
        {row.orderNo}
      </button>
      {row.sentFor && <small>{t('documents.sentFor', { code: row.sentFor })}</small>}
    </>
  );
}

function OwnNumberCell({ number }: DocumentRow) {
  return <span className="code">{number ?? '—'}</span>;
}

function Goods({ goods, itemCount }: DocumentRow) {
  const { t } = useTexts();
  return (
    <>
      <span title={goods}>{goods ?? '—'}</span>
      {itemCount > 1 && <small>{t('documents.lines', { count: itemCount })}</small>}
    </>
  );
}

function FirmsCell({ firms }: DocumentRow) {
  const [first, second] = firms;
  return (
    <>
      <span title={first?.name}>{first?.name}</span>
      {second && <small title={second.name}>{second.name}</small>}
    </>
  );
}
