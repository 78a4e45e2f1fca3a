import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, type FieldFinding } from '../ui/form/Field.tsx';
import { foundIn } from '../ui/found.ts';
import { Trouble } from '../ui/Trouble.tsx';

/** A field of a small form: a text, a day, or one of a few words. */
export interface DialogField<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly type?: 'text' | 'date' | 'decimal' | 'number';
  readonly choices?: readonly (readonly [value: string, label: string])[];
  readonly optional?: boolean;
  readonly most?: number;
}

interface BookDialogProps<Name extends string> {
  readonly title: string;
  readonly hint: string;
  readonly deed: string;
  readonly fields: readonly DialogField<Name>[];
  readonly initial: Readonly<Record<Name, string>>;
  /** What is read anew once it is done; books where it is left out. */
  readonly stale?: readonly (readonly string[])[];
  /** Does it; throws what the server says against it. */
  readonly onSend: (values: Readonly<Record<Name, string>>) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A small form in a dialog: what it changes is read anew, and what is wrong stands in it. */
export function BookDialog<Name extends string>(props: BookDialogProps<Name>) {
  const { title, hint, deed, fields, initial, onSend, onClose } = props;
  const { stale = [['book'], ['books'], ['book-transfers']] } = props;
  const [values, setValues] = useState(initial);
  const queryClient = useQueryClient();
  const sending = useMutation({
    mutationFn: () => onSend(values),
    onSuccess: async () => {
      for (const queryKey of stale) await queryClient.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const whole = fields.every(({ name, optional }) => optional || values[name].trim() !== '');
  const found = foundIn(sending.error);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <Button kind="primary" disabled={!whole} busy={sending.isPending} onClick={() => sending.mutate()}>
          {deed}
        </Button>
      }
    >
      <p className="quiet">{hint}</p>
      <DialogFields
        id="book"
        fields={fields}
        values={values}
        found={(name) => found.filter(({ path }) => path.endsWith(name))}
        onChange={(name, value) => setValues({ ...values, [name]: value })}
      />
      {sending.error && (
        <Trouble
          error={sending.error}
          onRetry={() => sending.reset()}
          atField={(path) => fields.some(({ name }) => path.endsWith(name))}
        />
      )}
    </Dialog>
  );
}

interface DialogFieldsProps<Name extends string> {
  /** What the ids of the fields begin with. */
  readonly id: string;
  readonly fields: readonly DialogField<Name>[];
  readonly values: Readonly<Record<Name, string>>;
  readonly found: (name: Name) => readonly FieldFinding[];
  readonly onChange: (name: Name, value: string) => void;
}

/** The fields of a small form, each with what is wrong with it. */
export function DialogFields<Name extends string>(props: DialogFieldsProps<Name>) {
  const { id, fields, values, found, onChange } = props;
  return fields.map((field) => (
    <Field
      key={field.name}
      id={`${id}-${field.name}`}
      label={field.label}
      required={!field.optional}
      findings={found(field.name)}
    >
      {(control) => (
        <DialogControl
          {...control}
          field={field}
          value={values[field.name]}
          onChange={(value) => onChange(field.name, value)}
        />
      )}
    </Field>
  ));
}

interface ControlProps {
  readonly field: DialogField<string>;
  readonly id: string;
  readonly required: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The control of one such field. */
function DialogControl({ field, value, onChange, ...control }: ControlProps) {
  if (field.choices)
    return (
      <select {...control} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {field.choices.map(([word, label]) => (
          <option key={word} value={word}>
            {label}
          </option>
        ))}
      </select>
    );
  const figures = field.type === 'decimal' ? 'decimal' : field.type === 'number' ? 'numeric' : undefined;
  return (
    <input
      {...control}
      className="field"
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={figures}
      maxLength={field.most ?? 60}
      autoComplete="off"
      value={value}
      onChange={(event) =>
        onChange(
          figures
            ? event.target.value.replace(figures === 'decimal' ? /[^\d.]/g : /\D/g, '')
            : event.target.value,
        )
      }
    />
  );
}
