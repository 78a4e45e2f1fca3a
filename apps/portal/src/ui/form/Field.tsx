import type { ReactNode } from 'react';
import type { Bilingual } from '../../api/types.ts';
import { useTexts } from '../../i18n/index.ts';
import { Icon } from '../Icon.tsx';
import { Said } from '../Said.tsx';
import './form.css';

/** What is wrong with a value: a finding of the server, or a word of our own. */
export interface FieldFinding {
  readonly code: string;
  readonly message: Bilingual;
  readonly remedy?: Bilingual;
}

/** What the control of a field takes over. */
interface Control {
  readonly id: string;
  readonly required: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  /** The control's; the error summary leads there. */
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly findings?: readonly FieldFinding[];
  readonly children: (control: Control) => ReactNode;
}

/** A control with its label, its hint and what is found wrong with it, tied together for everybody. */
export function Field({ id, label, hint, required = false, findings = [], children }: FieldProps) {
  const { t } = useTexts();
  const described = [hint && `${id}-hint`, findings.length > 0 && `${id}-findings`].filter(Boolean).join(' ');
  return (
    <div className={findings.length > 0 ? 'form-field form-field-wrong' : 'form-field'}>
      <label htmlFor={id}>
        {label}
        {!required && <span className="quiet"> {t('app.optional')}</span>}
      </label>
      {children({
        id,
        required,
        'aria-describedby': described || undefined,
        'aria-invalid': findings.length > 0,
      })}
      {hint && (
        <p id={`${id}-hint`} className="form-hint">
          {hint}
        </p>
      )}
      {findings.length > 0 && (
        <ul id={`${id}-findings`} className="form-findings" aria-live="polite">
          {findings.map(({ code, message, remedy }) => (
            <li key={code}>
              <Icon name="warning" />
              <span>
                <Said text={message} />
                {remedy && (
                  <>
                    {' – '}
                    <Said text={remedy} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
