import { Tooltip } from 'antd';
import type { Confidence as Mark } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';

/** How sure we are of a rule's source: a letter, its meaning on hover, on focus and to a screen reader. */
export function Confidence({ mark }: { readonly mark: Mark }) {
  const { t } = useTexts();
  const meaning = t(`app.confidence.${mark}`);
  return (
    <Tooltip title={meaning}>
      <abbr className={`confidence confidence-${mark}`} tabIndex={0} aria-label={`${mark}：${meaning}`}>
        {mark}
      </abbr>
    </Tooltip>
  );
}
