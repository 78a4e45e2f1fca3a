import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { type DocumentKind, type DocumentsFilter, exportAddress } from './queries.ts';

interface ExportLinksProps {
  readonly kind: DocumentKind;
  readonly filter: DocumentsFilter;
}

/** All that the filter finds, as a file. */
export function ExportLinks({ kind, filter }: ExportLinksProps) {
  const { t, language } = useTexts();
  return (['csv', 'xlsx'] as const).map((format) => (
    <a
      key={format}
      className="button"
      download
      href={exportAddress(kind, filter, format, language === 'zh' ? 'zh' : 'en')}
      aria-label={t('documents.export', { format: format.toUpperCase() })}
    >
      <Icon name="download" />
      {format.toUpperCase()}
    </a>
  ));
}
