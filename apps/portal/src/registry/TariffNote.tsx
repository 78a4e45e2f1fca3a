import { useTexts } from '../i18n/index.ts';
import { Said } from '../ui/Said.tsx';
import type { GoodsView } from './queries.ts';

/** What the tariff of today says of a code. */
export function TariffNote({ tariff }: { readonly tariff: NonNullable<GoodsView['tariff']> }) {
  const { t } = useTexts();
  const { name, unit1, unit2, positive, bondedOnly } = tariff;
  return (
    <p role="note">
      <strong>
        <Said text={name} />
      </strong>{' '}
      {t('registry.legalUnits', { units: [unit1, unit2].filter(Boolean).join(', ') })}{' '}
      {t(`registry.positive.${positive}`)} {bondedOnly && t('registry.bondedOnly')}
    </p>
  );
}
