import { encode } from 'uqr';
import { useTexts } from '../i18n/index.ts';

/** A QR code of dark squares on white, whatever the appearance: apps read no other. */
export function QrCode({ text }: { readonly text: string }) {
  const { t } = useTexts();
  const { data, size } = encode(text, { ecc: 'M', border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('account.factor.qr')}>
      <rect className="qr-code-ground" width={size} height={size} />
      <path className="qr-code-squares" d={path} />
    </svg>
  );
}
