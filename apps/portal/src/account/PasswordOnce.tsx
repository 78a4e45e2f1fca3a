import { useTexts } from '../i18n/index.ts';
import { Field } from '../ui/form/Field.tsx';
import { PasswordInput } from '../ui/PasswordInput.tsx';

interface PasswordOnceProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What changes how one signs in takes the password once more. */
export function PasswordOnce({ id, value, onChange }: PasswordOnceProps) {
  const { t } = useTexts();
  return (
    <Field id={id} label={t('account.password.current')} required>
      {(control) => (
        <PasswordInput
          {...control}
          autoComplete="current-password"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
