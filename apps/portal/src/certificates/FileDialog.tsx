import { useQuery } from '@tanstack/react-query';
import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { fileCertificate, STALE, tablesQuery } from './queries.ts';

/** A seller files a certificate of its goods; the file follows on its page. */
export function FileDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTexts();
  const { data: tables } = useQuery(tablesQuery());
  const kinds = (tables?.kinds ?? []).map(
    ({ code, name }) => [code, language === 'zh' ? name.zh : name.en] as const,
  );
  return (
    <BookDialog
      title={t('certificates.file')}
      hint={t('certificates.fileHint')}
      deed={t('certificates.file')}
      stale={STALE}
      initial={{
        ...{ kind: '', number: '', issuer: '', gcode: '', origin: '' },
        ...{ validFrom: '', validTo: '', quantity: '' },
      }}
      fields={[
        { name: 'kind', label: t('certificates.kind'), choices: [['', '…'], ...kinds] },
        { name: 'number', label: t('certificates.number'), most: 60 },
        { name: 'issuer', label: t('certificates.issuer'), most: 100 },
        { name: 'gcode', label: t('certificates.gcode'), type: 'number', most: 10 },
        { name: 'origin', label: t('certificates.origin'), type: 'number', most: 3, optional: true },
        { name: 'validFrom', label: t('certificates.validFrom'), type: 'date' },
        { name: 'validTo', label: t('certificates.validTo'), type: 'date' },
        { name: 'quantity', label: t('certificates.quantity'), type: 'decimal', most: 20, optional: true },
      ]}
      onSend={({ origin, quantity, ...plain }) =>
        fileCertificate({
          ...plain,
          ...(origin === '' ? {} : { origin }),
          ...(quantity === '' ? {} : { quantity }),
        })
      }
      onClose={onClose}
    />
  );
}
