import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { BookDialog } from './BookDialog.tsx';
import { type Asked, type BookItem, postMovement, proposeCount, proposeTransfer } from './queries.ts';

interface KeepProps {
  readonly bookNo: string;
  readonly item: BookItem;
  readonly onClose: () => void;
}

const causes = ['return', 'ship-back', 'destruction'] as const satisfies readonly Asked['cause'][];
const causeOf = (word: string): Asked['cause'] => causes.find((cause) => cause === word) ?? 'return';

/** Writes a movement of an item. */
export function MovementDialog({ bookNo, item, onClose }: KeepProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('books.move')}
      hint={t('books.moveHint', { name: item.gname })}
      deed={t('books.move')}
      initial={{ cause: 'return', quantity: '', reference: '', expiresOn: '', note: '' }}
      fields={[
        {
          name: 'cause',
          label: t('books.cause'),
          choices: causes.map((cause) => [cause, t(`books.causes.${cause}`)]),
        },
        { name: 'quantity', label: t('books.quantity'), type: 'decimal', most: 20 },
        { name: 'reference', label: t('books.reference') },
        { name: 'expiresOn', label: t('books.expiresOn'), type: 'date', optional: true },
        { name: 'note', label: t('books.note'), optional: true, most: 200 },
      ]}
      onSend={async ({ cause, quantity, reference, expiresOn, note }) => {
        const { movements } = await postMovement(bookNo, {
          ...{ itemNo: item.itemNo, cause: causeOf(cause), quantity, reference },
          ...(expiresOn ? { expiresOn } : {}),
          ...(note ? { note } : {}),
        });
        const [{ finding } = {}] = movements;
        if (finding) throw new ProblemError(409, refusalOf(finding));
      }}
      onClose={onClose}
    />
  );
}

/** A movement that was refused alone, as a problem is shown. */
function refusalOf({
  code,
  message,
}: {
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}) {
  return { type: '', title: message.en, status: 409, instance: '', code, zh: message.zh, en: message.en };
}

/** Moves goods into another book. */
export function TransferDialog({ bookNo, item, onClose }: KeepProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('books.transfer')}
      hint={t('books.transferHint', { name: item.gname })}
      deed={t('books.transfer')}
      initial={{ toBook: '', toItem: '', quantity: '', note: '' }}
      fields={[
        { name: 'toBook', label: t('books.toBook'), most: 20 },
        { name: 'toItem', label: t('books.toItem'), type: 'number', most: 9 },
        { name: 'quantity', label: t('books.quantity'), type: 'decimal', most: 20 },
        { name: 'note', label: t('books.note'), optional: true, most: 200 },
      ]}
      onSend={({ toBook, toItem, quantity, note }) =>
        proposeTransfer({
          ...{ fromBook: bookNo, fromItem: item.itemNo, toBook, toItem: Number(toItem), quantity },
          ...(note ? { note } : {}),
        })
      }
      onClose={onClose}
    />
  );
}

/** Hands in what was counted of an item. */
export function CountDialog({ bookNo, item, onClose }: KeepProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('books.count')}
      hint={t('books.countHint', { name: item.gname, stock: item.stock })}
      deed={t('books.count')}
      initial={{ counted: '', note: '' }}
      fields={[
        { name: 'counted', label: t('books.counted'), type: 'decimal', most: 20 },
        { name: 'note', label: t('books.note'), optional: true, most: 200 },
      ]}
      onSend={({ counted, note }) =>
        proposeCount(bookNo, { lines: [{ itemNo: item.itemNo, counted }], ...(note ? { note } : {}) })
      }
      onClose={onClose}
    />
  );
}
