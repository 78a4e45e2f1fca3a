import { type ComponentProps, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from './Icon.tsx';

/** What nobody should read over a shoulder, and the one who types it may. */
export function PasswordInput(input: Omit<ComponentProps<'input'>, 'type'>) {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  const label = t(shown ? 'app.hidePassword' : 'app.showPassword');
  return (
    <span className="password">
      <input spellCheck={false} {...input} className="field" type={shown ? 'text' : 'password'} />
      <button
        type="button"
        aria-pressed={shown}
        aria-label={label}
        title={label}
        onClick={() => setShown(!shown)}
      >
        <Icon name={shown ? 'eyeOff' : 'eye'} />
      </button>
    </span>
  );
}
