import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { formatAmount } from '../ui/format.ts';
import { Ago, Moment } from '../ui/Moment.tsx';
import type { DocumentKind, DocumentRow } from './queries.ts';

interface DocumentDialogProps {
  readonly kind: DocumentKind;
  readonly row: DocumentRow;
  readonly onClose: () => void;
}

/** A document in short, and the way to the list it belongs to. */
export function DocumentDialog({ kind, row, onClose }: DocumentDialogProps) {
  const { t } = useTexts();
  const facts: readonly (readonly [string, string | undefined])[] = [
    ...(kind === 'orders' ? [] : [[t(`documents.number.${kind}`), row.number] as const]),
    ...row.firms.map(({ code, name }) => [code, name] as const),
    [t(`documents.person.${kind}`), row.person],
    [t('documents.goods'), row.goods],
    [t(`documents.amount.${kind}`), row.amount === undefined ? undefined : formatAmount(row.amount)],
    [t('documents.status'), row.deleted ? `${row.status} · ${t('documents.deleted')}` : row.status],
    [t('documents.sender'), row.sender],
  ];
  return (
    <Dialog
      title={row.orderNo}
      onClose={onClose}
      footer={
        <Link to="/lists" search={{ search: row.orderNo }} className="button button-primary">
          {t('documents.toList')}
        </Link>
      }
    >
      <dl className="document-facts">
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        <div>
          <dt>{t('documents.received')}</dt>
          <dd>
            <Moment at={row.receivedAt} /> (<Ago at={row.receivedAt} />)
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
