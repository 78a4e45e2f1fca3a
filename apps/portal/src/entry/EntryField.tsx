import { useId } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Said } from '../ui/Said.tsx';
import type { FormField, PlacedFinding } from './queries.ts';
import { fromPicker, toPicker } from './times.ts';

interface EntryFieldProps {
  readonly id: string;
  readonly field: FormField;
  readonly value: string;
  /** Masked, of a value that is kept; undefined where one is written. */
  readonly kept?: string | undefined;
  /** A change does not touch the number of its document. */
  readonly fixed: boolean;
  readonly findings: readonly PlacedFinding[];
  readonly onChange: (value: string) => void;
  /** Writes another value in the place of the one that is kept. */
  readonly onWrite: () => void;
}

/** So many codes are offered as a list to choose from; more as suggestions while one types. */
const mostChoices = 30;

/** One field of a document: what kind of control it is, how long and whether it must be, the table of the standard says. */
export function EntryField({ id, field, value, kept, fixed, findings, onChange, onWrite }: EntryFieldProps) {
  const { t, say } = useTexts();
  const hint = (
    <>
      <code>{field.name}</code> {field.when && <Said text={field.when} />}
    </>
  );
  const needed = field.need === 'required';
  return (
    <Field id={id} label={say(field)} hint={hint} required={needed} findings={findings}>
      {(control) =>
        kept === undefined ? (
          <Control {...{ control, field, value, onChange }} fixed={fixed} />
        ) : (
          <span className="entry-kept">
            <output id={control.id} aria-describedby={control['aria-describedby']} lang="zh-CN">
              {kept || '—'}
            </output>
            <Button small onClick={onWrite}>
              {t('entry.writeAnother')}
            </Button>
          </span>
        )
      }
    </Field>
  );
}

interface ControlProps {
  readonly control: { readonly id: string; readonly required: boolean };
  readonly field: FormField;
  readonly value: string;
  readonly fixed: boolean;
  readonly onChange: (value: string) => void;
}

function Control({ control, field, value, fixed, onChange }: ControlProps) {
  const { t, say } = useTexts();
  const list = useId();
  const { type, choices = [], maxLength } = field;
  const shared = { ...control, className: 'field', disabled: fixed, autoComplete: 'off' };
  if (type === 'day' || type === 'moment')
    return (
      <input
        {...shared}
        type={type === 'day' ? 'date' : 'datetime-local'}
        step={1}
        value={toPicker(type, value)}
        onChange={(event) => onChange(fromPicker(type, event.target.value))}
      />
    );
  if (choices.length > 0 && choices.length <= mostChoices)
    return (
      <select {...shared} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('entry.choose')}</option>
        {choices.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choice.code} {say(choice)}
          </option>
        ))}
      </select>
    );
  const named = choices.find(({ code }) => code === value);
  return (
    <>
      <input
        {...shared}
        {...(choices.length > 0 ? { list } : {})}
        inputMode={type === 'number' ? 'decimal' : 'text'}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {choices.length > 0 && (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice.code} value={choice.code}>
              {say(choice)}
            </option>
          ))}
        </datalist>
      )}
      {named && (
        <span className="quiet">
          <Said text={named} />
        </span>
      )}
    </>
  );
}
