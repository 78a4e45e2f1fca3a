import { useTexts } from '../i18n/index.ts';
import { Ago } from '../ui/Moment.tsx';

/** The columns keys and certificates share. @param purpose what the second column says of them */
export function CredentialHead({ purpose }: { readonly purpose: string }) {
  const { t } = useTexts();
  return (
    <thead>
      <tr>
        <th scope="col">{t('keys.label')}</th>
        <th scope="col">{purpose}</th>
        <th scope="col">{t('keys.state')}</th>
        <th scope="col">{t('keys.lastUsed')}</th>
        <th scope="col">{t('keys.until')}</th>
        <th scope="col">
          <span className="sr-only">{t('keys.actions')}</span>
        </th>
      </tr>
    </thead>
  );
}

export function LastUsed({ at }: { readonly at: string | undefined }) {
  const { t } = useTexts();
  return at ? <Ago at={at} /> : <span className="quiet">{t('keys.never')}</span>;
}
