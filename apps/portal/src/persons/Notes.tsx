import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import './persons.css';

type PaperNote = components['schemas']['PaperNote'];

/** What stands beside a paper that was decided on: what is right, and who says so. */
export function Notes({ notes }: { readonly notes: readonly PaperNote[] }) {
  const { t } = useTexts();
  if (notes.length === 0) return null;
  return (
    <ul className="persons-notes">
      {notes.map(({ at, by, text, value }) => (
        <li key={at}>
          <Icon name="info" />
          <div>
            {value && (
              <p>
                {t('persons.right')}: <strong lang="zh-CN">{value}</strong>
              </p>
            )}
            <p>
              {t('persons.note', { by, text })} · <Moment at={at} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
