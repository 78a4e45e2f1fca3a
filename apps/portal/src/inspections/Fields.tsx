import { Field } from '../ui/form/Field.tsx';

interface PickFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onPick: (value: string) => void;
}

/** One of several, that has to be chosen. */
export function PickField({ id, label, value, options, onPick }: PickFieldProps) {
  return (
    <Field id={id} label={label} required>
      {(control) => (
        <select {...control} className="field" value={value} onChange={({ target }) => onPick(target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface WordsFieldProps {
  readonly id: string;
  readonly label: string;
  readonly required?: boolean;
  readonly value: string;
  readonly onWrite: (value: string) => void;
}

/** A few lines of free words. */
export function WordsField({ id, label, required = false, value, onWrite }: WordsFieldProps) {
  return (
    <Field id={id} label={label} required={required}>
      {(control) => (
        <textarea
          {...control}
          className="field"
          rows={2}
          maxLength={500}
          value={value}
          onChange={({ target }) => onWrite(target.value)}
        />
      )}
    </Field>
  );
}
