import { useTexts } from '../i18n/index.ts';
import { BookDialog } from './BookDialog.tsx';
import { openBook } from './queries.ts';

const empty = {
  ...{
    bookNo: '',
    owner: '',
    tradeMode: '1210',
    customsCode: '',
    areaCode: '',
    areaName: '',
    openedOn: '',
    validTo: '',
  },
};

/** Customs opens a book for an enterprise. */
export function OpenBookDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('books.open')}
      hint={t('books.openHint')}
      deed={t('books.open')}
      initial={empty}
      fields={[
        { name: 'bookNo', label: t('books.bookNo'), most: 20 },
        { name: 'owner', label: t('books.owner'), most: 10 },
        {
          name: 'tradeMode',
          label: t('books.tradeMode'),
          choices: [
            ['1210', '1210'],
            ['1239', '1239'],
          ],
        },
        { name: 'customsCode', label: t('books.customsCode'), type: 'number', most: 4 },
        { name: 'areaCode', label: t('books.areaCode'), most: 5 },
        { name: 'areaName', label: t('books.area'), most: 50 },
        { name: 'openedOn', label: t('books.openedOn'), type: 'date' },
        { name: 'validTo', label: t('books.validTo'), type: 'date' },
      ]}
      onSend={({ tradeMode, ...plain }) =>
        openBook({ ...plain, tradeMode: tradeMode === '1239' ? '1239' : '1210' })
      }
      onClose={onClose}
    />
  );
}
