import type { ListDetail } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import './paper.css';

/** What can be printed of a list as it stands; each opens as PDF beside the page. */
export function PrintSheets({ detail }: { readonly detail: ListDetail }) {
  const { t } = useTexts();
  const { ebpCode, orderNo, state } = detail.list;
  const kinds = [
    'list' as const,
    ...(detail.tax?.taxTotal === undefined ? [] : ['tax' as const]),
    ...(state === 'released' ? ['release' as const] : []),
  ];
  const path = `/api/lists/${encodeURIComponent(ebpCode)}/${encodeURIComponent(orderNo)}/print`;
  return (
    <ul className="print-sheets" aria-label={t('papers.print')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <a href={`${path}/${kind}`} target="_blank" rel="noreferrer">
            <Icon name="download" /> {t(`papers.kind.${kind}`)} (PDF)
          </a>
        </li>
      ))}
    </ul>
  );
}
