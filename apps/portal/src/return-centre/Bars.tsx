import { useTexts } from '../i18n/index.ts';
import type { Parcel } from './queries.ts';

const known = ['CENTRE-NOT-RELEASED', 'CENTRE-MODE', 'CENTRE-OFFICE', 'CENTRE-TOO-LATE'] as const;

/** What speaks against a return of a parcel; nothing where nothing does. */
export function Bars({ of: { bars } }: { readonly of: Pick<Parcel, 'bars'> }) {
  const { t } = useTexts();
  const told = known.filter((code) => bars.includes(code));
  if (told.length === 0) return null;
  return (
    <ul className="centre-bars">
      {told.map((code) => (
        <li key={code}>{t(`centre.bars.${code}`)}</li>
      ))}
    </ul>
  );
}
