import { useTexts } from '../i18n/index.ts';

interface KindAndDayProps<Kind extends string> {
  readonly kinds: readonly Kind[];
  readonly nameOf: (kind: Kind) => string;
  readonly kind: Kind | undefined;
  readonly day: string | undefined;
  readonly onKind: (kind: Kind | undefined) => void;
  readonly onDay: (day: string | undefined) => void;
}

/** What all evidence is looked through by: what was done, and on which day. */
export function KindAndDay<Kind extends string>({
  kinds,
  nameOf,
  kind,
  day,
  onKind,
  onDay,
}: KindAndDayProps<Kind>) {
  const { t } = useTexts();
  return (
    <>
      <label>
        {t('audit.kind')}{' '}
        <select
          className="field"
          value={kind ?? ''}
          onChange={({ target }) => onKind(kinds.find((one) => one === target.value))}
        >
          <option value="">{t('audit.all')}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('audit.day')}{' '}
        <input
          className="field"
          type="date"
          value={day ?? ''}
          onChange={({ target }) => onDay(target.value || undefined)}
        />
      </label>
    </>
  );
}
