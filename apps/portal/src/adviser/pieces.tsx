// Parts of a question whose every answer may be left open.
import { useTexts } from '../i18n/index.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/form/Field.tsx';

interface PickedProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T | undefined) => void;
}

/** One of a few words, or not known. */
export function Picked<T extends string>({ id, label, value, options, onChange }: PickedProps<T>) {
  const { t } = useTexts();
  return (
    <Field id={id} label={label}>
      {(control) => (
        <select
          {...control}
          className="field"
          value={value ?? ''}
          onChange={(event) => onChange(options.find(([one]) => one === event.target.value)?.[0])}
        >
          <option value="">{t('adviser.unknown')}</option>
          {options.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface YesOrNoProps {
  readonly label: string;
  readonly value: 'yes' | 'no' | undefined;
  readonly onChange: (value: 'yes' | 'no' | undefined) => void;
}

/** Three answers: what is not known is asked for where it would decide. */
export function YesOrNo({ label, value, onChange }: YesOrNoProps) {
  const { t } = useTexts();
  return (
    <div className="adviser-flag">
      <span>{label}</span>
      <Choice
        label={label}
        value={value ?? 'unknown'}
        options={[
          { value: 'yes', label: t('adviser.yes') },
          { value: 'no', label: t('adviser.no') },
          { value: 'unknown', label: t('adviser.unknown') },
        ]}
        onChange={(answer) => onChange(answer === 'unknown' ? undefined : answer)}
      />
    </div>
  );
}

interface AmountProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly required?: boolean;
  readonly whole?: boolean;
  readonly onChange: (value: string | undefined) => void;
}

/** An amount or a code in figures. */
export function Amount({ id, label, value, required = false, whole = false, onChange }: AmountProps) {
  return (
    <Field id={id} label={label} required={required}>
      {(control) => (
        <input
          {...control}
          className="field code"
          inputMode={whole ? 'numeric' : 'decimal'}
          maxLength={whole ? 10 : 18}
          autoComplete="off"
          value={value ?? ''}
          onChange={(event) => {
            const text = event.target.value.replace(whole ? /\D/g : /[^\d.]/g, '');
            onChange(text === '' ? undefined : text);
          }}
        />
      )}
    </Field>
  );
}
