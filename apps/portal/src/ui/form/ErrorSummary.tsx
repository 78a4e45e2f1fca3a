import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { Said } from '../Said.tsx';
import type { FieldFinding } from './Field.tsx';
import './form.css';

interface ErrorSummaryProps {
  /** In the order of the form: which field, by its id and its label, and what is wrong with it. */
  readonly wrong: readonly { readonly id: string; readonly label: string; readonly finding: FieldFinding }[];
}

/** After a form was sent and not taken: all that is wrong at its head, each leading to its field. Takes the focus. */
export function ErrorSummary({ wrong }: ErrorSummaryProps) {
  const { t } = useTexts();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), []);
  if (wrong.length === 0) return null;
  return (
    <div ref={summary} className="error-summary" role="alert" tabIndex={-1}>
      <h2>{t('app.form.wrong', { count: wrong.length })}</h2>
      <ul>
        {wrong.map(({ id, label, finding }) => (
          <li key={`${id} ${finding.code}`}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {label}: <Said text={finding.message} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
