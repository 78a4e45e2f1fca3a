import { useQueryClient } from '@tanstack/react-query';
import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { changed, makeEntry } from './queries.ts';

/** Declares goods of one item that are to come into a book; more of them by the interface. */
export function EntryDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  return (
    <BookDialog
      title={t('gate.makeEntry')}
      hint={t('gate.entryHint')}
      deed={t('gate.makeEntry')}
      initial={{ bookNo: '', entryNo: '', itemNo: '', quantity: '', grossKg: '', expiresOn: '' }}
      fields={[
        { name: 'bookNo', label: t('gate.book'), most: 20 },
        { name: 'entryNo', label: t('gate.entryNo'), type: 'number', most: 18 },
        { name: 'itemNo', label: t('gate.itemNo'), type: 'number', most: 9 },
        { name: 'quantity', label: t('gate.quantity'), type: 'decimal', most: 20 },
        { name: 'grossKg', label: t('gate.grossKg'), type: 'decimal', most: 20 },
        { name: 'expiresOn', label: t('gate.expiresOn'), type: 'date', optional: true },
      ]}
      onSend={async ({ bookNo, entryNo, itemNo, quantity, grossKg, expiresOn }) => {
        const goods = [{ itemNo: Number(itemNo), quantity, ...(expiresOn ? { expiresOn } : {}) }];
        await makeEntry({ bookNo, entryNo, grossKg, goods });
        for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
      }}
      onClose={onClose}
    />
  );
}
