import type { Confidence as Mark } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { Hint } from './Hint.tsx';

/** How sure we are of a rule's source: a letter, its meaning on hover, on focus and to a screen reader. */
export function Confidence({ mark }: { readonly mark: Mark }) {
  const { t } = useTexts();
  const meaning = t(`app.confidence.${mark}`);
  return (
    <Hint text={meaning}>
      <button type="button" className={`confidence confidence-${mark}`} aria-label={`${mark}: ${meaning}`}>
        {mark}
      </button>
    </Hint>
  );
}
