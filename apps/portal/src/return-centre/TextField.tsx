import { Field } from '../ui/form/Field.tsx';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly onChange: (value: string) => void;
}

/** One line of text with its label. */
export function TextField({ id, label, hint, value, type = 'text', onChange }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} required>
      {(control) => (
        <input
          {...control}
          className="field"
          type={type}
          maxLength={100}
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
